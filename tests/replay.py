"""Whether what the solver says of some facts is what the rules say as well."""

from datetime import timedelta

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.conditions import AllOf, AnyOf, Condition, Maybe, Not, Surely, leaves
from rules.evaluate import Findings, evaluate, leaf_answer
from rules.pack import Pack
from rules.proofs import Refutation
from rules.wiring import rule_behind
from tests.packs import given_for


def answer(findings: Findings, condition: Condition) -> Answer:
    """The condition's answer, worked out from what the rules found and from nothing else."""
    match condition:
        case AllOf(parts):
            answers = [answer(findings, part) for part in parts]
            return NO if NO in answers else NOT_KNOWN if NOT_KNOWN in answers else YES
        case AnyOf(parts):
            return ~answer(findings, AllOf(tuple(Not(part) for part in parts)))
        case Not(part):
            return ~answer(findings, part)
        case Surely(part):
            return YES if answer(findings, part) is YES else NO
        case Maybe(part):
            return NO if answer(findings, part) is NO else YES
    [leaf] = leaves(condition)
    rule = rule_behind(leaf, findings.pack.defined_by)
    today = london(findings.on).date()
    return (
        findings.result(rule) if rule else leaf_answer(findings.pack, leaf, findings.facts, today)
    )


def really_so(pack: Pack, refutation: Refutation) -> bool:
    """Given the facts of the refutation and no others, the rules find what it says."""
    on = refutation.on
    while not pack.bank_holidays.working_day(on):
        on -= timedelta(days=1)
    facts, moment = given_for(pack, refutation.facts, on)
    return answer(evaluate(pack, facts, moment), refutation.claim.of(pack)) is not YES
