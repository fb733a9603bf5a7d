"""Facts that something on record establishes, rather than an answer: a bed, an acceptance.

Such an entry carries ``facts`` {fact id: value as JSON}. Later entries prevail.
"""

from typing import Any

from sqlite_utils import Database

from store.reading import read_kind

BED = "bed_confirmed"
RUNG = "emergency_duty_team_rung"
ACKNOWLEDGED = "referral_acknowledged"


def established_so_far(db: Database, stream: str) -> dict[str, Any]:
    """Fact id to its latest value."""
    entries = [e for kind in (BED, RUNG, ACKNOWLEDGED) for e in read_kind(db, stream, kind)]
    facts: dict[str, Any] = {}
    for entry in sorted(entries, key=lambda entry: entry.seq):
        facts |= (entry.body or {}).get("facts", {})
    return facts
