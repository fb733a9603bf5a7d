"""Who on record may be the same person: each with the reason, none with a score.

Nothing follows from a likeness. Somebody looks, and says whether it is the same person.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from sqlite_utils import Database

from store import names
from store.birth_dates import Days, nearest, nearly
from store.lookup import by_birth, by_name, by_words, by_words_and_birth, like
from store.people import NAME_NOT_GIVEN, Person
from store.person_names import aliases_of, aliases_of_all
from store.same_person import links_of

MOST = 20
CANDIDATES = 500


@dataclass(frozen=True)
class Likeness:
    """Somebody on record who may be the same, and the plain reason to look."""

    person: Person
    aliases: tuple[str, ...]
    reason: str


class Called(Enum):
    """How what somebody is called compares, most alike first."""

    SAME = "same name"
    ALIAS = "known alias"
    OTHERWISE = "name spelled otherwise"
    ALIAS_OTHERWISE = "known alias, spelled otherwise"
    ONE_MORE = "one has a name more"
    PART = "one name the same"
    NOBODY = "no name on one of the records"


# What is worth looking at: dates of birth, and how alike names have to be beside them.
_ALL_BUT_PART = frozenset(Called) - {Called.PART, Called.NOBODY}
_TELLING = {
    Days.SAME: frozenset(Called),
    Days.SWAPPED: _ALL_BUT_PART,
    Days.ONE_DIGIT: _ALL_BUT_PART,
    Days.NOT_KNOWN: _ALL_BUT_PART,
    # A date of birth can be made up. A whole alias is not met by chance.
    Days.OTHER: frozenset({Called.ALIAS}),
}


def possible_duplicates(
    db: Database,
    name: str,
    date_of_birth: date | None,
    reader: str,
    but_not: Collection[str] = (),
) -> tuple[Likeness, ...]:
    """Those who may be this person and whom this human may know of, at most twenty.

    By kind of likeness: the date of birth first, then the name. ``but_not`` are ids to leave out.
    """
    name = "" if name == NAME_NOT_GIVEN else name
    found = _found(db, name, date_of_birth, reader)
    listed = sorted(found, key=_by_kind)
    likely = {each.person.id: each for each in (_likeness(*each) for each in listed)}
    strong = [person for _, called, person, _ in listed if called in _STRONG]
    for more in (_also_known(db, name, strong, reader), _linked(db, strong, reader)):
        for each in more:
            likely.setdefault(each.person.id, each)
    return tuple(each for each in likely.values() if each.person.id not in but_not)[:MOST]


def duplicates_of(db: Database, person: Person, reader: str) -> tuple[Likeness, ...]:
    """The same for somebody on record, without those already said to be the same."""
    linked = {link.other.id for link in links_of(db, person.id, reader)}
    called = [person.name or "", *(alias.name for alias in aliases_of(db, person.id))]
    found: dict[str, Likeness] = {}
    for n, name in enumerate(called):
        for each in possible_duplicates(
            db, name, person.date_of_birth, reader, but_not={person.id} | linked
        ):
            reason = f"as {name}: {each.reason}" if n else each.reason
            found.setdefault(each.person.id, replace(each, reason=reason))
    return tuple(found.values())[:MOST]


_Found = tuple[Days, Called, Person, tuple[str, ...]]
_STRONG = {Called.SAME, Called.ALIAS}


def _found(db: Database, name: str, born: date | None, reader: str) -> Iterator[_Found]:
    candidates = dict[str, Person]()
    for some in _candidates(db, name, born, reader):
        candidates |= {person.id: person for person in some}
    aliases = aliases_of_all(db, candidates)
    for person in candidates.values():
        called = _called(name, person, theirs := aliases.get(person.id, ()))
        day = nearest([born], person.birth_dates)
        if called in _TELLING[day] and (day is not Days.OTHER or _is_whole(name)):
            yield day, called, person, theirs


def _candidates(
    db: Database, name: str, born: date | None, reader: str
) -> Iterator[tuple[Person, ...]]:
    typed = names.words(name)
    if born:
        yield by_birth(db, [born], reader, CANDIDATES)
    if typed:
        yield by_name(db, names.folded(name), reader, CANDIDATES)
        ways = names.ways(typed)
        if len(typed) > 1:
            yield by_words(db, [tuple([word] for word in way) for way in ways], reader, CANDIDATES)
        likely = {word: like(db, word) for word in sorted({w for way in ways for w in way})}
        spelled_otherwise = [tuple(likely[word] for word in way) for way in ways]
        if born:
            yield by_words_and_birth(db, spelled_otherwise, nearly(born), reader, CANDIDATES)
        yield by_words(db, spelled_otherwise, reader, CANDIDATES, undated=bool(born))


def _called(name: str, person: Person, aliases: tuple[str, ...]) -> Called | None:
    recorded = str(person.name) if person.is_named else ""
    if not name or not recorded and not aliases:
        return Called.NOBODY
    if names.same(name, recorded):
        return Called.SAME
    if any(names.same(name, alias) for alias in aliases):
        return Called.ALIAS
    if _spelled_otherwise(name, recorded):
        return Called.OTHERWISE
    if any(_spelled_otherwise(name, alias) for alias in aliases):
        return Called.ALIAS_OTHERWISE
    for each in (recorded, *aliases):
        fewer = min(len(names.words(name)), len(names.words(each)))
        if fewer > 1 and (names.alike_within(name, each) or names.alike_within(each, name)):
            return Called.ONE_MORE
    if any(names.share_a_word(name, each) for each in (recorded, *aliases)):
        return Called.PART
    return None if recorded else Called.NOBODY


def _spelled_otherwise(one: str, other: str) -> bool:
    return names.alike_within(one, other) and names.alike_within(other, one)


def _is_whole(name: str) -> bool:
    """More than one word: Mo alone is the alias of many."""
    return len(names.words(name)) > 1


def _by_kind(found: _Found) -> tuple[int, int, str, str]:
    day, called, person, _ = found
    return list(Days).index(day), list(Called).index(called), person.name or "", person.id


def _likeness(day: Days, called: Called, person: Person, aliases: tuple[str, ...]) -> Likeness:
    # The surer of the two is said first.
    first, second = (
        (day, called) if day is Days.SAME and called is not Called.ALIAS else (called, day)
    )
    return Likeness(person, aliases, f"{first.value}, {second.value}")


def _also_known(db: Database, name: str, strong: list[Person], reader: str) -> Iterator[Likeness]:
    """Those on record under another name of somebody who is already shown.

    A second record under an alias is how rent arrears and an eviction stay out of sight.
    """
    for person in strong:
        for other in (person.name or "", *(alias.name for alias in aliases_of(db, person.id))):
            if names.same(other, name) or other == NAME_NOT_GIVEN:
                continue
            for each in by_name(db, names.folded(other), reader, CANDIDATES):
                day = nearest(person.birth_dates, each.birth_dates)
                telling = day is not Days.OTHER or (other != person.name and _is_whole(other))
                if each.id != person.id and telling:
                    called = tuple(alias.name for alias in aliases_of(db, each.id))
                    reason = f"{other} is another name of {person.name}, {day.value}"
                    yield Likeness(each, called, reason)


def _linked(db: Database, strong: list[Person], reader: str) -> Iterator[Likeness]:
    for person in strong:
        for link in links_of(db, person.id, reader):
            called = tuple(alias.name for alias in aliases_of(db, link.other.id))
            yield Likeness(link.other, called, f"recorded as the same person as {person.name}")
