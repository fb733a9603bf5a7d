"""What a rule asks about, what it follows from, what follows from it, and what holds it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rules.conditions import AtLeast, Leaf, leaves
from rules.pack import Pack, leaf_fact
from rules.rule import RuleKind
from rules.wiring import rule_behind

Links = dict[str, tuple[str, ...]]
"""Rule → facts, numbers or other rules, by id, in the order they stand in the pack."""


@dataclass(frozen=True)
class Connections:
    """How the rules of a pack hang together. Every rule is a key of every table."""

    pack: Pack

    @cached_property
    def asks(self) -> Links:
        """Facts that are no other rule's conclusion: somebody is asked, or they are worked out."""
        return {
            rule.id: tuple(
                dict.fromkeys(
                    fact
                    for leaf in self._leaves(rule.id)
                    if (fact := leaf_fact(leaf)) and not rule_behind(leaf, self.pack.defined_by)
                )
            )
            for rule in self.pack.rules
        }

    @cached_property
    def follows_from(self) -> Links:
        """The rules whose answer this one takes."""
        return {
            rule.id: self._in_order(
                {rule_behind(leaf, self.pack.defined_by) for leaf in self._leaves(rule.id)} - {""}
            )
            for rule in self.pack.rules
        }

    @cached_property
    def leads_to(self) -> Links:
        """The other way round: the rules that take this one's answer."""
        return self._turned_round(self.follows_from)

    @cached_property
    def held_back_by(self) -> Links:
        """The gates that guard what a rule asks for, or something that doing it would do."""
        gates = [rule for rule in self.pack.rules if rule.kind is RuleKind.GATE]
        return {
            rule.id: tuple(
                gate.id
                for gate in gates
                if rule.kind in (RuleKind.DUTY, RuleKind.GAP) and gate.act in self._does(rule.act)
            )
            for rule in self.pack.rules
        }

    @cached_property
    def holds_back(self) -> Links:
        """The other way round: the rules that a gate guards."""
        return self._turned_round(self.held_back_by)

    @cached_property
    def numbers(self) -> Links:
        """The dated numbers that a rule's condition or time limit uses, by name."""
        limits = {limit.id: limit.number for limit in self.pack.deadlines}
        return {
            rule.id: tuple(
                dict.fromkeys(
                    name
                    for name in (
                        *(
                            str(leaf.limit)
                            for leaf in self._leaves(rule.id)
                            if isinstance(leaf, AtLeast) and isinstance(leaf.limit, str)
                        ),
                        limits.get(rule.due, ""),
                    )
                    if name
                )
            )
            for rule in self.pack.rules
        }

    def everywhere(self, most: float = 1 / 3) -> tuple[str, ...]:
        """What more than this part of all rules take, and what that follows from in its turn: to
        say once, and not to draw."""
        enough = most * len(self.pack.rules)
        waiting = [id for id, led_to in self.leads_to.items() if len(led_to) > enough]
        found: set[str] = set()
        while waiting:
            found.add(waiting[0])
            waiting = [*waiting[1:], *self.follows_from[waiting[0]]]
        return self._in_order(found)

    def _leaves(self, rule: str) -> Iterator[Leaf]:
        condition = self.pack.conditions.get(rule)
        return iter(()) if condition is None else leaves(condition)

    def _does(self, act: str) -> set[str]:
        """The act, and everything that doing it does."""
        return {act}.union(*(self._does(part) for part in self.pack.act[act].includes))

    def _turned_round(self, links: Links) -> Links:
        return {
            rule.id: self._in_order({id for id, others in links.items() if rule.id in others})
            for rule in self.pack.rules
        }

    def _in_order(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.pack.rules if rule.id in ids)
