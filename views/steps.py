"""One thing to do with something on record, on a page of its own.

Every such page is the same: what it is about, one form, saved once, and never over what somebody
else did meanwhile. What it is about is found anew by ``find``, and is an ``About``. A template
``<folder>/<name>.html`` (or ``template``) draws the form.
"""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from functools import partial
from typing import Any, Protocol

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from store.accounts import humans
from store.journal import AlreadyDone, Command
from store.steps import Changed, NotPossible, NotTheirs
from views import clock, database, presenting
from views.doors import open_to

CHANGED = "Something has happened since you opened this page. Yours was not saved: look again"


class About(Protocol):
    """What a step is about, as a page finds it.

    ``address`` is its own page. ``seen`` grows with whatever would make a page out of date.
    ``names`` are what its templates call its parts.
    """

    @property
    def address(self) -> str: ...
    @property
    def seen(self) -> int: ...
    @property
    def names(self) -> Mapping[str, Any]: ...
    def was_read(self) -> None:
        """Put on record who has read it."""

    def has_changed(self, command_id: str) -> None:
        """See to what follows from what this command recorded."""


def _nothing(found: Any, *more: Any) -> str:
    return ""


def _no_context(found: Any, form: Any) -> Mapping[str, Any]:
    return {}


def _no_more(found: Any, form: Any) -> bool:
    return True


def _to_its_page(found: Any) -> str:
    return str(found.address)


def _all_of_it(found: Any) -> int:
    return int(found.seen)


@dataclass(frozen=True)
class Step:
    """``name`` stands in the address and names the template.

    ``form`` makes the form, filled from what was posted where anything was. ``hindrance`` says in
    words why it cannot be done now, or nothing. ``check`` can refuse what the form alone cannot
    judge, and puts the error beside the field. ``carry_out`` appends; it can raise NotPossible
    with words for whoever reads the page. ``context`` is what the template needs besides.
    ``seen`` is a part of ``About.seen`` where only that part makes the page out of date.
    ``at_once`` is for what must not be held back because somebody else did something meanwhile.
    """

    name: str
    open_to: frozenset[str]
    form: Callable[[Any], Any]
    carry_out: Callable[[Command, Any, Any], Any]
    hindrance: Callable[..., str] = _nothing
    check: Callable[[Any, Any], bool] = _no_more
    context: Callable[[Any, Any], Mapping[str, Any]] = _no_context
    leads_to: Callable[[Any], str] = _to_its_page
    template: str = ""
    at_once: bool = False
    _: KW_ONLY
    find: Callable[..., Any]
    folder: str
    seen: Callable[[Any], int] = _all_of_it


def add_step(bp: Blueprint, step: Step, rule: str = "", endpoint: str = "") -> None:
    """At ``rule`` under the blueprint, or at ``/<name>``; ``step.find`` is given what stands in the
    address. ``endpoint`` where links call it otherwise than by its name."""
    view = open_to(step.open_to)(partial(serve, step))
    bp.add_url_rule(
        rule or f"/{step.name}", endpoint=endpoint or step.name.replace("-", "_"), view_func=view,
        methods=["GET", "POST"],
    )  # fmt: skip


def serve(step: Step, **address: Any) -> ResponseReturnValue:
    """The page, or what was posted from it. ``address`` is what ``step.find`` finds it by."""
    found = step.find(**address)
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
            now = step.find(**address)
            if step.seen(now) != seen and not step.at_once:
                raise Changed(CHANGED)
            step.carry_out(c, now, form)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotPossible as problem:
        status = 403 if isinstance(problem, NotTheirs) else 409
        return refuse(step, step.find(**address), form, str(problem)), status
    found.has_changed(command_id)
    return redirect(step.leads_to(step.find(**address)))


def refuse(step: Step, found: Any, form: Any, words: str) -> str:
    """Say why nothing was recorded. What was typed stays in the form."""
    form.form_errors.append(words)
    return show(step, found, form)


def show(step: Step, found: Any, form: Any) -> str:
    found.was_read()
    return render_template(
        step.template or f"{step.folder}/{step.name}.html",
        step=step,
        found=found,
        seen=step.seen(found),
        form=form,
        may_not=step.hindrance(found),
        humans=humans(database.current()),
        command_id=presenting.carried_command_id(),
        now=clock.now(),
        **found.names,
        **step.context(found, form),
    )
