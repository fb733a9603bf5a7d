"""What a young person says of how they were treated, in their words. None of it is added up."""

from forms.fields import OneOf, Option, QuestionForm, ShortText, Words
from protocol.rights import ASKED, BY, SAYS

NOT_ASKED = "not_asked"
_SAYS = tuple(SAYS.items())


class FeedbackForm(QuestionForm):
    by = OneOf(
        "Who asks?",
        (*BY.items(), Option(NOT_ASKED, "It is not asked today", reveals="why_not")),
        hint="It is easier to say to somebody who is not their worker, or to nobody",
        error="Select who asks",
    )
    why_not = ShortText(
        "Why not?", hint="For example: they are too tired today", noun="Why not",
        error="Enter why it is not asked", width=30,
    )  # fmt: skip
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

    @property
    def asked(self) -> bool:
        return bool(self.by.data != NOT_ASKED)

    def holds_together(self) -> bool:
        """Whether whoever was asked said something, and nobody else did."""
        said = bool(self.answers or self.words.data)
        if self.asked and not said:
            self.words.errors = ["Enter what they said, or select one of the answers above"]
        if said and not self.asked:
            self.by.errors = ["There are answers below: select who asks, or take them out"]
        return not (self.words.errors or self.by.errors)
