"""The four bands of a rating, mildest first: blue, green, amber, red.

The values are a council's, each with its source; unless it has confirmed one, ours stands in.
"""

import hashlib
import json
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from rules.numbers import NothingInForce
from thresholds.folders import UnknownThresholds, folder

LEVELS = Path(__file__).parent / "continuum" / "levels.toml"


@dataclass(frozen=True)
class Band:
    """``says`` what it means and ``shape`` the sign it is drawn with beside its colour.

    ``limit_words`` are how soon a contact with this rating is decided; ``source`` says whether
    the council has confirmed that limit, and where it comes from; so does ``confirmed``.
    """

    id: str
    level: int
    name: str
    level_name: str
    shape: str
    says: str
    limit_words: str
    source: str
    note: str
    confirmed: bool


@dataclass(frozen=True)
class Limit:
    """A time limit as it stood from a day on."""

    in_force_from: date
    value: Annotated[int, Field(ge=1)]
    unit: Literal["hours", "working days"]
    source: str
    note: str = ""
    confirmed: bool = False

    @property
    def words(self) -> str:
        """Such as “4 hours, day and night” or “1 working day”."""
        unit = self.unit if self.value != 1 else self.unit.removesuffix("s")
        return f"{self.value} {unit}{', day and night' * (self.unit == 'hours')}"


@dataclass(frozen=True)
class Authority:
    """A council's folder, read. ``limits`` are band or limit → its values, oldest first."""

    name: str
    limits: dict[str, tuple[Limit, ...]]

    def limit(self, name: str, on: date | None = None) -> Limit:
        """The limit in force on a day; without one, the last there is. Raises NothingInForce for
        a day before the first."""
        started = [each for each in self.limits[name] if on is None or each.in_force_from <= on]
        if not started:
            raise NothingInForce(f"no time limit for {name} was in force on {on}")
        return max(started, key=lambda each: each.in_force_from)


LIMITS = ("red", "amber", "green", "blue", "referral", "measure")
"""What a council's folder has to give: the bands' limits, that of a referral over them all, and
the published measure."""

_HISTORY = TypeAdapter(Annotated[tuple[Limit, ...], Field(min_length=1)])


def authority(name: str | None = None) -> Authority:
    """A council's values, from the folder chosen unless another is named. Raises
    ``thresholds.folders.UnknownThresholds``."""
    return _read(folder(name))


@cache
def _read(place: Path) -> Authority:
    file = place / "bands.toml"
    try:
        raw = tomllib.loads(file.read_text())
        limits = {limit: _HISTORY.validate_python(raw[limit]) for limit in LIMITS}
        return Authority(str(raw["name"]), limits)
    except KeyError as error:
        raise UnknownThresholds(f"{file} gives no {error.args[0]}") from error
    except ValueError as error:  # not TOML, or not a limit
        raise UnknownThresholds(f"{file} cannot be read: {error}") from error


def value_hash(council: str, id: str, says: str) -> str:
    """Names one council's value by what it says: another value, or other words, is confirmed
    anew, and so is another council's."""
    return hashlib.sha256(json.dumps([council, id, says], ensure_ascii=False).encode()).hexdigest()


def standing(
    council: Authority, name: str, limit: Limit, confirmed: Collection[str] = ()
) -> tuple[bool, str]:
    """Whether a limit is confirmed, here or by its hash in the service, and its source in words."""
    sure = limit.confirmed or value_hash(council.name, f"limit-{name}", limit.words) in confirmed
    says = "Confirmed by" if sure else "Default, not yet confirmed by"
    return sure, f"{says} {council.name}. {limit.source}"


def bands(
    authority_name: str | None = None, on: date | None = None, confirmed: Collection[str] = ()
) -> tuple[Band, ...]:
    """The bands with the limits in force on a day; without one, the last there are. Mildest
    first. ``confirmed`` are the hashes of values that people confirmed (``thresholds.values``)."""
    council = authority(authority_name)
    return tuple(
        _band(council, each, council.limit(each["id"], on), confirmed) for each in _levels()
    )


@cache
def _levels() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(LEVELS.read_text())["band"])


def _band(
    council: Authority, data: dict[str, Any], limit: Limit, confirmed: Collection[str]
) -> Band:
    sure, source = standing(council, data["id"], limit, confirmed)
    return Band(**data, limit_words=limit.words, source=source, note=limit.note, confirmed=sure)


BAND_IDS: tuple[str, ...] = tuple(band["id"] for band in _levels())
"""Mildest first."""

_LEVEL = {band["id"]: band["level"] for band in _levels()}


def severity(band: str) -> int:
    """0 for blue to 3 for red: only for putting bands in order. Raises ValueError."""
    if band not in BAND_IDS:
        raise ValueError(f"there is no band {band!r}")
    return BAND_IDS.index(band)


def worse(one: str, other: str) -> str:
    """The more serious of two bands."""
    return max(one, other, key=severity)


def level_of(band: str) -> int:
    """The level of need a band stands for: 1 to 4. Raises KeyError."""
    return int(_LEVEL[band])
