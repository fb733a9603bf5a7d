"""What MASH has handed on to whoever is signed in, or told them since: on their home page."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from flask import url_for
from flask_login import current_user

from store import journal, people
from store.contacts import contact
from store.entry import Entry
from store.mash.checks import ANSWERED
from store.mash.contact_child import children_in
from store.mash.handing_on import AGREEMENT_GONE, LATE_ANSWER, RECEIVE, is_theirs, last_hand_on
from store.mash.sharing import WITHDRAWN
from store.people import NAME_NOT_GIVEN
from store.restrictions import may_see_person
from store.stream_names import contact as contact_stream
from store.tasks import Task
from views import database
from views.doors import RECEIVERS

AT_ONCE = (LATE_ANSWER, AGREEMENT_GONE)


class HandedToMe(NamedTuple):
    """``task_id`` is that of the task behind it."""

    task_id: str
    words: str
    name: str
    url: str
    due_at: datetime | None
    at_once: bool


def handed_to_me(tasks: Iterable[Task]) -> list[HandedToMe]:
    """Those of these open tasks that are for whoever is signed in, by name or as one of a team."""
    if current_user.role not in RECEIVERS:
        return []
    found = (_mine(task) for task in tasks if task.rule_id in (RECEIVE, *AT_ONCE))
    return [each for each in found if each]


def _mine(task: Task) -> HandedToMe | None:
    db, reader = database.current(), current_user.account.human_id
    cause = journal.entry(db, task.triggering_entry)
    if cause is None or cause.body is None or contact(db, task.case_id, reader) is None:
        return None
    child_id = cause.body["child"]
    entries = tuple(journal.read(db, contact_stream(task.case_id)))
    last = last_hand_on(entries, child_id)
    if last is None or not is_theirs(last, current_user.author):
        return None
    name, late = _name(entries, child_id), task.rule_id in AT_ONCE
    return HandedToMe(task.id, task.words, name, _url(task, cause), task.due_at, late)


def _url(task: Task, cause: Entry) -> str:
    body = cause.body or {}
    where = {"id": task.case_id, "child_id": body["child"]}
    if cause.kind == WITHDRAWN:
        return url_for("mash_handing_on.agreement_gone", **where)
    if cause.kind == ANSWERED:
        return url_for("mash_checks.read", **where, check_id=body["check"])
    return url_for("mash_handing_on.receive", **where)


def _name(entries: Iterable[Entry], child_id: str) -> str:
    db, reader = database.current(), current_user.account.human_id
    id = next((each.person_id for each in children_in(entries) if each.id == child_id), None)
    person = people.person(db, id) if id and may_see_person(db, id, reader) else None
    return (person and person.name) or NAME_NOT_GIVEN
