"""What was typed, before it is believed."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

CANNOT_BE_SHOWN = {"Cc", "Cs"}  # control characters, and halves of characters
MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]


def only_text(posted: Sequence[Any]) -> str:
    """The one text posted, or an empty one. Raises ValueError for anything else."""
    if len(posted) > 1 or not all(isinstance(value, str) for value in posted):
        raise ValueError("Enter one answer")
    return plain_line_ends(posted[0]) if posted else ""


def first_shown(posted: Sequence[Any]) -> str:
    """What to put back on the page, whatever was posted."""
    return shown(posted[0]) if posted and isinstance(posted[0], str) else ""


def shown(text: str) -> str:
    """The text without what no page can hold."""
    return "".join(
        each
        for each in plain_line_ends(text)
        if each in "\n\t" or unicodedata.category(each) not in CANNOT_BE_SHOWN
    )


def plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def number(text: str) -> int:
    """One or two plain digits. Raises ValueError for the other numbers that int() would take."""
    if not re.fullmatch("[0-9]{1,2}", text):
        raise ValueError(text)
    return int(text)


def month(text: str) -> int:
    """A month by its number, or by its English name as it stands in letters: March or Mar."""
    named = [name for name in MONTHS if len(text) > 2 and name.startswith(text.lower())]
    return MONTHS.index(named[0]) + 1 if named else number(text)
