"""What the fifty points establish for the rules: danger that was told, a place that may not fit.

``no`` only where everything that could tell of it was answered well; never from a blank. What was
told once and is "not known yet" now is still told. Looked at means that the task of the rule was
done after the last that was told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checklists.fifty_points import PLACEMENT, SAFEGUARDING
from store.checklist.checklist import checklists_in
from store.checklist.on_record import Answers, Worry, could_tell, prompts, told_in
from store.entry import Entry


@dataclass(frozen=True)
class _Told:
    """The facts about one thing to look at, and the rule whose task it is."""

    look_at: str
    fact: str
    looked_at: str
    rule_id: str


_TOLD = (
    _Told(
        SAFEGUARDING,
        "checklist_tells_of_danger",
        "danger_told_was_looked_at",
        "ours-checklist-danger",
    ),
    _Told(
        PLACEMENT,
        "checklist_tells_placement_may_not_fit",
        "placement_was_looked_at_again",
        "ours-checklist-placement",
    ),
)


def facts_in(entries: Iterable[Entry]) -> dict[str, str]:
    """Fact id → yes or no, of a stream's entries in order. What is not known is not there."""
    entries = tuple(entries)
    told = told_in(checklists_in(entries))
    facts: dict[str, str] = {}
    for each in _TOLD if told else ():
        facts |= _facts(each, told, entries)
    return facts


def not_looked_at(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Of PROMPTS, what was raised and nobody has looked at since."""
    facts = facts_in(entries)
    return tuple(each.look_at for each in _TOLD if facts.get(each.looked_at) == "no")


def overlaid(facts: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """What the fifty points tell, over what is known besides. They never take back a yes that
    somebody gave elsewhere: the worst prevails."""
    found = {**facts, **told}
    for each in _TOLD:
        if facts.get(each.fact) == "yes":
            found[each.fact] = "yes"
    return found


def _facts(about: _Told, told: Answers, entries: tuple[Entry, ...]) -> dict[str, str]:
    raised = [_last_told(each.told) for each in prompts(told) if each.look_at == about.look_at]
    if raised:
        looked = _last_done(about.rule_id, entries) > max(raised)
        return {about.fact: "yes", about.looked_at: "yes" if looked else "no"}
    return {about.fact: "no"} if could_tell(told, about.look_at) == () else {}


def _last_told(told: Worry) -> int:
    """The number of the entry that told it, or said anything more about it since. What came on
    paper was recorded later than it was said."""
    return max(told.answer.seq, told.answer.of(told.part.id).seq)


def _last_done(rule_id: str, entries: tuple[Entry, ...]) -> int:
    """The number of the entry at which a task of the rule was last done; 0 where none was. Done
    twice, or after it was closed, the first time counts."""
    is_open: set[str] = set()
    last = 0
    for entry in entries:
        body = entry.body or {}
        if entry.kind == "task_created" and body.get("rule_id") == rule_id:
            is_open.add(body["task_id"])
        elif entry.kind in ("task_done", "task_closed") and body.get("task_id") in is_open:
            is_open.discard(body["task_id"])
            last = entry.seq if entry.kind == "task_done" else last
    return last
