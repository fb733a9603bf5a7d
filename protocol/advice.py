"""What the rules advise, in words and in the order it is needed. People decide."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from protocol.catalogue import PART_OF
from protocol.people import OWNERS
from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.evaluate import Facts, Findings, evaluate
from rules.explain import Change, Explanation, Ground
from rules.pack import Pack, PackRule, Reading, leaf_fact, say, say_value
from rules.rule import Force, RuleKind

STRENGTH = (Force.MUST_NOT, Force.MUST, Force.SHOULD, Force.MAY)

# What must not be done tonight. Other gates are about later steps.
HELD_BACK_TONIGHT = (
    "contact_family",
    "return_home",
    "place_in_temporary_accommodation",
    "place_in_bed_and_breakfast",
    "ask_consent_to_early_help",
)

# Every rule hangs from the age. It is only worth saying where nothing else decides.
ABOUT_AGE = ("age", "age_disputed")


@dataclass(frozen=True)
class Duty:
    """One rule's advice: who, by when, where from, and why. Sentences lack their full stop.

    Why, what is missing and what would change it are worked out when somebody asks: a page asks
    it of few of the rules.
    """

    rule: PackRule
    result: Answer
    due: datetime | None
    _explanation: Explanation = field(repr=False, compare=False)

    @property
    def force(self) -> Force:
        return self.rule.force

    @property
    def owner(self) -> str:
        return OWNERS[self.rule.owner]

    @property
    def due_words(self) -> str:
        return self._explanation.findings.due_words(self.rule)

    @property
    def due_short(self) -> str:
        return self._pack.due_short(self.rule)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(self._pack.reading[id] for id in self.rule.readings)

    @cached_property
    def because(self) -> tuple[str, ...]:
        """What the result rests on."""
        return because_of(self._explanation.findings, self._explanation.because(self.rule.id))

    @cached_property
    def missing_facts(self) -> tuple[str, ...]:
        """The facts that keep it from being told, most decisive first."""
        return self._explanation.missing(self.rule.id)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(self._pack.fact[fact].unknown for fact in self.missing_facts)

    @cached_property
    def would_change(self) -> tuple[str, ...]:
        """Each single fact that, were it otherwise, would change the result."""
        return _would_change(self._pack, self._explanation.would_change(self.rule.id))

    @property
    def _pack(self) -> Pack:
        return self._explanation.findings.pack


@dataclass(frozen=True)
class Advice:
    """What the rules say of some facts at a moment, strongest and soonest first."""

    findings: Findings
    applies: tuple[Duty, ...]
    cannot_be_told: tuple[Duty, ...]
    does_not_apply: tuple[Duty, ...]
    principles: tuple[PackRule, ...]

    @property
    def conflicts(self) -> tuple[str, ...]:
        return self.findings.conflicts

    def is_so(self, fact: str) -> bool:
        """The concluded fact is known to be so."""
        return self.findings.concluded[fact] is YES

    def duty(self, rule: str) -> Duty | None:
        """The rule's advice if it applies."""
        return next((duty for duty in self.applies if duty.rule.id == rule), None)

    @property
    def held_back_tonight(self) -> tuple[Duty, ...]:
        """What must not be done tonight."""
        return tuple(
            duty
            for duty in self.applies
            if duty.force is Force.MUST_NOT and duty.rule.act in HELD_BACK_TONIGHT
        )

    @property
    def open_at_first_contact(self) -> tuple[Duty, ...]:
        """What cannot be told yet and would be, with what is asked at first contact."""
        return tuple(duty for duty in self.cannot_be_told if _asked_first(duty))

    @property
    def open_later(self) -> tuple[Duty, ...]:
        """What cannot be told yet, and rests on what is asked later on the way as well."""
        return tuple(duty for duty in self.cannot_be_told if not _asked_first(duty))

    @property
    def silent(self) -> bool:
        """The protocol says nothing about this young person."""
        return any(duty.rule.kind is RuleKind.GAP for duty in self.applies)


def advise(pack: Pack, facts: Facts, on: datetime) -> Advice:
    """Advice under this pack for these facts at this moment.

    Raises what ``rules.evaluate.evaluate`` raises; then there is no advice.
    """
    findings = evaluate(pack, facts, on)
    explanation = Explanation(findings)

    def duties(result: Answer) -> tuple[Duty, ...]:
        found = [_duty(explanation, rule) for rule in findings.having(result)]
        return tuple(sorted(found, key=_strongest_and_soonest))

    principles = tuple(rule for rule in pack.rules if rule.kind is RuleKind.PRINCIPLE)
    return Advice(findings, duties(YES), duties(NOT_KNOWN), duties(NO), principles)


def _asked_first(duty: Duty) -> bool:
    return all(PART_OF.get(fact, 0) == 0 for fact in duty.missing_facts)


def what_to_ask_next(advice: Advice) -> tuple[str, ...]:
    """What is not known and keeps a rule open, in words: what is asked earlier on the way comes
    first, and of that the most decisive. Somebody who has just come is asked whether they are in
    danger before anybody asks about reviews."""
    return _unknown(advice, _most_decisive(advice))


def not_known_from_first_contact(advice: Advice) -> tuple[str, ...]:
    """The same, but only what first contact asks: whoever receives the young person is not told
    that nobody knows yet what the assessment is to find out."""
    return _unknown(advice, [f for f in _most_decisive(advice) if PART_OF.get(f, 0) == 0])


def _most_decisive(advice: Advice) -> list[str]:
    facts = tuple(fact for duty in advice.cannot_be_told for fact in duty.missing_facts)
    decisive = Explanation(advice.findings).by_decisiveness(facts)
    return sorted(decisive, key=lambda fact: PART_OF.get(fact, 0))


def _unknown(advice: Advice, facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(advice.findings.pack.fact[fact].unknown for fact in facts)


def _strongest_and_soonest(duty: Duty) -> tuple[int, bool, float]:
    due = duty.due.timestamp() if duty.due else 0
    return STRENGTH.index(duty.force), duty.due is None, due


def _duty(explanation: Explanation, rule: PackRule) -> Duty:
    findings = explanation.findings
    return Duty(rule, findings.result(rule.id), findings.due(rule), explanation)


def because_of(findings: Findings, grounds: tuple[Ground, ...]) -> tuple[str, ...]:
    """These grounds in words, each once. That of the age is left out where another decides."""
    on = london(findings.on).date()
    worth_saying = [g for g in grounds if leaf_fact(g.leaf) not in ABOUT_AGE] or list(grounds)
    return tuple(dict.fromkeys(_say_ground(findings.pack, on, ground) for ground in worth_saying))


def _say_ground(pack: Pack, on: date, ground: Ground) -> str:
    if ground.answer is NOT_KNOWN:
        return f"it is not known {pack.fact[leaf_fact(ground.leaf)].unknown}"
    return say(pack, on)(ground.leaf, ground.answer is not NO)


def _would_change(pack: Pack, changes: tuple[Change, ...]) -> tuple[str, ...]:
    worth_saying = [c for c in changes if c.fact not in ABOUT_AGE] or list(changes)
    return tuple(
        f"{say_value(pack, change.fact, change.value)}: {_RESULT[change.result]}"
        for change in worth_saying
    )


_RESULT = {
    YES: "this applies",
    NO: "this does not apply",
    NOT_KNOWN: "this cannot be told yet",
}
