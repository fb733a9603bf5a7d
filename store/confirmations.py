"""Readings that the council has confirmed: the head of service proposes it, a lawyer signs.

    confirmation_proposed {reading, option, says, value_hash, starts_on, reasons}

It stands in the council's stream and is about a value, named by its hash. Once a reading says
something else, no confirmation here is about it any more. The signature is a second signature
like any other (``store/signatures.py``), so the lawyer is another human.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from protocol.people import LAWYER
from rules.pack import Reading
from store import signatures
from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.proposals import Proposal, check_author, check_proposal, proposals_in, signed_only_by
from store.signatures import ASKED
from store.stream_names import COUNCIL, family
from store.tables import keeps, projects
from store.times import to_text

PROPOSED = "confirmation_proposed"
CONFIRMATION = "confirmation"
"""What the signature is for."""


@dataclass(frozen=True)
class Confirmation(Proposal):
    """A proposal that a reading counts as confirmed from a day, and its signature's state."""

    reading: str
    option: str
    says: str


def propose(c: Command, reading: Reading, starts_on: date, reasons: str) -> str:
    """Propose that this reading counts as confirmed from a day. Returns the signature's id.

    NotTheirs unless the head of service does it, ProposedAlready, DayGoneBy.
    """
    same = [each for each in confirmations(c.db) if each.value_hash == reading.hash]
    check_proposal(c, starts_on, same)
    body = {
        "reading": reading.id,
        "option": reading.option,
        "says": reading.says,
        "value_hash": reading.hash,
        "starts_on": starts_on.isoformat(),
        "reasons": reasons,
    }
    return signatures.ask(
        c,
        c.append(COUNCIL, PROPOSED, body),
        what=CONFIRMATION,
        words=f"Reading {reading.id}: {reading.says}",
        reasons=reasons,
        asked_of=(LAWYER,),
    )


def confirmations(db: Database) -> tuple[Confirmation, ...]:
    """Every proposal, the oldest first. One asked for again after it was withdrawn is one."""
    return tuple(Confirmation(**found) for found in proposals_in(db, "confirmations"))


def confirmed(db: Database, at: datetime) -> dict[str, Confirmation]:
    """Hash of a reading → the confirmation that held at this moment."""
    return {each.value_hash: each for each in confirmations(db) if each.holds(at)}


# The table. There is one council, so all of it goes when the council's stream is replayed.

keeps("confirmations", of=family(COUNCIL), key=None)


@projects(PROPOSED, of=family(COUNCIL))
def record(db: Database, entry: Entry) -> None:
    """Once its words were erased by law nobody can say any more what was confirmed."""
    check_author(entry.author)
    if entry.body is None:
        return
    reading = Reading(
        id=field(entry, "reading", str),
        says=field(entry, "says", str),
        option=field(entry, "option", str),
    )
    if field(entry, "value_hash", str) != reading.hash:
        raise ValueError(f"{PROPOSED} names another value than the one it holds.")
    if not field(entry, "reasons", str).strip():
        raise ValueError(f"{PROPOSED} needs reasons in words.")
    db.table("confirmations").insert(
        {
            "entry_id": entry.id,
            "reading": reading.id,
            "option": reading.option,
            "says": reading.says,
            "value_hash": reading.hash,
            "starts_on": date.fromisoformat(field(entry, "starts_on", str)).isoformat(),
            "proposed_at": to_text(entry.recorded_at),
            "proposed_by": entry.human_id,
        }
    )


@projects(ASKED, of=family(COUNCIL))
def asked_of_a_lawyer(db: Database, entry: Entry) -> None:
    """Whoever else signed, it would be no confirmation."""
    signed_only_by(db, entry, PROPOSED, CONFIRMATION, LAWYER)
