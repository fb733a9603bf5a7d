"""A pack: rules and everything they need, as one JSON text named by its SHA-256.

Advice names the pack it was given under. The text is archived when it is first used and
evaluated from there, so that advice given years ago can be worked out again to the letter.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config

from rules.answers import Answer
from rules.calendar import BankHolidays, Clockwork, Deadline, OfficeHours, due, london
from rules.conditions import (
    NOT_COMMENCED,
    AtLeast,
    Condition,
    InForce,
    IsOption,
    IsYes,
    Leaf,
    from_json,
)
from rules.facts import Fact, Value
from rules.numbers import DatedNumber, in_force
from rules.rule import Force, RuleKind, Source

LANGUAGE = 1


class PackError(ValueError):
    """A pack that cannot be relied on. The message says which rule or fact, and why."""


@dataclass(frozen=True)
class Act:
    """Something that can be done. Doing it does everything it ``includes`` as well."""

    id: str
    says: str
    includes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """How an open point of the document is read. Ours until the council has confirmed it.

    ``option`` names the way it is read. ``options`` are those rules have been written for, and
    ``changes`` the rules that differ between them; both are empty where no rule does.
    """

    id: str
    says: str
    option: str = ""
    options: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def hash(self) -> str:
        """Names what is read how, and nothing else: other words are another reading."""
        read = json.dumps([self.id, self.option, self.says], ensure_ascii=False)
        return hashlib.sha256(read.encode()).hexdigest()


@dataclass(frozen=True)
class PackRule:
    """A rule as the pack holds it: like ``rules.rule.Rule``, its condition as data."""

    id: str
    kind: RuleKind
    force: Force
    source: Source
    words: str
    condition: Any = None
    owner: str = ""
    act: str = ""
    concludes: str = ""
    due: str = ""
    readings: tuple[str, ...] = ()
    in_force_from: date | None = None
    in_force_to: date | None = None
    shown: str = ""


@dataclass(frozen=True)
class ImpossibleRule:
    """A combination of facts that cannot be."""

    says: str
    condition: Any


@dataclass(frozen=True)
class Cover:
    """Rules of which one must apply whenever the condition holds and everything is known."""

    says: str
    rules: tuple[str, ...]
    condition: Any = None


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True)
class Pack:
    """The document. ``deadline_starts`` names the moment fact that clocks start from."""

    name: str
    title: str
    facts: tuple[Fact, ...]
    rules: tuple[PackRule, ...]
    acts: tuple[Act, ...]
    owners: Mapping[str, str]
    deadlines: tuple[Deadline, ...]
    readings: tuple[Reading, ...]
    numbers: Mapping[str, tuple[DatedNumber, ...]]
    bank_holidays: BankHolidays
    opens: str
    closes: str
    deadline_starts: str = ""
    impossible: tuple[ImpossibleRule, ...] = ()
    covers: tuple[Cover, ...] = ()
    authority: Mapping[str, str] | None = None
    language: int = LANGUAGE

    @cached_property
    def text(self) -> str:
        """Canonical JSON: the same pack is always the same text. Read back, it keeps its own."""
        data = _ADAPTER.dump_python(self, mode="json")
        return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @cached_property
    def hash(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def fact(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def rule(self) -> dict[str, PackRule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def reading(self) -> dict[str, Reading]:
        return {reading.id: reading for reading in self.readings}

    @cached_property
    def act(self) -> dict[str, Act]:
        return {act.id: act for act in self.acts}

    def done_by(self, *acts: str) -> frozenset[str]:
        """The acts, and everything that doing them does as well."""
        done: set[str] = set()
        to_do = list(acts)
        while to_do:
            doing = to_do.pop()
            if doing not in done:
                done.add(doing)
                to_do += self.act[doing].includes if doing in self.act else ()
        return frozenset(done)

    @cached_property
    def defined_by(self) -> dict[str, str]:
        """Concluded fact → the id of the one rule that concludes it."""
        return {rule.concludes: rule.id for rule in self.rules if rule.concludes}

    @cached_property
    def conditions(self) -> dict[str, Condition]:
        """Rule id → its condition, for every rule that has one."""
        return {r.id: from_json(r.condition) for r in self.rules if r.condition is not None}

    def hours(self, on: date) -> OfficeHours:
        return OfficeHours(self.number(self.opens, on), self.number(self.closes, on))

    def number(self, name: str, on: date) -> int:
        return in_force(self.numbers, name, on).value

    def clock_starts(self, rule: PackRule) -> str:
        """The fact that the rule's time limit is counted from."""
        own = self._deadline[rule.due].starts if rule.due else ""
        return own or self.deadline_starts

    def due(self, rule: PackRule, start: datetime | None) -> datetime | None:
        """When the rule's time limit runs out. The numbers are those in force at the start.

        Nothing where there is no limit, or where it is not known when it started.
        """
        return self.runs_out(rule.due, start) if rule.due and start else None

    def runs_out(self, limit: str, start: datetime) -> datetime | None:
        """When a time limit named by its id runs out, as ``due`` has it for a rule's."""
        clockwork = Clockwork(
            self.bank_holidays,
            lambda: self.hours(london(start).date()),
            self._counted(limit, start),
        )
        return due(self._deadline[limit], start, clockwork)

    def limit_words(self, limit: str, start: datetime) -> str:
        """A time limit named by its id in words, with the number in force at the start."""
        return self._deadline[limit].words.format(number=self._counted(limit, start))

    def due_words(self, rule: PackRule, start: datetime | None, on: datetime) -> str:
        """The time limit in words. The numbers are those in force at the start, or now."""
        if not rule.due:
            return "No deadline in the protocol"
        words = self.limit_words(rule.due, start or on)
        if start is None:
            words += f". It is not known from when: {self.fact[self.clock_starts(rule)].says}"
        return words

    def _counted(self, limit: str, start: datetime) -> int:
        name = self._deadline[limit].number
        return self.number(name, london(start).date()) if name else 0

    def due_short(self, rule: PackRule) -> str:
        """The event a limit ends with, where it is rather that than a time."""
        return self._deadline[rule.due].short if rule.due else ""

    def unit(self, rule: PackRule) -> str:
        """What the rule's time limit is counted in: one of ``rules.calendar.UNITS``."""
        return self._deadline[rule.due].unit if rule.due else "none"

    @cached_property
    def _deadline(self) -> dict[str, Deadline]:
        return {deadline.id: deadline for deadline in self.deadlines}


