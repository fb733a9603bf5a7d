"""Taking fields out of bodies, and refusing what could not be read again later."""

from datetime import date, datetime
from typing import Any, TypeVar

from store.entry import Entry
from store.times import to_text

Kind = TypeVar("Kind")


def field(entry: Entry, name: str, kind: type[Kind]) -> Kind:
    """The field; ValueError when it is missing or of another type."""
    value = (entry.body or {}).get(name)
    if not isinstance(value, kind):
        raise ValueError(f"{entry.kind} needs {name} as {kind.__name__}.")
    return value


def text_or_none(entry: Entry, name: str) -> str | None:
    """The text, or None when it is null or left out."""
    return None if (entry.body or {}).get(name) is None else field(entry, name, str)


def day_or_none(entry: Entry, name: str) -> str | None:
    """A day as YYYY-MM-DD, or None; ValueError for anything else."""
    text = text_or_none(entry, name)
    return None if text is None else date.fromisoformat(text).isoformat()


def moment_or_none(entry: Entry, name: str) -> str | None:
    """A moment with its time zone, as the store writes moments, or None."""
    text = text_or_none(entry, name)
    return None if text is None else to_text(datetime.fromisoformat(text))


def records(entry: Entry, name: str) -> list[dict[str, Any]]:
    """A list of objects; ValueError when it is anything else."""
    found = field(entry, name, list)
    if not all(isinstance(item, dict) for item in found):
        raise ValueError(f"{entry.kind} needs {name} as a list of objects.")
    return found
