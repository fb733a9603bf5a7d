"""What is asked once there is a case, part by part.

Each part is judged on what counts in those before it, so their order is that of the protocol. A
question is asked in one place only.
"""

from forms.case_journeys.accommodation import ACCOMMODATION
from forms.case_journeys.assessment import ASSESSMENT
from forms.case_journeys.custody import CUSTODY
from forms.case_journeys.section_20 import SECTION_20
from forms.journeys import Journey

CASE_JOURNEYS: tuple[Journey, ...] = (ACCOMMODATION, CUSTODY, ASSESSMENT, SECTION_20)


def case_journey(name: str) -> Journey | None:
    return next((journey for journey in CASE_JOURNEYS if journey.name == name), None)
