"""Section 5.2, the ten outcomes: what the rules say follows. People decide.

Of a situation in which everything is known, exactly one holds. While something is not known and
they may be homeless, the outcome stays open (``s20_interim``): a bed, and section 20 on offer.
"""

from protocol.people import EVERYONE
from protocol.s5_2_section_20 import CHILDREN_ACT
from protocol.sources import CHECKED, our_reading, protocol_v4, statute
from rules.conditions import Condition, Situation, applies, maybe, surely
from rules.rule import fact, gate

title = "Assessment outcome: the outcomes, and what holds them back"

OUTCOMES = (
    "not_in_need",
    "in_need_at_home",
    "s20_looked_after",
    "s20_interim",
    "parent_objects",
    "part_vii_with_plan",
    "s17_accommodation",
    "s17_with_family",
    "leaving_care_accommodation",
    "silent",
)


@fact("settled_at_home", source=protocol_v4("1", 10), readings=("A11", "A18", "A21"))
def settled_at_home(yp: Situation) -> Condition:
    """They are not homeless; or it is known that going home has been made sure of, that they do not
    object, and nothing points to harm there. What is not known is no return home."""
    danger = surely(yp.family_contact_unsafe | yp.risk_of_significant_harm)
    can_go_home = surely(yp.return_home_ready & ~yp.objects_to_going_home) & ~danger
    return ~yp.needs_accommodation | can_go_home


@fact("leaving_care_owed", source=statute(CHILDREN_ACT, "section 23B(8)"), readings=("A31",))
def leaving_care_owed(yp: Situation) -> Condition:
    """A relevant child who appears to require accommodation, whose family cannot house them, and
    who is not known to have accepted section 20 where that is owed."""
    looked_after_instead = surely(yp.s20_owed & yp.agrees_to_s20)
    return (
        yp.relevant_child
        & yp.appears_to_require_accommodation
        & ~surely(yp.family_can_house)
        & ~looked_after_instead
    )


@fact("outcome_not_in_need", source=protocol_v4("5.2", 8), readings=("A2", "A20"))
def outcome_not_in_need(yp: Situation) -> Condition:
    """That they are not in need stands, and they have a home; or a manager has decided and Housing
    has accepted that it owes them one."""
    housed_by_housing = yp.manager_has_decided & yp.housing_owes_accommodation
    return (
        yp.within_protocol
        & yp.not_in_need_confirmed
        & (yp.settled_at_home | surely(yp.family_can_house) | housed_by_housing)
        & ~yp.leaving_care_owed
    )


@fact("outcome_in_need_at_home", source=protocol_v4("5.2", 10, 11), readings=("A18", "A21"))
def outcome_in_need_at_home(yp: Situation) -> Condition:
    """In need, with no need for accommodation, and with a home they can live in."""
    return (
        yp.within_protocol
        & yp.counts_as_in_need
        & ~yp.appears_to_require_accommodation
        & ~yp.s20_arises
        & yp.settled_at_home
    )


@fact("outcome_s20_looked_after", source=protocol_v4("5.2", 4), readings=("A7",))
def outcome_s20_looked_after(yp: Situation) -> Condition:
    """Section 20 is owed to them, and they accept it."""
    return yp.within_protocol & yp.s20_owed & yp.agrees_to_s20


@fact(
    "outcome_parent_objects",
    source=statute(CHILDREN_ACT, "section 20(7)", CHECKED),
    readings=("A24",),
)
def outcome_parent_objects(yp: Situation) -> Condition:
    """Section 20 would be owed; an able parent objects; and the young person, informed, does not
    want it either."""
    return (
        yp.within_protocol
        & yp.s20_arises
        & yp.parent_bars_s20
        & yp.informed_refusal
        & ~yp.leaving_care_owed
    )


@fact("outcome_part_vii_with_plan", source=protocol_v4("5.2", 3, 5), readings=("A24", "A27"))
def outcome_part_vii_with_plan(yp: Situation) -> Condition:
    """Section 20 is owed to them, their refusal is informed, and Housing has not said that it owes
    them nothing."""
    return (
        yp.within_protocol
        & yp.s20_owed
        & yp.informed_refusal
        & ~surely(~yp.housing_owes_accommodation)
        & ~yp.leaving_care_owed
    )


@fact("refused_with_no_duty", source=protocol_v4("5.2", 13, 14), readings=("A24", "A25"))
def refused_with_no_duty(yp: Situation) -> Condition:
    """Section 20 is owed; Housing owes them nothing; and asked again after that, they still refuse,
    informed and with capacity."""
    return (
        yp.within_protocol
        & yp.s20_owed
        & yp.informed_refusal
        & ~yp.housing_owes_accommodation
        & yp.refused_again_after_housing
        & ~yp.leaving_care_owed
    )


@fact("outcome_s17_accommodation", source=protocol_v4("5.2", 14), readings=("A1", "A25"))
def outcome_s17_accommodation(yp: Situation) -> Condition:
    """They refuse section 20 again after Housing owes them nothing, and a place to stay under
    section 17 is necessary to keep them safe and well."""
    return yp.refused_with_no_duty & yp.s17_necessary


@fact("outcome_s17_with_family", source=protocol_v4("5.2", 3), readings=("A50",))
def outcome_s17_with_family(yp: Situation) -> Condition:
    """In need, without a home of their own, and members of their family can house them with
    support, as they want."""
    no_other_home = yp.appears_to_require_accommodation | ~yp.settled_at_home
    return yp.within_protocol & yp.counts_as_in_need & yp.family_can_house & no_other_home


