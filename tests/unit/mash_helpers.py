"""A contact at MASH with a child in it, put on record straight through the store."""

from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from store import stream_names
from store.ids import new_id
from tests.unit.store_helpers import ADA, BO, NOW, appended

SOURCE = {"source_group": "school_education", "agency": "Made-Up School", "route": "telephone"}


def a_contact(
    db: Database,
    *names: str,
    at: datetime = NOW,
    born: date | None = date(2012, 5, 4),
    **received: Any,
) -> tuple[str, ...]:
    """The ids of a contact and of a child in it for each of these names, "Ann Made-Up" if none."""
    contact, reference = new_id(), f"MASH-{new_id()[:4].upper()}"
    stream = stream_names.contact(contact)
    body = {"case_id": None, "reference": reference, "kind": "told", "says": "Heard shouting."}
    body |= {"told_by": "The head teacher", **SOURCE, **received}
    appended(db, stream, "contact_received", body, author=BO, at=at)
    children = []
    for name in names or ("Ann Made-Up",):
        person, child = new_id(), new_id()
        recorded = {"name": name, "date_of_birth": born and born.isoformat()}
        appended(db, stream_names.person(person), "person_recorded", recorded, author=ADA, at=at)
        added = {"contact_child_id": child, "person_id": person}
        appended(db, stream, "contact_child_added", added, author=BO, at=at)
        children.append(child)
    return contact, *children


def rating(child: str, band: str = "amber", **facts: str) -> dict[str, Any]:
    """The body of ``child_rated``."""
    return {
        "child": child,
        "band": band,
        "indicators": [],
        "reasons": "As told.",
        "suggested": {"minimum": band, "cannot_rule_out": None, "because": [], "missing": []},
        "facts": facts,
        "pack": "0" * 64,
    }


def decision(child: str, outcome: str = "referral_to_early_help", **more: Any) -> dict[str, Any]:
    """The body of ``child_decided``."""
    reasons = {"what_we_know": "As told.", "threshold": "Needs more help than school can give."}
    return {
        "child": child,
        "band": "green",
        "level": 2,
        "outcome": outcome,
        "reasons": reasons,
        "suggested": {},
        "departures": [],
        "second": [],
        "pack": "0" * 64,
        **more,
    }
