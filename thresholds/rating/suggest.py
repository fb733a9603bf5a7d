"""The suggested minimum for a contact child: why, what cannot be ruled out, and what is missing.

Never a score and never the answer: a worker rates, and their judgement wins.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import london
from rules.conditions import IsYes, leaves
from rules.evaluate import Findings, evaluate
from rules.explain import Explanation, Ground
from rules.facts import FactError, Value
from rules.pack import Pack, PackRule, leaf_fact, say
from rules.rule import RuleKind
from thresholds.bands import BAND_IDS, severity
from thresholds.indicators import INDICATORS, OF_INDICATORS
from thresholds.rating.catalogue import BEFORE, NOW
from thresholds.rating.pack import rating_pack

AT_LEAST = {band: f"at_least_{band}" for band in reversed(BAND_IDS[1:])}
"""Band → the concluded fact that it is at least this; the worst first. Nothing is below blue."""

MOST_MISSING = 8
CHILD_UNTIL = 18

THEME = {indicator.fact: indicator.theme for indicator in INDICATORS}
ASKED_FIRST = tuple(fact.id for fact in (*NOW, *BEFORE))

SAME_DAY, OPEN_CASE = "same-day", "open-case"


@dataclass(frozen=True)
class Because:
    """One reason: a rule, its words, what is known that makes it apply, and where it is from."""

    rule_id: str
    words: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Missing:
    """A fact that is not known. ``says`` completes "it is not known …"; ``would`` is the band
    that the worst answer to it alone would suggest, or nothing if it takes another as well or only
    decides what follows."""

    fact: str
    says: str
    would: str


@dataclass(frozen=True)
class Suggestion:
    """``minimum`` is a band, or nothing while nothing known gives one: Blue only where every fact
    that could raise it is known not to. ``cannot_rule_out`` are worse bands that nobody can rule
    out yet, the worst first. ``follows`` are the duties that apply whatever the band.

    ``same_day``: to be allocated by ``same_day_by`` over any band (4-a). ``same_day_not_known``:
    nobody can tell yet. ``pack`` names the thresholds.
    """

    minimum: str | None
    cannot_rule_out: tuple[str, ...]
    because: tuple[Because, ...]
    missing: tuple[Missing, ...]
    same_day: bool
    same_day_not_known: bool
    same_day_by: datetime | None
    open_case_route: bool
    follows: tuple[Because, ...]
    pack: str


def suggest(facts: Mapping[str, Value], on: datetime, authority: str | None = None) -> Suggestion:
    """What is suggested at least, of these facts at a moment.

    An indicator that is not among the facts is not known, never no. Raises FactError for what is
    no fact of these rules, and what ``rules.evaluate.evaluate`` raises.
    """
    return suggest_under(rating_pack(authority), as_rules_see(facts, on), on)


def suggest_under(pack: Pack, seen: Mapping[str, Value], on: datetime) -> Suggestion:
    """The same under a pack that may be archived, of facts as the rules saw them then: what was
    suggested is worked out again from that pack alone. Raises as ``suggest`` does."""
    for id in seen:
        if id not in pack.fact or id in pack.defined_by:
            raise FactError(id, "is not a fact that a contact is rated by")
    findings = evaluate(pack, seen, on)
    return _suggestion(findings, Explanation(findings))


def as_rules_see(facts: Mapping[str, Value], on: datetime) -> dict[str, Value]:
    """With what follows by itself from what is known.

    A no to every indicator that is not asked at a child's age and that nobody ticked: an age that
    is not known, in doubt or not a child's leaves all of them open. And that they first asked for
    help when we heard of it, unless it is known when they did.
    """
    known = {fact: value for fact, value in facts.items() if value is not NOT_KNOWN}
    known.setdefault("presented_at", known.get("received_at", on))
    age = known.get("age")
    settled = known.get("age_disputed") is not YES
    if isinstance(age, int) and age < CHILD_UNTIL and settled:
        not_asked = {indicator.fact: NO for indicator in INDICATORS if not indicator.asked_at(age)}
        return {**not_asked, **known}
    return known


def _suggestion(findings: Findings, explanation: Explanation) -> Suggestion:
    said = {band: findings.result(rule) for band, rule in AT_LEAST.items()}
    minimum = next((band for band, answer in said.items() if answer is YES), None)
    if said["green"] is NO:
        minimum = BAND_IDS[0]
    same_day = findings.result(SAME_DAY)
    return Suggestion(
        minimum=minimum,
        cannot_rule_out=tuple(band for band, answer in said.items() if answer is NOT_KNOWN),
        because=tuple(_because(findings, explanation, minimum)),
        missing=tuple(_missing(findings, explanation))[:MOST_MISSING],
        same_day=same_day is YES,
        same_day_not_known=same_day is NOT_KNOWN,
        same_day_by=_same_day_by(findings) if same_day is YES else None,
        open_case_route=findings.result(OPEN_CASE) is YES,
        follows=tuple(_follows(findings, explanation)),
        pack=findings.pack.hash,
    )


def _same_day_by(findings: Findings) -> datetime | None:
    """Raises where the calendar does not reach, rather than giving no time."""
    rule = findings.pack.rule[SAME_DAY]
    return findings.pack.due(rule, findings.start(rule))


def _because(
    findings: Findings, explanation: Explanation, minimum: str | None
) -> Iterator[Because]:
    """Each reason for the minimum. An indicator is a reason of its own."""
    if minimum not in AT_LEAST:
        return
    pack = findings.pack
    for rule in _reasons(pack, AT_LEAST[minimum]):
        if findings.result(rule.id) is not YES:
            continue
        grounds = explanation.because(rule.id)
        facts = [pack.fact[leaf_fact(ground.leaf)] for ground in grounds]
        if all(fact.id.startswith(OF_INDICATORS) for fact in facts):
            for fact in facts:
                yield Because(rule.id, rule.words, _sentence(fact.says), fact.why)
        else:
            yield _reason(findings, rule, grounds)


def _reasons(pack: Pack, rule: str) -> Iterator[PackRule]:
    """The rules that a minimum is made of, in their order."""
    for leaf in leaves(pack.conditions[rule]):
        if isinstance(leaf, IsYes) and leaf.fact not in AT_LEAST.values():
            yield pack.rule[pack.defined_by[leaf.fact]]


def _follows(findings: Findings, explanation: Explanation) -> Iterator[Because]:
    for rule in findings.having(YES):
        if rule.kind is RuleKind.DUTY:
            yield _reason(findings, rule, explanation.because(rule.id))


def _reason(findings: Findings, rule: PackRule, grounds: tuple[Ground, ...]) -> Because:
    """The age is only said where nothing else decides."""
    telling = [g for g in grounds if leaf_fact(g.leaf) != "age"] or grounds
    said = dict.fromkeys(_said(findings, ground) for ground in telling)
    return Because(rule.id, rule.words, _sentence(", and ".join(said)), str(rule.source))


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _said(findings: Findings, ground: Ground) -> str:
    if ground.answer is NOT_KNOWN:
        return f"it is not known {findings.pack.fact[leaf_fact(ground.leaf)].unknown}"
    return say(findings.pack, london(findings.on).date())(ground.leaf, ground.answer is YES)


def _missing(findings: Findings, explanation: Explanation) -> Iterator[Missing]:
    """What nobody knows and might make it worse, or ask for allocation the same day: what is
    asked of everybody first, then of the parts of life where something is ticked, then the rest;
    in each, the worst first."""
    would: dict[str, str] = {}
    takes_another: list[str] = []
    for band, rule in AT_LEAST.items():
        if findings.result(rule) is NOT_KNOWN:
            for change in explanation.would_change(rule):
                known = findings.facts.get(change.fact, NOT_KNOWN) is not NOT_KNOWN
                if change.result is YES and not known:
                    would.setdefault(change.fact, band)
            takes_another += explanation.missing(rule)
    for fact in (*takes_another, *explanation.missing(SAME_DAY)):
        would.setdefault(fact, "")
    themes = {
        THEME[fact] for fact, value in findings.facts.items() if value is YES and fact in THEME
    }
    place = {fact.id: place for place, fact in enumerate(findings.pack.facts)}

    def most_telling(fact: str) -> tuple[int, int, int]:
        tier = 0 if fact in ASKED_FIRST else 1 if THEME.get(fact) in themes else 2
        if not would[fact]:
            tier += 3
        return tier, -severity(would[fact] or BAND_IDS[0]), place[fact]

    for fact in sorted(would, key=most_telling):
        yield Missing(fact, findings.pack.fact[fact].unknown, would[fact])


def in_json(suggestion: Suggestion) -> dict[str, Any]:
    """The suggestion as JSON holds it."""
    data = asdict(suggestion)
    by = suggestion.same_day_by
    return data | {
        "cannot_rule_out": list(suggestion.cannot_rule_out),
        "because": [asdict(each) for each in suggestion.because],
        "follows": [asdict(each) for each in suggestion.follows],
        "missing": [asdict(each) for each in suggestion.missing],
        "same_day_by": by.isoformat() if by else None,
    }
