"""The rules section by section, each with everything there is to know about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from protocol.connections import Connections
from protocol.examples import Examples, examples
from protocol.pack import SECTIONS
from rules.calendar import london
from rules.conditions import in_words
from rules.facts import Fact
from rules.numbers import DatedNumber, in_force
from rules.pack import Pack, PackRule, Reading, say
from rules.rule import RuleKind, rules_in

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
    act: str
    when: str
    due: str
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
            act=pack.act[rule.act].says if rule.act else "",
            when=in_words(pack.conditions[rule.id], words) if rule.id in pack.conditions else "",
            due=pack.due_words(rule, now, now) if rule.due else "",
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


def _numbers(pack: Pack, names: tuple[str, ...], on: date) -> tuple[DatedNumber, ...]:
    return tuple(in_force(pack.numbers, name, on) for name in names)
