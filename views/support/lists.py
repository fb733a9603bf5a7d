"""Whom somebody visits, and whom nobody is recorded as having seen: across cases, from tables."""

from dataclasses import dataclass
from datetime import datetime

from flask_login import current_user

from protocol.people import SOCIAL_WORK_DUTY_MANAGER, SOCIAL_WORKER, TEAM_MANAGER
from store.cases import CaseFile, case_file
from store.support.days import Day, all_watched, days_of, to_answer
from views import database
from views.doors import VISITORS

MANAGERS_OF_VISITS = frozenset({SOCIAL_WORK_DUTY_MANAGER, TEAM_MANAGER})
"""Those who answer for visits in every case that they may know of."""


@dataclass(frozen=True)
class ToVisit:
    """``since`` is when they were last seen, or when somebody first had to see them."""

    file: CaseFile
    to_answer: tuple[Day, ...]
    today: Day | None
    seen_last: datetime | None
    since: datetime
    somebody_visits: bool


def to_visit(now: datetime) -> tuple[ToVisit, ...]:
    """For those who visit, all of theirs; for a social worker and the managers those with a day to
    answer for. What was missed comes first, the longest unseen before the others."""
    db, me = database.current(), current_user.account
    visits = me.role in VISITORS
    if not visits and me.role not in MANAGERS_OF_VISITS | {SOCIAL_WORKER}:
        return ()
    found = []
    for each in all_watched(db, me.human_id):
        if visits and me.human_id not in each.visitors:
            continue
        days = days_of(each.watched, now)
        missed = to_answer(days)
        file = case_file(db, each.case_id, me.human_id) if visits or missed else None
        is_mine = visits or me.role in MANAGERS_OF_VISITS or _holds(file, me.human_id)
        if file is None or not is_mine:
            continue
        seen = each.watched.last_seen_at
        today = next((day for day in days if day.is_today), None)
        since = seen or each.watched.since
        found.append(ToVisit(file, missed, today, seen, since, bool(each.visitors)))
    return tuple(sorted(found, key=_what_first))


def _what_first(row: ToVisit) -> tuple[int, datetime]:
    waits = row.today is not None and row.today.not_seen_yet
    return 0 if row.to_answer else 1 if waits else 2, row.since


def _holds(file: CaseFile | None, human_id: str) -> bool:
    return file is not None and file.case.held_by == human_id
