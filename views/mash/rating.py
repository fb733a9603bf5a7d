"""Rating a child first, and only then what the rules suggest."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint

from forms.mash.rating import ExplainForm, RatingForm
from rules.answers import YES
from store.journal import Command
from store.mash import rating as record
from store.mash.standing import (
    IS_CLOSED,
    IS_DECIDED,
    TO_SIGN,
    UNRATED,
    differs,
    needs_reason,
)
from thresholds.bands import bands, severity
from thresholds.choices import DEPARTURE_REASONS
from thresholds.indicators import DOMAINS, INDICATORS, THEMES, Indicator
from views.doors import MASH
from views.mash.child import ADDRESS
from views.mash.dangers import dangers_of
from views.mash.facts import facts_known
from views.mash.found import Found
from views.mash.standing import more_is_suggested, standing
from views.mash.steps import Step, add_step
from views.mash.suggesting import suggested_for

bp = Blueprint("mash_rating", __name__, url_prefix=ADDRESS)

HINDERS = {
    TO_SIGN: "A decision waits to be signed. Open it, and withdraw it before you rate again",
    IS_DECIDED: "This child is decided. The rating stays as it is",
    IS_CLOSED: "This child is closed. The rating stays as it is",
}


def rating_form(found: Found) -> RatingForm:
    """What was ticked before stays ticked. How it was rated is never chosen beforehand."""
    last = found.child.rating
    return RatingForm(data={"indicators": last.body.get("indicators") if last else None})


def hinders_rating(found: Found) -> str:
    return HINDERS.get(standing(found).stands, "")


def rate(c: Command, found: Found, form: RatingForm) -> None:
    ticked = form.indicators.data or []
    suggested = suggested_for(found, ticked)
    names = {band.id: band.name for band in bands()}
    band, minimum, ran_on = form.band.data, suggested.body["minimum"], standing(found).ran_on
    words = f"Rated {names[band]}"
    if minimum and severity(band) < severity(minimum):
        words += f"; the rules suggest at least {names[minimum]}"
    elif ran_on:
        words += f"; rated {names[ran_on]} before"
    record.rate(c, found.child, band, ticked, form.reasons.data, suggested, words)


def to_the_suggestion(found: Found) -> str:
    return f"{found.address}/{SUGGESTION.name}"


def what_to_tick(found: Found, form: RatingForm) -> Mapping[str, Any]:
    return {
        "domains": domains(found, form.indicators.data or []),
        "dangers": dangers_of(found),
    }


def domains(found: Found, ticked: list[str]) -> list[dict[str, Any]]:
    """What can be ticked at this child's age, by part of life; what was ticked is always shown.
    While their age is in doubt it can be anything."""
    facts = facts_known(found)
    age = facts["age"]
    years = age if isinstance(age, int) and facts["age_disputed"] is not YES else None
    shown = [each for each in INDICATORS if each.asked_at(years) or each.id in ticked]
    return [
        {
            "name": DOMAINS[domain],
            "ticked": sum(each.id in ticked for each in shown if each.domain == domain),
            "themes": _themes([each for each in shown if each.domain == domain]),
        }
        for domain in DOMAINS
    ]


def _themes(shown: list[Indicator]) -> list[tuple[str, list[Indicator]]]:
    names = dict.fromkeys(each.theme for each in shown)
    return [(THEMES[name], [each for each in shown if each.theme == name]) for name in names]


RATING = Step(
    name="rating",
    open_to=MASH,
    form=rating_form,
    hindrance=hinders_rating,
    carry_out=rate,
    context=what_to_tick,
    leads_to=to_the_suggestion,
)


def explain_form(found: Found) -> ExplainForm:
    return ExplainForm()


def hinders_explaining(found: Found) -> str:
    rating, now = found.child.rating, standing(found)
    if rating is None or now.stands == UNRATED:
        return "Rate this child first. What the rules suggest is shown after that"
    if not differs(rating):
        return "No reason is needed: the rating is what the rules suggest"
    if not needs_reason(rating):
        return "Why it differs is on record"
    return HINDERS.get(now.stands, "")


def explain(c: Command, found: Found, form: ExplainForm) -> None:
    assert found.child.rating is not None
    record.explain(c, found.child, found.child.rating.entry_id, form.code.data, form.words.data)


def what_is_suggested(found: Found, form: ExplainForm) -> Mapping[str, Any]:
    """Nothing, before there is a rating."""
    rating = found.child.rating
    if rating is None or rating.band is None:
        return {"rating": None}
    return {
        "rating": rating,
        "suggested": rating.body["suggested"],
        "differs": differs(rating),
        "needs_reason": needs_reason(rating),
        "signature": next((s for s in found.signatures if s.subject == rating.entry_id), None),
        "more_is_suggested": more_is_suggested(found),
        "departure_reasons": {each.id: each.words for each in DEPARTURE_REASONS},
        "may_rate": not hinders_rating(found),
    }


SUGGESTION = Step(
    name="suggestion",
    open_to=MASH,
    form=explain_form,
    hindrance=hinders_explaining,
    carry_out=explain,
    context=what_is_suggested,
)

for _step in (RATING, SUGGESTION):
    add_step(bp, _step)
