"""What a worker can tick about a child, and the level each thing points to on its own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "continuum" / "indicators.toml"

Ages = tuple[int | None, int | None]

OF_INDICATORS = "ind_"
"""What the facts of indicators begin with."""


@dataclass(frozen=True)
class Indicator:
    """``ages`` are the first and the last year at which it is asked; an open end is ``None``.
    ``words`` are a sentence without its full stop."""

    id: str
    domain: str
    theme: str
    ages: Ages
    level: int
    words: str
    source: str

    @property
    def fact(self) -> str:
        """The fact of the rating rules that a tick makes known."""
        return fact_of(self.id)

    def asked_at(self, age: int | None) -> bool:
        """Whether it is asked at an age in whole years; where that is not known, it is."""
        first, last = self.ages
        return age is None or ((first is None or first <= age) and (last is None or age <= last))


def fact_of(indicator: str) -> str:
    """EDU-2a is the fact ``ind_edu_2a``."""
    return f"{OF_INDICATORS}{indicator.lower().replace('-', '_')}"


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text())


def _read(data: dict[str, Any]) -> Indicator:
    sources = _file()["sources"]
    after = "; ".join(sources[source] for source in data["sources"])
    first, last = data.get("ages", (None, None))
    source = f"{_file()['standing']}. After: {after}"
    theme, domain = data["theme"], data["domain"]
    words, level = data["words"], data["level"]
    return Indicator(data["id"], domain, theme, (first, last), level, words, source)


INDICATORS: tuple[Indicator, ...] = tuple(map(_read, _file()["indicator"]))
"""In the order of the file."""

DOMAINS: dict[str, str] = _file()["domains"]
"""Domain → what it is called."""

THEMES: dict[str, str] = _file()["themes"]
"""Theme → what it is called."""


GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    group: (each["words"], tuple(each["themes"])) for group, each in _file()["groups"].items()
}
"""Group → what it is called, and its themes: needs at level 2 are counted by theme."""
