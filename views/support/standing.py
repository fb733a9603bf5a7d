"""How the support of one young person stands: what was missed, today, how often, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_login import current_user

from forms.support.visits import TAPS
from protocol.authority import AUTHORITY
from rules.calendar import london
from store.entry import Entry
from store.signatures import Signature
from store.support.days import Day, answers_in, days_of, to_answer, watched_in
from store.support.package import package_in
from store.support.visits import Visit, visits_in
from store.support.watch import SIGNED, End, watch_in
from views import clock
from views.support.fewer_visits import HowOften, how_often
from views.support.found import Found
from views.support.missed import AT_ONCE, to_answer_too
from views.support.overtaken import is_gone, latest_of
from views.support.watchers import WATCHERS


@dataclass(frozen=True)
class Visiting:
    """``since`` is when the first bed or package began; None where there was none. ``ended`` signed
    the ``end``. ``today`` is None on that very day, and once the support has ended. ``tries`` are
    today's visits on which nobody saw them. ``answers`` are what was said of missed days."""

    since: datetime | None
    ended: Entry | None
    end: End | None
    end_signature: Signature | None
    gone: bool
    to_answer: tuple[Day, ...]
    today: Day | None
    seen_last: datetime | None
    seen_today: Visit | None
    tries: tuple[Visit, ...]
    answers: Mapping[date, list[Entry]]
    how_often: HowOften
    package: Entry | None
    may_record: bool

    @property
    def goes_on(self) -> bool:
        return self.since is not None and self.ended is None

    @property
    def to_answer_first(self) -> tuple[Day, ...]:
        """The latest days that somebody has to answer for, the latest first."""
        return self.to_answer[: -AT_ONCE - 1 : -1]

    @property
    def to_answer_too(self) -> str:
        return to_answer_too(self.to_answer[:-AT_ONCE])


def visiting(found: Found) -> Visiting:
    now = clock.now()
    watched = watched_in(found.entries)
    watch = watch_in(found.entries)
    end = watch.end if watch else None
    days = days_of(watched, now) if watched else ()
    visits = visits_in(found.entries)
    today = [v for v in visits if london(v.at).date() == london(now).date() and not v.withdrawn]
    seen = [visit for visit in visits if visit.saw_them]
    return Visiting(
        since=watched.since if watched else None,
        ended=end.signed if end else None,
        end=end,
        end_signature=latest_of(found, end.entry.id, SIGNED) if end else None,
        gone=is_gone(found.entries),
        to_answer=to_answer(days),
        today=next((day for day in days if day.is_today), None),
        seen_last=seen[-1].at if seen else None,
        seen_today=next((visit for visit in reversed(today) if visit.saw_them), None),
        tries=tuple(visit for visit in today if not visit.saw_them),
        answers=answers_in(found.entries),
        how_often=how_often(found),
        package=package_in(found.entries),
        may_record=current_user.role in WATCHERS,
    )


def area(found: Found) -> Mapping[str, Any]:
    phone = AUTHORITY["emergency_duty_team_phone"]
    return {"visiting": visiting(found), "taps": TAPS, "night_phone": phone}
