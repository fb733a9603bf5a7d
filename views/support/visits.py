"""Visits: one tap, in full, taken back; and a day on which nobody is recorded as seeing them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Blueprint, abort, url_for
from flask_login import current_user

from forms.support.visits import (
    TAPS,
    NobodySawThemForm,
    SeenThatDayForm,
    TakeBackForm,
    TapForm,
    VisitForm,
)
from protocol.people import SOCIAL_WORKER
from protocol.visiting import SEEN, SOCIAL_WORK, SUPPORT
from rules.calendar import LONDON, london
from store.entry import Entry
from store.journal import Command
from store.support import days, visits
from store.support.days import YES, Day, answers_in, days_in, watched_in
from store.support.visits import Visit, visits_in
from views import clock
from views.support.found import Found, found_case
from views.support.steps import ADDRESS, Step, add_step
from views.support.watchers import WATCHERS

bp = Blueprint("support_visits", __name__, url_prefix=ADDRESS)

SHOWN = 14
"""How many days the page of visits shows; those to answer for are always there."""


def begun_at(found: Found) -> datetime:
    """When they came, or had a bed before anybody recorded that, to the minute: nobody enters
    seconds."""
    watched = watched_in(found.entries)
    came = found.presentation.started_at
    first = min(came, watched.since) if watched else came
    return london(first).replace(second=0, microsecond=0)


def of_visits(found: Found) -> str:
    return url_for("support_visits.visits", id=found.id)


def kind_of_visit() -> str:
    """What a visit of whoever is signed in is, where they only tap."""
    return SOCIAL_WORK if current_user.role == SOCIAL_WORKER else SUPPORT


# One tap


def tapped(c: Command, found: Found, form: TapForm) -> None:
    _, outcome, alone = TAPS[form.tap.data]
    said = {
        "kind": kind_of_visit(),
        "outcome": outcome,
        "alone": alone,
    }
    visits.record(c, found.id, said, c.recorded_at, begun_at(found), "second")
    days.settle(c, found.id)


def on_the_page(found: Found, form: Any) -> Mapping[str, Any]:
    """The latest days, and before them those that nobody has answered for. The first day, which
    does not count yet, stands there where somebody went."""
    now, went = clock.now(), by_day(found)
    all_days = days_in(found.entries, now)
    lately = all_days[-SHOWN:]
    known = {day.day for day in all_days}
    uncounted = [Day(day, True, False, False) for day in went if day not in known]
    earlier = [day for day in all_days[:-SHOWN] if day.to_answer]
    shown = sorted([*uncounted[-SHOWN:], *earlier, *lately], key=lambda day: day.day, reverse=True)
    today = went.get(london(now).date(), [])
    return {
        "taps": TAPS,
        "shown": shown,
        "visits_by_day": went,
        "answers": answers_in(found.entries),
        "seen_today": next((visit for visit in reversed(today) if visit.saw_them), None),
    }


def by_day(found: Found) -> dict[date, list[Visit]]:
    """Every visit, taken back or not, on the day on which it was."""
    found_on: dict[date, list[Visit]] = {}
    for visit in visits_in(found.entries):
        found_on.setdefault(london(visit.at).date(), []).append(visit)
    return found_on


add_step(
    bp,
    Step(
        name="visits",
        open_to=WATCHERS,
        form=lambda found: TapForm(),
        carry_out=tapped,
        context=on_the_page,
        leads_to=of_visits,
        at_once=True,  # whoever records what they did is not held back by what others did
    ),
)


# In full


def visit_form(found: Found) -> VisitForm:
    return VisitForm(now=clock.now(), begun_at=begun_at(found))


def in_full(c: Command, found: Found, form: VisitForm) -> None:
    said = {
        "kind": form.kind.data,
        "outcome": form.outcome.data,
        "alone": (form.alone.data if form.outcome.data == SEEN else None) or "not_known",
        "who": form.who.data,
        "words": form.words.data,
        "theirs": form.theirs.data,
    }
    visits.record(c, found.id, said, form.at.data, begun_at(found))
    days.settle(c, found.id)


NEW = Step(
    name="new-visit",
    open_to=WATCHERS,
    form=visit_form,
    carry_out=in_full,
    leads_to=of_visits,
    at_once=True,
)


add_step(bp, NEW, "/visits/new", "new")


# Recorded by mistake


@dataclass(frozen=True)
class FoundVisit(Found):
    visit: Visit


def found_visit(id: Any, visit_id: Any) -> FoundVisit:
    found = found_case(id)
    of_them = (each for each in visits_in(found.entries) if each.id == str(visit_id))
    visit = next(of_them, None) or abort(404)
    return FoundVisit(found.file, found.presentation, found.entries, visit)


def taken_back_already(found: FoundVisit) -> str:
    return "This visit was taken back already" if found.visit.withdrawn else ""


TAKE_BACK = Step(
    name="take-back",
    open_to=WATCHERS,
    form=lambda found: TakeBackForm(),
    hindrance=taken_back_already,
    carry_out=lambda c, found, form: visits.withdraw(c, found.id, found.visit, form.why.data),
    seen=lambda found: int(found.visit.withdrawn is not None),
    leads_to=of_visits,
    find=found_visit,
)


add_step(bp, TAKE_BACK, "/visits/<uuid:visit_id>/take-back")


# A day on which nobody is recorded as having seen them


@dataclass(frozen=True)
class FoundDay(Found):
    day: Day


def found_day(id: Any, day: str) -> FoundDay:
    """404 for what is no day of their support, or is not over."""
    found = found_case(id)
    of_them = (each for each in days_in(found.entries, clock.now()) if str(each.day) == day)
    this = next(of_them, None)
    if this is None or this.is_today:
        abort(404)
    return FoundDay(found.file, found.presentation, found.entries, this)


def seen_after_all(found: FoundDay) -> str:
    if found.day.seen:
        return "It is on record that somebody saw them that day"
    return "" if found.day.missed else "Nobody had to see them that day, as was agreed"


def said_of(found: FoundDay) -> list[Entry]:
    """What was answered for this day so far."""
    return answers_in(found.entries).get(found.day.day, [])


def about_this_day(found: FoundDay) -> int:
    return int(found.day.seen) + 2 * len(said_of(found))


def seen_form(found: FoundDay) -> SeenThatDayForm:
    came = begun_at(found)
    return SeenThatDayForm(earliest=came.time() if came.date() == found.day.day else None)


def saw_them(c: Command, found: FoundDay, form: SeenThatDayForm) -> None:
    """A visit of that day, recorded today."""
    said = {
        "kind": kind_of_visit(),
        "outcome": SEEN,
        "alone": form.alone.data,
        "who": form.who.data,
        "theirs": form.theirs.data,
        "why_late": form.why_late.data,
    }
    at = datetime.combine(found.day.day, form.at.data, LONDON)
    visits.record(c, found.id, said, at, begun_at(found))
    days.settle(c, found.id)


def nobody_saw_them(c: Command, found: FoundDay, form: NobodySawThemForm) -> None:
    """It stays a missed day. Where it is not known that they are safe, a social worker is asked to
    find out at once. What was answered before stays beside it."""
    said = {
        "safe": form.safe.data,
        "found_out": form.found_out.data,
        "again": form.again.data,
    }
    answered = days.answer(c, found.id, found.day.day, said)
    if form.safe.data == YES:
        days.settle(c, found.id)
    else:
        days.find_out(c, found.id, answered, SOCIAL_WORKER)


SEEN_THAT_DAY = Step(
    name="seen-that-day",
    open_to=WATCHERS,
    form=seen_form,
    hindrance=seen_after_all,
    carry_out=saw_them,
    seen=about_this_day,
    find=found_day,
)
NOBODY_THAT_DAY = Step(
    name="nobody-that-day",
    open_to=WATCHERS,
    form=lambda found: NobodySawThemForm(),
    hindrance=seen_after_all,
    carry_out=nobody_saw_them,
    seen=about_this_day,
    context=lambda found, form: {"said": said_of(found)},
    find=found_day,
)


add_step(bp, SEEN_THAT_DAY, "/missed/<day>/seen")


add_step(bp, NOBODY_THAT_DAY, "/missed/<day>/nobody")
