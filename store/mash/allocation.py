"""Giving a child to a worker: who has it, who gave it, and what else that worker has today.

    child_given_to {child, to, words}

Actions that the worker before had by name for this child go with it. The new worker is asked by a
task to say that they have it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from store.database import rows
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import GIVEN_TO, ContactChild, about, say
from store.mash.standing import Standing, from_columns
from store.own_tasks import Due, finish_in, make, still_open
from store.steps import NotPossible
from store.stream_names import contact, subject
from store.tasks import OPEN, tasks_of
from store.times import from_text

TASK = "mash-given"
"""Stands where the id of a rule would, in the task of whoever a child was given to."""

TASK_GIVEN_TO = "task_given_to"


class HasItAlready(NotPossible):
    """Nothing would change."""


def give(
    c: Command, found: ContactChild, entries: tuple[Entry, ...], to: str, role: str, words: str
) -> Entry:
    """Give the child to this human, who works in this role. HasItAlready."""
    if found.worker == to:
        raise HasItAlready("They have this child already. Nothing was changed")
    before = [e.id for e in about(entries, found.id, GIVEN_TO)]
    given = say(c, found, GIVEN_TO, {"to": to, "words": words})
    finish_in(c, given.stream, (TASK,), before)
    _follow(c, found, entries, to)
    if to != c.author.human_id:
        due = Due(c.recorded_at, "at once")
        make(c, given, TASK, f"You were given child {found.place} of a contact", role, due)
        give_tasks(c, given, (TASK,), to)
    return given


def give_tasks(c: Command, cause: Entry, tasks: tuple[str, ...], to: str) -> None:
    """Ask somebody by name to do what this entry made to be done."""
    for task in still_open(c, subject(cause.stream), tasks, (cause.id,)):
        body = {"task_id": task.id, "words": task.words, "to": to}
        c.append(cause.stream, TASK_GIVEN_TO, body, caused_by=cause.id)


def _follow(c: Command, found: ContactChild, entries: tuple[Entry, ...], to: str) -> None:
    """No action is lost because another worker has the child now."""
    theirs = {e.id for e in entries if e.caused_by == found.entry_id}
    for task in tasks_of(c.db, found.contact_id):
        named = task.accepted_by and task.accepted_by == found.worker
        if task.state == OPEN and named and task.triggering_entry in theirs:
            body = {"task_id": task.id, "words": task.words, "to": to}
            c.append(contact(found.contact_id), TASK_GIVEN_TO, body)


@dataclass(frozen=True)
class Given:
    """``to`` is nobody where it was taken from whoever had it; ``words`` is None once erased."""

    to: str | None
    by: str
    at: datetime
    words: str | None


def given(entries: Iterable[Entry], child_id: str) -> tuple[Given, ...]:
    """Each time a child was given to somebody, the latest first."""
    return tuple(
        Given((e.body or {}).get("to"), e.human_id, e.happened_at, (e.body or {}).get("words"))
        for e in reversed(about(entries, child_id, GIVEN_TO))
    )


def not_said_yet(
    db: Database, found: ContactChild, entries: tuple[Entry, ...], human_id: str
) -> bool:
    """Whether this human was given the child and has not said yet that they have it."""
    given = [e.id for e in about(entries, found.id, GIVEN_TO)]
    return any(
        task.state == OPEN
        and task.rule_id == TASK
        and task.accepted_by == human_id
        and task.triggering_entry in given
        for task in tasks_of(db, found.contact_id)
    )


def have_it(c: Command, found: ContactChild, entries: tuple[Entry, ...]) -> None:
    """Whoever was given the child says that they have it."""
    given = [e.id for e in about(entries, found.id, GIVEN_TO)]
    finish_in(c, contact(found.contact_id), (TASK,), given)


@dataclass(frozen=True)
class Held:
    """A child somebody has, whose contact is open. ``kind``, ``received_at`` and ``due_at`` are
    those of the contact."""

    worker: str
    kind: str | None
    received_at: datetime
    due_at: datetime | None
    standing: Standing


def held(db: Database) -> tuple[Held, ...]:
    """All of them. What only a few may know of counts as well, so that nobody is given more than
    they can do; nothing here says which it is."""
    return tuple(
        Held(
            found["worker"],
            found["kind"],
            from_text(found["received_at"]),
            found["due_at"] and from_text(found["due_at"]),
            from_columns(found),
        )
        for found in rows(
            db,
            """
            select contact_children.*, contacts.kind, contacts.received_at, contacts.due_at
            from contact_children join contacts on contacts.id = contact_children.contact_id
            where contact_children.closed_at is null and contact_children.worker is not null
            """,
        )
    )
