"""Days of support: on which somebody saw them, and on which nobody is recorded as having.

    missed_day_answered  {day, safe, found_out, again}
    missed_days_noticed  {days}

Days are days in London. They count from the day after somebody had a bed, while the support goes
on; today is not missed before it is over. Trying does not count as seeing. A missed day stays one:
it can be answered for, or a visit of that day be recorded late. Noticed is a day that has had its
task made: it is not made again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from rules.calendar import ONE_DAY, end_of, london
from rules.pack import PackRule
from store import bodies
from store.database import rows
from store.entry import Entry
from store.established import BED, ENDED, HAPPENED, PACKAGE
from store.journal import Command
from store.own_tasks import Due, make
from store.restrictions import HIDDEN_CASE
from store.stream_names import case, subject
from store.support.fewer_visits import Decision, decisions_in, decisions_of, every_days
from store.support.visits import visits_in
from store.tables import keeps, projects
from store.tasks import OPEN, tasks_of
from store.times import from_text

ANSWERED = "missed_day_answered"
NOTICED = "missed_days_noticed"

MISSED_VISIT = "ours-missed-visit"
"""The rule whose task a missed day has."""
TODAY = "today: a day went by on which nobody is recorded as having seen them"


@dataclass(frozen=True)
class Day:
    """``is_due`` where nobody is recorded as having seen them, and by the end of it somebody had
    to: every day, or as often as was agreed."""

    day: date
    seen: bool
    is_due: bool
    is_today: bool
    answered: bool

    @property
    def missed(self) -> bool:
        """It went by, and nobody is recorded as having seen them; answered for or not."""
        return self.is_due and not self.is_today

    @property
    def to_answer(self) -> bool:
        return self.missed and not self.answered

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
    answered: frozenset[date] = frozenset()
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
    since: datetime | None = None
    ended: datetime | None = None
    for entry in entries:
        if entry.kind in (BED, HAPPENED, PACKAGE) and (since is None or ended):
            moved_in = None if entry.kind == PACKAGE else bodies.moment_or_none(entry, "since")
            since, ended = from_text(moved_in) if moved_in else entry.recorded_at, None
        elif entry.kind == ENDED and since:
            ended = entry.recorded_at
    if since is None:
        return None
    return Watched(
        since,
        ended,
        tuple(visit.at for visit in visits_in(entries) if visit.saw_them),
        frozenset(answers_in(entries)),
        decisions_in(entries),
    )


def answers_in(entries: Iterable[Entry]) -> dict[date, Entry]:
    """What was said last of each day on which nobody saw them."""
    return {
        date.fromisoformat(entry.body["day"]): entry
        for entry in entries
        if entry.kind == ANSWERED and entry.body is not None
    }


def safe_not_known(entries: Iterable[Entry]) -> Entry | None:
    """The last answer that could not say they are safe, while nobody has seen them since."""
    entries = tuple(entries)
    answers = sorted(answers_in(entries).values(), key=lambda entry: entry.seq)
    last = answers[-1] if answers else None
    if last is None or (last.body or {})["safe"] == "yes":
        return None
    seen_since = any(v.saw_them and v.at > last.recorded_at for v in visits_in(entries))
    return None if seen_since else last


def days_in(entries: Iterable[Entry], on: datetime) -> tuple[Day, ...]:
    """The days of a case, the earliest first, as they stand at a moment."""
    watched = watched_in(entries)
    return days_of(watched, on) if watched else ()


def days_of(watched: Watched, on: datetime) -> tuple[Day, ...]:
    """From the day after it began until today, or until the day before the support ended."""
    today = london(on).date()
    last = london(watched.ended_at).date() - ONE_DAY if watched.ended_at else today
    found, unseen = [], 0
    day = london(watched.since).date() + ONE_DAY
    while day <= last:
        seen = day in watched.seen_on
        unseen = 0 if seen else unseen + 1
        # As agreed at the end of the day: turned back at noon, that day is one with a visit.
        is_due = not seen and unseen >= every_days(watched.decisions, min(on, end_of(day)))
        found.append(Day(day, seen, is_due, day == today, day in watched.answered))
        day += ONE_DAY
    return tuple(found)


def to_answer(days: Iterable[Day]) -> tuple[Day, ...]:
    return tuple(day for day in days if day.to_answer)


def answer(c: Command, case_id: str, day: date, said: Mapping[str, Any]) -> Entry:
    """Nobody saw them that day: whether they are safe, and what is done about it."""
    return c.append(case(case_id), ANSWERED, {"day": day.isoformat(), **said})


def notice(c: Command, case_id: str, days: Iterable[date], rule: PackRule) -> None:
    """Somebody has a task for these missed days, unless one of the same rule is open. ``rule`` is
    ``MISSED_VISIT``."""
    noticed = c.append(case(case_id), NOTICED, {"days": [day.isoformat() for day in days]})
    is_open = any((t.rule_id, t.state) == (rule.id, OPEN) for t in tasks_of(c.db, case_id))
    if not is_open:
        due = Due(end_of(london(c.recorded_at).date()), TODAY)
        make(c, noticed, rule.id, rule.words, rule.owner, due, force="must")


def settle(c: Command, case_id: str) -> None:
    """Whoever has answered for the days has done what the task asks."""
    for task in tasks_of(c.db, case_id):
        if (task.rule_id, task.state) == (MISSED_VISIT, OPEN):
            c.append(case(case_id), "task_done", {"task_id": task.id, "words": task.words})


# The tables

keeps("support_days", of="case", key="case_id")

_KEEP = """
    insert into support_days (case_id, day, answered, noticed)
    values (:id, :day, :answered, :noticed)
    on conflict (case_id, day) do update set
        answered = max(answered, excluded.answered), noticed = max(noticed, excluded.noticed)
"""


@dataclass(frozen=True)
class OnTheList:
    """A case with support, as the lists across cases have it. ``noticed`` are the days that had
    their task made."""

    case_id: str
    watched: Watched
    visitors: frozenset[str]
    noticed: frozenset[date]


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
                _of(days.get(each["id"], ()), "answered"),
                decisions.get(each["id"], ()),
            ),
            frozenset(found["human_id"] for found in visitors.get(each["id"], ())),
            _of(days.get(each["id"], ()), "noticed"),
        )
        for each in cases
    )


def _by_case(found: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    by_case: dict[str, list[Mapping[str, Any]]] = {}
    for each in found:
        by_case.setdefault(each["case_id"], []).append(each)
    return by_case


def _of(found: Iterable[Mapping[str, Any]], what: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(each["day"]) for each in found if each[what])


@projects(ANSWERED, of="case")
def somebody_answers(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    for name in ("safe", "found_out", "again"):
        bodies.field(entry, name, str)
    day = date.fromisoformat(bodies.field(entry, "day", str)).isoformat()
    db.execute(_KEEP, {"id": subject(entry.stream), "day": day, "answered": 1, "noticed": 0})


@projects(NOTICED, of="case")
def it_is_noticed(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    for each in bodies.field(entry, "days", list):
        day = date.fromisoformat(each).isoformat()
        db.execute(_KEEP, {"id": subject(entry.stream), "day": day, "answered": 0, "noticed": 1})
