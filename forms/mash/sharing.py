"""What the family knows, who agrees to what, and the ground for sharing without it. None of these
answers another."""

from typing import Any

from forms.fields import DateParts, Moment, OneOf, Option, QuestionForm, ShortText, Words
from thresholds.choices import SHARING_GROUNDS

NO_GROUND = "none"
NOT_SAFE, YOUNG_PERSON_SAYS_NO, TOO_YOUNG = "not_safe", "young_person_says_no", "too_young"
PARENT_ASKED = ("yes", "no")

TOLD_OPTIONS = (
    Option("yes", "Yes"),
    Option("no", "No, and we do not mean to yet", reveals="why_not_told"),
    Option("not_yet", "Not yet, and we will"),
)
YOUNG_PERSON_OPTIONS = (
    Option("yes", "Yes"),
    Option("no", "No"),
    Option("not_asked", "Not asked yet"),
    Option(TOO_YOUNG, "Too young to decide this", hint="Never from 16 on"),
)
PARENT_OPTIONS = (
    Option("yes", "A parent was asked, and agrees", reveals="parent_who"),
    Option("no", "A parent was asked, and does not agree"),
    Option("not_asked", "Not asked yet"),
    Option(NOT_SAFE, "Not asked: it is not safe, or not known to be safe"),
    Option(YOUNG_PERSON_SAYS_NO, "Not asked: the young person does not want it"),
)
SERVICE_OPTIONS = (
    Option("yes", "Yes"),
    Option("no", "No"),
    Option("not_asked", "Not asked, or nothing is offered yet"),
)

CHOOSE_SAFE = "Say why a social worker has decided that it is safe, or choose that nobody was asked"
MAY_BE_16 = "From 16 on they decide this themselves. Ask them, or record first how old they are"
ASK_THEM_FIRST = (
    "From 16 on the young person is asked first, and a parent only where they agree. "
    "Record the young person's own answer"
)


def ground_options(with_none: bool) -> tuple[Option, ...]:
    """The grounds, and where it is asked for, that there is none."""
    grounds = tuple(Option(*choice) for choice in SHARING_GROUNDS)
    none = Option(NO_GROUND, "None: we share only what is agreed to")
    return (*grounds, none) if with_none else grounds


class SharingForm(QuestionForm):
    """``danger`` is why the family is not contacted yet, in words, or nothing; ``is_16`` whether
    the young person is 16 or over, or may be."""

    young_person = OneOf(
        "Does the child or young person agree that we ask other agencies?",
        YOUNG_PERSON_OPTIONS,
        hint="Ask them first, and alone",
        error="Select whether the child or young person agrees",
    )
    parent = OneOf(
        "Does a parent agree that we ask other agencies?",
        PARENT_OPTIONS,
        hint="Only where it is safe to ask. From 16 on, only where the young person agrees",
        error="Select whether a parent was asked, and what they said",
    )
    parent_who = ShortText(
        "Which parent?", hint="Name, and who they are to the child", noun="Which parent",
        error="Enter which parent agrees", width=30,
    )  # fmt: skip
    told_family = OneOf(
        "Has the family been told that we have this contact?",
        TOLD_OPTIONS,
        error="Select whether the family has been told",
    )
    why_not_told = Words(
        "Why not?", noun="Why the family is not told", error="Enter why the family is not told",
        rows=3,
    )  # fmt: skip
    safe_to_ask = Words(
        "Why has a social worker decided that it is safe to speak with the family? (if anybody "
        "has)",
        hint="Only where a parent was asked or told",
        noun="Why it is safe",
        rows=3,
    )
    service_agreed = OneOf(
        "Do they agree to a service?",
        SERVICE_OPTIONS,
        hint="This is not the same as agreeing that we ask others. The young person's own "
        "agreement, from 16 on",
        error="Select whether they agree to a service",
    )
    service = ShortText("Which service? (optional)", noun="Which service", max_length=200, width=30)
    ground = OneOf(
        "On which ground do we ask and share without agreement?",
        ground_options(with_none=True),
        hint="The child's safety comes first. Choose one that you can explain to the family later",
        error="Select a ground, or that there is none",
    )
    ground_words = Words(
        "Why is that so for this child? (where there is a ground)",
        noun="Why the ground fits",
        rows=3,
    )
    decided_by = ShortText(
        "Who decided this, if it was not you? (optional)", noun="Who decided", width=30
    )
    review_on = DateParts(
        "When is it looked at again? (optional)",
        hint="For example, 27 3 2026",
        noun="The day it is looked at again",
        must_be="today or in the future",
    )

    def __init__(self, *, danger: str, is_16: bool, **kwargs: Any) -> None:
        self.danger, self.is_16 = danger, is_16
        super().__init__(**kwargs)
        if not danger:
            del self.safe_to_ask

    def holds_together(self) -> bool:
        """Whether the answers can stand together; if not, that is said beside the one to change."""
        spoken_with = self.parent.data in PARENT_ASKED or self.told_family.data == "yes"
        if self.danger and spoken_with and not self.safe_to_ask.data:
            self.safe_to_ask.errors = [CHOOSE_SAFE]
        if self.is_16 and self.young_person.data == TOO_YOUNG:
            self.young_person.errors = [MAY_BE_16]
        elif self.is_16 and self.parent.data in PARENT_ASKED and self.young_person.data != "yes":
            self.parent.errors = [ASK_THEM_FIRST]
        if self.ground.data != NO_GROUND and not self.ground_words.data:
            self.ground_words.errors = ["Enter why this ground fits this child"]
        if self.service_agreed.data == "yes" and not self.service.data:
            self.service.errors = ["Enter which service they agree to"]
        return not any(field.errors for field in self.questions().values())


class WithdrawForm(QuestionForm):
    """``now`` is passed in: nobody takes anything back later than now."""

    what = OneOf(
        "What do they take back?",
        (
            Option("sharing", "That we may ask other agencies"),
            Option("service", "That they want a service"),
        ),
        error="Select what they take back",
    )
    who = ShortText(
        "Who says so?", hint="Name, and who they are to the child", noun="Who says so",
        error="Enter who says so", width=30,
    )  # fmt: skip
    words = Words(
        "What do they say?", hint="Their own words", noun="What they say",
        error="Enter what they say", rows=3,
    )  # fmt: skip
    at = Moment("When did they say so?", noun="When they said so", error="Enter when they said so")

    def __init__(self, *, now: Any, **kwargs: Any) -> None:
        self.now = now
        super().__init__(**kwargs)
