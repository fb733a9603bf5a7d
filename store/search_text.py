"""What somebody means who types into the search box: names, a date of birth, a reference."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from store.names import folded

FIRST_YEAR, LAST_YEAR = 1900, 2100
Found = TypeVar("Found")

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Asked:
    name: str
    date_of_birth: date | None
    reference: str | None

    def __bool__(self) -> bool:
        return bool(self.name or self.date_of_birth or self.reference)


def read(text: str) -> Asked:
    """The date and the reference in a text; what is left, without figures, is the name."""
    reference, text = _taken(_REFERENCE, lambda found: f"FD-{found[1].upper()}", text)
    born = None
    for pattern in _DATES:
        if born is None:
            born, text = _taken(pattern, _date, text)
    name = " ".join(word for word in text.split() if folded(word) and not re.search(r"\d", word))
    return Asked(name, born, reference)


def _taken(
    pattern: re.Pattern[str], read: Callable[[re.Match[str]], Found | None], text: str
) -> tuple[Found | None, str]:
    """The first that can be read, and the text without it."""
    for found in pattern.finditer(text):
        understood = read(found)
        if understood is not None:
            return understood, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _date(found: re.Match[str]) -> date | None:
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    day, month = int(found["day"]), _month(found["month"])
    for day_first in (True, False):
        try:
            return date(year, month, day) if day_first else date(year, day, month)
        except ValueError:
            continue
    return None


def _month(typed: str) -> int:
    return int(typed) if typed.isdigit() else MONTHS.index(typed[:3].lower()) + 1


_REFERENCE = re.compile(r"\bFD[-\s]?([A-Z0-9]{6})\b", re.ASCII | re.IGNORECASE)
_NAMED = rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4}|\d{2})"
_BETWEEN = r"\s*[-./,\s]\s*"
_DATES = [
    re.compile(rf"(?<!\w){pattern}(?!\w)", re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"(?P<year>\d{{4}}){_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}(?P<day>\d{{1,2}})",
        rf"{_DAY}{_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}{_YEAR}",
        rf"{_DAY}(?:{_BETWEEN})?(?:of\s+)?{_NAMED}(?:{_BETWEEN})?{_YEAR}",
        rf"{_NAMED}{_BETWEEN}{_DAY}{_BETWEEN}{_YEAR}",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2})",
    )
]
