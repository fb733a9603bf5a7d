"""Asking other agencies what they know of a child, and writing down what came back."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from forms.mash.checks import AT_ONCE, AnswerForm, AskAtOnceForm, AskForm
from store.journal import Command
from store.mash import checks, sharing
from store.mash.checks import Check, checks_in
from store.mash.contact_child import about
from store.mash.sharing import sharing_in
from views import clock
from views.doors import MASH, open_to
from views.mash.check_words import NO_REASSURANCE, agency, may_ask
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.limits import answer_by
from views.mash.safe_contact import HARM_TOLD
from views.mash.steps import Step, add_step, serve

bp = Blueprint("mash_checks", __name__, url_prefix=ADDRESS)

RATE_FIRST = (
    "Rate this child first. Agencies are asked once somebody has decided how serious this may be: "
    "asking them about every child, whatever it is about, is unlawful"
)
RECORD_FIRST = (
    "First record who agrees that we ask other agencies, or the ground for asking without that"
)
ONLY_AT_ONCE = "Before this child is rated, only police and health can be asked"


def harm_told(found: Found) -> bool:
    return bool(about(found.entries, found.child.id, HARM_TOLD))


def has_basis(found: Found) -> bool:
    return may_ask(found, sharing_in(found.entries, found.child.id))


def ask_form(found: Found) -> AskForm | AskAtOnceForm:
    """With the ground in it, where harm was told and nobody has recorded one."""
    return AskAtOnceForm() if harm_told(found) and not has_basis(found) else AskForm()


def cannot_ask(found: Found) -> str:
    """Without a rating and a basis nobody is asked, unless harm was told."""
    if harm_told(found):
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
        checks.ask(c, found.stream, found.child.id, each, form.what.data, due, named)


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
    sharing.record(c, found.stream, found.child.id, said)


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


@bp.route("/checks/<uuid:check_id>/answer", methods=["GET", "POST"])
@open_to(MASH)
def answer(id: Any, child_id: Any, check_id: Any) -> ResponseReturnValue:
    """What one agency answered. It can answer again, also after the hand-over."""

    def form(found: Found) -> AnswerForm:
        known(found, check_id)
        return AnswerForm(now=clock.now())

    def write_down(c: Command, found: Found, form: AnswerForm) -> None:
        at = form.at.data
        checks.answer(
            c, found.stream, found.child.id, str(check_id), form.result.data, form.words, at
        )

    def context(found: Found, form: Any) -> Mapping[str, Any]:
        check = known(found, check_id)
        return {"check": check, "agency": agency(check), "no_reassurance": NO_REASSURANCE}

    step = Step(name="answer-check", open_to=MASH, form=form, carry_out=write_down, context=context)
    return serve(step, id, child_id)
