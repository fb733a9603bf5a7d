"""Contacts to hold a threshold meeting about, recorded past the pages of others."""

from store import stream_names
from store.ids import new_id
from store.journal import Author, command, read
from store.mash.contact_child import children_in, say

WORKER = Author("told-by", "told-account", "mash_social_worker")
RATED = {"indicators": [], "reasons": "As told.", "facts": {}, "pack": "0" * 64}


def told(record, clock, *names, case_id=None, author=WORKER):
    """A contact somebody told MASH, with a child of each name. The address of each child's page."""
    contact = new_id()
    stream = stream_names.contact(contact)
    with record.database() as db, command(db, new_id(), author=author, recorded_at=clock()) as c:
        body = {"reference": f"MC-{contact[:6].upper()}", "kind": "told", "case_id": case_id}
        received = c.append(stream, "contact_received", {**body, "says": "Told."})
        ids = []
        for name in names:
            person, child = new_id(), new_id()
            ids.append(child)
            recorded = {"name": name, "date_of_birth": None}
            c.append(stream_names.person(person), "person_recorded", recorded)
            body = {"contact_child_id": child, "person_id": person}
            c.append(stream, "contact_child_added", body, caused_by=received.id)
    return [f"/contacts/{contact}/children/{child}" for child in ids]


def rated(record, clock, address, band, minimum=None, author=WORKER, kind="child_rated", **more):
    """Rate the child whose page this is. The entry."""
    contact, child = address.split("/")[2], address.split("/")[4]
    stream = stream_names.contact(contact)
    with record.database() as db, command(db, new_id(), author=author, recorded_at=clock()) as c:
        (found,) = (e for e in children_in(read(db, stream)) if e.id == child)
        suggested = {"minimum": minimum or band, "because": [], "missing": []}
        return say(c, found, kind, {"band": band, "suggested": suggested, **RATED, **more})
