"""From rules written in Python to a pack, refusing any that could not be relied on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rules.as_read import AsRead, NotRead
from rules.calendar import BankHolidays, Deadline
from rules.conditions import (
    AllOf,
    Applies,
    AtLeast,
    Condition,
    InForce,
    IsOption,
    IsYes,
    Leaf,
    Situation,
    from_json,
    leaves,
    readings_asked,
    to_json,
)
from rules.facts import Fact, Kind
from rules.numbers import DatedNumber
from rules.operators import KINDS, OPERATORS
from rules.pack import Act, Cover, ImpossibleRule, Pack, PackError, PackRule, Reading
from rules.rule import ANYBODY, Body, Rule, RuleKind
from rules.wiring import conditions_beside, layers


def compile_pack(
    *,
    name: str,
    title: str,
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    acts: Sequence[Act],
    owners: Mapping[str, str],
    deadlines: Sequence[Deadline | AsRead[Deadline]],
    readings: Sequence[Reading],
    numbers: Mapping[str, Sequence[DatedNumber]],
    bank_holidays: BankHolidays,
    opens: str,
    closes: str,
    deadline_starts: str = "",
    impossible: Sequence[tuple[str, Body]] = (),
    covers: Sequence[tuple[str, tuple[str, ...], Body | None]] = (),
    scope: str = "",
    authority: Mapping[str, str] | None = None,
) -> Pack:
    """Build every rule's condition once and check the whole.

    ``scope`` names the concluded fact that duties, gates and gaps hang from unless they name
    their own. ``readings`` come with the option chosen of each. Raises PackError with the first
    thing that is wrong.
    """
    known = {fact.id: fact for fact in facts}
    chosen = {reading.id: reading.option for reading in readings}
    asked: list[tuple[str, AsRead[Any]]] = []

    def built(rule: Rule) -> PackRule:
        situation = Situation(known, chosen)
        try:
            return _pack_rule(rule, situation, scope)
        except NotRead as error:
            raise PackError(f"rule {rule.id} {error}") from error
        finally:
            asked.extend((rule.id, each) for each in readings_asked(situation))

    compiled = tuple(built(rule) for rule in rules)
    limits = tuple(_limit(each, chosen) for each in deadlines)
    for each, limit in zip(deadlines, limits, strict=True):
        if isinstance(each, AsRead):
            asked.extend((rule.id, each) for rule in rules if rule.due == limit.id)
    situation = Situation(known, chosen)
    pack = Pack(
        name=name,
        title=title,
        facts=tuple(facts),
        rules=compiled,
        acts=tuple(acts),
        owners=dict(owners),
        deadlines=limits,
        readings=tuple(_with_options(reading, asked) for reading in readings),
        numbers={name: tuple(history) for name, history in numbers.items()},
        bank_holidays=bank_holidays,
        opens=opens,
        closes=closes,
        deadline_starts=deadline_starts,
        impossible=tuple(
            ImpossibleRule(says, to_json(body(situation))) for says, body in impossible
        ),
        covers=tuple(
            Cover(says, ids, to_json(body(situation)) if body else None)
            for says, ids, body in covers
        ),
        authority=authority,
    )
    for problem in problems(pack):
        raise PackError(problem)
    layers(pack)  # raises when definitions go round in a circle
    return pack


def _limit(deadline: Deadline | AsRead[Deadline], chosen: Mapping[str, str]) -> Deadline:
    """The time limit under the options chosen. Under each it has the same id."""
    if isinstance(deadline, Deadline):
        return deadline
    ids = sorted({limit.id for limit in deadline.options.values()})
    if len(ids) != 1:
        raise PackError(f"one time limit has several ids: {', '.join(ids)}")
    try:
        return deadline.under(chosen)
    except NotRead as error:
        raise PackError(f"time limit {ids[0]} {error}") from error


def _with_options(reading: Reading, asked: Iterable[tuple[str, AsRead[Any]]]) -> Reading:
    """The reading with what rules and time limits say of it. An option counts where all say it."""
    said = [(rule, each) for rule, each in asked if each.reading == reading.id]
    if not said:
        return reading
    named = [each.options for _, each in said]
    return replace(
        reading,
        options=tuple(id for id in named[0] if all(id in options for options in named)),
        changes=tuple(dict.fromkeys(rule for rule, _ in said)),
    )


def _pack_rule(rule: Rule, situation: Situation, scope: str) -> PackRule:
    scope = rule.scope or (scope if rule.kind is not RuleKind.DEFINITION else "")
    condition = None
    if rule.body is not None:
        parts: list[Condition] = []
        if rule.in_force_from or rule.in_force_to:
            parts.append(InForce(rule.in_force_from, rule.in_force_to))
        if scope and scope != ANYBODY:
            parts.append(getattr(situation, scope))
        body = rule.body(situation)
        if body not in parts:
            parts.append(body)
        condition = to_json(parts[0] if len(parts) == 1 else AllOf(tuple(parts)))
    return PackRule(
        id=rule.id,
        kind=rule.kind,
        force=rule.force,
        source=rule.source,
        words=rule.words,
        condition=condition,
        owner=rule.owner,
        act=rule.act,
        concludes=rule.concludes,
        due=rule.due,
        readings=rule.readings,
        in_force_from=rule.in_force_from,
        in_force_to=rule.in_force_to,
        shown=rule.shown,
    )


def problems(pack: Pack) -> Iterator[str]:
    """Everything that is wrong with a pack's parts, a sentence each."""
    for what, ids in (
        ("rule", [rule.id for rule in pack.rules]),
        ("fact", [id for fact in pack.facts for id in (fact.id, *fact.formerly)]),
        ("act", [act.id for act in pack.acts]),
        ("definition of the fact", [rule.concludes for rule in pack.rules if rule.concludes]),
    ):
        for id, times in Counter(ids).items():
            if times > 1:
                yield f"there is more than one {what} {id}"
    for fact in pack.facts:
        yield from _fact_problems(pack, fact)
    for rule in pack.rules:
        yield from (f"rule {rule.id}: {problem}" for problem in _rule_problems(pack, rule))
    for name in (pack.opens, pack.closes):
        if name not in pack.numbers:
            yield f"there is no number {name}"
    for deadline in pack.deadlines:
        starts = pack.fact.get(deadline.starts)
        if deadline.starts and (starts is None or starts.kind not in (Kind.DATE, Kind.MOMENT)):
            yield f"time limit {deadline.id} starts from {deadline.starts}, which is no time"
    for act in pack.acts:
        for included in act.includes:
            if included not in pack.act:
                yield f"act {act.id} includes {included}, which is not an act"
    for cover in pack.covers:
        for id in cover.rules:
            if id not in pack.conditions:
                yield f"cover {cover.says!r} names the rule {id}, which has no condition"
    for says, data in conditions_beside(pack):
        for leaf in leaves(from_json(data)):
            yield from (f"{says!r} {problem}" for problem in _leaf_problems(pack, leaf))


