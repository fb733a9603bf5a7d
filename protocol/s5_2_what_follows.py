"""Section 5.2, what follows from each outcome, and where the protocol is silent.

What Housing decides after a refusal leads round again: the social worker is told, section 20 is
offered again, and section 17 comes only then.
"""

from protocol.people import (
    EARLY_HELP_WORKER,
    EVERYONE,
    HEAD_OF_SERVICE,
    HOUSING_OPTIONS_ASSESSOR,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)
from protocol.s1_commitments import ON_ADVICE
from protocol.s5_2_section_20 import CHILDREN_ACT
from protocol.sources import CHECKED, our_reading, protocol_v4, statute
from rules.conditions import Condition, Situation, applies, surely
from rules.rule import Force, gap, gate, principle, rule

title = "Assessment outcome: what follows"

# Section 17.

section_17_entitles_to_support = principle(
    "5.2-f",
    "Section 17 of the Children Act 1989 entitles them to support from the council.",
    source=protocol_v4("5.2", 3),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@rule(
    "5.2-g",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_child_in_need_plan",
    source=protocol_v4("5.2", 3),
    due="no_limit",
    readings=("A28", "A42"),
)
def a_plan_with_section_17(yp: Situation) -> Condition:
    """Make a child in need plan, which runs until they are 18: they have help under section 17."""
    return yp.legal_basis.is_("s17") | yp.outcome_s17_accommodation | yp.outcome_s17_with_family


@gate(
    "a28",
    holds_back="close_child_in_need_plan",
    owner=SOCIAL_WORKER,
    source=our_reading("A28"),
    readings=("A28", "A49"),
    scope="is_child",
)
def the_plan_runs_until_18(yp: Situation) -> Condition:
    """Do not close a child in need plan before they are 18. A manager can depart from this, and
    records why."""
    return yp.is_child


@rule(
    "5.2-h",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="assess_part_vii_duties",
    source=protocol_v4("5.2", 3),
    due="no_limit",
    readings=("A24", "A42"),
)
def housing_assesses_after_an_informed_refusal(yp: Situation) -> Condition:
    """Assess them for housing under Part VII of the Housing Act 1996: informed, they do not want
    section 20."""
    return yp.informed_refusal


@rule(
    "5.2-i",
    force=Force.MAY,
    owner=SOCIAL_WORKER,
    act="offer_s17_with_family",
    source=protocol_v4("5.2", 3),
    due="no_limit",
    readings=("A42", "A50"),
)
def family_with_support(yp: Situation) -> Condition:
    """Section 17 can support them to live with members of their family."""
    return yp.outcome_s17_with_family


# Section 20.

looked_after_children_are_owed_more = principle(
    "5.2-j",
    "Accommodated under section 20 they are looked after: regular reviews, and every service that "
    "the council owes looked-after children.",
    source=protocol_v4("5.2", 4),
    shown=ON_ADVICE,
    force=Force.FACT,
)

leaving_care_comes_after = principle(
    "5.2-k",
    "Once no longer looked after, they may be owed leaving-care services.",
    source=protocol_v4("5.2", 4),
    shown=ON_ADVICE,
    force=Force.FACT,
    readings=("A31",),
)


@rule(
    "law-s20",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="accommodate_under_s20",
    source=statute(CHILDREN_ACT, "section 20(1) and (3)", CHECKED),
    due="no_limit",
    readings=("A7", "A42"),
)
def accommodate_them_under_section_20(yp: Situation) -> Condition:
    """Accommodate them under section 20: it is owed to them and they accept it."""
    return yp.outcome_s20_looked_after


@rule(
    "5.2-l",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="transfer_to_onwards_and_upwards",
    source=protocol_v4("5.2", 4),
    due="no_limit",
    readings=("A42",),
)
def transfer_after_the_assessment_and_the_panel(yp: Situation) -> Condition:
    """Transfer the case to Onwards & Upwards: the assessment is complete and the panel has
    ratified it."""
    return yp.outcome_s20_looked_after & yp.assessment_complete & yp.panel_ratified


@gate(
    "5.2-l-gate",
    holds_back="transfer_to_onwards_and_upwards",
    owner=SOCIAL_WORKER,
    source=protocol_v4("5.2", 4),
    readings=("A49",),
)
def no_transfer_before_both(yp: Situation) -> Condition:
    """Do not transfer the case before the assessment is complete and the panel has ratified it."""
    return ~surely(yp.assessment_complete) | ~surely(yp.panel_ratified)


# Part VII.

part_vii_brings_a_housing_plan = principle(
    "5.2-m",
    "Part VII of the Housing Act 1996 brings a personal housing plan, and duties to prevent and to "
    "relieve homelessness.",
    source=protocol_v4("5.2", 5),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@rule(
    "5.2-n",
    force=Force.MAY,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="offer_temporary_then_longer",
    source=protocol_v4("5.2", 5),
    due="no_limit",
    readings=("A9", "A42"),
)
def temporary_first_and_then_longer(yp: Situation) -> Condition:
    """Temporary accommodation can come first, with high-level support, and then something that
    lasts for at least six months."""
    return yp.outcome_part_vii_with_plan & yp.high_level_support_in_place


@rule(
    "5.2-o",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="place_on_allocation_scheme",
    source=protocol_v4("5.2", 5),
    due="no_limit",
    readings=("A42",),
)
def put_them_on_the_allocation_scheme(yp: Situation) -> Condition:
    """Put them on the Council's Housing Allocation Scheme."""
    return yp.outcome_part_vii_with_plan


@rule(
    "5.2-p",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_child_in_need_plan",
    source=protocol_v4("5.2", 5),
    due="no_limit",
    readings=("A28", "A42"),
)
def a_plan_with_part_vii(yp: Situation) -> Condition:
    """Make a child in need plan, which runs until they are 18. Part VII never stands alone."""
    return yp.outcome_part_vii_with_plan


@rule(
    "5.2-p-outreach",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="provide_outreach_support",
    source=protocol_v4("5.2", 5),
    due="no_limit",
    readings=("A9", "A42"),
)
def outreach_with_part_vii(yp: Situation) -> Condition:
    """Provide an outreach support package. It is not the high-level support of an emergency."""
    return yp.outcome_part_vii_with_plan


# The panel, for whoever stayed with family or friends.


def homeless_after_staying_with_others(yp: Situation) -> Condition:
    return yp.needs_accommodation & yp.stayed_with_family_or_friends


@rule(
    "5.2-q",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="refer_to_permanency_panel",
    source=protocol_v4("5.2", 6),
    due="no_limit",
    readings=("A11", "A42"),
)
def the_panel_first(yp: Situation) -> Condition:
    """Refer to the Permanency Planning Panel: they are homeless and lived at home, or with family
    or friends, during the assessment."""
    return homeless_after_staying_with_others(yp)


@rule(
    "5.2-q-then",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="find_placement_after_panel",
    source=protocol_v4("5.2", 6),
    due="no_limit",
    readings=("A42",),
)
def then_the_placements_service(yp: Situation) -> Condition:
    """Then refer to the Placements Service, to find what fits their needs and the panel's
    decision."""
    return homeless_after_staying_with_others(yp) & yp.referred_to_panel


@gate(
    "5.2-q-gate",
    holds_back="find_placement_after_panel",
    owner=SOCIAL_WORKER,
    source=protocol_v4("5.2", 6),
    readings=("A49",),
)
def in_that_order(yp: Situation) -> Condition:
    """Do not ask the Placements Service for the longer placement before the panel has been asked.
    A bed tonight waits for neither."""
    return ~surely(yp.referred_to_panel)


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


@rule(
    "5.2-x",
    force=Force.MUST,
    owner=EARLY_HELP_WORKER,
    act="offer_early_help_support",
    source=protocol_v4("5.2", 12),
    due="no_limit",
    readings=("A22", "A42"),
)
def early_help_after_every_outcome(yp: Situation) -> Condition:
    """Offer help with school, training and work, with money, and with living on their own."""
    return yp.assessment_complete


# Round again: Housing owes nothing.


@rule(
    "5.2-z",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="tell_social_worker_no_duty",
    source=protocol_v4("5.2", 13),
    due="housing_day",
    readings=("A27", "A42"),
)
def tell_the_social_worker(yp: Situation) -> Condition:
    """Tell the social worker, who may have to act: they do not want section 20, Housing owes them
    no home, and they are homeless."""
    return refused_and_without_a_home(yp)


def refused_and_without_a_home(yp: Situation) -> Condition:
    return yp.s20_answer.is_("refuses") & ~yp.housing_owes_accommodation & yp.needs_accommodation


@gate(
    "a27",
    holds_back="tell_no_housing_duty",
    owner=HOUSING_OPTIONS_ASSESSOR,
    source=our_reading("A27"),
    readings=("A27", "A49"),
)
def no_duty_takes_a_reason_in_writing(yp: Situation) -> Condition:
    """Do not tell them that Housing owes them nothing before the reason is recorded and the
    decision is in writing, with its date."""
    return ~surely(
        ~yp.housing_owes_accommodation & yp.housing_reason_coded & yp.housing_decision_written
    )


@rule(
    "5.2-aa",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=protocol_v4("5.2", 13),
    due="housing_day",
    readings=("A26", "A42"),
)
def ask_again_now_that_housing_owes_nothing(yp: Situation) -> Condition:
    """Ask them again about section 20: things have changed, Housing owes them no home."""
    return refused_and_without_a_home(yp) & ~surely(yp.refused_again_after_housing)


@rule(
    "5.2-ab",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="offer_s17_accommodation",
    source=protocol_v4("5.2", 14),
    due="no_limit",
    readings=("A1", "A25", "A42"),
)
def offer_section_17_accommodation(yp: Situation) -> Condition:
    """Offer accommodation under section 17, until they no longer need it or turn 18."""
    return yp.outcome_s17_accommodation


@rule(
    "5.2-ac",
    force=Force.MUST,
    owner=EVERYONE,
    act="plan_for_eighteen",
    source=protocol_v4("5.2", 14),
    due="before_18",
    readings=("A1",),
)
def plan_together_for_18(yp: Situation) -> Condition:
    """Children's services and Housing Options plan together, so that they are not homeless when
    they turn 18."""
    return yp.outcome_s17_accommodation | yp.legal_basis.is_("s17")


@gap(
    "gap-5.2-a25",
    owner=HEAD_OF_SERVICE,
    act="decide_today_as_head",
    source=protocol_v4("5.2", 14),
    due="s17_day",
    readings=("A25",),
)
def homeless_and_section_17_held_unnecessary(yp: Situation) -> Condition:
    """The protocol is silent here: no section 20, nothing from Housing, and section 17 held not to
    be necessary. Decide today, with reasons. The bed goes on."""
    return yp.refused_with_no_duty & ~yp.s17_necessary


@rule(
    "a25-offer",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=our_reading("A25"),
    due="s17_day",
    readings=("A25",),
)
def section_20_again_the_same_day(yp: Situation) -> Condition:
    """Offer section 20 again the same day."""
    return applies("gap-5.2-a25")


@rule(
    "a25-strategy",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="consider_strategy_discussion",
    source=our_reading("A25"),
    due="s17_day",
    readings=("A25",),
)
def a_strategy_discussion_is_considered(yp: Situation) -> Condition:
    """Consider a strategy discussion the same day, and record why or why not."""
    return applies("gap-5.2-a25")


# What the protocol does not name.


@gap(
    "gap-5.2-no-route",
    owner=TEAM_MANAGER,
    act="decide_with_no_route",
    source=protocol_v4("5.2", 2),
    due="assessment_day",
    readings=("A46",),
)
def in_need_with_no_way_into_section_20(yp: Situation) -> Condition:
    """The protocol is silent here: in need of accommodation, and section 20 does not fit. Decide
    as a manager; section 20(4) and section 17 are open. The bed goes on. If another council has to
    act, it is told and not waited for."""
    return (
        yp.counts_as_in_need
        & yp.appears_to_require_accommodation
        & ~yp.s20_arises
        & ~surely(yp.family_can_house)
        & ~surely(yp.leaving_care_owed)
    )


@rule(
    "parent-objects",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="mediate_with_parent",
    source=statute(CHILDREN_ACT, "section 20(7)", CHECKED),
    due="no_limit",
    readings=("A42", "A44"),
)
def an_able_parent_objects(yp: Situation) -> Condition:
    """Work with them and with the parent on a safe way on, where family may be contacted. Ask again
    whether going home is safe. The bed goes on."""
    return yp.outcome_parent_objects & yp.family_contact_allowed


@rule(
    "parent-objects-plan",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_child_in_need_plan",
    source=statute(CHILDREN_ACT, "section 17(1)"),
    due="no_limit",
    readings=("A28", "A42"),
)
def a_plan_where_a_parent_objects(yp: Situation) -> Condition:
    """Make a child in need plan: they are in need, whoever objects."""
    return yp.outcome_parent_objects


@rule(
    "law-s23b",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="provide_leaving_care_accommodation",
    source=statute(CHILDREN_ACT, "section 23B(8)"),
    due="no_limit",
    readings=("A31", "A42"),
)
def a_care_leaver_is_housed_by_leaving_care(yp: Situation) -> Condition:
    """Provide them with somewhere suitable to live: they are a care leaver."""
    return yp.outcome_leaving_care_accommodation


@rule(
    "bed-goes-on",
    force=Force.MUST,
    owner=EVERYONE,
    act="keep_bed",
    source=our_reading("A20"),
    due="no_limit",
    readings=("A8", "A20", "A21", "A23", "A25", "A42"),
    scope="is_child",
)
def the_bed_goes_on(yp: Situation) -> Condition:
    """Keep the bed they have going, whatever is decided or not decided, until they are in the next
    one or have a safe and settled home."""
    return yp.accommodated_by_council & applies("gate-bed")
