"""How long there is for what follows a decision: to be received, to be told, to be answered."""

import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

import thresholds
from rules.calendar import Clockwork, Deadline, OfficeHours, london
from rules.calendar import due as runs_out
from rules.numbers import NothingInForce
from thresholds.bands import Limit

FILE = Path(__file__).parent / "continuum" / "after_decision.toml"

RECEIVED, TELL_REFERRER, LATE_CHECK = "hand_on_received", "tell_referrer", "late_check"

_LIMITS = TypeAdapter(dict[str, tuple[Limit, ...]])


def limit(name: str, start: datetime) -> Limit:
    """The one in force on the day it starts. Raises NothingInForce before the first, and KeyError
    for a name there is none of."""
    day = london(start).date()
    started = [each for each in _read()[name] if each.in_force_from <= day]
    if not started:
        raise NothingInForce(f"no time limit for {name} was in force on {day}")
    return max(started, key=lambda each: each.in_force_from)


def latest() -> dict[str, Limit]:
    """Every limit as it is last known, by name."""
    return {name: max(all, key=lambda each: each.in_force_from) for name, all in _read().items()}


def ends(name: str, start: datetime) -> datetime:
    """When it is over, in London time. Raises ``rules.calendar.BeyondHorizon`` as well."""
    found = limit(name, start)
    clockwork = Clockwork(thresholds.bank_holidays(), _no_hours, found.value)
    end = runs_out(Deadline(name, found.unit, found.words), start, clockwork)
    assert end is not None  # only a limit without a unit has no end
    return end


def in_words(name: str, start: datetime) -> str:
    """“Within 1 working day (our default)”."""
    found = limit(name, start)
    ours = "" if found.confirmed or not found.source.startswith("Default") else " (our default)"
    return f"Within {found.words}{ours}"


@cache
def _read() -> dict[str, tuple[Limit, ...]]:
    return _LIMITS.validate_python(tomllib.loads(FILE.read_text()))


def _no_hours() -> OfficeHours:
    raise AssertionError("these limits do not ask for opening hours")
