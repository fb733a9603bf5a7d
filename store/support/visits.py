"""Visits: whether somebody saw them, when, and when that was recorded.

    visit_recorded   {visit_id, kind, outcome, alone, at, who, words, theirs, why_late}
    visit_withdrawn  {visit_id, why}

``at`` is when it was; the entry says when it was recorded, and by whom. ``who`` names somebody
else who went, ``theirs`` is how they are in their words, and ``why_late`` why a visit of a day that
went by was not recorded then. What the rules know of it is a record of kind ``visit``. Nothing is
overwritten: a visit recorded by mistake is withdrawn, which is caused by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from protocol.visiting import (
    EARLIER_THAN_THE_CASE,
    LATER_THAN_NOW,
    OUTCOMES,
    SEEN,
    VISIT_KINDS,
)
from rules.calendar import london
from store import bodies
from store.entry import Entry, Precision
from store.ids import new_id
from store.journal import Command
from store.reading import read
from store.records import REMOVED, SAVED
from store.steps import IllegalStep, NotPossible
from store.stream_names import case, subject
from store.tables import keeps, projects
from store.times import from_text, to_text

RECORDED = "visit_recorded"
WITHDRAWN = "visit_withdrawn"
VISIT = "visit"
"""The kind of record that the rules know."""

_UNSAID = dict.fromkeys(("who", "words", "theirs", "why_late"))


@dataclass(frozen=True)
class Visit:
    """``entry`` recorded it; ``withdrawn`` took it back, if anything did. ``at`` is in London."""

    id: str
    entry: Entry
    kind: str
    outcome: str
    alone: str
    at: datetime
    who: str | None
    words: str | None
    theirs: str | None
    why_late: str | None
    withdrawn: Entry | None = None

    @property
    def saw_them(self) -> bool:
        """Trying is not seeing, and what was taken back does not count."""
        return self.outcome == SEEN and self.withdrawn is None


def visits_in(entries: Iterable[Entry]) -> tuple[Visit, ...]:
    """Every visit of a case, the earliest first. What was erased by law is left out."""
    found: dict[str, Visit] = {}
    for entry in entries:
        if entry.kind == RECORDED and entry.body is not None:
            found[entry.id] = _visit(entry, entry.body)
        elif entry.kind == WITHDRAWN and entry.caused_by in found:
            found[entry.caused_by] = replace(found[entry.caused_by], withdrawn=entry)
    return tuple(sorted(found.values(), key=lambda visit: (visit.at, visit.entry.seq)))


def record(
    c: Command,
    case_id: str,
    said: Mapping[str, Any],
    at: datetime,
    begun_at: datetime,
    precision: Precision = "minute",
) -> Entry:
    """``said`` are the fields from ``kind`` on, without ``at``; of the words only those that there
    are. ``begun_at`` is when they came.

    NotPossible for a visit that is later than now or earlier than the case.
    """
    if at > c.recorded_at:
        raise NotPossible(LATER_THAN_NOW)
    if at < begun_at:
        raise NotPossible(EARLIER_THAN_THE_CASE)
    stream, body = case(case_id), {"visit_id": new_id(), **_UNSAID, **said, "at": to_text(at)}
    recorded = c.append(stream, RECORDED, body, occurred_at=at, precision=precision)
    c.append(stream, SAVED, _as_record(body), caused_by=recorded.id)
    return recorded


def withdraw(c: Command, case_id: str, visit: Visit, why: str) -> None:
    """It was recorded by mistake. IllegalStep where somebody has said so already."""
    stream = case(case_id)
    again = (e for e in read(c.db, stream) if (e.kind, e.caused_by) == (WITHDRAWN, visit.entry.id))
    if any(again):
        raise IllegalStep("this visit was taken back already")
    body = {"visit_id": visit.id, "why": why}
    taken_back = c.append(stream, WITHDRAWN, body, caused_by=visit.entry.id)
    gone = {"record": VISIT, "id": visit.id, "reason": why}
    c.append(stream, REMOVED, gone, caused_by=taken_back.id)


def _as_record(body: Mapping[str, Any]) -> dict[str, Any]:
    """What the rules know of it. A visit on which nobody saw them is on record as that."""

    def answer(wording: str, value: str, words: str | None = None) -> dict[str, Any]:
        return {"wording": wording, "value": value, "words": words, "standing": "answered"}

    seen = "yes" if body["outcome"] == SEEN else "no"
    return {
        "record": VISIT,
        "id": body["visit_id"],
        "fields": {
            "kind": answer("What kind of visit was it?", body["kind"], VISIT_KINDS[body["kind"]]),
            "at": answer("When was it?", body["at"]),
            "seen": answer("Did they see them?", seen),
        },
    }


def _visit(entry: Entry, body: Mapping[str, Any]) -> Visit:
    said = {name: body.get(name) for name in _UNSAID}
    return Visit(
        body["visit_id"],
        entry,
        body["kind"],
        body["outcome"],
        body["alone"],
        london(datetime.fromisoformat(body["at"])),
        **said,
    )


# The table: a row to each visit, without what was said on it. Lists across cases go by it.

keeps("support_visits", of="case", key="case_id")


@projects(RECORDED, of="case")
def somebody_went(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    for name in ("kind", "outcome", "alone"):
        bodies.field(entry, name, str)
    for name in _UNSAID:
        bodies.text_or_none(entry, name)
    if entry.body["kind"] not in VISIT_KINDS or entry.body["outcome"] not in OUTCOMES:
        raise ValueError("A visit is of a known kind, and came to one of the outcomes.")
    if entry.body["alone"] not in ("yes", "no", "not_known"):
        raise ValueError("They were seen alone, or not, or that is not known.")
    at = from_text(bodies.field(entry, "at", str))
    db.execute(
        """
        insert into support_visits (id, entry_id, case_id, at, day, seen)
        values (:id, :entry_id, :case_id, :at, :day, :seen)
        """,
        {
            "id": bodies.field(entry, "visit_id", str),
            "entry_id": entry.id,
            "case_id": subject(entry.stream),
            "at": to_text(at),
            "day": london(at).date().isoformat(),
            "seen": int(entry.body["outcome"] == SEEN),
        },
    )


@projects(WITHDRAWN, of="case")
def nobody_did(db: Database, entry: Entry) -> None:
    """Also where its own body was erased: its cause says which visit."""
    if entry.body is not None:
        for name in ("visit_id", "why"):
            bodies.field(entry, name, str)
    if entry.caused_by is None:
        raise ValueError("visit_withdrawn is caused by the visit it takes back.")
    db.execute("delete from support_visits where entry_id = :id", {"id": entry.caused_by})
