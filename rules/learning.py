"""What learning more can take back, seen from the form of the conditions alone.

To learn more is to fill in what was not known; what was known stays as it was. A leaf about a
known fact keeps its answer then, and so does every "all", "any" and "not" whose answer rests on
such leaves: by induction over its form, a condition without a modal word takes nothing back.
``maybe`` is yes of what is not known and no once it is known not to be so; ``surely`` is no of
what is not known and yes once it is known to be so. So only what stands beneath one of them can
be taken back, and only in one direction:

- a yes, by a fact beneath ``maybe``, or beneath ``surely`` that is itself denied;
- a no, by a fact beneath ``surely``, or beneath ``maybe`` that is itself denied.

One kind of fact has no unknown: whether somebody came in office hours is taken to be as it is
now until the time they came is learnt. It can turn any rule that asks about it.
"""

from dataclasses import dataclass

from rules.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Maybe,
    Not,
    Surely,
    leaves,
)
from rules.pack import Pack, leaf_fact
from rules.wiring import layers, rule_behind

Facts = frozenset[str]
NOTHING: Facts = frozenset()


@dataclass(frozen=True)
class TakenBack:
    """The facts of which one must be learnt before a yes, or a no, is taken back.

    ``asked`` are all the facts that the answer can depend on.
    """

    yes: Facts
    no: Facts
    asked: Facts

    @property
    def never(self) -> bool:
        return not self.yes and not self.no


def taken_back(pack: Pack) -> dict[str, TakenBack]:
    """Rule → what can take its answers back, followed through definitions and other rules."""
    found: dict[str, TakenBack] = {}
    for layer in layers(pack):
        for rule in layer:
            found[rule] = _of(pack, pack.conditions[rule], found)
    return found


def beneath_its_own(pack: Pack, rule: str) -> TakenBack:
    """The facts and rules that stand beneath the rule's own modal words, and no further.

    A rule with no such word only takes over what takes back the answers it asks about.
    """
    named = {id: TakenBack(NOTHING, NOTHING, frozenset({id})) for id in pack.conditions}
    return _of(pack, pack.conditions[rule], named)


def _of(pack: Pack, condition: Condition, found: dict[str, TakenBack]) -> TakenBack:
    match condition:
        case Not(part):
            of = _of(pack, part, found)
            return TakenBack(of.no, of.yes, of.asked)
        case Surely(part):
            of = _of(pack, part, found)
            return TakenBack(of.yes, of.asked, of.asked)
        case Maybe(part):
            of = _of(pack, part, found)
            return TakenBack(of.asked, of.no, of.asked)
        case AllOf(parts) | AnyOf(parts):
            each = [_of(pack, part, found) for part in parts]
            return TakenBack(
                NOTHING.union(*(of.yes for of in each)),
                NOTHING.union(*(of.no for of in each)),
                NOTHING.union(*(of.asked for of in each)),
            )
    [leaf] = leaves(condition)
    rule = rule_behind(leaf, pack.defined_by)
    return found[rule] if rule else _of_leaf(pack, leaf)


def _of_leaf(pack: Pack, leaf: Leaf) -> TakenBack:
    fact = leaf_fact(leaf)
    about = frozenset({fact} - {""})
    turns = about if fact and pack.fact[fact].operator == "office_hours_then" else NOTHING
    return TakenBack(turns, turns, about)
