"""How the support of one young person stands: what was missed, today, how often, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_login import current_user

from forms.support.visits import TAPS
from protocol.authority import AUTHORITY
from rules.calendar import london
from store.entry import Entry
from store.established import ENDED, established_in
from store.support.days import Day, days_of, safe_not_known, to_answer, watched_in
from store.support.package import package_in
from store.support.visits import Visit, visits_in
from views import clock
from views.support.fewer_visits import HowOften, how_often
from views.support.found import Found
from views.support.watchers import WATCHERS


@dataclass(frozen=True)
class Visiting:
    """``since`` is when the first bed or package began; None where there was none. ``today`` is
    None on that very day, and once the support has ended. ``tries`` are today's visits on which
    nobody saw them."""

    since: datetime | None
    ended: Entry | None
    gone: bool
    to_answer: tuple[Day, ...]
    today: Day | None
    seen_last: datetime | None
    seen_today: Visit | None
    tries: tuple[Visit, ...]
    safe_not_known: Entry | None
    how_often: HowOften
    package: Entry | None
    may_record: bool

    @property
    def goes_on(self) -> bool:
        return self.since is not None and self.ended is None


def visiting(found: Found) -> Visiting:
    now = clock.now()
    watched = watched_in(found.entries)
    days = days_of(watched, now) if watched else ()
    visits = visits_in(found.entries)
    today = [v for v in visits if london(v.at).date() == london(now).date() and not v.withdrawn]
    seen = [visit for visit in visits if visit.saw_them]
    return Visiting(
        since=watched.since if watched else None,
        ended=_ended(found) if watched and watched.ended_at else None,
        gone=is_gone(found),
        to_answer=to_answer(days),
        today=next((day for day in days if day.is_today), None),
        seen_last=seen[-1].at if seen else None,
        seen_today=next((visit for visit in reversed(today) if visit.saw_them), None),
        tries=tuple(visit for visit in today if not visit.saw_them),
        safe_not_known=safe_not_known(found.entries),
        how_often=how_often(found),
        package=package_in(found.entries),
        may_record=current_user.role in WATCHERS,
    )


def is_gone(found: Found) -> bool:
    """They have left or are missing, as far as anybody has recorded."""
    return established_in(found.entries).get("left_or_missing") == "yes"


def _ended(found: Found) -> Entry:
    return next(entry for entry in reversed(found.entries) if entry.kind == ENDED)


def area(found: Found) -> Mapping[str, Any]:
    phone = AUTHORITY["emergency_duty_team_phone"]
    return {"visiting": visiting(found), "taps": TAPS, "night_phone": phone}
