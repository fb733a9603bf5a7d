"""The outcomes on record, and the facts that they and their signatures establish.

``outcome_decided`` carries ``facts``, and in ``facts_when_signed`` what holds once another human
has signed. Only the last outcome counts: decided anew, nothing of what was signed before does.
Where a manager decides because the protocol is silent, what was signed before goes on: the silence
came of it.
"""

from collections.abc import Iterable
from typing import Any

from protocol.outcomes import SILENT
from store.entry import Entry
from store.signatures import ASKED, DECLINED, GIVEN

OUTCOME = "outcome_decided"
ASSESSMENT = "assessment"
"""The part of the case that the assessment is written in."""

NOT_SO = {"yes": "no"}


def facts_in(entries: Iterable[Entry]) -> dict[str, Any]:
    """Fact id → value, of a stream's entries in order."""
    facts: dict[str, Any] = {}
    outcome: Entry | None = None
    asked: set[str] = set()
    wrote: set[str] = set()
    for entry in entries:
        wrote |= _wrote(entry)
        if entry.kind == OUTCOME:
            body = entry.body or {}
            before = facts if body.get("option") == SILENT else {}
            outcome, facts, asked = entry, {**before, **body.get("facts", {})}, set()
        elif outcome and entry.kind == ASKED and entry.caused_by == outcome.id:
            asked.add(entry.id)
        elif outcome and entry.caused_by in asked and entry.kind in (GIVEN, DECLINED):
            signed = (outcome.body or {}).get("facts_when_signed", {})
            if entry.kind == DECLINED:
                facts |= {fact: NOT_SO[value] for fact, value in signed.items()}
            elif entry.human_id not in wrote or not (outcome.body or {}).get("assessed_by"):
                facts |= signed
    return facts


def assessed_by(entries: Iterable[Entry]) -> list[str]:
    """The humans who wrote any of the assessment, by id."""
    return sorted(set().union(*(_wrote(entry) for entry in entries)))


def _wrote(entry: Entry) -> set[str]:
    if entry.kind != "answers_given" or entry.body is None:
        return set()
    mine = entry.body.get("journey") == ASSESSMENT
    return {entry.human_id} if mine else set()
