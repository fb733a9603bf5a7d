"""Other children: those not born yet, those of the young person, and those still at home."""

from protocol.people import HOUSING_NEEDS_OFFICER
from protocol.sources import our_rule
from rules.conditions import Condition, Situation, maybe
from rules.rule import ANYBODY, Force, rule

title = "Other children"


@rule(
    "ours-unborn-child",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="make_contact_for_unborn_child",
    source=our_rule("other children"),
    due="before_they_leave",
    readings=("A42",),
    scope=ANYBODY,
)
def unborn_child_has_a_contact_of_its_own(yp: Situation) -> Condition:
    """Make a contact to MASH of its own for the unborn child."""
    return yp.pregnant


@rule(
    "ours-own-child",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="make_contact_for_own_child",
    source=our_rule("other children"),
    due="before_they_leave",
    readings=("A42",),
    scope=ANYBODY,
)
def own_child_has_a_contact_of_its_own(yp: Situation) -> Condition:
    """Make a contact to MASH of its own for the young person's child."""
    return yp.has_child_of_own


@rule(
    "ours-siblings",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="make_contact_for_siblings",
    source=our_rule("other children"),
    due="before_they_leave",
    readings=("A42",),
    scope=ANYBODY,
)
def siblings_have_contacts_of_their_own(yp: Situation) -> Condition:
    """Make a contact to MASH of its own for each brother or sister still at home."""
    return yp.siblings_at_home


@rule(
    "ours-siblings-abuse",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ring_about_siblings",
    source=our_rule("other children"),
    due="at_once",
    scope=ANYBODY,
)
def siblings_may_be_harmed_as_well(yp: Situation) -> Condition:
    """Ring the assessment team now about the brothers and sisters still at home. Serious harm
    has not been ruled out."""
    return yp.siblings_at_home & maybe(yp.risk_of_significant_harm)
