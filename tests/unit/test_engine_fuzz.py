"""Random packs and facts. `python -m tests.fuzz` does the same for as long as you like."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.evaluate import Program
from tests.fuzz import check_wide_packs
from tests.oracle import answers
from tests.packs import packs, situations

SETTINGS = settings(max_examples=150, derandomize=True, deadline=None, database=None)


@SETTINGS
@given(st.data())
def test_the_engine_says_what_the_oracle_says(data):
    program = Program(data.draw(packs()))
    for _ in range(4):
        facts, on = data.draw(situations(program.pack))
        findings = program.run(facts, on)
        expected = answers(program.pack, facts, on)
        assert {id: findings.result(id).value for id in expected} == expected
    program.close()


@SETTINGS
@given(packs(most_rules=8), st.data(), st.randoms(use_true_random=False))
def test_neither_the_order_of_facts_nor_repeating_it_changes_anything(pack, data, chance):
    program = Program(pack)
    facts, on = data.draw(situations(pack))
    findings = program.run(facts, on)
    for _ in range(3):
        assert program.run(shuffled(facts, chance), on).values == findings.values
    program.close()


def shuffled(facts: dict, chance: random.Random) -> dict:
    return dict(chance.sample(sorted(facts.items()), len(facts)))


def test_conditions_as_wide_and_deep_as_may_be():
    check_wide_packs(count=5, each=20, start=1)
