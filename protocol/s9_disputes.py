"""Section 9: what happens when the services disagree."""

from protocol.people import (
    EVERYONE,
    HOUSING_DUTY_MANAGER,
    MASH_MANAGER,
    SERVICE_MANAGER,
    SOCIAL_WORK_DUTY_MANAGER,
)
from protocol.sources import our_rule, protocol_v4
from rules.conditions import Condition, Situation, maybe, surely
from rules.rule import Force, gate, principle, rule

title = "Dispute resolution"

ON_ADVICE = "the advice, under “How we work”"

what_counts_as_a_dispute = principle(
    "9-a",
    "When social workers and Housing Options disagree about the protocol, or about how somebody "
    "is advised or supported, these steps are for that.",
    source=protocol_v4("9", 1),
    shown=ON_ADVICE,
    force=Force.FACT,
)


def unsettled(yp: Situation) -> Condition:
    return yp.services_disagree & ~surely(yp.disagreement_over)


@rule(
    "9-b",
    force=Force.MUST,
    owner=HOUSING_DUTY_MANAGER,
    act="settle_disagreement",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def the_duty_managers_settle_it(yp: Situation) -> Condition:
    """Settle it with the duty manager of the social work team."""
    return unsettled(yp) & ~surely(~yp.settled_by_duty_managers)


@rule(
    "9-b-social-work",
    force=Force.MUST,
    owner=SOCIAL_WORK_DUTY_MANAGER,
    act="settle_disagreement",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def the_other_duty_manager_as_well(yp: Situation) -> Condition:
    """Settle it with the duty manager of Housing Options."""
    return unsettled(yp) & ~surely(~yp.settled_by_duty_managers)


@rule(
    "9-c",
    force=Force.SHOULD,
    owner=HOUSING_DUTY_MANAGER,
    act="take_to_service_manager",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def then_the_service_manager(yp: Situation) -> Condition:
    """Take it to the service manager for housing needs: the duty managers could not settle it."""
    return unsettled(yp) & ~yp.settled_by_duty_managers


@rule(
    "9-c-mash",
    force=Force.SHOULD,
    owner=SOCIAL_WORK_DUTY_MANAGER,
    act="take_to_mash_manager",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def and_the_mash_manager(yp: Situation) -> Condition:
    """Take it to the MASH manager: the duty managers could not settle it."""
    return unsettled(yp) & ~yp.settled_by_duty_managers


@rule(
    "ours-dispute-bed",
    force=Force.MUST,
    owner=EVERYONE,
    act="keep_bed",
    source=our_rule("a disagreement between services"),
    due="no_limit",
    readings=("A42",),
    scope="is_child",
)
def the_bed_goes_on_meanwhile(yp: Situation) -> Condition:
    """Keep the bed they have going while the services disagree, whoever pays in the end."""
    return unsettled(yp)


@gate(
    "ours-dispute-no-end",
    holds_back="end_bed",
    owner=EVERYONE,
    source=our_rule("a disagreement between services"),
    readings=("A49",),
    scope="is_child",
)
def nobody_loses_a_bed_over_it(yp: Situation) -> Condition:
    """Do not end the bed they have while the services disagree, or may disagree."""
    return maybe(yp.services_disagree) & ~surely(yp.disagreement_over)


@rule(
    "9-d",
    force=Force.MUST,
    owner=SERVICE_MANAGER,
    act="share_lessons_with_staff",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def share_what_was_learnt(yp: Situation) -> Condition:
    """Share with staff what was learnt."""
    return yp.disagreement_over


@rule(
    "9-d-mash",
    force=Force.MUST,
    owner=MASH_MANAGER,
    act="share_lessons_with_steering_group",
    source=protocol_v4("9", 1),
    due="no_limit",
    readings=("A42",),
)
def share_it_with_the_steering_group(yp: Situation) -> Condition:
    """Share with the MASH Steering Group what was learnt."""
    return yp.disagreement_over


more_about_disputes = principle(
    "9-e",
    "More about disputes is on the site of the Barnet Safeguarding Children Partnership.",
    source=protocol_v4("9", 2),
    shown=ON_ADVICE,
    force=Force.FACT,
)
