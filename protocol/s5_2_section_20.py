"""Section 5.2, the questions of section 20: is it owed to them? (R (G) v Southwark [2009] UKHL 26)

The nine questions, in order: a child? in need? in the area? appears to require accommodation? for
one of three reasons? what do they wish? how much does that weigh? does an able parent object? does
somebody's agreement override that? Each is a fact or a definition. A duty that arises is no choice.
"""

from protocol.people import SOCIAL_WORKER
from protocol.s5_1_assessment import is_assessed
from protocol.sources import CHECKED, our_reading, protocol_v4, statute
from rules.conditions import Condition, Situation, known, maybe, surely
from rules.rule import Force, fact, gate, rule

title = "Assessment outcome: is section 20 owed?"

CHILDREN_ACT = "Children Act 1989"


@rule(
    "5.2-a",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="decide_in_need",
    source=protocol_v4("5.2", 1),
    due="assessment_from_referral",
    readings=("A2", "A39"),
)
def decide_whether_they_are_in_need(yp: Situation) -> Condition:
    """Decide whether they are in need, as section 17 defines it."""
    return is_assessed(yp) & ~known(yp.in_need)


@fact("not_in_need_confirmed", source=our_reading("A2"), readings=("A2",))
def not_in_need_confirmed(yp: Situation) -> Condition:
    """They were found not to be in need. Where they are homeless, the reasons are written and a
    manager who is not the author agrees."""
    second_look = yp.not_in_need_reasons_written & yp.not_in_need_manager_agrees
    return ~yp.in_need & (~yp.needs_accommodation | second_look)


@fact("counts_as_in_need", id="5.2-b", source=protocol_v4("5.2", 1), readings=("A2",))
def homeless_means_in_need(yp: Situation) -> Condition:
    """They were found to be in need, or are homeless and nobody has properly found otherwise."""
    return yp.in_need | (yp.needs_accommodation & ~surely(yp.not_in_need_confirmed))


@rule(
    "a2",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="confirm_not_in_need",
    source=our_reading("A2"),
    due="no_limit",
    readings=("A2", "A42"),
)
def not_in_need_takes_reasons_and_a_manager(yp: Situation) -> Condition:
    """Write down why a homeless young person should not be in need, and have a manager who is not
    the author agree. Until then they count as in need."""
    return ~yp.in_need & yp.needs_accommodation & ~surely(yp.not_in_need_confirmed)


@rule(
    "5.2-c",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="decide_needs_accommodation",
    source=protocol_v4("5.2", 1),
    due="assessment_from_referral",
    readings=("A11", "A39"),
)
def decide_whether_they_need_accommodation(yp: Situation) -> Condition:
    """Decide whether they need accommodation, and whether accommodation and support are given for
    longer."""
    return is_assessed(yp) & ~known(yp.assessed_as_needing_accommodation)


@fact(
    "appears_to_require_accommodation",
    source=statute(CHILDREN_ACT, "section 20(1)", CHECKED),
    readings=("A11",),
)
def appears_to_require_accommodation(yp: Situation) -> Condition:
    """The assessment found that they need accommodation, or they are homeless and it has not found
    otherwise."""
    return yp.assessed_as_needing_accommodation | (
        yp.needs_accommodation & ~surely(~yp.assessed_as_needing_accommodation)
    )


@fact("family_can_house", source=protocol_v4("5.2", 3), readings=("A44", "A50"))
def family_can_house(yp: Situation) -> Condition:
    """They agree to live with members of their family, that home is suitable and settled with
    support, and nothing points to harm there."""
    danger = surely(yp.family_contact_unsafe | yp.risk_of_significant_harm)
    return yp.agrees_to_live_with_family & yp.family_home_suitable_with_support & ~danger


@fact("s20_first_route", source=statute(CHILDREN_ACT, "section 20(1)", CHECKED))
def s20_first_route(yp: Situation) -> Condition:
    """They appear to require accommodation, because nobody has parental responsibility for them,
    or they are lost or abandoned, or whoever cared for them is prevented, for whatever reason."""
    cause = yp.accommodation_cause
    return yp.appears_to_require_accommodation & (
        cause.is_("nobody_responsible")
        | cause.is_("lost_or_abandoned")
        | cause.is_("carer_prevented")
    )