_ADAPTER = TypeAdapter(Pack)


def read_pack(text: str) -> Pack:
    """The pack a text holds. Raises PackError for a language or a text we cannot run."""
    try:
        language = json.loads(text).get("language")
        if language != LANGUAGE:
            raise PackError(f"the pack is in language {language}, not {LANGUAGE}")
        pack = _ADAPTER.validate_json(text)
    except (ValueError, AttributeError, RecursionError) as error:
        raise error if isinstance(error, PackError) else PackError(str(error)) from error
    # A pack archived before something was added to packs would be written anew with it, and so
    # under another name.
    vars(pack)["text"] = text
    return pack


def leaf_fact(leaf: Leaf) -> str:
    """The fact a leaf is about; nothing for a leaf about a rule or a date."""
    return leaf.fact if isinstance(leaf, IsYes | IsOption | AtLeast) else ""


def say(pack: Pack, on: date) -> Callable[[Leaf, bool], str]:
    """Puts a leaf of this pack's conditions into words, or its opposite.

    A dated number is said as it stood on the day.
    """

    def words(leaf: Leaf, so: bool) -> str:
        match leaf:
            case IsYes(fact):
                known = pack.fact[fact]
                return known.says if so else known.says_not or f"it is not so that {known.says}"
            case IsOption(fact, option):
                says = next(o.says for o in pack.fact[fact].options if o.id == option)
                return says if so else f"it is not so that {says}"
            case AtLeast(fact, limit):
                number = limit if isinstance(limit, int) else pack.number(limit, on)
                amount = f"{number} or more" if so else f"less than {number}"
                return f"{pack.fact[fact].says} is {amount}"
            case InForce(first) if first == NOT_COMMENCED:
                return f"this law has {'' if so else 'not yet '}been brought into force"
            case InForce(first, last):
                span = " ".join(
                    part for part in (first and f"from {first}", last and f"until {last}") if part
                )
                return f"this is {'' if so else 'not '}in force ({span})"
        return f"rule {leaf.rule} {'applies' if so else 'does not apply'}"

    return words


def say_value(pack: Pack, fact: str, value: Value) -> str:
    """A fact and its value as a sentence without its full stop."""
    known = pack.fact[fact]
    if isinstance(value, Answer):
        if value is Answer.YES:
            return known.says
        if value is Answer.NO:
            return known.says_not or f"it is not so that {known.says}"
        return f"it is not known {known.unknown}"
    if known.options:
        return next(option.says for option in known.options if option.id == value)
    return f"{known.says} is {value}"
