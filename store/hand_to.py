"""The case goes to another worker, and with it every open task that is not somebody else's."""

from dataclasses import dataclass

from sqlite_utils import Database

from protocol.people import EVERYONE, PLACEMENTS_SERVICE
from store.cases import case_held_by
from store.journal import Command
from store.stream_names import case
from store.tasks import OPEN, Task, tasks_of

NIGHT = "a43"
"""The rule whose task stays open until the day team has taken over from the night."""

NOBODYS = frozenset({EVERYONE, PLACEMENTS_SERVICE})
"""Owners without a list of their own: whoever holds the case sees to it."""


@dataclass(frozen=True)
class Open:
    """``moving`` go with the case. ``staying`` are those that another person has taken, or that
    another team has to take: moving them would hide that nobody there has."""

    moving: tuple[Task, ...]
    staying: tuple[Task, ...]


def open_tasks_of(db: Database, case_id: str, holders: frozenset[str]) -> Open:
    """``holders`` are the roles that can hold a case."""
    held_by = case_held_by(db, case_id)
    found = [task for task in tasks_of(db, case_id) if task.state == OPEN]

    def moves(task: Task) -> bool:
        if task.accepted_by is None:
            return task.owner_role in holders | NOBODYS
        return task.accepted_by == held_by

    return Open(
        tuple(task for task in found if moves(task)),
        tuple(task for task in found if not moves(task)),
    )


class TakenMeanwhile(Exception):
    """Somebody else holds the case now than when the page was shown."""


def hand_to(
    c: Command,
    case_id: str,
    to: str,
    words: str,
    *,
    seen: str | None,
    holders: frozenset[str],
    ends_the_night: bool,
) -> None:
    """``seen`` is who held the case when the page was shown; TakenMeanwhile where that changed.
    ``ends_the_night`` when the day team has it now: then the night's hand-over is done."""
    held_by = case_held_by(c.db, case_id)
    if held_by != seen:
        raise TakenMeanwhile(case_id)
    found = open_tasks_of(c.db, case_id, holders)
    body = {
        "to": to,
        "from": held_by,
        "words": words,
        "tasks": [task.id for task in found.moving],
        "moved": [task.words for task in found.moving],
        "stayed": [task.words for task in found.staying],
    }
    handed = c.append(case(case_id), "case_handed_to", body)
    for task in found.moving + found.staying:
        if ends_the_night and task.rule_id == NIGHT:
            done = {"task_id": task.id, "words": task.words}
            c.append(case(case_id), "task_done", done, caused_by=handed.id)
