"""The rules section by section, each with everything there is to know about it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from protocol.connections import Connections
from protocol.examples import Examples, examples
from protocol.pack import SECTIONS
from rules.calendar import london
from rules.conditions import InForce, Leaf, in_words
from rules.facts import Fact
from rules.numbers import DatedNumber, in_force
from rules.pack import Pack, PackRule, Reading, say
from rules.rule import Force, RuleKind, rules_in

KINDS = {
    RuleKind.DUTY: "Duty",
    RuleKind.DEFINITION: "Definition",
    RuleKind.GATE: "Gate",
    RuleKind.GAP: "The protocol is silent",
    RuleKind.PRINCIPLE: "Principle",
}


@dataclass(frozen=True)
class Section:
    """A section of the document. ``number`` is empty for what stands beside it."""

    id: str
    number: str
    title: str
    rules: tuple[PackRule, ...]

    @property
    def name(self) -> str:
        return f"Section {self.number}: {self.title}" if self.number else self.title


@dataclass(frozen=True)
class Entry:
    """One rule. What it follows from and leads to are ids of other rules."""

    rule: PackRule
    heading: str
    in_short: str
    act: str
    when: str
    due: str
    counted_from: str
    in_force: str
    readings: tuple[Reading, ...]
    asks: tuple[Fact, ...]
    worked_out: tuple[tuple[Fact, Fact | None], ...]
    numbers: tuple[DatedNumber, ...]
    follows_from: tuple[str, ...]
    leads_to: tuple[str, ...]
    held_back_by: tuple[str, ...]
    holds_back: tuple[str, ...]
    examples: Examples | None


def sections(pack: Pack) -> tuple[Section, ...]:
    """In the order of the document, what stands beside it among them."""
    return tuple(
        Section(
            id=name.replace("_", "-"),
            number=numbered[1].replace("_", ".") if numbered else "",
            title=module.title,
            rules=tuple(pack.rule[rule.id] for rule in rules_in(module)),
        )
        for module in SECTIONS
        for name in (module.__name__.rpartition(".")[2],)
        for numbered in (re.match(r"s(\d+(?:_\d+)*)_", name),)
    )


def entries(
    pack: Pack, section: Section, connections: Connections, now: datetime
) -> Iterator[Entry]:
    """The section's rules in their order. Numbers are those in force on the day."""
    on = london(now).date()
    words = say(pack, on)
    for rule in section.rules:
        facts = [pack.fact[fact] for fact in connections.asks[rule.id]]
        yield Entry(
            rule=rule,
            heading=heading(pack, rule),
            in_short=in_short(pack, rule),
            act=pack.act[rule.act].says if rule.act else "",
            when=in_words(pack.conditions[rule.id], words) if rule.id in pack.conditions else "",
            due=pack.due_words(rule, now, now) if rule.due else "",
            counted_from=_counted_from(pack, rule),
            in_force=_in_force(rule, on, words),
            readings=tuple(pack.reading[reading] for reading in rule.readings),
            asks=tuple(fact for fact in facts if fact.question),
            worked_out=tuple((fact, pack.fact.get(fact.of)) for fact in facts if not fact.question),
            numbers=_numbers(pack, connections.numbers[rule.id], on),
            follows_from=connections.follows_from[rule.id],
            leads_to=connections.leads_to[rule.id],
            held_back_by=connections.held_back_by[rule.id],
            holds_back=connections.holds_back[rule.id],
            examples=examples().get(rule.id),
        )


def heading(pack: Pack, rule: PackRule) -> str:
    """What kind of rule it is, or for a duty who must do it."""
    owner = pack.owners.get(rule.owner, "")
    if rule.kind is RuleKind.DUTY:
        return f"{owner} {rule.force.value}"
    kind = KINDS[rule.kind]
    if rule.kind is RuleKind.DEFINITION:
        return f"{kind} of “{pack.fact[rule.concludes].says}”"
    force = f"{owner} {rule.force.value}".strip() if owner else rule.force.value
    return f"{kind} ({force})"


def in_short(pack: Pack, rule: PackRule) -> str:
    """The rule in a few words: its act, or the fact it concludes. What a gate holds back is never
    said as if it were to be done."""
    if rule.act:
        held_back = rule.kind is RuleKind.GATE or rule.force is Force.MUST_NOT
        return f"{'held back: ' if held_back else ''}{pack.act[rule.act].says}"
    return pack.fact[rule.concludes].says if rule.concludes else rule.words


def _counted_from(pack: Pack, rule: PackRule) -> str:
    """The moment a time limit runs from, where it is not that of the whole protocol."""
    start = pack.clock_starts(rule) if rule.due else ""
    return pack.fact[start].says if start and start != pack.deadline_starts else ""


def _in_force(rule: PackRule, on: date, words: Callable[[Leaf, bool], str]) -> str:
    if not (rule.in_force_from or rule.in_force_to):
        return ""
    so = (rule.in_force_from or on) <= on <= (rule.in_force_to or on)
    return words(InForce(rule.in_force_from, rule.in_force_to), so)


def _numbers(pack: Pack, names: tuple[str, ...], on: date) -> tuple[DatedNumber, ...]:
    return tuple(in_force(pack.numbers, name, on) for name in names)
