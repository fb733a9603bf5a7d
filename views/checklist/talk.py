"""A page of the conversation: one theme of the fifty points, saved as it is talked about."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, abort, request

from checklists.fifty_points import points_of, themes
from forms.checklist.talk import PaperForm, TalkForm, form_of
from rules.calendar import london
from store.checklist.checklist import SENT_BACK, Answer, answer
from store.entry import Entry
from store.journal import Command
from views import clock
from views.checklist.found import ADDRESS, Talk
from views.checklist.standing import do_now
from views.checklist.steps import FINISHED, Step
from views.doors import SUPPORTERS
from views.steps import add_step

bp = Blueprint("checklist_talk", __name__, url_prefix=ADDRESS)

ASK_FOR_PAPER = "1"
"""Stands in an address for the day it was written on paper, until that is known."""


def on_paper() -> str | None:
    """The day it was written on paper, where it is being typed in; 404 for what is no day."""
    typed = request.args.get("paper")
    if typed in (None, ASK_FOR_PAPER):
        return None
    try:
        return date.fromisoformat(typed or "").isoformat()
    except ValueError:
        abort(404)


def bodies(answers: Mapping[int, Answer]) -> dict[int, Mapping[str, Any]]:
    return {number: each.body for number, each in answers.items()}


def form(found: Talk) -> TalkForm:
    assert found.theme is not None
    return form_of(found.theme.id)(
        today=london(clock.now()).date(),
        saved=bodies(found.checklist.answers),
        last=bodies(found.last),
        on_paper=on_paper(),
        from_paper="paper" in request.args,
    )


def save(c: Command, found: Talk, form: TalkForm) -> Entry | None:
    """What was answered, and nothing else."""
    said, day = form.said(), form.on_paper.data
    if not said:
        return None
    return answer(c, found.id, found.checklist, said, day.isoformat() if day else None)


def context(found: Talk, form: TalkForm) -> dict[str, Any]:
    assert found.theme is not None
    at = themes().index(found.theme)
    reviews = (
        (each.number, found.checklist.review(each.number)) for each in points_of(found.theme.id)
    )
    return {
        "do_now": do_now(found.entries),
        "meanwhile": saved_meanwhile(found, form),
        "saved": found.checklist.answers,
        "last": found.last,
        "sent_back": {n: each for n, each in reviews if each and each.verdict == SENT_BACK},
        "before": themes()[at - 1] if at else None,
        "after": themes()[at + 1] if at + 1 < len(themes()) else None,
        "paper": request.args.get("paper"),
    }


def saved_meanwhile(found: Talk, form: TalkForm) -> dict[int, Answer]:
    """Point → what somebody else saved since this page was opened, where it was answered here as
    well. Where it was not, theirs is shown: it must not be undone by what stood here before."""
    seen = request.form.get("seq", "")
    if not re.fullmatch("[0-9]{1,9}", seen) or int(seen) >= found.seen:
        return {}
    then, now, both = found.as_it_was(int(seen)), found.checklist.answers, {}
    for asked in form.asked():
        number = asked.point.number
        if now.get(number) == then.get(number):
            continue
        if form.said_of(asked, then[number].body if number in then else {}) is not None:
            both[number] = now[number]
        else:
            form.take_over(asked.point, now[number].body)
    return both


def leads_to(found: Talk) -> str:
    """On to the next theme, or to the list; typing in from paper goes on with the same day."""
    assert found.theme is not None
    at = themes().index(found.theme) + 1
    if request.form.get("then") == "list" or at == len(themes()):
        return found.address
    day = PaperForm(today=london(clock.now()).date()).on_paper.data
    return found.url(
        "checklist_talk.theme", theme=themes()[at].id, paper=day.isoformat() if day else None
    )


THEME = Step(
    name="theme",
    open_to=SUPPORTERS,
    form=form,
    hindrance=lambda found: "" if found.is_open else FINISHED,
    carry_out=save,
    context=context,
    leads_to=leads_to,
)


add_step(bp, THEME, "/<theme>")
