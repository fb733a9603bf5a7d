"""What is done about a child between meetings: put on the list, guided by a manager, given."""

from collections.abc import Mapping
from typing import Any

from forms.case import offer
from forms.fields import OneOf, QuestionForm, Ticks, Words


class FlagForm(QuestionForm):
    why = Words(
        "Why should the threshold meeting talk about this child?",
        hint="What are you unsure of, or who sees it differently? The family may read this.",
        noun="Your reason",
        error="Enter why the threshold meeting should talk about this child",
        rows=4,
    )


class UnflagForm(QuestionForm):
    why = Words(
        "Why does the meeting no longer need to talk about this child?",
        noun="Your reason",
        error="Enter why the meeting no longer needs to talk about this child",
        rows=3,
    )


class GuidanceForm(QuestionForm):
    """``managers`` are those it can have come from; empty for a manager, who gave it."""

    by = OneOf("Who gave the guidance?", (), error="Select who gave the guidance")
    words = Words(
        "What was said?",
        hint="Also what was said in passing or on the telephone. The family may read this.",
        noun="What was said",
        error="Enter what was said",
        rows=5,
    )

    def __init__(self, *, managers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if managers:
            offer(self.by, managers)
        else:
            del self.by


class GiveForm(QuestionForm):
    """``workers`` are human id → name, ``today`` human id → what they have today."""

    to = OneOf(
        "Who works on this child?",
        (),
        hint="In order of their names, with what each of them has today",
        error="Select who works on this child",
    )
    words = Words(
        "Is there anything they need to know first? (optional)",
        noun="What they need to know",
        rows=3,
    )

    def __init__(
        self, *, workers: Mapping[str, str], today: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        offer(self.to, workers, today)


class HaveItForm(QuestionForm):
    """Only a button."""


class ActionsForm(QuestionForm):
    """``actions`` are task id → what was to be done, by whom and when."""

    done = Ticks("What is done?", (), error="Select what is done")

    def __init__(self, *, actions: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        offer(self.done, actions)
