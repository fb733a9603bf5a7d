"""People known to the service."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from store.bodies import day_or_none, field
from store.database import row
from store.entry import Entry
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text


@dataclass(frozen=True)
class Person:
    """A person; without a name once their particulars were lawfully erased."""

    id: str
    name: str | None
    date_of_birth: date | None
    recorded_at: datetime


def person(db: Database, person_id: str) -> Person | None:
    """One person by id."""
    found = row(db, "select * from people where id = :id", {"id": person_id})
    if found is None:
        return None
    return Person(
        id=found["id"],
        name=found["name"],
        date_of_birth=found["date_of_birth"] and date.fromisoformat(found["date_of_birth"]),
        recorded_at=from_text(found["recorded_at"]),
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
