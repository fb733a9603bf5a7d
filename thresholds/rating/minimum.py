"""The suggested minimum: the most serious band that anything known gives. Never a sum."""

from rules.conditions import Condition, Situation
from rules.rule import fact
from thresholds.indicators import GROUPS
from thresholds.rating.catalogue import domain_fact, domains_at, group_fact
from thresholds.rating.continuum import any_of
from thresholds.rating.sources import default

title = "The suggested minimum"

HIGHEST_WINS = default("the suggested minimum, the highest wins")


@fact("at_least_red", source=HIGHEST_WINS)
def at_least_red(yp: Situation) -> Condition:
    """Anything at level 4 suggests Red at least."""
    return (
        yp.in_danger_now
        | yp.nowhere_tonight
        | yp.homeless_and_in_danger
        | yp.worse_at_3
        | any_of([getattr(yp, domain_fact(4, domain)) for domain in domains_at(4)])
    )


@fact("at_least_amber", source=HIGHEST_WINS)
def at_least_amber(yp: Situation) -> Condition:
    """Anything at level 3 suggests Amber at least."""
    return (
        yp.at_least_red
        | yp.under_joint_protocol
        | yp.homeless_under_16
        | yp.early_help_not_enough
        | yp.repeated_with_need
        | yp.back_soon
        | yp.worse_at_2
        | any_of([getattr(yp, domain_fact(3, domain)) for domain in domains_at(3)])
    )


@fact("at_least_green", source=HIGHEST_WINS)
def at_least_green(yp: Situation) -> Condition:
    """Anything at level 2 suggests Green at least."""
    return (
        yp.at_least_amber
        | yp.repeated
        | any_of([getattr(yp, group_fact(group)) for group in GROUPS])
    )
