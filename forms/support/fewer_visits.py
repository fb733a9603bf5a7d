"""Fewer visits, which a person decides on evidence; and visits every day again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from wtforms.validators import ValidationError

from forms.case import offer
from forms.fields import DateParts, OneOf, Option, QuestionForm, Ticks, Words
from protocol.visiting import HOW_OFTEN


class FewerVisitsForm(QuestionForm):
    """``points`` are those that were talked about, number → question; ``hints`` what was said.
    ``longest`` is how many days there are at most until somebody looks again."""

    evidence = Ticks(
        "Which answers in the checklist do you go by?",
        (),
        hint="Select those that show that fewer visits are safe for this young person",
        error="Select at least one answer that you go by",
    )
    reason = Words(
        "Why are fewer visits right for them?",
        hint="Say what you make of the worries as well. The young person may read this",
        noun="Your reason",
        error="Enter why fewer visits are right for them",
        max_length=3000,
    )
    young_person_said = Words(
        "What does the young person say about it?",
        hint="In their words. If they do not want to say, write that. If nobody has asked them "
        "yet, ask first: visits stay daily meanwhile",
        noun="What they say",
        error="Enter what the young person says",
        max_length=3000,
        rows=3,
    )
    every_days = OneOf(
        "How often does somebody see them?",
        [Option(str(days), words) for days, words in HOW_OFTEN.items()],
        error="Select how often somebody sees them",
    )
    starts_on = DateParts(
        "From which day?",
        hint="Tomorrow or later, and not before the day after somebody else has agreed",
        noun="The day it starts",
        error="Enter the day it starts",
    )
    look_again_on = DateParts(
        "On which day do you look again?",
        noun="The day to look again",
        error="Enter the day to look again",
    )

    def __init__(
        self, *, points: Mapping[str, str], hints: Mapping[str, str], longest: int, **kwargs: Any
    ) -> None:
        self._longest = longest
        super().__init__(**kwargs)
        self.look_again_on.description = (
            f"At most {longest} days from today (our default, to be confirmed by the council). "
            "After that day somebody sees them every day again, until it is decided anew"
        )
        offer(self.evidence, points, hints)

    def validate_starts_on(self, field: Any) -> None:
        if field.data <= self.today:
            raise ValidationError("The day it starts must be tomorrow or later")

    def validate_look_again_on(self, field: Any) -> None:
        last = self.today + timedelta(days=self._longest)
        if field.data > last:
            raise ValidationError(
                f"The day to look again must be on or before {in_figures(last)}: at most "
                f"{self._longest} days from today"
            )
        if field.data <= self.today:
            raise ValidationError("The day to look again must be in the future")
        if self.starts_on.data and field.data < self.starts_on.data:
            raise ValidationError("The day to look again must not be before the day it starts")


def in_figures(day: date) -> str:
    return f"{day.day} {day.month} {day.year}"


class DailyAgainForm(QuestionForm):
    why = Words(
        "Why, if there is anything to say?",
        noun="Why",
        max_length=1000,
        rows=2,
    )
