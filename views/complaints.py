"""Complaints of a young person on a case. None of them changes the bed or the help they get."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.complaints import (
    AcknowledgeForm,
    AdvocateForm,
    AnswerForm,
    CloseForm,
    ExtendForm,
    MakeForm,
    MoveOnForm,
)
from forms.sign_in import PlainForm
from protocol.complaint_routes import ACKNOWLEDGED as ACKNOWLEDGE_LIMIT
from protocol.complaint_routes import route_for
from protocol.people import OWNERS
from rules.calendar import LONDON, london
from store import complaints, journal
from store.accounts import humans
from store.cases import CaseFile
from store.complaints import (
    ACKNOWLEDGED,
    ADVOCATE,
    ANSWERED,
    CLOSED,
    EXTENDED,
    MOVED_ON,
    Complaint,
    IllegalStep,
    Made,
    NotPossible,
    NotTheirs,
    SameHuman,
)
from store.ids import new_id
from store.journal import AlreadyDone, Command
from views import clock, database, presenting, reading
from views.cases import file_of
from views.complaint_words import ABOUT, HOW, standing
from views.complaint_words import ADVOCATE as ADVOCATE_SAYS
from views.doors import CASES, TASKS, open_to
from views.keeping_up import keep_up
from views.limits import due_from
from views.rules_in_force import pack_in_force

bp = Blueprint("complaints", __name__, url_prefix="/cases/<uuid:id>/complaints")

MIDDAY = time(12)

Step = Callable[[Command, Complaint, int], Any]

FORMS: dict[str, tuple[Any, str]] = {
    "acknowledge": (AcknowledgeForm, ACKNOWLEDGED),
    "answer": (AnswerForm, ANSWERED),
    "extend": (ExtendForm, EXTENDED),
    "move_on": (MoveOnForm, MOVED_ON),
    "advocate": (AdvocateForm, ADVOCATE),
    "close": (CloseForm, CLOSED),
}
"""What a form on the page is for → the form, and the kind of entry it leads to."""

WHY_NOT = {
    "closed": "This complaint is closed. Nothing of yours was saved",
    "acknowledged": "This was acknowledged already. Nothing of yours was saved",
    "answered": "This stage was answered already. Nothing of yours was saved",
    "not_answered": "Nobody has answered this yet, so it cannot end like that. Nothing was saved",
    "not_longer": "This stage cannot take longer. Nothing of yours was saved",
    "last": "There is no further stage. Nothing of yours was saved",
}
CHANGED = "Something has happened since you opened this page. Yours was not saved: look again"
DIFFERENTLY = "You have saved this page before, differently. See below what was saved"
TOO_LONG = "This page was open for too long. Look at it again"
ANSWERED_BEFORE = "Somebody else has to answer this: you have answered an earlier stage"


@bp.route("/new", methods=["GET", "POST"])
@open_to(TASKS)
def new(id: Any) -> ResponseReturnValue:
    """Record one, in the words of whoever complains."""
    file, now = file_of(id), clock.now()
    form = MakeForm(today=london(now).date())
    if not (form.is_submitted() and form.validate()):
        page = render_template("complaints/new.html", file=file, form=form, command_id=new_id())
        return page, 400 if form.is_submitted() else 200
    command_id, pack = presenting.posted_command_id(), pack_in_force()
    route = route_for(form.about.data)
    on_that_day = datetime.combine(form.made_on.data, MIDDAY, LONDON)
    made_at = now if form.made_on.data == london(now).date() else on_that_day
    try:
        with presenting.carry_out(command_id) as c:
            complaints.make_complaint(
                c,
                file.case.id,
                said(form),
                route,
                occurred_at=made_at,
                precision="second" if made_at == now else "day",
                answer_by=due_from(pack, route.stages[0].limit, made_at),
                acknowledge_by=due_from(pack, ACKNOWLEDGE_LIMIT, made_at),
            )
    except AlreadyDone:
        pass  # the same page, posted twice
    keep_up(file.case.id, command_id)
    (made, *_) = journal.entries_of(database.current(), command_id) or abort(409)
    return redirect(url_for(".complaint", id=file.case.id, complaint_id=made.id))


@bp.get("/<uuid:complaint_id>")
@open_to(CASES)
def complaint(id: Any, complaint_id: Any) -> ResponseReturnValue:
    file = file_of(id)
    return show(file, known(file, complaint_id))


@bp.post("/<uuid:complaint_id>")
@open_to(TASKS)
def take_step(id: Any, complaint_id: Any) -> ResponseReturnValue:
    file, use = file_of(id), request.form.get("use", "")
    found = known(file, complaint_id)
    if use not in FORMS:
        abort(400)
    form = FORMS[use][0]()
    command_id, seen = presenting.posted_command_id(), presenting.posted_seq()
    valid = form.validate()
    if "csrf_token" in form.errors:
        return show(file, found, use, form), 400
    if presenting.done_before():
        return as_done_before(file, found, use, form)
    if problem := hindrance(found, use):
        return refuse(file, found, use, form, problem)
    if not valid:
        return show(file, found, use, form), 400
    try:
        with presenting.carry_out(command_id) as c:
            step(use, form)(c, found, seen)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotPossible as problem:
        return refuse(file, known(file, complaint_id), use, form, problem)
    keep_up(file.case.id, command_id)
    return as_done_before(file, known(file, complaint_id), use, form)


def known(file: CaseFile, complaint_id: Any) -> Complaint:
    entries = presenting.entries_of(presenting.presentation(file.case.id))
    found = complaints.complaints_in(entries)
    return next((each for each in found if each.id == str(complaint_id)), None) or abort(404)


def said(form: Any) -> Made:
    return Made(
        by=form.by.data,
        by_whom=form.by_whom.data or "",
        words=form.words.data,
        wishes=form.wishes.data,
        helped_by=form.helped_by.data or "",
        about=form.about.data,
        advocate=form.advocate.data,
    )


def step(use: str, form: Any) -> Step:
    """What posting the form does."""

    def take(c: Command, found: Complaint, seen: int) -> Any:
        words = saved(use, form)
        if use == "acknowledge":
            return complaints.acknowledge(c, found, words["words"], seen=seen)
        if use == "advocate":
            said = words["advocate"], words["words"]
            return complaints.offer_advocate(c, found, *said, seen=seen)
        if use == "answer":
            return complaints.answer(c, found, words["words"], seen=seen)
        if use == "close":
            return complaints.close(c, found, words["how"], words["words"], seen=seen)
        pack, now = pack_in_force(), clock.now()
        if use == "extend":
            due = due_from(pack, found.stage.longest, found.stage_began)
            return complaints.extend(c, found, words["why"], due, seen=seen)
        due = due_from(pack, found.route.stages[found.place + 1].limit, now)
        return complaints.move_on(c, found, words["words"], due, seen=seen)

    return take


def saved(use: str, form: Any) -> dict[str, str]:
    """The words of the form, as the entry has them."""
    if use == "acknowledge":
        return {"words": form.acknowledgement.data or ""}
    if use == "advocate":
        return {"advocate": form.advocate.data, "words": form.who.data or ""}
    if use == "answer":
        return {"words": form.answer.data}
    if use == "extend":
        return {"why": form.why.data}
    if use == "move_on":
        return {"words": form.not_settled.data}
    return {"how": form.how.data, "words": form.closing.data}


def hindrance(found: Complaint, use: str) -> NotPossible | None:
    """Why whoever is signed in may not use this form now."""
    return complaints.hindrance(found, FORMS[use][1], current_user.author)


def as_done_before(file: CaseFile, found: Complaint, use: str, form: Any) -> ResponseReturnValue:
    """On to the page, if what was posted is what was done."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    if not form.errors:
        words = saved(use, form)
        kind = FORMS[use][1]
        if any(e.kind == kind and words.items() <= (e.body or {}).items() for e in done):
            return redirect(url_for(".complaint", id=file.case.id, complaint_id=found.id))
    return show(file, found, use, form, DIFFERENTLY), 409


