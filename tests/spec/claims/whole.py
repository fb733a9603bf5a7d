"""The rules taken together."""

from rules.conditions import AllOf, Condition, Situation, applies, known, surely
from rules.pack import Pack
from rules.rule import Force, RuleKind
from tests.spec.claims.claim import claim


@claim(
    "p-contradiction",
    broken_by={"1-i": lambda yp: yp.is_child & ~surely(yp.needs_accommodation)},
)
def nobody_is_asked_for_what_is_forbidden(yp: Situation, pack: Pack) -> Condition:
    """Nobody is told at once that they must or should do something, and that they must not do it or
    part of it."""
    both = (
        applies(asks.id) & applies(forbids.id)
        for asks in pack.rules
        if asks.force in (Force.MUST, Force.SHOULD) and asks.id in pack.conditions
        for forbids in pack.rules
        if forbids.force is Force.MUST_NOT and forbids.act in pack.done_by(asks.act)
    )
    return AllOf(tuple(~surely(two) for two in both))


@claim("p-gates", broken_by={"4-d": lambda yp: yp.is_child & ~yp.high_level_support_in_place})
def every_gate_can_be_told(yp: Situation, pack: Pack) -> Condition:
    """Every gate can always be told: not allowed yet, or allowed. None hangs on a blank."""
    return AllOf(
        tuple(known(applies(rule.id)) for rule in pack.rules if rule.kind is RuleKind.GATE)
    )
