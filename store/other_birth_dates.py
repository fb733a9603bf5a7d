"""Dates of birth given beside the one on record, which stays: both are shown, and found by.

``date_of_birth_given`` {date_of_birth, reason}
"""

from datetime import date

from sqlite_utils import Database

from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.stream_names import person, subject
from store.tables import keeps, projects

GIVEN = "date_of_birth_given"


def give(c: Command, person_id: str, born: date, reason: str, caused_by: str | None) -> Entry:
    """Somebody on record is said to be born on another day than the one recorded."""
    body = {"date_of_birth": born.isoformat(), "reason": reason}
    return c.append(person(person_id), GIVEN, body, caused_by=caused_by)


keeps("other_birth_dates", of="person", key="person_id")


@projects(GIVEN, of="person")
def keep(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    field(entry, "reason", str)
    born = date.fromisoformat(field(entry, "date_of_birth", str)).isoformat()
    db.execute(
        """
        insert into other_birth_dates (entry_id, person_id, date_of_birth)
        values (:entry_id, :person_id, :born)
        """,
        {"entry_id": entry.id, "person_id": subject(entry.stream), "born": born},
    )
    # Beside the person as well, so that whoever reads one has the other.
    db.execute(
        "update people set also_born = trim(also_born || ' ' || :born) where id = :id",
        {"born": born, "id": subject(entry.stream)},
    )
