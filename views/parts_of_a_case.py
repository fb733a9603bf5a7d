"""Which rules each part of a case is about, and the pages that its answers lead to."""

from dataclasses import dataclass
from types import ModuleType

from forms.case_journeys.accommodation import ACCOMMODATION
from forms.case_journeys.assessment import ASSESSMENT
from forms.case_journeys.custody import CUSTODY
from forms.case_journeys.section_20 import SECTION_20
from protocol import (
    care_leavers,
    s4_1_gangs_offending_exploitation,
    s4_2_custody,
    s4_emergency_accommodation,
    s5_1_assessment,
    s5_2_refusal,
    s5_2_round_again,
    s5_2_section_20,
    s7_support_packages,
    s8_advocacy,
)
from rules.rule import rules_in


@dataclass(frozen=True)
class Part:
    """``rules`` are ids of duties that the part says to think of; ``leads_to`` endpoints that take
    the case's id, with the words of their links."""

    rules: frozenset[str]
    leads_to: tuple[tuple[str, str], ...] = ()


def about(*modules: ModuleType) -> frozenset[str]:
    return frozenset(rule.id for module in modules for rule in rules_in(module))


PARTS = {
    ACCOMMODATION.name: Part(
        about(s4_emergency_accommodation, s4_1_gangs_offending_exploitation, s7_support_packages),
        (("placements.propose", "Propose a place"),),
    ),
    CUSTODY.name: Part(about(s4_2_custody, care_leavers)),
    ASSESSMENT.name: Part(
        about(s5_1_assessment), (("assessment.assessment", "See the assessment"),)
    ),
    SECTION_20.name: Part(
        about(s5_2_section_20, s5_2_refusal, s5_2_round_again, s8_advocacy),
        (("outcome.outcome", "See the outcome"),),
    ),
}
