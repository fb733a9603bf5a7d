"""Section 4: emergency accommodation."""

from protocol.people import EVERYONE, HOUSING_OPTIONS_ASSESSOR, MASH_SOCIAL_WORKER, SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, maybe, surely
from rules.rule import ANYBODY, Force, fact, gate, principle, rule

title = "Emergency accommodation"

ON_ADVICE = "the advice, under “How we work”"


@rule(
    "4-a",
    force=Force.MUST,
    owner=MASH_SOCIAL_WORKER,
    act="allocate_to_duty_team",
    source=protocol_v4("4", 1),
    due="allocation",
    readings=("A41",),
)
def allocate_the_same_day(yp: Situation) -> Condition:
    """Allocate to the Duty and Assessment Team."""
    return applies("3-l") | applies("a12")


@rule(
    "4-b",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="refer_to_placements",
    source=protocol_v4("4", 1),
    due="at_once",
    readings=("A5", "A11"),
)
def refer_to_placements(yp: Situation) -> Condition:
    """Refer to the Placements Service for a bed with the right support."""
    return yp.needs_bed_tonight


approved_list = principle(
    "4-c",
    "The Placements Service holds the approved list of supported accommodation.",
    source=protocol_v4("4", 2),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@gate(
    "4-d",
    holds_back="place_in_temporary_accommodation",
    owner=EVERYONE,
    source=protocol_v4("4", 2),
    readings=("A9", "A49"),
    scope="is_child",
)
def no_temporary_accommodation_without_support(yp: Situation) -> Condition:
    """Do not use temporary accommodation unless a high-level support package is in place."""
    return ~surely(yp.high_level_support_in_place)


def foster_prompt(yp: Situation) -> Condition:
    may_be_sixteen = ~yp.age.at_least("foster_prompt_until_age") | surely(yp.age_disputed)
    return yp.as_read(
        "A10",
        sixteen_or_vulnerable=yp.needs_bed_tonight & (may_be_sixteen | yp.highly_vulnerable),
        everybody=yp.needs_bed_tonight,
    )


@rule(
    "4-e",
    force=Force.MAY,
    owner=SOCIAL_WORKER,
    act="consider_foster_or_residential",
    source=protocol_v4("4", 2),
    due="no_limit",
    readings=("A10", "A42"),
)
def consider_foster_or_residential(yp: Situation) -> Condition:
    """Consider an emergency foster or residential placement."""
    return foster_prompt(yp)


@rule(
    "a10",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="record_why_not_foster_or_residential",
    source=our_reading("A10"),
    due="no_limit",
    readings=("A10",),
)
def say_why_not_foster_or_residential(yp: Situation) -> Condition:
    """If they are placed anywhere else, record why."""
    return foster_prompt(yp)


@fact("basis_makes_looked_after", source=protocol_v4("4", 3), readings=("A5", "A7"))
def basis_makes_looked_after(yp: Situation) -> Condition:
    """The bed is recorded under section 20 or 21, a care order or a remand."""
    basis = yp.legal_basis
    return basis.is_("s20") | basis.is_("s21") | basis.is_("care_order") | basis.is_("remand")


@fact("s20_stands", source=our_reading("A7"), readings=("A7", "A24"))
def section_20_stands(yp: Situation) -> Condition:
    """Section 20 is owed to them, and no refusal of theirs can be accepted."""
    return yp.s20_owed & ~surely(yp.informed_refusal)


def accommodated_under_another_name(yp: Situation) -> Condition:
    """Section 20 stands, the council gives them a place to stay, and calls it something else."""
    return yp.s20_stands & yp.accommodated_by_council & ~yp.basis_makes_looked_after


@fact("looked_after", id="4-f", source=protocol_v4("4", 3), readings=("A5", "A7", "A31"))
def looked_after(yp: Situation) -> Condition:
    """They are looked after from the moment of the placement: by the basis of the bed, or by law,
    whatever it is called. A care leaver's place under section 23B alone does not do it."""
    by_law = accommodated_under_another_name(yp) & ~yp.legal_basis.is_("s23b")
    return yp.is_child & (yp.basis_makes_looked_after | by_law)


@rule(
    "a7",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="tell_manager_may_be_looked_after",
    source=our_reading("A7"),
    due="at_once",
    readings=("A7",),
)
def looked_after_by_law_and_not_by_label(yp: Situation) -> Condition:
    """They may be looked after in law: section 20 is decided or owed, and the bed is recorded under
    something else. Run the looked-after clocks and tell the manager."""
    decided = yp.s20_accommodation_decided & ~yp.basis_makes_looked_after
    return decided | accommodated_under_another_name(yp)


@rule(
    "4-g",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="start_looked_after_processes",
    source=protocol_v4("4", 3),
    due="at_once",
    readings=("A5", "A7"),
)
def start_looked_after_processes(yp: Situation) -> Condition:
    """Start the looked-after processes, the health assessment among them."""
    return yp.looked_after


@rule(
    "4-h",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="refer_to_permanency_panel",
    source=protocol_v4("4", 3),
    due="at_once",
    readings=("A3",),
)
def refer_to_permanency_panel(yp: Situation) -> Condition:
    """Refer to the Permanency Planning Panel."""
    return yp.looked_after


@rule(
    "4-i",
    force=Force.MAY,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="offer_s188_stopgap",
    source=protocol_v4("4", 4),
    due="no_limit",
    readings=("A4", "A5", "A8", "A42"),
)
def stopgap_until_assessed(yp: Situation) -> Condition:
    """Place them in supported accommodation under section 188 of the Housing Act 1996 until the
    initial assessment. It never delays the Children Act decision."""
    return yp.needs_accommodation & ~yp.initial_assessment_complete


@gate(
    "a5",
    holds_back="record_basis_as_section_188",
    owner=EVERYONE,
    source=our_reading("A5"),
    readings=("A5", "A49"),
    scope="is_child",
)
def a_foster_placement_is_never_a_stopgap(yp: Situation) -> Condition:
    """Do not record the bed as a section 188 stopgap unless it is known not to be in foster
    care."""
    return maybe(yp.accommodation_kind.is_("foster_care"))


@rule(
    "a5-foster",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="correct_legal_basis",
    source=our_reading("A5"),
    due="today",
    readings=("A5", "A7"),
    scope="is_child",
)
def put_the_basis_of_a_foster_placement_right(yp: Situation) -> Condition:
    """Put the legal basis right: the bed is in foster care, and recorded as a section 188
    stopgap."""
    return yp.accommodation_kind.is_("foster_care") & yp.legal_basis.is_("s188")


@gate(
    "a8",
    holds_back="end_section_188_accommodation",
    owner=EVERYONE,
    source=our_reading("A8"),
    readings=("A8", "A49"),
    scope=ANYBODY,
)
def a_stopgap_ends_by_notice_and_in_the_next_bed(yp: Situation) -> Condition:
    """Do not end the stopgap until proper notice has been given and they are in their next bed."""
    both_ends = surely(yp.section_188_notice_given) & surely(yp.in_the_next_bed)
    return maybe(yp.legal_basis.is_("s188")) & ~both_ends


@rule(
    "a8-both",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="keep_bed",
    source=our_reading("A8"),
    due="no_limit",
    readings=("A8", "A42"),
    scope="is_child",
)
def both_duties_run_until_they_have_moved(yp: Situation) -> Condition:
    """Keep the stopgap going: section 20 is decided, and they are not in that bed yet. Both
    duties run until then."""
    decided = yp.legal_basis.is_("s188") & yp.s20_accommodation_decided
    return decided & ~surely(yp.in_the_next_bed)


@fact(
    "prevention_or_relief_duty_ended",
    id="4-j",
    source=protocol_v4("4", 4),
    readings=("A4", "A8"),
)
def prevention_or_relief_duty_ended(yp: Situation) -> Condition:
    """The initial assessment is complete, section 20 accommodation is decided, and it is
    suitable for at least six months."""
    return (
        yp.initial_assessment_complete
        & yp.s20_accommodation_decided
        & yp.accommodation_suits_six_months
    )


@rule(
    "4-k",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="weigh_harm_and_risk",
    source=protocol_v4("4", 4),
    due="no_limit",
    readings=("A42",),
)
def weigh_harm_and_risk(yp: Situation) -> Condition:
    """For every placement and every support decision, weigh how exposed they are to harm and
    exploitation, and any risk to others."""
    return yp.needs_bed_tonight | yp.needs_accommodation | yp.at_imminent_risk


@rule(
    "a45",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="carry_out_single_assessment",
    source=our_reading("A45"),
    due="assessment",
    readings=("A39", "A45"),
)
def everyone_is_assessed(yp: Situation) -> Condition:
    """Carry out the single assessment together with Housing, wherever they sleep."""
    return applies("3-l") | applies("a12")


so_that_nobody_waits_somewhere_unsuitable = principle(
    "4-l",
    "Accommodation during the assessment means that nobody waits somewhere unsuitable.",
    source=protocol_v4("4", 5),
    shown=ON_ADVICE,
    force=Force.FACT,
)

no_right_by_itself = principle(
    "4-m",
    "A bed during the assessment does not by itself give a right to longer-term housing.",
    source=protocol_v4("4", 5),
    shown=ON_ADVICE,
    force=Force.FACT,
)
