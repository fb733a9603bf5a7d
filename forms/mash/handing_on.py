"""Handing a child on after the decision, stepping down, and confirming that they are there."""

from collections.abc import Mapping
from typing import Any

from forms.choosing import OneOfMany
from forms.fields import OneOf, Option, QuestionForm, ShortText, Words
from forms.mash.sharing import (
    ASK_THEM_FIRST,
    CHOOSE_SAFE,
    MAY_BE_16,
    PARENT_ASKED,
    PARENT_OPTIONS,
    TOO_YOUNG,
    YOUNG_PERSON_OPTIONS,
)

TEAM = "team"

NO_AGREEMENT = (
    "Without their agreement nothing is handed on to early help. Record what they said, tell them "
    "how to come back, and look at the decision again"
)
NO_PARENT = (
    "Under 16, early help needs a parent's agreement. Where a parent cannot safely be asked, look "
    "at the decision again: this may be for social care"
)
PANEL_UNSAFE = (
    "The panel needs a parent's agreement, and it is not known to be safe to ask. Hand on without "
    "the panel"
)

STEPPED_FROM = {
    "child_protection_plan": "A child protection plan",
    "child_in_need_plan": "A child in need plan",
    "assessment": "An assessment by social care",
    "referral": "A referral to social care",
}
STEPPED_TO = {
    "child_in_need_plan": "A child in need plan",
    "early_help": "Early help",
}

WHY = "What do they need to know, and why do you hand the child on?"


class Agreed(QuestionForm):
    """What the young person and a parent say, each by itself. ``danger`` is why the family is not
    contacted yet, in words, or nothing."""

    young_person = OneOf(
        "Does the child or young person agree?",
        YOUNG_PERSON_OPTIONS,
        hint="Ask them first, and alone. Say who would help them, with what, and that they can "
        "change their mind",
        error="Select whether the child or young person agrees",
    )
    parent = OneOf(
        "Does a parent agree?",
        PARENT_OPTIONS,
        hint="Only where it is safe to ask. From 16 on, only where the young person agrees",
        error="Select whether a parent was asked, and what they said",
    )
    parent_who = ShortText(
        "Which parent?", hint="Name, and who they are to the child", noun="Which parent",
        error="Enter which parent agrees", width=30,
    )  # fmt: skip
    safe_to_ask = Words(
        "Why has a social worker decided that it is safe to speak with the family? (if anybody "
        "has)",
        hint="Only where a parent was asked",
        noun="Why it is safe",
        rows=3,
    )

    def __init__(self, *, danger: str, is_16: bool, receivers: Any, **kwargs: Any) -> None:
        self.danger, self.is_16 = danger, is_16
        super().__init__(**kwargs)
        self.receiver.offer(receivers)
        if not danger:
            del self.safe_to_ask

    def agreement_holds(self, needed: bool) -> bool:
        """Whether it is enough, where it is ``needed``; if not, that is said beside the one to
        change."""
        if self.danger and self.parent.data in PARENT_ASKED and not self.safe_to_ask.data:
            self.safe_to_ask.errors = [CHOOSE_SAFE]
        if self.is_16 and self.young_person.data == TOO_YOUNG:
            self.young_person.errors = [MAY_BE_16]
        elif self.is_16 and self.parent.data in PARENT_ASKED and self.young_person.data != "yes":
            self.parent.errors = [ASK_THEM_FIRST]
        if needed and self.young_person.data in ("no", "not_asked"):
            self.young_person.errors = [NO_AGREEMENT]
        elif needed and not self.is_16 and self.parent.data != "yes":
            self.parent.errors = [NO_PARENT]
        return self.is_free_of_errors()

    def is_free_of_errors(self) -> bool:
        return not any(field.errors for field in self.questions().values())

    @property
    def agreement(self) -> Mapping[str, Any]:
        """As the entry has it."""
        safe = self.safe_to_ask.data if self.danger else None
        return {
            "young_person": self.young_person.data,
            "parent": self.parent.data,
            "parent_who": self.parent_who.data,
            "safe_to_ask": safe,
        }


