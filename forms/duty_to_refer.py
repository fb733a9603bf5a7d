"""The notice to a housing authority: what they are asked, and what is recorded about it."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from wtforms.validators import StopValidation, ValidationError

from forms.case import offer
from forms.fields import (
    DateParts,
    OneOf,
    Option,
    QuestionForm,
    ShortText,
    Words,
    YesNoNotKnown,
)
from protocol.catalogue import services
from rules.calendar import LONDON
from thresholds.housing_authorities import HousingAuthorities

NOT_KNOWN = Option("not_known", "Not known yet")
CAME = next(fact for fact in services.ASKED if fact.id == "entry_route")
HOMELESS, THREATENED = "homeless", "threatened"
SHORTEST_TELLING = 4
"""Letters of a place's name below which it says nothing about where somebody sleeps."""


class AnswerForm(QuestionForm):
    """What they answered. Only consent has to be answered: the rest can wait, and is asked of
    nobody who says no."""

    came = OneOf(
        str(CAME.question),
        (
            Option("housing_options", "Through Housing Options"),
            Option("family_services", "To Family Services"),
            Option("emergency_duty_team", "Through the Emergency Duty Team"),
            Option("another_agency", "Another agency told us about them"),
            NOT_KNOWN,
        ),
        why=CAME.why,
    )
    consents = OneOf(
        "Do they consent to a notice to a housing authority?",
        (("yes", "Yes"), ("no", "No")),
        hint="Ask it apart from everything else. They can say no, and nothing else changes.",
        why="A notice needs their consent. A yes to anything else is not a yes to this.",
        error="Select whether they consent",
    )
    authority = ShortText(
        "Which housing authority in England do they choose?",
        hint="Type its name, for example Barnet. It can be any borough, district or city. Leave it "
        "blank if they have not chosen yet.",
        why="It is their choice, wherever they live now.",
        noun="The name of the authority",
        max_length=100,
        width=30,
    )
    meant = OneOf("Which of these do they choose?", (), hint="Or type the name again above")
    agrees = YesNoNotKnown(
        "Do they agree that the authority gets their contact details?",
        why="Without them nobody can get in touch, and there is no notice.",
    )
    contact = Words(
        "Which contact details may be shared?",
        hint="Only what they agree to, and how it is safe to use it. For example: a text to "
        "07700 900123, after 4pm, no voicemail. Never where they sleep, and nothing about their "
        "family.",
        noun="The contact details",
        max_length=300,
        rows=2,
    )
    reason = OneOf(
        "Why is the authority told?",
        (
            Option(HOMELESS, "They are homeless"),
            Option(THREATENED, "They may lose their home within 56 days"),
        ),
        hint="Nothing more is said about why",
    )

    def __init__(
        self, *, authorities: HousingAuthorities, hidden: Iterable[str] = (), **kwargs: Any
    ) -> None:
        """``hidden`` are the places where they sleep or have slept, as they were written down."""
        super().__init__(**kwargs)
        self.authorities = authorities
        self.hidden = [place.casefold() for place in hidden if len(place) >= SHORTEST_TELLING]
        typed = self.authority.data or ""
        self.exact = authorities.named(typed)
        if typed and not self.exact:
            offer(self.meant, {name: name for name in authorities.like(typed)})
        else:
            self.meant.set_aside()

    @property
    def chosen(self) -> str | None:
        """The authority they chose, by its name."""
        meant: str | None = self.meant.data
        return self.exact or meant

    @property
    def refused(self) -> bool:
        return bool(self.consents.data == "no")

    def validate(self, extra_validators: Any = None) -> bool:
        if self.refused:
            for field in (self.authority, self.meant, self.agrees, self.contact, self.reason):
                field.set_aside()
            self.exact = None
        if self.consents.data == "yes":
            self.reason.error = "Select why the authority is told"
        if self.agrees.data == "yes":
            self.contact.error = "Enter which contact details may be shared"
        return bool(super().validate(extra_validators))

    def validate_authority(self, field: Any) -> None:
        if not field.data or self.chosen or self.meant.process_errors:
            return
        if self.authorities.is_county(field.data):
            raise ValidationError(
                "A county council is not a housing authority. Select one of its districts"
            )
        if self.meant.options:
            raise ValidationError(
                "No housing authority in England is called that. Select one that is like it, or "
                "type the name again"
            )
        raise ValidationError("No housing authority in England is called that. Check the spelling")

    def validate_contact(self, field: Any) -> None:
        if any(place in (field.data or "").casefold() for place in self.hidden):
            raise ValidationError(
                "The contact details must not say where they sleep. Enter another way to reach them"
            )


