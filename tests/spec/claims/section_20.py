"""Section 20 comes first: what may stand in its place, and when."""

from itertools import combinations

from protocol.pack import OUTCOMES
from rules.conditions import AllOf, AnyOf, Condition, IsYes, Not, Situation, maybe, surely
from rules.pack import Pack
from rules.proofs import asked_for, held_back, whenever
from tests.spec.claims.claim import ADVISED, claim


def informed(yp: Situation) -> Condition:
    """A refusal that may be accepted, in the six facts that make it one (A24)."""
    return (
        yp.s20_answer.is_("refuses")
        & yp.refusal_words_recorded
        & yp.informed_before_refusal
        & yp.told_what_refusing_means
        & yp.advocate_offered_before_refusal
        & yp.capacity_to_refuse.is_("has")
    )


def not_in_need(yp: Situation) -> Condition:
    """Found not to be in need, and confirmed where they are homeless (A2)."""
    confirmed = yp.not_in_need_reasons_written & yp.not_in_need_manager_agrees
    return ~yp.in_need & (~yp.needs_accommodation | confirmed)


def has_a_home(yp: Situation) -> Condition:
    """Not homeless; or a home to go back to, made sure of; or family with support, as they want; or
    Housing owes them one."""
    home = yp.safe_to_return_home & yp.parent_or_carer_willing & yp.young_persons_view_recorded
    family = yp.agrees_to_live_with_family & yp.family_home_suitable_with_support
    return (
        ~yp.needs_accommodation
        | (home & ~yp.objects_to_going_home)
        | family
        | yp.housing_owes_accommodation
    )


@claim(
    "p-informed-refusal",
    broken_by={
        "outcome_part_vii_with_plan": lambda yp: (
            yp.within_protocol
            & yp.s20_owed
            & yp.s20_answer.is_("refuses")
            & ~surely(~yp.housing_owes_accommodation)
            & ~yp.leaving_care_owed
        )
    },
)
def part_vii_and_section_17_take_an_informed_refusal(yp: Situation, pack: Pack) -> Condition:
    """Neither the outcome “Part VII with a plan” nor “section 17 accommodation” is advised unless
    they refuse section 20 in words that are recorded, and before that had written information,
    were told what refusing means and were offered an advocate, and have the capacity to decide
    (A24)."""
    return whenever(yp.outcome_part_vii_with_plan | yp.outcome_s17_accommodation, informed(yp))


@claim(
    "p-not-instead",
    broken_by={
        "gate-part-vii": lambda yp: (
            yp.is_child
            & ~surely(yp.s20_answer.is_("refuses") | yp.not_in_need_confirmed | ~yp.s20_arises)
        )
    },
)
def nothing_is_settled_instead_of_section_20(yp: Situation, pack: Pack) -> Condition:
    """While section 20 is not known not to be owed to a child and no informed refusal is known,
    settling them under Part VII is forbidden; and so is settling them under section 17, but with
    members of their family."""
    open_still = yp.is_child & maybe(yp.s20_owed) & Not(surely(informed(yp)))
    return whenever(open_still, held_back(pack, "settle_under_part_vii")) & whenever(
        open_still & Not(surely(yp.outcome_s17_with_family)), held_back(pack, "settle_under_s17")
    )


@claim(
    "p-part-vii-alone",
    broken_by={"gate-part-vii-alone": lambda yp: yp.is_child & ~surely(~yp.in_need)},
)
def part_vii_alone_takes_a_confirmed_not_in_need(yp: Situation, pack: Pack) -> Condition:
    """Part VII alone is never advised, and for a child it is forbidden unless they were found not
    to be in need and, where they are homeless, the reasons are written and another manager agrees
    (A2). Part VII with a plan comes with the plan and with outreach support."""
    alone = "settle_under_part_vii_alone"
    plan = asked_for(pack, "make_child_in_need_plan") & asked_for(pack, "provide_outreach_support")
    return (
        whenever(yp.is_child & Not(surely(not_in_need(yp))), held_back(pack, alone))
        & ~surely(asked_for(pack, alone, forces=ADVISED))
        & whenever(yp.outcome_part_vii_with_plan, plan)
    )


