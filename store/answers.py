"""What was answered so far, read from the journal; later answers prevail."""

from typing import Any

from sqlite_utils import Database

from store.bodies import field, records
from store.entry import Entry
from store.reading import read_kind
from store.tables import projects


def answers_so_far(db: Database, stream: str, *journeys: str) -> dict[str, dict[str, Any]]:
    """Question to its latest answer in these journeys, with the page, who recorded it and when."""
    latest = {}
    for entry in read_kind(db, stream, "answers_given"):
        if entry.body is None or entry.body["journey"] not in journeys:
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


@projects("answers_given", of="case")
@projects("answers_given", of="contact")
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
