"""Complaints of a young person on a case. None of them changes the bed or the help they get."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
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
from protocol.complaint_routes import ACKNOWLEDGED as ACKNOWLEDGE_LIMIT
from protocol.complaint_routes import route_for
from protocol.people import OWNERS
from rules.calendar import LONDON, BeyondHorizon, london
from rules.numbers import NothingInForce
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
    Made,
    SameHuman,
)
from store.ids import new_id
from store.journal import AlreadyDone, Command
from store.steps import IllegalStep, NotPossible, NotTheirs
from views import clock, database, one_of_several, presenting, reading
from views.cases import file_of
from views.complaint_words import ABOUT, HOW, standing
from views.complaint_words import ADVOCATE as ADVOCATE_SAYS
from views.doors import CASES, TASKS, open_to
from views.keeping_up import keep_up
from views.limits import due_from
from views.one_of_several import Steps, on_the_page
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
ANSWERED_BEFORE = "Somebody else has to answer this: you have answered an earlier stage"


@bp.route("/new", methods=["GET", "POST"])
@open_to(TASKS)
def new(id: Any) -> ResponseReturnValue:
    """Record one, in the words of whoever complains."""
    file, now = file_of(id), clock.now()
    form = MakeForm(today=london(now).date())
    if not (form.is_submitted() and form.validate() and can_be_counted(form)):
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
    return one_of_several.take_step(steps(file_of(id), complaint_id))


def can_be_counted(form: Any) -> bool:
    """Whether the calendar and the numbers reach the day; if not, that is said beside it."""
    began = datetime.combine(form.made_on.data, MIDDAY, LONDON)
    try:
        due_from(pack_in_force(), route_for(form.about.data).stages[0].limit, began)
        due_from(pack_in_force(), ACKNOWLEDGE_LIMIT, began)
    except (BeyondHorizon, NothingInForce):
        form.made_on.errors = ["The day they complained is too long ago to count time limits from"]
        return False
    return True


def steps(file: CaseFile, complaint_id: Any) -> Steps[Complaint]:
    """The page of one complaint, and what can be done there."""
    return Steps(
        case_id=file.case.id,
        address=url_for(".complaint", id=file.case.id, complaint_id=complaint_id),
        uses=FORMS,
        find=partial(known, file, complaint_id),
        form_for=form_for,
        hindrance=hindrance,
        step=step,
        saved=saved,
        in_words=in_words,
        show=partial(show, file),
    )


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
        words = words_of(use, form)
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


def form_for(use: str, **more: Any) -> Any:
    return FORMS[use][0](**more)


def saved(use: str, form: Any) -> tuple[str, dict[str, str]]:
    """The kind of entry that the form leads to, and the words in it."""
    return FORMS[use][1], words_of(use, form)


def words_of(use: str, form: Any) -> dict[str, str]:
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
    seen = on_the_page(usable, form_for, use, form, problem)
    return render_template(
        "complaints/complaint.html",
        file=file,
        complaint=found,
        standing=standing(pack, found, now),
        about=ABOUT,
        advocate=ADVOCATE_SAYS,
        how=HOW,
        forms=seen.forms,
        form=seen.form,
        typed=seen.typed,
        humans=humans(database.current()),
        command_id=new_id(),
        new_id=new_id,
        now=now,
    )


def may_act() -> bool:
    """An auditor reads."""
    return current_user.role in TASKS
