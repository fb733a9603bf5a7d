"""What must not wait: telling of a child's danger, telling their workers, and saying who it is."""

from typing import Any

from flask import Blueprint
from flask_login import current_user

from forms.mash.received import ChildForm, HarmWordsForm
from forms.sign_in import PlainForm
from store.identity import NotOnRecord
from store.journal import Command
from store.mash import open_to, received
from store.mash.harm import harm_told, tell_harm
from store.steps import NotPossible
from views import clock, database
from views.doors import MASH
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.received import SELECT_AGAIN, ask_who, child_told, may_be_saved, who_it_is
from views.mash.steps import Step, add_step

bp = Blueprint("mash_at_once", __name__, url_prefix=ADDRESS)


def told_before(found: Found) -> str:
    if harm_told(found.entries, found.child.id):
        return "The assessment team has been told of this child already"
    return ""


def tell(c: Command, found: Found, form: HarmWordsForm) -> None:
    """Two people may press it in the same moment: the team is told once."""
    if not told_before(found):
        tell_harm(c, found.child, form.words.data or "")


HARM = Step(
    name="harm",
    open_to=MASH,
    form=lambda found: HarmWordsForm(),
    hindrance=told_before,
    carry_out=tell,
    at_once=True,
)


def nobody_left(found: Found) -> str:
    if not open_to.not_told(database.current(), found.child, current_user.account.human_id):
        return "Everybody who works with them, as far as you may know, has been told"
    return ""


def tell_workers(c: Command, found: Found, form: Any) -> None:
    open_to.tell_workers(c, found.child)


WORKERS = Step(
    name="tell-their-workers",
    open_to=MASH,
    form=lambda found: PlainForm(),
    hindrance=nobody_left,
    carry_out=tell_workers,
    at_once=True,
)


def naming(found: Found) -> ChildForm:
    form = ChildForm(now=clock.now())
    if form.is_submitted():
        ask_who(form, but_not=found.child.person_id)
    return form


def named_before(found: Found) -> str:
    if found.person and found.person.is_named:
        return "Who they are is on record. Another name is added on their own page"
    return ""


def name(c: Command, found: Found, form: ChildForm) -> None:
    try:
        received.name_child(c, found.child, child_told(form), who_it_is(form))
    except NotOnRecord:
        raise NotPossible(SELECT_AGAIN) from None


WHO = Step(
    name="who",
    open_to=MASH,
    form=naming,
    hindrance=named_before,
    check=lambda found, form: may_be_saved(form, True),
    carry_out=name,
)

for step in (HARM, WORKERS, WHO):
    add_step(bp, step)
