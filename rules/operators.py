"""Facts that nobody is asked, worked out from others and from the time passed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rules.answers import NOT_KNOWN, yes_if
from rules.calendar import BankHolidays, OfficeHours, in_office_hours, london
from rules.facts import Fact, FactError, Kind, Value


@dataclass(frozen=True)
class Now:
    """The moment advice is asked for, and the calendar it falls in."""

    on: datetime
    holidays: BankHolidays
    hours: OfficeHours


def derive(facts: tuple[Fact, ...], given: Mapping[str, Value], now: Now) -> dict[str, Value]:
    """The value of every fact of the catalogue that has an operator."""
    return {
        fact.id: OPERATORS[fact.operator](fact.of, given.get(fact.of, NOT_KNOWN), now)
        for fact in facts
        if fact.operator
    }


def _age(of: str, born: Value, now: Now) -> Value:
    """Whole years in London. Born on 29 February, a birthday in other years is 1 March."""
    if not isinstance(born, date):
        return NOT_KNOWN
    today = london(now.on).date()
    if born > today:
        raise FactError(of, "must be in the past")
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _days_until(of: str, day: Value, now: Now) -> Value:
    """Days from today, in London; none for a day that has passed."""
    return max(-_days_gone(day, now), 0) if isinstance(day, date) else NOT_KNOWN


def _days_since(of: str, day: Value, now: Now) -> Value:
    """Days that have passed, in London; none for today and for a day to come."""
    return max(_days_gone(day, now), 0) if isinstance(day, date) else NOT_KNOWN


def _days_gone(day: date, now: Now) -> int:
    return (london(now.on).date() - (london(day).date() if isinstance(day, datetime) else day)).days


def _office_hours_then(of: str, moment: Value, now: Now) -> Value:
    """Whether it began in office hours. When that is not known, it is taken to begin now."""
    if not isinstance(moment, datetime):
        return _office_hours_now(of, moment, now)
    if moment > now.on:
        raise FactError(of, "must not be later than the time of the advice")
    return yes_if(in_office_hours(moment, now.holidays, now.hours))


def _office_hours_now(of: str, value: Value, now: Now) -> Value:
    return yes_if(in_office_hours(now.on, now.holidays, now.hours))


OPERATORS: dict[str, Callable[[str, Value, Now], Value]] = {
    "age": _age,
    "days_until": _days_until,
    "days_since": _days_since,
    "office_hours_then": _office_hours_then,
    "office_hours_now": _office_hours_now,
}

KINDS: dict[str, tuple[Kind, Kind | None]] = {
    "age": (Kind.NUMBER, Kind.DATE),
    "days_until": (Kind.NUMBER, Kind.DATE),
    "days_since": (Kind.NUMBER, Kind.MOMENT),
    "office_hours_then": (Kind.YES_NO, Kind.MOMENT),
    "office_hours_now": (Kind.YES_NO, None),
}
"""Operator → the kind of fact it works out, and the kind it works from."""
