"""Whether a manager agreed that the assessment takes longer, in time, and until when (5.1-c)."""

from dataclasses import dataclass
from datetime import date, datetime

from protocol.advice import Advice
from protocol.extensions import EXTENSION
from rules.calendar import london
from store.entry import Entry
from store.records import SAVED
from views.presenting import Entries

COMPLETE_IN_TIME = "5.1-b"


@dataclass(frozen=True)
class Longer:
    """A manager's answer to a longer assessment. ``in_time`` is not known where nobody knows from
    when the time is counted."""

    entry: Entry
    agreed: bool
    in_time: bool | None
    until: str
    reasons: str


def received(advice: Advice) -> datetime | None:
    """When children's social care first knew, where that is known."""
    found = advice.findings.facts.get("referral_received_at")
    return found if isinstance(found, datetime) else None


def last_moment(advice: Advice) -> datetime | None:
    """When the time for the assessment runs out, where it is known from when it is counted."""
    pack, start = advice.findings.pack, received(advice)
    return pack.due(pack.rule[COMPLETE_IN_TIME], start) if start else None


def said_of_longer(entries: Entries, due: datetime | None) -> list[Longer]:
    """The last first. One after the time ran out is late, whatever it says."""
    found = []
    for entry in entries:
        if entry.kind != SAVED or not entry.body or entry.body["record"] != EXTENSION:
            continue
        given = {name: answer["value"] for name, answer in entry.body["fields"].items()}
        at = london(entry.recorded_at).date()
        found.append(
            Longer(
                entry,
                given["agreed"] == "yes",
                at <= london(due).date() if due else None,
                given["until"] or "",
                given["reasons"],
            )
        )
    return found[::-1]


def agreed_until(said: list[Longer]) -> date | None:
    """The day that a manager last agreed to in time; a later no takes nothing back."""
    return next((date.fromisoformat(e.until) for e in said if e.agreed and e.in_time), None)
