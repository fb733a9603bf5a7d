"""Whom the protocol is for. An age that is not known, or in doubt, never closes a door (A48)."""

from protocol.people import EVERYONE, HOUSING_NEEDS_OFFICER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, maybe, surely
from rules.rule import ANYBODY, Force, fact, rule

title = "Whom the protocol is for"


@fact("is_child", source=our_reading("A48"), readings=("A48",))
def is_child(yp: Situation) -> Condition:
    """They are under 18 as far as anybody knows. While an age is in doubt, they are a child."""
    return maybe(~yp.age.at_least("adult_age")) | surely(yp.age_disputed)


@fact("within_protocol", source=protocol_v4("1", 1), readings=("A48",))
def within_protocol(yp: Situation) -> Condition:
    """They are 16 or 17 as far as anybody knows."""
    return yp.is_child & maybe(yp.age.at_least("protocol_age"))


@rule(
    "a48-under-16",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="refer_under_16",
    source=our_reading("A48"),
    due="at_once",
    readings=("A48",),
    scope="is_child",
)
def refer_a_child_under_16(yp: Situation) -> Condition:
    """Refer to MASH at once as a child who needs somewhere to live. This protocol is not for
    children under 16."""
    return ~yp.within_protocol


@rule(
    "a48-under-16-bed",
    force=Force.MUST,
    owner=EVERYONE,
    act="secure_bed_tonight",
    source=our_reading("A48"),
    due="tonight",
    readings=("A48",),
    scope="is_child",
)
def bed_for_a_child_under_16(yp: Situation) -> Condition:
    """Make sure that a child under 16 has a safe bed tonight."""
    return ~yp.within_protocol & maybe(yp.needs_bed_tonight)


@rule(
    "a48-adult",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="take_part_vii_application",
    source=our_reading("A48"),
    due="today",
    readings=("A48",),
    scope=ANYBODY,
)
def adult_gets_homelessness_duties_today(yp: Situation) -> Condition:
    """Take a homelessness application today, under Part VII of the Housing Act 1996."""
    return ~yp.is_child


@rule(
    "a48-adult-care",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ask_about_leaving_care",
    source=our_reading("A48"),
    due="today",
    readings=("A48",),
    scope=ANYBODY,
)
def ask_an_adult_about_leaving_care(yp: Situation) -> Condition:
    """Ask whether they have ever been in care: care leavers are owed more."""
    return ~yp.is_child
