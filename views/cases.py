"""The case page, as far as it goes: what was decided, what is to be done, what happened."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.sign_in import PlainForm
from protocol.decisions import DEPARTURE_REASONS
from store import cases, journal, stream_names, tasks
from store.accounts import humans
from store.ids import new_id
from views import clock, database, presenting, reading
from views.doors import CASES, PRESENTATIONS, open_to

bp = Blueprint("cases", __name__, url_prefix="/cases")


@bp.get("/<uuid:id>")
@open_to(CASES)
def case(id: Any) -> ResponseReturnValue:
    db = database.current()
    file = cases.case_file(db, str(id), current_user.account.human_id) or abort(404)
    reading.record("case_read", {"case_id": file.case.id})
    entries = journal.read(db, stream_names.case(file.case.id))
    return render_template(
        "case/case.html",
        file=file,
        tasks=tasks.tasks_of(db, file.case.id),
        entries=entries,
        decision=next(e for e in reversed(entries) if e.kind == "decision_made").body,
        departure_reasons=DEPARTURE_REASONS,
        humans=humans(db),
        may_do=current_user.role in PRESENTATIONS,
        new_id=new_id,
        now=clock.now(),
    )


@bp.post("/<uuid:id>/tasks/<uuid:task_id>/done")
@open_to(PRESENTATIONS)
def done(id: Any, task_id: Any) -> ResponseReturnValue:
    db, case_id = database.current(), str(id)
    if not PlainForm().validate():
        abort(400)
    cases.case_file(db, case_id, current_user.account.human_id) or abort(404)
    found = {task.id: task for task in tasks.tasks_of(db, case_id)}.get(str(task_id)) or abort(404)
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            done = {"task_id": found.id, "words": found.words}
            c.append(stream_names.case(case_id), "task_done", done)
    except journal.AlreadyDone:
        pass  # the same button, pressed twice
    return redirect(url_for(".case", id=case_id, _anchor="tasks"))
