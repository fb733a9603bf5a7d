"""What waits for a second person to look at it, and the questions somebody has to answer: for the
home page and for the page of somebody's support."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_login import current_user

from checklists.fifty_points import point
from store.cases import CaseFile, case_file
from store.checklist.checklist import ANSWER_A_QUESTION
from store.checklist.reviewing import questions, waiting, wrote_some
from store.journal import entry
from store.support.package import visits
from store.tasks import Task
from views import database
from views.doors import SUPPORTERS, VISITORS
from views.support.found import Found


@dataclass(frozen=True)
class ToLookAt:
    """A checklist that whoever is signed in can look at."""

    file: CaseFile
    url: str
    since: datetime


@dataclass(frozen=True)
class Asked:
    """A question that whoever is signed in is asked by name."""

    file: CaseFile
    url: str
    about: str
    words: str
    by: str


def to_look_at() -> list[ToLookAt]:
    """In the cases whoever is signed in may know of, what they did not write themselves and
    nobody has finished looking at; the longest first."""
    if current_user.role not in SUPPORTERS:
        return []
    found = []
    for each in waiting(database.current()):
        mine = not each.authors.isdisjoint(current_user.author.humans)
        file = None if mine or each.only_questions_left else known(each.case_id)
        if file:
            found.append(ToLookAt(file, address(file, each.id), each.since))
    return found


def asked_of_me(tasks: tuple[Task, ...]) -> list[Asked]:
    """Those of these tasks that ask whoever is signed in, by name, about one of the fifty
    points."""
    db, found = database.current(), []
    for task in tasks:
        mine = task.accepted_by == current_user.account.human_id
        if task.rule_id != ANSWER_A_QUESTION or not mine:
            continue
        sent, file = entry(db, task.triggering_entry), known(task.case_id)
        if sent is None or sent.body is None or file is None:
            continue
        number = sent.body["point"]
        url = url_for(
            "checklist_review.answer_question",
            id=file.case.id,
            checklist_id=sent.body["checklist_id"],
            number=number,
        )
        found.append(Asked(file, url, point(number).question, sent.body["words"], sent.human_id))
    return found


def known(case_id: str) -> CaseFile | None:
    """The file, where whoever is signed in may know of it."""
    db, account = database.current(), current_user.account
    if account.role in VISITORS and not visits(db, case_id, account.human_id):
        return None
    return case_file(db, case_id, account.human_id)


def address(file: CaseFile, checklist_id: str) -> str:
    return url_for("checklist_review.review", id=file.case.id, checklist_id=checklist_id)


def reviews_on_support(found: Found) -> Mapping[str, Any]:
    """The checklists of this case that wait for somebody else, and what is asked about them."""
    waits = {each.entry_id: each.since for each in waiting(database.current(), found.id)}
    return {
        "reviews": [
            {
                "url": address(found.file, each.id),
                "since": waits[each.entry_id],
                "asked": len(questions(each)),
                "may_look": current_user.role in SUPPORTERS
                and not wrote_some(each, current_user.author),
            }
            for each in found.checklists
            if each.entry_id in waits
        ]
    }