def refuse(
    file: CaseFile, found: Complaint, use: str, form: Any, problem: NotPossible
) -> ResponseReturnValue:
    """Say why nothing was recorded."""
    status = 403 if isinstance(problem, NotTheirs) else 409
    return show(file, found, use, form, in_words(found, problem)), status


def in_words(found: Complaint, problem: NotPossible) -> str:
    if isinstance(problem, SameHuman):
        return ANSWERED_BEFORE
    if isinstance(problem, NotTheirs):
        return f"On this stage the {OWNERS[found.stage.answered_by]} answers. Nothing was saved"
    return WHY_NOT[problem.why] if isinstance(problem, IllegalStep) else CHANGED


def show(
    file: CaseFile, found: Complaint, use: str = "", form: Any = None, problem: str = ""
) -> ResponseReturnValue:
    """The page, with what whoever is signed in may do. ``form`` is what they posted."""
    reading.record("case_read", {"case_id": file.case.id})
    now, pack = clock.now(), pack_in_force()
    usable = [each for each in FORMS if may_act() and not hindrance(found, each)]
    forms = {
        each: form if each == use and form else FORMS[each][0](formdata=None) for each in usable
    }
    typed = []
    if use and use not in forms:
        typed = [each.data for each in form.questions().values() if is_text(each)]
        if "csrf_token" in form.errors:
            problem = TOO_LONG
        form = PlainForm(formdata=None)
    if problem:
        form.form_errors.append(problem)
    return render_template(
        "complaints/complaint.html",
        file=file,
        complaint=found,
        standing=standing(pack, found, now),
        about=ABOUT,
        advocate=ADVOCATE_SAYS,
        how=HOW,
        forms=forms,
        form=form,
        typed=typed,
        humans=humans(database.current()),
        command_id=new_id(),
        new_id=new_id,
        now=now,
    )


def may_act() -> bool:
    """An auditor reads."""
    return current_user.role in TASKS


def is_text(field: Any) -> bool:
    return isinstance(field.data, str) and not hasattr(field, "options")
