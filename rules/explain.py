"""Because, what is missing, and what one changed fact would change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.conditions import AtLeast, Leaf
from rules.evaluate import Findings, Program, leaf_answer, program
from rules.facts import Fact, Kind, Value
from rules.pack import leaf_fact
from rules.rule import Force


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
        self._ground = {
            slot: Ground(leaf, findings.values[slot])
            for slot, leaf in findings.wiring.leaf_in.items()
        }
        self._grounds: dict[int, dict[int, None]] = {slot: {slot: None} for slot in self._ground}

    def because(self, rule: str) -> tuple[Ground, ...]:
        """The leaves that decide the result, in reading order.

        For a rule that cannot be told: the leaves that keep it open.
        """
        return tuple(
            map(self._ground.__getitem__, self._behind(self.findings.wiring.node[rule].slot))
        )

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
        slot = self.findings.wiring.node[rule].slot
        return tuple(
            Change(fact, value, turned[slot])
            for fact, value, turned in self._flips
            if slot in turned
        )

    def by_decisiveness(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Facts once each: those that settle most MUSTs first, then most duties, then as asked."""
        settled, place = self._settled, self._place
        return tuple(
            sorted(dict.fromkeys(facts), key=lambda fact: (settled.get(fact, (0, 0)), place[fact]))
        )

    def _asked(self, leaf: Leaf) -> str:
        """The fact a person can be asked for: their date of birth, rather than their age."""
        fact = self.findings.pack.fact[leaf_fact(leaf)]
        return fact.of or fact.id

    @cached_property
    def _place(self) -> dict[str, int]:
        return {fact.id: place for place, fact in enumerate(self.findings.pack.facts)}

    @cached_property
    def _settled(self) -> dict[str, tuple[int, int]]:
        """Fact → how many MUSTs and how many duties its yes and its no settle, below nought."""
        wiring = self.findings.wiring
        is_must = {
            wiring.node[rule.id].slot: rule.force in (Force.MUST, Force.MUST_NOT)
            for rule in self.findings.having(NOT_KNOWN)
        }
        settled: dict[str, tuple[int, int]] = {}
        for fact, _, turned in self._flips:
            asked = self.findings.pack.fact[fact].of or fact
            musts, all_of_them = settled.get(asked, (0, 0))
            duties = [is_must[slot] for slot in turned if slot in is_must]
            settled[asked] = (musts - sum(duties), all_of_them - len(duties))
        return settled

    @cached_property
    def _flips(self) -> tuple[tuple[str, Value, dict[int, Answer]], ...]:
        """Each fact changed alone: fact, its other value, and each rule's slot that turns then."""
        return tuple(self._flip_all())

    def _flip_all(self) -> Iterator[tuple[str, Value, dict[int, Answer]]]:
        findings, wiring = self.findings, self.findings.wiring
        today = london(findings.on).date()
        conflicts, reference = set(findings.conflicts), self._program.reference
        for id, its_slots in wiring.about.items():
            fact, now = findings.pack.fact[id], findings.facts.get(id, NOT_KNOWN)
            its_leaves = [wiring.leaf_in[slot] for slot in its_slots]
            for value in _other_values(fact, now, its_leaves, self):
                values = list(findings.values)
                for leaf, slot in zip(its_leaves, its_slots, strict=True):
                    values[slot] = leaf_answer(findings.pack, leaf, {id: value}, today)
                turned = reference.refill(values, its_slots)
                if conflicts.issuperset(self._program.conflicts(values)):
                    yield id, value, turned

    def _behind(self, slot: int) -> dict[int, None]:
        """The input slots that decide a rule's answer, in reading order."""
        if slot not in self._grounds:
            _, deciding = self._program.reference.grounds[slot](self.findings.values)
            found: dict[int, None] = {}
            for one in deciding:
                found |= self._grounds.get(one) or self._behind(one)
            self._grounds[slot] = found
        return self._grounds[slot]


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
