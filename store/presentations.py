"""Presentations: a young person came, or somebody came for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import field
from store.database import row, rows
from store.entry import Entry
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text


@dataclass(frozen=True)
class Presentation:
    """A presentation; ``seq`` is the stream's entry at which it was last saved."""

    id: str
    reference: str | None
    started_at: datetime
    started_by: str
    state: str
    saved_at: datetime | None
    saved_by: str | None
    seq: int
    needs_manager: bool


def presentation(db: Database, presentation_id: str) -> Presentation | None:
    """One presentation by id."""
    found = row(db, "select * from presentations where id = :id", {"id": presentation_id})
    return _presentation(found) if found else None


def open_for(db: Database, human_id: str) -> tuple[Presentation, ...]:
    """The open ones this human started or saved last, the latest touched first."""
    return tuple(
        _presentation(found)
        for found in rows(
            db,
            """
            select * from presentations
            where state = 'open' and (started_by = :human or saved_by = :human)
            order by coalesce(saved_at, started_at) desc, id
            """,
            {"human": human_id},
        )
    )


def open_since_before(db: Database, moment: datetime) -> tuple[Presentation, ...]:
    """Everybody's open ones that were started before a moment, the first first."""
    return tuple(
        _presentation(found)
        for found in rows(
            db,
            """
            select * from presentations where state = 'open' and started_at < :moment
            order by started_at, id
            """,
            {"moment": to_text(moment)},
        )
    )


def _presentation(found: Mapping[str, Any]) -> Presentation:
    return Presentation(
        **{
            **found,
            "started_at": from_text(found["started_at"]),
            "saved_at": found["saved_at"] and from_text(found["saved_at"]),
            "needs_manager": bool(found["needs_manager"]),
        }
    )


keeps("presentations", of="case")


@projects("presentation_started", of="case")
def start(db: Database, entry: Entry) -> None:
    db.execute(
        """
        insert into presentations (id, reference, started_at, started_by, state, seq, needs_manager)
        values (:id, :reference, :at, :by, 'open', :seq, 0)
        """,
        {
            "id": subject(entry.stream),
            "reference": None if entry.body is None else field(entry, "reference", str),
            "at": to_text(entry.happened_at),
            "by": entry.human_id,
            "seq": entry.seq,
        },
    )


@projects("answers_given", of="case")
@projects("record_saved", of="case")
@projects("record_removed", of="case")
def save(db: Database, entry: Entry) -> None:
    db.execute(
        """
        update presentations set saved_at = :at, saved_by = :by, seq = :seq where id = :id
        """,
        {
            "id": subject(entry.stream),
            "at": to_text(entry.recorded_at),
            "by": entry.human_id,
            "seq": entry.seq,
        },
    )


@projects("decision_made", of="case")
def decide(db: Database, entry: Entry) -> None:
    """A decision not to open a case can need a manager too, so it is noted here as well."""
    presentation_id = subject(entry.stream)
    db.execute("update presentations set state = 'decided' where id = :id", {"id": presentation_id})
    if entry.body is not None:
        db.execute(
            "update presentations set needs_manager = :needs_manager where id = :id",
            {"id": presentation_id, "needs_manager": int(field(entry, "needs_manager", bool))},
        )
