"""How names are compared: letter by letter once folded, then by sound, then but for one letter."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii
from jellyfish import damerau_levenshtein_distance, metaphone

SHORTEST_WITH_A_SLIP = 4
"""In a shorter word one letter more, less or other is another name: Ali, Ava, Ada."""

SHORTEST_BEGINNING = 3

MOST_WORDS = 8


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """The name without accents, capitals and punctuation, in Latin letters."""
    latin = anyascii(unicodedata.normalize("NFKC", name)).casefold()
    # O'Brien is one word, as people who leave the apostrophe out write it; Smith-Jones is two.
    return " ".join(re.sub("[^a-z0-9]", " ", re.sub("['`]", "", latin)).split())


def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(folded(name).split()[:MOST_WORDS])


def with_joined(parts: tuple[str, ...]) -> frozenset[str]:
    """The words, and every two neighbours as one: El Sayed is also Elsayed."""
    return frozenset(parts) | {first + second for first, second in pairwise(parts)}


def ways(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every way to read the words, some neighbours taken as one. As they stand comes first."""
    if not parts:
        return [()]
    found = [(parts[0], *rest) for rest in ways(parts[1:])]
    if len(parts) > 1:
        found += [(parts[0] + parts[1], *rest) for rest in ways(parts[2:])]
    return found


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """What the word sounds like: Metaphone, with less made of vowels, W and the voice.

    Names from many languages are spelled by ear, and then Y and H come and go inside a word.
    """
    heard = metaphone(word)
    first = re.sub("[AEIOU]", "A", heard[:1])
    rest = re.sub("[AEIOUHY]", "", heard[1:])
    return re.sub(r"(.)\1+", r"\1", (first + rest).translate(_HEARD_ALIKE))


_HEARD_ALIKE = str.maketrans("WB", "FP")


def head(word: str) -> str:
    """The first half. Two words that differ in one place share a half."""
    return word[: len(word) // 2]


def tail(word: str) -> str:
    """The second half."""
    return word[len(word) // 2 :]


def halves_but_for_one_letter(word: str) -> tuple[set[str], set[str]]:
    """The heads and the tails of which every word one letter off has at least one."""
    lengths = [
        length
        for length in (len(word) - 1, len(word), len(word) + 1)
        if length >= SHORTEST_WITH_A_SLIP
    ]
    heads = {word[: length // 2] for length in lengths}
    return heads, {word[-(length - length // 2) :] for length in lengths}


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """Two words that are the same, sound the same, or differ in one letter."""
    if one == other:
        return True
    if sound(one) and sound(one) == sound(other):
        return True
    return (
        min(len(one), len(other)) >= SHORTEST_WITH_A_SLIP
        and abs(len(one) - len(other)) <= 1
        and damerau_levenshtein_distance(one, other) <= 1
    )


def same(one: str, other: str) -> bool:
    """The same name, whatever the order, the accents, the capitals and the punctuation."""
    mine, theirs = words(one), words(other)
    return bool(mine) and (sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs))


def within(typed: str, recorded: str) -> bool:
    """Every word typed stands in the name, letter by letter."""
    theirs = with_joined(words(recorded))
    return any(way and theirs.issuperset(way) for way in ways(words(typed)))


def alike_within(typed: str, recorded: str) -> bool:
    """Every word typed is like one of the name's."""
    theirs = with_joined(words(recorded))
    return any(
        way and all(any(alike(mine, word) for word in theirs) for mine in way)
        for way in ways(words(typed))
    )


def share_a_word(one: str, other: str) -> bool:
    """One word of each is alike: a forename, or a surname."""
    return any(alike(mine, theirs) for mine in words(one) for theirs in words(other))
