"""What somebody tells MASH: how it came, what was said, and of which child."""

from datetime import date, datetime, timedelta
from typing import Any

from wtforms.validators import ValidationError

from forms.fields import (
    DateOfBirth,
    Moment,
    OneOf,
    Option,
    QuestionForm,
    ShortText,
    Ticks,
    Words,
    YesNoNotKnown,
)
from forms.people import WhoIsIt
from rules.calendar import LONDON
from thresholds.choices import SOURCE_GROUPS

ROUTES = (
    Option("phone", "By phone"),
    Option("email", "By e-mail"),
    Option("form", "On a referral form"),
    Option("police", "A police notification"),
)

# What was told → the rating's fact of it. What is not ticked was not told, and is not known.
TOLD = (
    Option("homeless", "They have no safe, settled home, or may lose it"),
    Option("abuse_or_violence", "Abuse or violence"),
    Option("exploitation_or_gang_risk", "Exploitation, or danger from a gang"),
    Option("pregnant_or_parenting", "They are pregnant, or have a child of their own"),
)

OLDEST = 25

LONGEST_AGO = timedelta(days=365)
"""Ours: what was told longer ago than that is a mistyped year, and no clock could be right."""


class HarmForm(QuestionForm):
    """Nothing of it has to be answered."""

    told_by = ShortText(
        "Who told us?", hint="You can leave both blank", noun="Who told us", max_length=100
    )
    words = Words("What is happening?", noun="What is happening", max_length=2000, rows=2)


class HarmWordsForm(QuestionForm):
    """The same of a child who is on record already."""

    words = Words(
        "What is happening?",
        hint="You can leave it blank: the team is told all the same",
        noun="What is happening",
        max_length=2000,
        rows=3,
    )


class ToldForm(QuestionForm):
    """What was told, at or before the moment ``now``."""

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:
        self.now = now.astimezone(LONDON)
        super().__init__(today=self.now.date(), **kwargs)


class ArrivalForm(ToldForm):
    """How a contact came, and what was said."""

    route = OneOf("How did it come?", ROUTES, error="Select how it came")
    received_at = Moment(
        "When were we told?",
        noun="When we were told",
        error="Enter when we were told",
        hint="For example, 27 3 2026 at 23:15. The clock runs from then, not from when you write "
        "it down",
    )
    source_group = OneOf(
        "Who told us?",
        [
            Option(id, "Not known" if id == "missing" else words, hint)
            for id, words, hint in SOURCE_GROUPS
        ],
        error="Select who told us, or that it is not known",
    )
    agency = ShortText(
        "Which agency?",
        hint="For example, the school, the ward or the police team",
        noun="The agency",
        max_length=200,
        width=30,
    )
    told_by = ShortText(
        "Their name and job",
        hint="Leave it blank if they did not say",
        noun="Their name and job",
        max_length=100,
        width=30,
    )
    contact_details = ShortText(
        "How can we reach them?",
        hint="We tell them what we decided. Never give it to the family",
        noun="How we can reach them",
        max_length=200,
        width=30,
    )
    their_reference = ShortText(
        "Their reference", hint="For example, of the police", noun="Their reference", max_length=60
    )
    says = Words(
        "What did they tell us?",
        hint="In their words. The young person may read this",
        noun="What they told us",
        error="Enter what they told us",
    )
    young_person_knows = YesNoNotKnown(
        "Does the child or young person know that we were told?",
        why="They are told what we do with it, unless that would put them in danger.",
    )

    def validate_received_at(self, field: Any) -> None:
        if field.data < self.now - LONGEST_AGO:
            raise ValidationError("When we were told must be within the last year")


class ChildForm(ToldForm):
    """Which child, and whether they are safe now. All of it may be left blank."""

    name = ShortText(
        "What is their name?",
        hint="And what else they are called, if it was said. Leave it blank if nobody knows",
        noun="The name",
        max_length=100,
        width=30,
    )
    age_known = OneOf(
        "How old are they?",
        (
            Option("date_of_birth", "I have their date of birth", reveals="date_of_birth"),
            Option("about", "I know about how old they are", reveals="age"),
            Option("not_known", "Not known yet"),
        ),
    )
    date_of_birth = DateOfBirth("What is their date of birth?", must_be="today or in the past")
    age = ShortText(
        "About how old, in years?",
        hint="0 for a baby under one",
        noun="The age",
        error="Enter about how old they are, or select “Not known yet”",
        width=3,
    )
    where = ShortText(
        "Where are they now?",
        hint="An address, a school, a hospital, or that nobody knows",
        noun="Where they are",
        max_length=200,
        width=30,
    )
    safe_tonight = YesNoNotKnown("Do they have somewhere safe to sleep tonight?")
    harm_now = YesNoNotKnown(
        "Is somebody harming them now, or about to?",
        hint="If you answer yes, the assessment team is told when you save. The button is quicker",
    )
    missing_now = YesNoNotKnown("Are they missing?")
    told = Ticks("Were we told of any of these?", TOLD, hint="Select all that apply")
    who = WhoIsIt()

    def validate(self, extra_validators: Any = None) -> bool:
        """Without JavaScript a date or an age can be typed under an answer nobody selected."""
        for chooser, option, field in self._revealed():
            if chooser.data is None and any(str(part).strip() for part in field.raw_data or []):
                chooser.data = option.value
        return super().validate(extra_validators)

    def validate_age(self, field: Any) -> None:
        if field.data and not (field.data.isascii() and field.data.isdigit() and len(field.data) < 3
                               and int(field.data) <= OLDEST):  # fmt: skip
            raise ValidationError(f"The age must be a whole number from 0 to {OLDEST}")

    def born(self) -> date | None:
        """As far as it can be read now, also while something else is wrong."""
        return self.date_of_birth.data if self.age_known.data in (None, "date_of_birth") else None

    def facts(self) -> dict[str, str]:
        """Fact → ``yes``, ``no`` or ``not_known``. What was not told is not known."""
        turned = {"yes": "no", "no": "yes"}
        found = {
            "nowhere_safe_tonight": turned.get(self.safe_tonight.data or "", "not_known"),
            "harm_now": self.harm_now.data or "not_known",
            "missing_now": self.missing_now.data or "not_known",
        }
        ticked = self.told.data or ()
        return found | {o.value: "yes" if o.value in ticked else "not_known" for o in TOLD}


class ReceivedForm(ArrivalForm, ChildForm):
    """A contact and the first child in it, on one page."""
