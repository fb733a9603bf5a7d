"""Where they are placed: what was proposed, what was confirmed, and what was left open then.

    placement_proposed     {proposal_id, fields}
    placement_confirmed    {proposal_id, words, departures, agreed, reason}
    placement_gate_closed  {proposal_id, rule, answer, words, facts}
    placement_happened     {record_id, kind, where, place, facts, ...}

A proposal's ``fields`` are answers by question, with their wording. What is confirmed, or has
happened, is a record of kind ``placement`` as well: from then on the rules go by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from protocol.advice import Advice
from protocol.people import HEAD_OF_SERVICE, HELD_BY, SOCIAL_WORKER, signs_for
from protocol.placing import ABOUT, STILL_OPEN, UNFIT, Gate
from protocol.records import RECORDS
from rules.calendar import london
from rules.pack import PackRule
from store import bodies, signatures
from store.bed_entries import BED, GATE_CLOSED, HAPPENED
from store.decisions import advice_given
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.reading import read
from store.records import SAVED, records_in
from store.stream_names import case, subject
from store.tables import projects
from store.tasks import OPEN, Task, tasks_of

PROPOSED = "placement_proposed"
CONFIRMED = "placement_confirmed"
PLACEMENT = "placement"
SIGNED = "placement_departure"
"""What a second signature is asked for."""

ESCORT = "1-k"
HAND_OVER = "a43"
"""Whose time limit a gate left open has: the start of the next working day."""
NEXT_DAY = "At the start of the next working day (our default)"
ARRIVAL = "The day they move in (our default)"
LAST_SECOND = time(23, 59, 59)

UNFIT_BED = "unfit_bed"
"""Stands where the id of a rule would, in the task of who answers for such a bed."""
UNFIT_TASK = (
    "A child sleeps where no child may be placed: look at it now, and have another bed found today"
)


@dataclass(frozen=True)
class Proposal:
    """``closed`` is rule → the entry that closed it, for the gates that were left open."""

    id: str
    entry: Entry
    fields: Mapping[str, Any]
    confirmed: Entry | None = None
    closed: Mapping[str, Entry] = field(default_factory=dict)

    def value(self, question: str) -> Any:
        return self.fields.get(question, {}).get("value")

    @property
    def departures(self) -> tuple[Mapping[str, Any], ...]:
        return tuple((self.confirmed and self.confirmed.body or {}).get("departures", ()))

    @property
    def left_open(self) -> tuple[str, ...]:
        """The gates it was confirmed without, which nobody has answered for since."""
        return tuple(each["rule"] for each in self.departures if each["rule"] not in self.closed)


@dataclass(frozen=True)
class Agreed:
    """Who departs from the gates: ``how`` is ``self``, ``by_phone`` or ``nobody``."""

    how: str
    human_id: str | None
    words: str


def proposals_in(entries: Iterable[Entry]) -> tuple[Proposal, ...]:
    """Those of a case, in the order in which they were made. What was erased is left out."""
    found: dict[str, Proposal] = {}
    for entry in entries:
        body = entry.body or {}
        if entry.kind == PROPOSED and body:
            found[body["proposal_id"]] = Proposal(body["proposal_id"], entry, body["fields"])
        proposal = found.get(body.get("proposal_id", ""))
        if proposal and entry.kind == CONFIRMED:
            found[proposal.id] = replace(proposal, confirmed=entry)
        elif proposal and entry.kind == GATE_CLOSED:
            found[proposal.id] = replace(proposal, closed={**proposal.closed, body["rule"]: entry})
    return tuple(found.values())


def propose(c: Command, case_id: str, fields: Mapping[str, Any]) -> str:
    """The proposal's id."""
    body = {"proposal_id": new_id(), "fields": dict(fields)}
    c.append(case(case_id), PROPOSED, body)
    return str(body["proposal_id"])


def confirm(
    c: Command,
    case_id: str,
    proposal: Proposal,
    advice: Advice,
    open_gates: Iterable[tuple[Gate, str]],
    agreed: Agreed | None,
    facts: Mapping[str, str],
    confirmed_by: str,
    expect_seq: int,
) -> None:
    """The bed is theirs. ``advice`` is on the facts as they are there; ``open_gates`` are those
    that are not met, each with the reason; ``facts`` what the bed establishes.

    Raises Conflict when the case is not at ``expect_seq``.
    """
    stream, gates = case(case_id), tuple(open_gates)
    advised = c.append(stream, "advice_given", advice_given(advice), expect_seq=expect_seq)
    where = str(proposal.fields["kind"]["words"])
    body = {
        "proposal_id": proposal.id,
        "words": where,
        "departures": [
            {"rule": gate.rule.id, "act": gate.rule.act, "force": "must not", "why": why}
            for gate, why in gates
        ],
        "agreed": agreed
        and {"how": agreed.how, "human_id": agreed.human_id, "words": agreed.words},
        "reason": "\n".join(f"Without {ABOUT[gate.rule.id]}: {why}" for gate, why in gates),
    }
    confirmed = c.append(stream, CONFIRMED, body, caused_by=advised.id)
    keep(c, stream, proposal.id, proposal.fields, confirmed)
    bed = {
        "kind": proposal.value("kind"),
        "where": where,
        "place": proposal.value("place"),
        "since": proposal.value("at"),
        "escort": proposal.value("escort"),
        "introduced_by": proposal.value("introduced_by"),
        "confirmed_by": confirmed_by,
        "facts": dict(facts),
    }
    c.append(stream, BED, bed, caused_by=confirmed.id)
    pack = advice.findings.pack
    until = pack.due(pack.rule[HAND_OVER], c.recorded_at)
    for gate, _ in gates:
        owed = (STILL_OPEN[gate.rule.id], SOCIAL_WORKER, until, NEXT_DAY)
        _task(c, stream, confirmed, gate.rule.id, *owed)
    _have_them_accompanied(c, stream, confirmed, pack.rule[ESCORT], proposal)
    if agreed and agreed.how != "self":
        signatures.ask(
            c,
            confirmed,
            what=SIGNED,
            words=where,
            reasons=agreed.words,
            asked_of=signs_for(c.author.role),
        )


