"""Who records visits, who is asked to visit, and who decides on them."""

from collections.abc import Mapping

from protocol.people import EARLY_HELP_WORKER, OWNERS, SOCIAL_WORKER, SUPPORT_WORKER
from store.accounts import workers
from store.restrictions import may_see_case
from views import database
from views.doors import SUPPORTERS

WATCHERS = SUPPORTERS | {"emergency_duty_team_worker"}
"""Those who record visits, and turn back to daily ones. At night that is the night team."""

CAN_VISIT = (SUPPORT_WORKER, EARLY_HELP_WORKER, SOCIAL_WORKER)


def who_can_visit(case_id: str) -> Mapping[str, str]:
    """Human id → name and what they are, of those who may know of this case."""
    db = database.current()
    return {
        human_id: f"{name}, {OWNERS[role].lower()}"
        for role in CAN_VISIT
        for human_id, name in workers(db, {role}).items()
        if may_see_case(db, case_id, human_id)
    }