@fact(
    "outcome_leaving_care_accommodation",
    source=statute(CHILDREN_ACT, "section 23B(8)"),
    readings=("A31",),
)
def outcome_leaving_care_accommodation(yp: Situation) -> Condition:
    """They are a care leaver to whom the leaving-care team owes a place to live."""
    return yp.within_protocol & yp.leaving_care_owed


@fact("outcome_silent", source=our_reading("A20"), readings=("A20", "A21", "A25"))
def outcome_silent(yp: Situation) -> Condition:
    """The protocol says nothing of somebody like them. The bed goes on, and a manager decides."""
    return (
        applies("gap-5.2-a20")
        | applies("gap-5.2-a21")
        | applies("gap-5.2-a25")
        | applies("gap-5.2-no-route")
    )


@fact("another_outcome_holds", source=our_reading("A24"), readings=("A24",))
def another_outcome_holds(yp: Situation) -> Condition:
    """One of the outcomes is known to hold that ends the open one."""
    return (
        surely(yp.outcome_not_in_need)
        | surely(yp.outcome_in_need_at_home)
        | surely(yp.outcome_s20_looked_after)
        | surely(yp.outcome_parent_objects)
        | surely(yp.outcome_part_vii_with_plan)
        | surely(yp.outcome_s17_accommodation)
        | surely(yp.outcome_s17_with_family)
        | surely(yp.outcome_leaving_care_accommodation)
        | surely(yp.outcome_silent)
    )


@fact("outcome_s20_interim", source=our_reading("A24"), readings=("A7", "A24"))
def outcome_s20_interim(yp: Situation) -> Condition:
    """They may be homeless, or section 20 calls for a place to stay, and no other outcome is known
    to hold. They have a bed on a basis they accept; section 20 is on offer; the clocks run."""
    may_need_a_home = maybe(yp.needs_accommodation) | surely(yp.s20_arises)
    return yp.within_protocol & may_need_a_home & ~yp.another_outcome_holds


@gate(
    "gate-not-in-need",
    holds_back="close_as_not_in_need",
    owner=EVERYONE,
    source=our_reading("A20"),
    readings=("A2", "A20", "A49"),
    scope="is_child",
)
def not_in_need_is_no_way_out_of_a_home(yp: Situation) -> Condition:
    """Do not close the case as not in need unless that stands and they have a home, or a manager
    has decided and Housing has accepted."""
    return ~surely(yp.outcome_not_in_need)


@gate(
    "gate-at-home",
    holds_back="close_as_in_need_at_home",
    owner=EVERYONE,
    source=our_reading("A21"),
    readings=("A18", "A21", "A49"),
    scope="is_child",
)
def at_home_needs_a_home(yp: Situation) -> Condition:
    """Do not record the outcome as living at home unless they need no accommodation and have a home
    they can and want to live in."""
    return ~surely(yp.outcome_in_need_at_home)


@gate(
    "gate-part-vii",
    holds_back="settle_under_part_vii",
    owner=EVERYONE,
    source=protocol_v4("5.2", 3),
    readings=("A5", "A24", "A31", "A49"),
    scope="is_child",
)
def part_vii_is_not_instead_of_section_20(yp: Situation) -> Condition:
    """Do not settle them under Part VII while section 20 may be owed and their refusal is not
    informed. It is never for a care leaver whom the leaving-care team houses. A stopgap tonight is
    another matter."""
    opened = surely(yp.informed_refusal) | surely(yp.not_in_need_confirmed) | surely(~yp.s20_arises)
    return ~opened | maybe(yp.leaving_care_owed)


@gate(
    "gate-part-vii-alone",
    holds_back="settle_under_part_vii_alone",
    owner=EVERYONE,
    source=protocol_v4("5.2", 5),
    readings=("A2", "A49"),
    scope="is_child",
)
def part_vii_comes_with_a_plan(yp: Situation) -> Condition:
    """Do not settle them under Part VII alone, without a child in need plan, unless it stands that
    they are not in need."""
    return ~surely(yp.not_in_need_confirmed) | surely(yp.leaving_care_owed)


@gate(
    "gate-s17",
    holds_back="settle_under_s17",
    owner=EVERYONE,
    source=statute(CHILDREN_ACT, "section 20(1)", CHECKED),
    readings=("A7", "A24", "A50", "A49"),
    scope="is_child",
)
def section_17_is_not_instead_of_section_20(yp: Situation) -> Condition:
    """Do not settle them under section 17 while section 20 may be owed, unless their informed
    refusal stands, or their family can house them and they want that."""
    follows = surely(yp.outcome_s17_accommodation) | surely(yp.outcome_s17_with_family)
    return ~(follows | surely(yp.outcome_parent_objects) | surely(~yp.s20_arises))


@gate(
    "gate-bed",
    holds_back="end_bed",
    owner=EVERYONE,
    source=our_reading("A20"),
    readings=("A8", "A20", "A21", "A23", "A25", "A49"),
    scope="is_child",
)
def no_bed_ends_before_the_next(yp: Situation) -> Condition:
    """Do not end the bed they have until they are in the next one, or have a safe and settled
    home."""
    return ~surely(yp.in_the_next_bed) & ~surely(~yp.needs_accommodation)
