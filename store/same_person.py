"""Two people on record who are one: said by somebody, with a reason, and undone in the same way.

``same_person_linked`` {other, reason} and ``same_person_unlinked`` {other, reason} stand in both
people's streams. Nothing is merged and no id is rewritten. Undoing is caused by what it undoes.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store.bodies import field
from store.database import row, rows
from store.entry import Entry
from store.journal import Command
from store.people import Person, as_person
from store.restrictions import HIDDEN_PERSON
from store.stream_names import person, subject
from store.tables import keeps, projects
from store.times import from_text, to_text

LINKED, UNLINKED = "same_person_linked", "same_person_unlinked"


@dataclass(frozen=True)
class Link:
    """Somebody said that ``person_id`` and ``other`` are one."""

    person_id: str
    other: Person
    linked_at: datetime
    linked_by: str
    reason: str


class LinkNotChanged(ValueError):
    """They are linked already, or not linked, or it is one record and not two."""


def linked(db: Database, person_id: str, other_id: str) -> bool:
    """Whether two people on record are said to be one."""
    return bool(_pair(db, person_id, other_id) or _pair(db, other_id, person_id))


def links_of(db: Database, person_id: str, reader: str) -> tuple[Link, ...]:
    """Everybody on record who is this person too, as far as this human may know of them.

    Also those linked to one who is linked: what is on record about them may be what is missed.
    """
    known, todo, found = {person_id}, [person_id], list[Link]()
    while todo:
        one = todo.pop(0)
        for link in _straight_from(db, one, reader):
            if link.other.id not in known:
                known.add(link.other.id)
                todo.append(link.other.id)
                found.append(link)
    return tuple(found)


def link(
    c: Command,
    person_id: str,
    other_id: str,
    reason: str,
    expect_seq: int | None = None,
    expect_other_seq: int | None = None,
) -> None:
    """In both streams. Conflict, or LinkNotChanged when there is nothing to link."""
    if person_id == other_id or linked(c.db, person_id, other_id):
        raise LinkNotChanged("They are recorded as one person already")
    for id in (person_id, other_id):
        if not row(c.db, "select 1 from people where id = :id", {"id": id}):
            raise LinkNotChanged("There is no such person")
    expected = {person_id: expect_seq, other_id: expect_other_seq}
    for mine, other in sorted([(person_id, other_id), (other_id, person_id)]):
        body = {"other": other, "reason": reason}
        c.append(person(mine), LINKED, body, expect_seq=expected[mine])


def unlink(
    c: Command,
    person_id: str,
    other_id: str,
    reason: str,
    expect_seq: int | None = None,
    expect_other_seq: int | None = None,
) -> None:
    """In both streams. Conflict, or LinkNotChanged when they are not linked."""
    if not linked(c.db, person_id, other_id):
        raise LinkNotChanged("They are not recorded as one person")
    expected = {person_id: expect_seq, other_id: expect_other_seq}
    for mine, other in sorted([(person_id, other_id), (other_id, person_id)]):
        c.append(
            person(mine),
            UNLINKED,
            {"other": other, "reason": reason},
            expect_seq=expected[mine],
            caused_by=_pair(c.db, mine, other),
        )


def _straight_from(db: Database, person_id: str, reader: str) -> tuple[Link, ...]:
    """Read from both sides: the words on one side may have been erased."""
    return tuple(
        Link(
            person_id,
            as_person(found),
            from_text(found["linked_at"]),
            found["linked_by"],
            found["reason"],
        )
        for found in rows(
            db,
            f"""
            select people.*, pairs.linked_at, pairs.linked_by, pairs.reason from (
                select other_id, linked_at, linked_by, reason from same_person
                where person_id = :id
                union
                select person_id, linked_at, linked_by, reason from same_person
                where other_id = :id
            ) as pairs join people on people.id = pairs.other_id
            where people.name is not null and not {HIDDEN_PERSON}
            order by pairs.linked_at, people.id
            """,
            {"id": person_id, "reader": reader},
        )
    )


def _pair(db: Database, person_id: str, other_id: str) -> str | None:
    """The entry in this stream that links them."""
    found = row(
        db,
        "select entry_id from same_person where person_id = :id and other_id = :other",
        {"id": person_id, "other": other_id},
    )
    return found["entry_id"] if found else None


keeps("same_person", of="person", key="person_id")


@projects(LINKED, of="person")
def keep_link(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    if field(entry, "other", str) == subject(entry.stream):
        raise ValueError("Nobody is linked to themself.")
    db.execute(
        """
        insert into same_person (entry_id, person_id, other_id, linked_at, linked_by, reason)
        values (:entry_id, :person_id, :other_id, :at, :by, :reason)
        """,
        {
            "entry_id": entry.id,
            "person_id": subject(entry.stream),
            "other_id": field(entry, "other", str),
            "at": to_text(entry.recorded_at),
            "by": entry.human_id,
            "reason": field(entry, "reason", str),
        },
    )


@projects(UNLINKED, of="person")
def drop_link(db: Database, entry: Entry) -> None:
    """Also once its words were erased: that must not bring a link back."""
    if entry.body is not None:
        field(entry, "other", str), field(entry, "reason", str)
    db.execute("delete from same_person where entry_id = :id", {"id": entry.caused_by})
