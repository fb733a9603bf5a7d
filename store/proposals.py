"""What the council confirms, whatever it is: the head of service proposes, somebody else signs.

It stands in the council's stream and is about a value, named by its hash. The signature is a second
signature like any other (``store/signatures.py``), so whoever signs is another human.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import HEAD_OF_SERVICE
from rules.calendar import london
from store.database import rows
from store.entry import Author, Entry
from store.journal import Command
from store.reading import entry as entry_of
from store.signatures import OPEN
from store.steps import NotPossible, NotTheirs
from store.times import from_text

CONFIRMED = "given"


@dataclass(frozen=True)
class Proposal:
    """A value that is to count as confirmed from a day, and its signature's state."""

    entry_id: str
    signature_id: str
    value_hash: str
    starts_on: date
    proposed_at: datetime
    proposed_by: str
    state: str
    moved_at: datetime
    moved_by: str

    def holds(self, at: datetime) -> bool:
        """Whether the value was confirmed at this moment: signed by then, and begun."""
        signed = self.state == CONFIRMED and self.moved_at <= at
        return signed and self.starts_on <= london(at).date()

    @property
    def open(self) -> bool:
        return self.state in OPEN


class ProposedAlready(NotPossible):
    """The same value is confirmed, or waits to be."""


class DayGoneBy(NotPossible):
    """A confirmation never reaches back: what was advised before keeps what it was given under."""


def check_author(author: Author) -> None:
    """NotTheirs unless it is the head of service."""
    if author.role != HEAD_OF_SERVICE:
        raise NotTheirs("Only the head of service proposes a confirmation.")


def check_proposal(c: Command, starts_on: date, same: Iterable[Proposal]) -> None:
    """NotTheirs, ProposedAlready or DayGoneBy. ``same`` are the proposals of the same value."""
    check_author(c.author)
    if starts_on < london(c.recorded_at).date():
        raise DayGoneBy(f"{starts_on} lies before the day it is proposed on.")
    for earlier in same:
        if earlier.open or earlier.state == CONFIRMED:
            raise ProposedAlready(f"It was proposed already, and is {earlier.state}.")


def proposals_in(db: Database, table: str) -> tuple[dict[str, Any], ...]:
    """Every proposal in a table, the oldest first, with its signature. One asked for again after
    it was withdrawn is one."""
    found: dict[str, dict[str, Any]] = {}
    for each in rows(
        db,
        f"""
        select {table}.*, signatures.id as signature_id, signatures.state,
            signatures.moved_at, signatures.moved_by
        from {table} join signatures on signatures.subject = {table}.entry_id
            join journal as proposed on proposed.id = {table}.entry_id
            join journal as asked on asked.id = signatures.entry_id
        order by proposed.position, asked.position
        """,
    ):
        found[each["entry_id"]] = {
            **each,
            "starts_on": date.fromisoformat(each["starts_on"]),
            "proposed_at": from_text(each["proposed_at"]),
            "moved_at": from_text(each["moved_at"]),
        }
    return tuple(found.values())


def signed_only_by(db: Database, asked: Entry, proposed: str, what: str, role: str) -> None:
    """ValueError where what this kind of entry proposed is asked of anybody else to sign."""
    about = entry_of(db, asked.caused_by) if asked.caused_by else None
    if about is None or about.kind != proposed or asked.body is None:
        return
    if asked.body.get("what") != what or asked.body.get("asked_of") != [role]:
        raise ValueError(f"What {proposed} asks for is signed by a {role} and nobody else.")
