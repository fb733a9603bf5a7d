"""Tasks: what a named owner has to do, by a time or with no deadline in the protocol."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import field, moment_or_none
from store.database import row, rows
from store.entry import ERASED, Entry
from store.stream_names import subject
from store.tables import Projection, keeps, projects
from store.times import from_text, to_text

OPEN, DONE, CLOSED = "open", "done", "closed"
"""The states of a task. One whose rule stopped applying is closed by a person, never by itself."""


@dataclass(frozen=True)
class Task:
    """A task of a case or, as ``case_id`` has it then, of a contact at MASH.
    ``triggering_entry`` is the entry that made the rule apply. Closed, ``done_at`` and
    ``done_by`` say when and by whom."""

    id: str
    case_id: str
    rule_id: str
    triggering_entry: str
    words: str
    owner_role: str
    held_by_role: str
    accepted_by: str | None
    due_at: datetime | None
    due_words: str
    force: str
    state: str
    done_at: datetime | None
    done_by: str | None


class UnknownTask(Exception):
    """The case has no task of this id."""


def open_tasks(
    db: Database, *, role: str | None = None, human_id: str | None = None
) -> tuple[Task, ...]:
    """What the role holds or owns and what the human accepted, soonest due first, no due last."""
    return tuple(
        _task(found)
        for found in rows(
            db,
            """
            select * from tasks
            where state = 'open'
              and (held_by_role = :role or owner_role = :role or accepted_by = :human)
            order by case when due_at is null then 1 else 0 end, due_at, case_id, rule_id, id
            """,
            {"role": role, "human": human_id},
        )
    )


def tasks_of(db: Database, case_id: str) -> tuple[Task, ...]:
    """A case's tasks, open ones first, soonest due first, no due last."""
    return tuple(
        _task(found)
        for found in rows(
            db,
            """
            select * from tasks where case_id = :case_id
            order by case state when 'open' then 0 else 1 end,
                case when due_at is null then 1 else 0 end, due_at, rule_id, id
            """,
            {"case_id": case_id},
        )
    )


def open_of_rule(db: Database, rule_id: str) -> tuple[Task, ...]:
    """Every case's open tasks of one rule, soonest due first, no due last."""
    return tuple(
        _task(found)
        for found in rows(
            db,
            """
            select * from tasks where state = 'open' and rule_id = :rule_id
            order by case when due_at is null then 1 else 0 end, due_at, case_id, id
            """,
            {"rule_id": rule_id},
        )
    )


def is_recorded(db: Database, case_id: str, rule_id: str, triggering_entry: str) -> bool:
    """Whether the rule has its task for this entry: a second ``task_created`` would be idle."""
    return bool(
        row(
            db,
            """
            select 1 from tasks where case_id = :case_id and rule_id = :rule_id
                and triggering_entry = :triggering_entry
            """,
            {"case_id": case_id, "rule_id": rule_id, "triggering_entry": triggering_entry},
        )
    )


def _task(found: Mapping[str, Any]) -> Task:
    return Task(
        **{
            **found,
            "due_at": found["due_at"] and from_text(found["due_at"]),
            "done_at": found["done_at"] and from_text(found["done_at"]),
        }
    )


RECORDS = ("case", "contact")
"""A task stands in the stream of a case or of a contact, and ``case_id`` is the id of either."""

for _family in RECORDS:
    keeps("tasks", of=_family, key="case_id")


def _follows(kind: str) -> Callable[[Projection], Projection]:
    """Register it for the tasks of either."""

    def register(projection: Projection) -> Projection:
        for family in RECORDS:
            projects(kind, of=family)(projection)
        return projection

    return register


