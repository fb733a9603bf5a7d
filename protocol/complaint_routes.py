"""Where a complaint goes: the procedure under the Children Act, or Housing's own.

About Housing alone it goes to the council's own procedure. About anything else, and where nobody
knows yet, to the children's: it is independent from the second stage on, and has clocks by law.
"""

from dataclasses import dataclass

from protocol.people import HEAD_OF_SERVICE, HOUSING_DUTY_MANAGER, SERVICE_MANAGER, TEAM_MANAGER

ABOUT_HOUSING = "housing_options"


@dataclass(frozen=True)
class Stage:
    """``answered_by`` is the role that answers. ``limit`` names its time limit, and ``longest``
    the one where it is extended; nothing where it cannot be."""

    id: str
    says: str
    answered_by: str
    limit: str
    longest: str = ""


@dataclass(frozen=True)
class Route:
    """``afterwards`` is who can be complained to once the council has answered for the last
    time. They can always be asked."""

    id: str
    says: str
    stages: tuple[Stage, ...]
    afterwards: str


CHILDREN_ACT = Route(
    "children_act",
    "the children's complaints procedure under the Children Act 1989",
    (
        Stage(
            "stage_1",
            "stage 1, an answer by the service",
            TEAM_MANAGER,
            "complaint_stage_1",
            "complaint_stage_1_longest",
        ),
        Stage(
            "stage_2",
            "stage 2, an investigation with an independent person",
            HEAD_OF_SERVICE,
            "complaint_stage_2",
            "complaint_stage_2_longest",
        ),
        Stage("stage_3", "stage 3, a review panel", HEAD_OF_SERVICE, "complaint_panel"),
    ),
    "the Local Government and Social Care Ombudsman",
)
HOUSING = Route(
    "housing",
    "the council's own complaints procedure for Housing",
    (
        Stage(
            "stage_1",
            "stage 1, an answer by the service",
            HOUSING_DUTY_MANAGER,
            "housing_complaint_stage_1",
        ),
        Stage(
            "stage_2",
            "stage 2, a review by a senior manager",
            SERVICE_MANAGER,
            "housing_complaint_stage_2",
        ),
    ),
    "the Ombudsman: the Local Government and Social Care Ombudsman or the Housing Ombudsman",
)
ROUTES = {route.id: route for route in (CHILDREN_ACT, HOUSING)}

ACKNOWLEDGED = "complaint_acknowledged"
"""The time limit for saying that it has come."""


def route_for(about: str) -> Route:
    return HOUSING if about == ABOUT_HOUSING else CHILDREN_ACT
