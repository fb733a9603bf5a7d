"""Keeping an eye on a child between meetings: on the list or off it, a manager's guidance, who has
it, and what was agreed to be done."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint
from flask_login import current_user

from forms.mash.oversight import (
    ActionsForm,
    FlagForm,
    GiveForm,
    GuidanceForm,
    HaveItForm,
    UnflagForm,
)
from protocol.people import HEAD_OF_SERVICE, MASH_MANAGER
from store.accounts import workers
from store.journal import Command
from store.mash import allocation, guidance
from store.mash.contact_child import FLAGGED, UNFLAGGED, say
from views import clock
from views.doors import MASH, TASKS
from views.mash.child import ADDRESS
from views.mash.found import Found, who_may_know
from views.mash.looking_on import actions_of, has_to_say
from views.mash.steps import Step, add_step
from views.mash.workload import today
from views.words import due

bp = Blueprint("mash_oversight", __name__, url_prefix=ADDRESS)

GUIDING = frozenset({MASH_MANAGER, HEAD_OF_SERVICE})
"""Whose guidance a MASH social worker writes down."""


# On the list for the threshold meeting, and off it


def already_flagged(found: Found, *more: Any) -> str:
    return (
        "This child is on the list for the threshold meeting already" if found.child.flagged else ""
    )


def not_flagged(found: Found, *more: Any) -> str:
    return "" if found.child.flagged else "This child is not on the list for the threshold meeting"


def flag(c: Command, found: Found, form: Any) -> None:
    say(c, found.child, FLAGGED, {"why": form.why.data})


def unflag(c: Command, found: Found, form: Any) -> None:
    say(c, found.child, UNFLAGGED, {"why": form.why.data})


# Guidance


def guidance_form(found: Found) -> GuidanceForm:
    own = current_user.role in GUIDING
    return GuidanceForm(managers={} if own else who_may_know(found, GUIDING))


def note(c: Command, found: Found, form: Any) -> None:
    guidance.note(c, found.child, form.words.data, form.by.data if "by" in form else None)


# Who has it


def give_form(found: Found) -> GiveForm:
    people = who_may_know(found, MASH)
    people.pop(found.child.worker or "", None)
    return GiveForm(workers=people, today=today(people))


def closed(found: Found, *more: Any) -> str:
    return "This child's contact is closed, so nobody is given it" if found.child.closed else ""


def give(c: Command, found: Found, form: Any) -> None:
    db, to = c.db, form.to.data
    role = next(role for role in sorted(MASH) if to in workers(db, {role}))
    allocation.give(c, found.child, found.entries, to, role, form.words.data or "")


def nothing_to_say(found: Found, *more: Any) -> str:
    return "" if has_to_say(found) else "You have said so already, or somebody else has this child"


def have_it(c: Command, found: Found, form: Any) -> None:
    allocation.have_it(c, found.child, found.entries)


# What was agreed to be done


def actions_form(found: Found) -> ActionsForm:
    now = clock.now()
    return ActionsForm(
        actions={
            task.id: f"{task.words}. {who}, {due(task.due_at, now)}"
            for task, who in actions_of(found)
        }
    )


def no_actions(found: Found, *more: Any) -> str:
    return "" if actions_of(found) else "Nothing that a meeting agreed on is still to be done"


def actions_done(c: Command, found: Found, form: Any) -> None:
    for task, _ in actions_of(found):
        if task.id in form.done.data:
            c.append(found.stream, "task_done", {"task_id": task.id, "words": task.words})


def people(found: Found, form: Any) -> Mapping[str, Any]:
    return {"given": allocation.given(found.entries, found.child.id)}


for each in (
    Step("flag", MASH, lambda found: FlagForm(), flag, already_flagged),
    Step("unflag", MASH, lambda found: UnflagForm(), unflag, not_flagged),
    Step("guidance", MASH, guidance_form, note),
    Step("give", MASH, give_form, give, closed, context=people),
    Step("have-it", MASH, lambda found: HaveItForm(), have_it, nothing_to_say, context=people),
    Step("actions", TASKS, actions_form, actions_done, no_actions),
):
    add_step(bp, each)
