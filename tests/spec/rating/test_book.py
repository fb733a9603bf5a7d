"""The page about thresholds is whole: no rule without its examples, and none seen from one side."""

from collections import Counter

import pytest

from rules.answers import Answer
from rules.rule import RuleKind
from tests.spec.possible import answers
from tests.spec.rating import book
from tests.spec.rating.book import all_specs, specs
from tests.spec.rating.tables import check
from tests.spec.tables import TableError
from thresholds.rating.catalogue import CONCLUDED, FACTS
from thresholds.rating.pack import SECTIONS, rating_pack, section_rules

PACK = rating_pack("barnet")
WITH_CONDITION = [rule for rule in PACK.rules if rule.condition is not None]
SPECS = all_specs()

each_rule = pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
each_spec = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.rule_id)


def test_every_rule_with_a_condition_has_one_table_in_its_chapter_in_order():
    for section in SECTIONS:
        in_order = [rule.id for rule in section_rules(section) if rule.body is not None]
        assert [spec.rule_id for spec in specs(section)] == in_order
    assert Counter(spec.rule_id for spec in SPECS) == Counter(rule.id for rule in WITH_CONDITION)


@each_rule
def test_every_rule_is_a_plain_sentence_that_says_where_it_is_from(rule):
    assert rule.words[:1].isupper()
    assert rule.words.endswith(".")
    assert "_" not in rule.words
    assert rule.source.document == "Joint protocol V4 (January 2019)" or (
        rule.source.document == "Default, not yet confirmed by Barnet"
    )
    assert rule.kind is not RuleKind.PRINCIPLE or rule.shown


@each_spec
def test_every_table_has_its_prose_and_a_row_where_nothing_is_known(spec):
    assert spec.prose[:1].isupper()
    assert spec.prose.endswith(".")
    assert any(not row.given for row in spec.rows)


@each_spec
def test_every_rule_is_seen_to_give_each_answer_it_can_give(spec):
    seen = {Answer(row.expected) for row in spec.rows}
    assert seen == answers(PACK.conditions[spec.rule_id], PACK)


def test_the_printed_page_is_current():
    """If this fails, print it again: `make rule-book`."""
    assert book.PRINTED.read_text() == book.page()


def test_every_fact_that_is_asked_has_its_question_and_why():
    worked_out = {fact.id for fact in CONCLUDED}
    for fact in FACTS:
        assert bool(fact.question) == (fact.id not in worked_out), fact.id
        assert bool(fact.why) == bool(fact.question), fact.id
        assert "_" not in f"{fact.question}{fact.says}", fact.id


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("ticked | need 2 education\n---\nEDU-9 | yes", "no indicator EDU-9"),
        ("shoe size | need 2 education\n---\n4 | yes", "row 1 .* not a fact"),
        ("need 3 in child | need 2 education\n---\nyes | yes", "row 1 .* cannot be given"),
        ("ticked | applies\n---\nEDU-2a | yes", "last column"),
        ("ticked | need 2 education\n---\nEDU-2a | maybe", "none of"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(table, problem):
    with pytest.raises(TableError, match=problem):
        check("need_2_education", table)


def test_a_row_that_is_wrong_is_named():
    with pytest.raises(AssertionError, match=r"row 2 .* not_known"):
        check("need_2_education", "ticked | need 2 education\n---\nEDU-2a | yes\n | no")
    with pytest.raises(AssertionError, match=r"row 1 .* due 2026-05-26 12:00"):
        check(
            "same-day",
            "presented at | carries 3 l | due | applies\n---\n"
            "2026-05-23 18:30 | yes | 2026-05-25 12:00 | yes",
        )
