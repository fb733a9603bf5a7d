"""Every value a council confirms, one by one, each named by what it says."""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from thresholds.bands import LIMITS, authority, bands
from thresholds.indicators import INDICATORS

CONTINUUM = Path(__file__).parent / "continuum"

NAMES = {
    "referral": "Any contact treated as a referral",
    "measure": "The published measure",
    "repeat_contacts": "Contact after contact",
    "recent_days": "Back soon",
}


@dataclass(frozen=True)
class ThresholdValue:
    """``name`` is what it is about and ``says`` the value in words. ``confirmed`` is what the file
    says; people confirm in the service, by ``hash``."""

    id: str
    name: str
    says: str
    source: str
    note: str = ""
    confirmed: bool = False

    @property
    def hash(self) -> str:
        """Names this value: another one, or other words, is to be confirmed anew."""
        named = json.dumps([self.id, self.name, self.says], ensure_ascii=False)
        return hashlib.sha256(named.encode()).hexdigest()


def values(authority_name: str | None = None) -> tuple[ThresholdValue, ...]:
    """Limits, what each band means, the numbers of the patterns, and every indicator's level."""
    return (*_limits(authority_name), *_meanings(), *_numbers(), *_indicators())


def _limits(authority_name: str | None) -> list[ThresholdValue]:
    council = authority(authority_name)
    named = {band.id: band.name for band in bands(authority_name)} | NAMES
    found = []
    for name in LIMITS:
        limit = council.limit(name)
        found.append(
            ThresholdValue(f"limit-{name}", named[name], limit.words, limit.source, limit.note,
                           limit.confirmed)
        )  # fmt: skip
    return found


def _meanings() -> list[ThresholdValue]:
    source = str(_read("levels.toml")["source"])
    return [
        ThresholdValue(
            f"band-{band.id}",
            band.name,
            f"Level {band.level}, {band.level_name}: {band.says}",
            source,
        )
        for band in bands()
    ]


def _numbers() -> list[ThresholdValue]:
    last = {name: history[-1] for name, history in _read("numbers.toml").items()}
    return [
        ThresholdValue(
            f"number-{name}",
            NAMES[name],
            f"{each['value']} {each['unit']}",
            each["source"],
            each["note"],
        )
        for name, each in last.items()
    ]


def _indicators() -> list[ThresholdValue]:
    return [
        ThresholdValue(f"indicator-{i.id}", i.words, f"Level {i.level}", i.source)
        for i in INDICATORS
    ]


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTINUUM / name).read_text())
