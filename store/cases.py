"""Cases: one presentation of one young person under the joint protocol."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import field
from store.database import row, rows
from store.entry import Entry
from store.people import NAME_ERASED, Person, person
from store.restrictions import HIDDEN_CASE
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text


@dataclass(frozen=True)
class Case:
    id: str
    person_id: str | None
    reference: str | None
    opened_at: datetime
    opened_by: str
    state: str
    needs_manager: bool
    held_by: str | None


@dataclass(frozen=True)
class CaseFile:
    """A case and whose it is; nobody's once the entry that opened it was lawfully erased."""

    case: Case
    person: Person | None

    @property
    def name(self) -> str:
        """What to call them: their name, or that it was not given or was erased."""
        return (self.person and self.person.name) or NAME_ERASED


class CaseAlreadyOpen(Exception):
    """A person has at most one open case; ``case_id`` is that one."""

    def __init__(self, case_id: str) -> None:
        super().__init__(f"Case {case_id} is open for this person.")
        self.case_id = case_id


def open_cases(db: Database, reader: str) -> tuple[CaseFile, ...]:
    """The open cases this human may know of and whose they are, the latest opened first."""
    return tuple(
        _file(db, found)
        for found in rows(
            db,
            f"""
            select * from cases where state = 'open' and not {HIDDEN_CASE}
            order by opened_at desc, id
            """,
            {"reader": reader},
        )
    )


def case_file(db: Database, case_id: str, reader: str) -> CaseFile | None:
    """One case and whose it is, by the case's id; None for one this human may not know of."""
    found = row(
        db,
        f"select * from cases where id = :id and not {HIDDEN_CASE}",
        {"id": case_id, "reader": reader},
    )
    return _file(db, found) if found else None


def case_held_by(db: Database, case_id: str) -> str | None:
    """The human who holds a case now."""
    found = row(db, "select held_by from cases where id = :id", {"id": case_id})
    return found["held_by"] if found else None


def open_case_of(db: Database, person_id: str, reader: str) -> Case | None:
    """The person's open case, if there is one and this human may know of it."""
    found = row(
        db,
        f"""
        select * from cases
        where person_id = :person_id and state = 'open' and not {HIDDEN_CASE}
        """,
        {"person_id": person_id, "reader": reader},
    )
    return _case(found) if found else None


def _file(db: Database, found: Mapping[str, Any]) -> CaseFile:
    case = _case(found)
    return CaseFile(case, None if case.person_id is None else person(db, case.person_id))


def _case(found: Mapping[str, Any]) -> Case:
    return Case(
        **{
            **found,
            "opened_at": from_text(found["opened_at"]),
            "needs_manager": bool(found["needs_manager"]),
        }
    )


keeps("cases", of="case")


@projects("case_opened", of="case")
def open_case(db: Database, entry: Entry) -> None:
    """CaseAlreadyOpen when the person has an open case."""
    case_id = subject(entry.stream)
    person_id = None if entry.body is None else field(entry, "person_id", str)
    other = row(
        db,
        "select id from cases where person_id = :person_id and state = 'open' and id <> :id",
        {"person_id": person_id, "id": case_id},
    )
    if other:
        raise CaseAlreadyOpen(other["id"])
    decided = row(db, "select needs_manager from presentations where id = :id", {"id": case_id})
    db.execute(
        """
        insert into cases
            (id, person_id, reference, opened_at, opened_by, state, needs_manager, held_by)
        values (:id, :person_id, :reference, :at, :by, 'open', :needs_manager, :by)
        """,
        {
            "id": case_id,
            "person_id": person_id,
            "reference": None if entry.body is None else field(entry, "reference", str),
            "at": to_text(entry.happened_at),
            "by": entry.human_id,
            # The decision that opens a case is recorded before it.
            "needs_manager": decided["needs_manager"] if decided else 0,
        },
    )


@projects("decision_made", of="case")
def decide(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        db.execute(
            "update cases set needs_manager = :needs_manager where id = :id",
            {
                "id": subject(entry.stream),
                "needs_manager": int(field(entry, "needs_manager", bool)),
            },
        )


@projects("case_handed_to", of="case")
def hold(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        db.execute(
            "update cases set held_by = :to where id = :id",
            {"id": subject(entry.stream), "to": field(entry, "to", str)},
        )
