"""Facts that something on record establishes, rather than an answer: a bed, an acceptance,
that the services disagree.

Such an entry carries ``facts`` {fact id: value as JSON}. Later entries prevail. What an outcome
and its signature establish is in ``store.outcomes_on_record``.
"""

from collections.abc import Iterable
from typing import Any

from store import duty_to_refer, outcomes_on_record
from store.disputes import RAISED, SETTLED, TAKEN_FURTHER
from store.entry import Entry

BED = "bed_confirmed"
RUNG = "emergency_duty_team_rung"
ACKNOWLEDGED = "referral_acknowledged"
KINDS = (
    BED,
    RUNG,
    ACKNOWLEDGED,
    duty_to_refer.ANSWERED,
    duty_to_refer.SENT,
    duty_to_refer.ENDED,
    duty_to_refer.WITHDRAWN,
    RAISED,
    TAKEN_FURTHER,
    SETTLED,
)


def established_in(entries: Iterable[Entry]) -> dict[str, Any]:
    """Fact id to its latest value, of a stream's entries in order."""
    facts: dict[str, Any] = {}
    entries = tuple(entries)
    for entry in entries:
        if entry.kind in KINDS:
            facts |= (entry.body or {}).get("facts", {})
    return facts | outcomes_on_record.facts_in(entries)
