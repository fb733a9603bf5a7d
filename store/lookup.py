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

LOOKED_AT = 200
"""Of those with a name in common so many are looked at. Of more, any fifty say as little."""

COUNTED = 5_000
"""Enough to tell which of two words is rarer."""

_FOUND = f"select people.* from people where people.name is not null and not {HIDDEN_PERSON}"
_BORN = """(
    people.date_of_birth in ({days})
    or people.id in (select person_id from other_birth_dates where date_of_birth in ({days}))
)"""
_IN_ORDER = "order by people.name, people.id limit :most"

Words = tuple[Collection[str], ...]
"""For each word asked for, the words that will do."""


def by_words(
    db: Database, ways: Iterable[Words], reader: str, most: int, *, undated: bool = False
) -> tuple[Person, ...]:
    """Those with words for one of the ways; ``undated``, those first whose birth is not known."""
    values: dict[str, object] = {"reader": reader, "most": most}
    counted: dict[tuple[str, ...], int] = {}
    rarest_first = [_rarest_first(db, way, counted) for way in ways if way and all(way)]
    # All of those without a date are looked at, save those with one word in common: nothing sets
    # them apart from hundreds.
    named = [_named(way, values, undated and len(way) > 1) for way in rarest_first if way]
    if not named:
        return ()
    order = _IN_ORDER
    if undated:
        order = f"order by coalesce(people.date_of_birth, ''), {order.removeprefix('order by ')}"
    sql = f"{_FOUND} and people.id in ({' union '.join(named)}) {order}"
    return tuple(as_person(found) for found in rows(db, sql, values))


def by_words_and_birth(
    db: Database, ways: Iterable[Words], born: Collection[date], reader: str, most: int
) -> tuple[Person, ...]:
    """Those born on one of the days, with words for one of the ways.

    Found by their days: so few are born on one that no name is too common.
    """
    values: dict[str, object] = {"reader": reader, "most": most}
    days = _list(_texts(born), values)
    named = " or ".join(
        f"({' and '.join(_has(words, 'people.id', values) for words in way)})"
        for way in ways
        if way and all(way)
    )
    if not named:
        return ()
    sql = f"{_FOUND} and {_BORN.format(days=days)} and ({named}) {_IN_ORDER}"
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
    """Those born on one of the days, as recorded or as given beside it."""
    values: dict[str, object] = {"reader": reader, "most": most}
    days = _list(_texts(born), values)
    sql = f"{_FOUND} and {_BORN.format(days=days)} {_IN_ORDER}"
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


def _named(way: Words, values: dict[str, object], all_of_them: bool) -> str:
    """Whoever has one of the first words, and then one of each of the others."""
    first, others = _list(sorted(way[0]), values), way[1:]
    also = "".join(f" and {_has(words, 'name_words.person_id', values)}" for words in others)
    limit = "" if all_of_them else f"limit {LOOKED_AT}"
    some = f"select person_id from name_words where word in ({first}) {also} {limit}"
    return f"select person_id from ({some}) as way{len(values)}"


def _has(words: Collection[str], person_id: str, values: dict[str, object]) -> str:
    """A word with nothing added to it, so that a person's few words are gone through, and not the
    index once for each of many words that will do.
    """
    return f"""exists (
        select 1 from name_words as o
        where o.person_id = {person_id} and o.word || '' in ({_list(sorted(words), values)})
    )"""


def _rarest_first(db: Database, way: Words, counted: dict[tuple[str, ...], int]) -> Words:
    """So that few are gone through. Nothing, when nobody has one of the words.

    ``counted`` is what was counted before: several ways have the same words.
    """
    if len(way) == 1:
        return way
    each = [tuple(sorted(words)) for words in way]
    counted |= {words: _how_many(db, words) for words in {*each} - counted.keys()}
    if not all(counted[words] for words in each):
        return ()
    return tuple(sorted(each, key=lambda words: (counted[words], words)))


def _how_many(db: Database, words: Collection[str]) -> int:
    values: dict[str, object] = {}
    found = f"select 1 from name_words where word in ({_list(sorted(words), values)})"
    sql = f"select count(*) as people from ({found} limit {COUNTED}) as some"
    return int(rows(db, sql, values)[0]["people"])


def _texts(days: Collection[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)


def _list(items: Iterable[str], values: dict[str, object]) -> str:
    names = []
    for item in items:
        names.append(f"v{len(values)}")
        values[names[-1]] = item
    return ", ".join(f":{name}" for name in names)
