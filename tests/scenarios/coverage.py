"""Which answers the scenarios see each rule give, and which it never gives and why."""

from collections import defaultdict
from functools import cache

from protocol.pack import current_pack
from rules.answers import Answer
from tests.scenarios.cases import all_cases
from tests.scenarios.sheet import HERE, read


@cache
def seen() -> dict[str, frozenset[Answer]]:
    """Rule id → the answers that some row expects of it."""
    found: dict[str, set[Answer]] = defaultdict(set)
    for case in all_cases():
        for rule, answer in case.expected.items():
            found[rule].add(answer)
    return {rule: frozenset(answers) for rule, answers in found.items()}


@cache
def never() -> dict[str, frozenset[Answer]]:
    """Rule id → the answers it never gives, as tables/never.csv lists them with a reason."""
    columns = ("rules", "answer", "reason")
    found: dict[str, set[Answer]] = defaultdict(set)
    for line in read(HERE / "tables" / "never.csv", columns, columns):
        for rule in line.items("rules"):
            if rule not in current_pack().conditions:
                raise line.wrong(f"there is no rule {rule} with a condition")
            found[rule].add(Answer(line["answer"]))
    return {rule: frozenset(answers) for rule, answers in found.items()}
