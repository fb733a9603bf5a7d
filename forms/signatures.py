"""Signing what somebody else decided. Nothing is chosen beforehand."""

from typing import Any

from wtforms.validators import ValidationError

from forms.fields import OneOf, Option, QuestionForm, Words


class Signing(QuestionForm):
    """What every form has by which somebody signs: made by ``sign_form``."""

    def validate_says(self, chosen: Any) -> None:
        """Nobody signs over a question they have written themselves."""
        for chooser, option, field in self._revealed():
            if chooser.data != option.value and _typed(field):
                raise ValidationError(
                    f"You also wrote something under “{option.label}”. "
                    "Delete it, or select that instead"
                )


def sign_form(agree: str, decline: str, then: str, *, read_by: str, error: str) -> type[Signing]:
    """A form by which somebody signs, sends back with a question, or declines.

    ``then`` is what becomes of it once declined, and ``read_by`` who may read why.
    """

    class Form(Signing):
        says = OneOf(
            "What do you say?",
            (
                Option("agree", agree, reveals="words"),
                Option("ask", "I send it back with a question", reveals="question"),
                Option("decline", decline, hint=then, reveals="reason"),
            ),
            error=error,
        )
        words = Words("Is there anything you want to add? (optional)", noun="What you add", rows=3)
        question = Words(
            "What is your question?", noun="Your question", error="Enter your question", rows=3
        )
        reason = Words(
            "Why do you decline it?",
            hint=f"{read_by} may read this.",
            noun="Your reason",
            error="Enter why you decline it",
            rows=3,
        )

    return Form


def withdraw_form(then: str) -> type[QuestionForm]:
    """A form by which whoever asked takes it back. ``then`` is what becomes of it."""

    class Form(QuestionForm):
        withdrawal = Words(
            "Why do you withdraw it?",
            hint=then,
            noun="Your reason",
            error="Enter why you withdraw it",
            rows=3,
        )

    return Form


def _sign_a_decision(then: str) -> type[Signing]:
    return sign_form(
        "I agree, and sign it",
        "I do not agree, and decline it",
        then,
        read_by="The young person",
        error="Select whether you sign it, send it back or decline it",
    )


SignForm = _sign_a_decision(
    "The decision stands until it is changed, and a bed never ends because of this. Whoever "
    "decided has to look at it again at once."
)
SignAtMashForm = _sign_a_decision(
    "It then has to be rated or decided anew, and the more serious rating counts meanwhile. What "
    "is being done for the child goes on."
)
SignSupportForm = _sign_a_decision(
    "It then does not count: support and daily visits go on, until it is decided anew."
)
ConfirmForm = sign_form(
    "I confirm this reading, and sign it",
    "I do not confirm it, and decline it",
    "The reading then stays ours, to be confirmed. The rules go on as they are.",
    read_by="Everybody who uses this service",
    error="Select whether you confirm it, send it back or decline it",
)

WithdrawForm = withdraw_form("The decision then stands without a signature, and the case says so.")
WithdrawAtMashForm = withdraw_form(
    "It then does not take effect, and the more serious rating counts."
)
WithdrawSupportForm = withdraw_form("It then does not count: support and daily visits go on.")
WithdrawProposalForm = withdraw_form("The reading then stays ours, to be confirmed.")


class AnswerForm(QuestionForm):
    answer = Words("What is your answer?", noun="Your answer", error="Enter your answer", rows=3)


def _typed(field: Any) -> bool:
    return any(isinstance(part, str) and part.strip() for part in field.raw_data or [])
