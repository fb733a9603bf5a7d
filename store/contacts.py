"""Contacts: each arrival of information at MASH, and the children in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import moment_or_none, text_or_none
from store.database import row, rows
from store.entry import Entry
from store.restrictions import HIDDEN_CASE
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text


@dataclass(frozen=True)
class Contact:
    """One arrival. From first contact ``kind`` is ``referral``, ``contact``, ``early_help`` or
    ``under_16``, and ``case_id`` the case it came from; what anybody else told is ``told``.

    It waits until somebody at MASH has acknowledged it. ``received_at`` is when MASH was told, and
    ``recorded_at`` when that was written down, where the two are not one.
    """

    id: str
    case_id: str | None
    reference: str | None
    kind: str | None
    received_at: datetime
    received_from: str
    due_at: datetime | None
    state: str
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    route: str | None
    source_group: str | None
    agency: str | None
    recorded_at: datetime | None


# For SQL over ``contacts``: true of one that the human :reader may know of. A contact from a
# restricted case is as invisible as the case, and so is one about a child who has such a case.
MAY_KNOW = f"""(
    not exists (select 1 from cases where cases.id = contacts.case_id and {HIDDEN_CASE})
    and not exists (
        select 1 from contact_children as children
        join cases on cases.person_id = children.person_id
        where children.contact_id = contacts.id and {HIDDEN_CASE})
)"""

_SEEN = f"select contacts.* from contacts where {MAY_KNOW}"


def contact(db: Database, contact_id: str, reader: str) -> Contact | None:
    """One contact by id; None for one this human may not know of."""
    found = row(db, f"{_SEEN} and contacts.id = :id", {"id": contact_id, "reader": reader})
    return _contact(found) if found else None


def contacts_of(db: Database, case_id: str) -> tuple[Contact, ...]:
    """A case's contacts, the first first."""
    return tuple(
        _contact(found)
        for found in rows(
            db,
            "select * from contacts where case_id = :case_id order by received_at, id",
            {"case_id": case_id},
        )
    )


def waiting(db: Database, reader: str) -> tuple[Contact, ...]:
    """Those nobody has acknowledged yet, soonest due first, no due last."""
    return tuple(
        _contact(found)
        for found in rows(
            db,
            f"""
            {_SEEN} and contacts.state = 'waiting'
            order by case when contacts.due_at is null then 1 else 0 end, contacts.due_at,
                contacts.received_at, contacts.id
            """,
            {"reader": reader},
        )
    )


def children_of(db: Database, contact_id: str) -> tuple[str, ...]:
    """The person ids of the children in a contact."""
    return tuple(
        found["person_id"]
        for found in rows(
            db,
            "select person_id from contact_children where contact_id = :id order by id",
            {"id": contact_id},
        )
    )


def _contact(found: Mapping[str, Any]) -> Contact:
    moments = ("received_at", "due_at", "acknowledged_at", "recorded_at")
    return Contact(**{**found, **{m: found[m] and from_text(found[m]) for m in moments}})


keeps("contacts", of="contact")
keeps("contact_children", of="contact", key="contact_id")


@projects("contact_received", of="contact")
def receive(db: Database, entry: Entry) -> None:
    db.execute(
        """
        insert into contacts
            (id, case_id, reference, kind, received_at, received_from, due_at, state,
            route, source_group, agency, recorded_at)
        values (:id, :case_id, :reference, :kind, :at, :by, :due_at, 'waiting',
            :route, :source_group, :agency, :recorded_at)
        """,
        {
            "id": subject(entry.stream),
            "case_id": text_or_none(entry, "case_id"),
            "reference": text_or_none(entry, "reference"),
            "kind": text_or_none(entry, "kind"),
            "at": to_text(entry.happened_at),
            "by": entry.human_id,
            "due_at": moment_or_none(entry, "due_at"),
            "route": text_or_none(entry, "route"),
            "source_group": text_or_none(entry, "source_group"),
            "agency": text_or_none(entry, "agency"),
            "recorded_at": to_text(entry.recorded_at),
        },
    )


@projects("contact_due_moved", of="contact")
def move_due(db: Database, entry: Entry) -> None:
    """When they first asked became known, or was put right."""
    if entry.body is not None:
        db.execute(
            "update contacts set due_at = :due_at where id = :id",
            {"id": subject(entry.stream), "due_at": moment_or_none(entry, "due_at")},
        )


@projects("contact_acknowledged", of="contact")
def acknowledge(db: Database, entry: Entry) -> None:
    """Acknowledged twice, the first time counts."""
    db.execute(
        """
        update contacts set state = 'acknowledged', acknowledged_at = :at, acknowledged_by = :by
        where id = :id and state = 'waiting'
        """,
        {"id": subject(entry.stream), "at": to_text(entry.happened_at), "by": entry.human_id},
    )
