"""Contacts to hold a threshold meeting about, recorded past the pages of others."""

from contextlib import closing

from store import stream_names
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.mash.contact_child import children_in, say
from thresholds.meetings import AGENCIES

WORKER = Author("told-by", "told-account", "mash_social_worker")
RATED = {"indicators": [], "reasons": "As told.", "facts": {}, "pack": "0" * 64}


def told(record, clock, *names, case_id=None, author=WORKER, known=None):
    """A contact somebody told MASH, with a child of each name, or with the one ``known`` by the id
    of a person. The address of each child's page."""
    contact = new_id()
    stream = stream_names.contact(contact)
    with record.database() as db, command(db, new_id(), author=author, recorded_at=clock()) as c:
        body = {"reference": f"MC-{contact[:6].upper()}", "kind": "told", "case_id": case_id}
        received = c.append(stream, "contact_received", {**body, "says": "Told."})
        ids = []
        for name in names:
            person, child = known or new_id(), new_id()
            ids.append(child)
            if not known:
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


def pages_of_the_council(path, sign_in):
    """Pages with a form on them about children in contacts, and about what the council holds to:
    who opens each, and where it is. The first child on record was given to the manager, the second
    is on the list for the meeting, and a meeting has agreed on something about the third."""
    manager, worker = sign_in("mash_manager"), sign_in("mash_social_worker")
    given, listed, agreed = children_on_record(path)[:3]
    page = worker.get(f"{given}/give")
    to = page.soup.find("label", string=lambda text: "mash_manager" in text)["for"]
    worker.submit(page, "Give", to=page.soup.find(id=to)["value"])
    worker.submit(worker.get(f"{listed}/flag"), "Put on the list", why="Two views of it.")
    page = manager.get("/contacts/meetings/new")
    there = {"held_at": ["28", "8", "2026", "10:00"]}
    for agency in AGENCIES:
        there |= {agency: "not_there", f"{agency}_why": "On leave"}
    meeting = manager.submit(page, "Save who met", **there).location
    page = manager.get(f"{agreed}/meeting?meeting={meeting.rpartition('/')[2]}")
    said = {"decision": "As it is.", "reasons": "Seen today.", "agreed": "yes"}
    action = {"what_1": "Call", "owner_1": "mash_manager", "due_1": ["4", "9", "2026"]}
    manager.submit(page, "Save what was decided", **said, **action)
    steps = [(given, "give"), (given, "have-it"), (listed, "unflag"), (agreed, "flag")]
    steps += [(agreed, "actions"), (agreed, "meeting")]
    return [
        *((manager, f"{child}/{step}") for child, step in steps),
        (worker, f"{agreed}/guidance"),
        (manager, meeting),
        (manager, "/contacts/meetings/new"),
        (manager, "/contacts/themes/new"),
        (sign_in("head_of_service"), "/thresholds/limit-red/confirm"),
    ]


def children_on_record(path):
    """The page of each child in a contact, the first received first."""
    db = connect(path)
    with closing(db.conn):
        found = db.query("select contact_id, id from contact_children order by rowid")
        return [f"/contacts/{each['contact_id']}/children/{each['id']}" for each in found]
