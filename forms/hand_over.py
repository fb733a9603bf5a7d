"""What the officer records until somebody has accepted: the bed, and calls to the night team."""

from datetime import datetime, time
from typing import Any

from wtforms.validators import ValidationError

from forms.fields import OneOf, QuestionForm, ShortText, TimeOfDay, YesNoNotKnown
from rules.calendar import LONDON, ONE_DAY

NOON = time(12)


class BedForm(QuestionForm):
    where = OneOf(
        "What kind of bed is it?",
        (
            ("foster", "Foster care"),
            ("residential", "A residential home"),
            ("high_support", "Supported accommodation with a high-level support package"),
            ("family_or_friend", "With a relative or friend, arranged by the council"),
            ("other", "Something else"),
        ),
        error="Select what kind of bed it is",
    )
    place = ShortText(
        "Which one?",
        hint="The name of the carer or place, and a number to ring there. It is never given to "
        "family.",
        noun="The carer or place",
        max_length=200,
        width=30,
    )
    confirmed_by = ShortText(
        "Who confirmed it?",
        hint="Name and team",
        noun="Who confirmed it",
        error="Enter who confirmed the bed",
        max_length=100,
    )
    high_level_support = YesNoNotKnown(
        "Is a high-level support package in place from the first night?",
        hint="Outreach is not high-level support",
        why="Without it, temporary accommodation must not be used.",
    )


class EmergencyDutyTeamForm(QuestionForm):
    spoken_to = ShortText(
        "Whom did you speak to?",
        noun="The name",
        error="Enter the name of whoever you spoke to",
        max_length=100,
    )
    rung_at = TimeOfDay("At what time?", error="Enter the time of the call")
    accepted = OneOf(
        "Did they accept?",
        (
            ("yes", "Yes, they take it from here"),
            ("no", "Not yet: I stay with the young person"),
        ),
        error="Select whether they accepted",
    )

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:
        self.now = now.astimezone(LONDON)
        super().__init__(today=self.now.date(), **kwargs)

    def validate_rung_at(self, field: Any) -> None:
        if field.data and self.moment > self.now:
            raise ValidationError("The time of the call must be earlier than now")

    @property
    def moment(self) -> datetime:
        """When the call was. In the morning, an evening time is that of the evening before."""
        at = datetime.combine(self.today, self.rung_at.data, LONDON)
        the_evening_before = self.now.time() < NOON <= self.rung_at.data
        return at - ONE_DAY if the_evening_before else at
