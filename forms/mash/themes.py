"""What the team has learned in a fortnight."""

from typing import Any

from wtforms.validators import ValidationError

from forms.fields import DateParts, QuestionForm, Words


class ThemesForm(QuestionForm):
    first_day = DateParts(
        "From which day?",
        noun="The first day",
        must_be="today or in the past",
        error="Enter the first day",
    )
    last_day = DateParts(
        "To which day?",
        noun="The last day",
        must_be="today or in the past",
        error="Enter the last day",
    )
    words = Words(
        "What did you see?",
        hint="Do not name a child or a family: these notes belong to no case, and many people read "
        "them.",
        noun="What you saw",
        error="Enter what you saw",
        rows=8,
    )
    actions = Words(
        "What follows from it, who does it and by when? (optional)",
        hint="Name no child or family here either.",
        noun="What follows from it",
        rows=4,
    )

    def validate_last_day(self, field: Any) -> None:
        first = self.first_day.data
        if first and field.data and field.data < first:
            raise ValidationError("The last day must be the same as or after the first day")