@claim(
    "p-refusal",
    broken_by={"5.2-y": lambda yp: yp.is_child & ~surely(yp.s20_answer.is_("refuses"))},
)
def no_refusal_is_accepted_before_it_is_informed(yp: Situation, pack: Pack) -> Condition:
    """For a child, accepting a refusal of section 20 is forbidden until all that makes it informed
    is known (A24)."""
    return whenever(
        yp.is_child & Not(surely(informed(yp))), held_back(pack, "accept_refusal_of_s20")
    )


@claim(
    "p-offer",
    broken_by={
        "law-s20-offer": lambda yp: (
            yp.within_protocol & yp.s20_owed & yp.s20_answer.is_("undecided")
        )
    },
)
def section_20_stays_on_offer(yp: Situation, pack: Pack) -> Condition:
    """Where section 20 is owed to a young person of 16 or 17, a care leaver's accommodation is not,
    and they have neither accepted it nor refused it informed, somebody must offer it."""
    answered = surely(yp.agrees_to_s20) | surely(informed(yp))
    return whenever(
        yp.within_protocol & yp.s20_owed & ~answered & Not(surely(yp.leaving_care_owed)),
        asked_for(pack, "offer_s20"),
    )


@claim(
    "p-label",
    broken_by={"4-f": lambda yp: yp.is_child & yp.basis_makes_looked_after},
)
def looked_after_follows_the_law(yp: Situation, pack: Pack) -> Condition:
    """A child to whom section 20 is owed, with no informed refusal, whom the council gives a place
    to stay, is looked after whatever that place is called, unless it is a care leaver's under
    section 23B (A7)."""
    return whenever(
        yp.is_child
        & yp.s20_owed
        & Not(surely(informed(yp)))
        & yp.accommodated_by_council
        & ~yp.legal_basis.is_("s23b"),
        yp.looked_after,
    )


@claim(
    "p-one-outcome",
    broken_by={
        "outcome_part_vii_with_plan": lambda yp: (
            yp.within_protocol & yp.s20_owed & yp.informed_refusal & ~yp.leaving_care_owed
        )
    },
)
def never_two_outcomes_and_one_while_they_may_be_homeless(yp: Situation, pack: Pack) -> Condition:
    """There are never two of the ten outcomes at once. While homelessness of a young person of 16
    or 17 is not known to be no, there is always one."""
    each = [IsYes(outcome) for outcome in OUTCOMES]
    two = AnyOf(tuple(one & other for one, other in combinations(each, 2)))
    one = AnyOf(tuple(surely(outcome) for outcome in each))
    return ~surely(two) & whenever(yp.within_protocol & maybe(yp.needs_accommodation), one)


@claim(
    "p-nobody",
    broken_by={"outcome_not_in_need": lambda yp: yp.within_protocol & yp.not_in_need_confirmed},
)
def there_is_always_somebody_who_accommodates(yp: Situation, pack: Pack) -> Condition:
    """There is no state in which nobody accommodates a homeless child. While homelessness is not
    known to be no, somebody must find a bed for tonight unless they are known to have one; somebody
    must keep the bed that the council gives them, and ending it is forbidden, until they are known
    to be in the next; and the outcomes that give them no place to stay, and closing the case with
    one, are kept for those who are known to have a home."""
    may_be_homeless = yp.is_child & maybe(yp.needs_accommodation)
    no_home = Not(surely(has_a_home(yp)))
    next_bed = surely(yp.in_the_next_bed)
    tonight = asked_for(pack, "secure_bed_tonight") | surely(~yp.needs_bed_tonight)
    kept = asked_for(pack, "keep_bed") | Not(surely(yp.accommodated_by_council)) | next_bed
    no_place = yp.outcome_not_in_need | yp.outcome_in_need_at_home
    closing = ("close_as_not_in_need", "close_as_in_need_at_home")
    closed = AllOf(tuple(held_back(pack, act) for act in closing))
    return (
        whenever(may_be_homeless, tonight & kept & (held_back(pack, "end_bed") | next_bed))
        & whenever(no_place, has_a_home(yp))
        & whenever(yp.is_child & no_home, closed)
    )
