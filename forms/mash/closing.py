"""Closing a contact for one child."""

from forms.fields import QuestionForm, Words


class CloseForm(QuestionForm):
    words = Words(
        "Where is the child now, and what happens if something changes?",
        hint="Whoever reads this next may never have met them",
        noun="What you write",
        error="Enter where the child is now, and what happens if something changes",
        rows=3,
    )
