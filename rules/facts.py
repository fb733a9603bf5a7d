"""What can be known: the fact catalogue, and how a value from outside is read."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from rules.answers import NOT_KNOWN, Answer
from rules.calendar import LONDON

YEARS = range(1900, 2200)

Value = Answer | str | int | date | datetime
"""A fact's value: an answer, a choice's option, a whole number, a day or a moment.

``NOT_KNOWN`` stands for not known in every kind.
"""


class Kind(Enum):
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"


class FactError(ValueError):
    """A value that cannot be read. ``field`` names the fact it was given for."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


@dataclass(frozen=True)
class Option:
    """One answer of a choice, and the statement it makes."""

    id: str
    says: str


@dataclass(frozen=True)
class Fact:
    """One thing that can be known.

    ``question`` is what is asked and ``why`` why it is asked. ``says`` is the statement that a
    yes makes true and ``says_not`` the one that a no makes true; a fact of another kind is only
    named by ``says`` ("their age"). ``who`` may determine it.
    ``unsettled`` are options of a choice that mean not known to rules. ``operator`` names how
    a fact that nobody is asked is worked out (see ``rules/operators.py``), and ``of`` from what.
    """

    id: str
    kind: Kind
    says: str
    says_not: str = ""
    question: str = ""
    why: str = ""
    who: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    unsettled: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    operator: str = ""
    of: str = ""

    @property
    def unknown(self) -> str:
        """Completes "it is not known …"."""
        return f"whether {self.says}" if self.kind is Kind.YES_NO else self.says


def read_value(fact: Fact, raw: Any) -> Value:
    """One value from JSON, checked against the catalogue.

    Yes/no facts are "yes", "no" or "not_known"; dates are ISO days, moments ISO times with an
    offset; numbers are whole and not below nought. ``None`` and "not_known" mean not known.
    Raises FactError naming the fact.
    """
    if raw is None or raw == NOT_KNOWN.value:
        return NOT_KNOWN
    return _READERS[fact.kind](fact, raw)


def write_value(value: Value) -> str | int:
    """The value as JSON holds it; the inverse of ``read_value``."""
    if isinstance(value, Answer):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def _answer(fact: Fact, raw: Any) -> Value:
    if raw not in ("yes", "no") or not isinstance(raw, str):
        raise FactError(fact.id, 'must be "yes", "no" or "not_known"')
    return Answer(raw)


def _choice(fact: Fact, raw: Any) -> Value:
    options = [option.id for option in fact.options]
    if raw not in options:
        raise FactError(fact.id, f"must be one of {', '.join(options)} or not_known")
    return str(raw)


def _number(fact: Fact, raw: Any) -> Value:
    if not isinstance(raw, int) or isinstance(raw, bool) or not 0 <= raw < 1_000_000:
        raise FactError(fact.id, "must be a whole number, 0 or more")
    return raw


def _date(fact: Fact, raw: Any) -> Value:
    try:
        day = date.fromisoformat(raw)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != raw or day.year not in YEARS:
        raise FactError(fact.id, "must be a real date like 2009-03-27")
    return day


def _moment(fact: Fact, raw: Any) -> Value:
    return read_moment(fact.id, raw)


def read_moment(field: str, raw: Any) -> datetime:
    """A moment from ISO text. Without an offset it is London's time.

    Raises FactError naming the field, also for a day without a time.
    """
    try:
        moment = datetime.fromisoformat(raw)
    except (TypeError, ValueError):
        moment = None
    if moment is None or len(raw) <= len("2026-05-22") or moment.year not in YEARS:
        raise FactError(field, "must be a date and a time like 2026-05-22T16:50+01:00")
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


_READERS = {
    Kind.YES_NO: _answer,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
}
