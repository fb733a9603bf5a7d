"""Section 2: out of hours and emergencies."""

from protocol.people import EMERGENCY_DUTY_TEAM, HOUSING_NEEDS_OFFICER, SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, known, maybe, surely
from rules.rule import Force, principle, rule

title = "Out of hours and emergencies"

ring_the_emergency_duty_team = principle(
    "2-a",
    "Outside office hours the Emergency Duty Team is reached by telephone.",
    source=protocol_v4("2", 1),
    shown="the card, out of hours",
    force=Force.FACT,
    readings=("A46",),
)


def may_need_a_bed(yp: Situation) -> Condition:
    """Protective: a bed that nobody has ruled out is a bed that may be needed."""
    return surely(yp.needs_bed_tonight) | (
        maybe(yp.needs_bed_tonight) & maybe(yp.needs_accommodation)
    )


@rule(
    "2-b",
    force=Force.MUST,
    owner=EMERGENCY_DUTY_TEAM,
    act="place_out_of_hours",
    source=protocol_v4("2", 1),
    due="at_once",
    readings=("A6", "A40"),
)
def place_in_foster_care_or_high_support(yp: Situation) -> Condition:
    """Place them in foster care or with high-level support until the next working day. No
    assessment is needed first."""
    return ~yp.in_office_hours & (maybe(yp.needs_accommodation) | surely(yp.needs_bed_tonight))


@rule(
    "a41",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ring_emergency_duty_team",
    source=our_reading("A41"),
    due="closing_time",
    readings=("A41",),
)
def nobody_is_left_at_closing_time(yp: Situation) -> Condition:
    """Ring the Emergency Duty Team, record name and time, and stay until somebody accepts."""
    unaccepted = maybe(yp.needs_accommodation | yp.at_imminent_risk) & ~surely(yp.referral_accepted)
    no_bed = may_need_a_bed(yp) & ~surely(yp.bed_confirmed)
    return yp.in_office_hours & ~yp.office_open_now & (unaccepted | no_bed)


@rule(
    "a43",
    force=Force.MUST,
    owner=EMERGENCY_DUTY_TEAM,
    act="hand_over_to_day_team",
    source=our_reading("A43"),
    due="hand_over",
    readings=("A6", "A43"),
)
def hand_over_without_starting_again(yp: Situation) -> Condition:
    """Hand the record over to the day team. The young person does not start again."""
    return ~yp.in_office_hours


@rule(
    "a6",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="decide_legal_basis",
    source=our_reading("A6"),
    due="hand_over",
    readings=("A5", "A6"),
)
def the_basis_is_decided_at_the_hand_over(yp: Situation) -> Condition:
    """Decide the legal basis of the bed that was found out of hours. It is the first task of the
    hand-over."""
    return applies("2-b") & ~known(yp.legal_basis.is_("s20"))
