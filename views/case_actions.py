"""What is done with a case: tasks taken, done and closed, the case handed on, or restricted."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.case import HandToForm, RestrictForm
from forms.sign_in import PlainForm
from protocol.advice import Advice
from protocol.people import EMERGENCY_DUTY_TEAM
from rules.calendar import in_office_hours, london
from store import duties, stream_names, tasks
from store.accounts import humans, workers
from store.cases import CaseFile
from store.hand_to import TakenMeanwhile, open_tasks_of
from store.hand_to import hand_to as hand_case_to
from store.ids import new_id
from store.journal import AlreadyDone
from store.restrictions import may_see_case
from views import clock, database, presenting
from views.cases import file_of
from views.doors import CASES, PRESENTATIONS, TASKS, open_to
from views.keeping_up import record
from views.rules_in_force import pack_in_force

bp = Blueprint("case_actions", __name__, url_prefix="/cases/<uuid:id>")

TAKEN, DONE, CLOSED = "task_accepted", "task_done", "task_closed"


@bp.post("/tasks/<uuid:task_id>/take")
@open_to(TASKS)
def take(id: Any, task_id: Any) -> ResponseReturnValue:
    """A named person accepts it; until then a duty manager holds it (A34)."""
    return with_task(id, task_id, TAKEN)


@bp.post("/tasks/<uuid:task_id>/done")
@open_to(TASKS)
def done(id: Any, task_id: Any) -> ResponseReturnValue:
    return with_task(id, task_id, DONE)


@bp.post("/tasks/<uuid:task_id>/close")
@open_to(TASKS)
def close(id: Any, task_id: Any) -> ResponseReturnValue:
    """No longer asked for, and not done. It never closes by itself, and not while it is asked for:
    answers may have changed since the page was shown."""
    return with_task(id, task_id, CLOSED)


@bp.post("/duties/<rule_id>/take")
@open_to(TASKS)
def take_duty(id: Any, rule_id: str) -> ResponseReturnValue:
    """A duty that time alone has made apply gets its task when somebody takes it."""
    return with_duty(id, rule_id, TAKEN)


@bp.post("/duties/<rule_id>/done")
@open_to(TASKS)
def duty_done(id: Any, rule_id: str) -> ResponseReturnValue:
    return with_duty(id, rule_id, DONE)


def with_task(id: Any, task_id: Any, kind: str) -> ResponseReturnValue:
    file = file_of(id)
    if not PlainForm().validate():
        abort(400)
    found = {task.id: task for task in tasks.tasks_of(database.current(), file.case.id)}
    task = found.get(str(task_id)) or abort(404)
    if kind != CLOSED or not applies(file, task.rule_id):
        record(file.case.id, kind, {"task_id": task.id, "words": task.words})
    return back_to_tasks(file)


def with_duty(id: Any, rule_id: str, kind: str) -> ResponseReturnValue:
    file = file_of(id)
    if not PlainForm().validate():
        abort(400)
    if rule_id not in pack_in_force().rule:
        abort(404)
    advice = advice_on(file)
    duty = next((duty for duty in duties.musts(advice) if duty.rule.id == rule_id), None)
    if duty is None:
        return back_to_tasks(file)  # it does not apply any more
    stream = stream_names.case(file.case.id)
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            task_id = duties.ensure(c, stream, advice, duty)
            c.append(stream, kind, {"task_id": task_id, "words": duty.rule.words})
    except AlreadyDone:
        pass  # the same button, pressed twice
    return back_to_tasks(file)


def advice_on(file: CaseFile) -> Advice:
    return presenting.advice_for(presenting.presentation(file.case.id))


def applies(file: CaseFile, rule_id: str) -> bool:
    return advice_on(file).duty(rule_id) is not None


def back_to_tasks(file: CaseFile) -> ResponseReturnValue:
    return redirect(url_for("cases.case", id=file.case.id, _anchor="tasks"))


@bp.route("/hand-to", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def hand_to(id: Any) -> ResponseReturnValue:
    """Another worker takes the case, and with it every open task that is not somebody else's."""
    file, db = file_of(id), database.current()
    others = {
        human_id: name
        for human_id, name in workers(db, PRESENTATIONS).items()
        if human_id != file.case.held_by and may_see_case(db, file.case.id, human_id)
    }
    form = HandToForm(workers=others)
    if not (form.is_submitted() and form.validate()):
        return handing(file, "case/hand_to.html", form), 400 if form.is_submitted() else 200
    to = form.to.data
    ends_the_night = office_is_open() and to in workers(db, PRESENTATIONS - {EMERGENCY_DUTY_TEAM})
    return hand(file, "case/hand_to.html", form, to, form.why.data, ends_the_night)


@bp.route("/take-over", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def take_over(id: Any) -> ResponseReturnValue:
    """“I have it now.” Nobody has to be reached who has gone home."""
    file, form = file_of(id), PlainForm()
    if not (form.is_submitted() and form.validate()):
        return handing(file, "case/take_over.html", form), 400 if form.is_submitted() else 200
    ends_the_night = current_user.role != EMERGENCY_DUTY_TEAM
    me = current_user.account.human_id
    if me == file.case.held_by:
        return redirect(url_for("cases.case", id=file.case.id))
    return hand(file, "case/take_over.html", form, me, "", ends_the_night)


def hand(
    file: CaseFile, template: str, form: Any, to: str, words: str, ends_the_night: bool
) -> ResponseReturnValue:
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            hand_case_to(
                c,
                file.case.id,
                to,
                words,
                seen=request.form.get("seen") or None,
                holders=PRESENTATIONS,
                ends_the_night=ends_the_night,
            )
    except AlreadyDone:
        pass  # the same page, posted twice
    except TakenMeanwhile:
        form.form_errors.append("Somebody else has the case now. Look again, then decide")
        return handing(file_of(file.case.id), template, form), 409
    return redirect(url_for("cases.case", id=file.case.id))


def handing(file: CaseFile, template: str, form: Any) -> str:
    db = database.current()
    return render_template(
        template,
        file=file,
        form=form,
        humans=humans(db),
        open=open_tasks_of(db, file.case.id, PRESENTATIONS),
        command_id=new_id(),
    )


def office_is_open() -> bool:
    pack, now = pack_in_force(), clock.now()
    return in_office_hours(now, pack.bank_holidays, pack.hours(london(now).date()))


@bp.route("/restrict", methods=["GET", "POST"])
@open_to(CASES - {"auditor"})
def restrict(id: Any) -> ResponseReturnValue:
    """Only those named see the case from now on. With nobody named but oneself, only oneself."""
    file, db = file_of(id), database.current()
    form = RestrictForm(workers=workers(db, CASES))
    if not (form.is_submitted() and form.validate()):
        page = render_template("case/restrict.html", file=file, form=form, command_id=new_id())
        return page, 400 if form.is_submitted() else 200
    body = {"allowed": form.allowed.data or [], "reason": form.why.data}
    record(file.case.id, "case_restricted", body)
    return redirect(url_for("cases.case", id=file.case.id))
