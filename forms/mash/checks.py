"""Asking other agencies what they know of a child, and writing down what came back."""

from typing import Any

from forms.fields import Moment, OneOf, Option, QuestionForm, ShortText, Ticks, Words
from forms.mash.sharing import ground_options
from thresholds.choices import CHECK_AGENCIES

OTHER = "other"
AT_ONCE = ("police", "health")
"""Who can be asked before a child is rated, where harm was told."""

AGENCY_WORDS = {choice.id: choice.words for choice in CHECK_AGENCIES}

_AGENCIES = tuple(Option(*choice) for choice in CHECK_AGENCIES)
_WHAT = "Only what is needed for this decision. They read this."


class AskForm(QuestionForm):
    agencies = Ticks("Whom do you ask?", _AGENCIES, error="Select whom you ask")
    other_agency = ShortText(
        "Who is “somebody else”? (only where you chose it)", noun="Who it is", max_length=100,
        width=30,
    )  # fmt: skip
    what = Words(
        "What do you ask, and why?", hint=_WHAT, noun="What you ask",
        error="Enter what you ask, and why",
    )  # fmt: skip

    def holds_together(self) -> bool:
        """Whether somebody else has a name."""
        if OTHER in self.agencies.data and not self.other_agency.data:
            self.other_agency.errors = ["Enter who “somebody else” is"]
        return not self.other_agency.errors


class AskAtOnceForm(QuestionForm):
    """Harm was told, and nobody has recorded yet why we may ask: the ground comes with it."""

    agencies = Ticks(
        "Whom do you ask?",
        tuple(option for option in _AGENCIES if option.value in AT_ONCE),
        hint="Harm was told, so police and health can be asked before the child is rated",
        error="Select whom you ask",
    )
    what = Words(
        "What do you ask, and why?", hint=_WHAT, noun="What you ask",
        error="Enter what you ask, and why",
    )  # fmt: skip
    ground = OneOf(
        "On which ground do you ask without agreement?",
        ground_options(with_none=False),
        error="Select the ground",
    )
    ground_words = Words(
        "Why is that so for this child?", noun="Why the ground fits",
        error="Enter why this ground fits this child", rows=3,
    )  # fmt: skip


class AnswerForm(QuestionForm):
    """``now`` is passed in: nothing came later than now."""

    result = OneOf(
        "What did they answer?",
        (
            Option("information", "They told us something", reveals="came"),
            Option(
                "nothing_held",
                "They hold nothing",
                hint="Nothing held is not the same as nothing there",
                reveals="looked",
            ),
            Option("refused", "They did not want to tell us", reveals="why_refused"),
        ),
        error="Select what they answered",
    )
    came = Words(
        "What did they tell us?", noun="What they told us", error="Enter what they told us"
    )
    looked = Words(
        "Where did they look, and under which names? (optional)",
        hint="Other spellings, names used before, addresses",
        noun="Where they looked",
        rows=3,
    )
    why_refused = Words(
        "Why not?", noun="Why they did not", error="Enter why they did not tell us", rows=3
    )
    at = Moment("When did it come?", noun="When it came", error="Enter when it came")

    def __init__(self, *, now: Any, **kwargs: Any) -> None:
        self.now = now
        super().__init__(**kwargs)

    @property
    def words(self) -> str:
        """What goes with the answer chosen."""
        return self.came.data or self.looked.data or self.why_refused.data or ""
