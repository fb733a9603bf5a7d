"""Fewer visits: a person's decision, with evidence, which another human signs; and daily again.

    fewer_visits_decided  {every_days, starts_on, look_again_on, evidence, said, reason,
                           young_person_said}
    daily_visits_again    {why}

``evidence`` are the numbers of points of the checklist, ``said`` what stood there then, worries
among it. Whether fewer visits are agreed is for the rules: ``records_in`` gives them each decision
as a record, with its signature, and nothing else ever says yes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.operators import Recorded
from protocol.visiting import DAILY, HOW_OFTEN
from protocol.visits import fewer_visits_agreed
from rules.answers import NO, NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import ONE_DAY, london
from rules.facts import Value, write_value
from store import bodies, signatures
from store.bed_entries import BED, ENDED, HAPPENED, LEFT
from store.database import rows
from store.entry import Entry
from store.journal import Command
from store.reading import read
from store.stream_names import case, subject
from store.tables import keeps, projects
from store.times import from_text, to_text

DECIDED = "fewer_visits_decided"
AGAIN = "daily_visits_again"
SIGNED = "fewer_visits"
"""What the second signature is asked for."""

RECORD = "fewer_visits_decision"


@dataclass(frozen=True)
class Decision:
    """One decision on how often they are visited, as far as it goes. ``back`` is for daily visits
    again: nothing else is needed for that, and something that happened can do it too."""

    entry_id: str
    at: datetime
    by: str
    back: bool = False
    every_days: int | None = None
    starts_on: date | None = None
    look_again_on: date | None = None
    has_evidence: bool = False
    has_reasons: bool = False
    has_their_view: bool = False
    signed_at: datetime | None = None
    refused: bool = False

    @property
    def is_open(self) -> bool:
        """It waits for another human."""
        return not self.back and self.signed_at is None and not self.refused

    @property
    def counts_from(self) -> date | None:
        """The first day it can count on, and not before the day after it was signed: the visit of
        that day still takes place. None while it is not signed."""
        if self.starts_on is None or self.signed_at is None:
            return None
        return max(self.starts_on, london(self.signed_at).date() + ONE_DAY)


def decisions_in(entries: Iterable[Entry]) -> tuple[Decision, ...]:
    """Every decision of a case, in order, with what became of its signature. Of one that was erased
    by law nothing is known, so it is no reason for fewer visits.

    A decision is about where they were then. Another bed, that they left, and the end of support
    turn back to daily visits, until somebody decides anew.
    """
    found: dict[str, Decision] = {}
    asked: dict[str, str] = {}
    ends: set[str | None] = set()
    for entry in entries:
        ends |= {entry.id} if entry.kind == ENDED or _asks_about(entry, ends) else set()
        if entry.kind in (DECIDED, AGAIN):
            found[entry.id] = _decision(entry)
        elif _is_another_place(entry, ends):
            last = next(reversed(found.values()), None)
            if last and not last.back:
                found[entry.id] = Decision(entry.id, entry.recorded_at, entry.human_id, back=True)
        elif entry.kind == signatures.ASKED and entry.caused_by in found:
            asked[entry.id] = entry.caused_by
            found[entry.caused_by] = replace(found[entry.caused_by], refused=False)
        elif entry.caused_by in asked:
            id = asked[entry.caused_by]
            found[id] = _signed(found[id], entry)
    return tuple(found.values())


def _asks_about(entry: Entry, ends: Collection[str | None]) -> bool:
    return entry.kind == signatures.ASKED and entry.caused_by in ends


def _is_another_place(entry: Entry, ends: Collection[str | None]) -> bool:
    """``ends`` are the ends of support, and what asked for their signatures."""
    if entry.kind == signatures.GIVEN:
        return entry.caused_by in ends
    return entry.kind in (BED, HAPPENED, LEFT)


def _decision(entry: Entry) -> Decision:
    body = entry.body or {}
    begun = Decision(entry.id, entry.recorded_at, entry.human_id, back=entry.kind == AGAIN)
    if entry.kind == AGAIN or not body:
        return begun
    return replace(
        begun,
        every_days=body["every_days"],
        starts_on=date.fromisoformat(body["starts_on"]),
        look_again_on=date.fromisoformat(body["look_again_on"]),
        has_evidence=bool(body["evidence"]),
        has_reasons=bool(body["reason"].strip()),
        has_their_view=bool(body["young_person_said"].strip()),
    )


def _signed(decision: Decision, step: Entry) -> Decision:
    if step.kind == signatures.GIVEN and decision.by not in step.author.humans:
        return replace(decision, signed_at=step.recorded_at, refused=False)
    if step.kind in (signatures.DECLINED, signatures.WITHDRAWN):
        return replace(decision, refused=True)
    return decision


def as_rule_sees(decision: Decision, on: datetime) -> dict[str, Value]:
    """The record of kind ``fewer_visits_decision``, on a day."""
    day = london(on).date()
    starts, counts = decision.starts_on, decision.counts_from
    return {
        "at": decision.at,
        "decided": yes_if(not decision.back and starts is not None and starts <= day),
        "evidence_recorded": yes_if(decision.has_evidence),
        "reasons_recorded": yes_if(decision.has_reasons),
        "young_persons_view_recorded": yes_if(decision.has_their_view),
        "second_person_agrees": (
            NO if decision.refused else yes_if(counts <= day) if counts else NOT_KNOWN
        ),
        "look_again_on": decision.look_again_on or NOT_KNOWN,
    }


def are_agreed(decisions: Iterable[Decision], on: datetime) -> Answer:
    """What the rules say of the decisions recorded until then: ``fewer_visits_agreed``."""
    known = tuple(as_rule_sees(each, on) for each in decisions if each.at <= on)
    recorded = Recorded(on, {RECORD: known}, frozenset(), {}, _no_number, _no_day)
    agreed = fewer_visits_agreed(recorded)
    assert isinstance(agreed, Answer)
    return agreed


def every_days(decisions: Iterable[Decision], on: datetime) -> int:
    """In how many days somebody has to see them: one, unless fewer visits are agreed then."""
    decisions = tuple(decisions)
    if are_agreed(decisions, on) is not YES:
        return DAILY
    return [each for each in decisions if each.at <= on][-1].every_days or DAILY


def records_in(entries: Iterable[Entry], on: datetime) -> dict[str, dict[str, Any]]:
    """The decisions as records for the rules: id → field → answer."""
    return {
        decision.entry_id: {
            name: {"value": write_value(value), "standing": "answered"}
            for name, value in as_rule_sees(decision, on).items()
        }
        for decision in decisions_in(entries)
    }


def decide(
    c: Command, case_id: str, body: Mapping[str, Any], words: str, reasons: str, of: tuple[str, ...]
) -> Entry:
    """Nothing changes until another human, in one of these roles, has signed it."""
    decided = c.append(case(case_id), DECIDED, body)
    signatures.ask(c, decided, what=SIGNED, words=words, reasons=reasons, asked_of=of)
    return decided


def daily_again(c: Command, case_id: str, why: str | None) -> None:
    """At once, and without asking anybody."""
    c.append(case(case_id), AGAIN, {"why": why or ""})


def _no_number(name: str) -> int:
    raise AssertionError("whether visits are fewer asks for no number")


def _no_day(day: date, days: int) -> date:
    raise AssertionError("whether visits are fewer asks for no working day")


# The table: the same decisions, so that lists across cases need not read every stream.

keeps("support_decisions", of="case", key="case_id")

_DAYS = ("starts_on", "look_again_on")
_FLAGS = ("back", "has_evidence", "has_reasons", "has_their_view", "refused")


def decisions_of(db: Database, case_ids: Iterable[str]) -> dict[str, tuple[Decision, ...]]:
    """Case id → its decisions, in order; only the cases that have any."""
    wanted, found = set(case_ids), dict[str, tuple[Decision, ...]]()
    for each in rows(db, "select * from support_decisions order by case_id, at, place"):
        if each["case_id"] in wanted:
            found[each["case_id"]] = (*found.get(each["case_id"], ()), _from_row(each))
    return found


def _from_row(found: Mapping[str, Any]) -> Decision:
    return Decision(
        entry_id=found["entry_id"],
        at=from_text(found["at"]),
        by=found["decided_by"],
        back=bool(found["back"]),
        every_days=found["every_days"],
        starts_on=_day(found["starts_on"]),
        look_again_on=_day(found["look_again_on"]),
        has_evidence=bool(found["has_evidence"]),
        has_reasons=bool(found["has_reasons"]),
        has_their_view=bool(found["has_their_view"]),
        signed_at=found["signed_at"] and from_text(found["signed_at"]),
        refused=bool(found["refused"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _keep(db: Database, entry: Entry) -> None:
    """All decisions of the case, as they stand with this entry."""
    id = subject(entry.stream)
    until = [each for each in read(db, entry.stream) if each.seq <= entry.seq]
    db.execute("delete from support_decisions where case_id = :id", {"id": id})
    for place, each in enumerate(decisions_in(until)):
        db.execute(
            """
            insert into support_decisions (entry_id, case_id, place, at, decided_by, back,
                every_days, starts_on, look_again_on, has_evidence, has_reasons, has_their_view,
                signed_at, refused)
            values (:entry_id, :case_id, :place, :at, :decided_by, :back, :every_days, :starts_on,
                :look_again_on, :has_evidence, :has_reasons, :has_their_view, :signed_at, :refused)
            """,
            {
                "entry_id": each.entry_id,
                "case_id": id,
                "place": place,
                "at": to_text(each.at),
                "decided_by": each.by,
                "every_days": each.every_days,
                "starts_on": each.starts_on and each.starts_on.isoformat(),
                "look_again_on": each.look_again_on and each.look_again_on.isoformat(),
                "signed_at": each.signed_at and to_text(each.signed_at),
                **{name: int(getattr(each, name)) for name in _FLAGS},
            },
        )


@projects(DECIDED, of="case")
def somebody_decides(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is not None:
        for name in ("reason", "young_person_said"):
            bodies.field(entry, name, str)
        if bodies.field(entry, "every_days", int) not in HOW_OFTEN:
            raise ValueError("How often they are visited is one of what can be chosen.")
        for name in _DAYS:
            date.fromisoformat(bodies.field(entry, name, str))
        if not all(isinstance(each, int) for each in bodies.field(entry, "evidence", list)):
            raise ValueError("Evidence names points of the checklist by number.")
        if not all(isinstance(each, str) for each in bodies.field(entry, "said", list)):
            raise ValueError("What was said then is kept in words.")
    _keep(db, entry)


@projects(BED, of="case")
@projects(HAPPENED, of="case")
@projects(LEFT, of="case")
def they_are_elsewhere(db: Database, entry: Entry) -> None:
    _keep(db, entry)


@projects(AGAIN, of="case")
def somebody_turns_back(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        bodies.field(entry, "why", str)
    _keep(db, entry)


@projects(signatures.ASKED, of="case")
@projects(signatures.GIVEN, of="case")
@projects(signatures.DECLINED, of="case")
@projects(signatures.WITHDRAWN, of="case")
def somebody_signs(db: Database, entry: Entry) -> None:
    _keep(db, entry)
