"""The people and teams of the protocol, one name each."""

HOUSING_NEEDS_OFFICER = "housing_needs_officer"
MASH_SOCIAL_WORKER = "mash_social_worker"
SOCIAL_WORKER = "social_worker"
EMERGENCY_DUTY_TEAM = "emergency_duty_team_worker"
PLACEMENTS_SERVICE = "placements_service"
HEAD_OF_SERVICE = "head_of_service"
LAWYER = "lawyer"
EVERYONE = "everyone"

ROLES = {
    HOUSING_NEEDS_OFFICER: "Housing Needs Officer",
    MASH_SOCIAL_WORKER: "MASH social worker",
    "mash_manager": "MASH manager",
    SOCIAL_WORKER: "Social worker",
    "team_manager": "Team manager",
    "housing_duty_manager": "Duty manager, Housing Options",
    "social_work_duty_manager": "Duty manager, Duty and Assessment Team",
    "service_manager": "Service manager for housing needs",
    HEAD_OF_SERVICE: "Head of service",
    EMERGENCY_DUTY_TEAM: "Emergency Duty Team worker",
    "housing_options_assessor": "Housing options assessor",
    "early_help_worker": "Early help worker",
    "support_worker": "Support worker",
    LAWYER: "Council lawyer",
    "auditor": "Auditor",
    "administrator": "Administrator",
}
"""Everyone who can sign in, by role."""

OWNERS = ROLES | {PLACEMENTS_SERVICE: "Placements Service", EVERYONE: "Everyone"}
"""Everyone a rule can name."""

HELD_BY = {
    HOUSING_NEEDS_OFFICER: "housing_duty_manager",
    "housing_options_assessor": "housing_duty_manager",
    MASH_SOCIAL_WORKER: "mash_manager",
    SOCIAL_WORKER: "social_work_duty_manager",
    "team_manager": "social_work_duty_manager",
    EMERGENCY_DUTY_TEAM: "social_work_duty_manager",
    PLACEMENTS_SERVICE: "social_work_duty_manager",
    "early_help_worker": "social_work_duty_manager",
    "support_worker": "social_work_duty_manager",
    EVERYONE: "housing_duty_manager",
}
"""Owner → the manager who holds a task until a named person accepts it (reading A34)."""

_SENIOR = ("service_manager", "head_of_service")

SIGNS_FOR = {
    HOUSING_NEEDS_OFFICER: ("housing_duty_manager", "service_manager"),
    "housing_options_assessor": ("housing_duty_manager", "service_manager"),
    "housing_duty_manager": _SENIOR,
    EMERGENCY_DUTY_TEAM: ("social_work_duty_manager", "team_manager"),
    SOCIAL_WORKER: ("team_manager", "social_work_duty_manager"),
    "early_help_worker": ("team_manager", "social_work_duty_manager"),
    "support_worker": ("team_manager", "social_work_duty_manager"),
    "team_manager": _SENIOR,
    "social_work_duty_manager": _SENIOR,
    MASH_SOCIAL_WORKER: ("mash_manager",),
    "mash_manager": ("head_of_service",),
    "service_manager": ("head_of_service",),
    "head_of_service": ("head_of_service",),
}
"""Role → the managers any of whom signs what it decided; always another human."""


def signs_for(role: str) -> tuple[str, ...]:
    """Who signs what this role decided. Nobody is kept from deciding for want of a manager."""
    return SIGNS_FOR.get(role, ("head_of_service",))
