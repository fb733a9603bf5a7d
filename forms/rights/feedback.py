"""What a young person says of how they were treated, in their words. None of it is added up."""

from forms.fields import OneOf, Option, QuestionForm, ShortText, Words
from protocol.rights import ASKED, BY, SAYS

_SAYS = tuple(SAYS.items())


class FeedbackForm(QuestionForm):
    asked = OneOf(
        "Were they asked?",
        (Option("yes", "Yes"), Option("no", "No, not now", reveals="why_not")),
        error="Select whether they were asked",
    )
    why_not = ShortText(
        "Why not?", hint="For example: they are too tired today", noun="Why not",
        error="Enter why they were not asked", width=30,
    )  # fmt: skip
    by = OneOf(
        "Who asked them?",
        tuple(BY.items()),
        hint="It is easier to say to somebody who is not their worker, or to nobody",
    )
    by_words = ShortText("Who was it? (optional)", noun="Who it was", width=30)
    listened_to = OneOf(ASKED["listened_to"], _SAYS)
    told_what_next = OneOf(ASKED["told_what_next"], _SAYS)
    felt_safe = OneOf(ASKED["felt_safe"], _SAYS)
    treated_fairly = OneOf(ASKED["treated_fairly"], _SAYS)
    words = Words(
        "What else do they want to say? (optional)",
        hint="In their words, good or bad",
        noun="What they say",
        max_length=4000,
        rows=5,
    )

    @property
    def answers(self) -> dict[str, str]:
        """What was answered; a question that was left out is not there."""
        return {name: self[name].data for name in ASKED if self[name].data}

    def holds_together(self) -> bool:
        """Whether somebody who was asked was asked by somebody and said something."""
        said = bool(self.answers or self.words.data)
        if self.asked.data == "yes" and not self.by.data:
            self.by.errors = ["Select who asked them"]
        if self.asked.data == "yes" and not said:
            self.words.errors = ["Enter what they said, or select one of their answers above"]
        if self.asked.data == "no" and said:
            self.asked.errors = ["There are answers below: select “Yes”, or take them out"]
        return not (self.by.errors or self.words.errors or self.asked.errors)
