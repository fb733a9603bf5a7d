"""A claim beside the change to the rules that would break it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rules.conditions import Situation, to_json
from rules.pack import Pack
from rules.proofs import Body, Claim
from rules.rule import Body as RuleBody
from rules.rule import Force

ADVISED = (Force.MUST, Force.SHOULD, Force.MAY)


@dataclass(frozen=True)
class Proof:
    """A claim, and rule → the body with which the claim must fail. Were it still proved then, it
    would say nothing."""

    claim: Claim
    broken_by: Mapping[str, RuleBody]


def claim(
    id: str, *, broken_by: Mapping[str, RuleBody], barring_impossible: bool = False
) -> Callable[[Body], Proof]:
    """The docstring is the sentence; the body is the condition that must always be so."""

    def proof(body: Body) -> Proof:
        says = " ".join((body.__doc__ or "").split())
        return Proof(Claim(id, says, body, barring_impossible), broken_by)

    return proof


def broken(pack: Pack, proof: Proof) -> Pack:
    """The pack with the change under which the claim must fail."""
    bodies = {id: body(Situation(pack.fact)) for id, body in proof.broken_by.items()}
    rules = tuple(
        replace(rule, condition=to_json(bodies[rule.id])) if rule.id in bodies else rule
        for rule in pack.rules
    )
    return replace(pack, rules=rules)
