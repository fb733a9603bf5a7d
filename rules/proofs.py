"""What is proved of a set of rules whatever the facts are.

A claim is a condition that must be so in every combination of facts, not known among their
values, and on every day. Unlike a test's example, a proof leaves no combination out; a claim
that fails comes with one, in words.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rules.combinations import Question, combination
from rules.conditions import (
    AllOf,
    AnyOf,
    Applies,
    AtLeast,
    Condition,
    InForce,
    Not,
    Situation,
    leaves,
    surely,
)
from rules.facts import Value
from rules.learning import taken_back
from rules.pack import Pack
from rules.rule import Force
from rules.three_valued import Space

ONE_DAY = timedelta(days=1)

Body = Callable[[Situation, Pack], Condition]


@dataclass(frozen=True)
class Claim:
    """A sentence, and the condition that says it of a pack.

    Combinations that the pack declares impossible count as well, unless ``barring_impossible``.
    """

    id: str
    says: str
    body: Body
    barring_impossible: bool = False

    def of(self, pack: Pack) -> Condition:
        return self.body(Situation(pack.fact), pack)


@dataclass(frozen=True)
class Refutation:
    """A day and a combination of facts for which a claim does not hold.

    ``facts`` are those it rests on; it is so with these known and nothing else.
    """

    claim: Claim
    on: date
    facts: Mapping[str, Value]
    words: str


def refutations(pack: Pack, claims: Iterable[Claim]) -> tuple[Refutation, ...]:
    """The first refutation of each claim that does not hold; nothing when all are proved."""
    conditions = {claim: claim.of(pack) for claim in claims}
    refuted: dict[Claim, Refutation] = {}
    for on, space in _each_space(pack, conditions.values()):
        for claim in [claim for claim in conditions if claim not in refuted]:
            found = space.find(_exception(claim, conditions[claim]))
            if found:
                words = f"{claim.id} is not so on {on:%-d %B %Y} when {combination(pack, found)}."
                facts = {fact: found.facts[fact] for fact in found.matter}
                words += f" It says: {claim.says}"
                refuted[claim] = Refutation(claim, on, facts, words)
    return tuple(refuted[claim] for claim in conditions if claim in refuted)


def holds(pack: Pack, claim: Claim) -> bool:
    """Whether a claim holds. Quicker than a refutation: it looks for no combination to show."""
    condition = claim.of(pack)
    spaces = _each_space(pack, [condition])
    return not any(space.exists(_exception(claim, condition)) for _, space in spaces)


def always_alike(pack: Pack, pairs: Iterable[tuple[Condition, Condition]]) -> Iterator[bool]:
    """For each two conditions, whether they have the same answer in every combination that can
    be."""
    both = [alike(one, other) for one, other in pairs]
    spaces = _each_space(pack, both)
    for same in both:
        yield not any(space.exists(Question(not_so=(same,))) for _, space in spaces)


def _each_space(pack: Pack, also: Collection[Condition]) -> list[tuple[date, Space]]:
    return [(on, Space(pack, on, also)) for on in each_kind_of_day(pack, also)]


def _exception(claim: Claim, condition: Condition) -> Question:
    return Question(not_so=(condition,), even_impossible=not claim.barring_impossible)


def each_kind_of_day(pack: Pack, also: Iterable[Condition] = ()) -> tuple[date, ...]:
    """The last day of each kind, from when every number is in force to the horizon.

    Days are of a kind when the numbers that conditions name, and the rules in force, are the
    same on them. What is proved on the last is proved on all: nobody can be older on the others.
    """
    conditions = (*pack.conditions.values(), *also)
    first, last = in_force_since(pack, also), pack.bank_holidays.until
    changes = {number.in_force_from for name in _named(conditions) for number in pack.numbers[name]}
    for period in (leaf for c in conditions for leaf in leaves(c) if isinstance(leaf, InForce)):
        changes |= {period.first} if period.first else set()
        changes |= {period.last + ONE_DAY} if period.last else set()
    return (*sorted(day - ONE_DAY for day in changes if first < day <= last), last)


def in_force_since(pack: Pack, also: Iterable[Condition] = ()) -> date:
    """The first day for which the rules can be run: every number they name is in force."""
    histories = [pack.numbers[name] for name in _named((*pack.conditions.values(), *also))]
    begins = [min(number.in_force_from for number in history) for history in histories]
    return max([pack.bank_holidays.first, *begins])


def _named(conditions: Iterable[Condition]) -> set[str]:
    """The dated numbers that conditions name."""
    limits = (leaf for c in conditions for leaf in leaves(c) if isinstance(leaf, AtLeast))
    return {leaf.limit for leaf in limits if isinstance(leaf.limit, str)}


def taken_back_otherwise(pack: Pack, on: date) -> tuple[str, ...]:
    """Rules whose yes or no can be taken back by learning other facts than their form names.

    None, unless ``rules.learning`` is wrong: every combination is tried here, with the solver.
    """
    space = Space(pack, on)
    return tuple(
        rule
        for rule, by in taken_back(pack).items()
        if space.takes_back(Applies(rule), by.yes) or space.takes_back(Not(Applies(rule)), by.no)
    )


# What claims are made of.


def whenever(so: Condition, then: Condition) -> Condition:
    """Wherever the one is known to be so, the other is as well."""
    return Not(surely(so)) | surely(then)


def alike(one: Condition, other: Condition) -> Condition:
    """The two always have the same answer."""
    ways = ((one, other), (other, one), (~one, ~other), (~other, ~one))
    return AllOf(tuple(whenever(so, then) for so, then in ways))


def asked_for(pack: Pack, *acts: str, forces: tuple[Force, ...] = (Force.MUST,)) -> Condition:
    """Some rule of these forces applies that asks for one of the acts, or for what includes it."""
    return AnyOf(
        tuple(
            Applies(rule.id)
            for rule in pack.rules
            if rule.force in forces and rule.id in pack.conditions
            if pack.done_by(rule.act).intersection(acts)
        )
    )


def held_back(pack: Pack, act: str) -> Condition:
    """Some rule that forbids the act, or part of it, applies: for now it must not be done."""
    return AnyOf(
        tuple(
            Applies(rule.id)
            for rule in pack.rules
            if rule.force is Force.MUST_NOT and rule.id in pack.conditions
            if rule.act in pack.done_by(act)
        )
    )
