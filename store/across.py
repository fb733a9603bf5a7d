"""Everybody whose support goes on, in counts: of the fifty points, their plans, visits and rights.

Counted are the cases that whoever reads may know of: beside a list of those, any other number would
tell that there are restricted ones. Nobody is ranked and nothing is added up into a score: a point
stands in its place in the appendix, whatever is said.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from protocol.rights import ASKED
from rules.calendar import london
from store.checklist.checklist import Checklist, checklists_in
from store.checklist.on_record import to_work_on, told_in, worries
from store.entry import Entry
from store.plan.plan import Action, plan_in
from store.reading import read
from store.rights.rights import feedback_in, given_in
from store.stream_names import case
from store.support.days import Day, all_watched, days_of

LATELY = timedelta(days=28)

LATE = (
    ("week", "Up to a week late", timedelta(days=7)),
    ("month", "Up to four weeks late", timedelta(days=28)),
    ("longer", "Longer", timedelta.max),
)
"""How late an action is: id, words, and the longest that still counts as that."""


@dataclass
class Counts:
    """``talked_about``, ``worries`` and ``to_work_on`` are young people by point; ``actions`` are
    actions by source and by how late they are; ``answers`` by question and by what was said.
    ``late`` and ``missed`` are the cases with an action that is late, or a missed day to answer
    for."""

    young_people: int = 0
    talked_with: int = 0
    talked_about: Counter[int] = field(default_factory=Counter)
    worries: Counter[int] = field(default_factory=Counter)
    to_work_on: Counter[int] = field(default_factory=Counter)
    actions: Counter[tuple[str, str]] = field(default_factory=Counter)
    days_missed: int = 0
    days_to_answer: int = 0
    told_their_rights: int = 0
    asked: int = 0
    not_asked: int = 0
    answers: Counter[tuple[str, str]] = field(default_factory=Counter)
    late: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


POINTS, ACTIONS, VISITS, RIGHTS = "points", "actions", "visits", "rights"
ALL = frozenset({POINTS, ACTIONS, VISITS, RIGHTS})
"""What can be counted."""


def across(db: Database, now: datetime, reader: str, what: Collection[str] = ALL) -> Counts:
    """``reader`` is the human who will look at it, ``what`` is of ALL. Each case is read at most
    once, and its checklists are put together once."""
    counts, today = Counts(), london(now).date()
    for each in all_watched(db, reader):
        counts.young_people += 1
        if VISITS in what:
            count_days(counts, each.case_id, days_of(each.watched, now), today)
        if not {POINTS, ACTIONS, RIGHTS}.intersection(what):
            continue
        entries = read(db, case(each.case_id))
        if RIGHTS in what:
            count_rights(counts, entries)
        checklists = checklists_in(entries) if {POINTS, ACTIONS}.intersection(what) else ()
        if POINTS in what:
            count_points(counts, checklists)
        if ACTIONS in what:
            plan = plan_in(entries, checklists)
            count_actions(counts, each.case_id, plan.open, today)
    return counts


def count_points(counts: Counts, checklists: Iterable[Checklist]) -> None:
    """By what was told and not told otherwise since: "not known yet" takes back no worry. A young
    person counts once for each point."""
    told = told_in(checklists)
    counts.talked_with += bool(told)
    counts.talked_about.update(tuple(told))  # of a mapping it would count the answers
    counts.worries.update({each.point.number for each in worries(told)})
    left = {each.point.number for each in to_work_on(told)}
    left |= {number for number, answer in told.items() if answer.needs.get("what")}
    counts.to_work_on.update(left)


def count_actions(counts: Counts, id: str, actions: Iterable[Action], today: date) -> None:
    """``actions`` are those that are open."""
    late = [each for each in actions if each.due and each.due < today]
    for action in late:
        by = next(name for name, _, most in LATE if today - (action.due or today) <= most)
        counts.actions[action.source, by] += 1
    if late:
        counts.late.append(id)


def count_days(counts: Counts, id: str, days: Iterable[Day], today: date) -> None:
    """Missed days of the last weeks; those to answer for, however long ago."""
    days = tuple(days)
    counts.days_missed += sum(day.missed and today - day.day <= LATELY for day in days)
    to_answer = [day for day in days if day.to_answer]
    counts.days_to_answer += len(to_answer)
    if to_answer:
        counts.missed.append(id)


def count_rights(counts: Counts, entries: Collection[Entry]) -> None:
    counts.told_their_rights += bool(given_in(entries))
    for entry in feedback_in(entries):
        said = entry.body or {}
        counts.asked += bool(said["asked"])
        counts.not_asked += not said["asked"]
        if said["asked"]:
            counts.answers.update((each, said["answers"].get(each, "")) for each in ASKED)
