"""Proposing that a threshold value is the council's, and signing that it is."""

from forms.fields import DateParts, OneOf, Option, QuestionForm, Words
from forms.signatures import SignForm


class ProposeValueForm(QuestionForm):
    starts_on = DateParts(
        "From which day does it count as confirmed?",
        hint="Today or later, for example 1 9 2026. What was decided before that day keeps what it "
        "was decided under.",
        noun="The day it counts from",
        must_be="today or in the future",
        error="Enter the day from which it counts as confirmed",
    )
    reasons = Words(
        "Why is this the council's value?",
        hint="The threshold owner reads this before signing. Everybody who uses this service may "
        "read it.",
        noun="Your reasons",
        error="Enter why this is the council's value",
        rows=4,
    )


class ConfirmValueForm(SignForm):
    """Signing that a value is the council's. A form's questions stand in the order they are
    written down, so all four are."""

    says = OneOf(
        "What do you say?",
        (
            Option("agree", "I confirm this value, and sign it", reveals="words"),
            Option("ask", "I send it back with a question", reveals="question"),
            Option(
                "decline",
                "I do not confirm it, and decline it",
                hint="It is then used as it is, and says that it is not confirmed.",
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


class WithdrawValueForm(QuestionForm):
    withdrawal = Words(
        "Why do you withdraw it?",
        hint="The value is then used as it is, and says that it is not confirmed.",
        noun="Your reason",
        error="Enter why you withdraw it",
        rows=3,
    )
