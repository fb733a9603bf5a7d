"""The questions this service can ask, each drawn the GOV.UK way.

Every question takes:

``error``  what to say when it is not answered. Without one it may be left blank.
``hint``   a line of help below the question.
``why``    why it is asked, in words the young person could read. Shown when opened.

Its ``data`` is nothing until it is answered. Whatever is posted, a question either has an answer
it could have been given, or an error; it never raises.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar, Literal, NamedTuple, NoReturn

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectChoice, SelectMultipleField
from wtforms.validators import StopValidation

from forms.typed import first_shown, month, number, only_text, shown
from forms.widgets import (
    Checkboxes,
    DateBoxes,
    MomentBoxes,
    PasswordBox,
    Radios,
    TextArea,
    TextBox,
)
from rules.calendar import LONDON

FROM_REQUEST = object()


class QuestionForm(FlaskForm):
    """One page of questions. ``today`` is passed in for dates that must lie before it."""

    def __init__(
        self, formdata: Any = FROM_REQUEST, *, today: date | None = None, **kwargs: Any
    ) -> None:
        self._today = today
        if formdata is FROM_REQUEST:
            # Only what a page of ours can post. Flask-WTF would also take files and JSON, whose
            # values are not text.
            formdata = request.form if self.is_submitted() else None
        super().__init__(formdata=formdata, **kwargs)

    @property
    def today(self) -> date:
        if self._today is None:
            raise TypeError(f"{type(self).__name__} has to be told what day it is: pass today")
        return self._today

    def questions(self) -> dict[str, Field]:
        """Every question, by name."""
        return {field.name: field for field in self if field.short_name != "csrf_token"}

    def standing_alone(self) -> list[Field]:
        """The questions in order, without those drawn under an answer to another."""
        revealed = {id(field) for _, _, field in self._revealed()}
        return [field for field in self.questions().values() if id(field) not in revealed]

    def validate(self, extra_validators: Any = None) -> bool:
        for chooser, option, field in self._revealed():
            if chooser.data != option.value:
                field.set_aside()
        return bool(super().validate(extra_validators))

    def error_summary(self) -> dict[str, Any]:
        """What govukErrorSummary needs, in the order of the page."""
        errors: list[dict[str, str]] = [
            {"text": field.errors[0], "href": f"#{field.first_wrong_control}"}
            for field in self.questions().values()
            if field.errors
        ]
        errors += [{"text": text} for text in self.form_errors]
        if "csrf_token" in self.errors:
            errors.append({"text": "This page was open for too long. Check it and save it again"})
        return {"titleText": "There is a problem", "errorList": errors}

    def _revealed(self) -> list[tuple[Any, "Option", Any]]:
        return [
            (field, option, field.revealed_by(option))
            for field in self.questions().values()
            for option in getattr(field, "options", ())
            if option.reveals
        ]


class Option(NamedTuple):
    """One answer to choose. ``reveals`` names the question asked only of those who choose it.

    ``alone`` is for "None of these": it cannot be ticked with anything else.
    """

    value: str
    label: str
    hint: str = ""
    reveals: str = ""
    alone: bool = False


class Question:
    """What all questions share. Mixed into a WTForms field."""

    data: Any
    id: str
    autocomplete = "off"  # it is nearly always about somebody else

    def __init__(
        self, question: str, *, error: str = "", hint: str = "", why: str = "", **kwargs: Any
    ) -> None:
        self.error = error
        self.why = why
        super().__init__(question, description=hint, **kwargs)  # type: ignore[call-arg]

    @property
    def first_wrong_control(self) -> str:
        """The id of the control to go to from the error summary."""
        return self.id

    def set_aside(self) -> None:
        """Take no notice of what was posted, because the question was not asked."""
        self.data = None
        self.process_errors: list[str] = []
        self.error = ""

    def pre_validate(self, form: QuestionForm) -> None:
        if self.process_errors:
            raise StopValidation()
        if self.data is None:
            raise StopValidation(self.error)


class OneOf(Question, RadioField):
    """Radios. Nothing is chosen beforehand.

    Options are ``Option``s, or tuples of value, label and perhaps a hint.
    """

    widget = Radios()
    side_by_side = False

    def __init__(
        self, question: str, options: Iterable[Option | tuple[str, ...]], **kwargs: Any
    ) -> None:
        self.options = [Option(*option) for option in options]
        choices = [SelectChoice(option.value, option.label) for option in self.options]
        super().__init__(question, choices=choices, **kwargs)

    def process_formdata(self, posted: list[Any]) -> None:
        self.data = None
        if not posted:
            return
        if len(posted) > 1 or posted[0] not in [option.value for option in self.options]:
            raise ValueError(self.error or "Select one of the answers shown")
        self.data = posted[0]

    def revealed_by(self, option: Option) -> Any:
        return self._form[option.reveals]


class YesNoNotKnown(OneOf):
    """A fact. Its values are those of ``rules.answers.Answer``."""

    side_by_side = True

    def __init__(self, question: str, **kwargs: Any) -> None:
        super().__init__(
            question,
            [("yes", "Yes"), ("no", "No"), ("not_known", "Not known yet")],
            **kwargs,
        )


class Ticks(Question, SelectMultipleField):
    """Checkboxes. Its data is the list of values ticked."""

    widget = Checkboxes()

    def __init__(
        self, question: str, options: Iterable[Option | tuple[str, ...]], **kwargs: Any
    ) -> None:
        self.options = [Option(*option) for option in options]
        choices = [SelectChoice(option.value, option.label) for option in self.options]
        super().__init__(question, choices=choices, **kwargs)

    def process_data(self, value: Iterable[str] | None) -> None:
        self.data = list(value) if value else None

    def process_formdata(self, posted: list[Any]) -> None:
        ticked = [option for option in self.options if option.value in posted]
        self.data = [option.value for option in ticked] or None
        if any(value not in (self.data or ()) for value in posted):
            raise ValueError(self.error or "Select from the answers shown")
        for option in ticked:
            if option.alone and len(ticked) > 1:
                raise ValueError(f"Select the answers that apply, or select “{option.label}”")


class Text(Question, Field):
    """Words typed by the worker. What cannot be shown on a page is refused."""

    max_length = 200

    def __init__(self, question: str, *, noun: str = "Your answer", **kwargs: Any) -> None:
        """``noun`` begins the error message: "*Address* must be 200 characters or fewer"."""
        self.noun = noun
        super().__init__(question, **kwargs)

    def process_formdata(self, posted: list[Any]) -> None:
        self.data = None
        text = only_text(posted)
        if shown(text) != text:
            raise ValueError(f"{self.noun} must not include characters that cannot be shown")
        text = self.tidied(text)
        if len(text) > self.max_length:
            raise ValueError(f"{self.noun} must be {self.max_length:,} characters or fewer")
        self.data = self.understood(text) if text else None

    def tidied(self, text: str) -> str:
        return text.strip()

    def understood(self, text: str) -> Any:
        """The answer in these words. Raises ValueError, with the message, if there is none."""
        return text

    def _value(self) -> str:
        """What was typed, even where it was wrong."""
        if self.raw_data is not None:
            return first_shown(self.raw_data)
        return "" if self.data is None else self.as_typed(self.data)

    def as_typed(self, data: Any) -> str:
        return str(data)


class ShortText(Text):
    """A name, a reference or a few words, on one line."""

    widget = TextBox()
    inputmode = None

    def __init__(
        self,
        question: str,
        *,
        max_length: int = 200,
        width: Literal[3, 4, 5, 10, 20, 30] = 20,
        autocomplete: str = "off",
        **kwargs: Any,
    ) -> None:
        self.max_length = max_length
        self.width = width
        self.autocomplete = autocomplete
        super().__init__(question, **kwargs)

    def tidied(self, text: str) -> str:
        return " ".join(text.split())


class Words(Text):
    """Somebody's own words, over several lines."""

    widget = TextArea()

    def __init__(
        self, question: str, *, max_length: int = 4000, rows: int = 5, **kwargs: Any
    ) -> None:
        self.max_length = max_length
        self.rows = rows
        super().__init__(question, **kwargs)


