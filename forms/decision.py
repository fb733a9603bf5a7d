"""The officer's own decision. Nothing is chosen beforehand."""

from typing import Any

from forms.fields import OneOf, QuestionForm, ShortText, Words
from forms.people import WhoIsIt
from protocol.decisions import DEPARTURE_REASONS, TONIGHT


class DecisionForm(QuestionForm):
    decision = OneOf(
        TONIGHT.question,
        [(option.id, option.says, option.hint) for option in TONIGHT.options],
        error="Select what you have decided",
    )
    reason = Words(
        "Why?",
        hint="In your own words. The young person may read this.",
        noun="Your reason",
        error="Enter why you decided this",
        rows=3,
    )
    told = Words(
        "What did you tell the young person?",
        hint="What happens next, what is shared, with whom and why",
        noun="What you told them",
        error="Enter what you told the young person",
        rows=3,
    )
    name = ShortText(
        "What is their name?",
        hint="What they want to be called. Leave it blank if they have not said.",
        noun="The name",
        max_length=100,
    )
    who = WhoIsIt()
    departure_reason = OneOf(
        "Why does this differ from the advice?",
        list(DEPARTURE_REASONS.items()),
    )
    departure_words = Words(
        "Tell your manager more",
        hint="A manager reads this next",
        noun="What you tell your manager",
        rows=3,
    )

    def ask_about_departure(self) -> None:
        """From now on the two questions about the difference have to be answered."""
        self.departure_reason.error = "Select why this differs from the advice"
        self.departure_words.error = "Enter why this differs from the advice"

    def departure_questions(self) -> list[Any]:
        return [self.departure_reason, self.departure_words]
