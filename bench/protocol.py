"""What advice under the whole protocol takes, and working out what would change it."""

import random
from datetime import date, datetime

from protocol.advice import advise
from protocol.pack import current_pack
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.evaluate import Facts, Findings, evaluate
from rules.explain import Explanation
from rules.facts import Fact, Kind, Value

ON = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
PACK = current_pack()
ASKED = [f for f in PACK.facts if not f.operator and f.id not in PACK.defined_by]


def young_people(count: int) -> list[Facts]:
    """Made-up young people: each fact not known, or one of its values, at random but the same in
    every run."""
    chance = random.Random(20)
    return [{fact.id: _value(fact, chance) for fact in ASKED} for _ in range(count)]


def _value(fact: Fact, chance: random.Random) -> Value:
    values: dict[Kind, list[Value]] = {
        Kind.YES_NO: [YES, NO],
        Kind.CHOICE: [option.id for option in fact.options],
        Kind.DATE: [date(2009, 3, 27), date(2010, 3, 27)],
        Kind.MOMENT: [ON.replace(hour=9), ON.replace(day=18)],
    }
    return chance.choice([NOT_KNOWN, *values.get(fact.kind, [])])


def advice(facts: Facts) -> object:
    return advise(PACK, facts, ON)


def findings(facts: Facts) -> Findings:
    return evaluate(PACK, facts, ON)


def what_would_change(found: Findings) -> None:
    """For every rule; the findings are there already."""
    explanation = Explanation(found)
    for rule in found.wiring.node:
        explanation.would_change(rule)