@_follows("task_created")
def create(db: Database, entry: Entry) -> None:
    """The triggering entry is what caused this one; a task there already is left as it is."""
    if entry.body is None:
        return
    if entry.caused_by is None:
        raise ValueError("task_created needs caused_by, the entry that made the rule apply.")
    db.execute(
        """
        insert into tasks (id, case_id, rule_id, triggering_entry, words, owner_role, held_by_role,
            due_at, due_words, force, state)
        values (:id, :case_id, :rule_id, :triggering_entry, :words, :owner_role, :held_by_role,
            :due_at, :due_words, :force, 'open')
        on conflict (case_id, rule_id, triggering_entry) do nothing
        """,
        {
            "id": field(entry, "task_id", str),
            "case_id": subject(entry.stream),
            "rule_id": field(entry, "rule_id", str),
            "triggering_entry": entry.caused_by,
            "words": field(entry, "words", str),
            "owner_role": field(entry, "owner_role", str),
            "held_by_role": field(entry, "held_by_role", str),
            "due_at": moment_or_none(entry, "due_at"),
            "due_words": field(entry, "due_words", str),
            "force": field(entry, "force", str),
        },
    )


@_follows("task_done")
def finish(db: Database, entry: Entry) -> None:
    """UnknownTask when the case has no such task; done twice, the first time counts."""
    _end(db, entry, DONE)


@_follows("task_closed")
def close(db: Database, entry: Entry) -> None:
    """It is no longer asked for, and nobody has done it. Like ``finish`` otherwise."""
    _end(db, entry, CLOSED)


def _end(db: Database, entry: Entry, state: str) -> None:
    if entry.body is None:
        return
    named = {"id": field(entry, "task_id", str), "case_id": subject(entry.stream)}
    if not row(db, "select 1 from tasks where id = :id and case_id = :case_id", named):
        if _something_erased(db, entry.stream):
            return
        raise UnknownTask(named["id"])
    db.execute(
        """
        update tasks set state = :state, done_at = :at, done_by = :by
        where id = :id and case_id = :case_id and state = 'open'
        """,
        {**named, "state": state, "at": to_text(entry.happened_at), "by": entry.human_id},
    )


@_follows("task_due_moved")
def move_due(db: Database, entry: Entry) -> None:
    """What its time is counted from became known, or was put right."""
    if entry.body is not None:
        db.execute(
            """
            update tasks set due_at = :due_at
            where id = :id and case_id = :case_id and state = 'open'
            """,
            {
                "id": field(entry, "task_id", str),
                "case_id": subject(entry.stream),
                "due_at": moment_or_none(entry, "due_at"),
            },
        )


@_follows("task_accepted")
def accept(db: Database, entry: Entry) -> None:
    """A named person takes it: whoever recorded this."""
    if entry.body is not None:
        db.execute(
            """
            update tasks set accepted_by = :by
            where id = :id and case_id = :case_id and state = 'open'
            """,
            {
                "id": field(entry, "task_id", str),
                "case_id": subject(entry.stream),
                "by": entry.human_id,
            },
        )


@_follows("task_given_to")
def give(db: Database, entry: Entry) -> None:
    """Somebody is asked by name to do it. It can be given on."""
    if entry.body is not None:
        db.execute(
            """
            update tasks set accepted_by = :to
            where id = :id and case_id = :case_id and state = 'open'
            """,
            {
                "id": field(entry, "task_id", str),
                "case_id": subject(entry.stream),
                "to": field(entry, "to", str),
            },
        )


@projects("case_handed_to", of="case")
def move(db: Database, entry: Entry) -> None:
    """Every open task named moves to the worker who takes the case."""
    if entry.body is None:
        return
    for task_id in field(entry, "tasks", list):
        db.execute(
            """
            update tasks set accepted_by = :to
            where id = :id and case_id = :case_id and state = 'open'
            """,
            {"id": task_id, "case_id": subject(entry.stream), "to": field(entry, "to", str)},
        )


def _something_erased(db: Database, stream: str) -> bool:
    """Replayed after its task was erased, a ``task_done`` has nothing left to close."""
    return bool(
        row(
            db,
            "select 1 from journal where stream = :stream and kind = :kind limit 1",
            {"stream": stream, "kind": ERASED},
        )
    )
