"""The clocks that run on a case: from when, until when, and how much is left, in words.

Overdue is worked out when the page is read. A start that is not known is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from protocol.advice import Advice
from rules.answers import YES
from rules.calendar import london, working_days_after
from rules.evaluate import evaluate, read_facts
from rules.pack import Pack, PackRule
from rules.rule import Force
from store.duties import FROM_RECEIPT, has_own_start
from views.case_to_do import AT_ONCE, NO_LIMIT, ToDo, of_duty
from views.rules_in_force import DECIDING
from views.words import count, in_full, length_of, moment, since, time_left

NOT_COUNTED = (AT_ONCE, NO_LIMIT)
IN_DAYS = ("days", "calendar days", "weeks before")
CLOSING = "a41"
BEFORE_CLOSING = (
    "Somebody accepts the referral and, if a bed is needed, one is confirmed. Otherwise the "
    "Emergency Duty Team is rung."
)


@dataclass(frozen=True)
class Clock:
    """``what`` has to be done, ``limit`` is the time limit in words, and ``beside`` says what else
    is counted. Nothing is due while it is not known from when the limit is counted."""

    what: tuple[str, ...]
    limit: str
    started: str
    due_at: datetime | None
    left: str
    late: bool = False
    beside: tuple[str, ...] = ()


def clocks(
    advice: Advice,
    found: Iterable[ToDo],
    received: datetime | None,
    facts: Mapping[str, Any],
    now: datetime,
    longer_until: date | None = None,
) -> tuple[Clock, ...]:
    """Those that ran out first, then the soonest due. What has one time limit is one clock.
    What should be done, and has a limit that runs from a day of its own, has no task, and its
    clock is shown all the same.

    ``received`` is when children's social care first knew; ``facts`` are those given to the rules;
    ``longer_until`` is the day until which a manager agreed in time that the assessment may take.
    """
    pack = advice.findings.pack
    together: dict[tuple[datetime | None, str], list[ToDo]] = {}
    for each in (*found, *_advised(advice)):
        rule = pack.rule.get(each.rule_id)
        counted = rule and each.asked_for and pack.unit(rule) not in NOT_COUNTED
        stopped = each.on_record and each.on_record.does_it
        if rule and counted and not stopped:
            limit = "from receipt" if rule.due in FROM_RECEIPT else rule.due
            together.setdefault((each.due_at, limit), []).append(each)
    running = [_clock(advice, group, received, now, longer_until) for group in together.values()]
    return tuple(sorted(running + until_closing(advice, facts, now), key=_most_urgent))


def _advised(advice: Advice) -> Iterable[ToDo]:
    pack = advice.findings.pack
    return (
        of_duty(advice, duty, {})
        for duty in advice.applies
        if duty.force is Force.SHOULD and has_own_start(pack, duty.rule)
    )


def _most_urgent(clock: Clock) -> tuple[bool, bool, float]:
    """What nobody can count yet may have run out as well: it comes next."""
    due = clock.due_at.timestamp() if clock.due_at else 0
    return not clock.late, clock.due_at is not None, due


def _clock(
    advice: Advice,
    group: list[ToDo],
    received: datetime | None,
    now: datetime,
    longer_until: date | None,
) -> Clock:
    pack, first = advice.findings.pack, group[0]
    rule, what = pack.rule[first.rule_id], tuple(each.words for each in group)
    limit = advice.findings.due_words(rule)
    if first.due_at is None:
        return Clock(what, limit, "It is not known from when", None, "Cannot be counted yet")
    left, beside = _left(pack, rule, first.due_at, now)
    if rule.due in FROM_RECEIPT:
        beside += (_since_they_asked(advice, now),)
        if longer_until:
            agreed = f"A manager agreed in time to longer, until {in_full(longer_until)}"
            over = london(now).date() > longer_until
            beside = (f"{agreed}{', which is over' if over else ''}", *beside)
    started = _started(rule, first, received, now)
    return Clock(what, limit, started, first.due_at, left, first.due_at <= now, beside)


def _started(rule: PackRule, first: ToDo, received: datetime | None, now: datetime) -> str:
    if rule.due in FROM_RECEIPT and received:
        return f"Children's social care first knew {moment(received, now)}"
    unreceived = rule.due in FROM_RECEIPT
    who = "Children's social care does not know of them yet. " if unreceived else ""
    if first.since:
        return f"{who}{'Counted from' if unreceived else 'Started'} {moment(first.since, now)}"
    counted = f". Counted from {moment(first.made_at, now)}" if first.made_at else ""
    return f"{who}It is not known when they first asked{counted}"


def _left(
    pack: Pack, rule: PackRule, due_at: datetime, now: datetime
) -> tuple[str, tuple[str, ...]]:
    """How much is left, or how late it is, in the unit of the limit, and what stands beside it."""
    unit, today, last = pack.unit(rule), london(now).date(), london(due_at).date()
    late, days = due_at <= now, abs((last - today).days)
    which = "late" if late else "left"
    if unit == "working days":
        first, final = (last, today) if late else (today, last)
        working = working_days_after(first, final, pack.bank_holidays)
        if not late and not working:
            return "Today is the last day", ()
        beside = f"{count(days, 'calendar day')} {which}"
        return f"{count(working, 'working day')} {which}", (beside,)
    if unit in IN_DAYS:
        last_day = not late and not days
        return "Today is the last day" if last_day else f"{count(days, 'day')} {which}", ()
    return time_left(due_at, now), ()


def _since_they_asked(advice: Advice, now: datetime) -> str:
    asked = advice.findings.facts.get(advice.findings.pack.deadline_starts)
    if not isinstance(asked, datetime):
        return "It is not known when they first asked for help"
    return f"{length_of(since(asked, now))} since they first asked for help"


def until_closing(advice: Advice, facts: Mapping[str, Any], now: datetime) -> list[Clock]:
    """Before the office closes: whether the Emergency Duty Team will have to be rung then, as
    things stand."""
    findings, pack = advice.findings, advice.findings.pack
    rule = pack.rule[CLOSING]
    closes = findings.due(rule)
    if closes is None or closes <= now:
        return []
    then = evaluate(pack, read_facts(pack, {**facts, **DECIDING}), closes)
    if then.result(CLOSING) is not YES:
        return []
    started = findings.start(rule)
    assert started is not None  # it is due at a time
    return [
        Clock(
            what=(BEFORE_CLOSING,),
            limit=findings.due_words(rule),
            started=f"Started {moment(started, now)}",
            due_at=closes,
            left=time_left(closes, now),
        )
    ]
