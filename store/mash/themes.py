"""Theme notes: what the team has learned in a fortnight, and what it does about it.

    theme_notes_written {first_day, last_day, words, actions}

They stand in the council's stream, so no child is named in them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.reading import read_kind
from store.stream_names import COUNCIL, family
from store.tables import projects

WRITTEN = "theme_notes_written"

EVERY = timedelta(days=14)
SOURCE = (
    "Fortnightly MASH meetings, as Barnet reported them in January 2018. "
    "14 days are our default, not yet confirmed by Barnet"
)


@dataclass(frozen=True)
class Notes:
    """One fortnight's, from its first day to its last."""

    entry_id: str
    first_day: date
    last_day: date
    words: str
    actions: str
    by: str
    at: datetime


def write(c: Command, first_day: date, last_day: date, words: str, actions: str) -> Entry:
    """Put notes on record."""
    days = {"first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
    return c.append(COUNCIL, WRITTEN, {**days, "words": words, "actions": actions})


def notes(db: Database) -> tuple[Notes, ...]:
    """All that are not erased by law, those about the latest days first."""
    found = [_notes(e) for e in read_kind(db, COUNCIL, WRITTEN) if e.body is not None]
    return tuple(sorted(found, key=lambda each: (each.last_day, each.at), reverse=True))


def next_due(found: tuple[Notes, ...]) -> date | None:
    """The day by whose end the next notes are due: a fortnight after the last. None before the
    first, of which nobody can say since when they are owed."""
    return found[0].last_day + EVERY if found else None


def _notes(entry: Entry) -> Notes:
    return Notes(
        entry.id,
        date.fromisoformat(field(entry, "first_day", str)),
        date.fromisoformat(field(entry, "last_day", str)),
        field(entry, "words", str),
        field(entry, "actions", str),
        entry.human_id,
        entry.recorded_at,
    )


@projects(WRITTEN, of=family(COUNCIL))
def check(db: Database, entry: Entry) -> None:
    """Held against its shape: notes are read from the journal."""
    if entry.body is None:
        return
    written = _notes(entry)
    if written.last_day < written.first_day:
        raise ValueError(f"{WRITTEN} ends before it begins.")
    if not written.words.strip():
        raise ValueError(f"{WRITTEN} needs what was learned, in words.")
