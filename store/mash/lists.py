"""Children whose contact is open at MASH, for lists: one query, whoever asks.

Nothing here says which is most urgent: that is told by each one's own clock, on reading.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store.contacts import MAY_KNOW
from store.database import rows
from store.mash.standing import Standing, from_columns
from store.restrictions import HIDDEN_PERSON
from store.times import from_text


@dataclass(frozen=True)
class OpenChild:
    """``name`` is None where nobody gave one, or this human may not know of them. ``band`` is the
    latest rating, ``decided_band`` the final one; ``kind``, ``received_at`` and ``due_at`` are
    those of the contact."""

    contact_id: str
    child_id: str
    place: int
    reference: str | None
    name: str | None
    kind: str | None
    received_at: datetime
    due_at: datetime | None
    worker: str | None
    initial_band: str | None
    band: str | None
    decided_band: str | None
    outcome: str | None
    flagged: bool
    standing: Standing


_OPEN = f"""
    select contact_children.*, contact_children.id as child_id, contacts.reference, contacts.kind,
        contacts.received_at, contacts.due_at,
        case when {HIDDEN_PERSON} then null else people.name end as name
    from contact_children
    join contacts on contacts.id = contact_children.contact_id
    left join people on people.id = contact_children.person_id
    where contact_children.closed_at is null and {MAY_KNOW}
"""


def open_children(db: Database, reader: str, *, worker: str | None = None) -> tuple[OpenChild, ...]:
    """All that this human may know of, the first received first; only what one worker has, where
    one is named."""
    only = "and contact_children.worker = :worker" if worker else ""
    return tuple(
        OpenChild(
            contact_id=found["contact_id"],
            child_id=found["child_id"],
            place=found["place"],
            reference=found["reference"],
            name=found["name"],
            kind=found["kind"],
            received_at=from_text(found["received_at"]),
            due_at=found["due_at"] and from_text(found["due_at"]),
            worker=found["worker"],
            initial_band=found["initial_band"],
            band=found["band"],
            decided_band=found["decided_band"],
            outcome=found["outcome"],
            flagged=bool(found["flagged"]),
            standing=from_columns(found),
        )
        for found in rows(
            db,
            f"{_OPEN} {only} order by contacts.received_at, contact_children.contact_id, place",
            {"reader": reader, "worker": worker},
        )
    )
