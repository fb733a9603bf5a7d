"""Readings that the council has confirmed: the head of service proposes it, a lawyer signs.

    confirmation_proposed {reading, option, says, value_hash, starts_on, reasons}

It stands in the council's stream and is about a value, named by its hash. Once a reading says
something else, no confirmation here is about it any more. The signature is a second signature
like any other (``store/signatures.py``), so the lawyer is another human.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import HEAD_OF_SERVICE, LAWYER
from rules.calendar import london
from rules.pack import Reading
from store import signatures
from store.bodies import field
from store.database import rows
from store.entry import Entry
from store.journal import Command
from store.reading import entry as entry_of
from store.signatures import ASKED, OPEN
from store.steps import NotPossible, NotTheirs
from store.stream_names import COUNCIL, family
from store.tables import keeps, projects
from store.times import from_text, to_text

PROPOSED = "confirmation_proposed"
CONFIRMATION = "confirmation"
"""What the signature is for."""

CONFIRMED = "given"


@dataclass(frozen=True)
class Confirmation:
    """A proposal that a reading counts as confirmed from a day, and its signature's state."""

    entry_id: str
    signature_id: str
    reading: str
    option: str
    says: str
    value_hash: str
    starts_on: date
    proposed_at: datetime
    proposed_by: str
    state: str
    moved_at: datetime
    moved_by: str

    def holds(self, at: datetime) -> bool:
        """Whether the reading was confirmed at this moment: signed by then, and begun."""
        signed = self.state == CONFIRMED and self.moved_at <= at
        return signed and self.starts_on <= london(at).date()

    @property
    def open(self) -> bool:
        return self.state in OPEN


class ProposedAlready(NotPossible):
    """The same value is confirmed, or waits to be."""


class DayGoneBy(NotPossible):
    """A confirmation never reaches back: what was advised before keeps what it was given under."""


def propose(c: Command, reading: Reading, starts_on: date, reasons: str) -> str:
    """Propose that this reading counts as confirmed from a day. Returns the signature's id.

    NotTheirs unless the head of service does it, ProposedAlready, DayGoneBy.
    """
    if c.author.role != HEAD_OF_SERVICE:
        raise NotTheirs("Only the head of service proposes a confirmation.")
    if starts_on < london(c.recorded_at).date():
        raise DayGoneBy(f"{starts_on} lies before the day it is proposed on.")
    for earlier in confirmations(c.db):
        settled = earlier.open or earlier.state == CONFIRMED
        if earlier.value_hash == reading.hash and settled:
            raise ProposedAlready(f"Reading {reading.id} is {earlier.state}.")
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
    found: dict[str, Confirmation] = {}
    for each in rows(
        db,
        """
        select confirmations.*, signatures.id as signature_id, signatures.state,
            signatures.moved_at, signatures.moved_by
        from confirmations join signatures on signatures.subject = confirmations.entry_id
            join journal as proposed on proposed.id = confirmations.entry_id
            join journal as asked on asked.id = signatures.entry_id
        order by proposed.position, asked.position
        """,
    ):
        found[each["entry_id"]] = _confirmation(each)
    return tuple(found.values())


def confirmed(db: Database, at: datetime) -> dict[str, Confirmation]:
    """Hash of a reading → the confirmation that held at this moment."""
    return {each.value_hash: each for each in confirmations(db) if each.holds(at)}


def _confirmation(found: Mapping[str, Any]) -> Confirmation:
    return Confirmation(
        **{
            **found,
            "starts_on": date.fromisoformat(found["starts_on"]),
            "proposed_at": from_text(found["proposed_at"]),
            "moved_at": from_text(found["moved_at"]),
        }
    )


# The table. There is one council, so all of it goes when the council's stream is replayed.

keeps("confirmations", of=family(COUNCIL), key=None)


@projects(PROPOSED, of=family(COUNCIL))
def record(db: Database, entry: Entry) -> None:
    """Once its words were erased by law nobody can say any more what was confirmed."""
    if entry.role != HEAD_OF_SERVICE:
        raise NotTheirs("Only the head of service proposes a confirmation.")
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
    about = entry_of(db, entry.caused_by) if entry.caused_by else None
    if about is None or about.kind != PROPOSED or entry.body is None:
        return
    if entry.body.get("what") != CONFIRMATION or entry.body.get("asked_of") != [LAWYER]:
        raise ValueError("A confirmation is signed by a lawyer and nobody else.")