class TimeOfDay(Text):
    """A time by the 24-hour clock. Its data is a ``datetime.time``."""

    widget = TextBox()
    inputmode = None  # a numeric keypad has no colon
    width = 5

    def __init__(
        self,
        question: str,
        *,
        hint: str = "Use the 24-hour clock, for example 23:15",
        **kwargs: Any,
    ) -> None:
        super().__init__(question, hint=hint, **kwargs)

    def process_data(self, value: time | str | None) -> None:
        self.data = time.fromisoformat(value) if isinstance(value, str) else value

    def understood(self, text: str) -> time:
        try:
            return clock_time(text)
        except ValueError:
            raise ValueError(
                "Enter a time by the 24-hour clock, for example 09:30 or 23:15"
            ) from None

    def as_typed(self, data: time) -> str:
        return f"{data:%H:%M}"


class Password(Question, Field):
    """A password, exactly as typed. It is never sent back to the page."""

    widget = PasswordBox()
    max_length = 1000  # hashing takes longer the longer it is

    def __init__(
        self, question: str, *, autocomplete: str = "current-password", **kwargs: Any
    ) -> None:
        self.autocomplete = autocomplete
        super().__init__(question, **kwargs)

    def process_formdata(self, posted: list[Any]) -> None:
        self.data = None
        text = only_text(posted)
        if shown(text) != text or len(text) > self.max_length:
            raise ValueError("Enter your password again")
        self.data = text or None

    def _value(self) -> str:
        return ""


