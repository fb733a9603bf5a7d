"""Values of bands, limits and indicators that the council has confirmed, one by one.

    threshold_confirmation_proposed {authority, value, name, says, source, value_hash, starts_on,
                                     reasons}

The head of service proposes, the threshold owner signs. A value is that of one council's folder:
what Barnet confirmed is not confirmed for another, and another value has to be confirmed anew.
"""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from protocol.people import THRESHOLD_OWNER
from store import signatures
from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.proposals import Proposal, check_author, check_proposal, proposals_in, signed_only_by
from store.signatures import ASKED
from store.stream_names import COUNCIL, family
from store.tables import keeps, projects
from store.times import to_text
from thresholds.values import ThresholdValue

PROPOSED = "threshold_confirmation_proposed"
CONFIRMATION = "threshold_confirmation"
"""What the signature is for."""


@dataclass(frozen=True)
class ThresholdConfirmation(Proposal):
    """A proposal that a value counts as confirmed from a day, and its signature's state."""

    authority: str
    value: str
    name: str
    says: str
    source: str


def propose(c: Command, value: ThresholdValue, starts_on: date, reasons: str) -> str:
    """Propose that a council's value counts as confirmed from a day. Returns the signature's id.

    NotTheirs unless the head of service does it, ProposedAlready, DayGoneBy.
    """
    same = [each for each in threshold_confirmations(c.db) if each.value_hash == value.hash]
    check_proposal(c, starts_on, same)
    body = {
        "authority": value.council,
        "value": value.id,
        "name": value.name,
        "says": value.says,
        "source": value.source,
        "value_hash": value.hash,
        "starts_on": starts_on.isoformat(),
        "reasons": reasons,
    }
    return signatures.ask(
        c,
        c.append(COUNCIL, PROPOSED, body),
        what=CONFIRMATION,
        words=f"{value.council}. {value.about}: {value.says}",
        reasons=reasons,
        asked_of=(THRESHOLD_OWNER,),
    )


def threshold_confirmations(db: Database) -> tuple[ThresholdConfirmation, ...]:
    """Every proposal, the oldest first. One asked for again after it was withdrawn is one."""
    found = proposals_in(db, "threshold_confirmations")
    return tuple(ThresholdConfirmation(**each) for each in found)


# The table. There is one council, so all of it goes when the council's stream is replayed.

keeps("threshold_confirmations", of=family(COUNCIL), key=None)


@projects(PROPOSED, of=family(COUNCIL))
def record(db: Database, entry: Entry) -> None:
    """Once its words were erased by law nobody can say any more what was confirmed."""
    check_author(entry.author)
    if entry.body is None:
        return
    said = {
        name: field(entry, name, str)
        for name in ("authority", "value", "name", "says", "source", "value_hash")
    }
    value = ThresholdValue(
        said["authority"], said["value"], said["name"], said["says"], said["source"]
    )
    if said["value_hash"] != value.hash:
        raise ValueError(f"{PROPOSED} names another value than the one it holds.")
    if not field(entry, "reasons", str).strip():
        raise ValueError(f"{PROPOSED} needs reasons in words.")
    db.table("threshold_confirmations").insert(
        {
            "entry_id": entry.id,
            **said,
            "starts_on": date.fromisoformat(field(entry, "starts_on", str)).isoformat(),
            "proposed_at": to_text(entry.recorded_at),
            "proposed_by": entry.human_id,
        }
    )


@projects(ASKED, of=family(COUNCIL))
def asked_of_the_threshold_owner(db: Database, entry: Entry) -> None:
    """Whoever else signed, it would be no confirmation."""
    signed_only_by(db, entry, PROPOSED, CONFIRMATION, THRESHOLD_OWNER)
