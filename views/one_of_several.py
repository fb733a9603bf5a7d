"""A page with several forms, each of which takes another step with what the page is about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from forms.sign_in import PlainForm
from store import journal
from store.journal import AlreadyDone, Command
from store.steps import NotPossible, NotTheirs
from views import database, presenting
from views.keeping_up import keep_up

DIFFERENTLY = "You have saved this page before, differently. See below what was saved"
TOO_LONG = "This page was open for too long. Look at it again"

Found = TypeVar("Found")
Saved = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Steps(Generic[Found]):
    """What one such page is. A ``use`` names one of its forms.

    ``find`` gives what the page is about, as it stands; ``hindrance`` why whoever is signed in may
    not use a form now; ``step`` what posting it does; ``saved`` the kind of entry it leads to and
    the words in it; ``show`` the page, with what was posted and what was wrong with it.
    """

    case_id: str
    address: str
    uses: Iterable[str]
    find: Callable[[], Found]
    form_for: Callable[..., Any]
    hindrance: Callable[[Found, str], NotPossible | None]
    step: Callable[[str, Any], Callable[[Command, Found, int], Any]]
    saved: Callable[[str, Any], Saved]
    in_words: Callable[[Found, NotPossible], str]
    show: Callable[..., ResponseReturnValue]


def take_step(steps: Steps[Found]) -> ResponseReturnValue:
    """Take the step that was posted, once. Otherwise say why not, with nothing lost."""
    use, found = request.form.get("use", ""), steps.find()
    if use not in steps.uses:
        abort(400)
    form = steps.form_for(use)
    command_id, seen = presenting.posted_command_id(), presenting.posted_seq()
    valid = form.validate()
    if "csrf_token" in form.errors:
        return steps.show(found, use, form), 400
    if presenting.done_before():
        return _as_done_before(steps, found, use, form)
    if problem := steps.hindrance(found, use):
        return _refuse(steps, found, use, form, problem)
    if not valid:
        return steps.show(found, use, form), 400
    try:
        with presenting.carry_out(command_id) as c:
            steps.step(use, form)(c, found, seen)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotPossible as problem:
        return _refuse(steps, steps.find(), use, form, problem)
    keep_up(steps.case_id, command_id)
    return _as_done_before(steps, steps.find(), use, form)


def _as_done_before(steps: Steps[Found], found: Found, use: str, form: Any) -> ResponseReturnValue:
    """On to the page, if what was posted is what was done."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    if not form.errors:
        kind, words = steps.saved(use, form)
        if any(e.kind == kind and words.items() <= (e.body or {}).items() for e in done):
            return redirect(steps.address)
    return steps.show(found, use, form, DIFFERENTLY), 409


def _refuse(
    steps: Steps[Found], found: Found, use: str, form: Any, problem: NotPossible
) -> ResponseReturnValue:
    """Say why nothing was recorded."""
    status = 403 if isinstance(problem, NotTheirs) else 409
    return steps.show(found, use, form, steps.in_words(found, problem)), status


@dataclass(frozen=True)
class OnThePage:
    """``forms`` are those that can be used now, by use. ``form`` has what is wrong, for the
    summary; ``typed`` is what was written in a form that cannot be used any more."""

    forms: Mapping[str, Any]
    form: Any
    typed: tuple[str, ...]


def on_the_page(
    usable: Iterable[str], form_for: Callable[..., Any], use: str, form: Any, problem: str
) -> OnThePage:
    """``form`` is what was posted for ``use``, where anything was."""
    forms = {
        each: form if each == use and form else form_for(each, formdata=None) for each in usable
    }
    typed: tuple[str, ...] = ()
    if use and use not in forms:
        typed = tuple(each.data for each in form.questions().values() if _is_text(each))
        if "csrf_token" in form.errors:
            problem = TOO_LONG
        form = PlainForm(formdata=None)
    if problem:
        form.form_errors.append(problem)
    return OnThePage(forms, form, typed)


def _is_text(field: Any) -> bool:
    return isinstance(field.data, str) and not hasattr(field, "options")
