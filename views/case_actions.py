"""What is done with a case: tasks taken and done, the case handed on, or restricted."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.case import HandToForm, RestrictForm
from forms.sign_in import PlainForm
from store import stream_names, tasks
from store.accounts import workers
from store.cases import CaseFile
from store.ids import new_id
from store.journal import AlreadyDone
from store.tasks import Task
from views import database, presenting
from views.cases import file_of
from views.doors import CASES, PRESENTATIONS, open_to

bp = Blueprint("case_actions", __name__, url_prefix="/cases/<uuid:id>")


@bp.post("/tasks/<uuid:task_id>/done")
@open_to(PRESENTATIONS)
def done(id: Any, task_id: Any) -> ResponseReturnValue:
    return with_task(id, task_id, "task_done")


@bp.post("/tasks/<uuid:task_id>/take")
@open_to(PRESENTATIONS)
def take(id: Any, task_id: Any) -> ResponseReturnValue:
    """A named person accepts it; until then a duty manager holds it (A34)."""
    return with_task(id, task_id, "task_accepted")


def with_task(id: Any, task_id: Any, kind: str) -> ResponseReturnValue:
    file = file_of(id)
    if not PlainForm().validate():
        abort(400)
    found = {task.id: task for task in tasks.tasks_of(database.current(), file.case.id)}
    task = found.get(str(task_id)) or abort(404)
    append(file, kind, {"task_id": task.id, "words": task.words})
    return redirect(url_for("cases.case", id=file.case.id, _anchor="tasks"))


@bp.route("/hand-to", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def hand_to(id: Any) -> ResponseReturnValue:
    """Another worker takes the case, and with it every open task of whoever holds it now."""
    file, db = file_of(id), database.current()
    others = workers(db, PRESENTATIONS)
    others.pop(file.case.held_by or "", None)
    form = HandToForm(workers=others)
    moving = tasks_that_move(file)
    if not (form.is_submitted() and form.validate()):
        page = render_template(
            "case/hand_to.html", file=file, form=form, moving=moving, command_id=new_id()
        )
        return page, 400 if form.is_submitted() else 200
    body = {
        "to": form.to.data,
        "from": file.case.held_by,
        "words": form.why.data,
        "tasks": [task.id for task in moving],
    }
    append(file, "case_handed_to", body)
    return redirect(url_for("cases.case", id=file.case.id))


def tasks_that_move(file: CaseFile) -> list[Task]:
    """What the worker who holds the case has accepted, and what nobody has accepted for them."""
    return [
        task
        for task in tasks.tasks_of(database.current(), file.case.id)
        if task.state == "open"
        and (task.accepted_by == file.case.held_by or task.accepted_by is None)
        and task.owner_role in PRESENTATIONS
    ]


@bp.route("/restrict", methods=["GET", "POST"])
@open_to(CASES - {"auditor"})
def restrict(id: Any) -> ResponseReturnValue:
    """Only those named see the case from now on. With nobody named but oneself, only oneself."""
    file, db = file_of(id), database.current()
    form = RestrictForm(workers=workers(db, CASES))
    if not (form.is_submitted() and form.validate()):
        page = render_template("case/restrict.html", file=file, form=form, command_id=new_id())
        return page, 400 if form.is_submitted() else 200
    append(file, "case_restricted", {"allowed": form.allowed.data or [], "reason": form.why.data})
    return redirect(url_for("cases.case", id=file.case.id))


def append(file: CaseFile, kind: str, body: dict[str, Any]) -> None:
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            c.append(stream_names.case(file.case.id), kind, body)
    except AlreadyDone:
        pass  # the same button, pressed twice