class DateParts(Question, Field):
    """A date in three boxes. Its data is a ``datetime.date``.

    ``noun`` begins the error message: "*Date of the visit* must include a year".
    """

    widget = DateBoxes()
    PARTS: ClassVar[tuple[str, ...]] = ("day", "month", "year")
    FIRST_YEAR, LAST_YEAR = 1900, 2100

    def __init__(
        self,
        question: str,
        *,
        noun: str = "Date",
        must_be: Literal["", "in the past", "today or in the past", "today or in the future"] = "",
        **kwargs: Any,
    ) -> None:
        self.noun = noun
        self.must_be = must_be
        self.wrong_parts: Sequence[str] = self.PARTS
        super().__init__(question, **kwargs)
        self.today = self._form.today if must_be else None

    @property
    def first_wrong_control(self) -> str:
        """A box, because the group of three cannot take focus."""
        return f"{self.id}-{self.wrong_parts[0]}"

    @property
    def typed(self) -> list[str]:
        """What stands in the three boxes, even where it was wrong."""
        if self.raw_data is not None:
            parts = [first_shown([part]) for part in self.raw_data]
            return (parts + [""] * len(self.PARTS))[: len(self.PARTS)]
        if self.data is not None:
            return self.as_typed()
        return [""] * len(self.PARTS)

    def as_typed(self) -> list[str]:
        return [str(part) for part in (self.data.day, self.data.month, self.data.year)]

    def process_data(self, value: Any) -> None:
        self.data = date.fromisoformat(value) if isinstance(value, str) else value

    def process_formdata(self, posted: list[Any]) -> None:
        self.data = None
        parts = [part.strip() for part in self.typed]
        if not any(parts):
            return
        missing = [name for name, part in zip(self.PARTS, parts, strict=True) if not part]
        if missing:
            self._refuse(f"must include a {' and '.join(missing)}", missing)
        if len(posted) > len(parts) or parts != [part.strip() for part in posted]:
            self._refuse("must be a real date")  # something more was posted than can be shown
        self.data = self.put_together(*parts)

    def put_together(self, *parts: str) -> Any:
        return self._date(*parts)

    def _date(self, day_typed: str, month_typed: str, year_typed: str) -> date:
        if re.fullmatch("[0-9]+", year_typed) and len(year_typed) != 4:
            self._refuse("must have a year of 4 numbers", ["year"])
        if not re.fullmatch("[0-9]{4}", year_typed):
            self._refuse("must be a real date")
        year = int(year_typed)
        if not self.FIRST_YEAR <= year <= self.LAST_YEAR:
            self._refuse(
                f"must have a year between {self.FIRST_YEAR} and {self.LAST_YEAR}", ["year"]
            )
        try:
            return date(year, month(month_typed), number(day_typed))
        except ValueError:
            self._refuse("must be a real date")

    def pre_validate(self, form: QuestionForm) -> None:
        super().pre_validate(form)
        wrong = {
            "in the past": lambda: self.data >= self.today,
            "today or in the past": lambda: self.data > self.today,
            "today or in the future": lambda: self.data < self.today,
        }
        if self.must_be and wrong[self.must_be]():
            raise StopValidation(f"{self.noun} must be {self.must_be}")

    def _refuse(self, what: str, wrong_parts: Sequence[str] = PARTS) -> NoReturn:
        self.wrong_parts = wrong_parts
        raise ValueError(f"{self.noun} {what}")

    def _value(self) -> str:
        return ""


class Moment(DateParts):
    """A day and a time in four boxes, in London. Its data is a ``datetime`` with its zone.

    An hour that comes twice when the clocks go back is the first of the two.
    """

    widget = MomentBoxes()
    PARTS: ClassVar[tuple[str, ...]] = ("day", "month", "year", "time")

    def __init__(
        self,
        question: str,
        *,
        noun: str = "Date and time",
        hint: str = "For example, 27 3 2026 at 23:15. If nobody knows the time, give your best "
        "estimate",
        may_be_later: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(question, noun=noun, hint=hint, **kwargs)
        self.now = None if may_be_later else self._form.now

    def as_typed(self) -> list[str]:
        return [*super().as_typed(), f"{self.data:%H:%M}"]

    def process_data(self, value: Any) -> None:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        self.data = moment and moment.astimezone(LONDON)

    def put_together(self, *parts: str) -> datetime:
        day = self._date(*parts[:3])
        try:
            at = clock_time(parts[3])
        except ValueError:
            self._refuse("must have a time by the 24-hour clock, for example 09:30", ["time"])
        return datetime.combine(day, at, LONDON)

    def pre_validate(self, form: QuestionForm) -> None:
        super().pre_validate(form)
        if self.now and self.data > self.now:
            raise StopValidation(f"{self.noun} must not be later than now")


def clock_time(text: str) -> time:
    """A time by the 24-hour clock, as people write it. ValueError for what is none."""
    match = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})|([0-9]{2})([0-9]{2})", text)
    if match is None:
        raise ValueError(f"{text!r} is no time")
    hour, minute = (int(part) for part in match.groups() if part)
    return time(hour, minute)


class DateOfBirth(DateParts):
    def __init__(self, question: str, **kwargs: Any) -> None:
        options = {
            "error": "Enter the date of birth",
            "hint": "For example, 27 3 2009",
            "noun": "Date of birth",
            "must_be": "in the past",
        }
        super().__init__(question, **options | kwargs)
