"""How the catalogue's facts are written down."""

from protocol.people import EMERGENCY_DUTY_TEAM, HOUSING_NEEDS_OFFICER, SOCIAL_WORKER
from rules.facts import Fact, Kind

OFFICER = (HOUSING_NEEDS_OFFICER, EMERGENCY_DUTY_TEAM, SOCIAL_WORKER)
SOCIAL_WORK = (SOCIAL_WORKER,)


def yes_no(
    id: str, says: str, says_not: str, *, question: str = "", why: str = "", who: tuple[str, ...]
) -> Fact:
    return Fact(id, Kind.YES_NO, says, says_not, question=question, why=why, who=who)


def worked_out(id: str, says: str, says_not: str) -> Fact:
    """A fact that a definition concludes. Nobody is asked."""
    return Fact(id, Kind.YES_NO, says, says_not)
