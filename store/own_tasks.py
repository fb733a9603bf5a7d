"""Tasks that a procedure makes rather than a rule: they are asked for until they are done."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from protocol.people import HELD_BY
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.stream_names import case, subject
from store.tasks import OPEN, Task, tasks_of


@dataclass(frozen=True)
class Due:
    """When something has to be done, and the time limit in words."""

    at: datetime
    words: str


NO_TIME = "no deadline in the protocol"


def make(
    c: Command,
    cause: Entry,
    task: str,
    words: str,
    role: str,
    due: Due | None,
    force: str = "should",
) -> str:
    """``task`` stands where the id of a rule would. There is one of each to a cause. Its id."""
    body = {
        "task_id": new_id(),
        "rule_id": task,
        "words": words,
        "owner_role": role,
        "held_by_role": HELD_BY[role],
        "due_at": due.at.isoformat() if due else None,
        "due_words": due.words if due else NO_TIME,
        "force": force,
    }
    c.append(cause.stream, "task_created", body, caused_by=cause.id)
    return str(body["task_id"])


def finish(c: Command, case_id: str, tasks: Collection[str], causes: Collection[str]) -> None:
    """Those of these tasks that any of these entries made, and that are still open."""
    finish_in(c, case(case_id), tasks, causes)


def finish_in(c: Command, stream: str, tasks: Collection[str], causes: Collection[str]) -> None:
    """Like ``finish``, in the stream of a case or of a contact."""
    for task in still_open(c, subject(stream), tasks, causes):
        c.append(stream, "task_done", {"task_id": task.id, "words": task.words})


def move(
    c: Command, case_id: str, tasks: Collection[str], causes: Collection[str], due: Due
) -> None:
    """Give the same tasks another time."""
    for task in still_open(c, case_id, tasks, causes):
        at = due.at.isoformat() if due.at else None
        moved = {"task_id": task.id, "words": task.words, "due_at": at}
        c.append(case(case_id), "task_due_moved", moved)


def still_open(
    c: Command, case_id: str, tasks: Collection[str], causes: Collection[str]
) -> list[Task]:
    return [
        task
        for task in tasks_of(c.db, case_id)
        if task.state == OPEN and task.rule_id in tasks and task.triggering_entry in causes
    ]
