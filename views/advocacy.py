"""Who was offered an advocate and told about their rights, across cases. For managers.

Cases stand by their reference, and no name of a young person does. Nothing is ranked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlite_utils import Database

from protocol.s20_records import ADVOCATE, INFORMATION, OFFER
from rules.calendar import london
from store import cases
from store.outcomes_on_record import OUTCOME
from store.reading import read_kind
from store.records import REMOVED, SAVED, records_in
from store.stream_names import case as case_stream
from views import clock, database, reading
from views.doors import LEDGERS, open_to
from views.spreadsheet import spreadsheet
from views.words import YES_NO

HEADS = ("Case", "What", "When", "By whom", "Advocate", "Answers", "When it was", "Not recorded")

bp = Blueprint("advocacy", __name__, url_prefix="/advocacy")

Record = Mapping[str, Mapping[str, Any]]

ASKED = {
    ADVOCATE: {"independent": "Independent", "time_given": "Time given", "accepted": "Accepted"},
    INFORMATION: {
        "written": "In writing",
        "explained": "Explained",
        "in_their_language": "In their language",
        "what_refusing_means": "Told what refusing means",
    },
}
WHO = {ADVOCATE: "offered_by", INFORMATION: "informed_by"}
MISSING = {"at": "when", "offered_by": "who offered it", "informed_by": "who explained it"}
NEVER = {ADVOCATE: "No offer is recorded", INFORMATION: "No information is recorded"}


@dataclass(frozen=True)
class Line:
    """One offer, or one time they were informed; or that none is recorded for a case.

    ``says`` is what was asked → the answer in words, ``relative`` when it was relative to the last
    answer about section 20 and to the outcome, ``missing`` what nobody has recorded.
    """

    case_id: str
    reference: str
    kind: str
    none: bool
    at: datetime | None
    who: str
    advocate: str
    says: Mapping[str, str]
    relative: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Counts:
    """Of the cases this reader may know of. Not known is never counted as no."""

    cases: int
    offered: int
    independent: int
    accepted: int
    informed: int


@bp.get("")
@open_to(LEDGERS)
def ledger() -> ResponseReturnValue:
    reading.record("ledger_read", {"ledger": "advocacy"})
    lines = every_line(database.current(), current_user.account.human_id)
    return render_template(
        "advocacy/ledger.html",
        advocates=[line for line in lines if line.kind == ADVOCATE],
        information=[line for line in lines if line.kind == INFORMATION],
        counts=count(lines),
        now=clock.now(),
    )


@bp.get("/advocacy.csv")
@open_to(LEDGERS)
def as_csv() -> ResponseReturnValue:
    reading.record("ledger_read", {"ledger": "advocacy", "as": "csv"})
    lines = every_line(database.current(), current_user.account.human_id)
    return spreadsheet("advocacy", HEADS, (row(line) for line in lines))


def row(line: Line) -> tuple[str, ...]:
    what = "Advocate" if line.kind == ADVOCATE else "Information"
    at = london(line.at).strftime("%Y-%m-%d %H:%M") if line.at else ""
    says = "; ".join(f"{asked}: {answer}" for asked, answer in line.says.items())
    missing = NEVER[line.kind] if line.none else "; ".join(line.missing)
    return line.reference, what, at, line.who, line.advocate, says, line.relative, missing


def every_line(db: Database, reader: str) -> list[Line]:
    """Of the open cases this reader may know of, by reference."""
    files = sorted(cases.open_cases(db, reader), key=lambda file: file.case.reference or "")
    return [
        line for file in files for line in lines_of(db, file.case.id, file.case.reference or "")
    ]


def lines_of(db: Database, case_id: str, reference: str) -> Iterable[Line]:
    stream = case_stream(case_id)
    entries = [e for kind in (SAVED, REMOVED) for e in read_kind(db, stream, kind)]
    held = records_in(sorted(entries, key=lambda entry: entry.seq)).held
    answered = last_time(held.get(OFFER, {}).values())
    outcomes = read_kind(db, stream, OUTCOME)
    decided = outcomes[-1].recorded_at if outcomes else None
    for kind in (ADVOCATE, INFORMATION):
        found = held.get(kind, {})
        for record in found.values():
            yield line_of(case_id, reference, kind, record, answered, decided)
        if not found:
            yield Line(case_id, reference, kind, True, None, "", "", {}, "", ())


def line_of(
    case_id: str,
    reference: str,
    kind: str,
    record: Record,
    answered: tuple[bool, datetime | None],
    decided: datetime | None,
) -> Line:
    at, who = time_of(record), value(record, WHO[kind])
    asked = {"at": value(record, "at"), WHO[kind]: who} | {
        name: value(record, name) for name in ASKED[kind]
    }
    words = {**MISSING, **{name: says.lower() for name, says in ASKED[kind].items()}}
    return Line(
        case_id,
        reference,
        kind,
        False,
        at,
        who,
        value(record, "advocate"),
        {
            says: YES_NO.get(value(record, name) or "not_known", "Not known yet")
            for name, says in ASKED[kind].items()
        },
        relative_to(at, answered, decided),
        tuple(words[name] for name, said in asked.items() if said in ("", "not_known")),
    )


def relative_to(
    at: datetime | None, answered: tuple[bool, datetime | None], decided: datetime | None
) -> str:
    """At the same time is not before: what they were told counts only if it came first."""
    if at is None:
        return "It is not known when"
    has_answered, last = answered
    if not has_answered:
        first = "no answer about section 20 is recorded"
    elif last is None:
        first = "it is not known when they last answered about section 20"
    else:
        first = f"{'before' if at < last else 'not before'} their last answer about section 20"
    then = f"{'before' if at < decided else 'after'} the outcome" if decided else "no outcome yet"
    return f"{first}; {then}".capitalize()


def last_time(records: Iterable[Record]) -> tuple[bool, datetime | None]:
    """Whether there is any, and the latest time; nothing while the time of any is not known."""
    times = [time_of(record) for record in records]
    known = [time for time in times if time]
    return bool(times), max(known) if known and len(known) == len(times) else None


def count(lines: Iterable[Line]) -> Counts:
    lines = list(lines)

    def cases_where(kind: str, *yes: str) -> int:
        found = {
            line.case_id
            for line in lines
            if line.kind == kind and not line.none and all(line.says[each] == "Yes" for each in yes)
        }
        return len(found)

    return Counts(
        len({line.case_id for line in lines}),
        cases_where(ADVOCATE),
        cases_where(ADVOCATE, "Independent"),
        cases_where(ADVOCATE, "Accepted"),
        cases_where(INFORMATION, *ASKED[INFORMATION].values()),
    )


def time_of(record: Record) -> datetime | None:
    said = record.get("at", {}).get("value")
    return datetime.fromisoformat(said) if said else None


def value(record: Record, name: str) -> str:
    return str(record.get(name, {}).get("value") or "")
