"""Finding people, what else they are called, and who is the same person."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, ClassVar

from wtforms import SelectChoice

from forms.fields import OneOf, Option, QuestionForm, ShortText, Words


class SearchForm(QuestionForm):
    text = ShortText(
        "Name, date of birth or case reference",
        hint="In any order and spelling. For example: Sam Example 27 3 2009, or FD-346XYW",
        noun="What you look for",
        error="Enter a name, a date of birth or a case reference",
        width=30,
    )


class AliasForm(QuestionForm):
    alias = ShortText(
        "What else are they called?",
        hint="Another name, or their name as others spell it",
        noun="The name",
        error="Enter the other name",
        max_length=100,
    )
    reason = Words(
        "How do you know?",
        hint="The young person may read this",
        noun="How you know",
        error="Enter how you know",
        rows=3,
    )


class ReasonForm(QuestionForm):
    """Why something is put right, or undone."""

    reason = Words(
        "Why?",
        hint="The young person may read this",
        noun="Your reason",
        error="Enter why",
        rows=3,
    )


class WhoIsIt(OneOf):
    """Whether somebody is one of those on record who are like them. Asked once it is offered.

    ``shown`` is who was offered; ``person_id`` who was chosen, or nothing for somebody new.
    Whoever answers "none of these" has seen these: were others shown since, it is asked again.
    """

    NEW: ClassVar = "new"

    def __init__(self, question: str = "Is it one of these people?", **kwargs: Any) -> None:
        self.shown: list[Any] = []
        super().__init__(question, (), **kwargs)

    def offer(self, likenesses: Iterable[Any]) -> None:
        """Ask, if there is anybody like them. Each has a ``person`` and a ``reason``."""
        self.shown = shown = list(likenesses)
        if not shown:
            return
        self.error = "Select who it is, or that it is none of these people"
        self.options = [
            Option(each.person.id, f"The same person as {each.person.name}", describe(each))
            for each in shown
        ]
        seen = sha256(" ".join(each.person.id for each in shown).encode()).hexdigest()[:16]
        new = Option(f"{self.NEW}-{seen}", "None of these: record a new person")
        self.options.append(new)
        self.choices = [SelectChoice(option.value, option.label) for option in self.options]
        self.process_errors = []
        try:
            super().process_formdata(self.raw_data or [])
        except ValueError as error:
            self.process_errors = [str(error)]

    @property
    def person_id(self) -> str | None:
        return None if not self.data or self.data.startswith(f"{self.NEW}-") else str(self.data)

    def process_formdata(self, posted: list[Any]) -> None:
        """Nothing can be chosen before it is offered."""
        self.data = None


def describe(likeness: Any) -> str:
    """What an officer needs to tell two people apart, on one line."""
    born = likeness.person.date_of_birth
    parts = [
        likeness.reason[:1].upper() + likeness.reason[1:],
        f"Born {born.day} {born:%B %Y}" if born else "Date of birth not known",
    ]
    if likeness.aliases:
        parts.append("Also known as " + ", ".join(likeness.aliases))
    return ". ".join(parts)
