"""Closing a contact for one child, once nothing is left that somebody waits for."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Blueprint

from forms.mash.closing import CloseForm
from forms.typed import upper_first
from store.mash.contact_child import CLOSED, say
from store.mash.feedback import settled
from store.mash.handing_on import (
    AGREEMENT_GONE,
    HAND_ON_AGAIN,
    LATE_ANSWER,
    LOOK_AGAIN,
    hand_ons_in,
)
from store.mash.harm import TASK as HARM
from store.mash.rating import RED_TASK
from store.signatures import OPEN as WAITING
from store.tasks import OPEN, tasks_of
from views import database
from views.doors import MASH
from views.mash.after_words import WAY_OF, is_authorised
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.looking_on import actions_of
from views.mash.standing import NEXT, standing
from views.mash.steps import Step, add_step

bp = Blueprint("mash_closing", __name__, url_prefix=ADDRESS)

STILL_ASKED = (HARM, RED_TASK, LATE_ANSWER, LOOK_AGAIN, HAND_ON_AGAIN, AGREEMENT_GONE)
"""Tasks about the child that nobody can close over."""

IS_CLOSED = "This contact is closed for this child already"


def left(found: Found) -> Iterator[str]:
    """What still has to be done before it can be closed, in words."""
    stands = standing(found)
    if found.child.decision is None or not stands.is_decided:
        yield NEXT[stands.stands]
    for each in found.signatures:
        if each.state in WAITING and _still_stands(found, each.subject):
            yield f"A signature is waited for: {each.words or 'what was decided'}."
        elif each.state == "declined" and _still_stands(found, each.subject):
            yield f"A signature was declined: {each.words or 'what was decided'}."
    yield from _not_received(found)
    if found.child.decision and not settled(found.entries, found.child.id):
        yield "Tell whoever told us, or record why that is not safe."
    for words in _open_tasks(found):
        yield f"Still to be done: {words}."


def _still_stands(found: Found, subject: str) -> bool:
    """Whether it is the latest of its kind, so that its signature still matters."""
    child, handed = found.child, hand_ons_in(found.entries, found.child.id)
    latest = {
        child.rating.entry_id if child.rating else "",
        child.decision.entry_id if child.decision else "",
        handed[-1].id if handed else "",
    }
    return subject in latest


def _not_received(found: Found) -> Iterator[str]:
    handed, decision = hand_ons_in(found.entries, found.child.id), found.child.decision
    last = handed[-1] if handed else None
    if last and last.returned:
        yield f"{upper_first(last.to)} could not take the child: hand them on again."
    elif last and not last.received:
        yield f"{upper_first(last.to)} has not confirmed that they have the child."
    if last and not is_authorised(found, last):
        yield "A manager has not authorised the step-down."
    if (
        decision is not None
        and decision.outcome in WAY_OF
        and not any(each.at >= decision.at for each in handed)
    ):
        yield "Hand the child on: the outcome asks for it."


def _open_tasks(found: Found) -> Iterator[str]:
    about = {each.id for each in found.entries if (each.body or {}).get("child") == found.child.id}
    agreed = {task.id for task, _ in actions_of(found)}
    for task in tasks_of(database.current(), found.contact.id):
        if task.state != OPEN or task.triggering_entry not in about:
            continue
        if task.id in agreed or task.rule_id in STILL_ASKED:
            yield task.words.rstrip(".")


def cannot_close(found: Found) -> str:
    if found.child.closed:
        return IS_CLOSED
    return "It cannot be closed yet. " + " ".join(words) if (words := list(left(found))) else ""


def context(found: Found, form: Any) -> Mapping[str, Any]:
    return {"left": [] if found.child.closed else list(left(found))}


add_step(
    bp,
    Step(
        name="close",
        open_to=MASH,
        form=lambda found: CloseForm(),
        hindrance=cannot_close,
        carry_out=lambda c, found, form: say(c, found.child, CLOSED, {"words": form.words.data}),
        context=context,
    ),
)
