"""Which answers a condition can give at all, from how it is built."""

from itertools import product

from protocol.pack import current_pack
from rules.answers import NO, YES, Answer
from rules.conditions import (
    NOT_COMMENCED,
    AllOf,
    AnyOf,
    Applies,
    Condition,
    InForce,
    IsYes,
    Maybe,
    Not,
    Surely,
)
from rules.pack import Pack


def answers(condition: Condition, pack: Pack | None = None) -> frozenset[Answer]:
    """Every answer a condition can give, taking its parts to be independent of each other. The
    pack is that of the joint protocol unless another is given."""
    pack = pack or current_pack()
    match condition:
        case AllOf(parts):
            return _joined(parts, lambda a, b: a & b, pack)
        case AnyOf(parts):
            return _joined(parts, lambda a, b: a | b, pack)
        case Not(part):
            return frozenset(~answer for answer in answers(part, pack))
        case Surely(part):
            return frozenset(YES if answer is YES else NO for answer in answers(part, pack))
        case Maybe(part):
            return frozenset(NO if answer is NO else YES for answer in answers(part, pack))
        case InForce(first):
            return frozenset({NO} if first == NOT_COMMENCED else {YES, NO})
        case Applies(rule):
            return answers(pack.conditions[rule], pack)
        case IsYes(fact) if fact in pack.defined_by:
            return answers(pack.conditions[pack.defined_by[fact]], pack)
        case IsYes(fact) if pack.fact[fact].operator.startswith("office_hours"):
            return frozenset({YES, NO})  # the time is passed in, so this is always known
    return frozenset(Answer)


def _joined(parts, join, pack):
    first, *rest = (answers(part, pack) for part in parts)
    for other in rest:
        first = frozenset(join(a, b) for a, b in product(first, other))
    return first
