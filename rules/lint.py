"""What is wrong with a set of rules taken together: gaps, contradictions, rules that can never
apply, and facts that nobody is asked.

Every combination of facts is considered, not known among their values. Facts are taken to be
independent of each other, but for what the pack declares impossible. The rules and the numbers
are those of one day; a rule that is not in force on it is not expected to apply.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from rules.combinations import Finder, Question, Walk, asked_about, behind, combination
from rules.conditions import Applies, from_json, in_words, leaves
from rules.facts import Fact, Value
from rules.pack import Act, Pack, PackRule, leaf_fact, say
from rules.rule import Force, RuleKind
from rules.three_valued import Space
from rules.wiring import wire

GAP = "gap"
CONTRADICTION = "contradiction"
UNREACHABLE = "unreachable"
ALWAYS = "always"
UNCITED = "uncited"
UNASKED = "unasked"
UNUSED = "unused"
DEFINED_TWICE = "defined twice"

ASKING = (Force.MUST, Force.SHOULD)


@dataclass(frozen=True)
class Fault:
    """Something wrong, in words. ``facts`` show it: with these known and nothing else, it is so."""

    kind: str
    rules: tuple[str, ...]
    words: str
    facts: Mapping[str, Value] | None = None


def lint(pack: Pack, on: date) -> tuple[Fault, ...]:
    """Everything that is wrong with a pack on a day. The pack must be one that can be run."""
    return (*_written_wrong(pack), *_mean_wrong(pack, on, Space(pack, on)))


def exhaustive(pack: Pack, on: date) -> tuple[Fault, ...]:
    """Gaps, contradictions and unreachable rules, found by trying every combination.

    Takes as long as there are combinations: for packs that ask about ten facts at most.
    """
    return tuple(_mean_wrong(pack, on, Walk(pack, on)))


def report(faults: tuple[Fault, ...]) -> str:
    """The faults as a text to read, those of a kind together."""
    if not faults:
        return "No faults found."
    kinds = dict.fromkeys(fault.kind for fault in faults)
    return "\n\n".join(
        "\n".join(
            [kind.capitalize(), *(f"  {fault.words}" for fault in faults if fault.kind == kind)]
        )
        for kind in kinds
    )


def _mean_wrong(pack: Pack, on: date, finder: Finder) -> Iterator[Fault]:
    yield from _gaps(pack, on, finder)
    yield from _contradictions(pack, on, finder)
    yield from _unreachable(pack, on, finder)


def _gaps(pack: Pack, on: date, finder: Finder) -> Iterator[Fault]:
    wiring = wire(pack)
    for cover in pack.covers:
        condition = (from_json(cover.condition),) if cover.condition else ()
        none_of_them = tuple(Applies(rule) for rule in cover.rules)
        asked = frozenset[str]().union(*(behind(wiring, rule) for rule in cover.rules))
        known = tuple(fact.id for fact in pack.facts if fact.id in asked)
        found = finder.find(Question(known, condition, none_of_them))
        if found:
            words = f"No rule covers this: {combination(pack, found)}. It was to be covered by "
            words += f"{_listed(cover.rules)}: {cover.says}."
            yield Fault(GAP, cover.rules, words, found.facts)


def _contradictions(pack: Pack, on: date, finder: Finder) -> Iterator[Fault]:
    for asks, forbids in product(_with_force(pack, *ASKING), _with_force(pack, Force.MUST_NOT)):
        if forbids.act not in pack.done_by(asks.act):
            continue
        found = finder.find(Question(so=(Applies(asks.id), Applies(forbids.id))))
        if found:
            words = f"{_demand(pack, asks)}, but {_demand(pack, forbids)}"
            if asks.act != forbids.act:
                words += ", which is part of it"
            words += f". Both apply when {combination(pack, found)}."
            yield Fault(CONTRADICTION, (asks.id, forbids.id), words, found.facts)


def _with_force(pack: Pack, *forces: Force) -> Iterator[PackRule]:
    """The duties, gates and gaps of these forces."""
    for rule in pack.rules:
        if rule.force in forces and rule.act and rule.condition is not None:
            yield rule


def _demand(pack: Pack, rule: PackRule) -> str:
    act = pack.act.get(rule.act, Act(rule.act, rule.act))
    return f"{rule.id} says {rule.force.value} {act.says}"


def _unreachable(pack: Pack, on: date, finder: Finder) -> Iterator[Fault]:
    for rule in pack.rules:
        if rule.condition is None or not _in_force(rule, on):
            continue
        applies = Applies(rule.id)
        asks = f"It asks that {in_words(pack.conditions[rule.id], say(pack, on))}."
        if not finder.exists(Question(so=(applies,))):
            words = f"{rule.id} can never apply, whatever is known. {asks}"
            yield Fault(UNREACHABLE, (rule.id,), words)
        elif rule.kind is RuleKind.DUTY and not finder.exists(Question(not_so=(applies,))):
            words = f"{rule.id} always applies, whatever is known. {asks}"
            yield Fault(ALWAYS, (rule.id,), words)


def _in_force(rule: PackRule, on: date) -> bool:
    """Also so for a period that ends before it begins: such a rule is never in force."""
    first, last = rule.in_force_from or date.min, rule.in_force_to or date.max
    return first <= on <= last or last < first


def _listed(ids: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(ids[:-1]), ids[-1])))


# What can be seen without trying anything.


def _written_wrong(pack: Pack) -> Iterator[Fault]:
    yield from _uncited(pack)
    yield from _defined_twice(pack)
    yield from _unasked(pack)
    yield from _unused(pack)


def _uncited(pack: Pack) -> Iterator[Fault]:
    for rule in pack.rules:
        if not rule.source.document.strip() or not rule.source.place.strip():
            yield Fault(UNCITED, (rule.id,), f"{rule.id} does not say where it comes from.")


def _defined_twice(pack: Pack) -> Iterator[Fault]:
    for fact in dict.fromkeys(rule.concludes for rule in pack.rules if rule.concludes):
        ids = tuple(rule.id for rule in pack.rules if rule.concludes == fact)
        if len(ids) > 1:
            yield Fault(DEFINED_TWICE, ids, f"{' and '.join(ids)} each say when {fact} is so.")


def _unasked(pack: Pack) -> Iterator[Fault]:
    """Facts that rules rest on and that can never be known."""
    wiring = wire(pack)
    rests_on = {rule: behind(wiring, rule) for rule in pack.conditions}
    for fact in asked_about(pack):
        rules = tuple(rule for rule, facts in rests_on.items() if fact in facts)
        source = _source(pack, pack.fact[fact])
        if rules and not source.question and not source.operator:
            words = f"Nobody is asked about {source.says} ({source.id}). {_rest(rules)} on it."
            yield Fault(UNASKED, rules, words)


def _source(pack: Pack, fact: Fact) -> Fact:
    """The fact that one with an operator is worked out from; otherwise the fact itself."""
    return pack.fact[fact.of] if fact.operator and fact.of else fact


def _rest(rules: tuple[str, ...]) -> str:
    return f"{' and '.join(rules)} {'rests' if len(rules) == 1 else 'rest'}"


def _unused(pack: Pack) -> Iterator[Fault]:
    """Facts that nothing uses: asked in vain, or neither asked nor used."""
    conditions = [*pack.conditions.values(), *(from_json(it.condition) for it in pack.impossible)]
    used = {leaf_fact(leaf) for condition in conditions for leaf in leaves(condition)}
    used |= {fact.of for fact in pack.facts if fact.operator} | {pack.deadline_starts}
    used |= {deadline.starts for deadline in pack.deadlines}
    for fact in pack.facts:
        if fact.id in used or fact.operator or fact.id in pack.defined_by:
            continue
        asked = f"People are asked “{fact.question}”" if fact.question else "Nobody is asked"
        yield Fault(UNUSED, (), f"{asked}, and nothing uses {fact.says} ({fact.id}).")
