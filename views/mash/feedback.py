"""Telling whoever told MASH what was decided, or recording why that is not safe."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint

from forms.mash.feedback import FeedbackForm, WithholdForm
from store.journal import Command
from store.mash import feedback
from store.mash.feedback import QUALITY, due_from, settled
from views.doors import MASH
from views.mash.child import ADDRESS
from views.mash.feedback_words import draft, is_professional, too_much
from views.mash.found import Found
from views.mash.standing import standing
from views.mash.steps import Step, add_step

bp = Blueprint("mash_feedback", __name__, url_prefix=ADDRESS)

NOT_DECIDED = "Nothing is decided about this child that holds yet, so there is nothing to tell"
SETTLED = "This is recorded already: see the page of the child"


def cannot_tell(found: Found) -> str:
    if found.child.decision is None or not standing(found).is_decided:
        return NOT_DECIDED
    return SETTLED if settled(found.entries, found.child.id) else ""


def context(found: Found, form: Any) -> Mapping[str, Any]:
    decision = found.child.decision
    return {
        "professional": is_professional(found),
        "due": due_from(decision.at) if decision else None,
    }


def send(c: Command, found: Found, form: FeedbackForm) -> None:
    quality = {name: form[name].data for name in QUALITY}
    said = (form.text.data, form.next_time.data, form.how.data, form.to.data)
    feedback.send(c, found.child, *said, quality)


add_step(
    bp,
    Step(
        name="feedback",
        open_to=MASH,
        form=lambda found: FeedbackForm(text=draft(found)),
        hindrance=cannot_tell,
        check=lambda found, form: form.holds_together(lambda text: too_much(found, text)),
        carry_out=send,
        context=context,
    ),
)
add_step(
    bp,
    Step(
        name="no-feedback",
        open_to=MASH,
        form=lambda found: WithholdForm(),
        hindrance=cannot_tell,
        carry_out=lambda c, found, form: feedback.withhold(
            c, found.child, form.code.data, form.words.data
        ),
        context=context,
    ),
)