def _fact_problems(pack: Pack, fact: Fact) -> Iterator[str]:
    if fact.operator and fact.operator not in OPERATORS:
        yield f"fact {fact.id}: there is no operator {fact.operator}"
    if fact.of and fact.of not in pack.fact:
        yield f"fact {fact.id}: is worked out from {fact.of}, which is not a fact"
    if fact.kind is Kind.CHOICE and not fact.options:
        yield f"fact {fact.id}: is a choice without options"
    if fact.operator in KINDS:
        kind, of_kind = KINDS[fact.operator]
        if fact.kind is not kind:
            yield f"fact {fact.id}: {fact.operator} works out a {kind.value} fact"
        if of_kind and (fact.of not in pack.fact or pack.fact[fact.of].kind is not of_kind):
            yield f"fact {fact.id}: {fact.operator} needs a {of_kind.value} fact to work from"
    if fact.id in pack.defined_by and fact.kind is not Kind.YES_NO:
        yield f"fact {fact.id}: is concluded by a rule, and so must be a yes/no fact"
    if fact.operator and fact.id in pack.defined_by:
        yield f"fact {fact.id}: has an operator and a definition"


def _rule_problems(pack: Pack, rule: PackRule) -> Iterator[str]:
    if not rule.words:
        yield "has no words"
    if not rule.source.document or not rule.source.place:
        yield "cites no paragraph"
    if rule.kind is RuleKind.PRINCIPLE:
        if not rule.shown:
            yield "is a principle that is shown nowhere"
        return
    if rule.condition is None:
        yield "has no condition"
    if rule.kind is RuleKind.DEFINITION:
        if rule.concludes not in pack.fact:
            yield f"concludes {rule.concludes}, which is not a fact"
    elif rule.owner not in pack.owners:
        yield f"has the owner {rule.owner!r}, which is not one"
    elif rule.act not in pack.act:
        yield f"has the act {rule.act!r}, which is not one"
    if rule.due and rule.due not in {deadline.id for deadline in pack.deadlines}:
        yield f"has the time limit {rule.due}, which is not one"
    for reading in rule.readings:
        if reading not in pack.reading:
            yield f"rests on reading {reading}, which is not one"
    for leaf in leaves(pack.conditions[rule.id]):
        yield from _leaf_problems(pack, leaf)


def _leaf_problems(pack: Pack, leaf: Leaf) -> Iterator[str]:
    match leaf:
        case InForce():
            return
        case Applies(id):
            if id not in pack.rule or pack.rule[id].condition is None:
                yield f"asks whether {id} applies, which has no condition"
            return
        case IsYes(id):
            wanted = Kind.YES_NO
        case IsOption(id):
            wanted = Kind.CHOICE
        case AtLeast(id):
            wanted = Kind.NUMBER
    fact = pack.fact.get(id)
    if fact is None:
        yield f"asks about {id}, which is not a fact"
    elif fact.kind is not wanted:
        yield f"asks about {id} as if it were a {wanted.value} fact"
    elif isinstance(leaf, IsOption) and leaf.option not in {o.id for o in fact.options}:
        yield f"asks about the option {leaf.option} of {id}, which has none such"
    elif (
        isinstance(leaf, AtLeast) and isinstance(leaf.limit, str) and leaf.limit not in pack.numbers
    ):
        yield f"asks about the number {leaf.limit}, which there is none of"
