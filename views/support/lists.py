"""Whom somebody visits, and whom nobody is recorded as having seen: across cases, from tables."""

from dataclasses import dataclass
from datetime import datetime

from flask_login import current_user

from store.cases import CaseFile, case_file
from store.restrictions import seen_only_by
from store.support.days import Day, OnTheList, all_watched, days_of, to_answer
from views import database
from views.doors import CASES, SOCIAL_WORK_MANAGERS, SUPPORT


@dataclass(frozen=True)
class ToVisit:
    """``mine`` where whoever is signed in is one of those who visit. ``since`` is when they were
    last seen, or when it began."""

    file: CaseFile
    mine: bool
    to_answer: tuple[Day, ...]
    today: Day | None
    seen_last: datetime | None
    since: datetime
    somebody_visits: bool


def to_visit(now: datetime) -> tuple[ToVisit, ...]:
    """For those who visit, all of theirs; for whoever holds the case, the managers, and those who
    alone may know of it, those with a day to answer for. What was missed comes first, the longest
    unseen before the others."""
    me = current_user.account
    if me.role not in SUPPORT:
        return ()
    found = (_row(each, now) for each in all_watched(database.current(), me.human_id))
    return tuple(sorted((row for row in found if row is not None), key=_what_first))


def _row(each: OnTheList, now: datetime) -> ToVisit | None:
    """Nothing where it is none of theirs to look at."""
    me = current_user.account
    days, mine = days_of(each.watched, now), me.human_id in each.visitors
    missed = to_answer(days)
    file = case_file(database.current(), each.case_id, me.human_id) if mine or missed else None
    if file is None or not (mine or _answers_for_it(file)):
        return None
    seen = each.watched.last_seen_at
    return ToVisit(
        file,
        mine,
        missed,
        next((day for day in days if day.is_today), None),
        seen,
        seen or each.watched.since,
        bool(each.visitors),
    )


def _answers_for_it(file: CaseFile) -> bool:
    """Also where the case is restricted, and no manager may know of it: somebody does."""
    me = current_user.account
    if me.role not in CASES:
        return False
    named = (file.case.held_by, *seen_only_by(database.current(), file.case.id))
    return me.role in SOCIAL_WORK_MANAGERS or me.human_id in named


def _what_first(row: ToVisit) -> tuple[int, datetime]:
    waits = row.today is not None and row.today.not_seen_yet
    return 0 if row.to_answer else 1 if waits else 2, row.since
