"""Finding people, what else they are called, and who is the same person."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from wtforms import SelectChoice

from forms.fields import OneOf, Option, QuestionForm, ShortText, Words
from forms.typed import upper_first
from protocol.who_is_it import BESIDE, NEW, NOT_KNOWN, QUESTION, SAME


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

    ``shown`` is who was offered; ``answer`` one of ``protocol.who_is_it``, and ``person_id`` who
    was chosen, or nothing. Whoever answers that it is none of these, or cannot tell, has seen
    these: were others shown since, it is asked again.
    """

    def __init__(self, question: str = QUESTION, **kwargs: Any) -> None:
        self.shown: list[Any] = []
        self.open_cases: Mapping[str, Sequence[Any]] = {}
        self.opens_a_case = True
        super().__init__(question, (), **kwargs)

    def offer(
        self,
        likenesses: Iterable[Any],
        open_cases: Mapping[str, Sequence[Any]] | None = None,
        restricted: Collection[str] = (),
        opens_a_case: bool = True,
    ) -> None:
        """Ask, if there is anybody like them. Each has a ``person`` and a ``reason``.

        ``open_cases`` is person id → the open cases of theirs, under this record or one linked to
        it, and ``restricted`` the ids of those with a restricted one. ``opens_a_case`` is false
        of a contact at MASH: an open case stands in nobody's way there.
        """
        self.shown, self.open_cases = list(likenesses), open_cases or {}
        self.opens_a_case = opens_a_case
        if not self.shown:
            return
        self.error = "Select who it is, or that it is none of these people"
        self.options = [self._one(each, each.person.id in restricted) for each in self.shown]
        ids = " ".join(sorted(each.person.id for each in self.shown))
        seen = sha256(ids.encode()).hexdigest()[:16]
        self.options += [
            Option(f"{NEW}-{seen}", "None of these: record a new person"),
            Option(
                f"{NOT_KNOWN}-{seen}",
                "I cannot tell yet: record a new person",
                f"You get a task to find out. {self._nothing_waits}.",
            ),
        ]
        self.choices = [SelectChoice(option.value, option.label) for option in self.options]
        self.process_errors = []
        try:
            super().process_formdata(self.raw_data or [])
        except ValueError:
            # Those who are like them, or their cases, are not as they were when it was answered.
            self.process_errors = [CHANGED if any(self.raw_data or []) else self.error]

    def _one(self, likeness: Any, restricted: bool) -> Option:
        person = likeness.person
        label = f"The same person as {person.name}"
        if not person.is_named:
            label = "The same person, recorded without a name"
        hints, cases = [describe(likeness)], self.open_cases.get(person.id, ())
        if cases:
            references = " and ".join(case.reference for case in cases)
            label += f", whose case {references} is open"
            hints.append(
                f"You open another case, linked to theirs. {NOTHING_WAITS}"
                if self.opens_a_case
                else TOLD_AT_ONCE
            )
        if restricted:
            hints.append(RESTRICTED if self.opens_a_case else RESTRICTED_TOO)
        # A record has at most one open case. One whose open case is a linked record's has room.
        beside = self.opens_a_case and any(case.person_id == person.id for case in cases)
        return Option(
            f"{BESIDE}-{person.id}" if beside else person.id, label, ". ".join(hints) + "."
        )

    @property
    def _nothing_waits(self) -> str:
        return NOTHING_WAITS if self.opens_a_case else NO_RATING_WAITS

    @property
    def answer(self) -> str | None:
        said = str(self.data or "").partition("-")[0]
        return said if said in (BESIDE, NEW, NOT_KNOWN) else SAME if self.data else None

    @property
    def person_id(self) -> str | None:
        return self._person_id(self.data) if self.answer in (SAME, BESIDE) else None

    @property
    def posted_person_id(self) -> str | None:
        """Who was chosen, whether they are offered or not."""
        posted = (self.raw_data or [""])[0]
        found = self._person_id(posted) if isinstance(posted, str) else ""
        return found if re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", found) else None

    def process_formdata(self, posted: list[Any]) -> None:
        """Nothing can be chosen before it is offered."""
        self.data = None

    @staticmethod
    def _person_id(chosen: str) -> str:
        return chosen.removeprefix(f"{BESIDE}-")


CHANGED = "Something has changed since you answered. Select again who it is"
NOTHING_WAITS = "The bed and the referral do not wait"
NO_RATING_WAITS = "The clock and the rating do not wait"
TOLD_AT_ONCE = "Whoever works with them and their team are told at once"
RESTRICTED = "A case of theirs is restricted. This one is not, until you restrict it"
RESTRICTED_TOO = (
    "A case of theirs is restricted. Then only those who may see the case see this contact"
)


def describe(likeness: Any) -> str:
    """What an officer needs to tell two people apart, on one line."""
    person = likeness.person
    born = [in_words(day) for day in (person.date_of_birth, *person.also_born) if day]
    parts = [
        upper_first(likeness.reason),
        f"Born {', also given as '.join(born)}" if born else "Date of birth not known",
    ]
    if likeness.aliases:
        parts.append("Also known as " + ", ".join(likeness.aliases))
    return ". ".join(parts)


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
