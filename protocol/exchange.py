"""Advice, rules and facts as JSON, for other programs and for looking again later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from protocol.situation import situation
from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import london
from rules.conditions import in_words
from rules.evaluate import Facts, Findings, evaluate, read_facts
from rules.explain import Explanation
from rules.facts import read_moment, write_value
from rules.pack import Pack, PackRule, read_pack, say


def advice_json(pack: Pack, raw: Mapping[str, Any], on: datetime) -> dict[str, Any]:
    """Facts in, advice out: ``pack``, ``on``, ``applies``, ``does_not_apply``, ``not_known``,
    ``concluded`` and ``conflicts``. Raises FactError naming the field."""
    return findings_json(evaluate(pack, situation(pack, raw, on), on))


def findings_json(findings: Findings) -> dict[str, Any]:
    explanation = Explanation(findings)

    def having(result: Answer) -> list[PackRule]:
        return [
            rule
            for rule in findings.pack.rules
            if rule.condition is not None
            and rule.id != rule.concludes
            and findings.result(rule.id) is result
        ]

    return {
        "pack": findings.pack.hash,
        "on": london(findings.on).isoformat(),
        "applies": [_named(rule) | {"due": _iso(findings.due(rule))} for rule in having(YES)],
        "does_not_apply": [_named(rule) for rule in having(NO)],
        "not_known": [
            _named(rule) | {"missing": list(explanation.missing(rule.id))}
            for rule in having(NOT_KNOWN)
        ],
        "concluded": {id: write_value(value) for id, value in findings.concluded.items()},
        "conflicts": list(findings.conflicts),
    }


def _named(rule: PackRule) -> dict[str, Any]:
    """Which rule, and what it asks for; where its force is "must not", what it holds back."""
    return {"id": rule.id, "force": rule.force.value, "act": rule.act or None}


def rules_json(pack: Pack, on: datetime) -> list[dict[str, Any]]:
    """Every rule: id, kind, force, owner, act, source, words, condition in English."""
    words = say(pack, london(on).date())
    return [
        {
            "id": rule.id,
            "kind": rule.kind.value,
            "force": rule.force.value,
            "owner": rule.owner or None,
            "act": rule.act or None,
            "source": str(rule.source),
            "words": rule.words,
            "condition": in_words(pack.conditions[rule.id], words)
            if rule.condition is not None
            else None,
            "readings": list(rule.readings),
            "shown": rule.shown or None,
        }
        for rule in pack.rules
    ]


def facts_json(pack: Pack) -> list[dict[str, Any]]:
    """Every fact: id, kind, question, why it is asked, options, and whether it is worked out."""
    return [
        {
            "id": fact.id,
            "kind": fact.kind.value,
            "says": fact.says,
            "question": fact.question or None,
            "why": fact.why or None,
            "who": list(fact.who),
            "options": [option.id for option in fact.options] or None,
            "worked_out": bool(fact.operator) or fact.id in pack.defined_by,
        }
        for fact in pack.facts
    ]


def bundle(findings: Findings, given: Facts) -> dict[str, Any]:
    """Everything needed to work the findings out again, away from the service."""
    return {
        "pack_text": findings.pack.text,
        "facts": {id: write_value(value) for id, value in given.items()},
        "findings": findings_json(findings),
    }


class NotTheSame(ValueError):
    """Worked out again, a bundle's findings differ from those it holds."""


def check_bundle(data: Mapping[str, Any]) -> dict[str, Any]:
    """Work a bundle's findings out again, without a database, and hold them against it.

    Returns the findings. Raises NotTheSame, PackError or FactError.
    """
    pack = read_pack(data["pack_text"])
    on = read_moment("on", data["findings"]["on"])
    again = findings_json(evaluate(pack, read_facts(pack, data["facts"]), on))
    if again != data["findings"]:
        raise NotTheSame("worked out again, these findings are different")
    return again


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