def keep(c: Command, stream: str, record_id: str, fields: Mapping[str, Any], cause: Entry) -> None:
    """What the rules know of a placement, as a record of that kind. Of two that begin in the same
    minute, the one recorded last is where they are."""
    known = {name: fields[name] for name in RECORDS[PLACEMENT].fields if name in fields}
    others = records_in(read(c.db, stream)).held.get(PLACEMENT, {})
    begun = {each["at"]["value"] for id, each in others.items() if id != record_id}
    while "at" in known and known["at"]["value"] in begun:
        later = datetime.fromisoformat(known["at"]["value"]) + timedelta(seconds=1)
        known["at"] = {**known["at"], "value": later.isoformat()}
    body = {"record": PLACEMENT, "id": record_id, "fields": known}
    c.append(stream, SAVED, body, caused_by=cause.id)


def close_gate(
    c: Command,
    case_id: str,
    proposal: Proposal,
    rule: str,
    answer: str,
    words: str,
    facts: Mapping[str, str],
    fields: Mapping[str, Any],
) -> None:
    """Somebody has answered for a gate that was left open, in one of the ways of
    ``protocol.placing``. ``fields`` are what this puts right in the record of the placement."""
    stream = case(case_id)
    body = {
        "proposal_id": proposal.id,
        "rule": rule,
        "answer": answer,
        "words": words,
        "facts": dict(facts),
    }
    closed = c.append(stream, GATE_CLOSED, body)
    if fields:
        keep(c, stream, proposal.id, fields, closed)
    if answer == UNFIT:
        tell_head_of_service(c, stream, closed)
    task = _open_task(c, stream, rule)
    if task:
        done = {"task_id": task.id, "words": task.words}
        c.append(stream, "task_done", done, caused_by=closed.id)


def happened(
    c: Command, case_id: str, body: Mapping[str, Any], fields: Mapping[str, Any], at: datetime
) -> None:
    """They sleep where nobody may be placed. It is recorded as that, confirmed by nobody, and the
    head of service has a task in the same moment."""
    stream, record_id = case(case_id), new_id()
    entry = c.append(
        stream, HAPPENED, {**body, "record_id": record_id}, occurred_at=at, precision="minute"
    )
    keep(c, stream, record_id, fields, entry)
    tell_head_of_service(c, stream, entry)


def tell_head_of_service(c: Command, stream: str, cause: Entry) -> None:
    """At once, whatever else is on their list."""
    _task(c, stream, cause, UNFIT_BED, UNFIT_TASK, HEAD_OF_SERVICE, c.recorded_at, "at once")


def _have_them_accompanied(
    c: Command, stream: str, confirmed: Entry, rule: PackRule, proposal: Proposal
) -> None:
    """Somebody goes with them and introduces them. It is due on the day they move in: an open task
    has its time moved to then."""
    moves_in = london(datetime.fromisoformat(str(proposal.value("at"))))
    due = datetime.combine(moves_in.date(), LAST_SECOND, moves_in.tzinfo)
    there = _open_task(c, stream, rule.id)
    if there is None:
        _task(c, stream, confirmed, rule.id, rule.words, rule.owner, due, ARRIVAL)
    elif there.due_at != due:
        moved = {"task_id": there.id, "words": there.words, "due_at": due.isoformat()}
        c.append(stream, "task_due_moved", moved, caused_by=confirmed.id)


def _task(
    c: Command,
    stream: str,
    cause: Entry,
    rule_id: str,
    words: str,
    owner: str,
    due: datetime | None,
    due_words: str,
) -> None:
    """One for each rule: where one is open already, that one stands."""
    if _open_task(c, stream, rule_id):
        return
    task = {
        "task_id": new_id(),
        "rule_id": rule_id,
        "words": words,
        "owner_role": owner,
        "held_by_role": HELD_BY[owner],
        "due_at": due.isoformat() if due else None,
        "due_words": due_words,
        "force": "must",
    }
    c.append(stream, "task_created", task, caused_by=cause.id)


def _open_task(c: Command, stream: str, rule_id: str) -> Task | None:
    found = tasks_of(c.db, subject(stream))
    return next((each for each in found if each.rule_id == rule_id and each.state == OPEN), None)


@projects(PROPOSED, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    bodies.field(entry, "proposal_id", str)
    fields = bodies.field(entry, "fields", dict)
    if not all(isinstance(answer, dict) for answer in fields.values()) or "kind" not in fields:
        raise ValueError("Every field of a proposal is an answer, and its kind is among them.")


@projects(CONFIRMED, of="case")
def names_its_gates(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    for name in ("proposal_id", "words", "reason"):
        bodies.field(entry, name, str)
    if not all(isinstance(each.get("rule"), str) for each in bodies.records(entry, "departures")):
        raise ValueError("A departure names its rule.")


@projects(GATE_CLOSED, of="case")
def names_its_gate(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        for name in ("proposal_id", "rule", "answer", "words"):
            bodies.field(entry, name, str)
        bodies.field(entry, "facts", dict)


@projects(HAPPENED, of="case")
def says_where(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        for name in ("record_id", "kind", "where"):
            bodies.field(entry, name, str)
        bodies.field(entry, "facts", dict)
