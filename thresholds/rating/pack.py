"""The rules about ratings as a pack. Its hash names the thresholds a contact is decided under."""

import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType

from pydantic import TypeAdapter

import thresholds
from rules.compile import compile_pack
from rules.numbers import DatedNumber
from rules.pack import Pack
from rules.rule import Rule, rules_in
from thresholds.bands import LIMITS, Authority, bands
from thresholds.bands import authority as council
from thresholds.folders import folder
from thresholds.rating import consequences, continuum, danger, homelessness, minimum, patterns
from thresholds.rating.acts import ACTS, DEADLINES
from thresholds.rating.catalogue import FACTS
from thresholds.rating.people import OWNERS

NUMBERS = Path(thresholds.__file__).parent / "continuum" / "numbers.toml"

SECTIONS = (continuum, danger, homelessness, patterns, minimum, consequences)

USED = (
    "adult_age",
    "protocol_age",
    "office_opens",
    "office_closes",
    "hand_over_allocation_hour",
)
"""The numbers of the law and the protocol that these rules ask about."""


def rating_pack(authority: str | None = None) -> Pack:
    """The rules with a council's bands; without one, the council chosen. Raises
    ``thresholds.folders.UnknownThresholds``."""
    return _pack(str(folder(authority)))


@cache
def _pack(place: str) -> Pack:
    return compile_pack(
        name="rating",
        title="Thresholds and ratings",
        facts=FACTS,
        rules=[rule for section in SECTIONS for rule in section_rules(section)],
        acts=ACTS,
        owners=OWNERS,
        deadlines=DEADLINES,
        readings=(),
        numbers=_numbers(),
        bank_holidays=thresholds.bank_holidays(),
        opens="office_opens",
        closes="office_closes",
        deadline_starts="received_at",
        authority=_as_text(council(place), place),
    )


def section_rules(section: ModuleType) -> list[Rule]:
    """The rules of a section: those the list of indicators makes, then those written out."""
    return [*getattr(section, "LISTED", ()), *rules_in(section)]


def _numbers() -> dict[str, tuple[DatedNumber, ...]]:
    numbers = thresholds.numbers()
    ours = TypeAdapter(dict[str, tuple[DatedNumber, ...]]).validate_python(
        tomllib.loads(NUMBERS.read_text())
    )
    return {name: numbers[name] for name in USED} | ours


def _as_text(values: Authority, place: str) -> dict[str, str]:
    """The council's bands and limits, so that the hash names them too."""
    text = {"name": values.name}
    for band in bands(place):
        text[f"band_{band.id}"] = f"level {band.level}, {band.level_name}: {band.says}"
    for name in LIMITS:
        for limit in values.limits[name]:
            standing = "confirmed" if limit.confirmed else "not confirmed"
            text[f"limit_{name}_from_{limit.in_force_from}"] = (
                f"{limit.words} ({standing}; {limit.source})"
            )
    return text
