"""Recording a strategy discussion about a child."""

from flask import Blueprint

from forms.mash.strategy import StrategyForm
from store.journal import Command
from store.mash import strategy
from views import clock
from views.doors import MASH, SOCIAL_WORK
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.steps import Step, add_step

bp = Blueprint("mash_strategy", __name__, url_prefix=ADDRESS)


def hold(c: Command, found: Found, form: StrategyForm) -> None:
    said = {
        "agencies": form.agencies,
        "others": form.others.data,
        "absence": form.absence.data,
        "delay": form.delay.data,
        "safety": form.safety.data,
        "decision": form.decision.data,
        "reasons": form.reasons.data,
        "actions": form.actions,
    }
    strategy.hold(c, found.child, said, form.held_at.data)


add_step(
    bp,
    Step(
        name="strategy-discussion",
        open_to=MASH | SOCIAL_WORK,
        form=lambda found: StrategyForm(now=clock.now()),
        check=lambda found, form: form.holds_together(),
        carry_out=hold,
    ),
)
