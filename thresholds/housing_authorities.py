"""The local housing authorities of England, found by what somebody types."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

FILE = Path(__file__).parent / "england" / "housing_authorities.toml"

MOST_SHOWN = 12
"""As many as a county has districts, at most."""

# What a council calls itself, and what nobody needs to type to be understood.
SAID_OR_NOT = frozenset(
    ("authority", "borough", "city", "council", "county", "district", "london")
    + ("metropolitan", "of", "royal", "the", "unitary")
)


@dataclass(frozen=True)
class HousingAuthorities:
    """``names`` in the order of the alphabet; ``districts`` are those of each county council that
    is no housing authority itself."""

    names: tuple[str, ...]
    districts: Mapping[str, tuple[str, ...]]
    source: str
    as_of: date

    def named(self, typed: str) -> str | None:
        """The one that is called this, however its council writes itself."""
        return self._by_key.get(_key(typed))

    def like(self, typed: str) -> tuple[str, ...]:
        """Those that may be meant: the districts of that county, or whatever is written much
        like it."""
        key = _key(typed)
        county = {_key(name): found for name, found in self.districts.items()}.get(key, ())
        words = set(key.split())
        within = [name for name in self.names if words & set(_key(name).split())]
        close = [self._by_key[each] for each in get_close_matches(key, self._by_key, 6, 0.7)]
        return tuple(dict.fromkeys([*county, *close, *within]))[:MOST_SHOWN]

    def is_county(self, typed: str) -> bool:
        """A county council whose districts are the housing authorities."""
        return _key(typed) in {_key(name) for name in self.districts}

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {_key(name): name for name in self.names}


@cache
def housing_authorities() -> HousingAuthorities:
    read = tomllib.loads(FILE.read_text())
    districts = {county: tuple(names) for county, names in read["districts"].items()}
    names = chain(read["london"], read["metropolitan"], read["unitary"], *districts.values())
    return HousingAuthorities(tuple(sorted(names)), districts, read["source"], read["as_of"])


def _key(name: str) -> str:
    """The words that tell one authority from another, small and without punctuation."""
    plain = re.sub(r"['’.]", "", name.casefold()).replace("&", " and ")
    words = re.sub("[^a-z0-9]+", " ", plain).replace("saint ", "st ").split()
    return " ".join(word for word in words if word not in SAID_OR_NOT) or " ".join(words)
