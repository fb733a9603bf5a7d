"""What is so of the rules about ratings taken together, and proved."""

from rules.conditions import AllOf, Condition, Situation, surely
from rules.pack import Pack
from rules.proofs import asked_for, whenever
from tests.spec.claims.claim import Proof, claim
from thresholds.indicators import INDICATORS

LEAST = {2: "at_least_green", 3: "at_least_amber", 4: "at_least_red"}


@claim("p-highest", broken_by={"at_least_red": lambda yp: yp.need_4_in_child})
def the_highest_wins(yp: Situation, pack: Pack) -> Condition:
    """Whatever else is known, a child with anything ticked at level 4 is at least Red, at level 3
    at least Amber and at level 2 at least Green."""
    each = [(getattr(yp, i.fact), getattr(yp, LEAST[i.level])) for i in INDICATORS if i.level > 1]
    return AllOf(tuple(whenever(ticked, least) for ticked, least in each))


@claim("p-blank", broken_by={"need_3_in_family": lambda yp: surely(yp.ind_da_3)})
def blue_never_comes_from_a_blank(yp: Situation, pack: Pack) -> Condition:
    """Blue is suggested only where every indicator above level 1 is known not to be so, a safe bed
    is known for tonight, the contact is known not to carry rule 3-l, and contact after contact is
    known not to be so."""
    blue = surely(~yp.at_least_green)
    known = [~getattr(yp, i.fact) for i in INDICATORS if i.level > 1]
    known += [~yp.nowhere_safe_tonight, ~yp.carries_3_l, ~yp.repeated]
    return AllOf(tuple(whenever(blue, each) for each in known))


@claim("p-blank-home", broken_by={"homeless_under_16": lambda yp: surely(yp.homeless_16_17)})
def nobody_is_blue_without_a_home(yp: Situation, pack: Pack) -> Condition:
    """Blue is suggested of nobody who may be a child and may be homeless."""
    child = ~surely(yp.age.at_least("adult_age")) | surely(yp.age_disputed)
    return whenever(surely(~yp.at_least_green) & child, ~yp.homeless)


@claim("p-order", broken_by={"at_least_amber": lambda yp: yp.need_3_in_child})
def each_band_includes_the_worse(yp: Situation, pack: Pack) -> Condition:
    """Whoever is at least Red is at least Amber, and whoever is at least Amber at least Green."""
    red = whenever(yp.at_least_red, yp.at_least_amber)
    return red & whenever(yp.at_least_amber, yp.at_least_green)


@claim(
    "p-16-17",
    broken_by={"under_joint_protocol": lambda yp: yp.carries_3_l},
)
def homeless_at_16_and_17(yp: Situation, pack: Pack) -> Condition:
    """Whoever is homeless and may be 16 or 17 is at least Amber, is to be allocated the same day
    and referred to children's social care, whatever the rating."""
    may_be = ~surely(yp.age.at_least("adult_age")) & ~surely(~yp.age.at_least("protocol_age"))
    asked = asked_for(pack, "allocate_the_same_day") & asked_for(pack, "refer_to_social_care")
    return whenever(yp.homeless & may_be, yp.at_least_amber & asked)


@claim(
    "p-danger",
    broken_by={
        "homeless_and_in_danger": lambda yp: yp.under_joint_protocol & yp.abuse_or_violence,
    },
)
def homeless_and_in_danger_is_red(yp: Situation, pack: Pack) -> Condition:
    """Whoever carries rule 3-l is Red with harm now, nowhere safe tonight, abuse, exploitation or
    gang risk, a pregnancy or a child, or when they are missing."""
    dangers = (
        yp.harm_now
        | yp.nowhere_safe_tonight
        | yp.abuse_or_violence
        | yp.exploitation_or_gang_risk
        | yp.pregnant_or_parenting
        | yp.missing_now
    )
    return whenever(yp.carries_3_l & dangers, yp.at_least_red)


@claim("p-nothing-added", broken_by={"back_soon": lambda yp: yp.several_needs})
def needs_alone_are_not_added_up(yp: Situation, pack: Pack) -> Condition:
    """However many needs at level 2 there are: where nothing at level 3 or 4 is so, nobody harms
    the child now, it has a home and nothing came before, it is not Amber."""
    listed = [~getattr(yp, i.fact) for i in INDICATORS if i.level > 2]
    before = ~yp.early_help_failed & ~yp.getting_worse & ~yp.contacts_in_12_months.at_least(1)
    home = ~yp.harm_now & ~yp.nowhere_safe_tonight & ~yp.homeless & ~yp.carries_3_l
    return whenever(AllOf((*listed, before, home)), ~yp.at_least_amber)


PROOFS: tuple[Proof, ...] = (
    the_highest_wins,
    blue_never_comes_from_a_blank,
    nobody_is_blue_without_a_home,
    each_band_includes_the_worse,
    homeless_at_16_and_17,
    homeless_and_in_danger_is_red,
    needs_alone_are_not_added_up,
)
