"""The final rating of a child, and what happens now."""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from flask import Blueprint, request

from forms.mash.decision import DecisionForm
from store.journal import Command
from store.mash import rating as record
from store.mash.rating import Suggested
from store.mash.standing import IS_CLOSED, IS_DECIDED, REASON_MISSING, TO_SIGN, UNRATED
from store.steps import NotPossible
from thresholds.bands import bands, worse
from thresholds.choices import CLOSING_OUTCOMES, words_of
from thresholds.deciding import (
    AT_ONCE,
    DEPARTURES,
    SECOND,
    Before,
    Final,
    differs_from,
    second_for,
)
from views import clock
from views.doors import MASH
from views.mash.child import ADDRESS
from views.mash.clocks import clock_of
from views.mash.found import Found
from views.mash.standing import standing
from views.mash.steps import Step, add_step
from views.mash.suggesting import earlier_contacts, suggested_for

bp = Blueprint("mash_decision", __name__, url_prefix=ADDRESS)

MORE_TO_SAY = "Something became known, or late, while you wrote. Say why below, and save again"

HINDERS = {
    UNRATED: "Rate this child first",
    REASON_MISSING: "Say first why the rating is not what the rules suggest",
    TO_SIGN: "A decision waits to be signed. Open it, and withdraw it before you decide anew",
    IS_DECIDED: "This child is decided",
    IS_CLOSED: "This child is closed",
}


def decision_form(found: Found) -> DecisionForm:
    """What differs, and a decision that comes late, has to be explained in the same form."""
    form = DecisionForm()
    if hinders_deciding(found):
        return form
    if clock_of(found.contact, standing(found), clock.now()).late:
        form.ask_about_lateness()
    final = final_of(form)
    if request.method == "POST" and final and differs_from(final, before(found, now(found))):
        form.ask_about_departure()
    return form


def hinders_deciding(found: Found) -> str:
    return HINDERS.get(standing(found).stands, "")


def now(found: Found) -> Suggested:
    """What the rules suggest by now, of what was ticked and of what became known since."""
    assert found.child.rating is not None
    return suggested_for(found, found.child.rating.body["indicators"])


def before(found: Found, suggested: Suggested) -> Before:
    bands_before = [each.band for each in found.child.ratings if each.band]
    counted = standing(found).ran_on or bands_before[-1]
    return Before(
        minimum=suggested.body["minimum"],
        worst=reduce(worse, bands_before, counted),
        rated=bands_before[-1],
        carries_3_l=suggested.body["same_day"],
        earlier_contacts=earlier_contacts(found),
    )


def final_of(form: DecisionForm) -> Final | None:
    """Nothing until all three are chosen."""
    if form.band.data and form.level.data and form.outcome.data:
        return Final(form.band.data, int(form.level.data), form.outcome.data)
    return None


def decide(c: Command, found: Found, form: DecisionForm) -> None:
    final, suggested = final_of(form), now(found)
    assert final is not None
    was = before(found, suggested)
    second = second_for(final, was)
    outcome = words_of(CLOSING_OUTCOMES, final.outcome)
    name = next(band.name for band in bands() if band.id == final.band)
    departures = differs_from(final, was)
    said = {"code": form.departure_reason.data, "words": form.departure_words.data}
    is_late = clock_of(found.contact, standing(found), clock.now()).late
    if (departures and not all(said.values())) or (is_late and not form.late_reason.data):
        raise NotPossible(MORE_TO_SAY)
    made = record.Made(
        band=final.band,
        level=final.level,
        outcome=final.outcome,
        words=f"{name}, level {final.level}: {outcome}",
        reasons=form.reasons(),
        departures=[{"what": what, **said} for what in departures],
        second=second,
        why_second=". ".join(SECOND[each] for each in second),
        late={"code": form.late_reason.data, "words": form.late_words.data or ""}
        if is_late
        else None,
    )
    record.decide(c, found.child, made, suggested)


def what_to_decide_on(found: Found, form: DecisionForm) -> Mapping[str, Any]:
    if hinders_deciding(found):
        return {"suggested": None}
    suggested, final = now(found), final_of(form)
    was = before(found, suggested)
    second = second_for(final, was) if final else ()
    return {
        "suggested": suggested.body,
        "rating": found.child.rating,
        "initial": found.child.initial,
        "departed": [DEPARTURES[what] for what in differs_from(final, was)] if final else [],
        "second": [SECOND[each] for each in second],
        "held": bool(set(second) - AT_ONCE),
        "clock": clock_of(found.contact, standing(found), clock.now()),
        "earlier_contacts": was.earlier_contacts,
    }


DECISION = Step(
    name="decision",
    open_to=MASH,
    form=decision_form,
    hindrance=hinders_deciding,
    carry_out=decide,
    context=what_to_decide_on,
)

add_step(bp, DECISION)
