"""A second human looks at a checklist, point by point. None of them is accepted unseen.

What was said stays: an edit stands beside it, and a question goes to whoever wrote it down.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from checklists.fifty_points import Point, point
from forms.checklist.review import (
    NOTHING_CHANGED,
    AcceptForm,
    SendBackForm,
    edit_form,
    reply_form,
)
from forms.checklist.talk import differ
from store.accounts import humans
from store.checklist.checklist import ACCEPTED, EDITED, SENT_BACK, Answer, Checklist, one_of
from store.checklist.checklist import answer as say
from store.checklist.reviewing import NOT_YET, WROTE_IT, look, question, questions, wrote_some
from store.journal import Command
from views import clock, database, steps
from views.checklist.review_words import TAGS, in_groups, next_after, rows_of, state_of, worrying
from views.doors import SUPPORT, SUPPORTERS, open_to
from views.steps import add_step
from views.support.found import Found, found_case
from views.support.steps import ADDRESS

bp = Blueprint(
    "checklist_review", __name__, url_prefix=f"{ADDRESS}/checklists/<uuid:checklist_id>/review"
)

ASKED_IT = "You asked this. Somebody who talked with them has to answer"
NOT_ASKED = "Nobody is asking about this now"


@dataclass(frozen=True)
class OfChecklist(Found):
    """``number`` is of the point that is looked at, 0 on the list of all."""

    checklist: Checklist
    number: int

    @property
    def address(self) -> str:
        return url_for("checklist_review.review", id=self.id, checklist_id=self.checklist.id)

    @property
    def seen(self) -> int:
        """Grows with what concerns this point alone: nobody else's point refuses anybody."""
        reviews = [each for each in self.checklist.reviews if each.point == self.number]
        return len(self.checklist.history(self.number)) + len(reviews)

    @property
    def point(self) -> Point:
        return point(self.number)

    @property
    def stands(self) -> Answer:
        return self.checklist.answers[self.number]

    def address_of(self, number: int) -> str:
        return url_for(
            "checklist_review.point", id=self.id, checklist_id=self.checklist.id, number=number
        )


def found_checklist(id: Any, checklist_id: Any, number: int = 0) -> OfChecklist:
    """404 for what was not talked about."""
    found = found_case(id)
    checklist = one_of(found.checklists, str(checklist_id)) or abort(404)
    if number and number not in checklist.answers:
        abort(404)
    return OfChecklist(found.file, found.presentation, found.entries, checklist, number)


Step = partial(steps.Step, open_to=SUPPORTERS, find=found_checklist, folder="checklist/review")


@bp.get("")
@open_to(SUPPORT)
def review(id: Any, checklist_id: Any) -> ResponseReturnValue:
    """All that was talked about, worries first, and what somebody made of it."""
    found = found_checklist(id, checklist_id)
    found.was_read()
    rows = rows_of(found.checklist)
    return render_template(
        "checklist/review.html",
        found=found,
        file=found.file,
        checklist=found.checklist,
        groups=in_groups(rows),
        first=next_after(rows, 0),
        asked=questions(found.checklist),
        point=point,
        may_look=may_look(found) == "",
        wrote_it=wrote_some(found.checklist, current_user.author),
        humans=humans(database.current()),
        now=clock.now(),
    )


def may_look(found: OfChecklist) -> str:
    """In words, why whoever is signed in cannot look at it; nothing where they can."""
    if current_user.role not in SUPPORTERS:
        return "It is for those who support them to look at"
    if not found.checklist.put_forward:
        return NOT_YET
    return WROTE_IT if wrote_some(found.checklist, current_user.author) else ""


def cannot_answer(found: OfChecklist) -> str:
    asked = question(found.checklist, found.number)
    if asked is None:
        return NOT_ASKED
    return ASKED_IT if asked.by == current_user.account.human_id else ""


def about(found: OfChecklist, form: Any) -> dict[str, Any]:
    """All that was said to the point and made of it, the latest first."""
    checklist, number = found.checklist, found.number
    state = state_of(checklist, number)
    happened = [(each.seq, "said", each) for each in checklist.history(number)]
    seqs = {entry.id: entry.seq for entry in found.entries}
    happened += [
        (seqs[each.entry_id], "looked", each) for each in checklist.reviews if each.point == number
    ]
    happened.sort(key=lambda each: each[0], reverse=True)
    return {
        "checklist": checklist,
        "point": found.point,
        "is_worry": number in worrying(checklist),
        "state": state,
        "tag": TAGS[state],
        "asked": question(checklist, number),
        "cannot_answer": cannot_answer(found),
        "happened": happened,
        "next_url": to_the_next(found),
    }


def to_the_next(found: OfChecklist) -> str:
    """The next point that waits; the list when none does."""
    number = next_after(rows_of(found.checklist), found.number)
    return found.address_of(number) if number else found.address


def to_the_point(found: OfChecklist) -> str:
    return found.address_of(found.number)


def accept(c: Command, found: OfChecklist, form: Any) -> None:
    look(c, found.id, found.checklist, found.number, ACCEPTED)


def edit(c: Command, found: OfChecklist, form: Any) -> None:
    body = form.body(found.stands.body)
    look(c, found.id, found.checklist, found.number, EDITED, form["reason"].data, body)


def is_a_change(found: OfChecklist, form: Any) -> bool:
    if not differ(found.stands.body, form.body(found.stands.body)):
        form.form_errors.append(NOTHING_CHANGED)
        return False
    return bool(form.takes_no_worry_back(found.stands.body))


def send_back(c: Command, found: OfChecklist, form: Any) -> None:
    look(c, found.id, found.checklist, found.number, SENT_BACK, form.words.data)


def reply(c: Command, found: OfChecklist, form: Any) -> None:
    body = form.body(found.stands.body) | {"reply": form["reply"].data}
    say(c, found.id, found.checklist, {found.number: body})


def accept_form(found: OfChecklist) -> AcceptForm:
    return AcceptForm()


ACCEPT = Step(
    name="accept",
    form=accept_form,
    carry_out=accept,
    hindrance=may_look,
    context=about,
    leads_to=to_the_next,
    template="checklist/review_point.html",
)
EDIT = Step(
    name="edit",
    form=lambda found: edit_form(found.point, found.stands.body),
    carry_out=edit,
    hindrance=may_look,
    check=is_a_change,
    context=about,
    leads_to=to_the_next,
    template="checklist/review_edit.html",
)
SEND_BACK = Step(
    name="send-back",
    form=lambda found: SendBackForm(),
    carry_out=send_back,
    hindrance=may_look,
    context=about,
    leads_to=to_the_next,
    template="checklist/review_send_back.html",
)
ANSWER = Step(
    name="answer-question",
    form=lambda found: reply_form(found.point, found.stands.body),
    carry_out=reply,
    hindrance=cannot_answer,
    context=about,
    template="checklist/review_answer.html",
)


POINT = "/<int(min=1):number>"

add_step(bp, ACCEPT, POINT, "point")
for each in (EDIT, SEND_BACK, ANSWER):
    add_step(bp, each, f"{POINT}/{each.name}")