@fact("s20_second_route", source=statute(CHILDREN_ACT, "section 20(3)", CHECKED), readings=("A48",))
def s20_second_route(yp: Situation) -> Condition:
    """They are 16 or over, as far as anybody knows, and their welfare is likely to be seriously
    prejudiced without accommodation."""
    may_be_old_enough = maybe(yp.age.at_least("s20_own_agreement_age"))
    return yp.welfare_likely_seriously_prejudiced & may_be_old_enough


@fact(
    "s20_arises",
    source=statute(CHILDREN_ACT, "section 20(1) and (3)", CHECKED),
    readings=("A46", "A50"),
)
def s20_arises(yp: Situation) -> Condition:
    """A child in need, in the borough, whom either route fits, and whose family is not known to be
    able to house them."""
    return (
        yp.is_child
        & yp.counts_as_in_need
        & yp.in_the_area
        & (yp.s20_first_route | yp.s20_second_route)
        & ~surely(yp.family_can_house)
    )


@fact("agrees_to_s20", source=statute(CHILDREN_ACT, "section 20(11)", CHECKED), readings=("A48",))
def agrees_to_s20(yp: Situation) -> Condition:
    """They accept section 20, and are 16 or over as far as anybody knows."""
    may_be_old_enough = maybe(yp.age.at_least("s20_own_agreement_age"))
    return yp.s20_answer.is_("accepts") & may_be_old_enough


@fact("parent_bars_s20", source=statute(CHILDREN_ACT, "section 20(7), (9) and (11)", CHECKED))
def parent_bars_s20(yp: Situation) -> Condition:
    """Somebody with parental responsibility objects, and is willing and able to house them; and
    neither the young person, at 16 or over, nor somebody they are to live with by a court order
    agrees."""
    return (
        yp.parent_objects_to_s20
        & yp.objecting_parent_can_house
        & ~yp.agrees_to_s20
        & ~yp.live_with_holder_agrees
    )


@gate(
    "law-s20-objection",
    holds_back="accommodate_under_s20",
    owner=SOCIAL_WORKER,
    source=statute(CHILDREN_ACT, "section 20(7)", CHECKED),
    readings=("A49",),
)
def not_against_an_able_parent_unless_they_agree(yp: Situation) -> Condition:
    """Do not accommodate them under section 20 while a parent who is willing and able to house them
    is known to object and they have not agreed. The bed they have goes on."""
    return surely(yp.parent_bars_s20)


@fact(
    "s20_owed",
    source=statute(CHILDREN_ACT, "section 20(1), (3) and (7)", CHECKED),
    readings=("A7",),
)
def s20_owed(yp: Situation) -> Condition:
    """Section 20 calls for a place to stay, and no able parent is known to stop it. It is a duty
    and no choice."""
    return yp.s20_arises & ~surely(yp.parent_bars_s20)


@rule(
    "law-s20-wishes",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ascertain_wishes",
    source=statute(CHILDREN_ACT, "section 20(6)", CHECKED),
    due="no_limit",
    readings=("A42",),
)
def ask_what_they_wish(yp: Situation) -> Condition:
    """Ask what they wish and feel about accommodation, and give it weight with regard to their age
    and understanding. A bed tonight does not wait for it."""
    asked_and_weighed = surely(yp.wishes_ascertained) & surely(yp.wishes_weighed)
    return yp.s20_arises & ~asked_and_weighed


@rule(
    "law-s20-discretion",
    force=Force.MAY,
    owner=SOCIAL_WORKER,
    act="consider_s20_discretion",
    source=statute(CHILDREN_ACT, "section 20(4)", CHECKED),
    due="no_limit",
    readings=("A42",),
)
def section_20_may_be_given_without_a_duty(yp: Situation) -> Condition:
    """Section 20 is not owed, and can be given all the same where it keeps them safe or well, even
    if a parent could house them. An able parent's objection still stops it, unless they agree."""
    homeless = yp.needs_accommodation | yp.appears_to_require_accommodation
    return yp.in_the_area & homeless & ~yp.s20_owed & ~surely(yp.parent_bars_s20)
