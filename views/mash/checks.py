"""Asking other agencies what they know of a child, and writing down what came back."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.mash.checks import AT_ONCE, AnswerForm, AskAtOnceForm, AskForm
from forms.sign_in import PlainForm
from store.journal import Command
from store.mash import checks, sharing
from store.mash.checks import NOTHING_HELD, Check, checks_in
from store.mash.handing_on import (
    LATE_ANSWER,
    LOOK_AGAIN,
    HandOn,
    is_theirs,
    look_again,
    tell_of_late_answer,
    with_whom,
)
from store.mash.harm import harm_told
from store.mash.sharing import sharing_in
from store.tasks import OPEN, Task, tasks_of
from views import clock, database
from views.doors import CASES, MASH, RECEIVERS, open_to
from views.mash.check_words import NO_REASSURANCE, STATUS, agency, may_ask
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.limits import answer_by
from views.mash.steps import Step, add_step, serve

bp = Blueprint("mash_checks", __name__, url_prefix=ADDRESS)

READING = (LATE_ANSWER, LOOK_AGAIN)

RATE_FIRST = (
    "Rate this child first. Agencies are asked once somebody has decided how serious this may be: "
    "asking them about every child, whatever it is about, is unlawful"
)
RECORD_FIRST = (
    "First record who agrees that we ask other agencies, or the ground for asking without that"
)
ONLY_AT_ONCE = "Before this child is rated, only police and health can be asked"


def is_urgent(found: Found) -> bool:
    """Harm to this child was told."""
    return harm_told(found.entries, found.child.id) is not None


def has_basis(found: Found) -> bool:
    return may_ask(found, sharing_in(found.entries, found.child.id))


def ask_form(found: Found) -> AskForm | AskAtOnceForm:
    """With the ground in it, where harm was told and nobody has recorded one."""
    return AskAtOnceForm() if is_urgent(found) and not has_basis(found) else AskForm()


def cannot_ask(found: Found) -> str:
    """Without a rating and a basis nobody is asked, unless harm was told."""
    if is_urgent(found):
        return ""
    if found.child.rating is None and found.child.decision is None:
        return RATE_FIRST
    return "" if has_basis(found) else RECORD_FIRST


def can_be_asked(found: Found, form: AskForm | AskAtOnceForm) -> bool:
    not_rated = found.child.rating is None and found.child.decision is None
    if not_rated and not set(form.agencies.data) <= set(AT_ONCE):
        form.agencies.errors = [ONLY_AT_ONCE]
        return False
    return isinstance(form, AskAtOnceForm) or form.holds_together()


def ask(c: Command, found: Found, form: AskForm | AskAtOnceForm) -> None:
    due = answer_by(found, clock.now())
    if isinstance(form, AskAtOnceForm):
        record_ground(c, found, form)
    for each in form.agencies.data:
        other = form.other_agency.data or "" if isinstance(form, AskForm) else ""
        named = other if each == "other" else ""
        checks.ask(c, found.child, each, form.what.data, due, named)


def record_ground(c: Command, found: Found, form: AskAtOnceForm) -> None:
    """The ground beside what was recorded before. Where nothing was, nobody was asked or told."""
    before = sharing_in(found.entries, found.child.id)
    said = {
        "told_family": before.told_family if before else "not_yet",
        "young_person": before.young_person if before else "not_asked",
        "parent": before.parent if before else "not_asked",
        "service_agreed": before.service_agreed if before else "not_asked",
        "ground": form.ground.data,
        "ground_words": form.ground_words.data,
    }
    for name in ("why_not_told", "parent_who", "safe_to_ask", "service", "review_on"):
        said[name] = getattr(before, name, None)
    sharing.record(c, found.child, said)


def ask_context(found: Found, form: Any) -> Mapping[str, Any]:
    return {"due": answer_by(found, clock.now()), "sharing_is_recorded": has_basis(found)}


add_step(
    bp,
    Step(
        name="ask-check",
        open_to=MASH,
        form=ask_form,
        hindrance=cannot_ask,
        check=can_be_asked,
        carry_out=ask,
        context=ask_context,
    ),
)


def known(found: Found, check_id: Any) -> Check:
    """One check about this child; 404 where there is none."""
    asked = checks_in(found.entries, found.child.id)
    return next((each for each in asked if each.id == str(check_id)), None) or abort(404)


def has_it(found: Found) -> HandOn | None:
    return with_whom(found.entries, found.child.id)


@bp.route("/checks/<uuid:check_id>/answer", methods=["GET", "POST"])
@open_to(MASH)
def answer(id: Any, child_id: Any, check_id: Any) -> ResponseReturnValue:
    """What one agency answered. It can answer again, also after the hand-over."""

    def form(found: Found) -> AnswerForm:
        known(found, check_id)
        return AnswerForm(now=clock.now())

    def write_down(c: Command, found: Found, form: AnswerForm) -> None:
        check, at = known(found, check_id), form.at.data
        answered = checks.answer(c, found.child, check.id, form.result.data, form.words, at)
        if last := has_it(found):
            tell_of_late_answer(c, last, answered, agency(check))
        elif found.child.decision and form.result.data != NOTHING_HELD:
            look_again(c, answered, agency(check))

    def context(found: Found, form: Any) -> Mapping[str, Any]:
        check = known(found, check_id)
        return {"check": check, "agency": agency(check), "no_reassurance": NO_REASSURANCE}

    step = Step(name="answer-check", open_to=MASH, form=form, carry_out=write_down, context=context)
    return serve(step, id=id, child_id=child_id)


# What came after the hand-over is read by whoever has the child.


def to_read(found: Found, check: Check) -> list[Task]:
    """The tasks that what this agency answered has made and nobody has done."""
    came = {each.entry_id for each in check.answers}
    return [
        task
        for task in tasks_of(database.current(), found.contact.id)
        if task.state == OPEN and task.rule_id in READING and task.triggering_entry in came
    ]


def may_read(found: Found) -> bool:
    """Whoever has the child; with nobody handed on to, MASH."""
    last = has_it(found)
    return is_theirs(last, current_user.author) if last else current_user.role in MASH


@bp.route("/checks/<uuid:check_id>/read", methods=["GET", "POST"])
@open_to(MASH, RECEIVERS)
def read(id: Any, child_id: Any, check_id: Any) -> ResponseReturnValue:
    """What came late. Early help learns from whom, and asks MASH for what it needs of it."""

    def form(found: Found) -> PlainForm:
        if current_user.role not in CASES and not may_read(found):
            abort(404)
        known(found, check_id)
        return PlainForm()

    def hindrance(found: Found) -> str:
        if not to_read(found, known(found, check_id)):
            return "There is nothing new here: it has been read"
        last = has_it(found)
        return "" if may_read(found) else f"This is for {last.to if last else 'MASH'} to read"

    def has_read(c: Command, found: Found, form: Any) -> None:
        for task in to_read(found, known(found, check_id)):
            c.append(found.stream, "task_done", {"task_id": task.id, "words": task.words})

    def context(found: Found, form: Any) -> Mapping[str, Any]:
        check = known(found, check_id)
        return {
            "check": check,
            "agency": agency(check),
            "status": STATUS,
            "reads_contacts": current_user.role in CASES,
            "mash_worker": check.answers[-1].by if check.answers else None,
        }

    def stay(found: Found) -> str:
        return url_for("mash_checks.read", id=id, child_id=child_id, check_id=check_id)

    step = Step(
        name="read-answer",
        open_to=MASH | RECEIVERS,
        form=form,
        hindrance=hindrance,
        carry_out=has_read,
        context=context,
        leads_to=stay,
    )
    return serve(step, id=id, child_id=child_id)
