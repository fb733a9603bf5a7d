"""Recording a strategy discussion: who was invited, who came, why not, and what was decided."""

from typing import Any, NamedTuple

from forms.choosing import OneOfMany
from forms.fields import DateParts, Moment, OneOf, Option, QuestionForm, ShortText, Words

CAME = "came"
TAKING_PART = (
    Option(CAME, "Came"),
    Option("not_available", "Invited, and could not come"),
    Option("no_answer", "Invited, and did not answer"),
    Option("not_at_this_hour", "Not invited: nobody there at this hour"),
    Option("not_invited", "Not invited, for another reason"),
    Option("involved_not_recorded", "Involved, and nobody wrote down how"),
)
AGENCIES = {
    "social_care": "Children's social care",
    "police": "Police",
    "health": "Health",
    "education": "School or education",
    "housing": "Housing",
}
EXPECTED = ("police", "health")
NEEDED = ("social_care", *EXPECTED)
"""Of the others, what is left blank is not recorded."""
PLACES = (1, 2, 3, 4)


def _taking_part(agency: str) -> OneOfMany:
    optional = "" if agency in NEEDED else " (optional)"
    error = f"Select how {AGENCIES[agency].lower()} took part" if agency in NEEDED else ""
    return OneOfMany(f"{AGENCIES[agency]}{optional}", first="Select how they took part",
                     error=error)  # fmt: skip


def _what(place: int) -> ShortText:
    return ShortText(f"What is done: action {place}", noun="What is done", width=30)


def _owner(place: int) -> ShortText:
    return ShortText(f"Who does action {place}?", noun="Who does it", width=20)


def _due(place: int) -> DateParts:
    return DateParts(f"By when: action {place}", noun="The day it is done by")


class Action(NamedTuple):
    """The three questions about one action."""

    what: ShortText
    owner: ShortText
    due: DateParts


class StrategyForm(QuestionForm):
    """``now`` is passed in: it was held before it is recorded."""

    held_at = Moment("When was it held?", noun="When it was held", error="Enter when it was held")
    social_care = _taking_part("social_care")
    police = _taking_part("police")
    health = _taking_part("health")
    education = _taking_part("education")
    housing = _taking_part("housing")
    others = ShortText("Who else came? (optional)", noun="Who else came", width=30)
    absence = Words(
        "Why were police or health missing, and how do they get to know what was decided? (where "
        "one of them was)",
        noun="Why one of them was missing",
        rows=3,
    )
    later = OneOf(
        "Was it held later on purpose?",
        (
            Option("yes", "Yes, to get everybody there or to find out more", reveals="delay"),
            Option("no", "No"),
        ),
        error="Select whether it was held later on purpose",
    )
    delay = Words("Why?", noun="Why it was later", error="Enter why it was later", rows=3)
    safety = Words(
        "What keeps the child safe until this is carried out?",
        hint="Who is with them tonight, and who looks in",
        noun="What keeps the child safe",
        error="Enter what keeps the child safe until then",
        rows=3,
    )
    decision = Words(
        "What was decided?", noun="What was decided", error="Enter what was decided", rows=3
    )
    reasons = Words("Why?", noun="Why it was decided", error="Enter why it was decided")
    what_1, owner_1, due_1 = _what(1), _owner(1), _due(1)
    what_2, owner_2, due_2 = _what(2), _owner(2), _due(2)
    what_3, owner_3, due_3 = _what(3), _owner(3), _due(3)
    what_4, owner_4, due_4 = _what(4), _owner(4), _due(4)

    def __init__(self, *, now: Any, **kwargs: Any) -> None:
        self.now = now
        super().__init__(**kwargs)
        for agency in AGENCIES:
            self[agency].offer(TAKING_PART)

    @property
    def agencies(self) -> dict[str, str]:
        """Agency → how it took part, of those recorded."""
        return {agency: self[agency].data for agency in AGENCIES if self[agency].data}

    @property
    def rows(self) -> list[Action]:
        return [Action(self[f"what_{n}"], self[f"owner_{n}"], self[f"due_{n}"]) for n in PLACES]

    @property
    def actions(self) -> list[dict[str, str]]:
        """Those that were filled in, as the entry has them."""
        return [
            {"what": row.what.data, "owner": row.owner.data, "due": row.due.data.isoformat()}
            for row in self.rows
            if row.what.data
        ]

    def about_the_discussion(self) -> list[Any]:
        """The questions in order, without those about actions."""
        of_actions = {id(field) for row in self.rows for field in row}
        return [field for field in self.standing_alone() if id(field) not in of_actions]

    def holds_together(self) -> bool:
        """Whether every action has an owner and a day, and an absence its reason."""
        if any(self[agency].data != CAME for agency in EXPECTED) and not self.absence.data:
            self.absence.errors = ["Enter why police or health were missing, and how they are told"]
        for row in self.rows:
            if any(field.data for field in row):
                for field, missing in (
                    (row.what, "Enter what is done"),
                    (row.owner, "Enter who does it"),
                    (row.due, "Enter by when it is done"),
                ):
                    if not field.data:
                        field.errors = [missing]
        return not any(field.errors for field in self.questions().values())
