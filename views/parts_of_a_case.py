"""Which rules each part of a case is about, and the pages that its answers lead to."""

from dataclasses import dataclass
from types import ModuleType

from forms.case_journeys.custody import CUSTODY
from protocol import care_leavers, s4_2_custody
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
    CUSTODY.name: Part(about(s4_2_custody, care_leavers)),
}
