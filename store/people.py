"""People known to the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import day_or_none, field
from store.database import row, rows
from store.entry import Entry
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text

NAME_NOT_GIVEN = "Name not given"
NAME_ERASED = "Name erased by law"
"""Stands in the place of a name. Nobody is found by it, and nobody is alike for it."""


@dataclass(frozen=True)
class Person:
    """A person; without a name once their particulars were lawfully erased.

    ``also_born`` are other dates of birth that were given, the first given first.
    """

    id: str
    name: str | None
    date_of_birth: date | None
    recorded_at: datetime
    also_born: tuple[date, ...] = ()

    @property
    def birth_dates(self) -> tuple[date | None, ...]:
        """The one on record first."""
        return self.date_of_birth, *self.also_born

    @property
    def is_named(self) -> bool:
        return self.name not in (None, NAME_NOT_GIVEN)


def person(db: Database, person_id: str) -> Person | None:
    """One person by id."""
    found = row(db, "select * from people where id = :id", {"id": person_id})
    return as_person(found) if found else None


@dataclass(frozen=True)
class ExternalId:
    """What another system calls the person."""

    system: str
    id: str


def external_ids_of(db: Database, person_id: str) -> tuple[ExternalId, ...]:
    """By system, then id."""
    return tuple(
        ExternalId(found["system"], found["external_id"])
        for found in rows(
            db,
            "select * from external_ids where person_id = :id order by system, external_id",
            {"id": person_id},
        )
    )


def as_person(found: Mapping[str, Any]) -> Person:
    """The person in a row of ``people``."""
    return Person(
        id=found["id"],
        name=found["name"],
        date_of_birth=found["date_of_birth"] and date.fromisoformat(found["date_of_birth"]),
        recorded_at=from_text(found["recorded_at"]),
        also_born=tuple(date.fromisoformat(born) for born in found["also_born"].split()),
    )


keeps("people", of="person")


@projects("person_recorded", of="person")
def record(db: Database, entry: Entry) -> None:
    """Recorded again, the later particulars prevail."""
    new = {
        "id": subject(entry.stream),
        "name": None,
        "date_of_birth": None,
        "recorded_at": to_text(entry.recorded_at),
    }
    if entry.body is None:
        # The person stays, nameless: cases point at them.
        db.execute(
            """
            insert into people (id, name, date_of_birth, recorded_at)
            values (:id, :name, :date_of_birth, :recorded_at) on conflict (id) do nothing
            """,
            new,
        )
        return
    db.execute(
        """
        insert into people (id, name, date_of_birth, recorded_at)
        values (:id, :name, :date_of_birth, :recorded_at)
        on conflict (id) do update
        set name = excluded.name, date_of_birth = excluded.date_of_birth
        """,
        new
        | {"name": field(entry, "name", str), "date_of_birth": day_or_none(entry, "date_of_birth")},
    )


keeps("external_ids", of="person", key="person_id")


@projects("external_id_added", of="person")
def add_external_id(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        db.execute(
            """
            insert into external_ids (entry_id, person_id, system, external_id)
            values (:entry_id, :person_id, :system, :id)
            """,
            {
                "entry_id": entry.id,
                "person_id": subject(entry.stream),
                "system": field(entry, "system", str),
                "id": field(entry, "id", str),
            },
        )
