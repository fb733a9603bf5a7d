"""What people decided, held against what was suggested. Their judgement wins, with a reason."""

from collections.abc import Mapping
from datetime import datetime

from rules.answers import NOT_KNOWN, Answer, yes_if
from rules.facts import Value
from thresholds.bands import severity
from thresholds.rating.suggest import Suggestion, suggest

REFERRAL = "referral_to_social_care"


def milder(band: str, than: str) -> bool:
    """Whether a band is milder than another. Raises ValueError for what is no band."""
    return severity(band) < severity(than)


def with_decision(
    facts: Mapping[str, Value],
    on: datetime,
    *,
    rated: str,
    rated_before: str | None = None,
    outcome: str | None = None,
    authority: str | None = None,
) -> Suggestion:
    """The suggestion for the same facts once somebody has rated: ``second_person`` says whether
    a manager confirms it. Raises what ``suggest`` raises, and ValueError for what is no band."""
    minimum = suggest(facts, on, authority).minimum
    decided: dict[str, Value] = {
        "rated": rated,
        "rated_below_suggestion": _milder(rated, minimum),
        "rating_lowered": _milder(rated, rated_before),
        "outcome": outcome or NOT_KNOWN,
    }
    return suggest({**facts, **decided}, on, authority)


def _milder(band: str, than: str | None) -> Answer:
    """Nothing to hold it against is nothing that it is milder than."""
    return yes_if(than is not None and milder(band, than))


def departs(suggestion: Suggestion, *, rated: str, outcome: str | None = None) -> tuple[str, ...]:
    """The ids of what a decision departs from, so that each gets its coded reason:
    ``below-suggestion`` for a rating milder than suggested, and ``only-referral`` for any outcome
    but a referral to social care where the joint protocol asks for one."""
    found = []
    if suggestion.minimum is not None and milder(rated, suggestion.minimum):
        found.append("below-suggestion")
    undecided = outcome in (None, "not_yet_assessed")
    if suggestion.same_day and not undecided and outcome != REFERRAL:
        found.append("only-referral")
    return tuple(found)
