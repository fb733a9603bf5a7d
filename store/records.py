"""What repeats, each with an id of its own: a parent or carer, a relative.

``record_saved`` {record, id, fields} and ``record_removed`` {record, id, reason}. A field is an
answer, with its wording; what a later entry does not name stays as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as has
from typing import Any

from sqlite_utils import Database

from store.bodies import field
from store.entry import Entry
from store.tables import projects

SAVED, REMOVED = "record_saved", "record_removed"


@dataclass
class Records:
    """``held`` is kind → id → field → its answer, in the order they were first saved. ``changed``
    is kind → the number of the entry that last added a record or removed one."""

    held: dict[str, dict[str, dict[str, Any]]] = has(default_factory=dict)
    changed: dict[str, int] = has(default_factory=dict)


def records_in(entries: Iterable[Entry]) -> Records:
    """Every record as it stands. Its answers say in which entry they stand (``seq``)."""
    found = Records()
    for entry in entries:
        if entry.body is None or entry.kind not in (SAVED, REMOVED):
            continue
        kind, id = entry.body["record"], entry.body["id"]
        held = found.held.setdefault(kind, {})
        if (entry.kind == SAVED) is (id not in held):
            found.changed[kind] = entry.seq
        if entry.kind == REMOVED:
            held.pop(id, None)
            continue
        held.setdefault(id, {}).update(
            {name: answer | {"seq": entry.seq} for name, answer in entry.body["fields"].items()}
        )
    return found


@projects(SAVED, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """ValueError for a record of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    _named(entry)
    if not all(isinstance(answer, dict) for answer in field(entry, "fields", dict).values()):
        raise ValueError("Every field of a record is an answer.")


@projects(REMOVED, of="case")
def can_be_told_why(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        _named(entry)
        field(entry, "reason", str)


def _named(entry: Entry) -> None:
    for name in ("record", "id"):
        field(entry, name, str)
