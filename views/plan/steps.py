"""What is done with a plan: an action is added, changed, done or dropped; what they think of it is
written down; it is given to them."""

from functools import partial
from typing import Any

from flask import Blueprint, render_template, url_for

from forms.plan.plan import ActionForm, DoneForm, DropForm, GivenForm, ViewForm
from rules.calendar import london
from store.accounts import humans, workers
from store.journal import Command
from store.plan import plan
from store.plan.plan import IS_DONE
from texts import language, languages
from views import clock, database, steps
from views.doors import SUPPORT, SUPPORTERS
from views.plan.as_given import lines_of
from views.plan.found import FoundAction, FoundPlan, find_action, find_plan
from views.plan.sheet import sheet
from views.steps import add_step
from views.support.steps import ADDRESS

bp = Blueprint("plan_steps", __name__, url_prefix=f"{ADDRESS}/plan")

DONE_ALREADY = "This has been done. If it is needed again, add it to the plan"
DROPPED_ALREADY = "This is no longer in the plan. If it is needed after all, add it again"

OfPlan = partial(steps.Step, find=find_plan, folder="plan/steps")
OfAction = partial(
    steps.Step, find=find_action, folder="plan/steps", seen=lambda found: found.action.seen
)


def _nothing_older(found: Any) -> int:
    """What somebody else puts in meanwhile refuses nobody."""
    return 0


def _action_form(found: FoundPlan) -> ActionForm:
    """Everybody who supports or works on cases can have an action."""
    people = workers(database.current(), SUPPORT - {"auditor"})
    action = found.action if isinstance(found, FoundAction) else None
    return ActionForm(today=london(clock.now()).date(), people=people, action=action)


def _add(c: Command, found: FoundPlan, form: ActionForm) -> None:
    plan.add(c, found.id, form.said())


def _change(c: Command, found: FoundAction, form: ActionForm) -> None:
    plan.change(c, found.id, found.action, form.said())


def _finish(c: Command, found: FoundAction, form: DoneForm) -> None:
    plan.finish(c, found.id, found.action, form.words.data or "")


def _drop(c: Command, found: FoundAction, form: DropForm) -> None:
    plan.drop(c, found.id, found.action, form.why.data)


def _think(c: Command, found: FoundPlan, form: ViewForm) -> None:
    why = form.why_not_asked.data or ""
    plan.record_view(c, found.id, form.agrees.data, form.words.data or "", why)


def _given_form(found: FoundPlan) -> GivenForm:
    return GivenForm(languages=[(each.id, each.name) for each in languages()])


def _give(c: Command, found: FoundPlan, form: GivenForm) -> None:
    """With all that it says now in that language."""
    asked = language(form.language.data)
    said = sheet(found, asked, humans(database.current()), clock.now())
    lines = lines_of(render_template("plan/paper.html", sheet=said), asked.id)
    plan.give(c, found.id, form.how.data, asked.id, said.digest, lines)


def _has_ended(found: FoundAction) -> str:
    if found.action.is_open:
        return ""
    return DONE_ALREADY if found.action.state == IS_DONE else DROPPED_ALREADY


ADD = OfPlan("add", SUPPORTERS, _action_form, _add, template="plan/steps/action.html",
             seen=_nothing_older)  # fmt: skip
THINK = OfPlan("their-view", SUPPORTERS, lambda found: ViewForm(), _think, seen=_nothing_older)
GIVE = OfPlan("given", SUPPORTERS, _given_form, _give)
CHANGE = OfAction("change", SUPPORTERS, _action_form, _change, _has_ended,
                  template="plan/steps/action.html")  # fmt: skip
DONE = OfAction("done", SUPPORTERS, lambda found: DoneForm(), _finish, _has_ended)
DROP = OfAction("drop", SUPPORTERS, lambda found: DropForm(), _drop, _has_ended)

for each in (ADD, THINK, GIVE):
    add_step(bp, each)
for each in (CHANGE, DONE, DROP):
    add_step(bp, each, f"/<action>/{each.name}")


def links(action: Any, found: FoundPlan) -> tuple[tuple[str, str], ...]:
    """What can be done with an action: the words and the address."""
    return tuple(
        (words, url_for(f"plan_steps.{step.name}", id=found.id, action=action.id))
        for words, step in (("Change", CHANGE), ("Done", DONE), ("Take out", DROP))
    )
