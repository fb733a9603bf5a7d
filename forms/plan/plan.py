"""What is put into a young person's plan, and what they say of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from forms.choosing import OneOfMany
from forms.fields import DateParts, OneOf, Option, QuestionForm, ShortText, Words
from protocol.plan_words import (
    AGREES,
    MARKS,
    NO,
    NOT_ASKED,
    PARTLY,
    SOURCES,
    WAYS,
    YES,
    YOUNG_PERSON,
)

WORKER, SOMEBODY, NOBODY = "worker", "somebody", "nobody"
NONE = "none"


class ActionForm(QuestionForm):
    """``people`` are those who can have an action, human id → name. ``action`` is the one of the
    plan that is changed: its day may have passed, and it keeps where it comes from."""

    words = Words(
        "What will happen?",
        hint="In words they would use themselves, such as “Suki and I open a bank account”. Leave "
        "out what nobody else should read if the paper is found",
        noun="What will happen",
        error="Enter what will happen",
        max_length=500,
        rows=2,
    )
    who = OneOf(
        "Who does it?",
        (
            Option(YOUNG_PERSON, "The young person"),
            Option(WORKER, "Somebody who works with them", reveals="worker"),
            Option(
                SOMEBODY, "Somebody else", hint="A relative, a doctor, a school", reveals="somebody"
            ),
            Option(NOBODY, "Nobody yet", hint="The plan says that we have to say who"),
        ),
        error="Select who does it",
    )
    worker = OneOfMany("Who?", first="Select a person", error="Select the person who does it")
    somebody = ShortText(
        "Who is it, as they would say it?", noun="Who it is", error="Enter who does it", width=30
    )
    due = DateParts(
        "By which day? (optional)",
        hint="For example, 27 3 2026. Leave it blank while there is no day",
        noun="The day",
    )
    source = OneOf("Where does it come from?", SOURCES.items(), error="Select where it is from")
    mark = OneOf(
        "Is it a step of another plan?",
        (*MARKS.items(), (NONE, "No")),
        error="Select whether it is a step of another plan",
    )

    def __init__(self, *, today: date, people: Mapping[str, str], action: Any = None) -> None:
        self.action = action
        super().__init__(today=today, data=_as_asked(action, people) if action else None)
        self.worker.offer(Option(id, name) for id, name in people.items())
        if action:
            del self.source

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        same = self.action and self.due.data == self.action.due
        if self.due.data and self.due.data < self.today and not same:
            self.due.errors = ["The day must be today or in the future"]
        return not self.errors

    def said(self) -> dict[str, Any]:
        """What is recorded of it."""
        chosen = self.who.data
        source = self.action.source if self.action else self.source.data
        return {
            "words": self.words.data,
            "owner": {YOUNG_PERSON: YOUNG_PERSON, WORKER: self.worker.data}.get(chosen),
            "owner_words": self.somebody.data if chosen == SOMEBODY else "",
            "due": self.due.data and self.due.data.isoformat(),
            "source": source,
            "mark": None if self.mark.data == NONE else self.mark.data,
        }


def _as_asked(action: Any, people: Mapping[str, str]) -> dict[str, Any]:
    """As it stands, except who does it where nobody has been named."""
    known = action.owner in people
    who = YOUNG_PERSON if action.owner == YOUNG_PERSON else WORKER if known else None
    return {
        "words": action.words,
        "who": who or (SOMEBODY if action.owner_words else None),
        "worker": action.owner if known else None,
        "somebody": action.owner_words or None,
        "due": action.due,
        "mark": action.mark or NONE,
    }


class DoneForm(QuestionForm):
    words = Words(
        "How did it go? (optional)",
        hint="In their words, if they want to say something",
        noun="How it went",
        max_length=1000,
        rows=2,
    )


class DropForm(QuestionForm):
    why = Words(
        "Why is it no longer in the plan?",
        hint="They can read this",
        noun="Why it is no longer in the plan",
        error="Enter why it is no longer in the plan",
        max_length=1000,
        rows=2,
    )


class ViewForm(QuestionForm):
    agrees = OneOf(
        "What do they think of the plan?",
        (
            *((each, AGREES[each]) for each in (YES, PARTLY, NO)),
            Option(NOT_ASKED, AGREES[NOT_ASKED], reveals="why_not_asked"),
        ),
        error="Select what they think of the plan",
    )
    why_not_asked = Words(
        "Why were they not asked?",
        hint="They can read this. They are asked again",
        noun="Why they were not asked",
        error="Enter why they were not asked",
        max_length=1000,
        rows=2,
    )
    words = Words(
        "What do they say, in their own words?",
        hint="Leave it blank only where they were not asked",
        noun="What they say",
        max_length=2000,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        if self.words.errors or self.agrees.errors:
            return False
        if self.agrees.data == NOT_ASKED and self.words.data:
            self.words.errors = ["Take out what they say, or select what they think of the plan"]
        elif self.agrees.data != NOT_ASKED and not self.words.data:
            self.words.errors = ["Enter what they say, in their own words"]
        return not self.errors


class GivenForm(QuestionForm):
    """``languages`` are those the plan can be had in: id → what its speakers call it."""

    how = OneOf(
        "How do they have it?",
        WAYS.items(),
        error="Select how they have it",
    )
    language = OneOfMany(
        "In which language is it written?", first="Select a language", error="Select the language"
    )

    def __init__(self, *, languages: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.language.offer(Option(id, name) for id, name in languages)
