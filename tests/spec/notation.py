"""Records in a table's cell, written short.

Records are parted by semicolons; ``complete`` among them says that the list is complete, and
alone that it is empty. A record is a list of its fields with their values, parted by commas:
``kind support, at 2026-05-19 18:00, seen yes``. A time of something can stand for its fields:
``s20 2026-01-05 to 2026-03-31``, with ``now`` for one that still runs, ``over`` for one that
ended on a day nobody knows, and ``?`` for whatever is not known.
"""

import re
from typing import Any

from protocol.records import RECORDS, RecordKind

COMPLETE = "complete"
PERIOD = re.compile(r"(\S+) (\S+) to (\S+)")
NOT_KNOWN = "?"


class NotationError(ValueError):
    """A cell that cannot be read."""


def is_records(column: str) -> bool:
    return column.replace(" ", "_") in RECORDS


def given(column: str, cell: str) -> dict[str, Any]:
    """What the cell gives, as ``protocol.situation`` takes it."""
    name = column.replace(" ", "_")
    parts = [part.strip() for part in cell.split(";")]
    records = [part for part in parts if part != COMPLETE]
    found: dict[str, Any] = {
        name: [{"id": str(n)} | _record(RECORDS[name], text) for n, text in enumerate(records)]
    }
    return found | ({f"{name}_complete": "yes"} if COMPLETE in parts else {})


def _record(kind: RecordKind, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in (part.strip() for part in text.split(",")):
        period = PERIOD.fullmatch(part)
        found |= _period(kind, *period.groups()) if period else _field(kind, part)
    return {field: value for field, value in found.items() if value != NOT_KNOWN}


def _period(kind: RecordKind, what: str, first: str, last: str) -> dict[str, str]:
    what_field = next(iter(kind.fields))
    found = {what_field: what, "first_day": first}
    if last in ("now", "over"):
        return found | {"still_running": "yes" if last == "now" else "no"}
    return found | {"last_day": last}


def _field(kind: RecordKind, text: str) -> dict[str, str]:
    for field in kind.fields:
        name = field.replace("_", " ")
        if text.startswith(f"{name} "):
            return {field: text.removeprefix(name).strip()}
    raise NotationError(f"{text!r} is no field and its value")
