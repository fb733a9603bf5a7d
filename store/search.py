"""Finding somebody by what is known of them: a name, an alias, a date of birth, a case reference.

The surest come first: a reference, then names as typed, then names that are like it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sqlite_utils import Database

from store import names
from store.birth_dates import nearest, nearly, swapped
from store.lookup import by_birth, by_reference, by_words, by_words_and_birth, like
from store.people import Person
from store.person_names import aliases_of_all
from store.search_text import Asked, read

MOST = 50
MOST_WORDS = 4
AT_ONE_DAY = 500


@dataclass(frozen=True)
class Match:
    """Somebody found, and ``because`` of what, in words."""

    person: Person
    aliases: tuple[str, ...]
    because: str


def search(db: Database, text: str, reader: str) -> tuple[Match, ...]:
    """Everybody found whom this human may know of, at most fifty."""
    asked = read(text)
    by_case = by_reference(db, asked.reference, reader) if asked.reference else ()
    found = {person.id: person for person in by_case}
    for steps in (_steps, _but_for_one_word):
        for step in steps(db, asked, reader):
            found |= {person.id: person for person in step if person.id not in found}
            if len(found) >= MOST:
                break
        if found:
            break
    shown = list(found.values())[:MOST]
    aliases = aliases_of_all(db, [person.id for person in shown])
    return tuple(
        Match(
            person,
            called := aliases.get(person.id, ()),
            f"case {asked.reference}" if person in by_case else _because(asked, person, called),
        )
        for person in shown
    )


def _steps(db: Database, asked: Asked, reader: str) -> Iterator[tuple[Person, ...]]:
    """From the surest to the least sure. None is taken once enough are found."""
    born, typed = asked.date_of_birth, names.words(asked.name)[:MOST_WORDS]
    if not typed:
        for day in (born, swapped(born)) if born else ():
            if day:
                yield by_birth(db, [day], reader, MOST)
        return
    ways = names.ways(typed)
    as_typed = [tuple([word] for word in way) for way in ways]
    if not born:
        yield by_words(db, as_typed, reader, MOST)
    likely = {
        word: like(db, word, beginning=True) for word in sorted({w for way in ways for w in way})
    }
    spelled_otherwise = [tuple(likely[word] for word in way) for way in ways]
    if born:
        yield by_words_and_birth(db, as_typed, nearly(born), reader, MOST)
        yield by_words_and_birth(db, spelled_otherwise, nearly(born), reader, MOST)
        yield _one_name(by_birth(db, [born], reader, AT_ONE_DAY), asked.name)
        yield by_words(db, as_typed, reader, MOST, undated=True)
    yield by_words(db, spelled_otherwise, reader, MOST, undated=bool(born))


def _but_for_one_word(db: Database, asked: Asked, reader: str) -> Iterator[tuple[Person, ...]]:
    """When nobody has all of three words or more: perhaps one more was typed than is on record."""
    typed = names.words(asked.name)[:MOST_WORDS]
    if len(typed) > 2:
        likely = {word: like(db, word, beginning=True) for word in sorted(set(typed))}
        but_one = [
            tuple(likely[word] for word in way) for way in combinations(typed, len(typed) - 1)
        ]
        if asked.date_of_birth:
            yield by_words_and_birth(db, but_one, nearly(asked.date_of_birth), reader, MOST)
        yield by_words(db, but_one, reader, MOST)


def _one_name(found: tuple[Person, ...], typed: str) -> tuple[Person, ...]:
    return tuple(each for each in found if each.name and names.share_a_word(typed, each.name))


def _because(asked: Asked, person: Person, aliases: tuple[str, ...]) -> str:
    reasons = [_because_of_name(asked.name, person, aliases)] if asked.name else []
    if asked.date_of_birth:
        reasons.append(nearest([asked.date_of_birth], person.birth_dates).value)
    return ", ".join(reasons)


def _because_of_name(typed: str, person: Person, aliases: tuple[str, ...]) -> str:
    name = str(person.name) if person.is_named else ""
    for fits, ending in ((names.within, ""), (names.alike_within, ", spelled otherwise")):
        if fits(typed, name):
            return f"name{ending}"
        if any(fits(typed, alias) for alias in aliases):
            return f"known alias{ending}"
    return "part of the name"
