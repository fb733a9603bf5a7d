"""One of many: a list that opens, for where a page of radios would be too long to read."""

from collections.abc import Iterable, Iterator
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovSelect
from wtforms import SelectChoice, SelectField

from forms.fields import Option, Question
from forms.typed import first_shown
from forms.widgets import WithLabel


class OpenList(WithLabel, GovSelect):
    """Nothing is chosen beforehand: the first line says what to do, and is no answer."""


class OneOfMany(Question, SelectField):
    """Its options are known only when it is asked: see ``offer``."""

    widget = OpenList()

    def __init__(self, question: str, *, first: str, **kwargs: Any) -> None:
        self.first = first
        self.allowed: frozenset[str] = frozenset()
        super().__init__(question, choices=[], **kwargs)

    def offer(self, options: Iterable[Option]) -> None:
        found = list(options)
        self.allowed = frozenset(option.value for option in found)
        choices = [SelectChoice("", self.first)]
        self.choices = choices + [SelectChoice(each.value, each.label) for each in found]
        if self.raw_data is not None:
            self.process_errors = []
            self.data = self._chosen(self.raw_data)

    def iter_choices(self) -> Iterator[tuple[str, str, bool, dict[str, Any]]]:
        """What was chosen stays chosen, also while the question is not asked."""
        kept = first_shown(self.raw_data) if self.raw_data is not None else self.data or ""
        for value, label in ((choice.value, choice.label) for choice in self.choices):
            yield value, label, value == kept, {}

    def process_data(self, value: str | None) -> None:
        self.data = value

    def process_formdata(self, posted: list[Any]) -> None:
        self.data = None  # until it is offered

    def _chosen(self, posted: list[Any]) -> str | None:
        if not any(posted):
            return None
        if len(posted) > 1 or posted[0] not in self.allowed:
            self.process_errors = [self.error or "Select one of the answers shown"]
            return None
        return str(posted[0])
