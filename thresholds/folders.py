"""Which council's thresholds the service runs on. The protocol's own numbers stay Barnet's."""

import os
from pathlib import Path

HERE = Path(__file__).parent
VARIABLE = "FRONTDOOR_THRESHOLDS"
DEFAULT = "barnet"


class UnknownThresholds(LookupError):
    """There is no folder of thresholds by that name."""


def chosen() -> str:
    """What the environment variable FRONTDOOR_THRESHOLDS names: a folder of this one, or a path
    to another. Without it, Barnet. Raises UnknownThresholds."""
    name = os.environ.get(VARIABLE) or DEFAULT
    folder(name)
    return name


def folder(name: str | None = None) -> Path:
    """The folder of a council's thresholds; without a name, the one chosen. Raises
    UnknownThresholds."""
    name = name or os.environ.get(VARIABLE) or DEFAULT
    for place in (HERE / name, Path(name)):
        if (place / "bands.toml").is_file():
            return place.resolve()
    known = ", ".join(sorted(place.parent.name for place in HERE.glob("*/bands.toml")))
    raise UnknownThresholds(
        f"{VARIABLE} says {name!r}: there is no such folder with a bands.toml. "
        f"It can be {known}, or the path to another folder"
    )
