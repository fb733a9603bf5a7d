"""What the night left for the day team: cases nobody has taken over, and who is not decided on.

The record moves from the one to the other, and the young person does not start again (A43).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from sqlite_utils import Database

from protocol.pack import current_pack
from rules.calendar import LONDON, london
from store import contacts, presentations, tasks
from store.cases import CaseFile
from store.entry import Entry
from store.hand_to import NIGHT
from store.presentations import Presentation
from store.reading import read
from store.stream_names import case
from store.tasks import Task
from views.case_summary import bed_now


@dataclass(frozen=True)
class Left:
    """A case from out of hours. ``task`` is the night's own: to hand it over to the day team."""

    file: CaseFile
    task: Task
    bed: Entry | None
    contacts: tuple[contacts.Contact, ...]


def cases_left(db: Database, files: Iterable[CaseFile]) -> list[Left]:
    """Soonest due first, of the cases that the reader may know of."""
    known = {file.case.id: file for file in files}
    found = []
    for task in tasks.open_of_rule(db, NIGHT):
        if task.case_id not in known:
            continue
        bed = bed_now({entry.kind: entry for entry in read(db, case(task.case_id))})
        sent = contacts.contacts_of(db, task.case_id)
        found.append(Left(known[task.case_id], task, bed, sent))
    return found


def not_decided(db: Database, human_id: str, now: datetime) -> tuple[Presentation, ...]:
    """Whom others started with before the office opened today, and nobody has decided on. What
    this human started or saved last is with their own work."""
    today = london(now).date()
    opens = datetime.combine(today, time(current_pack().hours(today).opens), LONDON)
    return tuple(
        found
        for found in presentations.open_since_before(db, min(opens, now))
        if human_id not in (found.started_by, found.saved_by)
    )
