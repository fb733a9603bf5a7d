"""Numbers with a date, a unit and a source. Old values stay, to explain old advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


class NothingInForce(LookupError):
    """No value had taken effect on the day asked about. Never borrowed from another year."""


@dataclass(frozen=True)
class DatedNumber:
    in_force_from: date
    value: int
    unit: str
    source: str
    checked_on: date | None = None
    note: str = ""


Numbers = Mapping[str, tuple[DatedNumber, ...]]


def in_force(numbers: Numbers, name: str, on: date) -> DatedNumber:
    """The number that applied on a given day. Raises NothingInForce."""
    started = [number for number in numbers[name] if number.in_force_from <= on]
    if not started:
        raise NothingInForce(f"no value of {name} was in force on {on}")
    return max(started, key=lambda number: number.in_force_from)
