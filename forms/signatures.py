"""Signing what somebody else decided. Nothing is chosen beforehand."""

from typing import Any

from wtforms.validators import ValidationError

from forms.fields import OneOf, Option, QuestionForm, Words


class SignForm(QuestionForm):
    """Signing a decision."""

    says = OneOf(
        "What do you say?",
        (
            Option("agree", "I agree, and sign it", reveals="words"),
            Option("ask", "I send it back with a question", reveals="question"),
            Option(
                "decline",
                "I do not agree, and decline it",
                hint="The decision stands until it is changed, and a bed never ends because of "
                "this. Whoever decided has to look at it again at once.",
                reveals="reason",
            ),
        ),
        error="Select whether you sign it, send it back or decline it",
    )
    words = Words("Is there anything you want to add? (optional)", noun="What you add", rows=3)
    question = Words(
        "What is your question?", noun="Your question", error="Enter your question", rows=3
    )
    reason = Words(
        "Why do you decline it?",
        hint="The young person may read this.",
        noun="Your reason",
        error="Enter why you decline it",
        rows=3,
    )

    def validate_says(self, chosen: Any) -> None:
        """Nobody signs over a question they have written themselves."""
        for chooser, option, field in self._revealed():
            if chooser.data != option.value and _typed(field):
                raise ValidationError(
                    f"You also wrote something under “{option.label}”. "
                    "Delete it, or select that instead"
                )


class SignAtMashForm(SignForm):
    """Signing a rating or a decision about a child in a contact."""

    says = OneOf(
        "What do you say?",
        (
            Option("agree", "I agree, and sign it", reveals="words"),
            Option("ask", "I send it back with a question", reveals="question"),
            Option(
                "decline",
                "I do not agree, and decline it",
                hint="It then has to be rated or decided anew, and the more serious rating counts "
                "meanwhile. What is being done for the child goes on.",
                reveals="reason",
            ),
        ),
        error="Select whether you sign it, send it back or decline it",
    )
    words = Words("Is there anything you want to add? (optional)", noun="What you add", rows=3)
    question = Words(
        "What is your question?", noun="Your question", error="Enter your question", rows=3
    )
    reason = Words(
        "Why do you decline it?",
        hint="The young person may read this.",
        noun="Your reason",
        error="Enter why you decline it",
        rows=3,
    )


class ConfirmForm(SignForm):
    """Signing that a reading is the council's. A form's questions stand in the order they are
    written down, so all four are."""

    says = OneOf(
        "What do you say?",
        (
            Option("agree", "I confirm this reading, and sign it", reveals="words"),
            Option("ask", "I send it back with a question", reveals="question"),
            Option(
                "decline",
                "I do not confirm it, and decline it",
                hint="The reading then stays ours, to be confirmed. The rules go on as they are.",
                reveals="reason",
            ),
        ),
        error="Select whether you confirm it, send it back or decline it",
    )
    words = Words("Is there anything you want to add? (optional)", noun="What you add", rows=3)
    question = Words(
        "What is your question?", noun="Your question", error="Enter your question", rows=3
    )
    reason = Words(
        "Why do you decline it?",
        hint="Everybody who uses this service may read this.",
        noun="Your reason",
        error="Enter why you decline it",
        rows=3,
    )


class AnswerForm(QuestionForm):
    answer = Words("What is your answer?", noun="Your answer", error="Enter your answer", rows=3)


class WithdrawForm(QuestionForm):
    withdrawal = Words(
        "Why do you withdraw it?",
        hint="The decision then stands without a signature, and the case says so.",
        noun="Your reason",
        error="Enter why you withdraw it",
        rows=3,
    )


class WithdrawAtMashForm(QuestionForm):
    withdrawal = Words(
        "Why do you withdraw it?",
        hint="It then does not take effect, and the more serious rating counts.",
        noun="Your reason",
        error="Enter why you withdraw it",
        rows=3,
    )


class WithdrawProposalForm(QuestionForm):
    withdrawal = Words(
        "Why do you withdraw it?",
        hint="The reading then stays ours, to be confirmed.",
        noun="Your reason",
        error="Enter why you withdraw it",
        rows=3,
    )


def _typed(field: Any) -> bool:
    return any(isinstance(part, str) and part.strip() for part in field.raw_data or [])
