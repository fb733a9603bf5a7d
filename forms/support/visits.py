"""Visits: one tap, or in full for an earlier time; and what became of a day without one."""

from datetime import datetime, time
from typing import Any

from wtforms.validators import ValidationError

from forms.fields import (
    Moment,
    OneOf,
    Option,
    QuestionForm,
    ShortText,
    TimeOfDay,
    Words,
    YesNoNotKnown,
)
from forms.placements import AtAMoment
from protocol.visiting import EARLIER_THAN_THE_CASE, OUTCOMES, SEEN, VISIT_KINDS

TAPS = {
    "seen_alone": ("Seen alone", SEEN, "yes"),
    "seen_not_alone": ("Seen, not alone", SEEN, "no"),
    "attempted": ("Attempted, nobody there", "attempted", "not_known"),
    "failed": ("Failed, we did not get there", "failed", "not_known"),
    "cancelled": ("Cancelled", "cancelled", "not_known"),
}
"""What one tap says → its words, the outcome, and whether they were seen alone."""


class TapForm(QuestionForm):
    tap = OneOf(
        "What came of the visit?",
        [Option(value, words) for value, (words, _, _) in TAPS.items()],
        error="Press what came of the visit",
    )


_THEIRS: dict[str, Any] = {
    "hint": "In their words, as far as they want to say",
    "noun": "How they are",
    "max_length": 2000,
    "rows": 3,
}


class VisitForm(AtAMoment):
    """A visit at an earlier time, or with more to say. ``begun_at`` is when they came."""

    outcome = OneOf(
        "What came of the visit?",
        [Option(value, words) for value, words in OUTCOMES.items()],
        error="Select what came of the visit",
    )
    alone = YesNoNotKnown(
        "Were they seen alone?",
        hint="Only where they were seen",
        why="Some things are only said when nobody else is there.",
    )
    at = Moment(
        "When was it?",
        noun="The time of the visit",
        error="Enter the day and time of the visit. Your best estimate is enough",
    )
    kind = OneOf(
        "What kind of visit was it?",
        [Option(value, words) for value, words in VISIT_KINDS.items()],
        error="Select what kind of visit it was",
    )
    who = ShortText(
        "If it was not you: who went?", hint="Name, and who they are", noun="Who went", width=30
    )
    theirs = Words("How are they?", **_THEIRS)
    words = Words("What else should be known?", noun="What you know", max_length=2000, rows=3)

    def __init__(self, *, begun_at: datetime, **kwargs: Any) -> None:
        self._begun_at = begun_at
        super().__init__(**kwargs)

    def validate_at(self, field: Any) -> None:
        if field.data < self._begun_at:
            raise ValidationError(EARLIER_THAN_THE_CASE)

    def validate(self, extra_validators: Any = None) -> bool:
        if self.outcome.data == SEEN:
            self.alone.error = "Select whether they were seen alone"
        return super().validate(extra_validators)


class TakeBackForm(QuestionForm):
    why = Words(
        "Why is it taken back?",
        hint="It stays on record that it was recorded, and that it was not so",
        noun="Your reason",
        error="Enter why it is taken back",
        max_length=1000,
        rows=3,
    )


class SeenThatDayForm(QuestionForm):
    at = TimeOfDay(
        "At what time were they seen?",
        hint="Use the 24-hour clock, for example 15:30. Your best estimate is enough",
        noun="The time",
        error="Enter the time they were seen. Your best estimate is enough",
    )
    who = ShortText(
        "Who saw them?",
        hint="Name, and who they are",
        noun="Who saw them",
        error="Enter who saw them",
        width=30,
    )
    alone = YesNoNotKnown(
        "Were they seen alone?",
        error="Select whether they were seen alone",
        why="Some things are only said when nobody else is there.",
    )
    why_late = Words(
        "Why was it not recorded that day?",
        hint="Nobody is blamed. It helps to find out what gets in the way",
        noun="Why it was not recorded",
        error="Enter why it was not recorded that day",
        max_length=1000,
        rows=2,
    )
    theirs = Words("How were they?", **_THEIRS)

    def __init__(self, *, earliest: time | None = None, **kwargs: Any) -> None:
        """``earliest`` on the day on which they came."""
        self._earliest = earliest
        super().__init__(**kwargs)

    def validate_at(self, field: Any) -> None:
        if self._earliest and field.data < self._earliest:
            raise ValidationError(EARLIER_THAN_THE_CASE)


class NobodySawThemForm(QuestionForm):
    safe = OneOf(
        "Is it known now that they are safe?",
        (
            Option("yes", "Yes: somebody has seen them or spoken with them since"),
            Option("no", "No: there is reason to worry"),
            Option("not_known", "Not known yet"),
        ),
        error="Select whether it is known that they are safe",
    )
    found_out = Words(
        "How do you know, or what is being done to find out?",
        noun="What you know",
        error="Enter how you know, or what is being done to find out",
        max_length=2000,
        rows=3,
    )
    again = Words(
        "What is done so that it does not happen again?",
        hint="For example, who else visits when somebody is ill",
        noun="What is done",
        error="Enter what is done so that it does not happen again",
        max_length=2000,
        rows=3,
    )
