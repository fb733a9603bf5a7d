"""A pack laid out for evaluation: one slot for each leaf and each rule, layer upon layer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rules.conditions import Applies, Condition, IsYes, Leaf, from_json, leaves
from rules.pack import Pack, PackError, leaf_fact

STEPS_DEEP = 50


@dataclass(frozen=True)
class Node:
    """One rule's condition, and the slot its answer goes into."""

    rule: str
    slot: int
    condition: Condition


@dataclass(frozen=True)
class Wiring:
    """``inputs`` maps each leaf that is about the facts to its slot; ``layers`` hold the rules.

    A leaf about another rule shares that rule's slot, so no layer needs a later one.
    """

    inputs: dict[Leaf, int]
    layers: tuple[tuple[Node, ...], ...]
    node: dict[str, Node]
    defined_by: dict[str, str]

    @cached_property
    def size(self) -> int:
        return len(self.inputs) + len(self.node)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for layer in self.layers for node in layer)

    @cached_property
    def by_slot(self) -> dict[int, Node]:
        return {node.slot: node for node in self.nodes}

    @cached_property
    def leaf_in(self) -> dict[int, Leaf]:
        return {slot: leaf for leaf, slot in self.inputs.items()}

    @cached_property
    def about(self) -> dict[str, tuple[int, ...]]:
        """Fact → the slots of the leaves about it."""
        found: dict[str, tuple[int, ...]] = {}
        for leaf, slot in self.inputs.items():
            if fact := leaf_fact(leaf):
                found[fact] = (*found.get(fact, ()), slot)
        return found

    def slot(self, leaf: Leaf) -> int:
        rule = rule_behind(leaf, self.defined_by)
        return self.node[rule].slot if rule else self.inputs[leaf]

    @cached_property
    def inlets(self) -> dict[int, frozenset[int]]:
        """Rule's slot → the slots its condition reads."""
        return {n.slot: frozenset(map(self.slot, leaves(n.condition))) for n in self.nodes}

    @cached_property
    def upstream(self) -> dict[int, frozenset[int]]:
        """Rule's slot → the slots of every leaf its answer can depend on."""
        found: dict[int, frozenset[int]] = {}
        for slot, inlets in self.inlets.items():
            found[slot] = frozenset().union(*(found.get(inlet, {inlet}) for inlet in inlets))
        return found


def wire(pack: Pack) -> Wiring:
    """Raises PackError when definitions go round in a circle."""
    in_layers = layers(pack)
    inputs: dict[Leaf, int] = {}
    asking = [pack.conditions[rule] for layer in in_layers for rule in layer]
    asking += [from_json(data) for _, data in conditions_beside(pack)]
    for leaf in (leaf for condition in asking for leaf in leaves(condition)):
        if not rule_behind(leaf, pack.defined_by):
            inputs.setdefault(leaf, len(inputs))
    slots = iter(range(len(inputs), len(inputs) + len(pack.conditions)))
    placed = tuple(
        tuple(Node(rule, next(slots), pack.conditions[rule]) for rule in layer)
        for layer in in_layers
    )
    nodes = {node.rule: node for layer in placed for node in layer}
    return Wiring(inputs, placed, nodes, pack.defined_by)


def conditions_beside(pack: Pack) -> Iterator[tuple[str, Any]]:
    """The conditions that belong to no rule, as data, each with what it says."""
    yield from ((rule.says, rule.condition) for rule in pack.impossible)
    yield from ((cover.says, cover.condition) for cover in pack.covers if cover.condition)


def layers(pack: Pack) -> tuple[tuple[str, ...], ...]:
    """Rules in layers: each asks only about facts, or about rules of earlier layers."""
    _refuse_too_deep(pack)
    needs = {
        id: {rule for leaf in leaves(c) if (rule := rule_behind(leaf, pack.defined_by))}
        for id, c in pack.conditions.items()
    }
    placed: set[str] = set()
    result: list[tuple[str, ...]] = []
    while len(placed) < len(needs):
        layer = tuple(id for id in needs if id not in placed and needs[id] <= placed)
        if not layer:
            circle = ", ".join(id for id in needs if id not in placed)
            raise PackError(f"these rules go round in a circle: {circle}")
        placed |= set(layer)
        result.append(layer)
    return tuple(result)


def _refuse_too_deep(pack: Pack) -> None:
    """Before anything walks down a condition: Python can only go so deep."""
    for rule in pack.rules:
        parts, depth = [rule.condition], 0
        while parts := [p for part in parts if isinstance(part, list) for p in part]:
            depth += 1
            if depth > STEPS_DEEP:
                raise PackError(
                    f"the condition of rule {rule.id} is too wide or too deep for the engine: "
                    "give a part of it a name of its own"
                )


def rule_behind(leaf: Leaf, defined_by: dict[str, str]) -> str:
    """The rule whose answer a leaf takes; nothing for a leaf about the facts themselves."""
    if isinstance(leaf, Applies):
        return leaf.rule
    return defined_by.get(leaf.fact, "") if isinstance(leaf, IsYes) else ""
