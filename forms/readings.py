"""Proposing that a reading is the council's."""

from forms.fields import DateParts, QuestionForm, Words


class ProposeForm(QuestionForm):
    starts_on = DateParts(
        "From which day does it count as confirmed?",
        hint="Today or later, for example 1 9 2026. Advice given before that day keeps what it was "
        "given under.",
        noun="The day it counts from",
        must_be="today or in the future",
        error="Enter the day from which it counts as confirmed",
    )
    reasons = Words(
        "Why is this the council's reading?",
        hint="The lawyer reads this before signing. Everybody who uses this service may read it.",
        noun="Your reasons",
        error="Enter why this is the council's reading",
        rows=4,
    )
