"""Who may answer what in the parts of a case, and what is said to everybody else."""

from forms.journeys import Waits
from protocol.people import (
    HOUSING_DUTY_MANAGER,
    HOUSING_OPTIONS_ASSESSOR,
    SOCIAL_WORK_DUTY_MANAGER,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)

SOCIAL_WORK = (SOCIAL_WORKER, TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER)
HOUSING_ROLES = (HOUSING_OPTIONS_ASSESSOR, HOUSING_DUTY_MANAGER)

BY_SOCIAL_WORK = Waits("A social worker or their manager answers this.")
BY_HOUSING = Waits("A housing options assessor or their manager answers this.")
