"""The home page: a person's own work, soonest due first."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from store import cases, presentations, tasks
from views import clock, database
from views.doors import CASES, EVERYBODY, MASH, PRESENTATIONS, open_to
from views.hand_over import received
from views.signatures import mine

bp = Blueprint("home", __name__)


@bp.get("/")
@open_to(EVERYBODY)
def home() -> ResponseReturnValue:
    db, account = database.current(), current_user.account
    files = (
        {file.case.id: file for file in cases.open_cases(db, account.human_id)}
        if account.role in CASES
        else {}
    )
    found = tasks.open_tasks(db, role=account.role, human_id=account.human_id)
    return render_template(
        "home.html",
        meets_young_people=account.role in PRESENTATIONS,
        unfinished=presentations.open_for(db, account.human_id),
        tasks=[(task, files[task.case_id]) for task in found if task.case_id in files],
        files=list(files.values()),
        contacts=received() if account.role in MASH else None,
        signatures=mine(),
        now=clock.now(),
    )
