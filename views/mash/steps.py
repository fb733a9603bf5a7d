"""One thing to do with a child in a contact, on a page of its own.

Every such page is the same: who it is about, one form, saved once, and never over what somebody
else did meanwhile. A template ``mash/steps/<name>.html`` (or ``template``) draws the form.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from store.accounts import humans
from store.journal import AlreadyDone, Command
from store.steps import Changed, NotPossible, NotTheirs
from views import clock, database, presenting, reading
from views.doors import open_to
from views.mash.found import Found, found_child

CHANGED = "Something has happened since you opened this page. Yours was not saved: look again"


def _nothing(found: Found, *more: Any) -> str:
    return ""


def _no_context(found: Found, form: Any) -> Mapping[str, Any]:
    return {}


def _no_more(found: Found, form: Any) -> bool:
    return True


def _to_the_child(found: Found) -> str:
    return found.address


@dataclass(frozen=True)
class Step:
    """``name`` stands in the address and names the template.

    ``form`` makes the form, filled from what was posted where anything was. ``hindrance`` says in
    words why it cannot be done now, or nothing. ``check`` can refuse what the form alone cannot
    judge, and puts the error beside the field. ``carry_out`` appends; it can raise NotPossible
    with words for whoever reads the page. ``context`` is what the template needs besides.
    ``at_once`` is for what must not be held back because somebody else did something meanwhile.
    """

    name: str
    open_to: frozenset[str]
    form: Callable[[Found], Any]
    carry_out: Callable[[Command, Found, Any], Any]
    hindrance: Callable[..., str] = _nothing
    check: Callable[[Found, Any], bool] = _no_more
    context: Callable[[Found, Any], Mapping[str, Any]] = _no_context
    leads_to: Callable[[Found], str] = _to_the_child
    template: str = ""
    at_once: bool = False


def add_step(bp: Blueprint, step: Step) -> None:
    """``/<name>`` under the blueprint, whose addresses begin with the contact's and child's."""
    view = open_to(step.open_to)(partial(serve, step))
    bp.add_url_rule(
        f"/{step.name}", endpoint=step.name.replace("-", "_"), view_func=view,
        methods=["GET", "POST"],
    )  # fmt: skip


def serve(step: Step, id: Any, child_id: Any) -> ResponseReturnValue:
    """The page, or what was posted from it."""
    found = found_child(id, child_id)
    form = step.form(found)
    if request.method != "POST":
        return show(step, found, form)
    command_id, seen = presenting.posted_command_id(), presenting.posted_seq()
    valid = form.validate()
    if "csrf_token" in form.errors:
        return show(step, found, form), 400
    if presenting.done_before():
        return redirect(step.leads_to(found))
    if words := step.hindrance(found):
        return refuse(step, found, form, words), 409
    if not valid or not step.check(found, form):
        return show(step, found, form), 400
    try:
        with presenting.carry_out(command_id) as c:
            now = found_child(id, child_id)
            if now.child.seen != seen and not step.at_once:
                raise Changed(CHANGED)
            step.carry_out(c, now, form)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotPossible as problem:
        status = 403 if isinstance(problem, NotTheirs) else 409
        return refuse(step, found_child(id, child_id), form, str(problem)), status
    return redirect(step.leads_to(found_child(id, child_id)))


def refuse(step: Step, found: Found, form: Any, words: str) -> str:
    """Say why nothing was recorded. What was typed stays in the form."""
    form.form_errors.append(words)
    return show(step, found, form)


def show(step: Step, found: Found, form: Any) -> str:
    reading.record("contact_read", {"contact_id": found.contact.id})
    return render_template(
        step.template or f"mash/steps/{step.name}.html",
        step=step,
        found=found,
        child=found.child,
        contact=found.contact,
        form=form,
        may_not=step.hindrance(found),
        humans=humans(database.current()),
        command_id=presenting.carried_command_id(),
        now=clock.now(),
        **step.context(found, form),
    )
