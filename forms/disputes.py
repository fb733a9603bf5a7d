"""A disagreement between the services: raising it, answering it, settling it, taking it further."""

import re
from collections.abc import Iterable
from typing import Any

from wtforms.validators import ValidationError

from forms.choosing import OneOfMany
from forms.fields import OneOf, Option, QuestionForm, ShortText, Words
from protocol.dispute_steps import FAMILY_SERVICES, HOUSING, NOBODY, NOT_KNOWN, SIDES

WHO_ACCOMMODATES = (
    Option(FAMILY_SERVICES, SIDES[FAMILY_SERVICES]),
    Option(HOUSING, SIDES[HOUSING]),
    Option("somebody_else", "Another council, or somebody else", reveals="who"),
    Option(NOBODY, "Nobody: there is no bed for them yet"),
    Option(NOT_KNOWN, "Not known yet"),
)
WHO_NOW = "Who accommodates the young person now?"
SELECT_WHO = "Select who accommodates the young person now"
THEY_GO_ON = (
    "Whoever it is goes on until the next bed is confirmed, whatever this is about and whoever pays"
)


class RaiseForm(QuestionForm):
    service = OneOf(WHO_NOW, WHO_ACCOMMODATES, hint=THEY_GO_ON, error=SELECT_WHO)
    who = ShortText("Who?", noun="Who it is", error="Enter who accommodates them", max_length=200)
    about = OneOf(
        "What do you disagree about?",
        (
            Option("rule", "What a rule of the protocol asks for", reveals="rule"),
            Option("fact", "What is so about the young person", reveals="fact"),
        ),
        error="Select whether it is about a rule or about a fact",
    )
    rule = OneOfMany(
        "Which rule?",
        first="Select a rule",
        hint="Those that apply come first, then those that cannot be told yet",
        error="Select the rule it is about",
    )
    fact = OneOfMany("Which fact?", first="Select a fact", error="Select the fact it is about")
    position = Words(
        "What does your side say?",
        hint="The young person may read this. Say what you would do, and why.",
        noun="What your side says",
        error="Enter what your side says",
    )

    def __init__(self, *, rules: Iterable[Option], facts: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule.offer(rules)
        self.fact.offer(facts)


class PositionForm(QuestionForm):
    position = Words(
        "What does your side say?",
        hint="The young person may read this. Say what you would do, and why.",
        noun="What your side says",
        error="Enter what your side says",
    )


class SettlementForm(QuestionForm):
    """``names`` are what the young person is called: what was learnt is read without them."""

    decision = Words(
        "What have you agreed?", noun="What you have agreed", error="Enter what you have agreed"
    )
    reasons = Words("Why?", noun="Your reasons", error="Enter your reasons", rows=3)
    lessons = Words(
        "What is there to learn from it?",
        hint="Other staff and the MASH Steering Group read this. Name nobody. "
        "If there is nothing to learn, say so.",
        noun="What there is to learn",
        error="Enter what there is to learn",
        rows=3,
    )

    def __init__(self, *, names: Iterable[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.names = tuple(names)

    def validate_lessons(self, field: Any) -> None:
        for part in (part for name in self.names for part in name.split() if len(part) > 2):
            if re.search(rf"\b{re.escape(part)}\b", field.data or ""):
                raise ValidationError(
                    "What there is to learn must not name the young person. "
                    "Write “the young person” instead"
                )


class AnswerForm(QuestionForm):
    """Whether the other one agrees. Nothing is chosen beforehand."""

    says = OneOf(
        "Is this what you have agreed?",
        (
            Option("agree", "Yes, this settles it", reveals="words"),
            Option("not_agree", "No, it goes on", reveals="why"),
        ),
        error="Select whether this is what you have agreed",
    )
    words = Words("Is there anything you want to add? (optional)", noun="What you add", rows=3)
    why = Words("Why not?", noun="Why not", error="Enter why you do not agree", rows=3)


class TakeFurtherForm(QuestionForm):
    further = Words(
        "Why can the duty managers not settle it?",
        noun="Why",
        error="Enter why it cannot be settled",
        rows=3,
    )


class AccommodationForm(QuestionForm):
    service = OneOf(WHO_NOW, WHO_ACCOMMODATES, hint=THEY_GO_ON, error=SELECT_WHO)
    who = ShortText("Who?", noun="Who it is", error="Enter who accommodates them", max_length=200)
