"""The support package: who gives it, who visits, from when; and that support ends."""

from collections.abc import Iterable, Mapping
from typing import Any

from forms.case import offer
from forms.fields import (
    DateParts,
    OneOf,
    QuestionForm,
    ShortText,
    Ticks,
    Words,
    YesNoNotKnown,
)

NOBODY_NAMED = "Select who visits, or enter who else does"
STAY_ON = "Select yourself as well. A social worker can record that you no longer visit"


class PackageForm(QuestionForm):
    provider = OneOf(
        "Who gives the support?",
        (),
        error="Select who gives the support",
    )
    provider_words = ShortText(
        "What are they called?",
        hint="The place or the team, and a number to ring",
        noun="What they are called",
        error="Enter what they are called",
        max_length=300,
        width=30,
    )
    visitors = Ticks(
        "Who visits?",
        (),
        hint="Select everybody who does, also at the weekend. They will see this young person's "
        "support and plan",
        why="Somebody they know by name sees them every day.",
    )
    others = ShortText(
        "Does anybody else visit, who does not sign in here?",
        hint="Name, and who they are",
        noun="Who else visits",
        max_length=300,
        width=30,
    )
    starts_on = DateParts(
        "From which day?",
        hint="For example, 27 3 2026. If the support was ended by mistake, enter the day it began",
        noun="The day it starts",
        error="Enter the day it starts",
    )
    high_level = YesNoNotKnown(
        "Is it high-level support?",
        hint="Outreach alone is not. In foster care and in a residential home, somebody is there "
        "for them",
        error="Select whether it is high-level support",
        why="Nobody is left alone in their first nights.",
    )
    words = Words(
        "What does it contain?",
        hint="The young person may read this",
        noun="What it contains",
        error="Enter what it contains",
        max_length=2000,
        rows=3,
    )

    def __init__(
        self,
        *,
        providers: Mapping[str, str],
        workers: Mapping[str, str],
        stays: str = "",
        **kwargs: Any,
    ) -> None:
        """``workers`` are who can be asked to visit, human id → name. ``stays`` is whoever fills it
        in and opens this page only as one of those who visit."""
        self._stays = stays
        super().__init__(**kwargs)
        offer(self.provider, providers)
        offer(self.visitors, workers)

    def validate(self, extra_validators: Any = None) -> bool:
        ok = super().validate(extra_validators)
        if not self.visitors.errors:
            ticked = self.visitors.data or ()
            if not ticked and not self.others.data:
                self.visitors.errors = [NOBODY_NAMED]
            elif self._stays and self._stays not in ticked:
                self.visitors.errors = [STAY_ON]
        return ok and not self.visitors.errors

    @property
    def visitors_words(self) -> str:
        return "; ".join(
            [*names_of(self.visitors), *([self.others.data] if self.others.data else [])]
        )


def names_of(ticks: Any) -> Iterable[str]:
    """The labels of what was ticked."""
    return [option.label for option in ticks.options if option.value in (ticks.data or ())]


GOES_ON = (
    "While they are in emergency accommodation, or it is not known whether they are, support goes "
    "on and somebody sees them every day"
)


class EndSupportForm(QuestionForm):
    where = Words(
        "Where do they live now, and who is there for them?",
        noun="Where they live now",
        error="Enter where they live now, and who is there for them",
        max_length=1000,
        rows=2,
    )
    emergency = YesNoNotKnown(
        "Is that emergency accommodation?",
        hint="Anything arranged the same day, or while their assessment is still running",
        error="Select whether it is emergency accommodation",
    )
    words = Words(
        "Why does the support end?",
        hint="The young person may read this",
        noun="Your reason",
        error="Enter why the support ends",
        max_length=2000,
        rows=3,
    )
    theirs = Words(
        "What does the young person say about it?",
        hint="In their words",
        noun="What they say",
        error="Enter what the young person says",
        max_length=2000,
        rows=3,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        ok = super().validate(extra_validators)
        if self.emergency.data in ("yes", "not_known"):
            self.emergency.errors = [GOES_ON]
        return ok and not self.emergency.errors
