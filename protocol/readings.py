"""How each open point of the protocol is read: every way there is, and the one chosen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rules.pack import Pack, PackError, PackRule, Reading


@dataclass(frozen=True)
class Way:
    """One way to read an open point: what is done under it, and what comes of it."""

    id: str
    says: str
    means: str


@dataclass(frozen=True)
class OpenPoint:
    """What the protocol leaves open, where, and how it can be read. ``shipped`` is ours."""

    id: str
    open: str
    where: str
    ways: tuple[Way, ...]
    shipped: str

    def way(self, id: str) -> Way:
        """Raises PackError when there is none."""
        for way in self.ways:
            if way.id == id:
                return way
        raise PackError(f"reading {self.id} has no option {id!r}")


@cache
def open_points() -> dict[str, OpenPoint]:
    """By id, in the protocol's order."""
    data = tomllib.loads(Path(__file__).with_name("readings.toml").read_text())
    return {
        id: OpenPoint(
            id=id,
            open=point["open"],
            where=point["where"],
            ways=tuple(Way(way, **said) for way, said in point["options"].items()),
            shipped=point["shipped"],
        )
        for id, point in data.items()
    }


def readings(chosen: Mapping[str, str]) -> list[Reading]:
    """Every reading under the options chosen (reading → option), the others as shipped.

    Raises PackError for a reading or an option that there is none of.
    """
    points = open_points()
    for id in chosen:
        if id not in points:
            raise PackError(f"there is no reading {id} to choose an option of")
    ways = {id: point.way(chosen.get(id, point.shipped)) for id, point in points.items()}
    return [Reading(id, way.says, way.id) for id, way in ways.items()]


def refuse_without_rules(pack: Pack) -> None:
    """Raises PackError where an option was chosen that no rule follows: the words would lie."""
    for reading in pack.readings:
        if reading.option != open_points()[reading.id].shipped and not reading.changes:
            raise PackError(
                f"reading {reading.id} cannot be read as {reading.option!r}: no rule says what "
                "follows from it"
            )


def resting_on(pack: Pack, reading: str) -> tuple[PackRule, ...]:
    """The rules that would have to be looked at if this were read otherwise."""
    return tuple(rule for rule in pack.rules if reading in rule.readings)
