"""Whom the rules are for."""

from rules.conditions import AllOf, Condition, Situation, applies, surely
from rules.pack import Pack
from rules.proofs import whenever
from rules.rule import RuleKind
from tests.spec.claims.claim import claim

OTHER_CHILDREN = ("ours-unborn-child", "ours-own-child", "ours-siblings", "ours-siblings-abuse")

FOR_ADULTS = (
    "a48-adult",
    "a48-adult-care",
    "a47-birthday",
    "a8",
    "4.2-g",
    *OTHER_CHILDREN,
)
"""The rules that can apply to somebody of 18 or over."""

FOR_ANY_CHILD = (
    "a48-under-16",
    "a48-under-16-bed",
    "1-i",
    "a18",
    "a44",
    "a47",
    "4-d",
    "a5",
    "a5-foster",
    "a8",
    "a8-both",
    "4.1-b-placement",
    "4.1-d-placement",
    "4.1-e-placement",
    "5.1-e-gate",
    "law-s20-offer",
    "5.2-y",
    "a23-liberty",
    "gate-not-in-need",
    "gate-at-home",
    "gate-part-vii",
    "gate-part-vii-alone",
    "gate-s17",
    "gate-bed",
    "bed-goes-on",
    "a28",
    "6-b-send",
    "6-f",
    "7-c",
    "a36",
    "ours-dispute-bed",
    "ours-dispute-no-end",
    "law-b-and-b",
    "ours-b-and-b",
    "law-under-16",
    "law-return-interview",
    "law-remand",
    "law-s47",
    *OTHER_CHILDREN,
)
"""The rules that can apply to a child under 16."""


@claim("p-adult", broken_by={"3-l": lambda yp: yp.needs_accommodation | yp.at_imminent_risk})
def nothing_for_children_is_asked_of_adults(yp: Situation, pack: Pack) -> Condition:
    """Of those rules that ask for something or forbid it, only some can apply to somebody known to
    be 18 or over whose age nobody is known to doubt: what an adult is owed today, the bed and the
    stopgap that no birthday ends, the leaving-care team for those in custody, and other
    children."""
    adult = surely(yp.age.at_least("adult_age")) & ~surely(yp.age_disputed)
    return whenever(adult, _none_but(pack, FOR_ADULTS))


@claim(
    "p-under-16",
    broken_by={"3-l": lambda yp: yp.is_child & (yp.needs_accommodation | yp.at_imminent_risk)},
)
def nothing_for_older_children_is_asked_of_younger_ones(yp: Situation, pack: Pack) -> Condition:
    """Of those rules that ask for something or forbid it, only some can apply to a child known to
    be under 16: referral and a bed as such a child, what guards every child, what a child in care
    or missing is owed, and other children."""
    return whenever(yp.is_child & ~yp.within_protocol, _none_but(pack, FOR_ANY_CHILD))


def _none_but(pack: Pack, these: tuple[str, ...]) -> Condition:
    """No rule applies that asks for something or forbids it, but these."""
    others = (
        rule.id
        for rule in pack.rules
        if rule.id in pack.conditions and rule.kind is not RuleKind.DEFINITION
        if rule.id not in these
    )
    return AllOf(tuple(~applies(id) for id in others))
