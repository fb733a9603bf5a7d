"""Makes every mutant of the rules and tries each until something tells it from the rule."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rules.conditions import to_json
from rules.pack import Pack
from rules.proofs import Claim, alike, always_alike, holds, refutations
from tests.mutation.bench import Bench, Wrong
from tests.mutation.examples import SCENARIO, Example, examples, records_got_wrong
from tests.mutation.mutants import (
    ConditionMutant,
    condition_mutants,
    force_mutants,
    number_mutants,
    unit_mutants,
)
from tests.spec.claims import PROOFS
from tests.spec.force import put_wrongly
from tests.spec.procedures import days_got_wrong
from tests.spec.tables import USUAL_MOMENT

EXPLAINED = Path(__file__).with_name("explained.toml")

ITS_TABLE = "by its own table"
ANOTHER = "by another rule's table"
A_TABLE = "by a table"
A_SCENARIO = "by a scenario"
A_PROOF = "by a proof"
WORDS = "by the words of its paragraph"

AGES = ("p-adult", "p-under-16")
CLAIMS = sorted((proof.claim for proof in PROOFS), key=lambda claim: claim.id not in AGES)
"""Those about ages first: they notice when a rule is for others than it was."""


@dataclass(frozen=True)
class Outcome:
    """``noticed`` says where: the first example that tells the mutant from the rule, or the claim
    that fails with it; nothing if it survived. ``mutant`` is the condition that changed, if one
    did."""

    id: str
    kind: str
    noticed: str
    how: str = ""
    mutant: ConditionMutant | None = None


def outcomes(pack: Pack) -> tuple[Outcome, ...]:
    """Every mutant of a pack, tried on every example, and on every claim if need be."""
    given = list(examples(pack))
    conditions = list(condition_outcomes(pack, given))
    left = [outcome for outcome in conditions if not outcome.noticed]
    proved = {outcome.id: outcome for outcome in _proofs(pack, left)}
    return (
        *(proved.get(outcome.id, outcome) for outcome in conditions),
        *_numbers(pack, given),
        *_forces(pack),
    )


def condition_outcomes(pack: Pack, given: list[Example]) -> Iterator[Outcome]:
    """Every other condition a rule could have, tried on examples alone."""
    mutants = list(condition_mutants(pack, USUAL_MOMENT.date()))
    bench = Bench(pack, given, mutants)
    for mutant in mutants:
        where = bench.killed(mutant)
        yield Outcome(mutant.id, mutant.kind, where, _how(mutant.rule, where), mutant)


def _how(rule: str, where: str) -> str:
    if where.startswith(SCENARIO):
        return A_SCENARIO
    return ITS_TABLE if where.startswith(f"{rule}, ") else ANOTHER


def _proofs(pack: Pack, left: list[Outcome]) -> Iterator[Outcome]:
    """Those that change a rule's meaning and with which a claim fails."""
    mutants = [outcome.mutant for outcome in left if outcome.mutant]
    same = always_alike(pack, [(pack.conditions[m.rule], m.condition) for m in mutants])
    for outcome, mutant, means_the_same in zip(left, mutants, same, strict=True):
        if not means_the_same:
            changed = with_mutant(pack, mutant)
            failed = next((claim.id for claim in CLAIMS if not holds(changed, claim)), "")
            yield replace(outcome, noticed=failed, how=A_PROOF)


def _numbers(pack: Pack, given: list[Example]) -> Iterator[Outcome]:
    bench = Bench(pack, given)
    for mutant in (*unit_mutants(pack), *number_mutants(pack)):
        where = bench.killed_by_numbers(mutant) or records_got_wrong(mutant.pack)
        where = where or days_got_wrong(mutant.pack) or _wrong(mutant.pack)
        how = A_SCENARIO if where.startswith(SCENARIO) else A_TABLE
        yield Outcome(mutant.id, mutant.kind, where, how)


def _forces(pack: Pack) -> Iterator[Outcome]:
    for mutant in force_mutants(pack):
        yield Outcome(mutant.id, mutant.kind, " ".join(put_wrongly(mutant.pack)), WORDS)


def survivors(found: Iterable[Outcome]) -> list[Outcome]:
    return [outcome for outcome in found if not outcome.noticed]


def unnoticed(pack: Pack, found: Iterable[Outcome]) -> dict[str, str]:
    """The survivors that change something, each with what would tell it: a combination of facts
    in words. Written as a row of the rule's table, it kills the mutant."""
    left = survivors(found)
    told = {o.id: "an example of its time limit, number or force" for o in left if not o.mutant}
    changed = [o.mutant for o in left if o.mutant]
    pairs = [(pack.conditions[mutant.rule], mutant.condition) for mutant in changed]
    for mutant, pair, same in zip(changed, pairs, always_alike(pack, pairs), strict=True):
        if not same:
            claim = Claim(mutant.id, "It is the same.", lambda yp, pack, it=pair: alike(*it), True)
            told[mutant.id] = "".join(it.words for it in refutations(pack, [claim]))
    return told


def with_mutant(pack: Pack, mutant: ConditionMutant) -> Pack:
    """The pack with the mutant in place of the rule."""
    condition = to_json(mutant.condition)
    rules = (replace(r, condition=condition) if r.id == mutant.rule else r for r in pack.rules)
    return replace(pack, rules=tuple(rules))


def explained() -> dict[str, str]:
    """Survivor → why nothing tells it from the rule."""
    groups = tomllib.loads(EXPLAINED.read_text())["same"]
    return {mutant: group["why"] for group in groups for mutant in group["mutants"]}


def _wrong(pack: Pack) -> str:
    """Where the first example stands that a pack gets wrong with everything worked out anew."""
    try:
        Bench(pack, examples(pack))
    except Wrong as wrong:
        return str(wrong)
    return ""
