"""Packs and facts to measure with: random, and the same every time."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.calendar import LONDON, BankHolidays
from rules.compile import compile_pack
from rules.conditions import AllOf, AnyOf, Condition, IsYes, maybe, surely
from rules.facts import Fact, Kind
from rules.numbers import DatedNumber
from rules.pack import Act, Pack
from rules.rule import Body, Force, Rule, RuleKind, Source

ON = datetime(2026, 5, 20, 11, 0, tzinfo=LONDON)
SOURCE = Source("protocol", "A document to measure with", "paragraph 1")
HOLIDAYS = BankHolidays(date(2026, 1, 1), date(2026, 12, 31), (), "made up")
OPENING = {
    name: (DatedNumber(date(2020, 1, 1), hour, "o'clock", "made up"),)
    for name, hour in (("opens", 9), ("closes", 17))
}


@dataclass(frozen=True)
class Size:
    """How many definitions stand in each layer, and how many duties after the last."""

    name: str
    layers: tuple[int, ...]
    duties: int
    facts: int = 80


SIZES = (
    Size("50 rules", (15, 10), 25),
    Size("200 rules", (50, 30, 20), 100),
    Size("1,000 rules", (250, 150, 100), 500),
    Size("126 definitions, 80 facts, 4 layers", (60, 35, 20, 11), 0),
)


def pack_of(size: Size, seed: int = 1) -> Pack:
    chance = random.Random(seed)
    asked = [IsYes(f"f{i}") for i in range(size.facts)]
    rules: list[Rule] = []
    concluded: list[IsYes] = []
    last: list[IsYes] = []
    for layer, count in enumerate(size.layers):
        new = [f"d{layer}_{i}" for i in range(count)]
        rules += [_definition(id, _condition(chance, asked, concluded, last)) for id in new]
        last = [IsYes(id) for id in new]
        concluded += last
    for i in range(size.duties):
        rules.append(_duty(f"duty-{i}", _condition(chance, asked, concluded, last), chance))
    facts = [Fact(leaf.fact, Kind.YES_NO, leaf.fact) for leaf in (*asked, *concluded)]
    return compile_pack(
        name="bench",
        title="A pack to measure with",
        facts=facts,
        rules=rules,
        acts=[Act("act", "act")],
        owners={"anyone": "Anyone"},
        deadlines=[],
        readings=[],
        numbers=OPENING,
        bank_holidays=HOLIDAYS,
        opens="opens",
        closes="closes",
    )


def cases(size: Size, count: int, seed: int = 2) -> list[dict[str, Answer]]:
    """Facts, of which three in ten are not known."""
    chance = random.Random(seed)
    answers = (YES, NO, NOT_KNOWN)
    return [
        {f"f{i}": chance.choices(answers, (3, 4, 3))[0] for i in range(size.facts)}
        for _ in range(count)
    ]


def _condition(
    chance: random.Random, asked: list[IsYes], concluded: list[IsYes], last: list[IsYes]
) -> Condition:
    """One to six parts. From the second layer on, the first rests on the layer before."""

    def dressed(leaf: IsYes) -> Condition:
        dress: list[Callable[[Condition], Condition]] = [lambda c: c, lambda c: ~c, surely, maybe]
        return chance.choices(dress, (65, 25, 5, 5))[0](leaf)

    def leaf() -> Condition:
        return dressed(chance.choice(concluded if concluded and chance.random() < 0.2 else asked))

    def part() -> Condition:
        if chance.random() < 0.75:
            return leaf()
        return AnyOf(tuple(leaf() for _ in range(chance.choice((2, 3)))))

    first = dressed(chance.choice(last)) if last else part()
    parts = (first, *(part() for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 5)))))
    return parts[0] if len(parts) == 1 else chance.choices((AllOf, AnyOf), (6, 4))[0](parts)


def _definition(id: str, condition: Condition) -> Rule:
    return Rule(
        id, RuleKind.DEFINITION, Force.FACT, SOURCE, f"{id}.", _body(condition), concludes=id
    )


def _duty(id: str, condition: Condition, chance: random.Random) -> Rule:
    force = chance.choice((Force.MUST, Force.MUST_NOT, Force.SHOULD, Force.MAY))
    body = _body(condition)
    return Rule(id, RuleKind.DUTY, force, SOURCE, f"{id}.", body, owner="anyone", act="act")


def _body(condition: Condition) -> Body:
    return lambda situation: condition
