"""evaluate(pack, facts, on) -> findings: the one door to the rules.

The engine and the reference both work out every answer. When they differ there is none.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from threading import Lock

from rules.answers import NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import LONDON, BeyondHorizon, london
from rules.conditions import AtLeast, InForce, IsOption, IsYes, Leaf, from_json
from rules.engine import Engine, EngineFailed
from rules.facts import FactError, Value, read_value
from rules.numbers import NothingInForce
from rules.operators import Now, derive
from rules.pack import Pack, PackRule
from rules.reference import Reference, Values
from rules.wiring import Wiring, wire

Facts = Mapping[str, Value]


class RulesDisagree(RuntimeError):
    """The rules could not be run safely: there is no advice. Says nothing about the facts."""


@dataclass(frozen=True)
class Findings:
    """What the rules say of some facts at a moment.

    ``facts`` are all that is known, given and worked out. ``values`` hold the answer in each
    slot of the program's wiring. ``conflicts`` are combinations that cannot be, in words.
    """

    pack: Pack
    on: datetime
    facts: Facts
    values: tuple[Answer, ...]
    wiring: Wiring
    conflicts: tuple[str, ...]

    def result(self, rule: str) -> Answer:
        """Yes: applies. No: does not apply. Not known: cannot be told yet."""
        return self.values[self.wiring.node[rule].slot]

    def having(self, result: Answer) -> tuple[PackRule, ...]:
        """The rules with that result, in the document's order. Definitions are left out."""
        return tuple(
            rule
            for rule in self.pack.rules
            if rule.condition is not None and not rule.concludes and self.result(rule.id) is result
        )

    @cached_property
    def concluded(self) -> dict[str, Value]:
        """Fact id → value, for every fact that was worked out rather than given."""
        worked_out: dict[str, Value] = {
            fact.id: self.facts[fact.id] for fact in self.pack.facts if fact.operator
        }
        return worked_out | {fact: self.result(rule) for fact, rule in self.pack.defined_by.items()}

    def start(self, rule: PackRule) -> datetime | None:
        """When the rule's clock started, or starts.

        Where it is the pack's own and not known, now; a limit with a start of its own that is
        not known has none.
        """
        fact = self.pack.clock_starts(rule)
        started = self.facts.get(fact)
        if isinstance(started, datetime):
            return started
        if isinstance(started, date):
            return datetime.combine(started, time(), LONDON)
        return self.on if fact == self.pack.deadline_starts else None

    def due(self, rule: PackRule) -> datetime | None:
        return self.pack.due(rule, self.start(rule)) if self._within_reach(rule) else None

    def due_words(self, rule: PackRule) -> str:
        if self._within_reach(rule):
            return self.pack.due_words(rule, self.start(rule), self.on)
        words = self.pack.due_words(rule, self.on, self.on)
        return f"{words}. It starts too long ago, or too far ahead, to be worked out"

    def _within_reach(self, rule: PackRule) -> bool:
        """Whether the calendar and the numbers reach the start of a limit that has its own."""
        try:
            self.pack.due(rule, self.start(rule))
        except (BeyondHorizon, NothingInForce):
            if self.pack.clock_starts(rule) == self.pack.deadline_starts:
                raise
            return False
        return True


class Program:
    """A pack made ready to run. Call ``close`` to give the engine's memory back."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.wiring = wire(pack)
        self.engine = Engine(self.wiring)
        self.reference = Reference(self.wiring)
        self.impossible = tuple(
            (rule.says, self.reference.test(from_json(rule.condition))) for rule in pack.impossible
        )

    def run(self, given: Facts, on: datetime) -> Findings:
        pack = self.pack
        today = london(on).date()
        now = Now(on, pack.bank_holidays, pack.hours(today))
        facts = {**given, **derive(pack.facts, given, now)}
        values = [NOT_KNOWN] * self.wiring.size
        for leaf, slot in self.wiring.inputs.items():
            values[slot] = leaf_answer(pack, leaf, facts, today)
        checked = list(values)
        try:
            self.engine.fill(values)
        except EngineFailed as error:
            raise RulesDisagree("the rules could not be run safely") from error
        self.reference.fill(checked)
        if values != checked:
            raise RulesDisagree("the rules could not be run safely")
        return Findings(pack, on, facts, tuple(values), self.wiring, self.conflicts(values))

    def conflicts(self, values: Values) -> tuple[str, ...]:
        return tuple(says for says, test in self.impossible if test(values) is YES)

    def close(self) -> None:
        self.engine.close()


def evaluate(pack: Pack, facts: Facts, on: datetime) -> Findings:
    """What the rules say of these facts at this moment.

    ``on`` must say its offset from UTC. Raises FactError for facts the pack cannot take,
    RulesDisagree when engine and reference differ, BeyondHorizon or NothingInForce when the
    calendar or a number does not reach the day.
    """
    return program(pack).run(facts, on)


def read_facts(pack: Pack, raw: Mapping[str, object]) -> dict[str, Value]:
    """Facts from JSON, checked against the pack's catalogue. Raises FactError naming the field."""
    facts: dict[str, Value] = {}
    for id, value in raw.items():
        fact = pack.fact.get(id)
        if fact is None:
            raise FactError(id, "is not a fact of these rules")
        if fact.operator or id in pack.defined_by:
            raise FactError(id, "is worked out by the rules and cannot be given")
        facts[id] = read_value(fact, value)
    return facts


def leaf_answer(pack: Pack, leaf: Leaf, facts: Facts, today: date) -> Answer:
    """The answer to a leaf that is about the facts."""
    if isinstance(leaf, InForce):
        return yes_if(leaf.covers(today))
    value = facts.get(leaf.fact, NOT_KNOWN)  # type: ignore[union-attr]  # not about a rule
    if isinstance(leaf, IsYes):
        return value if isinstance(value, Answer) else NOT_KNOWN
    if isinstance(leaf, IsOption):
        unsettled = value is NOT_KNOWN or value in pack.fact[leaf.fact].unsettled
        return NOT_KNOWN if unsettled else yes_if(value == leaf.option)
    assert isinstance(leaf, AtLeast)
    limit = leaf.limit if isinstance(leaf.limit, int) else pack.number(leaf.limit, today)
    return yes_if(value >= limit) if isinstance(value, int) else NOT_KNOWN


_PROGRAMS: OrderedDict[str, Program] = OrderedDict()
_LOADING = Lock()
KEPT_LOADED = 16


def program(pack: Pack) -> Program:
    """The pack made ready to run. The last few stay loaded, found by their hash."""
    with _LOADING:  # threads that ask at once share one program
        ready = _PROGRAMS.pop(pack.hash, None) or Program(pack)
        _PROGRAMS[pack.hash] = ready
        if len(_PROGRAMS) > KEPT_LOADED:
            _PROGRAMS.popitem(last=False)[1].close()
        return ready
