"""Handing a young person over to MASH: the contact, in one transaction with the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from protocol.advice import Advice
from protocol.people import CHILDRENS_SOCIAL_CARE
from rules.calendar import london
from store.bed_entries import ACKNOWLEDGED, RUNG
from store.ids import new_id
from store.journal import Command, Entry
from store.mash.contact_child import add_to
from store.mash.open_to import tell_workers
from store.presentations import Presentation
from store.stream_names import case, contact


@dataclass(frozen=True)
class Way:
    """A way of handing over: the act that does it, the rules behind it and the rule whose
    time limit runs."""

    kind: str
    act: str
    clock: str
    says: str


WAYS = (
    Way("referral", "refer_to_mash", "4-a", "Referral to MASH as homeless or about to be"),
    Way("under_16", "refer_under_16", "a48-under-16", "Child under 16 who needs somewhere to live"),
    Way("contact", "refer_to_mash_as_contact", "gap-3", "Contact: the protocol is silent here"),
    Way("early_help", "refer_for_early_help", "a14-refer", "Referral for early help, agreed"),
)


def way_for(performed: tuple[str, ...]) -> Way | None:
    """The way these acts hand over, or nothing when they do not."""
    return next((way for way in WAYS if way.act in performed), None)


HANDED_OVER = "handed_over"


def first_received(entries: Iterable[Entry]) -> datetime | None:
    """When any team of children's social care first knew, the Emergency Duty Team among them: the
    assessment's clock starts then (A39). Nothing while none of them does."""
    moments = [
        entry.happened_at
        for entry in entries
        if entry.kind in (HANDED_OVER, RUNG) or entry.role in CHILDRENS_SOCIAL_CARE
    ]
    return min(moments, default=None)


def hand_over(
    c: Command, found: Presentation, person_id: str, advice: Advice, way: Way, caused_by: Entry
) -> str:
    """Append the contact and its child, note it in the case, and tell whoever works with the
    child elsewhere. Returns the contact's id."""
    contact_id, stream = new_id(), case(found.id)
    clock = advice.findings.pack.rule[way.clock]
    due = advice.findings.due(clock)
    received = c.append(
        contact(contact_id),
        "contact_received",
        {
            "case_id": found.id,
            "reference": found.reference,
            "kind": way.kind,
            "source": "First contact, Housing Options",
            "says": way.says,
            "rules": [duty.rule.id for duty in advice.applies if duty.rule.act == way.act],
            "due_at": london(due).isoformat() if due else None,
            "due_words": advice.findings.due_words(clock),
        },
        caused_by=caused_by.id,
    )
    child = add_to(c, received, new_id(), person_id)
    c.append(
        stream, HANDED_OVER, {"contact_id": contact_id, "kind": way.kind}, caused_by=received.id
    )
    tell_workers(c, child)
    return contact_id


def acknowledge(c: Command, contact_id: str, case_id: str | None, name: str) -> None:
    """Somebody at MASH has it. The case knows it in the same moment."""
    acknowledged = c.append(contact(contact_id), "contact_acknowledged", {"name": name})
    if case_id:
        c.append(
            case(case_id),
            ACKNOWLEDGED,
            {"contact_id": contact_id, "name": name, "facts": {"referral_accepted": "yes"}},
            caused_by=acknowledged.id,
        )
