"""Looking people up, by index, as far as the reader may know of them.

Whoever looks is always ``reader``, a human's id. A person whose particulars were erased is not
there to be found.
"""

from collections.abc import Collection, Iterable
from datetime import date

from sqlite_utils import Database

from store.database import rows
from store.names import SHORTEST_BEGINNING, alike, halves_but_for_one_letter, sound
from store.people import Person, as_person
from store.restrictions import HIDDEN_PERSON

LOOKED_AT = 500
"""Of those with a name in common so many are looked at. Of more, any fifty say as little."""

_FOUND = f"select people.* from people where people.name is not null and not {HIDDEN_PERSON}"
_IN_ORDER = "order by people.name, people.id limit :most"

Words = tuple[Collection[str], ...]
"""For each word asked for, the words that will do."""


def by_words(
    db: Database,
    ways: Iterable[Words],
    reader: str,
    most: int,
    born: Collection[date] | None = None,
) -> tuple[Person, ...]:
    """Those with words for one of the ways; born on one of the days, or on a day not known."""
    values: dict[str, object] = {"reader": reader, "most": most}
    limit = f"limit {LOOKED_AT}" if born is None else ""
    named = [_named(way, values, limit) for way in ways if way and all(way)]
    if not named:
        return ()
    days = ""
    if born is not None:
        # Wrapped, because people are to be found by their names here and only then by their days.
        days = f"and coalesce(people.date_of_birth, '') in ({_list(_texts(born), values)}, '')"
    sql = f"{_FOUND} and people.id in ({' union '.join(named)}) {days} {_IN_ORDER}"
    return tuple(as_person(found) for found in rows(db, sql, values))


def by_name(db: Database, folded: str, reader: str, most: int) -> tuple[Person, ...]:
    """Those whose name or alias this is, whole and as it is folded."""
    sql = f"""
        {_FOUND}
        and people.id in (select person_id from person_names where folded = :folded) {_IN_ORDER}
    """
    values = {"reader": reader, "most": most, "folded": folded}
    return tuple(as_person(found) for found in rows(db, sql, values))


def by_birth(db: Database, born: Collection[date], reader: str, most: int) -> tuple[Person, ...]:
    values: dict[str, object] = {"reader": reader, "most": most}
    days = _list(_texts(born), values)
    sql = f"{_FOUND} and people.date_of_birth in ({days}) {_IN_ORDER}"
    return tuple(as_person(found) for found in rows(db, sql, values))


def by_reference(db: Database, reference: str, reader: str) -> tuple[Person, ...]:
    """Whose case has this reference."""
    sql = f"""
        {_FOUND} and people.id in (select person_id from cases where reference = :reference)
        {_IN_ORDER}
    """
    values = {"reader": reader, "reference": reference, "most": 1}
    return tuple(as_person(found) for found in rows(db, sql, values))


def like(db: Database, word: str, *, beginning: bool = False) -> set[str]:
    """The words on record that are like this one, or begin with it."""
    heads, tails = halves_but_for_one_letter(word)
    values: dict[str, object] = {"sound": sound(word)}
    tried = ["select word from name_words where sound = :sound"]
    for column, halves in (("head", heads), ("tail", tails)):
        if halves:
            in_list = _list(sorted(halves), values)
            tried.append(f"select word from name_words where {column} in ({in_list})")
    found = {each["word"] for each in rows(db, " union ".join(tried), values)}
    words = {each for each in found if alike(word, each)} | {word}
    if beginning and len(word) >= SHORTEST_BEGINNING:
        words |= {
            each["word"]
            for each in rows(
                db,
                """
                select distinct word from name_words
                where beginning = :beginning and word >= :word and word < :after
                """,
                {
                    "beginning": word[:SHORTEST_BEGINNING],
                    "word": word,
                    "after": word + "{",  # words are figures and a to z; { is next
                },
            )
        }
    return words


def _named(way: Words, values: dict[str, object], limit: str) -> str:
    found = " intersect ".join(
        f"select person_id from name_words where word in ({_list(sorted(words), values)})"
        for words in way
    )
    # As a table of its own, because databases differ in which of union and intersect comes first.
    some = f"select person_id from ({found}) as way{len(values)} {limit}"
    return f"select person_id from ({some}) as some{len(values)}"


def _texts(days: Collection[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)


def _list(items: Iterable[str], values: dict[str, object]) -> str:
    names = []
    for item in items:
        names.append(f"v{len(values)}")
        values[names[-1]] = item
    return ", ".join(f":{name}" for name in names)
