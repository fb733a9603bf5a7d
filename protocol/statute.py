"""The law that stands beside sections 1 to 4, marked as such."""

from protocol.people import EVERYONE, HOUSING_NEEDS_OFFICER
from protocol.sources import guidance, statute
from rules.conditions import Condition, Situation
from rules.rule import Force, gate, rule

title = "Law and statutory guidance beside the protocol"


@gate(
    "law-b-and-b",
    holds_back="place_in_bed_and_breakfast",
    owner=EVERYONE,
    source=guidance(
        "Statutory guidance on homeless 16- and 17-year-olds (April 2018)",
        "on bed and breakfast; paragraph number to be checked",
    ),
    scope="is_child",
)
def no_bed_and_breakfast(yp: Situation) -> Condition:
    """Do not use bed and breakfast, not even for one night. This is from statutory guidance,
    not from the protocol."""
    return yp.is_child


@rule(
    "law-s47",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ring_mash_now",
    source=statute("Children Act 1989", "section 47(1)"),
    due="at_once",
    scope="is_child",
)
def serious_harm_is_told_at_once(yp: Situation) -> Condition:
    """Ring MASH now and say what you have seen and heard. In danger this minute: ring 999."""
    return yp.risk_of_significant_harm
