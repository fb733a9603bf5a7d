"""Recording the outcome of an assessment. Nothing is chosen beforehand."""

from typing import Any

from forms.fields import OneOf, QuestionForm, Words
from protocol.decisions import DEPARTURE_REASONS
from protocol.outcomes import DECISION


class OutcomeForm(QuestionForm):
    outcome = OneOf(
        DECISION.question,
        [(option.id, option.says, option.hint) for option in DECISION.options],
        error="Select the outcome",
    )
    departure_reason = OneOf(
        "Why does this differ from what the rules say?",
        list(DEPARTURE_REASONS.items()),
    )
    departure_words = Words(
        "Tell your manager more",
        hint="A manager reads this next",
        noun="What you tell your manager",
        rows=3,
    )
    reason = Words(
        "Why?",
        hint="In your own words. The young person may read this.",
        noun="Your reason",
        error="Enter why this is the outcome",
        rows=4,
    )
    said = Words(
        "What did the young person say about it?",
        hint="In their words. If nobody could ask them, say why.",
        noun="What they said",
        error="Enter what the young person said, or why nobody could ask them",
        rows=4,
    )
    told = Words(
        "What did you tell the young person?",
        hint="What it means for them, what happens next, and that they can ask for section 20 "
        "again at any time",
        noun="What you told them",
        error="Enter what you told the young person",
        rows=4,
    )

    def ask_about_departure(self) -> None:
        """From now on the two questions about the difference have to be answered."""
        self.departure_reason.error = "Select why this differs from what the rules say"
        self.departure_words.error = "Enter why this differs from what the rules say"

    def departure_questions(self) -> list[Any]:
        return [self.departure_reason, self.departure_words]
