"""Tasks for what must be done: one for whatever made it so, due when its clock says.

A duty that starts to apply later gets its task when what made it apply is recorded. Clocks run
from the first request for help or, for such a duty, from what made it apply; the assessment's
runs from when children's social care first knew (A39).
"""

from collections.abc import Iterator
from datetime import datetime

from protocol.advice import Advice, Duty
from protocol.people import HELD_BY
from rules.calendar import london
from rules.pack import Pack, PackRule
from rules.rule import Force
from store import contacts
from store.entry import Entry
from store.hand_over import WAYS, first_received
from store.ids import new_id
from store.journal import Command
from store.reading import read
from store.stream_names import contact, subject
from store.tasks import CLOSED, OPEN, Task, tasks_of

FROM_RECEIPT = frozenset({"assessment", "assessment_from_referral"})
"""The time limits that run from when children's social care first knew."""


def create(
    c: Command, stream: str, advice: Advice, decided: Entry, left_out: frozenset[str]
) -> None:
    """A task for all that must be done now. A duty manager holds it until somebody accepts it."""
    there = {task.rule_id for task in tasks_of(c.db, subject(stream))}
    received = first_received(read(c.db, stream))
    for duty in musts(advice):
        if duty.rule.id not in left_out | there:
            _create(c, stream, duty, decided, _due(advice, duty.rule, received))


def keep_up(c: Command, stream: str, advice: Advice, began: frozenset[str], cause: Entry) -> None:
    """What follows from something recorded on a case. Nothing else is touched.

    ``began`` are the rules that ``cause`` made apply. Each that still does gets its task, where
    nobody has an open one; so does what time alone has made apply. What its time is counted from
    may have been put right: then the time moves.
    """
    entries = read(c.db, stream)
    received, found = first_received(entries), tasks_of(c.db, subject(stream))
    open_for = {task.rule_id for task in found if task.state == OPEN}
    known = {task.rule_id for task in found if task.state != CLOSED} | departed_from(entries)
    for duty in musts(advice):
        is_new = duty.rule.id in began
        if duty.rule.id in open_for or (duty.rule.id in known and not is_new):
            continue
        since = cause.happened_at if is_new else None
        made_by = cause if is_new else _by_time(duty, found, entries)
        _create(c, stream, duty, made_by, _due(advice, duty.rule, received, since))
    _move(c, stream, advice, entries, received)


def ensure(c: Command, stream: str, advice: Advice, duty: Duty) -> str:
    """The id of the open task for a duty, made if there is none."""
    entries, found = read(c.db, stream), tasks_of(c.db, subject(stream))
    for task in found:
        if task.rule_id == duty.rule.id and task.state == OPEN:
            return task.id
    due = _due(advice, duty.rule, first_received(entries))
    return _create(c, stream, duty, _by_time(duty, found, entries), due)


def _by_time(duty: Duty, found: tuple[Task, ...], entries: tuple[Entry, ...]) -> Entry:
    """What stands as the cause where time alone has made a duty apply: the decision, or, where it
    has caused a task for it before, the last thing on record."""
    decided = [entry for entry in entries if entry.kind == "decision_made"][-1]
    before = {task.triggering_entry for task in found if task.rule_id == duty.rule.id}
    return entries[-1] if decided.id in before else decided


def musts(advice: Advice) -> Iterator[Duty]:
    return (duty for duty in advice.applies if duty.force is Force.MUST)


def departed_from(entries: tuple[Entry, ...]) -> frozenset[str]:
    """The rules that the last decision departs from."""
    decided = [entry.body for entry in entries if entry.kind == "decision_made" and entry.body]
    departures = decided[-1]["departures"] if decided else ()
    return frozenset(departure["rule"] for departure in departures)


def has_own_start(pack: Pack, rule: PackRule) -> bool:
    """Its time limit runs from a fact of its own, whenever it began to apply."""
    return pack.clock_starts(rule) != pack.deadline_starts


def _due(
    advice: Advice, rule: PackRule, received: datetime | None, since: datetime | None = None
) -> datetime | None:
    """``since`` is when a duty started to apply that did not when they came."""
    findings, pack = advice.findings, advice.findings.pack
    if rule.due in FROM_RECEIPT and received:
        return pack.due(rule, received)
    return findings.due(rule) if has_own_start(pack, rule) or not since else pack.due(rule, since)


def _create(c: Command, stream: str, duty: Duty, cause: Entry, due: datetime | None) -> str:
    task_id = new_id()
    task = {
        "task_id": task_id,
        "rule_id": duty.rule.id,
        "words": duty.rule.words,
        "owner_role": duty.rule.owner,
        "held_by_role": HELD_BY[duty.rule.owner],
        "due_at": due.isoformat() if due else None,
        "due_words": duty.due_words,
        "force": duty.force.value,
    }
    c.append(stream, "task_created", task, caused_by=cause.id)
    return task_id


def _move(
    c: Command,
    stream: str,
    advice: Advice,
    entries: tuple[Entry, ...],
    received: datetime | None,
) -> None:
    """Put right the times counted from when they came, or from when social care first knew."""
    pack, facts = advice.findings.pack, advice.findings.facts
    came_is_known = isinstance(facts.get(pack.deadline_starts), datetime)
    decisions = {entry.id for entry in entries if entry.kind == "decision_made"}

    def right(rule: PackRule) -> datetime | None:
        received_is_known = rule.due in FROM_RECEIPT and received is not None
        counted = came_is_known or received_is_known or has_own_start(pack, rule)
        return _due(advice, rule, received) if counted else None

    for task in tasks_of(c.db, subject(stream)):
        rule = pack.rule.get(task.rule_id)
        if task.state != OPEN or rule is None:
            continue
        from_the_start = task.triggering_entry in decisions or has_own_start(pack, rule)
        due = right(rule) if from_the_start else None
        if due and due != task.due_at:
            moved = {"task_id": task.id, "words": task.words, "due_at": due.isoformat()}
            c.append(stream, "task_due_moved", moved)
    for sent in contacts.contacts_of(c.db, subject(stream)):
        clock = next((way.clock for way in WAYS if way.kind == sent.kind), "")
        due = right(pack.rule[clock]) if clock in pack.rule else None
        if due and due != sent.due_at:
            moved = {"due_at": london(due).isoformat()}
            c.append(contact(sent.id), "contact_due_moved", moved)
