"""A threshold meeting: who was there, and what was decided about one child."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from forms.case import offer
from forms.choosing import OneOfMany
from forms.fields import DateParts, Moment, OneOf, Option, QuestionForm, ShortText, Words
from rules.calendar import LONDON
from thresholds.meetings import AGENCIES

ACTIONS = 4
"""As many as one page asks for."""


class HoldForm(QuestionForm):
    """Each agency has three questions, which are added below."""

    held_at = Moment(
        "When was the meeting?",
        noun="The time of the meeting",
        error="Enter when the meeting was",
    )

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:
        self.now = now.astimezone(LONDON)
        super().__init__(today=self.now.date(), **kwargs)

    @property
    def attended(self) -> list[dict[str, str]]:
        return [
            {"agency": agency, "name": self[f"{agency}_name"].data}
            for agency in AGENCIES
            if self[agency].data == "there"
        ]

    @property
    def not_there(self) -> list[dict[str, str]]:
        return [
            {"agency": agency, "why": self[f"{agency}_why"].data}
            for agency in AGENCIES
            if self[agency].data == "not_there"
        ]


def _from(agency: str) -> str:
    """As it stands in the middle of a sentence."""
    says = AGENCIES[agency]
    return "the police" if agency == "police" else says[:1].lower() + says[1:]


for _agency in AGENCIES:
    setattr(
        HoldForm,
        _agency,
        OneOf(
            f"Was anybody there from {_from(_agency)}?",
            (
                Option("there", "Yes", reveals=f"{_agency}_name"),
                Option("not_there", "No", reveals=f"{_agency}_why"),
            ),
            error=f"Select whether anybody was there from {_from(_agency)}",
        ),
    )
    setattr(
        HoldForm,
        f"{_agency}_name",
        ShortText(
            "Who? Name and job",
            noun="Who was there",
            error=f"Enter who was there from {_from(_agency)}",
            width=30,
        ),
    )
    setattr(
        HoldForm,
        f"{_agency}_why",
        ShortText(
            "Why not?",
            hint="For example, not invited, or nobody was free at that time of day",
            noun="Why nobody was there",
            error=f"Enter why nobody was there from {_from(_agency)}",
            width=30,
        ),
    )


class DecideForm(QuestionForm):
    """``meetings`` are id → when; ``owners`` a value → who. Actions are asked for below."""

    meeting = OneOf("At which meeting?", (), error="Select the meeting")
    decision = Words(
        "What did the meeting decide?",
        hint="The family may read this. A rating is not changed by it: rate again if you agree.",
        noun="What was decided",
        error="Enter what the meeting decided",
        rows=3,
    )
    reasons = Words("Why?", noun="The reasons", error="Enter why the meeting decided this", rows=4)
    agreed = OneOf(
        "Did everybody agree?",
        (Option("yes", "Yes"), Option("no", "No", reveals="dissent")),
        error="Select whether everybody agreed",
    )
    dissent = Words(
        "Who saw it differently, and what did they say?",
        hint="In their own words",
        noun="What they said",
        error="Enter who saw it differently, and what they said",
        rows=3,
    )

    def __init__(
        self,
        *,
        meetings: Mapping[str, str],
        owners: Mapping[str, str],
        meeting: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        offer(self.meeting, meetings)
        if self.meeting.raw_data is None and meeting in meetings:
            self.meeting.data = meeting
        for number in range(1, ACTIONS + 1):
            self[f"owner_{number}"].offer([Option(v, says) for v, says in owners.items()])

    def validate(self, extra_validators: Any = None) -> bool:
        """An action is whole or not there: what, who and by when."""
        valid = super().validate(extra_validators)
        for number in range(1, ACTIONS + 1):
            fields = [self[f"{part}_{number}"] for part in ("what", "owner", "due")]
            missing = [f for f in fields if f.data is None and not f.errors]
            if len(missing) == len(fields) or not missing:
                continue
            for each in missing:
                each.errors = [f"{ASKS[each.short_name[:-2]]} for action {number}"]
                valid = False
        return valid

    @property
    def actions(self) -> list[tuple[str, str, str | None, date]]:
        """What, which role, which human in it if any, and by when: those that were filled in."""
        found = []
        for number in range(1, ACTIONS + 1):
            what = self[f"what_{number}"].data
            if what:
                role, _, human = self[f"owner_{number}"].data.partition(" ")
                found.append((what, role, human or None, self[f"due_{number}"].data))
        return found


ASKS = {
    "what": "Enter what is to be done",
    "owner": "Select who does it",
    "due": "Enter by when it is to be done",
}


for _number in range(1, ACTIONS + 1):
    setattr(
        DecideForm,
        f"what_{_number}",
        ShortText("What is to be done?", noun=f"What is to be done in action {_number}", width=30),
    )
    setattr(
        DecideForm,
        f"owner_{_number}",
        OneOfMany(
            "Who does it?",
            first="Select who does it",
            hint="If another agency does it, who here makes sure that it happens?",
        ),
    )
    setattr(
        DecideForm,
        f"due_{_number}",
        DateParts(
            "By when?",
            hint="By the end of this day, for example 4 9 2026",
            noun=f"The day of action {_number}",
            must_be="today or in the future",
        ),
    )
