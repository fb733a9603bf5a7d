"""Tries mutants on examples, fast: each example is worked out once, and a mutant only where it
differs. The plain reference does the work; it is the engine's equal on every evaluation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rules.answers import NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.conditions import AtLeast, Leaf, leaves
from rules.evaluate import Findings, leaf_answer
from rules.operators import Now, derive
from rules.pack import Pack
from rules.reference import Reference, Values
from rules.wiring import Wiring, rule_behind, wire
from tests.mutation.examples import Example
from tests.mutation.mutants import ConditionMutant, PackMutant
from tests.spec.tables import due_in_london


class Wrong(AssertionError):
    """The rules get an example wrong. The message says which."""


@dataclass(frozen=True)
class Tried:
    """An example as the rules have it: the answer in each slot, and those that are expected."""

    example: Example
    values: Values
    expected: Mapping[int, Answer]
    must_not_apply: frozenset[int]
    findings: Findings

    def wrong(self, slot: int, said: Answer) -> bool:
        expected = self.expected.get(slot)
        if expected is None:
            return said is YES and slot in self.must_not_apply
        return said is not expected


class Bench:
    """The examples of one pack. Raises Wrong if its rules get any of them wrong."""

    def __init__(
        self, pack: Pack, examples: Iterable[Example], mutants: Sequence[ConditionMutant] = ()
    ) -> None:
        self._pack = pack
        self._wiring = _wired(pack, mutants)
        self._reference = Reference(self._wiring)
        self._tests = {n.slot: self._reference.test(n.condition) for n in self._wiring.nodes}
        self._below = _below(self._wiring)
        self._about: dict[int, list[Tried]] = {}
        self._tried = [self._try(example) for example in examples]
        for tried in self._tried:
            for slot in (*tried.expected, *tried.must_not_apply):
                self._about.setdefault(slot, []).append(tried)

    def killed(self, mutant: ConditionMutant) -> str:
        """Where the first example stands that the mutant gets wrong; nothing if none does.

        Those of its own rule come first, then those of rules that hang from it.
        """
        slot = self._wiring.node[mutant.rule].slot
        test = self._reference.test(mutant.condition)
        for tried in self._about.get(slot, ()):
            if tried.wrong(slot, test(tried.values)):
                return tried.example.where
        for asked in self._below[slot]:
            for tried in self._about.get(asked, ()):
                said = test(tried.values)
                if said is not tried.values[slot] and self._turns(tried, slot, said, asked):
                    return tried.example.where
        return ""

    def killed_by_numbers(self, mutant: PackMutant) -> str:
        """Where the first example stands that other numbers or time limits get wrong.

        Opening hours and what records say are not worked out anew.
        """
        for tried in self._tried:
            values = self._with_numbers(tried, mutant.pack)
            findings = replace(tried.findings, pack=mutant.pack)
            if any(tried.wrong(slot, values[slot]) for slot in tried.expected) or any(
                due_in_london(findings, mutant.pack.rule[rule]) != due
                for rule, due in tried.example.due.items()
            ):
                return tried.example.where
        return ""

    def _with_numbers(self, tried: Tried, pack: Pack) -> Values:
        today = london(tried.example.on).date()
        values = list(tried.values)
        for leaf, slot in self._dated:
            values[slot] = leaf_answer(pack, leaf, tried.findings.facts, today)
        if any(values[slot] is not tried.values[slot] for _, slot in self._dated):
            self._reference.fill(values)
        return values

    @cached_property
    def _dated(self) -> list[tuple[Leaf, int]]:
        """The leaves about a dated number, with their slots."""
        inputs = self._wiring.inputs.items()
        return [(leaf, slot) for leaf, slot in inputs if isinstance(leaf, AtLeast)]

    def _try(self, example: Example) -> Tried:
        pack, wiring = self._pack, self._wiring
        today = london(example.on).date()
        now = Now(example.on, pack.bank_holidays, pack.hours(today))
        facts = {**example.facts, **derive(pack.facts, example.facts, now)}
        values = [NOT_KNOWN] * wiring.size
        for leaf, slot in wiring.inputs.items():
            values[slot] = leaf_answer(pack, leaf, facts, today)
        self._reference.fill(values)
        findings = Findings(pack, example.on, facts, tuple(values), wiring, ())
        for rule, said in example.expected.items():
            if findings.result(rule) is not said:
                raise Wrong(example.where)
        for rule, due in example.due.items():
            if due_in_london(findings, pack.rule[rule]) != due:
                raise Wrong(example.where)
        for rule in example.must_not_apply:
            if findings.result(rule) is YES:
                raise Wrong(example.where)
        slots = {
            rule: wiring.node[rule].slot for rule in (*example.expected, *example.must_not_apply)
        }
        return Tried(
            example,
            values,
            {slots[rule]: said for rule, said in example.expected.items()},
            frozenset(slots[rule] for rule in example.must_not_apply),
            findings,
        )

    def _turns(self, tried: Tried, slot: int, said: Answer, asked: int) -> bool:
        """Whether a rule that hangs from this one gets an example wrong when this one says so."""
        after = list(tried.values)
        after[slot] = said
        for below in self._below[slot]:
            after[below] = self._tests[below](after)
            if below == asked:
                break
        return tried.wrong(asked, after[asked])


def _wired(pack: Pack, mutants: Iterable[ConditionMutant]) -> Wiring:
    """The pack's wiring, with a slot more for each leaf that only a mutant asks about."""
    wiring = wire(pack)
    inputs = dict(wiring.inputs)
    for leaf in (leaf for mutant in mutants for leaf in leaves(mutant.condition)):
        if not rule_behind(leaf, pack.defined_by) and leaf not in inputs:
            inputs[leaf] = len(inputs) + len(wiring.node)
    return Wiring(inputs, wiring.layers, wiring.node, wiring.defined_by)


def _below(wiring: Wiring) -> dict[int, tuple[int, ...]]:
    """Rule's slot → those of the rules that hang from it, each after those it hangs from."""
    found: dict[int, tuple[int, ...]] = {}
    for node in wiring.nodes:
        reached = {node.slot}
        for other in wiring.nodes:
            if not wiring.inlets[other.slot].isdisjoint(reached):
                reached.add(other.slot)
        found[node.slot] = tuple(n.slot for n in wiring.nodes if n.slot in reached - {node.slot})
    return found
