"""The tonight card's six questions. Every one may be left blank, and none is chosen beforehand."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from wtforms.validators import ValidationError

from forms.answering import as_json
from forms.fields import (
    DateOfBirth,
    DateParts,
    OneOf,
    Option,
    QuestionForm,
    TimeOfDay,
    YesNoNotKnown,
)
from rules.calendar import LONDON
from rules.facts import write_value

OPEN_TOO_LONG = timedelta(hours=2)
LONG_AGO = timedelta(days=366)  # a wrong year, or another time they came

JOURNEY = "card"
PAGE = "tonight"

NOT_KNOWN = Option("not_known", "Not known yet")

# Where they can stay → the facts it settles. What an answer leaves out is not known.
WHERE = {
    "nowhere": {"needs_bed_tonight": "yes", "needs_accommodation": "yes"},
    "not_settled": {"needs_bed_tonight": "no", "needs_accommodation": "yes"},
    "homeless": {"needs_accommodation": "yes"},
    "may_lose_it": {
        "needs_bed_tonight": "no",
        "needs_accommodation": "no",
        "at_imminent_risk": "yes",
    },
    "settled": {
        "needs_bed_tonight": "no",
        "needs_accommodation": "no",
        "at_imminent_risk": "no",
    },
}

FAMILY = {
    "agrees": {"agrees_to_family_contact": "yes", "family_contact_unsafe": "no"},
    "refuses": {"agrees_to_family_contact": "no"},
    "unsafe": {"agrees_to_family_contact": "no", "family_contact_unsafe": "yes"},
}

SETTLED_BY_THE_CARD = (
    "date_of_birth",
    "age_disputed",
    "presented_at",
    "needs_bed_tonight",
    "needs_accommodation",
    "at_imminent_risk",
    "risk_of_significant_harm",
    "agrees_to_family_contact",
    "family_contact_unsafe",
    "safe_to_return_home",
)


class PresentationForm(QuestionForm):
    """Questions about one young person who came. All of them may be left blank."""

    def __init__(
        self, *, opened_at: datetime, now: datetime, asked_before: bool = False, **kwargs: Any
    ) -> None:
        """``opened_at`` is when the questions were first opened for this young person.

        ``asked_before`` when they were saved before: just now then means when that was.
        """
        self.opened_at, self.now, self.asked_before = opened_at, now, asked_before
        super().__init__(today=opened_at.astimezone(LONDON).date(), **kwargs)

    def validate(self, extra_validators: Any = None) -> bool:
        """Without JavaScript an answer can be typed under one nobody selected. It counts."""
        for chooser, option, field in self._revealed():
            if chooser.data is None and _typed(field):
                chooser.data = option.value
        return super().validate(extra_validators)


class RecordForm(PresentationForm):
    """One record. Saved empty it would say nothing about anybody."""

    nothing_entered = "Enter at least one thing about them"

    def validate(self, extra_validators: Any = None) -> bool:
        valid, questions = super().validate(extra_validators), self.questions().values()
        if valid and not any(field.data for field in questions):
            next(iter(questions)).errors = [self.nothing_entered]
            return False
        return valid


class WhereForm(PresentationForm):
    where = OneOf(
        "Where can they stay?",
        (
            Option("nowhere", "Nowhere safe tonight"),
            Option(
                "not_settled",
                "Somewhere safe tonight, but not settled",
                "For example a friend's sofa, or a place they may be told to leave",
            ),
            Option("homeless", "They are homeless, and tonight is not clear yet"),
            Option("may_lose_it", "At home or somewhere settled, but they may lose it within days"),
            Option("settled", "Somewhere safe, suitable and settled"),
            NOT_KNOWN,
        ),
        why="A bed tonight comes before everything else.",
    )


class AgeForm(PresentationForm):
    age = OneOf(
        "How old are they?",
        (
            Option("date_of_birth", "I have their date of birth", reveals="date_of_birth"),
            Option(
                "in_doubt",
                "Somebody doubts their age",
                "While it is in doubt, they are treated as a child",
            ),
            NOT_KNOWN,
        ),
        why="The protocol is for 16- and 17-year-olds. Not knowing never closes a door.",
    )
    date_of_birth = DateOfBirth("What is their date of birth?")


class HarmForm(PresentationForm):
    risk_of_significant_harm = YesNoNotKnown(
        "Could they be at risk of serious harm?",
        hint="Violence, abuse, exploitation, self-harm, or somebody looking for them",
        why="It decides whom to ring now, and what we must not ask.",
    )


class FamilyForm(PresentationForm):
    family = OneOf(
        "May we contact their family?",
        (
            Option("agrees", "Yes, and they say that it is safe"),
            Option("refuses", "No, they do not want it"),
            Option("unsafe", "No, it could put them in danger"),
            Option("not_known", "Not known yet: they have not been asked alone"),
        ),
        hint="Ask the young person first, and alone. A bed never depends on the answer.",
        why="Until we know, nobody contacts the family.",
    )


class HomeForm(PresentationForm):
    safe_to_return_home = YesNoNotKnown(
        "Is it safe for them to go home?",
        hint="Yes only if home has been assessed and they were seen alone",
        why="Nobody goes home until somebody has made sure that it is safe.",
    )


class AskedForm(PresentationForm):
    asked = OneOf(
        "When did they first ask us for help?",
        (
            Option("now", "Just now"),
            Option("today", "Earlier today", reveals="asked_at"),
            Option("before", "Before today", reveals="asked_on"),
            NOT_KNOWN,
        ),
        why="Somebody who came before closing time is in office hours, however long it takes.",
    )
    asked_at = TimeOfDay("What time was that?", error="Enter the time, or select “Not known yet”")
    asked_on = DateParts(
        "What day was that?",
        noun="The day they asked",
        must_be="in the past",
        error="Enter the day, or select “Not known yet”",
    )

    def validate_asked(self, field: Any) -> None:
        if (
            field.data == "now"
            and not self.asked_before
            and self.now - self.opened_at > OPEN_TOO_LONG
        ):
            raise ValidationError(
                f"This page was opened at {self.opened_at.astimezone(LONDON):%H:%M on %-d %B}. "
                "Select when they first asked"
            )

    def validate_asked_at(self, field: Any) -> None:
        if field.data and datetime.combine(self.today, field.data, LONDON) > self.now:
            raise ValidationError("The time must be earlier than now")

    def validate_asked_on(self, field: Any) -> None:
        if field.data and self.today - field.data > LONG_AGO:
            raise ValidationError("The day they asked must be within the last year")


class CardForm(WhereForm, AgeForm, HarmForm, FamilyForm, HomeForm, AskedForm):
    """All six on one page. First contact in full asks the same ones, each on a page of its own."""


def _typed(field: Any) -> bool:
    return any(isinstance(part, str) and part.strip() for part in field.raw_data or [])


def facts(values: Mapping[str, Any], opened_at: datetime) -> dict[str, str | int]:
    """Fact id → value as JSON, for every fact these questions can settle.

    ``values`` are the answers by question, as a form or the journal holds them; one left out is
    not known. ``opened_at`` is when the page was opened: somebody who asked just now had asked
    by then.
    """
    settled: dict[str, Any] = {}
    settled |= WHERE.get(values.get("where", ""), {})
    settled |= FAMILY.get(values.get("family", ""), {})
    for fact in ("risk_of_significant_harm", "safe_to_return_home"):
        settled[fact] = values.get(fact)
    if values.get("age") == "in_doubt":
        settled["age_disputed"] = "yes"
    if values.get("age") == "date_of_birth":
        settled["date_of_birth"] = as_json(values.get("date_of_birth"))
    settled["presented_at"] = _presented_at(values, opened_at)
    return {fact: settled.get(fact) or "not_known" for fact in SETTLED_BY_THE_CARD}


def _presented_at(values: Mapping[str, Any], opened_at: datetime) -> str | int | None:
    """Of an earlier day only the day is known. It is taken from its first minute in the office,
    so that nothing seems less late than it is."""
    today = opened_at.astimezone(LONDON).date()
    at, on = as_json(values.get("asked_at")), as_json(values.get("asked_on"))
    match values.get("asked"):
        case "now":
            moment = opened_at
        case "today" if at:
            moment = datetime.combine(today, time.fromisoformat(at), LONDON)
        case "before" if on:
            moment = datetime.combine(date.fromisoformat(on), time(9), LONDON)
        case _:
            return None
    return write_value(moment)
