"""Every number and date the rules use, each with its source: England's, then Barnet's over it.
Beside them the options the authority has chosen where the protocol is open. Bands and their clocks
are those of the council that ``chosen`` names."""

import tomllib
from datetime import date
from pathlib import Path

import holidays
from pydantic import TypeAdapter

from rules.calendar import BankHolidays
from rules.numbers import DatedNumber
from thresholds.folders import chosen as chosen

HERE = Path(__file__).parent
AUTHORITY = "barnet"

_NUMBERS = TypeAdapter(dict[str, tuple[DatedNumber, ...]])


def numbers(authority: str = AUTHORITY) -> dict[str, tuple[DatedNumber, ...]]:
    """Number's name → its values, oldest first. The authority's history replaces England's."""
    return _read(HERE / "england" / "numbers.toml") | _read(HERE / authority / "numbers.toml")


def readings(authority: str = AUTHORITY) -> dict[str, str]:
    """Reading → the option this authority has chosen. Where it chose none, nothing."""
    return tomllib.loads((HERE / authority / "readings.toml").read_text())


def bank_holidays() -> BankHolidays:
    """Bank holidays in England for as long as they are known.

    The library can compute more, but a bank holiday can still be added or moved in a year that
    has not been announced. Past the last announced day there is an error, not a guess.
    """
    known = tomllib.loads((HERE / "england" / "bank_holidays.toml").read_text())
    first, until = known["first"], known["until"]
    days = holidays.country_holidays(
        "GB", subdiv="ENG", years=range(first.year, until.year + 1), expand=False
    )
    within: list[date] = sorted(day for day in days if first <= day <= until)
    return BankHolidays(first, until, tuple(within), known["source"])


def _read(path: Path) -> dict[str, tuple[DatedNumber, ...]]:
    return _NUMBERS.validate_python(tomllib.loads(path.read_text()))
