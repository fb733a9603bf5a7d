"""What the answers mean to the rules: the one place where answers and records become facts."""

from datetime import datetime
from typing import Any

from forms import card
from forms.journeys import Answers, Given
from protocol.records import RECORDS

# A question whose answer is the fact of the same name.
AS_ANSWERED = (
    "social_worker_allows_family_contact",
    "left_or_missing",
    "pregnant",
    "has_child_of_own",
    "siblings_at_home",
    "objects_to_going_home",
    "needs_statutory_assessment",
    "highly_vulnerable",
    "consents_to_early_help",
)

# Signs of danger from the family, and of any serious harm. They outweigh an answer of no (A44).
FROM_FAMILY = {"violence_or_abuse", "forced_marriage", "honour_based_abuse"}
NO_SIGN = {"none", "not_known"}

COMPLETE = {"carer": "carers_complete", "relative": "relatives_complete"}


def facts(given: Given, opened_at: datetime) -> dict[str, Any]:
    """Facts and lists of records as JSON, for ``protocol.situation``. ``given`` is what counts."""
    values = {name: answer["value"] for name, answer in given.answers.items()}
    settled: dict[str, Any] = dict(card.facts(values, opened_at))
    settled |= {fact: _known(values.get(fact)) for fact in AS_ANSWERED}
    settled["young_persons_view_recorded"] = _known(
        "yes" if values.get("view_of_going_home") else None
    )
    settled |= _danger(values, settled)
    if values.get("seen_alone") in ("no", "not_known") and settled["safe_to_return_home"] == "yes":
        settled["safe_to_return_home"] = "not_known"
    for kind, question in COMPLETE.items():
        held = given.records.get(kind, {})
        settled[kind] = [_record(kind, id, answers) for id, answers in held.items()]
        settled[f"{kind}_complete"] = _known(values.get(question))
    return settled


def _danger(values: dict[str, Any], settled: dict[str, Any]) -> dict[str, str]:
    """A sign that was seen makes both a yes. One that nobody knows about takes back a no."""
    signs = set(values.get("signs") or ())
    danger = {}
    if signs & FROM_FAMILY:
        danger["family_contact_unsafe"] = "yes"
    if signs - NO_SIGN:
        danger["risk_of_significant_harm"] = "yes"
    if "not_known" in signs:
        for fact in ("family_contact_unsafe", "risk_of_significant_harm"):
            if settled[fact] == "no":
                danger[fact] = "not_known"
    return danger


def _record(kind: str, id: str, answers: Answers) -> dict[str, str]:
    fields = {name: _known(answers.get(name, {}).get("value")) for name in RECORDS[kind].fields}
    return {"id": id, **fields}


def _known(value: Any) -> str:
    return value if value in ("yes", "no") else "not_known"
