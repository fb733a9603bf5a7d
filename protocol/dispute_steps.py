"""The steps of section 9: the two sides, who settles what on each step, and our time limits.

The protocol gives no deadline (A42). Ours are dated numbers that the council confirms; a rule of
section 9 still says that the protocol gives none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from protocol.people import (
    CHILDRENS_SOCIAL_CARE,
    HOUSING_DUTY_MANAGER,
    HOUSING_NEEDS_OFFICER,
    HOUSING_OPTIONS_ASSESSOR,
    MASH_MANAGER,
    SERVICE_MANAGER,
    SOCIAL_WORK_DUTY_MANAGER,
)
from protocol.sources import protocol_v4

HOUSING, FAMILY_SERVICES = "housing_options", "family_services"

SIDES = {HOUSING: "Housing Options", FAMILY_SERVICES: "Family Services"}
"""The two sides, by the names of the protocol."""

NOBODY, NOT_KNOWN = "nobody", "not_known"
"""Who accommodates the young person, where it is no service and nobody else by name."""

_OF = {
    HOUSING: frozenset(
        {HOUSING_NEEDS_OFFICER, HOUSING_OPTIONS_ASSESSOR, HOUSING_DUTY_MANAGER, SERVICE_MANAGER}
    ),
    FAMILY_SERVICES: CHILDRENS_SOCIAL_CARE,
}

SPEAK_FOR_A_SIDE = frozenset().union(*_OF.values())
"""Who can raise a dispute or say what their side says. The head of service is on neither."""

SOURCE = protocol_v4("9", 1)


@dataclass(frozen=True)
class Step:
    """``settled_by`` is the one role of each side; both settle it, or it goes on. ``limit`` names
    the time limit, counted from when the step began."""

    id: str
    settled_by: Mapping[str, str]
    limit: str


STEPS = (
    Step(
        "duty_managers",
        {HOUSING: HOUSING_DUTY_MANAGER, FAMILY_SERVICES: SOCIAL_WORK_DUTY_MANAGER},
        "dispute_duty_managers",
    ),
    Step(
        "service_manager_and_mash_manager",
        {HOUSING: SERVICE_MANAGER, FAMILY_SERVICES: MASH_MANAGER},
        "dispute_second_step",
    ),
)
FIRST, SECOND = STEPS

POSITION_LIMIT = "dispute_position"
"""For the side that did not raise it, to put in writing what it says."""


def side_of(role: str) -> str | None:
    """The side somebody in this role speaks for; nothing for those on neither."""
    return next((side for side, roles in _OF.items() if role in roles), None)


def other(side: str) -> str:
    return FAMILY_SERVICES if side == HOUSING else HOUSING
