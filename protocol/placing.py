"""The gates that a proposed placement has to pass, as the rules tell them.

A gate applies while it is not known to be met. That is said apart here: whether it is known that
it is not met, or not known yet, and by whom that can be settled. The bed itself waits for nobody:
a manager may depart from a gate, but not from those that ``cannot_be_departed_from``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protocol.advice import Advice
from protocol.catalogue.placement import ACCOMMODATION
from protocol.people import SOCIAL_WORKER
from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.explain import Explanation
from rules.pack import PackRule

KINDS = tuple(option.id for option in ACCOMMODATION)
CARED_FOR = ("foster_care", "childrens_home")
"""Where somebody is there for them day and night. Reading A10 asks about these first."""

_EVERYWHERE = frozenset(KINDS)
_NOBODY_CARES = _EVERYWHERE - {*CARED_FOR, "family_or_friends"}

HELD_BACK = {
    "confirm_placement": _EVERYWHERE,
    "place_in_temporary_accommodation": _NOBODY_CARES,
    "place_in_bed_and_breakfast": frozenset({"bed_and_breakfast"}),
    "place_with_provider": _EVERYWHERE - {"family_or_friends"},
    "place_in_supported_accommodation": _NOBODY_CARES,
}
"""What a placement of a kind is, to the gates. Supported accommodation arranged in an emergency
needs the same package as temporary accommodation (A9)."""

TOLD_BY = {
    "4-d": "high_level_support_in_place",
    "4.1-b-placement": "youth_offending_team_consulted",
    "4.1-d-placement": "placement_away_from_rivals",
    "4.1-e-placement": "placement_not_shared_with_very_vulnerable",
    "law-registered": "provider_registered",
}
"""Gate → the fact that meets it, whatever else is known."""

ABOUT = {
    "4-d": "high-level support",
    "4.1-b-placement": "the Youth Offending Team",
    "4.1-d-placement": "a check of rival areas",
    "4.1-e-placement": "a check of who shares the place",
    "law-registered": "proof of registration with Ofsted",
    "law-under-16": "proof of their age",
}
"""Gate → what is missing while it is not met."""

STILL_OPEN = {
    "4-d": "Put a high-level support package in place where they sleep now",
    "4.1-b-placement": "Ask the Youth Offending Team about where they sleep now",
    "4.1-d-placement": "Find out whether a rival or high-profile gang area is near where they "
    "sleep now",
    "4.1-e-placement": "Find out whether somebody very vulnerable shares the place where they "
    "sleep now",
    "law-registered": "Find out whether the provider is registered with Ofsted",
    "law-under-16": "Find out how old they are, and whether they may stay where they sleep now",
}
"""Gate → what is left to do once somebody was placed without it."""

MET, STAYS, UNFIT, MOVED = "met", "stays", "unfit", "moved"
"""How a gate that was left open is answered for: it is met, a manager decides that they stay, the
place turns out to be one where nobody may be placed, or they no longer sleep there."""


@dataclass(frozen=True)
class Gate:
    """``standing`` is yes where it is met. ``unknown`` are the facts that would tell, and ``who``
    the roles that can settle it. ``is_final`` where nobody may depart from it."""

    rule: PackRule
    standing: Answer
    unknown: tuple[str, ...]
    who: tuple[str, ...]
    is_final: bool

    @property
    def is_met(self) -> bool:
        return self.standing is YES


def with_placement(facts: Mapping[str, Any], proposed: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a case as they would be there: what is proposed stands in the place of what is
    known of where they sleep now. What nobody has said about it is not known."""
    return {
        **facts,
        "accommodation_kind": proposed["kind"],
        "placement_started_at": proposed.get("at") or "not_known",
        "provider_registered": proposed.get("provider_registered") or "not_known",
        "placement_away_from_rivals": proposed.get("away_from_rivals") or "not_known",
        "placement_not_shared_with_very_vulnerable": (
            proposed.get("not_shared_with_very_vulnerable") or "not_known"
        ),
        "high_level_support_in_place": proposed.get("high_level_support") or "not_known",
        "youth_offending_team_consulted": (
            proposed.get("youth_offending_team_consulted") or "not_known"
        ),
    }


def gates(advice: Advice, kind: str) -> tuple[Gate, ...]:
    """Those that a placement of this kind has to pass, in the order of the rules. ``advice`` is on
    the facts as they would be there."""
    explanation = Explanation(advice.findings)
    return tuple(
        _gate(advice, explanation, rule)
        for rule in advice.findings.pack.rules
        if rule.condition is not None and kind in HELD_BACK.get(rule.act, ())
    )


def _gate(advice: Advice, explanation: Explanation, rule: PackRule) -> Gate:
    findings, own = advice.findings, TOLD_BY.get(rule.id, "")
    if findings.result(rule.id) is NO:
        return Gate(rule, YES, (), (), False)
    is_final = cannot_be_departed_from(advice, rule.id)
    unknown = explanation.rests_on_unknown(rule.id)
    known_not = is_final or findings.facts.get(own) is NO or not unknown
    if rule.id == "law-registered":
        unknown = (own,)  # whether they are in care rests on far more than anybody can ask now
    asked = (own,) if own else unknown
    who = dict.fromkeys(role for fact in asked for role in findings.pack.fact[fact].who)
    return Gate(
        rule, NO if known_not else NOT_KNOWN, unknown, tuple(who) or (SOCIAL_WORKER,), is_final
    )


def cannot_be_departed_from(advice: Advice, rule: str) -> bool:
    """Bed and breakfast; a provider known not to be registered, for whoever may be in care or a
    care leaver; and anything but care for a child known to be under 16."""
    findings = advice.findings
    return (
        rule == "law-b-and-b"
        or (rule == "law-registered" and findings.facts.get("provider_registered") is NO)
        or (rule == "law-under-16" and findings.result("a48-under-16") is YES)
    )
