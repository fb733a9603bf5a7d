"""Because, what is missing, and what one changed fact would change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, Maybe, Not, Surely
from rules.evaluate import Findings, Program, leaf_answer, program
from rules.facts import Fact, Kind, Value
from rules.pack import leaf_fact
from rules.rule import Force
from rules.wiring import Wiring


@dataclass(frozen=True)
class Ground:
    """A leaf the result rests on, and its answer."""

    leaf: Leaf
    answer: Answer


@dataclass(frozen=True)
class Change:
    """If this fact were so, the rule would have this result."""

    fact: str
    value: Value
    result: Answer


class Explanation:
    """Explains some findings. Works out each part when it is first asked for."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._program: Program = program(findings.pack)
        self._grounds: dict[int, dict[int, None]] = {}

    def because(self, rule: str) -> tuple[Ground, ...]:
        """The leaves that decide the result, in reading order.

        For a rule that cannot be told: the leaves that keep it open.
        """
        wiring, values = self.findings.wiring, self.findings.values
        slots = self._behind(wiring.node[rule].slot)
        return tuple(Ground(wiring.leaf_in[slot], values[slot]) for slot in slots)

    def missing(self, rule: str) -> tuple[str, ...]:
        """The facts that keep a rule from being told, most decisive first."""
        if self.findings.result(rule) is not NOT_KNOWN:
            return ()
        return self.by_decisiveness(self._asked(g.leaf) for g in self.because(rule))

    def rests_on_unknown(self, rule: str) -> tuple[str, ...]:
        """The facts nobody knows that a told result rests on, most decisive first."""
        unknown = (g.leaf for g in self.because(rule) if g.answer is NOT_KNOWN)
        return self.by_decisiveness(self._asked(leaf) for leaf in unknown)

    def would_change(self, rule: str) -> tuple[Change, ...]:
        """Every single fact that, were it otherwise, would change the rule's result.

        Combinations that cannot be are left out.
        """
        slot, result = self.findings.wiring.node[rule].slot, self.findings.result(rule)
        return tuple(
            Change(fact, value, values[slot])
            for fact, value, values in self._flips
            if values[slot] is not result
        )

    def by_decisiveness(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Facts once each: those that settle most MUSTs first, then most duties, then as asked."""
        return tuple(sorted(dict.fromkeys(facts), key=lambda fact: self._rank[fact]))

    def _asked(self, leaf: Leaf) -> str:
        """The fact a person can be asked for: their date of birth, rather than their age."""
        fact = self.findings.pack.fact[leaf_fact(leaf)]
        return fact.of or fact.id

    @cached_property
    def _rank(self) -> dict[str, tuple[int, int, int]]:
        """Fact → a sort key from how many duties its yes and its no would settle."""
        wiring, before = self.findings.wiring, self.findings.values
        open_slots = [
            (wiring.node[rule.id].slot, rule.force in (Force.MUST, Force.MUST_NOT))
            for rule in self.findings.having(NOT_KNOWN)
        ]
        settled: dict[str, list[int]] = {}
        for fact, _, after in self._flips:
            asked = self.findings.pack.fact[fact].of or fact
            musts, all_of_them = settled.setdefault(asked, [0, 0])
            turned = [must for slot, must in open_slots if after[slot] is not before[slot]]
            settled[asked] = [musts + sum(turned), all_of_them + len(turned)]
        return {
            fact.id: (*(-count for count in settled.get(fact.id, (0, 0))), place)  # type: ignore[misc]
            for place, fact in enumerate(self.findings.pack.facts)
        }

    @cached_property
    def _flips(self) -> tuple[tuple[str, Value, list[Answer]], ...]:
        """Each fact changed alone: fact, its other value, and every slot's answer then."""
        return tuple(self._flip_all())

    def _flip_all(self) -> Iterator[tuple[str, Value, list[Answer]]]:
        findings, wiring = self.findings, self.findings.wiring
        today = london(findings.on).date()
        about: dict[str, list[Leaf]] = {}
        for leaf in wiring.inputs:
            if leaf_fact(leaf):
                about.setdefault(leaf_fact(leaf), []).append(leaf)
        for id, its_leaves in about.items():
            fact = findings.pack.fact[id]
            for value in _other_values(fact, findings.facts.get(id, NOT_KNOWN), its_leaves, self):
                values = list(findings.values)
                changed = [wiring.inputs[leaf] for leaf in its_leaves]
                for leaf, slot in zip(its_leaves, changed, strict=True):
                    values[slot] = leaf_answer(findings.pack, leaf, {id: value}, today)
                self._program.reference.refill(values, changed)
                if not set(self._program.conflicts(values)) - set(findings.conflicts):
                    yield id, value, values

    def _behind(self, slot: int) -> dict[int, None]:
        """The input slots that decide a rule's answer, in reading order."""
        if slot not in self._grounds:
            wiring = self.findings.wiring
            if slot in wiring.by_slot:
                found = dict.fromkeys(self._deciding(wiring.by_slot[slot].condition))
            else:
                found = {slot: None}
            self._grounds[slot] = found
        return self._grounds[slot]

    def _deciding(self, condition: Condition) -> Iterator[int]:
        match condition:
            case Not(part) | Surely(part) | Maybe(part):
                yield from self._deciding(part)
            case AllOf(parts) | AnyOf(parts):
                answers = [
                    _value(part, self.findings.wiring, self.findings.values) for part in parts
                ]
                whole = _joined(answers, NO if isinstance(condition, AllOf) else YES)
                for part, answer in zip(parts, answers, strict=True):
                    if answer is whole:
                        yield from self._deciding(part)
            case leaf:
                yield from self._behind(self.findings.wiring.slot(leaf))  # type: ignore[arg-type]


def _value(condition: Condition, wiring: Wiring, values: tuple[Answer, ...]) -> Answer:
    match condition:
        case Not(part):
            return ~_value(part, wiring, values)
        case Surely(part):
            return YES if _value(part, wiring, values) is YES else NO
        case Maybe(part):
            return NO if _value(part, wiring, values) is NO else YES
        case AllOf(parts) | AnyOf(parts):
            decisive = NO if isinstance(condition, AllOf) else YES
            return _joined([_value(part, wiring, values) for part in parts], decisive)
    return values[wiring.slot(condition)]  # type: ignore[arg-type]  # only leaves are left


def _joined(answers: list[Answer], decisive: Answer) -> Answer:
    if decisive in answers:
        return decisive
    return NOT_KNOWN if NOT_KNOWN in answers else ~decisive


def _other_values(
    fact: Fact, now: Value, its_leaves: list[Leaf], explanation: Explanation
) -> list[Value]:
    """What else a fact could be. For a number: just at and just below each limit."""
    if fact.kind is Kind.YES_NO:
        return [value for value in (YES, NO) if value is not now]
    if fact.kind is Kind.CHOICE:
        settled = [o.id for o in fact.options if o.id not in fact.unsettled]
        return [option for option in settled if option != now]
    pack, on = explanation.findings.pack, london(explanation.findings.on).date()
    limits = {
        leaf.limit if isinstance(leaf.limit, int) else pack.number(leaf.limit, on)
        for leaf in its_leaves
        if isinstance(leaf, AtLeast)
    }
    around = sorted(limits | {limit - 1 for limit in limits})
    return [value for value in around if value != now]
