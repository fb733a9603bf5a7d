"""The plan on the page of somebody's support: how much is to be done, what passed its day, and what
the fifty points no longer say."""

from collections.abc import Mapping
from typing import Any

from store.accounts import humans
from texts import ENGLISH, language
from views import clock, database
from views.plan.found import plan_of
from views.plan.sheet import sheet
from views.support.found import Found


def area(found: Found) -> Mapping[str, Any]:
    plan = plan_of(found)
    said = sheet(plan, language(ENGLISH), humans(database.current()), clock.now())
    return {
        "plan": plan,
        "plan_open": len(said.items),
        "plan_passed": [item for item in said.items if item.due and item.due < said.today],
        "plan_unsaid": [each for each in plan.plan.open if each.says_now is not None],
        "plan_view": said.view,
        "plan_given": plan.plan.given[-1] if plan.plan.given else None,
    }
