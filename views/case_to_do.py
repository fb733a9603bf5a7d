"""What is not done yet on a case: tasks with their owners, and duties that have no task yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from protocol.advice import Advice, Duty
from protocol.people import HELD_BY
from rules.pack import PackRule
from store import complaints, disputes, duties, identity, placements, signatures
from store.entry import Entry
from store.tasks import CLOSED, OPEN, Task
from views.case_on_record import OnRecord

AT_ONCE, NO_LIMIT = "at once", "none"
NOT_RULES = (
    signatures.TASK,
    identity.TASK,
    placements.UNFIT_BED,
    *disputes.TASKS,
    *complaints.TASKS,
)
"""What stands in the place of a rule where a person asked for it: it is asked for until done."""


@dataclass(frozen=True)
class ToDo:
    """``task_id`` is nothing for a duty without a task: time alone has made it apply. ``since`` is
    when its clock started, nothing while that is not known; ``made_at`` when what made the task
    was recorded. ``asked_for`` is false once the rule no longer applies: it is closed by somebody,
    and never vanishes. ``on_record`` says what was recorded that may have done it already, so that
    nobody does it twice."""

    rule_id: str
    words: str
    owner_role: str
    held_by_role: str
    accepted_by: str | None
    due_at: datetime | None
    due_words: str
    has_limit: bool
    since: datetime | None
    made_at: datetime | None
    at_once: bool
    asked_for: bool
    task_id: str | None
    on_record: OnRecord | None

    @property
    def can_wait(self) -> bool:
        """Nothing says by when, and there is a task, so that somebody answers for it. One that
        asks to be closed is not hidden, nor a limit that nobody can count yet."""
        has_task = self.task_id is not None and self.asked_for
        return has_task and self.due_at is None and not self.has_limit


def to_do(
    advice: Advice,
    tasks: Iterable[Task],
    entries: Mapping[str, Entry],
    departed: frozenset[str],
    on_record: Mapping[str, OnRecord],
) -> tuple[ToDo, ...]:
    """What is to be done at once first, then the soonest due, and last what has no deadline.

    ``entries`` are those of the case by id; ``departed`` the rules its decision departs from,
    which are shown beside the decision; ``on_record`` is what was recorded about an act.
    """
    tasks = tuple(tasks)
    found = [_of_task(advice, task, entries, on_record) for task in tasks if task.state == OPEN]
    has_task = {task.rule_id for task in tasks if task.state != CLOSED}
    found += [
        of_duty(advice, duty, on_record)
        for duty in duties.musts(advice)
        if duty.rule.id not in has_task | departed
    ]
    return tuple(sorted(found, key=_most_urgent))


def _most_urgent(each: ToDo) -> tuple[bool, bool, float, str]:
    """Of what is to be done at once, what has just become so comes first."""
    if each.at_once:
        return False, False, -each.since.timestamp() if each.since else 0, each.rule_id
    due = each.due_at.timestamp() if each.due_at else 0
    return True, each.due_at is None, due, each.rule_id


def _of_task(
    advice: Advice, task: Task, entries: Mapping[str, Entry], on_record: Mapping[str, OnRecord]
) -> ToDo:
    pack, cause = advice.findings.pack, entries.get(task.triggering_entry)
    rule = pack.rule.get(task.rule_id)
    return ToDo(
        rule_id=task.rule_id,
        words=task.words,
        owner_role=task.owner_role,
        held_by_role=task.held_by_role,
        accepted_by=task.accepted_by,
        due_at=task.due_at,
        due_words=advice.findings.due_words(rule) if rule else task.due_words,
        has_limit=rule is not None and pack.unit(rule) != NO_LIMIT,
        since=_since(advice, rule, cause),
        made_at=cause and cause.happened_at,
        at_once=rule is not None and pack.unit(rule) == AT_ONCE,
        asked_for=task.rule_id in NOT_RULES or advice.duty(task.rule_id) is not None,
        task_id=task.id,
        on_record=on_record.get(rule.act) if rule else None,
    )


def of_duty(advice: Advice, duty: Duty, on_record: Mapping[str, OnRecord]) -> ToDo:
    """A duty that nobody has a task for."""
    return ToDo(
        rule_id=duty.rule.id,
        words=duty.rule.words,
        owner_role=duty.rule.owner,
        held_by_role=HELD_BY[duty.rule.owner],
        accepted_by=None,
        due_at=duty.due,
        due_words=duty.due_words,
        has_limit=advice.findings.pack.unit(duty.rule) != NO_LIMIT,
        since=_since(advice, duty.rule, None),
        made_at=None,
        at_once=advice.findings.pack.unit(duty.rule) == AT_ONCE,
        asked_for=True,
        task_id=None,
        on_record=on_record.get(duty.rule.act),
    )


def _since(advice: Advice, rule: PackRule | None, cause: Entry | None) -> datetime | None:
    """When the clock started: with a fact of its own, or with what made the task, or when they
    first asked."""
    findings = advice.findings
    if rule and duties.has_own_start(findings.pack, rule):
        return findings.start(rule)
    if cause and cause.kind != "decision_made":
        return cause.happened_at
    asked = findings.facts.get(findings.pack.deadline_starts)
    return asked if isinstance(asked, datetime) else None
