"""Proposing that a threshold value is the council's, and signing that it is."""

from forms.fields import DateParts, QuestionForm, Words
from forms.signatures import sign_form, withdraw_form


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


ConfirmValueForm = sign_form(
    "I confirm this value, and sign it",
    "I do not confirm it, and decline it",
    "It is then used as it is, and says that it is not confirmed.",
    read_by="Everybody who uses this service",
    error="Select whether you confirm it, send it back or decline it",
)

WithdrawValueForm = withdraw_form(
    "The value is then used as it is, and says that it is not confirmed."
)
