"""Facts that something on record establishes, rather than an answer: a bed, an acceptance,
that the services disagree.

Such an entry carries ``facts`` {fact id: value as JSON}. Later entries prevail, and so does a later
answer to the question of the same name. The end of support carries ``facts_when_signed``: they hold
from its signature on. What an outcome and its signature establish is in
``store.outcomes_on_record``, and what the fifty points do in ``store.checklist.facts``.
"""

from collections.abc import Iterable
from typing import Any

from store import duty_to_refer, outcomes_on_record
from store.answers import GIVEN
from store.bed_entries import (
    ACKNOWLEDGED,
    BASIS,
    BED,
    GATE_CLOSED,
    HAPPENED,
    HOLD_ENDED,
    LEFT,
    PACKAGE,
    RETURNED,
    RUNG,
)
from store.checklist import facts as fifty_points
from store.disputes import RAISED, SETTLED, TAKEN_FURTHER
from store.entry import Entry
from store.support.watch import watch_in

KINDS = (
    BED,
    RUNG,
    ACKNOWLEDGED,
    HAPPENED,
    GATE_CLOSED,
    BASIS,
    LEFT,
    RETURNED,
    HOLD_ENDED,
    PACKAGE,
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
    watch = watch_in(entries)
    end = watch.end if watch else None
    for entry in entries:
        if end and end.signed and entry.id == end.signed.id:
            facts |= (end.entry.body or {})["facts_when_signed"]
        elif entry.kind in KINDS:
            facts |= (entry.body or {}).get("facts", {})
        elif entry.kind == GIVEN:
            for answer in (entry.body or {}).get("answers", ()):
                if answer.get("standing") not in (None, "not_asked"):
                    facts.pop(answer["question"], None)
    facts |= outcomes_on_record.facts_in(entries)
    return fifty_points.overlaid(facts, fifty_points.facts_in(entries))
