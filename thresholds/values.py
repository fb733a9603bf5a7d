"""Every value a council confirms, one by one, each named by what it says."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from thresholds import after_decision
from thresholds.bands import LIMITS, Authority, authority, bands, standing, value_hash
from thresholds.indicators import INDICATORS, THEMES

CONTINUUM = Path(__file__).parent / "continuum"

NAMES = {
    "referral": "Any contact treated as a referral",
    "measure": "The published measure",
    "repeat_contacts": "Contact after contact",
    "recent_days": "Back soon",
    "hand_on_received": "Confirming that a child handed on has been received",
    "tell_referrer": "Telling whoever told us, once it is decided",
    "late_check": "An agency asked once the time for a decision has passed",
}


ABOUT = {
    "limit": "How soon a contact is decided",
    "band": "What a band means",
    "number": "What counts as a pattern",
    "indicator": "The level an indicator points to",
}
"""What a value is about, by the first part of its id."""


def about(id: str, name: str) -> str:
    """Such as “How soon a contact is decided: Red”."""
    return f"{ABOUT[id.partition('-')[0]]}: {name}"


@dataclass(frozen=True)
class ThresholdValue:
    """``name`` is what it is about and ``says`` the value in words. ``confirmed`` is what the file
    says; people confirm in the service, by ``hash``."""

    council: str
    id: str
    name: str
    says: str
    source: str
    note: str = ""
    confirmed: bool = False

    @property
    def about(self) -> str:
        return about(self.id, self.name)

    @property
    def hash(self) -> str:
        """Names this value: another one, or other words, is to be confirmed anew."""
        return value_hash(self.council, self.id, self.says)


def values(authority_name: str | None = None) -> tuple[ThresholdValue, ...]:
    """Limits, what each band means, the numbers of the patterns, and every indicator's level."""
    council = authority(authority_name)
    return (
        *_limits(council, authority_name),
        *_meanings(council.name),
        *_numbers(council.name),
        *_after_decision(council.name),
        *_indicators(council.name),
    )


def _limits(council: Authority, authority_name: str | None) -> Iterator[ThresholdValue]:
    named = {band.id: band.name for band in bands(authority_name)} | NAMES
    for name in LIMITS:
        limit = council.limit(name)
        confirmed, source = standing(council, name, limit)
        yield ThresholdValue(
            council.name,
            f"limit-{name}",
            named[name],
            limit.words,
            source,
            limit.note,
            confirmed,
        )


def _meanings(council: str) -> Iterator[ThresholdValue]:
    source = str(_read("levels.toml")["source"])
    for band in bands():
        says = f"Level {band.level}, {band.level_name}: {band.says}"
        yield ThresholdValue(council, f"band-{band.id}", band.name, says, source)


def _numbers(council: str) -> Iterator[ThresholdValue]:
    for name, history in _read("numbers.toml").items():
        last = history[-1]
        says = f"{last['value']} {last['unit']}"
        yield ThresholdValue(
            council, f"number-{name}", NAMES[name], says, last["source"], last["note"]
        )


def _after_decision(council: str) -> Iterator[ThresholdValue]:
    for name, limit in after_decision.latest().items():
        yield ThresholdValue(
            council, f"number-{name}", NAMES[name], limit.words, limit.source, limit.note
        )


def _indicators(council: str) -> Iterator[ThresholdValue]:
    for i in INDICATORS:
        name, says = f"{THEMES[i.theme]}, {i.id}", f"Level {i.level}: {i.words}"
        yield ThresholdValue(council, f"indicator-{i.id}", name, says, i.source)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTINUUM / name).read_text())
