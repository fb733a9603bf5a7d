"""Homeless children: at 16 and 17 under the joint protocol, and below."""

from rules.conditions import Condition, Situation, maybe, surely
from rules.rule import fact
from thresholds.rating.sources import default, protocol_v4

title = "Homeless children"


@fact("homeless_16_17", source=protocol_v4("3", 13))
def homeless_16_17(yp: Situation) -> Condition:
    """They are homeless, and 16 or 17 as far as anybody knows. An age that nobody knows, or that
    is in doubt, closes no door."""
    may_be_a_child = maybe(~yp.age.at_least("adult_age")) | surely(yp.age_disputed)
    return yp.homeless & maybe(yp.age.at_least("protocol_age")) & may_be_a_child


@fact("under_joint_protocol", source=protocol_v4("3", 13))
def under_joint_protocol(yp: Situation) -> Condition:
    """Whoever carries rule 3-l, or is homeless at 16 or 17, comes under the joint protocol. They
    are owed an assessment, so they are at least Amber."""
    return yp.carries_3_l | yp.homeless_16_17


@fact("homeless_under_16", source=default("our reading A48: MASH at once"))
def homeless_under_16(yp: Situation) -> Condition:
    """A homeless child under 16 is at least Amber."""
    return yp.homeless & ~yp.age.at_least("protocol_age")


@fact("nowhere_tonight", source=default("homeless children, tonight"))
def nowhere_tonight(yp: Situation) -> Condition:
    """A child with nowhere safe to sleep tonight is Red, at any age."""
    return yp.nowhere_safe_tonight


@fact("homeless_and_in_danger", source=default("homeless at 16 or 17, and in danger"))
def homeless_and_in_danger(yp: Situation) -> Condition:
    """Homeless or about to be at 16 or 17 is Red with abuse, exploitation or gang risk, a
    pregnancy or a child, or when they are missing."""
    return yp.under_joint_protocol & (
        yp.abuse_or_violence
        | yp.exploitation_or_gang_risk
        | yp.pregnant_or_parenting
        | yp.missing_now
    )
