"""The people and teams of the protocol, one name each."""

HOUSING_NEEDS_OFFICER = "housing_needs_officer"
MASH_SOCIAL_WORKER = "mash_social_worker"
SOCIAL_WORKER = "social_worker"
EMERGENCY_DUTY_TEAM = "emergency_duty_team_worker"
MASH_MANAGER = "mash_manager"
TEAM_MANAGER = "team_manager"
HOUSING_DUTY_MANAGER = "housing_duty_manager"
SOCIAL_WORK_DUTY_MANAGER = "social_work_duty_manager"
SERVICE_MANAGER = "service_manager"
HEAD_OF_SERVICE = "head_of_service"
HOUSING_OPTIONS_ASSESSOR = "housing_options_assessor"
EARLY_HELP_WORKER = "early_help_worker"
SUPPORT_WORKER = "support_worker"
PLACEMENTS_SERVICE = "placements_service"
LAWYER = "lawyer"
THRESHOLD_OWNER = "threshold_owner"
EVERYONE = "everyone"

ROLES = {
    HOUSING_NEEDS_OFFICER: "Housing Needs Officer",
    MASH_SOCIAL_WORKER: "MASH social worker",
    MASH_MANAGER: "MASH manager",
    SOCIAL_WORKER: "Social worker",
    TEAM_MANAGER: "Team manager",
    HOUSING_DUTY_MANAGER: "Duty manager, Housing Options",
    SOCIAL_WORK_DUTY_MANAGER: "Duty manager, Duty and Assessment Team",
    SERVICE_MANAGER: "Service manager for housing needs",
    HEAD_OF_SERVICE: "Head of service",
    EMERGENCY_DUTY_TEAM: "Emergency Duty Team worker",
    HOUSING_OPTIONS_ASSESSOR: "Housing options assessor",
    EARLY_HELP_WORKER: "Early help worker",
    SUPPORT_WORKER: "Support worker",
    LAWYER: "Council lawyer",
    THRESHOLD_OWNER: "Threshold owner",
    "auditor": "Auditor",
    "administrator": "Administrator",
}
"""Everyone who can sign in, by role."""

OWNERS = ROLES | {PLACEMENTS_SERVICE: "Placements Service", EVERYONE: "Everyone"}
"""Everyone a rule can name."""

CHILDRENS_SOCIAL_CARE = frozenset(
    {
        EMERGENCY_DUTY_TEAM,
        MASH_SOCIAL_WORKER,
        "mash_manager",
        SOCIAL_WORKER,
        "team_manager",
        "social_work_duty_manager",
    }
)
"""Whose knowing of a young person starts the clock of the assessment (reading A39)."""

HELD_BY = {
    HOUSING_NEEDS_OFFICER: HOUSING_DUTY_MANAGER,
    HOUSING_OPTIONS_ASSESSOR: HOUSING_DUTY_MANAGER,
    MASH_SOCIAL_WORKER: MASH_MANAGER,
    SOCIAL_WORKER: SOCIAL_WORK_DUTY_MANAGER,
    TEAM_MANAGER: SOCIAL_WORK_DUTY_MANAGER,
    EMERGENCY_DUTY_TEAM: SOCIAL_WORK_DUTY_MANAGER,
    PLACEMENTS_SERVICE: SOCIAL_WORK_DUTY_MANAGER,
    EARLY_HELP_WORKER: SOCIAL_WORK_DUTY_MANAGER,
    SUPPORT_WORKER: SOCIAL_WORK_DUTY_MANAGER,
    HOUSING_DUTY_MANAGER: SERVICE_MANAGER,
    SOCIAL_WORK_DUTY_MANAGER: MASH_MANAGER,
    SERVICE_MANAGER: HEAD_OF_SERVICE,
    MASH_MANAGER: HEAD_OF_SERVICE,
    HEAD_OF_SERVICE: HEAD_OF_SERVICE,
    EVERYONE: HOUSING_DUTY_MANAGER,
}
"""Owner → the manager who holds a task until a named person accepts it (reading A34)."""

_SENIOR = (SERVICE_MANAGER, HEAD_OF_SERVICE)

SIGNS_FOR = {
    HOUSING_NEEDS_OFFICER: (HOUSING_DUTY_MANAGER, SERVICE_MANAGER),
    HOUSING_OPTIONS_ASSESSOR: (HOUSING_DUTY_MANAGER, SERVICE_MANAGER),
    HOUSING_DUTY_MANAGER: _SENIOR,
    EMERGENCY_DUTY_TEAM: (SOCIAL_WORK_DUTY_MANAGER, TEAM_MANAGER),
    SOCIAL_WORKER: (TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER),
    EARLY_HELP_WORKER: (TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER),
    SUPPORT_WORKER: (TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER),
    TEAM_MANAGER: _SENIOR,
    SOCIAL_WORK_DUTY_MANAGER: _SENIOR,
    MASH_SOCIAL_WORKER: (MASH_MANAGER,),
    MASH_MANAGER: (HEAD_OF_SERVICE,),
    SERVICE_MANAGER: (HEAD_OF_SERVICE,),
    HEAD_OF_SERVICE: (HEAD_OF_SERVICE,),
}
"""Role → the managers any of whom signs what it decided; always another human."""


def signs_for(role: str) -> tuple[str, ...]:
    """Who signs what this role decided. Nobody is kept from deciding for want of a manager."""
    return SIGNS_FOR.get(role, (HEAD_OF_SERVICE,))
