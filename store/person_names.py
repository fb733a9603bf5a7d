"""What a person is called: the name on record, and aliases added and taken away with a reason.

``alias_added`` {alias, reason} and ``alias_removed`` {alias, reason}, caused by what it takes away.
A person whose name was lawfully erased has no words to be found by.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store.bodies import field
from store.database import row, rows
from store.entry import Entry
from store.journal import Command
from store.names import SHORTEST_BEGINNING, folded, head, sound, tail, with_joined, words
from store.people import NAME_NOT_GIVEN
from store.stream_names import person, subject
from store.tables import keeps, projects
from store.times import from_text, to_text

AT_ONCE = 500
"""Values in one query: databases bear some thousands, and this is quick enough."""


@dataclass(frozen=True)
class Alias:
    """``id`` is the entry that added it."""

    id: str
    name: str
    added_at: datetime
    added_by: str
    reason: str


class AliasNotChanged(ValueError):
    """It is there already, or it is not there to be taken away."""


def aliases_of(db: Database, person_id: str) -> tuple[Alias, ...]:
    """The first added first."""
    return tuple(
        Alias(
            found["entry_id"],
            found["name"],
            from_text(found["recorded_at"]),
            found["recorded_by"],
            found["reason"],
        )
        for found in rows(
            db,
            """
            select * from person_names where person_id = :id and kind = 'alias'
            order by recorded_at, entry_id
            """,
            {"id": person_id},
        )
    )


def aliases_of_all(db: Database, person_ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Person id to aliases, for those who have any."""
    ids, found = sorted(person_ids), dict[str, tuple[str, ...]]()
    for start in range(0, len(ids), AT_ONCE):
        some = {f"id{n}": id for n, id in enumerate(ids[start : start + AT_ONCE])}
        for each in rows(
            db,
            f"""
            select person_id, name from person_names
            where person_id in ({", ".join(f":{n}" for n in some)}) and kind = 'alias'
            order by recorded_at, entry_id
            """,
            some,
        ):
            found[each["person_id"]] = (*found.get(each["person_id"], ()), each["name"])
    return found


def is_called(db: Database, person_id: str, name: str) -> bool:
    """Whether this is their name or an alias of theirs, letter by letter."""
    return bool(
        row(
            db,
            "select 1 from person_names where person_id = :id and name = :name",
            {"id": person_id, "name": name},
        )
    )


def add_alias(
    c: Command,
    person_id: str,
    alias: str,
    reason: str,
    expect_seq: int | None = None,
    caused_by: str | None = None,
) -> Entry:
    """Conflict, or AliasNotChanged when the person is called so already."""
    if is_called(c.db, person_id, alias):
        raise AliasNotChanged("This name is on record already")
    body = {"alias": alias, "reason": reason}
    return c.append(
        person(person_id), "alias_added", body, expect_seq=expect_seq, caused_by=caused_by
    )


def remove_alias(
    c: Command, person_id: str, alias_id: str, reason: str, expect_seq: int | None = None
) -> Entry:
    """Conflict, or AliasNotChanged when it is gone already."""
    found = {alias.id: alias for alias in aliases_of(c.db, person_id)}.get(alias_id)
    if found is None:
        raise AliasNotChanged("This name was taken off already")
    body = {"alias": found.name, "reason": reason}
    return c.append(
        person(person_id), "alias_removed", body, expect_seq=expect_seq, caused_by=alias_id
    )


keeps("person_names", of="person", key="person_id")
keeps("name_words", of="person", key="person_id")


@projects("person_recorded", of="person")
def name(db: Database, entry: Entry) -> None:
    """Recorded again, the later name prevails; what was erased names nobody."""
    if entry.body is not None:
        db.execute(
            "delete from person_names where person_id = :id and kind = 'name'",
            {"id": subject(entry.stream)},
        )
        _keep(db, entry, field(entry, "name", str), "name")
    _keep_words(db, subject(entry.stream))


@projects("alias_added", of="person")
def add(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        _keep(db, entry, field(entry, "alias", str), "alias", field(entry, "reason", str))
        _keep_words(db, subject(entry.stream))


@projects("alias_removed", of="person")
def remove(db: Database, entry: Entry) -> None:
    """What it takes away is in its cause, so that it is gone even when these words are erased."""
    if entry.caused_by is None:
        raise ValueError("An alias is taken away by naming the entry that added it in caused_by.")
    if entry.body is not None:
        field(entry, "alias", str), field(entry, "reason", str)
    db.execute(
        """
        delete from person_names
        where person_id = :id and entry_id = :alias_id and kind = 'alias'
        """,
        {"id": subject(entry.stream), "alias_id": entry.caused_by},
    )
    _keep_words(db, subject(entry.stream))


def _keep(db: Database, entry: Entry, name: str, kind: str, reason: str | None = None) -> None:
    db.execute(
        """
        insert into person_names
            (entry_id, person_id, name, folded, kind, recorded_at, recorded_by, reason)
        values (:entry_id, :person_id, :name, :folded, :kind, :at, :by, :reason)
        """,
        {
            "entry_id": entry.id,
            "person_id": subject(entry.stream),
            "name": name,
            "folded": folded(name),
            "kind": kind,
            "at": to_text(entry.recorded_at),
            "by": entry.human_id,
            "reason": reason,
        },
    )


def _keep_words(db: Database, person_id: str) -> None:
    db.execute("delete from name_words where person_id = :id", {"id": person_id})
    found = rows(
        db,
        """
        select person_names.name from person_names join people on people.id = person_id
        where person_id = :id and people.name is not null
        """,
        {"id": person_id},
    )
    called = [words(each["name"]) for each in found if each["name"] != NAME_NOT_GIVEN]
    written = frozenset().union(*called)
    for word in sorted(written.union(*map(with_joined, called))):
        db.execute(
            """
            insert into name_words (person_id, word, sound, head, tail, beginning)
            values (:id, :word, :sound, :head, :tail, :beginning)
            """,
            {
                "id": person_id,
                "word": word,
                "sound": sound(word),
                "head": head(word),
                "tail": tail(word),
                # Nobody begins to type two words as one.
                "beginning": word[:SHORTEST_BEGINNING] if word in written else None,
            },
        )
