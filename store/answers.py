"""What was answered so far, read from the journal; later answers prevail."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from store.bodies import field, records
from store.entry import Entry
from store.reading import read_kind
from store.tables import projects

GIVEN = "answers_given"


def answers_so_far(db: Database, stream: str, *journeys: str) -> dict[str, dict[str, Any]]:
    """Question to its latest answer in these journeys, with the page, who recorded it and when."""
    return answers_in(read_kind(db, stream, GIVEN), *journeys)


def answers_in(entries: Iterable[Entry], *journeys: str) -> dict[str, dict[str, Any]]:
    """The same, of entries read before."""
    latest = {}
    for entry in entries:
        if entry.kind != GIVEN or entry.body is None or entry.body["journey"] not in journeys:
            continue
        for answer in entry.body["answers"]:
            latest[answer["question"]] = {
                **answer,
                "page": entry.body["page"],
                "human_id": entry.human_id,
                "role": entry.role,
                "recorded_at": entry.recorded_at,
                "occurred_at": entry.occurred_at,
                "entry_id": entry.id,
                "seq": entry.seq,
            }
    return latest


@projects(GIVEN, of="case")
@projects(GIVEN, of="contact")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """ValueError for answers of another shape: once appended they could never be put right."""
    if entry.body is None:
        return
    for name in ("journey", "page"):
        field(entry, name, str)
    field(entry, "facts", dict)
    for answer in records(entry, "answers"):
        if not isinstance(answer.get("question"), str):
            raise ValueError("Every answer names its question.")
