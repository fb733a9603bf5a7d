"""A manager on a longer assessment. Nothing is chosen beforehand."""

from forms.case_form import CaseForm
from forms.fields import DateParts, OneOf, Option, Words


class ExtensionForm(CaseForm):
    agreed = OneOf(
        "Do you agree that the assessment takes longer?",
        (Option("yes", "Yes", reveals="until"), Option("no", "No")),
        error="Select whether you agree",
    )
    until = DateParts(
        "Until which day?",
        noun="The day",
        must_be="today or in the future",
        error="Enter the day until which it may take",
    )
    reasons = Words(
        "Why?",
        hint="Only for a very good reason. The young person may read this.",
        noun="Your reasons",
        error="Enter your reasons",
        max_length=4000,
        rows=4,
    )
