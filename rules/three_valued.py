"""The rules as logic for a solver: every condition on two rails, known yes and known no."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import z3

from rules.answers import NO, NOT_KNOWN, YES
from rules.combinations import (
    Found,
    Question,
    always_known,
    asked_about,
    highest,
    limit,
    one_and_the_same,
)
from rules.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    InForce,
    IsOption,
    IsYes,
    Leaf,
    Maybe,
    Not,
    Surely,
    from_json,
    leaves,
)
from rules.facts import Fact, Kind, Value
from rules.pack import Pack, leaf_fact
from rules.wiring import rule_behind

Formula = Any  # z3 ships no types


@dataclass(frozen=True)
class Rails:
    """Known yes, and known no. Never both; neither is not known."""

    yes: Formula
    no: Formula


@dataclass(frozen=True)
class Unknowns:
    """What a fact is made of: rails (yes/no), a number that may be known, or an option each."""

    known: Formula
    yes: Formula = None
    number: Formula = None
    options: Mapping[str, Formula] | None = None


class Space:
    """Finds with the solver, among all combinations of facts at once.

    ``also`` are conditions that questions may ask about besides the pack's.
    """

    def __init__(self, pack: Pack, on: date, also: Iterable[Condition] = ()) -> None:
        self._pack, self._on = pack, on
        self._about = asked_about(pack, also)
        self._applies: dict[str, Rails] = {}
        self._rest: dict[str, frozenset[str]] = {}
        self._facts: dict[str, Unknowns] = {}
        self._solver = z3.Solver()
        for id in self._about:
            self._facts[id], always = _unknowns(pack.fact[id], on)
            self._solver.add(*always)
        self._barred = tuple(from_json(it.condition) for it in pack.impossible)

    def exists(self, question: Question) -> bool:
        known, holds, impossible = self._asked(question)
        return self._model(*known, holds, z3.Not(impossible)) is not None

    def find(self, question: Question) -> Found | None:
        known, holds, impossible = self._asked(question)
        model = self._model(*known, holds, z3.Not(impossible))
        if model is None:
            return None
        matter = self._that_matter(model, question)
        shown = [fact for fact in self._about if fact in {*matter, *question.known}]
        return Found({fact: self._value(model, fact) for fact in shown}, tuple(matter))

    def takes_back(self, condition: Condition, unless: Iterable[str]) -> bool:
        """Whether learning more can end that the condition is so, though none of the facts
        ``unless`` is learnt."""
        before = self._rails(condition).yes
        after = z3.substitute(before, *self._learnt)
        same = [was == then for fact in unless for was, then in self._variables(fact)]
        return self._model(before, z3.Not(after), *self._only_learnt, *same) is not None

    @cached_property
    def _learnt(self) -> list[tuple[Formula, Formula]]:
        """What each fact is made of, before and after more is learnt."""
        pairs = (pair for fact in self._about for pair in self._variables(fact))
        return list({was.decl().name(): (was, then) for was, then in pairs}.values())

    @cached_property
    def _only_learnt(self) -> list[Formula]:
        """What was known stays as it was. A choice is of one option, and numbers stay put."""
        always = []
        for fact in self._about:
            variables = self._variables(fact)
            if not always_known(self._pack.fact[fact]):
                always += [z3.Implies(was, then) for was, then in variables]
            elif self._pack.fact[fact].operator == "office_hours_now":
                always += [was == then for was, then in variables]
            if self._facts[fact].options is not None:
                always += _at_most_one(then for _, then in variables)
        return always

    def _variables(self, fact: str) -> list[tuple[Formula, Formula]]:
        """What can change when the fact is learnt: whether it is known, or which option it is."""
        unknowns = self._facts[fact]
        if unknowns.options is not None:
            changing = list(unknowns.options.values())
        else:
            changing = [unknowns.yes if always_known(self._pack.fact[fact]) else unknowns.known]
        return [(was, z3.Bool(f"{was.decl().name()}, learnt")) for was in changing]

    def _asked(self, question: Question) -> tuple[list[Formula], Formula, Formula]:
        """The question's facts are known; its conditions hold or do not; and it cannot be."""
        holds = z3.And(
            *(self._rails(condition).yes for condition in question.so),
            *(z3.Not(self._rails(condition).yes) for condition in question.not_so),
        )
        barred = () if question.even_impossible else self._barred
        impossible = z3.Or(*(self._rails(condition).yes for condition in barred))
        return [self._facts[fact].known for fact in question.known], holds, impossible

    def _that_matter(self, model: Formula, question: Question) -> list[str]:
        """Leave out, one by one, the facts without which it is still so, whatever they are.

        A combination that is shown must also be one that can be, with all else not known.
        """
        given = question.known
        known, holds, impossible = self._asked(question)
        asked = self._rest_on((*question.so, *question.not_so, *self._barred)) | set(given)
        about = [fact for fact in self._about if fact in asked]
        pinned_to = {fact: self._pinned(model, fact) for fact in about}
        matter = about
        for fact in reversed(about):
            fewer = [other for other in matter if other != fact]
            pinned = [pinned_to[other] for other in fewer]
            as_shown = [
                pinned_to[other] if other in given else z3.Not(self._facts[other].known)
                for other in about
                if other not in fewer and (other in given or not self._always_known(other))
            ]
            whatever_else = self._model(*pinned, *known, z3.Not(impossible), z3.Not(holds))
            when_shown = self._model(*pinned, *as_shown, z3.Not(holds) | impossible)
            if whatever_else is None and when_shown is None:
                matter = fewer
        return matter

    def _rest_on(self, conditions: Iterable[Condition]) -> frozenset[str]:
        """The facts that the conditions' answers can depend on."""
        found: set[str] = set()
        for leaf in (leaf for condition in conditions for leaf in leaves(condition)):
            rule = rule_behind(leaf, self._pack.defined_by)
            if rule and rule not in self._rest:
                self._rest[rule] = self._rest_on([self._pack.conditions[rule]])
            found |= self._rest[rule] if rule else {leaf_fact(leaf)}
        return frozenset(found)

    def _model(self, *formulas: Formula) -> Formula:
        self._solver.push()
        self._solver.add(*formulas)
        result = self._solver.check()
        model = self._solver.model() if result == z3.sat else None
        self._solver.pop()
        if result == z3.unknown:
            raise RuntimeError("the solver gave up")
        return model

    def _always_known(self, fact: str) -> bool:
        return always_known(self._pack.fact[fact])

    # From conditions to rails.

    def _rails(self, condition: Condition) -> Rails:
        match condition:
            case Not(part):
                rails = self._rails(part)
                return Rails(rails.no, rails.yes)
            case Surely(part):
                yes = self._rails(part).yes
                return Rails(yes, z3.Not(yes))
            case Maybe(part):
                no = self._rails(part).no
                return Rails(z3.Not(no), no)
            case AllOf(parts):
                each = [self._rails(part) for part in parts]
                return Rails(z3.And(*(r.yes for r in each)), z3.Or(*(r.no for r in each)))
            case AnyOf(parts):
                each = [self._rails(part) for part in parts]
                return Rails(z3.Or(*(r.yes for r in each)), z3.And(*(r.no for r in each)))
        rule = rule_behind(condition, self._pack.defined_by)  # type: ignore[arg-type]  # a leaf
        return self._rule(rule) if rule else self._leaf(condition)  # type: ignore[arg-type]

    def _rule(self, rule: str) -> Rails:
        if rule not in self._applies:
            self._applies[rule] = self._rails(self._pack.conditions[rule])
        return self._applies[rule]

    def _leaf(self, leaf: Leaf) -> Rails:
        if isinstance(leaf, InForce):
            in_force = z3.BoolVal(leaf.covers(self._on))
            return Rails(in_force, z3.Not(in_force))
        so = self._so(leaf)
        known = self._facts[leaf.fact].known  # type: ignore[union-attr]  # not about a rule
        return Rails(z3.And(known, so), z3.And(known, z3.Not(so)))

    def _so(self, leaf: Leaf) -> Formula:
        match leaf:
            case IsYes(fact):
                return self._facts[fact].yes
            case IsOption(fact, option):
                return (self._facts[fact].options or {}).get(option, z3.BoolVal(False))
            case AtLeast(fact):
                return self._facts[fact].number >= limit(self._pack, leaf, self._on)
        raise TypeError(f"not about a fact: {leaf!r}")

    # From the solver's answer to values.

    def _pinned(self, model: Formula, fact: str) -> Formula:
        """Every leaf about the fact has the answer it has here."""
        rails = [self._leaf(leaf) for leaf in self._about[fact]]
        sides = [side for leaf in rails for side in (leaf.yes, leaf.no)]
        return z3.And(*(side == _true(model, side) for side in sides))

    def _value(self, model: Formula, fact: str) -> Value:
        unknowns = self._facts[fact]
        if not _true(model, unknowns.known):
            return NOT_KNOWN
        if unknowns.options is not None:
            return next(id for id, option in unknowns.options.items() if _true(model, option))
        if unknowns.number is not None:
            number = model.eval(unknowns.number, model_completion=True).as_long()
            return self._plainest(fact, number)
        return YES if _true(model, unknowns.yes) else NO

    def _plainest(self, fact: str, number: int) -> int:
        """The number next to a limit that is above and below the same limits as this one."""
        about = [leaf for leaf in self._about[fact] if isinstance(leaf, AtLeast)]
        limits = [limit(self._pack, leaf, self._on) for leaf in about]
        reached = [it for it in limits if it <= number]
        return max(reached) if reached else min(limits) - 1


def _unknowns(fact: Fact, on: date) -> tuple[Unknowns, list[Formula]]:
    """What a fact is made of, and what always holds of it."""
    name = one_and_the_same(fact)
    if always_known(fact):
        return Unknowns(z3.BoolVal(True), yes=z3.Bool(f"{name}: yes")), []
    if fact.kind is Kind.CHOICE:
        settled = [option.id for option in fact.options if option.id not in fact.unsettled]
        options = {option: z3.Bool(f"{name}: is {option}") for option in settled}
        return Unknowns(z3.Or(*options.values()), options=options), _at_most_one(options.values())
    known = z3.Bool(f"{name}: known")
    if fact.kind is Kind.NUMBER:
        number = z3.Int(f"{name}: number")
        return Unknowns(known, number=number), [number >= 0, number <= highest(fact, on)]
    return Unknowns(known, yes=z3.Bool(f"{name}: yes")), []


def _at_most_one(formulas: Iterable[Formula]) -> list[Formula]:
    several = tuple(formulas)
    return [z3.AtMost(*several, 1)] if several else []


def _true(model: Formula, formula: Formula) -> bool:
    return bool(z3.is_true(model.eval(formula, model_completion=True)))
