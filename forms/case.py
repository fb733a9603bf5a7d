"""What is done with a case: taken over by somebody else, restricted to a few."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from wtforms import SelectChoice

from forms.fields import OneOf, Option, QuestionForm, Ticks, Words


class HandToForm(QuestionForm):
    to = OneOf("Who takes the case?", (), error="Select who takes the case")
    why = Words(
        "What do they need to know?",
        noun="What they need to know",
        error="Enter what they need to know",
        rows=3,
    )

    def __init__(self, *, workers: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        offer(self.to, workers)


class RestrictForm(QuestionForm):
    allowed = Ticks("Who may see this case?", (), hint="You always may")
    why = Words("Why?", noun="Your reason", error="Enter why only they may see it", rows=3)

    def __init__(self, *, workers: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        offer(self.allowed, workers)


def offer(
    field: Any, workers: Mapping[str, str], hints: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Give a question its options, which are known only when it is asked. ``hints`` say more of
    some of them."""
    field.options = [Option(id, name, hints.get(id, "")) for id, name in workers.items()]
    field.choices = [SelectChoice(option.value, option.label) for option in field.options]
    if field.raw_data is not None:
        field.process_errors = []
        try:
            field.process_formdata(field.raw_data)
        except ValueError as error:
            field.process_errors = [str(error)]
