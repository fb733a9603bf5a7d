"""A second human looks at a checklist, point by point, and asks whoever wrote it down.

    checklist_review_done {checklist_id}     all that was talked about is accepted

Caused by ``checklist_started``, like the rest. What is said after it waits for somebody again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from checklists.fifty_points import point
from store import bodies, own_tasks
from store.checklist import checklist as said
from store.checklist.checklist import (
    ANSWER_A_QUESTION,
    ANSWERED,
    PUT_FORWARD,
    SENT_BACK,
    Checklist,
    Review,
)
from store.database import rows
from store.entry import Entry
from store.journal import Command, entry
from store.reading import read
from store.steps import NotPossible, NotTheirs
from store.stream_names import case, subject
from store.tables import keeps, projects
from store.times import from_text, to_text

DONE = "checklist_review_done"

WROTE_IT = "You wrote some of it down, so somebody else has to look at it"
NOT_YET = "Nobody has asked for a second person to look at it yet"


def look(
    c: Command,
    case_id: str,
    checklist: Checklist,
    number: int,
    verdict: str,
    words: str = "",
    edited: Mapping[str, Any] | None = None,
) -> None:
    """What this human makes of what was said about a point. Sent back, whoever wrote it down is
    asked by name. NotTheirs for whoever wrote any of it down, NotPossible before anybody asked."""
    if c.author.human_id in checklist.authors:
        raise NotTheirs(WROTE_IT)
    if not checklist.put_forward:
        raise NotPossible(NOT_YET)
    made = said.review(c, case_id, checklist, number, verdict, words, edited)
    before = {each.entry_id for each in checklist.reviews if each.point == number}
    own_tasks.finish(c, case_id, {ANSWER_A_QUESTION}, before)
    if verdict == SENT_BACK:
        _ask(c, made, checklist, number)
    now = said.one_of(said.checklists_in(read(c.db, case(case_id))), checklist.id)
    if now and now.is_reviewed:
        body = {"checklist_id": checklist.id}
        c.append(case(case_id), DONE, body, caused_by=checklist.entry_id)


def _ask(c: Command, made: Entry, checklist: Checklist, number: int) -> None:
    wrote = entry(c.db, checklist.history(number)[-1].entry_id)
    if wrote is None:
        raise NotPossible("What was said is no longer there")
    words = f"Answer a question about “{point(number).question}”"
    task = own_tasks.make(c, made, ANSWER_A_QUESTION, words, wrote.role, None)
    body = {"task_id": task, "words": words, "to": wrote.human_id}
    c.append(made.stream, "task_given_to", body)


def question(checklist: Checklist, number: int) -> Review | None:
    """What somebody asks about a point, while nobody has answered."""
    review = checklist.review(number)
    return review if review and review.verdict == SENT_BACK else None


def questions(checklist: Checklist) -> tuple[Review, ...]:
    """All that are not answered, by number."""
    found = (question(checklist, number) for number in sorted(checklist.answers))
    return tuple(each for each in found if each)


@dataclass(frozen=True)
class Waiting:
    """A checklist that somebody else is asked to look at. ``entry_id`` is where it was started."""

    case_id: str
    entry_id: str
    since: datetime


def waiting(db: Database, case_id: str | None = None) -> tuple[Waiting, ...]:
    """In every case, or in one; the longest first. Restricted ones too: whoever shows one asks
    whether its reader may know of it."""
    return tuple(
        Waiting(found["case_id"], found["entry_id"], from_text(found["put_forward_at"]))
        for found in rows(
            db,
            """
            select * from checklist_reviews
            where done_at is null and (:case_id is null or case_id = :case_id)
            order by put_forward_at, entry_id
            """,
            {"case_id": case_id},
        )
    )


# The table: a row to each checklist that was ever put forward.

keeps("checklist_reviews", of="case", key="case_id")


@projects(PUT_FORWARD, of="case")
def wait(db: Database, entry: Entry) -> None:
    if entry.caused_by:
        db.execute(
            """
            insert into checklist_reviews (entry_id, case_id, put_forward_at)
            values (:id, :case_id, :at)
            on conflict (entry_id) do update set
                put_forward_at = case when done_at is null then put_forward_at
                    else excluded.put_forward_at end,
                done_at = null
            """,
            {
                "id": entry.caused_by,
                "case_id": subject(entry.stream),
                "at": to_text(entry.recorded_at),
            },
        )


@projects(ANSWERED, of="case")
def wait_again(db: Database, entry: Entry) -> None:
    """What was said since, nobody else has seen."""
    db.execute(
        "update checklist_reviews set done_at = null where entry_id = :id",
        {"id": entry.caused_by},
    )


@projects(DONE, of="case")
def end(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        bodies.field(entry, "checklist_id", str)
    db.execute(
        "update checklist_reviews set done_at = :at where entry_id = :id",
        {"at": to_text(entry.recorded_at), "id": entry.caused_by},
    )