class EarlyHelpForm(Agreed):
    panel = OneOf(
        "Does it go to the Early Help Panel?",
        (
            Option("yes", "Yes: a parent has agreed to that by itself", reveals="panel_consent"),
            Option("no", "No"),
        ),
        hint="More than twenty people from other agencies sit there. It needs a parent's own "
        "agreement",
        error="Select whether it goes to the panel",
    )
    panel_consent = ShortText(
        "Which parent agreed to the panel, and when?", noun="Who agreed to the panel",
        error="Enter which parent agreed to the panel, and when", width=30,
    )  # fmt: skip
    receiver = OneOfMany(
        "Who receives the child?", first="Select who receives them",
        error="Select who receives the child",
    )  # fmt: skip
    why = Words(
        WHY, hint="Only what is needed for the help. They see this and no more of the record.",
        noun="What they need to know", error="Enter what they need to know",
    )  # fmt: skip
    support = Words(
        "Which support is asked for?", noun="Which support",
        error="Enter which support is asked for", rows=3,
    )  # fmt: skip

    def holds_together(self) -> bool:
        self.agreement_holds(needed=True)
        if self.panel.data == "yes" and self.danger and not self.safe_to_ask.data:
            self.panel.errors = [PANEL_UNSAFE]
        return self.is_free_of_errors()


class AssessmentForm(QuestionForm):
    """Nobody's agreement is asked for: the child's safety does not wait for it."""

    receiver = OneOfMany(
        "Who receives the child?", first="Select who receives them",
        error="Select who receives the child",
    )  # fmt: skip
    why = Words(WHY, noun="What they need to know", error="Enter what they need to know")
    support = Words(
        "What has to happen first?", hint="Who sees the child, and when",
        noun="What has to happen first", error="Enter what has to happen first", rows=3,
    )  # fmt: skip

    def __init__(self, *, receivers: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.receiver.offer(receivers)

    def holds_together(self) -> bool:
        return True


class StepDownForm(Agreed):
    stepped_from = OneOf(
        "What does it step down from?", tuple(STEPPED_FROM.items()),
        error="Select what it steps down from",
    )  # fmt: skip
    stepped_to = OneOf(
        "What does it step down to?", tuple(STEPPED_TO.items()),
        error="Select what it steps down to",
    )  # fmt: skip
    why = Words(
        "Why is this enough for the child now?",
        hint="What has changed, how you know, and what the child says",
        noun="Why it is enough",
        error="Enter why this is enough for the child now",
    )
    support = Words(
        "Which support does the child get, from whom and when?", noun="Which support",
        error="Enter which support the child gets", rows=3,
    )  # fmt: skip
    receiver = OneOfMany(
        "Who receives the child?", first="Select a person",
        hint="A person by name. The step-down counts once they have confirmed it",
        error="Select the person who receives the child",
    )  # fmt: skip

    def questions(self) -> dict[str, Any]:
        """In the order of the page, in which what is wrong is summed up as well."""
        found = super().questions()
        return {name: found[name] for name in self.ORDER if name in found}

    ORDER = (
        *("stepped_from", "stepped_to", "why", "support", "young_person", "parent"),
        *("parent_who", "safe_to_ask", "receiver"),
    )

    def holds_together(self) -> bool:
        if self.stepped_from.data == self.stepped_to.data:
            self.stepped_to.errors = ["Select something other than what it steps down from"]
        return self.agreement_holds(needed=self.stepped_to.data == "early_help")


class ReceiveForm(QuestionForm):
    says = OneOf(
        "Do you have this child now?",
        (
            Option("received", "Yes, I have them", reveals="starts"),
            Option(
                "returned",
                "No, it goes back to MASH",
                hint="MASH is told at once, and has the child meanwhile",
                reveals="why_not",
            ),
        ),
        error="Select whether you have this child",
    )
    starts = Words(
        "What happens next, who does it and when?", noun="What happens next",
        error="Enter what happens next", rows=3,
    )  # fmt: skip
    why_not = Words("Why?", noun="Why it goes back", error="Enter why it goes back", rows=3)
