"""Questions in the words of the fact catalogue, so that nothing is asked in two ways."""

from typing import Any

from forms.card import NOT_KNOWN
from forms.fields import DateParts, Moment, OneOf, Option, YesNoNotKnown
from forms.meaning import FACTS
from forms.typed import upper_first
from rules.facts import Kind


def ask(fact_id: str, **more: Any) -> Any:
    """The question that settles a fact. ``more`` goes to it, a hint for example.

    ``reveals`` is answer → the question asked only of those who give it.
    """
    fact, reveals = FACTS[fact_id], more.pop("reveals", {})
    given = {"why": fact.why, **more}
    if fact.kind is Kind.DATE:
        return DateParts(fact.question, **given)
    if fact.kind is Kind.MOMENT:
        return Moment(fact.question, **given)
    if fact.kind is Kind.YES_NO and not reveals:
        return YesNoNotKnown(fact.question, **given)
    words = (
        {"yes": "Yes", "no": "No"}
        if fact.kind is Kind.YES_NO
        else {option.id: upper_first(option.says) for option in fact.options}
    )
    options = [Option(id, each, reveals=reveals.get(id, "")) for id, each in words.items()]
    if "not_known" not in words:
        options.append(NOT_KNOWN)
    return OneOf(fact.question, options, **given)


def choice(question: str, options: Any, **more: Any) -> OneOf:
    """One thing of a record that is a choice: ``options`` as ``protocol.records`` has them."""
    shown = [Option(option.id, upper_first(option.says)) for option in options]
    return OneOf(question, (*shown, NOT_KNOWN), **more)
