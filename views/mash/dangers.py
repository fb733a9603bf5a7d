"""What may have to be acted on tonight: shown at once, whatever else is still to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_login import current_user

from protocol.people import OWNERS
from rules.answers import NOT_KNOWN, YES
from store.accounts import humans
from store.entry import Entry
from store.mash.harm import harm_told
from store.mash.open_to import OpenTo, not_told, open_to
from store.tasks import OPEN, Task, tasks_of
from views import database
from views.doors import MASH
from views.mash.facts import facts_known
from views.mash.found import Found

SAYS = {
    "harm_now": "Somebody may be harming them, or about to",
    "nowhere_safe_tonight": "They have nowhere safe to sleep tonight",
    "missing_now": "They are missing",
}
UNKNOWN = {
    "harm_now": "whether somebody is harming them, or about to",
    "nowhere_safe_tonight": "whether they have somewhere safe to sleep tonight",
    "missing_now": "whether they are missing",
}


@dataclass(frozen=True)
class Worker:
    """Somebody who works with the child already, in words. ``told`` whether they were told."""

    words: str
    case_id: str | None
    contact_id: str | None
    told: bool


@dataclass(frozen=True)
class Dangers:
    """``now`` are those that were told, ``unknown`` those that nobody has told of either way.
    ``harm_told`` is when the assessment team was told, ``taken`` when somebody there said that they
    have it, and ``may_tell`` whether the reader can tell them."""

    now: tuple[str, ...]
    unknown: tuple[str, ...]
    harm_told: Entry | None
    taken: Task | None
    may_tell: bool
    workers: tuple[Worker, ...]

    @property
    def some_not_told(self) -> bool:
        return any(not each.told for each in self.workers)


def dangers_of(found: Found) -> Dangers:
    facts = facts_known(found)
    told = harm_told(found.entries, found.child.id)
    return Dangers(
        now=tuple(says for fact, says in SAYS.items() if facts[fact] is YES),
        unknown=tuple(says for fact, says in UNKNOWN.items() if facts[fact] is NOT_KNOWN),
        harm_told=told,
        taken=_taken(found, told) if told else None,
        may_tell=current_user.role in MASH and told is None,
        workers=_workers(found),
    )


def dangers(found: Found) -> Mapping[str, Any]:
    """For the child's page."""
    return {"dangers": dangers_of(found)}


def _taken(found: Found, told: Entry) -> Task | None:
    for task in tasks_of(database.current(), found.contact.id):
        if task.triggering_entry == told.id and task.state != OPEN:
            return task
    return None


def _workers(found: Found) -> tuple[Worker, ...]:
    db, reader = database.current(), current_user.account.human_id
    names = humans(db)
    waiting = {(each.case_id, each.contact_id) for each in not_told(db, found.child, reader)}
    return tuple(
        Worker(
            _words(each, names),
            each.case_id,
            each.contact_id,
            (each.case_id, each.contact_id) not in waiting,
        )
        for each in open_to(db, found.child, reader)
    )


def _words(found: OpenTo, names: Mapping[str, str]) -> str:
    what = "Case" if found.case_id else "Contact"
    who = names.get(found.worker or "", "nobody by name")
    return f"{what} {found.reference or ''}: {who}, {OWNERS[found.team]}"
