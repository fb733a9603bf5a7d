"""That a young person was given written information on their rights, and how."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from forms.fields import (
    Moment,
    OneOf,
    Option,
    QuestionForm,
    ShortText,
    Ticks,
    Words,
    YesNoNotKnown,
)
from protocol.rights import ADVOCATES, HOW, OFFERED
from rules.calendar import LONDON

THIS, OTHER = "this", "other"


class GiveForm(QuestionForm):
    """``now`` is passed in: it cannot have been later."""

    sheet = OneOf(
        "What did they get?",
        (
            Option(THIS, "The sheet as it is now"),
            Option(OTHER, "An older sheet, or something else in writing", reveals="other_sheet"),
        ),
        error="Select what they got",
    )
    other_sheet = ShortText(
        "What was it?", hint="For example, the leaflet of 2024", noun="What it was",
        error="Enter what it was", width=30,
    )  # fmt: skip
    how = Ticks("How did they get it?", tuple(HOW.items()), error="Select how they got it")
    explained = YesNoNotKnown(
        "Was it explained to them?",
        hint="A leaflet alone explains nothing",
        error="Select whether it was explained to them",
    )
    explained_by = ShortText(
        "Who explained it? (only where somebody did)", hint="Name, and where they work",
        noun="Who explained it", width=30,
    )  # fmt: skip
    in_their_language = YesNoNotKnown(
        "Was that in a language they understand?",
        hint="With an interpreter where they need one, never a relative or a friend",
        error="Select whether it was in a language they understand",
    )
    what_refusing_means = YesNoNotKnown(
        "Were they told in full what saying no to section 20 means?",
        hint="No reviews, nobody independent to check on their care, less help after 18",
        error="Select whether they were told what saying no means",
    )
    advocate = OneOf(
        "Was an advocate offered?",
        tuple(ADVOCATES.items()),
        hint="An advocate works for nobody but them",
        error="Select whether an advocate was offered",
    )
    advocate_who = ShortText(
        "Who is the advocate, or which service? (only where one was offered)",
        noun="The advocate", width=30,
    )  # fmt: skip
    independent = YesNoNotKnown(
        "Is that advocate independent of the council? (only where one was offered)",
        hint="An early help worker, or anybody else who works for the council, is not",
    )
    words = Words(
        "What did they say? (optional)",
        hint="In their words",
        noun="What they said",
        rows=3,
        max_length=4000,
    )
    at = Moment("When was it?", noun="When it was", error="Enter when it was")

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:
        self.now = now.astimezone(LONDON)
        super().__init__(today=self.now.date(), **kwargs)

    def holds_together(self) -> bool:
        """Whether what hangs together was said."""
        if self.explained.data == "yes" and not self.explained_by.data:
            self.explained_by.errors = ["Enter who explained it"]
        if self.advocate.data in OFFERED and not self.independent.data:
            self.independent.errors = ["Select whether that advocate is independent"]
        return not (self.explained_by.errors or self.independent.errors)

    @property
    def chosen_language(self) -> str | None:
        """The id of the language of the sheet; None where there is only one to choose."""
        return self["language"].data if "language" in self else None


def give_form(languages: Mapping[str, str], now: datetime) -> GiveForm:
    """``languages`` are those there is a sheet in: id → name. It is asked where there are more
    than one."""
    return _form(tuple(languages.items()))(now=now)


@cache
def _form(languages: tuple[tuple[str, str], ...]) -> type[GiveForm]:
    if len(languages) < 2:
        return GiveForm
    asked = OneOf(
        "In which language was the sheet?", languages, error="Select the language of the sheet"
    )
    return type("GiveInALanguageForm", (GiveForm,), {"language": asked})
