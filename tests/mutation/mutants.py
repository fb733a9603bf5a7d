"""Every small mistake that could be made in a rule, one at a time.

A mutant is the pack with one such mistake. Examples that are worth anything tell it from the
pack as it should be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.conditions import (
    LEAVES,
    NOT_COMMENCED,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    InForce,
    Maybe,
    Not,
    Surely,
    to_json,
)
from rules.pack import Pack
from rules.proofs import in_force_since
from rules.rule import Force, RuleKind

ONE_DAY = timedelta(days=1)

NEGATED = "a part turned round"
DROPPED = "a part left out"
JOINED = "“and” for “or”, or “or” for “and”"
MODAL = "“surely” for “maybe”, or “maybe” for “surely”"
PLAIN = "“surely” or “maybe” left out"
LIMIT = "a limit one off"
DAY = "in force one day longer or shorter"
FORCE = "another force"
NUMBER = "a dated number one off"
UNIT = "a time limit in another unit"

ANOTHER_UNIT = {
    "at once": "same day",
    "same day": "at once",
    "same day or hand-over": "same day",
    "next hand-over": "same day",
    "closing time": "same day",
    "working days": "days",
    "days": "working days",
    "months": "days",
    "days before": "days",
    "before the birthday": "same day",
    "hours": "working days",
    "none": "same day",
}
"""Unit of a time limit → the one it is most easily taken for."""

FORCES = (Force.MUST, Force.SHOULD, Force.MAY, Force.MUST_NOT)


@dataclass(frozen=True)
class ConditionMutant:
    """A rule with another condition. ``place`` is the way down to what was changed: the second
    part of the first part is 0.1."""

    rule: str
    place: str
    kind: str
    change: str
    condition: Condition

    @property
    def id(self) -> str:
        return f"{self.rule} {self.place} {self.change}"


@dataclass(frozen=True)
class PackMutant:
    """A pack with something else changed. ``about`` is a rule, a time limit or a number."""

    about: str
    kind: str
    change: str
    pack: Pack

    @property
    def id(self) -> str:
        return f"{self.about} {self.change}"


Changes = Iterator[tuple[str, str, str, Condition]]
"""Place, kind, change, and the whole condition as it is then."""


def condition_mutants(pack: Pack, on: date) -> Iterator[ConditionMutant]:
    """Every other condition that a rule could have by one mistake, each once.

    Limits that are dated numbers are one off the number in force on the day.
    """
    for rule, condition in pack.conditions.items():
        seen = {str(to_json(condition))}
        for place, kind, change, mutated in _changes(pack, on, condition):
            text = str(to_json(mutated))
            if text not in seen:
                seen.add(text)
                yield ConditionMutant(rule, place or "whole", kind, change, mutated)


def _changes(pack: Pack, on: date, condition: Condition, place: str = "") -> Changes:
    for kind, change, mutated in _changes_here(pack, on, condition):
        yield place, kind, change, mutated
    for at, part in enumerate(_parts(condition)):
        below = f"{place}.{at}" if place else str(at)
        if isinstance(condition, AllOf | AnyOf):
            left = condition.parts[:at] + condition.parts[at + 1 :]
            yield below, DROPPED, "left out", left[0] if len(left) == 1 else _with(condition, left)
        for where, kind, change, mutated in _changes(pack, on, part, below):
            parts = _parts(condition)
            whole = _with(condition, (*parts[:at], mutated, *parts[at + 1 :]))
            yield where, kind, change, whole


def _changes_here(pack: Pack, on: date, c: Condition) -> Iterator[tuple[str, str, Condition]]:
    match c:
        case Not(part):
            yield NEGATED, "no longer denied", part
        case AllOf(parts):
            yield JOINED, "any", AnyOf(parts)
        case AnyOf(parts):
            yield JOINED, "all", AllOf(parts)
        case Surely(part):
            yield MODAL, "maybe", Maybe(part)
            yield PLAIN, "without surely", part
        case Maybe(part):
            yield MODAL, "surely", Surely(part)
            yield PLAIN, "without maybe", part
        case AtLeast(fact, limit):
            number = limit if isinstance(limit, int) else pack.number(limit, on)
            yield LIMIT, "one more", AtLeast(fact, number + 1)
            yield LIMIT, "one less", AtLeast(fact, number - 1)
        case InForce(first, last):
            if first and first != NOT_COMMENCED:
                yield DAY, "begins a day later", InForce(first + ONE_DAY, last)
                yield DAY, "begins a day earlier", InForce(first - ONE_DAY, last)
            if last:
                yield DAY, "ends a day later", InForce(first, last + ONE_DAY)
                yield DAY, "ends a day earlier", InForce(first, last - ONE_DAY)
    if not isinstance(c, Not):
        yield NEGATED, "denied", Not(c)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return parts
        case Not(part) | Surely(part) | Maybe(part):
            return (part,)
    assert isinstance(condition, LEAVES)
    return ()


def _with(condition: Condition, parts: tuple[Condition, ...]) -> Condition:
    match condition:
        case AllOf() | AnyOf():
            return type(condition)(parts)
        case Not():
            return ~parts[0]
        case Surely() | Maybe():
            return type(condition)(parts[0])
    raise TypeError(f"has no parts: {condition!r}")


def force_mutants(pack: Pack) -> Iterator[PackMutant]:
    """Every duty with each other force."""
    for rule in pack.rules:
        if rule.kind is RuleKind.DUTY:
            for force in FORCES:
                if force is not rule.force:
                    rules = tuple(
                        replace(one, force=force) if one is rule else one for one in pack.rules
                    )
                    yield PackMutant(rule.id, FORCE, force.value, replace(pack, rules=rules))


def unit_mutants(pack: Pack) -> Iterator[PackMutant]:
    """Every time limit that a rule has, in another unit."""
    used = {rule.due for rule in pack.rules}
    for deadline in pack.deadlines:
        if deadline.id in used:
            unit = ANOTHER_UNIT[deadline.unit]
            changed = tuple(
                replace(one, unit=unit) if one is deadline else one for one in pack.deadlines
            )
            yield PackMutant(deadline.id, UNIT, unit, replace(pack, deadlines=changed))


def number_mutants(pack: Pack) -> Iterator[PackMutant]:
    """Every dated number one more and one less. One that took over from another also a day later
    and a day earlier. Left alone is what no day knows that any advice can be given on."""
    first = in_force_since(pack)
    for name in sorted(pack.numbers):
        history = sorted(pack.numbers[name], key=lambda number: number.in_force_from)
        for at, number in enumerate(history):
            over = history[at + 1].in_force_from if at + 1 < len(history) else date.max
            if over <= first:
                continue
            changes = [
                ("one more", replace(number, value=number.value + 1)),
                ("one less", replace(number, value=number.value - 1)),
            ]
            if number.in_force_from > first:
                later, earlier = number.in_force_from + ONE_DAY, number.in_force_from - ONE_DAY
                changes += [
                    ("from a day later", replace(number, in_force_from=later)),
                    ("from a day earlier", replace(number, in_force_from=earlier)),
                ]
            for change, changed in changes:
                numbers = {**pack.numbers, name: (*history[:at], changed, *history[at + 1 :])}
                says = f"{change} ({number.in_force_from})"
                yield PackMutant(name, NUMBER, says, replace(pack, numbers=numbers))
