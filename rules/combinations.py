"""Every combination of facts that can be, and what can be asked about them all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Protocol

from rules.answers import NO, NOT_KNOWN, YES
from rules.conditions import AtLeast, Condition, Leaf, from_json, leaves
from rules.evaluate import leaf_answer
from rules.facts import YEARS, Fact, Kind, Value
from rules.pack import Pack, leaf_fact, say_value
from rules.reference import Reference, Values
from rules.wiring import Wiring, rule_behind, wire

OFFICE_HOURS = ("office_hours_now", "office_hours_then")
MOST = 999_999  # the highest number that read_value takes


@dataclass(frozen=True)
class Question:
    """Is there a combination where these facts are known, and these conditions hold or do not?

    ``so`` hold surely; ``not_so`` do not apply or cannot be told. Combinations that the pack
    declares impossible do not count, unless ``even_impossible``.
    """

    known: tuple[str, ...] = ()
    so: tuple[Condition, ...] = ()
    not_so: tuple[Condition, ...] = ()
    even_impossible: bool = False


@dataclass(frozen=True)
class Found:
    """A combination: some facts and their values, the others not known. ``matter`` are those
    the answer rests on; it is the same whatever else is so."""

    facts: Mapping[str, Value]
    matter: tuple[str, ...]


class Finder(Protocol):
    def exists(self, question: Question) -> bool:
        """Whether there is a combination of which the question is true."""

    def find(self, question: Question) -> Found | None:
        """A combination that can be and of which the question is true."""


def combination(pack: Pack, found: Found) -> str:
    """What matters of a combination, in words."""
    said = [say_value(pack, fact, found.facts[fact]) for fact in found.matter]
    return " and ".join(said) or "whatever is known"


def asked_about(pack: Pack, also: Iterable[Condition] = ()) -> dict[str, tuple[Leaf, ...]]:
    """Fact nobody concludes → the leaves about it, in the order of the catalogue.

    Those of the pack's conditions, and of ``also``.
    """
    conditions = [*pack.conditions.values(), *also]
    conditions += [from_json(it.condition) for it in pack.impossible]
    conditions += [from_json(cover.condition) for cover in pack.covers if cover.condition]
    found: dict[str, dict[Leaf, None]] = {fact.id: {} for fact in pack.facts}
    for condition in conditions:
        for leaf in leaves(condition):
            if leaf_fact(leaf) and not rule_behind(leaf, pack.defined_by):
                found[leaf_fact(leaf)][leaf] = None
    return {fact: tuple(about) for fact, about in found.items() if about}


def behind(wiring: Wiring, rule: str) -> frozenset[str]:
    """The facts that a rule's answer can depend on."""
    slots = wiring.upstream[wiring.node[rule].slot]
    return frozenset(leaf_fact(leaf) for leaf, slot in wiring.inputs.items() if slot in slots)


def always_known(fact: Fact) -> bool:
    return fact.operator in OFFICE_HOURS


def one_and_the_same(fact: Fact) -> str:
    """Facts with the same name for this always have the same value."""
    if fact.operator == "office_hours_now":
        return "now"
    return f"{fact.operator} of {fact.of}" if fact.operator else fact.id


def highest(fact: Fact, on: date) -> int:
    """The highest number that can be given, or come of a date of birth that can be given."""
    return on.year - YEARS.start if fact.operator == "age" else MOST


def limit(pack: Pack, leaf: AtLeast, on: date) -> int:
    return leaf.limit if isinstance(leaf.limit, int) else pack.number(leaf.limit, on)


class Walk:
    """Finds by trying one combination after another. For packs that ask about few facts."""

    def __init__(self, pack: Pack, on: date) -> None:
        wiring = wire(pack)
        self._wiring, self._reference = wiring, Reference(wiring)
        tests = [self._reference.test(from_json(it.condition)) for it in pack.impossible]
        self._situations = [
            (facts, values, not any(test(values) is YES for test in tests))
            for facts, values in _situations(pack, on, wiring, self._reference)
        ]

    def exists(self, question: Question) -> bool:
        return self.find(question) is not None

    def find(self, question: Question) -> Found | None:
        so = [self._reference.test(condition) for condition in question.so]
        not_so = [self._reference.test(condition) for condition in question.not_so]
        for facts, values, possible in self._situations:
            if (
                (possible or question.even_impossible)
                and all(facts[fact] is not NOT_KNOWN for fact in question.known)
                and all(test(values) is YES for test in so)
                and not any(test(values) is YES for test in not_so)
            ):
                return Found(facts, tuple(facts))
        return None


def _situations(
    pack: Pack, on: date, wiring: Wiring, reference: Reference
) -> Iterator[tuple[dict[str, Value], Values]]:
    about = asked_about(pack)
    same = {fact: one_and_the_same(pack.fact[fact]) for fact in about}
    values: dict[str, set[Value]] = {}
    for fact, its_leaves in about.items():
        values.setdefault(same[fact], set()).update(_values(pack, pack.fact[fact], its_leaves, on))
    for chosen in product(*(sorted(options, key=str) for options in values.values())):
        value = dict(zip(values, chosen, strict=True))
        facts = {fact: value[same[fact]] for fact in about}
        answers: Values = [NOT_KNOWN] * wiring.size
        for leaf, slot in wiring.inputs.items():
            answers[slot] = leaf_answer(pack, leaf, facts, on)
        reference.fill(answers)
        yield facts, answers


def _values(pack: Pack, fact: Fact, its_leaves: tuple[Leaf, ...], on: date) -> set[Value]:
    """One value for each way a fact's leaves can be answered."""
    if fact.kind is Kind.YES_NO:
        return {YES, NO} if always_known(fact) else {YES, NO, NOT_KNOWN}
    if fact.kind is Kind.CHOICE:
        return {NOT_KNOWN, *(o.id for o in fact.options if o.id not in fact.unsettled)}
    limits = {limit(pack, leaf, on) for leaf in its_leaves if isinstance(leaf, AtLeast)}
    return {NOT_KNOWN, 0, *(number for number in limits if 0 <= number <= highest(fact, on))}
