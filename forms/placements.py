"""Placing somebody: what is proposed, what is confirmed, what has happened, and who has gone."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from wtforms.validators import ValidationError

from forms.case import offer
from forms.fields import (
    DateParts,
    Moment,
    OneOf,
    Option,
    QuestionForm,
    ShortText,
    Ticks,
    Words,
    YesNoNotKnown,
)
from forms.meaning import FACTS
from forms.typed import upper_first
from protocol.catalogue.placement import ACCOMMODATION
from protocol.placing import ABOUT, CARED_FOR, MET, MOVED, STAYS, UNFIT
from rules.calendar import london

SELF, NOBODY = "self", "nobody"
BASIS = FACTS["legal_basis"]


class AtAMoment(QuestionForm):
    """Has moments in it, which are not later than ``now`` unless they may be."""

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:
        self.now = now
        super().__init__(today=london(now).date(), **kwargs)


def _kind(says: str) -> str:
    """“the bed is in foster care”: “In foster care”."""
    return upper_first(says.removeprefix("the bed is "))


KINDS = tuple(Option(option.id, _kind(option.says)) for option in ACCOMMODATION)


class ProposeForm(AtAMoment):
    """Its names are those of the fields of a placement, where the rules know them."""

    kind = OneOf("What kind of place is it?", KINDS, error="Select what kind of place it is")
    place = ShortText(
        "Which one?",
        hint="The name of the carer or place, the address, and a number to ring there. It stays on "
        "this record, and is never given to family.",
        noun="The carer or place",
        error="Enter which place it is",
        max_length=300,
        width=30,
    )
    at = Moment(
        "From when?",
        hint="For example, 27 3 2026 at 23:15",
        noun="When they move in",
        error="Enter the day and time they move in",
        may_be_later=True,
    )
    why_not_foster = Words(
        "If it is not foster care or a residential home: why?",
        hint="These come first for a 16-year-old, and for anybody highly vulnerable. A reason is "
        "enough, and the bed does not wait for it.",
        noun="Why",
        max_length=2000,
        rows=3,
    )
    provider_registered = YesNoNotKnown(
        FACTS["provider_registered"].question, why=FACTS["provider_registered"].why
    )
    high_level_support = YesNoNotKnown(
        "Is a high-level support package in place there from the first night?",
        hint="Outreach is not high-level support. In foster care and in a residential home, "
        "somebody is there for them",
        why="Nobody is left alone in their first nights.",
    )
    away_from_rivals = YesNoNotKnown(
        FACTS["placement_away_from_rivals"].question,
        why=FACTS["placement_away_from_rivals"].why,
    )
    not_shared_with_very_vulnerable = YesNoNotKnown(
        FACTS["placement_not_shared_with_very_vulnerable"].question,
        why=FACTS["placement_not_shared_with_very_vulnerable"].why,
    )
    weighed = Words(
        "What did you weigh?",
        hint="How exposed they would be to harm and exploitation, and any risk to others",
        noun="What you weighed",
        max_length=2000,
        rows=3,
    )
    escort = ShortText(
        "Who goes with them?",
        noun="Who goes with them",
        max_length=100,
        why="Nobody arrives at a strange place alone.",
    )
    introduced_by = ShortText(
        "Who introduces them to those who support them day to day?",
        noun="Who introduces them",
        max_length=100,
    )

    def __init__(self, *, ask_why_not_foster: bool, **kwargs: Any) -> None:
        self._ask_why_not_foster = ask_why_not_foster
        super().__init__(**kwargs)

    def validate(self, extra_validators: Any = None) -> bool:
        if self._ask_why_not_foster and self.kind.data and self.kind.data not in CARED_FOR:
            self.why_not_foster.error = "Enter why it is not foster care or a residential home"
        return super().validate(extra_validators)


REASON = "why-"
"""Begins the name of the question about one gate."""


class DepartForm(QuestionForm):
    """Confirming without every gate: why, gate by gate, and which manager says so."""

    manager: Any
    said: Any

    def __init__(self, *, managers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        offer(self.manager, dict(managers))

    def reasons(self) -> dict[str, Any]:
        """Gate → the question why it is not met."""
        return {
            name.removeprefix(REASON): field
            for name, field in self.questions().items()
            if name.startswith(REASON)
        }


def depart_form(gates: Iterable[str]) -> type[DepartForm]:
    """One that asks about these gates first, in their order."""
    asked: dict[str, Any] = {
        f"{REASON}{gate}": Words(
            "If it cannot be met tonight, why not?",
            noun="Your reason",
            error=f"Enter why it has to be without {ABOUT[gate]}",
            max_length=2000,
            rows=2,
        )
        for gate in gates
    }
    asked["manager"] = OneOf(
        "Which manager agrees?",
        (),
        hint="Not whoever proposed the place. If nobody can be reached, the bed does not wait.",
        error="Select who agrees",
    )
    asked["said"] = Words(
        "When did they agree, and what did they say?",
        hint="If nobody could be reached: whom you tried, and when",
        noun="What they said",
        error="Enter when they agreed and what they said, or whom you tried to reach",
        max_length=2000,
        rows=3,
    )
    return type("DepartFromGatesForm", (DepartForm,), asked)


class CloseGateForm(QuestionForm):
    answer = OneOf("How does it stand now?", (), error="Select how it stands now")
    words = Words(
        "How do you know, and what has been decided?",
        hint="The young person may read this",
        noun="What you know",
        error="Enter how you know, and what has been decided",
        max_length=2000,
        rows=3,
    )

    def __init__(self, *, possible: Iterable[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        offer(self.answer, {each: ANSWERS[each] for each in possible})


ANSWERS = {
    MET: "It is met now",
    STAYS: "It is not met. I have decided as a manager that they stay",
    MOVED: "They no longer sleep there",
    UNFIT: "The provider is not registered. The head of service is told at once",
}
"""How a gate that was left open can be answered for."""


class HappenedForm(AtAMoment):
    kind = OneOf(
        "Where do they sleep, or did they sleep?",
        (
            Option("bed_and_breakfast", "In bed and breakfast, or a hotel"),
            Option(
                "supported_accommodation",
                "In supported accommodation that is not registered with Ofsted",
            ),
            Option("childrens_home", "In a children's home that is not registered with Ofsted"),
            Option("other", "Somewhere else that is not registered with Ofsted"),
        ),
        error="Select where they sleep",
    )
    place = ShortText(
        "Which one?",
        hint="The name, the address and a number to ring there. It is never given to family.",
        noun="The place",
        max_length=300,
        width=30,
    )
    at = Moment("Since when?", noun="When they moved in", error="Enter the day and time")
    arranged_by = ShortText(
        "Who arranged it?",
        hint="Name and team. Nobody is blamed: the child needs another bed.",
        noun="Who arranged it",
        max_length=100,
    )
    why = Words(
        "How did it come about?",
        noun="How it came about",
        error="Enter how it came about",
        max_length=2000,
        rows=3,
    )
    next_bed = Words(
        "What is being done to find another bed today?",
        noun="What is being done",
        error="Enter what is being done, or that nothing is yet",
        max_length=2000,
        rows=3,
    )


class BasisForm(AtAMoment):
    """A social worker has decided. Nothing is concluded from where they sleep (A5)."""

    basis = OneOf(
        BASIS.question,
        [Option(option.id, upper_first(option.says)) for option in BASIS.options],
        error="Select the legal basis, or that it is not decided yet",
        why=BASIS.why,
    )
    decided_by = ShortText(
        "Which social worker decided it?",
        noun="Who decided it",
        error="Enter who decided it",
        max_length=100,
    )
    decided_at = Moment(
        "When was it decided?",
        noun="When it was decided",
        error="Enter when it was decided",
    )
    reasons = Words(
        "Why?",
        hint="The young person may read this",
        noun="Your reason",
        error="Enter why",
        max_length=2000,
        rows=3,
    )
    first_night = DateParts(
        "On which day did they first sleep in a bed that the council gave them?",
        hint="A basis runs from the first night, whenever it was decided. Needed under section 20 "
        "or 21, a care order or a remand",
        noun="The first day",
        must_be="today or in the past",
        why="The time limits for children in care are counted from then, and so are the 91 days.",
    )

    def __init__(
        self, *, not_a_stopgap: str = "", makes_looked_after: Iterable[str] = (), **kwargs: Any
    ) -> None:
        """``not_a_stopgap`` says why section 188 cannot be recorded now, if it cannot.
        ``makes_looked_after`` are the bases of which the first day is needed."""
        self._not_a_stopgap = not_a_stopgap
        self._needs_first_day = tuple(makes_looked_after)
        super().__init__(**kwargs)

    def validate(self, extra_validators: Any = None) -> bool:
        if self.basis.data in self._needs_first_day:
            self.first_night.error = "Enter the day of their first night"
        return super().validate(extra_validators)

    def validate_basis(self, field: Any) -> None:
        if field.data == "s188" and self._not_a_stopgap:
            raise ValidationError(self._not_a_stopgap)


DONE = (
    Option("safe_contact", "Tried the contact they call safe"),
    Option("risk", "Weighed the risk to them"),
    Option("police", "Rung the police"),
    Option("night_team", "Told the Emergency Duty Team and the team"),
    Option("bed_held", "Asked that the bed is held"),
    Option("nothing", "Nothing yet", alone=True),
)


class LeftForm(AtAMoment):
    at = Moment(
        "When were they last seen?",
        noun="When they were last seen",
        error="Enter when they were last seen. Your best estimate is enough",
    )
    said_by = ShortText(
        "Who says so?",
        hint="Name, and who they are",
        noun="Who says so",
        error="Enter who says so",
        max_length=100,
    )
    done = Ticks(
        "What has been done?",
        DONE,
        hint="Select all that apply",
        error="Select what has been done, or “Nothing yet”",
        why="So that whoever comes next does what is left, and not the same again.",
    )
    police_reference = ShortText(
        "If the police were rung, what is their reference?", noun="The reference", max_length=50
    )
    words = Words(
        "What do you know?",
        hint="Where they may be, with whom, what they said and what worries you",
        noun="What you know",
        max_length=2000,
        rows=3,
    )


class ReturnedForm(AtAMoment):
    at = Moment(
        "When did they come back?",
        noun="When they came back",
        error="Enter when they came back. Your best estimate is enough",
    )
    said_by = ShortText(
        "Who has seen them?",
        noun="Who has seen them",
        error="Enter who has seen them",
        max_length=100,
    )
    how_they_are = Words(
        "How are they, and what do they say?",
        hint="In their words. Nobody presses them to explain",
        noun="How they are",
        max_length=2000,
        rows=3,
    )
    where_tonight = Words(
        "Where do they sleep tonight?",
        hint="The bed that was held is still theirs",
        noun="Where they sleep tonight",
        error="Enter where they sleep tonight, or that it is not known yet",
        max_length=500,
        rows=2,
    )


class EndHoldForm(QuestionForm):
    reason = Words(
        "Why does the bed stop being held?",
        hint="Where they sleep when they come back stands here as well. The young person may read "
        "this.",
        noun="Your reason",
        error="Enter why, and where they would sleep",
        max_length=2000,
        rows=3,
    )


def first_day(text: str | None) -> date | None:
    """The day of a moment on record."""
    return london(datetime.fromisoformat(text)).date() if text else None
