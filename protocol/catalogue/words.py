"""How the catalogue's facts are written down."""

from protocol.people import (
    EARLY_HELP_WORKER,
    EMERGENCY_DUTY_TEAM,
    HOUSING_DUTY_MANAGER,
    HOUSING_NEEDS_OFFICER,
    HOUSING_OPTIONS_ASSESSOR,
    MASH_MANAGER,
    SERVICE_MANAGER,
    SOCIAL_WORK_DUTY_MANAGER,
    SOCIAL_WORKER,
    SUPPORT_WORKER,
    TEAM_MANAGER,
)
from rules.facts import Fact, Kind

OFFICER = (HOUSING_NEEDS_OFFICER, EMERGENCY_DUTY_TEAM, SOCIAL_WORKER)
SOCIAL_WORK = (SOCIAL_WORKER,)
SOCIAL_WORK_MANAGERS = (TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER)
HOUSING = (HOUSING_OPTIONS_ASSESSOR,)
SUPPORT = (SUPPORT_WORKER, EARLY_HELP_WORKER, SOCIAL_WORKER)
MANAGERS = (HOUSING_DUTY_MANAGER, SOCIAL_WORK_DUTY_MANAGER, SERVICE_MANAGER, MASH_MANAGER)


def yes_no(
    id: str, says: str, says_not: str, *, question: str = "", why: str = "", who: tuple[str, ...]
) -> Fact:
    return Fact(id, Kind.YES_NO, says, says_not, question=question, why=why, who=who)


def worked_out(id: str, says: str, says_not: str) -> Fact:
    """A fact that a definition concludes. Nobody is asked."""
    return Fact(id, Kind.YES_NO, says, says_not)
