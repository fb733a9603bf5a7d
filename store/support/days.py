"""Days of support: on which somebody saw them, and on which nobody is recorded as having.

    missed_day_answered  {day, safe, found_out, again}
    missed_days_noticed  {days}

Days are days in London. They count from the day after their first night in a bed, while the support
goes on; today is not missed before it is over. Trying does not count as seeing. A missed day stays
one: it can be answered for, again and again, or a visit of that day be recorded late. It is for
somebody to answer until they are said to be safe, or were seen after somebody could not say so.
Noticed are the days for which a task was made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from rules.calendar import ONE_DAY, end_of, london
from rules.pack import PackRule
from store import bodies
from store.database import rows
from store.entry import Entry
from store.journal import Command
from store.own_tasks import Due, make, still_open
from store.reading import read
from store.restrictions import HIDDEN_CASE
from store.stream_names import case, subject
from store.support.fewer_visits import Decision, decisions_in, decisions_of, every_days
from store.support.visits import visits_in
from store.support.watch import first_day, watch_in
from store.tables import keeps, projects
from store.tasks import OPEN, tasks_of
from store.times import from_text, to_text

ANSWERED = "missed_day_answered"
NOTICED = "missed_days_noticed"

MISSED_VISIT = "ours-missed-visit"
"""The rule whose task a missed day has."""
TODAY = "today: a day went by on which nobody is recorded as having seen them"

NOT_SAFE_YET = "missed_day"
"""Stands where the id of a rule would, in the task of whoever finds out."""
FIND_OUT = "Find out today that they are safe: a day went by on which nobody saw them"

YES = "yes"
SAFE = (YES, "no", "not_known")


@dataclass(frozen=True)
class Answered:
    """What was said last of a missed day: ``safe`` is yes, no or not_known."""

    safe: str
    at: datetime


@dataclass(frozen=True)
class Day:
    """``is_due`` where nobody is recorded as having seen them, and by the end of it somebody had
    to: every day, or as often as was agreed."""

    day: date
    seen: bool
    is_due: bool
    is_today: bool
    answer: Answered | None = None
    seen_since: bool = False

    @property
    def missed(self) -> bool:
        """It went by, and nobody is recorded as having seen them; answered for or not."""
        return self.is_due and not self.is_today

    @property
    def to_answer(self) -> bool:
        """Also where it was answered, and not that they are safe, and nobody has seen them since:
        ``seen_since`` that was said."""
        is_over = self.answer is not None and (self.answer.safe == YES or self.seen_since)
        return self.missed and not is_over

    @property
    def not_seen_yet(self) -> bool:
        """It is today, and somebody still has to."""
        return self.is_due and self.is_today


@dataclass(frozen=True)
class Watched:
    """What the days of one case are worked out from: from its entries, or from the tables."""

    since: datetime
    ended_at: datetime | None
    seen_at: tuple[datetime, ...] = ()
    answers: Mapping[date, Answered] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def last_seen_at(self) -> datetime | None:
        return max(self.seen_at, default=None)

    @cached_property
    def seen_on(self) -> frozenset[date]:
        return frozenset(london(at).date() for at in self.seen_at)


def watched_in(entries: Iterable[Entry]) -> Watched | None:
    """None where nobody has had a bed or support yet."""
    entries = tuple(entries)
    watch = watch_in(entries)
    if watch is None:
        return None
    return Watched(
        watch.since,
        watch.ended_at,
        tuple(visit.at for visit in visits_in(entries) if visit.saw_them),
        {day: _answered(said[-1]) for day, said in answers_in(entries).items()},
        decisions_in(entries),
    )


def answers_in(entries: Iterable[Entry]) -> dict[date, list[Entry]]:
    """All that was said of each day on which nobody saw them, in order."""
    found: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.kind == ANSWERED and entry.body is not None:
            found.setdefault(date.fromisoformat(entry.body["day"]), []).append(entry)
    return found


def _answered(entry: Entry) -> Answered:
    return Answered((entry.body or {})["safe"], entry.recorded_at)


def days_in(entries: Iterable[Entry], on: datetime) -> tuple[Day, ...]:
    """The days of a case, the earliest first, as they stand at a moment."""
    watched = watched_in(entries)
    return days_of(watched, on) if watched else ()


def days_of(watched: Watched, on: datetime) -> tuple[Day, ...]:
    """From the day after their first night until today, or until the day before it ended."""
    today = london(on).date()
    last = london(watched.ended_at).date() - ONE_DAY if watched.ended_at else today
    found, unseen = [], 0
    day = first_day(watched.since)
    while day <= last:
        seen = day in watched.seen_on
        unseen = 0 if seen else unseen + 1
        # As agreed at the end of the day: turned back at noon, that day is one with a visit.
        is_due = not seen and unseen >= every_days(watched.decisions, min(on, end_of(day)))
        answer, seen_last = watched.answers.get(day), watched.last_seen_at
        seen_since = bool(answer and seen_last and seen_last > answer.at)
        found.append(Day(day, seen, is_due, day == today, answer, seen_since))
        day += ONE_DAY
    return tuple(found)


def to_answer(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(day for day in days if day.to_answer)


def answer(c: Command, case_id: str, day: date, said: Mapping[str, Any]) -> Entry:
    """Nobody saw them that day: whether they are safe, and what is done about it."""
    return c.append(case(case_id), ANSWERED, {"day": day.isoformat(), **said})


def notice(c: Command, case_id: str, days: Iterable[date], rule: PackRule) -> None:
    """Somebody has a task for these missed days. ``rule`` is ``MISSED_VISIT``."""
    noticed = c.append(case(case_id), NOTICED, {"days": [day.isoformat() for day in days]})
    due = Due(end_of(london(c.recorded_at).date()), TODAY)
    make(c, noticed, rule.id, rule.words, rule.owner, due, force="must")


def settle(c: Command, case_id: str) -> None:
    """What was to be found out is, once they were seen or are said to be safe. Whoever has answered
    for every day has done what the task of it asks, once they were seen."""
    entries = read(c.db, case(case_id))
    found_out = {NOT_SAFE_YET: _known_since(entries)}
    was_seen = any(visit.saw_them for visit in visits_in(entries))
    is_answered = was_seen and not to_answer(days_in(entries, c.recorded_at))
    for task in tasks_of(c.db, case_id):
        is_done = (task.rule_id == MISSED_VISIT and is_answered) or (
            task.triggering_entry in found_out.get(task.rule_id, ())
        )
        if task.state == OPEN and is_done:
            c.append(case(case_id), "task_done", {"task_id": task.id, "words": task.words})


def find_out(c: Command, case_id: str, answered: Entry, role: str) -> None:
    """Somebody of this role finds out at once that they are safe, unless that is asked for this day
    already."""
    day = date.fromisoformat((answered.body or {})["day"])
    of_this_day = {entry.id for entry in answers_in(read(c.db, case(case_id)))[day]}
    if not still_open(c, case_id, (NOT_SAFE_YET,), of_this_day):
        now = Due(c.recorded_at, "at once")
        make(c, answered, NOT_SAFE_YET, FIND_OUT, role, now, force="must")


def _known_since(entries: Iterable[Entry]) -> set[str]:
    """The answers after which they were seen, or that day was said to be one on which they are
    safe."""
    entries = tuple(entries)
    seen_at = [visit.at for visit in visits_in(entries) if visit.saw_them]
    return {
        entry.id
        for said in answers_in(entries).values()
        for entry in said
        if _answered(said[-1]).safe == YES or any(at > entry.recorded_at for at in seen_at)
    }


# The tables

keeps("support_days", of="case", key="case_id")


@dataclass(frozen=True)
class OnTheList:
    """A case with support, as the lists across cases have it."""

    case_id: str
    watched: Watched
    visitors: frozenset[str]


def all_watched(db: Database, reader: str | None = None) -> tuple[OnTheList, ...]:
    """Every case whose support goes on, the oldest first, without reading its entries.

    ``reader`` is the human who will look at it: none of those they may not know of is there. Only
    for what nobody looks at is it left out.
    """
    hidden = f"and not {HIDDEN_CASE}" if reader else ""
    cases = rows(
        db,
        f"""
        select support_cases.case_id as id, since from support_cases
        join cases on cases.id = support_cases.case_id
        where ended_at is null and cases.state = 'open' {hidden} order by since, id
        """,
        {"reader": reader} if reader else {},
    )
    ids = [each["id"] for each in cases]
    seen = _by_case(
        rows(
            db,
            """
            select support_visits.case_id as case_id, at from support_visits
            join support_cases on support_cases.case_id = support_visits.case_id
            where seen = 1 and ended_at is null
            """,
        )
    )
    days = _by_case(rows(db, "select * from support_days"))
    visitors = _by_case(rows(db, "select case_id, human_id from support_visitors"))
    decisions = decisions_of(db, ids)
    return tuple(
        OnTheList(
            each["id"],
            Watched(
                from_text(each["since"]),
                None,
                tuple(from_text(found["at"]) for found in seen.get(each["id"], ())),
                {
                    date.fromisoformat(of["day"]): Answered(
                        of["safe"], from_text(of["answered_at"])
                    )
                    for of in days.get(each["id"], ())
                },
                decisions.get(each["id"], ()),
            ),
            frozenset(found["human_id"] for found in visitors.get(each["id"], ())),
        )
        for each in cases
    )


def _by_case(found: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    by_case: dict[str, list[Mapping[str, Any]]] = {}
    for each in found:
        by_case.setdefault(each["case_id"], []).append(each)
    return by_case


@projects(ANSWERED, of="case")
def somebody_answers(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    for name in ("found_out", "again"):
        bodies.field(entry, name, str)
    day = date.fromisoformat(bodies.field(entry, "day", str))
    if bodies.field(entry, "safe", str) not in SAFE:
        raise ValueError("They are safe, or not, or that is not known.")
    db.execute(
        """
        insert into support_days (case_id, day, safe, answered_at)
        values (:id, :day, :safe, :at)
        on conflict (case_id, day) do update set
            safe = excluded.safe, answered_at = excluded.answered_at
        """,
        {
            "id": subject(entry.stream),
            "day": day.isoformat(),
            "safe": entry.body["safe"],
            "at": to_text(entry.recorded_at),
        },
    )


@projects(NOTICED, of="case")
def it_is_noticed(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape."""
    for each in bodies.field(entry, "days", list) if entry.body is not None else ():
        date.fromisoformat(each)
