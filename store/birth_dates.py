"""How a date of birth goes wrong: day and month swapped, or one digit off."""

from collections.abc import Sequence
from datetime import date
from enum import Enum


class Days(Enum):
    """How two dates of birth compare, most alike first."""

    SAME = "same date of birth"
    SWAPPED = "day and month swapped"
    ONE_DIGIT = "date of birth one digit off"
    NOT_KNOWN = "no date of birth to compare"
    OTHER = "another date of birth"


def compare(one: date | None, other: date | None) -> Days:
    if one is None or other is None:
        return Days.NOT_KNOWN
    if one == other:
        return Days.SAME
    if swapped(one) == other:
        return Days.SWAPPED
    differ = sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True))
    return Days.ONE_DIGIT if differ == 1 else Days.OTHER


def nearest(ones: Sequence[date | None], others: Sequence[date | None]) -> Days:
    """How two compare of whom several dates of birth may be known: by the two most alike."""
    found = {compare(one, other) for one in ones for other in others}
    return next(day for day in Days if day in found)


def swapped(born: date) -> date | None:
    """The date with day and month exchanged, if there is one and it is another."""
    if born.day > 12 or born.day == born.month:
        return None
    return date(born.year, born.day, born.month)


def nearly(born: date) -> tuple[date, ...]:
    """The date, it swapped, and every date one digit off."""
    found = {born, swapped(born)} - {None}
    typed = born.isoformat()
    for place, digit in enumerate(typed):
        for other in "0123456789" if digit.isdigit() else "":
            try:
                found.add(date.fromisoformat(typed[:place] + other + typed[place + 1 :]))
            except ValueError:
                continue
    return tuple(sorted(each for each in found if each))
