"""A child may be at risk of significant harm: the assessment team is told at once.

    harm_told {child, to, words}

The team's task stays open until somebody there says that they have it.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from protocol.people import SOCIAL_WORKER
from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, children_in, say
from store.own_tasks import Due, make
from store.tables import projects

HARM_TOLD = "harm_told"
TASK = "mash-harm"
LOOK = "A child may be at risk of significant harm now. Look at once"


def tell_harm(c: Command, child: ContactChild, words: str) -> Entry:
    """The team and its duty manager have it on their lists in the same moment."""
    told = say(c, child, HARM_TOLD, {"to": SOCIAL_WORKER, "words": words})
    make(c, told, TASK, LOOK, SOCIAL_WORKER, Due(c.recorded_at, "At once, and before any check"))
    return told


def harm_told(entries: Iterable[Entry], child_id: str) -> Entry | None:
    """When the team was first told of this child, also once the words were erased by law."""
    entries = tuple(entries)
    added = {child.entry_id for child in children_in(entries) if child.id == child_id}
    return next((e for e in entries if e.kind == HARM_TOLD and e.caused_by in added), None)


@projects(HARM_TOLD, of="contact")
def hold_to_shape(db: Database, entry: Entry) -> None:
    """No table has anything of it but the task."""
    if entry.body is not None:
        for name in ("child", "to", "words"):
            field(entry, name, str)
