"""Section 5.2, what follows from each outcome."""

from protocol.people import (
    EARLY_HELP_WORKER,
    EVERYONE,
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
