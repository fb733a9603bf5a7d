"""Recording the outcome of an assessment beside the advice it was decided on.

``outcome_decided`` is caused by its ``advice_given``. What was recorded before stays.
"""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from protocol.advice import Advice
from protocol.decisions import Departure
from protocol.outcomes import (
    BY_ID,
    DECISION,
    NOT_IN_NEED,
    SILENT,
    is_decider,
    signature_for,
)
from store import signatures
from store.bodies import field
from store.decisions import advice_given
from store.entry import Entry
from store.journal import Command
from store.outcomes_on_record import OUTCOME, assessed_by
from store.reading import read
from store.stream_names import case
from store.tables import projects


@dataclass(frozen=True)
class Made:
    """What a person decided, and what the young person ``said`` and was ``told``."""

    outcome: str
    reason: str
    said: str
    told: str
    departure_reason: str = ""
    departure_words: str = ""


def record(
    c: Command,
    case_id: str,
    advice: Advice,
    made: Made,
    departed: tuple[Departure, ...],
    expect_seq: int,
) -> None:
    """Advice, outcome and the signature it needs, all or nothing. ``advice`` is that given on what
    is on record; Conflict when the case is not at ``expect_seq``."""
    stream, outcome = case(case_id), BY_ID[made.outcome]
    entries = read(c.db, stream)
    advised = c.append(stream, "advice_given", advice_given(advice), expect_seq=expect_seq)
    asks = signature_for(outcome, c.author.role, advice, departed)
    body: dict[str, Any] = {
        "decision": DECISION.id,
        "question": DECISION.question,
        "option": outcome.id,
        "option_words": outcome.option.says,
        "reason": made.reason,
        "young_person_said": made.said,
        "told_young_person": made.told,
        "departures": [
            {"rule": each.rule, "act": each.act, "force": each.force.value} for each in departed
        ],
        "departure_reason": made.departure_reason if departed else None,
        "departure_words": made.departure_words if departed else None,
        "needs_manager": asks is not None,
        "facts": {},
        "facts_when_signed": {},
    }
    if outcome.id == NOT_IN_NEED:
        # Whoever wrote the assessment, or this, is not the other human (A2).
        body["assessed_by"] = assessed_by(entries) or [c.author.human_id]
        body["facts"] = {"not_in_need_reasons_written": "yes"}
        body["facts_when_signed"] = {"not_in_need_manager_agrees": "yes"}
    if outcome.id == SILENT and not departed:
        at_once = is_decider(c.author.role, advice)
        established = "facts" if at_once else "facts_when_signed"
        body[established] = {"manager_has_decided": "yes"}
    decided = c.append(stream, OUTCOME, body, caused_by=advised.id)
    if asks:
        what, asked_of = asks
        signatures.ask(
            c,
            decided,
            what=what,
            words=outcome.option.says,
            reasons=made.departure_words or made.reason,
            asked_of=asked_of,
        )


@projects(OUTCOME, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """ValueError for an outcome of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    if field(entry, "option", str) not in BY_ID:
        raise ValueError(f"{OUTCOME} names an outcome that is none.")
    for name in ("option_words", "reason", "young_person_said", "told_young_person"):
        field(entry, name, str)
    for name in ("facts", "facts_when_signed"):
        if set(field(entry, name, dict).values()) - {"yes"}:
            raise ValueError(f"{OUTCOME} establishes only what is so.")
