"""Whether somebody works with a child already: they and their team are told of a new contact.

    open_case_found {child, worker, team, case_id, contact_id, reference}

``team`` is the role whose duty manager holds the task; ``worker`` a human, or null.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from protocol.people import HELD_BY, MASH_SOCIAL_WORKER, SOCIAL_WORKER
from store.accounts import humans
from store.bodies import field, text_or_none
from store.cases import open_case_of
from store.contacts import contact
from store.database import rows
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, about, say
from store.own_tasks import Due, make
from store.reading import read
from store.same_person import links_of
from store.stream_names import contact as contact_stream
from store.tables import projects

FOUND = "open_case_found"
TASK = "mash-open-case"


@dataclass(frozen=True)
class OpenTo:
    """An open case, or a contact that MASH has not closed, of somebody who is this child."""

    worker: str | None
    team: str
    case_id: str | None
    contact_id: str | None
    reference: str | None


def open_to(db: Database, child: ContactChild, reader: str) -> tuple[OpenTo, ...]:
    """All of this child and of records said to be theirs that this human may know of, but the
    contact that the child is in."""
    if child.person_id is None:
        return ()
    this = contact(db, child.contact_id, reader)
    theirs = [child.person_id, *(each.other.id for each in links_of(db, child.person_id, reader))]
    cases = [found for id in theirs for found in _cases(db, id, reader)]
    known = {each.case_id for each in cases}
    contacts = [found for id in theirs for found in _contacts(db, id, reader, known)]
    own_case = this.case_id if this else None
    return (
        *(each for each in cases if each.case_id != own_case),
        *(each for each in contacts if each.contact_id != child.contact_id),
    )


def tell_workers(c: Command, child: ContactChild) -> None:
    """Whoever works with the child, and their team, where they were not told before."""
    told = _told(c.db, child)
    for found in open_to(c.db, child, c.author.human_id):
        if (found.case_id, found.contact_id) in told:
            continue
        entry = say(c, child, FOUND, asdict(found))
        name = humans(c.db).get(found.worker or "", "your team")
        words = f"A new contact about somebody {name} works with. Look at it at once"
        due = Due(c.recorded_at, "At once, on the clock of the contact")
        make(c, entry, TASK, words, found.team, due)


def not_told(db: Database, child: ContactChild, reader: str) -> tuple[OpenTo, ...]:
    """Those found since, for example because two records were said to be one person."""
    told = _told(db, child)
    return tuple(
        each for each in open_to(db, child, reader) if (each.case_id, each.contact_id) not in told
    )


def _told(db: Database, child: ContactChild) -> set[tuple[str | None, str | None]]:
    entries = about(read(db, contact_stream(child.contact_id)), child.id, FOUND)
    return {(e.body["case_id"], e.body["contact_id"]) for e in entries if e.body}


def _cases(db: Database, person_id: str, reader: str) -> Iterator[OpenTo]:
    if found := open_case_of(db, person_id, reader):
        yield OpenTo(found.held_by, _team(db, found.held_by), found.id, None, found.reference)


def _contacts(
    db: Database, person_id: str, reader: str, cases: set[str | None]
) -> Iterator[OpenTo]:
    """What came from a case that is open goes to whoever holds the case, and to nobody twice."""
    for each in rows(
        db,
        """
        select contact_id, worker from contact_children
        where person_id = :id and closed_at is null order by rowid
        """,
        {"id": person_id},
    ):
        found = contact(db, each["contact_id"], reader)
        if found and (found.case_id is None or found.case_id not in cases):
            worker, team = each["worker"], MASH_SOCIAL_WORKER
            yield OpenTo(worker, team, None, found.id, found.reference)


def _team(db: Database, human_id: str | None) -> str:
    """In which role somebody works, social work first; the assessment team where nobody does."""
    found = {
        each["role"]
        for each in rows(
            db,
            "select role from accounts where human_id = :id and active = 1",
            {"id": human_id},
        )
    }
    held = [role for role in (SOCIAL_WORKER, *HELD_BY) if role in found]
    return held[0] if held else SOCIAL_WORKER


@projects(FOUND, of="contact")
def hold_to_shape(db: Database, entry: Entry) -> None:
    """No table has anything of it but the task."""
    if entry.body is not None:
        field(entry, "child", str), field(entry, "team", str)
        for name in ("worker", "case_id", "contact_id", "reference"):
            text_or_none(entry, name)
