"""The home page: a person's own work, soonest due first."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from store import cases, presentations, tasks
from store.accounts import humans
from store.cases import CaseFile
from store.contacts import contact
from store.tasks import Task
from views import clock, database, presenting
from views.case_summary import place
from views.checklist.to_review import asked_of_me, to_look_at
from views.doors import CASES, EVERYBODY, MASH, PRESENTATIONS, open_to
from views.errors import NO_ADVICE
from views.handing_over import HandOver, handing_over
from views.left_by_the_night import cases_left, not_decided
from views.mash.contact import received
from views.mash.handed_to_me import handed_to_me
from views.signatures import mine
from views.support.lists import to_visit

bp = Blueprint("home", __name__)

LATELY = timedelta(days=3)


@bp.get("/")
@open_to(EVERYBODY)
def home() -> ResponseReturnValue:
    db, account, now = database.current(), current_user.account, clock.now()
    files = (
        {file.case.id: file for file in cases.open_cases(db, account.human_id)}
        if account.role in CASES
        else {}
    )
    found = tasks.open_tasks(db, role=account.role, human_id=account.human_id)
    handed = handed_to_me(found)
    listed = {each.task_id for each in handed}
    meets = account.role in PRESENTATIONS
    return render_template(
        "home.html",
        meets_young_people=meets,
        left=cases_left(db, files.values()),
        not_decided=not_decided(db, account.human_id, now) if meets else (),
        still_open=still_open(files.values(), account.human_id, now),
        place=place,
        unfinished=presentations.open_for(db, account.human_id),
        to_visit=to_visit(now),
        handed_to_me=handed,
        tasks=[
            (task, files.get(task.case_id))
            for task in found
            if task.id not in listed and is_for(task, files)
        ],
        files=list(files.values()),
        asked_of_me=asked_of_me(found),
        to_look_at=to_look_at(),
        contacts=received() if account.role in MASH else None,
        signatures=mine(),
        humans=humans(db),
        now=now,
    )


def is_for(task: Task, files: Collection[str]) -> bool:
    """Whether the case or the contact is one that whoever is signed in may know of and open."""
    account = current_user.account
    if account.role not in CASES:
        return False
    return task.case_id in files or bool(
        contact(database.current(), task.case_id, account.human_id)
    )


def still_open(
    files: Iterable[CaseFile], human_id: str, now: datetime
) -> list[tuple[CaseFile, HandOver | None]]:
    """The hand-overs of those who hold a case opened lately, while they are not finished. One that
    the rules cannot be run over is shown without saying what is missing."""
    found = []
    for file in files:
        if file.case.held_by == human_id and now - file.case.opened_at < LATELY:
            try:
                how_far = handing_over(presenting.advice_for(presenting.presentation(file.case.id)))
            except NO_ADVICE:
                how_far = None
            if how_far is None or how_far.is_open:
                found.append((file, how_far))
    return found
