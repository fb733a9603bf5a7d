"""The outcome of the assessment, as a person records it beside what the rules come to.

An outcome that the rules do not come to, or hold back, is a departure: it takes a reason, and a
second human. So do those that nobody settles alone.
"""

from dataclasses import dataclass

from protocol.advice import Advice, because_of
from protocol.decisions import Decision, Departure, Option, departures
from protocol.people import (
    HEAD_OF_SERVICE,
    SOCIAL_WORK_DUTY_MANAGER,
    TEAM_MANAGER,
    signs_for,
)
from rules.answers import NOT_KNOWN, YES, Answer
from rules.evaluate import Findings
from rules.explain import Explanation
from rules.rule import Force

DEPARTURE, NOT_IN_NEED, SILENT, SIGNED = "departure", "not_in_need", "silent", "outcome"
"""What a second signature is asked for."""

IN_NEED_MANAGERS = (TEAM_MANAGER, SOCIAL_WORK_DUTY_MANAGER, HEAD_OF_SERVICE)
"""Any of them agrees that somebody is not in need, or decides where the protocol is silent."""

ONLY_THE_HEAD = "gap-5.2-a25"
"""The gap in which nobody but the head of service decides."""

LOOP = ("5.2-z", "5.2-aa", "5.2-ab", "5.2-ac")
"""Refused, and Housing owes nothing: who is told, asked again, section 17, and the plan for 18."""


@dataclass(frozen=True)
class Outcome:
    """``fact`` is what the rules conclude. ``signed`` where nobody records it alone."""

    option: Option
    fact: str
    signed: bool = False

    @property
    def id(self) -> str:
        return self.option.id


def _outcome(id: str, says: str, *performs: str, signed: bool = False, hint: str = "") -> Outcome:
    return Outcome(Option(id, says, performs, hint), f"outcome_{id}", signed)


OUTCOMES = (
    _outcome(
        "s20_looked_after",
        "Accommodated under section 20, and looked after",
        "accommodate_under_s20",
    ),
    _outcome(
        "s20_interim",
        "Open: a bed they accept, and section 20 stays on offer",
        hint="They have not decided, or their no cannot be accepted yet.",
    ),
    _outcome(
        "parent_objects",
        "An able parent objects, and they do not agree to section 20",
        "accept_refusal_of_s20",
        signed=True,
    ),
    _outcome(
        "part_vii_with_plan",
        "Housing under Part VII, with a child in need plan",
        "accept_refusal_of_s20",
        "settle_under_part_vii",
    ),
    _outcome(
        "s17_accommodation",
        "Accommodation under section 17",
        "accept_refusal_of_s20",
        "settle_under_s17",
    ),
    _outcome(
        "s17_with_family",
        "Living with family, with support under section 17",
        "settle_under_s17",
        signed=True,
    ),
    _outcome("leaving_care_accommodation", "Accommodation from the leaving-care team", signed=True),
    _outcome(
        "in_need_at_home",
        "In need, living at home",
        "close_as_in_need_at_home",
        signed=True,
    ),
    _outcome(
        "not_in_need",
        "Not in need",
        "close_as_not_in_need",
        signed=True,
        hint="Homeless means in need. A manager who did not write the assessment has to agree.",
    ),
    _outcome(
        "silent",
        "The protocol is silent: a manager decides",
        signed=True,
        hint="Say in your reason what is to happen. The bed goes on.",
    ),
)
"""In the order in which the law asks about them."""

BY_ID = {outcome.id: outcome for outcome in OUTCOMES}

DECISION = Decision(
    "outcome",
    "What is the outcome?",
    tuple(outcome.option for outcome in OUTCOMES),
    weighs=(
        "accommodate_under_s20",
        "accept_refusal_of_s20",
        "settle_under_part_vii",
        "settle_under_s17",
        "close_as_in_need_at_home",
        "close_as_not_in_need",
    ),
)


@dataclass(frozen=True)
class OutcomeNow:
    """``follows`` is what the rules say of it: yes, no, or not to be told yet. ``because`` is what
    is known that it rests on, ``missing`` what nobody knows, most decisive first; both in words."""

    outcome: Outcome
    follows: Answer
    because: tuple[str, ...]
    missing: tuple[str, ...]


def outcomes_now(advice: Advice) -> tuple[OutcomeNow, ...]:
    """Every outcome as the rules see it, in the order of the law."""
    explanation = Explanation(advice.findings)
    return tuple(_now(advice.findings, explanation, outcome) for outcome in OUTCOMES)


def _now(findings: Findings, explanation: Explanation, outcome: Outcome) -> OutcomeNow:
    grounds = explanation.because(outcome.fact)
    unknown = explanation.rests_on_unknown(outcome.fact)
    return OutcomeNow(
        outcome,
        findings.result(outcome.fact),
        because_of(findings, tuple(each for each in grounds if each.answer is not NOT_KNOWN)),
        tuple(findings.pack.fact[fact].unknown for fact in unknown),
    )


def following(advice: Advice) -> tuple[OutcomeNow, ...]:
    """Those that the rules come to now."""
    return tuple(each for each in outcomes_now(advice) if each.follows is YES)


def may_still_follow(advice: Advice) -> tuple[OutcomeNow, ...]:
    return tuple(each for each in outcomes_now(advice) if each.follows is NOT_KNOWN)


def departs(outcome: Outcome, advice: Advice) -> tuple[Departure, ...]:
    """Every rule that recording this outcome departs from, the definition of the outcome itself
    last, where the rules do not come to it. For ``not_in_need`` the advice is that given with the
    written reasons and the manager's agreement that the record asks for."""
    found = departures(DECISION, outcome.option, advice)
    if advice.findings.result(outcome.fact) is not YES:
        found += (Departure(outcome.fact, "", Force.FACT),)
    return found


def is_decider(role: str, advice: Advice) -> bool:
    """Whether this role is the manager who decides where the protocol is silent."""
    return role in deciders(advice)


def deciders(advice: Advice) -> tuple[str, ...]:
    """The managers who decide where the protocol is silent. The head of service alone, where
    somebody homeless is refused section 17 (A25)."""
    return (HEAD_OF_SERVICE,) if advice.duty(ONLY_THE_HEAD) else IN_NEED_MANAGERS


def signature_for(
    outcome: Outcome, role: str, advice: Advice, departed: tuple[Departure, ...]
) -> tuple[str, tuple[str, ...]] | None:
    """What a second human is asked to sign, and who can; nothing where nobody is."""
    if outcome.id == NOT_IN_NEED:
        return NOT_IN_NEED, IN_NEED_MANAGERS
    if outcome.id == SILENT and not departed:
        return SILENT, signs_for(role) if is_decider(role, advice) else deciders(advice)
    if departed:
        return DEPARTURE, signs_for(role)
    return (SIGNED, signs_for(role)) if outcome.signed else None
