"""A second human looks at a checklist, point by point, and asks whoever wrote it down.

    checklist_review_done {checklist_id}     all that was talked about is accepted

Caused by ``checklist_started``, like the rest. What is said after it waits for somebody again, and
so does what was accepted once its words were erased by law: it goes by the answers and what was
made of them, and never by ``checklist_review_done`` alone.
"""

import json
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
    REVIEWED,
    SENT_BACK,
    Checklist,
    Review,
)
from store.database import rows
from store.entry import Author, Entry
from store.journal import Command
from store.reading import caused_by, read
from store.reading import entry as entry_of
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
    if wrote_some(checklist, c.author):
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


def wrote_some(checklist: Checklist, author: Author) -> bool:
    """Whether whoever this is, or does this for somebody, wrote any of it down or had it written
    down for them."""
    return not checklist.authors.isdisjoint(author.humans)


def _ask(c: Command, made: Entry, checklist: Checklist, number: int) -> None:
    wrote = entry_of(c.db, checklist.history(number)[-1].entry_id)
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


def only_questions_left(checklist: Checklist) -> bool:
    """Whether it is those who talked with them who have to do something now."""
    asked = {each.point for each in questions(checklist)}
    return bool(asked) and all(
        number in asked or checklist.review(number) for number in checklist.answers
    )


@dataclass(frozen=True)
class Waiting:
    """A checklist that somebody else is asked to look at. ``entry_id`` is where it was started,
    ``authors`` are those who cannot look at it."""

    id: str
    case_id: str
    entry_id: str
    since: datetime
    authors: frozenset[str]
    only_questions_left: bool


def waiting(db: Database, case_id: str | None = None) -> tuple[Waiting, ...]:
    """In every case, or in one; the longest first. Restricted ones too: whoever shows one asks
    whether its reader may know of it."""
    return tuple(
        Waiting(
            id=found["id"],
            case_id=found["case_id"],
            entry_id=found["entry_id"],
            since=from_text(found["since"]),
            authors=frozenset(json.loads(found["authors"])),
            only_questions_left=bool(found["only_questions_left"]),
        )
        for found in rows(
            db,
            """
            select * from checklists_to_review where :case_id is null or case_id = :case_id
            order by since, entry_id
            """,
            {"case_id": case_id},
        )
    )


# The table: what waits, so that lists across cases need not read every stream.

keeps("checklists_to_review", of="case", key="case_id")


@projects(ANSWERED, of="case")
@projects(PUT_FORWARD, of="case")
@projects(REVIEWED, of="case")
@projects(DONE, of="case")
def keep(db: Database, entry: Entry) -> None:
    """The row of a checklist as it stands with this entry; none where it does not wait."""
    if entry.kind == DONE and entry.body is not None:
        bodies.field(entry, "checklist_id", str)
    started = entry.caused_by and entry_of(db, entry.caused_by)
    if not started:
        return
    about = [started, *(e for e in caused_by(db, started.id) if e.seq <= entry.seq)]
    db.execute("delete from checklists_to_review where entry_id = :id", {"id": started.id})
    for found in said.checklists_in(about):
        if found.put_forward and found.answers and not found.is_reviewed:
            db.execute(
                """
                insert into checklists_to_review
                    (entry_id, id, case_id, since, authors, only_questions_left)
                values (:entry_id, :id, :case_id, :since, :authors, :only_questions_left)
                """,
                {
                    "entry_id": started.id,
                    "id": found.id,
                    "case_id": subject(entry.stream),
                    "since": to_text(_since(about)),
                    "authors": json.dumps(sorted(found.authors)),
                    "only_questions_left": int(only_questions_left(found)),
                },
            )


def _since(about: list[Entry]) -> datetime:
    """When it was put forward: the first time since all of it was looked at, or else the last."""
    done = max((entry.seq for entry in about if entry.kind == DONE), default=0)
    asked = [entry for entry in about if entry.kind == PUT_FORWARD]
    return next((each for each in asked if each.seq > done), asked[-1]).recorded_at