def when(question: str) -> Any:
    options = (Option("today", "Today"), Option("before", "Before today", reveals="day"))
    return OneOf(question, options, error="Select when that was")


def earlier_day() -> Any:
    return DateParts(
        "Which day was it?", noun="The day", must_be="in the past", error="Enter the day"
    )


class DayForm(QuestionForm):
    """Something that happened today, or on a day before: ``on`` says which, and ``day``."""

    day: Any

    @property
    def moment(self) -> datetime | None:
        """Noon of an earlier day; nothing for today, which is when it is recorded."""
        return datetime.combine(self.day.data, time(12), LONDON) if self.day.data else None

    @property
    def which_day(self) -> date:
        return self.day.data or self.today


class SentForm(DayForm):
    how = OneOf(
        "How was it sent?",
        (
            Option("email", "By e-mail"),
            Option("online", "On the authority's online form"),
            Option("post", "By post, or handed in"),
        ),
        error="Select how it was sent",
    )
    to = ShortText(
        "Where did it go to?",
        hint="The e-mail address, the online form or the office",
        noun="Where it went",
        error="Enter where it went to",
        max_length=200,
        width=30,
    )
    on = when("When was it sent?")
    day = earlier_day()

    def validate_to(self, field: Any) -> None:
        if self.how.data == "email" and "@" not in (field.data or ""):
            raise StopValidation("Enter an e-mail address, for example homes@council.example")


class AcknowledgedForm(DayForm):
    by = ShortText(
        "Who at the authority has acknowledged it?",
        hint="A name, a team or an automatic reply",
        noun="Who acknowledged it",
        error="Enter who has acknowledged it",
        max_length=100,
    )
    reference = ShortText(
        "Their reference (optional)", noun="Their reference", max_length=100, width=10
    )
    on = when("When was that?")
    day = earlier_day()


class OutcomeForm(DayForm):
    outcome = OneOf(
        "What has the authority decided?",
        (
            Option(
                "prevention",
                "It owes the prevention duty",
                "To help them keep a home, under section 195 of the Housing Act 1996",
            ),
            Option(
                "relief",
                "It owes the relief duty",
                "To help them find a home, under section 189B of the Housing Act 1996",
            ),
            Option("no_duty", "It owes no duty", reveals="why_no_duty"),
        ),
        error="Select what the authority has decided",
    )
    why_no_duty = OneOf(
        "Why does it owe no duty?",
        (
            Option("not_homeless", "It finds them neither homeless nor threatened with it"),
            Option("not_eligible", "It finds them not eligible"),
            Option("not_reached", "It could not get in touch with them"),
            Option("not_wanted", "They do not want its help"),
            Option("childrens_duty", "It leaves it to children's services"),
            Option("other", "Something else"),
        ),
        error="Select why it owes no duty",
    )
    on = when("When did it decide?")
    day = earlier_day()
    words = Words(
        "What else did the authority say? (optional)",
        hint="The young person may read this",
        noun="What it said",
        max_length=2000,
        rows=3,
    )


class EndedForm(DayForm):
    why = OneOf(
        "Why did the duty end?",
        (
            Option(
                "suits_six_months",
                "They have somewhere suitable to live for at least six months",
            ),
            Option("homeless", "They became homeless: prevention is over, and relief is owed"),
            Option("56_days", "56 days went by"),
            Option("refused", "They refused somewhere suitable for at least six months"),
            Option("not_cooperating", "The authority gave notice that they do not cooperate"),
            Option("not_wanted", "They do not want its help any more"),
            Option("other", "Something else"),
        ),
        error="Select why the duty ended",
    )
    on = when("When did it end?")
    day = earlier_day()
    words = Words(
        "What did the authority write? (optional)",
        hint="The young person may read this",
        noun="What it wrote",
        max_length=2000,
        rows=3,
    )


class WithdrawnForm(QuestionForm):
    reason = OneOf(
        "Why is it withdrawn?",
        (
            Option("no_consent", "They do not want it any more"),
            Option("unsafe", "It could put them in danger"),
            Option("wrong_authority", "It is for the wrong authority"),
            Option("not_needed", "They are neither homeless nor about to be any more"),
            Option("other", "Something else"),
        ),
        error="Select why it is withdrawn",
    )
    words = Words(
        "What happened?",
        hint="The young person may read this",
        noun="What happened",
        error="Enter what happened",
        max_length=2000,
        rows=3,
    )
