"""By when a child in a contact has to be decided, from what the tables hold of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from store.times import from_text
from thresholds.clocks import Due, due


def due_of(
    band: str | None, received_at: datetime, kind: str | None, allocate_by: datetime | None
) -> Due:
    """The shortest limit it runs under. ``allocate_by`` is when the protocol wants whoever was
    referred from first contact allocated (4-a), and ``kind`` that of the contact."""
    return due(band, received_at, treated_as_referral=kind == "referral", same_day=allocate_by)


def due_of_row(found: Mapping[str, Any], received_at: datetime) -> datetime:
    """The moment, of a row of ``contact_children`` with ``kind`` and ``due_at`` of its contact."""
    allocate_by = found["due_at"] and from_text(found["due_at"])
    return due_of(found["band"], received_at, found["kind"], allocate_by).at
