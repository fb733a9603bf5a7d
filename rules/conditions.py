"""Expressions over facts, as data and as English.

A rule's body builds one of these once, when the pack is compiled:

    (yp.needs_accommodation | yp.at_imminent_risk) & ~yp.age.at_least(18)

Two modal words answer only yes or no. ``surely(x)`` is yes when x is known to be so.
``maybe(x)`` is no when x is known not to be so. Gates and protective duties use them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.as_read import AsRead

NOT_COMMENCED = date.max
"""The first day of a law that nobody has brought into force yet. No day is late enough for it."""


class Condition:
    """Combined with ``&``, ``|`` and ``~``; never with ``and``, ``or`` and ``not``."""

    def __and__(self, other: Condition) -> Condition:
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Condition:
        return self.part if isinstance(self, Not) else Not(self)

    def __bool__(self) -> bool:
        raise TypeError("Write `&`, `|` and `~`: `and`, `or` and `not` would drop half of a rule.")


@dataclass(frozen=True)
class IsYes(Condition):
    """A yes/no fact, asked or concluded."""

    fact: str

    def is_(self, option: str) -> Condition:
        """The choice fact has this option."""
        return IsOption(self.fact, option)

    def at_least(self, limit: int | str) -> Condition:
        """The number fact is this much or more. A name is a dated number, looked up at ``on``."""
        return AtLeast(self.fact, limit)


@dataclass(frozen=True)
class IsOption(Condition):
    fact: str
    option: str


@dataclass(frozen=True)
class AtLeast(Condition):
    fact: str
    limit: int | str


@dataclass(frozen=True)
class InForce(Condition):
    """Yes from the first day to the last, both included. A missing end is open."""

    first: date | None
    last: date | None

    def covers(self, day: date) -> bool:
        if self.first == NOT_COMMENCED:
            return False
        return (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True)
class Applies(Condition):
    """Whether another rule applies, used as a fact."""

    rule: str


@dataclass(frozen=True)
class AllOf(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not(Condition):
    part: Condition


@dataclass(frozen=True)
class Surely(Condition):
    part: Condition


@dataclass(frozen=True)
class Maybe(Condition):
    part: Condition


Leaf = IsYes | IsOption | AtLeast | InForce | Applies
LEAVES = (IsYes, IsOption, AtLeast, InForce, Applies)


def surely(condition: Condition) -> Condition:
    """Yes when it is known to be so, otherwise no."""
    return Surely(condition)


def maybe(condition: Condition) -> Condition:
    """No when it is known not to be so, otherwise yes."""
    return Maybe(condition)


def known(condition: Condition) -> Condition:
    """Yes when it is known either way, otherwise no."""
    return surely(condition) | surely(~condition)


def applies(rule: str) -> Condition:
    """Whether another rule applies."""
    return Applies(rule)


def _parts(condition: Condition, kind: type[AllOf] | type[AnyOf]) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Every leaf, in reading order, as often as it stands there."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not | Surely | Maybe):
        yield from leaves(condition.part)
    elif isinstance(condition, LEAVES):
        yield condition
    else:
        raise TypeError(f"not a condition: {condition!r}")


# As data.


def to_json(condition: Condition) -> list[Any]:
    """Nested lists that start with the name of what they are, such as ``["fact", "age"]``."""
    match condition:
        case IsYes(fact):
            return ["fact", fact]
        case IsOption(fact, option):
            return ["is", fact, option]
        case AtLeast(fact, limit):
            return ["at_least", fact, limit]
        case InForce(first, last):
            return ["in_force", first and first.isoformat(), last and last.isoformat()]
        case Applies(rule):
            return ["applies", rule]
        case AllOf(parts):
            return ["all", *map(to_json, parts)]
        case AnyOf(parts):
            return ["any", *map(to_json, parts)]
        case Not(part):
            return ["not", to_json(part)]
        case Surely(part):
            return ["surely", to_json(part)]
        case Maybe(part):
            return ["maybe", to_json(part)]
    raise TypeError(f"not a condition: {condition!r}")


def from_json(data: Any) -> Condition:
    """The inverse of ``to_json``. Raises ValueError for anything else."""
    match data:
        case ["fact", str(fact)]:
            return IsYes(fact)
        case ["is", str(fact), str(option)]:
            return IsOption(fact, option)
        case ["at_least", str(fact), int() | str() as limit]:
            return AtLeast(fact, limit)
        case ["in_force", first, last]:
            return InForce(_day(first), _day(last))
        case ["applies", str(rule)]:
            return Applies(rule)
        case ["all", _, *_]:
            return AllOf(tuple(map(from_json, data[1:])))
        case ["any", _, *_]:
            return AnyOf(tuple(map(from_json, data[1:])))
        case ["not", part]:
            return Not(from_json(part))
        case ["surely", part]:
            return Surely(from_json(part))
        case ["maybe", part]:
            return Maybe(from_json(part))
    raise ValueError(f"not a condition: {data!r:.80}")


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


# As English.


def in_words(condition: Condition, say: Callable[[Leaf, bool], str]) -> str:
    """The condition as a sentence without its full stop.

    ``say(leaf, True)`` puts a leaf into words, ``say(leaf, False)`` its opposite.
    """
    return _words(condition, True, say, top=True)


def _words(c: Condition, so: bool, say: Callable[[Leaf, bool], str], top: bool = False) -> str:
    match c:
        case Not(part):
            return _words(part, not so, say, top)
        case Surely(part) if so:
            return f"it is known that {_words(part, True, say)}"
        case Surely(part):
            return f"it is not known that {_words(part, True, say)}"
        case Maybe(part) if so:
            return f"it is not ruled out that {_words(part, True, say)}"
        case Maybe(part):
            return f"it is ruled out that {_words(part, True, say)}"
        case AllOf(parts) | AnyOf(parts):
            joined_by = " and " if isinstance(c, AllOf) is so else " or "
            joined = joined_by.join(_words(part, so, say) for part in parts)
            return joined if top else f"({joined})"
    assert isinstance(c, LEAVES)
    return say(c, so)


class Situation:
    """What a rule's body asks about: one attribute for each fact of the catalogue.

    A misspelt fact is an error when the pack is compiled, not a rule that never applies.
    ``readings`` says which option of each reading was chosen.
    """

    def __init__(self, facts: Mapping[str, Any], readings: Mapping[str, str] | None = None) -> None:
        self._facts = facts
        self._readings = readings or {}
        self._asked: list[AsRead[Condition]] = []

    def as_read(self, reading: str, **options: Condition) -> Condition:
        """The condition under the option chosen of a reading. Raises ``rules.as_read.NotRead``."""
        asked = AsRead(reading, options)
        self._asked.append(asked)
        return asked.under(self._readings)

    def __getattr__(self, fact: str) -> IsYes:
        if fact.startswith("_") or fact not in self._facts:
            raise AttributeError(f"the fact catalogue has no {fact!r}")
        return IsYes(fact)


def readings_asked(situation: Situation) -> tuple[AsRead[Condition], ...]:
    """What bodies have asked this situation about readings so far."""
    return tuple(situation._asked)
