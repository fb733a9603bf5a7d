"""What everything that counts means to the rules, first contact and the parts of a case together.

A question named like a fact answers it. A record of a kind that the rules know gives them the
fields they know.
"""

from datetime import datetime
from typing import Any

from forms import first_contact
from forms.journeys import Answers, Given
from protocol import catalogue
from protocol.records import FEEDS, RECORDS, Field
from rules.facts import Fact, Kind

FACTS: dict[str, Fact] = {fact.id: fact for fact in catalogue.FACTS if fact.question}
"""Those that somebody is asked. The others are worked out."""
FED = frozenset(feed.fact for feed in FEEDS)
"""Facts that records tell. No question answers one of these."""

BY_FIRST_CONTACT = frozenset({"carer", "relative"})

WRITTEN = {"words_recorded": "their_words"}
"""A record's field that is yes where its words were written down, and no where none were."""


def facts(given: Given, opened_at: datetime) -> dict[str, Any]:
    """Facts and lists of records as JSON, for ``protocol.situation``. ``given`` is what counts."""
    settled = first_contact.facts(given, opened_at)
    for name, answer in given.answers.items():
        if name in FACTS and name not in settled:
            settled[name] = _known(FACTS[name], answer.get("value"))
    for kind in RECORDS.keys() - BY_FIRST_CONTACT:
        held = given.records.get(kind, {})
        complete = given.answers.get(f"{kind}_complete", {}).get("value")
        if held or complete == "yes":  # confirmed as complete, an empty list says that it never was
            settled[kind] = [_record(kind, id, answers) for id, answers in held.items()]
            settled[f"{kind}_complete"] = complete if complete in ("yes", "no") else "not_known"
    return settled


def _record(kind: str, id: str, answers: Answers) -> dict[str, Any]:
    return {"id": id} | {
        name: _known(field, _value(answers, name)) for name, field in RECORDS[kind].fields.items()
    }


def _value(answers: Answers, name: str) -> Any:
    if name in answers or name not in WRITTEN:
        return answers.get(name, {}).get("value")
    return "yes" if answers.get(WRITTEN[name], {}).get("value") else "no"


def _known(asked: Fact | Field, value: Any) -> Any:
    """The answer where it is one that the rules can have; otherwise it is not known."""
    if asked.kind is Kind.YES_NO:
        return value if value in ("yes", "no") else "not_known"
    if asked.kind is Kind.CHOICE:
        return value if value in {option.id for option in asked.options} else "not_known"
    return "not_known" if value is None else value
