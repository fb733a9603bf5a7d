"""Section 5.2, not in need, or in need of no accommodation: nobody is sent home or sent away."""

from protocol.people import HOUSING_OPTIONS_ASSESSOR, SOCIAL_WORKER, TEAM_MANAGER
from protocol.s1_commitments import ON_ADVICE
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, surely
from rules.rule import Force, gap, principle, rule

title = "Assessment outcome: not in need, or in need of no accommodation"

# Not in need.


@rule(
    "5.2-r",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="support_return_home",
    source=protocol_v4("5.2", 8, 9),
    due="no_limit",
    readings=("A18", "A42"),
)
def not_in_need_and_home_is_safe(yp: Situation) -> Condition:
    """Support them to go home from where they stayed during the assessment. Only because going
    home has been made sure of and they do not object."""
    return yp.not_in_need_confirmed & yp.accommodated_by_council & made_sure_of(yp)


def made_sure_of(yp: Situation) -> Condition:
    """The gate in front of every return home is open. A blank keeps it shut."""
    return yp.return_home_ready & ~applies("1-i")


@rule(
    "5.2-s",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="offer_early_help_after_assessment",
    source=protocol_v4("5.2", 9),
    due="no_limit",
    readings=("A14", "A42"),
)
def not_in_need_and_early_help(yp: Situation) -> Condition:
    """Offer a referral for early help, where it fits. It takes their own agreement."""
    return yp.not_in_need_confirmed


@rule(
    "5.2-t",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="hand_over_to_housing",
    source=protocol_v4("5.2", 9),
    due="no_limit",
    readings=("A19", "A42"),
)
def hand_over_and_do_not_send_away(yp: Situation) -> Condition:
    """They do not want to go home, or have no home to go to: hand over to Housing, to a named
    person who receives it, with what is known of the risks at home. Nobody is just told to go
    there."""
    return (yp.not_in_need_confirmed & yp.objects_to_going_home) | not_in_need_with_no_home(yp)


@rule(
    "5.2-t-housing",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="decide_housing_duty",
    source=protocol_v4("5.2", 9),
    due="no_limit",
    readings=("A18", "A27", "A42"),
)
def housing_decides_what_it_owes(yp: Situation) -> Condition:
    """Decide what Housing owes them. Look at the risks at home, and at whether the parents are
    willing to have them back."""
    return (yp.not_in_need_confirmed & yp.objects_to_going_home) | not_in_need_with_no_home(yp)


def not_in_need_with_no_home(yp: Situation) -> Condition:
    housed_by_housing = surely(yp.manager_has_decided & yp.housing_owes_accommodation)
    has_a_home = yp.settled_at_home | surely(yp.family_can_house) | housed_by_housing
    return yp.not_in_need_confirmed & ~has_a_home & ~surely(yp.leaving_care_owed)


@gap(
    "gap-5.2-a20",
    owner=TEAM_MANAGER,
    act="decide_with_nowhere_to_live",
    source=protocol_v4("5.2", 8, 9),
    due="assessment_day",
    readings=("A19", "A20"),
)
def not_in_need_and_nowhere_to_live(yp: Situation) -> Condition:
    """The protocol is silent here: not in need, and nowhere to live. A manager looks at it again
    and decides. The bed goes on until Housing has accepted."""
    return not_in_need_with_no_home(yp)


@rule(
    "a20-bed",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="secure_interim_accommodation",
    source=our_reading("A20"),
    due="assessment_day",
    readings=("A8", "A20"),
)
def housing_secures_a_bed_the_same_day(yp: Situation) -> Condition:
    """Secure a bed under section 188 the same day. Until they are in it, the bed they have goes
    on."""
    return applies("gap-5.2-a20") & ~surely(~yp.housing_owes_accommodation)


@rule(
    "a20-back",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="take_back_with_bed_unchanged",
    source=our_reading("A20"),
    due="housing_day",
    readings=("A20",),
)
def not_eligible_means_back_to_us(yp: Situation) -> Condition:
    """Housing owes them nothing: take them back, with the bed unchanged."""
    return applies("gap-5.2-a20") & ~yp.housing_owes_accommodation


no_further_part = principle(
    "5.2-u",
    "Not in need, children's social care takes no further part; early help still can. While they "
    "have nowhere to live, that does not hold.",
    source=protocol_v4("5.2", 9),
    shown=ON_ADVICE,
    force=Force.FACT,
    readings=("A20",),
)


@rule(
    "5.2-v",
    force=Force.SHOULD,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="refer_back_to_social_care",
    source=protocol_v4("5.2", 9),
    due="no_limit",
    readings=("A42",),
)
def housing_refers_back(yp: Situation) -> Condition:
    """Refer back to children's social care: you believe that they may be in need."""
    return yp.housing_believes_in_need


# In need, and no need for accommodation.


@rule(
    "5.2-w",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="support_return_home",
    source=protocol_v4("5.2", 10, 11),
    due="no_limit",
    readings=("A18", "A21", "A42"),
)
def in_need_and_home_is_safe(yp: Situation) -> Condition:
    """Support them to go home from where they stayed during the assessment. Only because going
    home has been made sure of and they do not object."""
    return yp.outcome_in_need_at_home & yp.accommodated_by_council & made_sure_of(yp)


@rule(
    "5.2-w-plan",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_child_in_need_plan",
    source=protocol_v4("5.2", 11),
    due="no_limit",
    readings=("A28", "A42"),
)
def a_plan_to_stay_in_the_family(yp: Situation) -> Condition:
    """Make a child in need plan, so that their needs are met and they can stay where they live."""
    return yp.outcome_in_need_at_home


@gap(
    "gap-5.2-a21",
    owner=TEAM_MANAGER,
    act="decide_with_no_way_home",
    source=protocol_v4("5.2", 10, 11),
    due="no_limit",
    readings=("A21", "A42"),
)
def in_need_with_no_way_home(yp: Situation) -> Condition:
    """The protocol is silent here: in need, held not to need accommodation, and no home they can or
    want to go to. A manager decides. The bed goes on. It is not recorded as a return home."""
    return (
        yp.counts_as_in_need
        & ~yp.appears_to_require_accommodation
        & ~yp.s20_arises
        & ~yp.settled_at_home
        & ~surely(yp.family_can_house)
    )


@rule(
    "a21-advocate",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="offer_independent_advocate",
    source=our_reading("A21"),
    due="no_limit",
    readings=("A21", "A36", "A42"),
)
def an_advocate_where_there_is_no_way_home(yp: Situation) -> Condition:
    """Offer them an independent advocate."""
    return applies("gap-5.2-a21")
