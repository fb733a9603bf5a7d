"""The rule book is whole: no rule without its examples, and none seen from one side only."""

from collections import Counter

import pytest

from protocol import records
from protocol.examples import examples
from protocol.pack import SECTIONS, current_pack
from protocol.readings import open_points, resting_on
from protocol.records import FEEDS
from rules.answers import Answer
from rules.facts import Kind
from rules.rule import Force, RuleKind, rules_in
from tests.spec import rule_book
from tests.spec.possible import answers
from tests.spec.rule_book import Spec, all_specs, specs
from tests.spec.tables import TableError, check, parse

PRINTED = rule_book.printed()
RULES = current_pack().rules
WITH_CONDITION = [rule for rule in RULES if rule.condition is not None]
OF_LAW = [rule for rule in RULES if rule.source.kind in ("statute", "guidance")]
PRINCIPLES = [rule for rule in RULES if rule.kind is RuleKind.PRINCIPLE]
SPECS = all_specs()
RECORD_SPECS = list(specs(records))

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
each_spec = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.rule_id)


def test_every_rule_with_a_condition_has_one_table():
    assert Counter(spec.rule_id for spec in SPECS) == Counter(rule.id for rule in WITH_CONDITION)


def test_every_test_holds_one_table():
    assert max(Counter((spec.chapter, spec.test) for spec in SPECS).values()) == 1


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_every_table_stands_in_its_rules_chapter_in_the_rules_order(section):
    in_order = [rule.id for rule in rules_in(section) if rule.body is not None]

    assert [spec.rule_id for spec in specs(section)] == in_order


def test_every_fact_worked_out_from_records_has_one_table_in_their_order():
    assert [spec.rule_id for spec in RECORD_SPECS] == [feed.fact for feed in FEEDS]


@pytest.mark.parametrize("spec", RECORD_SPECS, ids=lambda spec: spec.rule_id)
def test_every_table_about_records_has_a_blank_row_and_each_answer(spec):
    seen = {row.expected for row in spec.rows}

    assert any(not row.given and row.expected == "not_known" for row in spec.rows)
    assert len(seen) > 1
    if current_pack().fact[spec.rule_id].kind is Kind.YES_NO:
        assert seen == {"yes", "no", "not_known"}


@each_rule
def test_every_rule_cites_its_paragraph(rule):
    assert rule.source.document
    assert rule.source.place


@pytest.mark.parametrize("rule", OF_LAW, ids=lambda rule: rule.id)
def test_every_law_says_when_somebody_looks_at_it_again(rule):
    """And what nobody has verified is not asserted: it is advised, or only said."""
    assert rule.source.review_by
    if "not verified" in rule.source.place:
        assert rule.source.checked_on is None
        assert rule.kind is RuleKind.PRINCIPLE or rule.force is Force.SHOULD


@each_rule
def test_every_rule_is_a_plain_sentence(rule):
    assert rule.words[:1].isupper()
    assert rule.words.endswith(".")
    assert "_" not in rule.words


@pytest.mark.parametrize("rule", PRINCIPLES, ids=lambda rule: rule.id)
def test_every_principle_is_shown_somewhere(rule):
    assert rule.shown


@each_spec
def test_every_table_has_its_prose(spec):
    assert spec.prose[:1].isupper()
    assert spec.prose.endswith(".")


@each_spec
def test_every_table_has_a_row_where_nothing_is_known(spec):
    assert any(not row.given for row in spec.rows)


@each_spec
def test_every_rule_is_seen_to_give_each_answer_it_can_give(spec: Spec):
    """A rule with a modal word around everything never says not known, and a law that has not
    been brought into force never says yes. The others must."""
    seen = {Answer(row.expected) for row in spec.rows}

    assert seen == answers(current_pack().conditions[spec.rule_id])


@each_spec
def test_every_time_limit_is_seen_to_run_out(spec):
    rule = current_pack().rule[spec.rule_id]
    limits = {deadline.id for deadline in current_pack().deadlines if deadline.unit != "none"}

    assert rule.due not in limits or any(row.cells.get("due") for row in spec.rows)


@pytest.mark.parametrize("file", PRINTED, ids=lambda file: file.name)
def test_what_is_printed_is_current(file):
    """If this fails, print it again: `make rule-book`."""
    assert file.read_text() == PRINTED[file]


def test_every_rule_is_in_the_pack_or_is_a_principle_whose_place_is_listed():
    """A principle has no condition and no table, so it says where it is shown instead."""
    listed = {file.name: text for file, text in PRINTED.items()}["readings.md"]

    assert {rule.id for rule in WITH_CONDITION} | {rule.id for rule in PRINCIPLES} == {
        rule.id for rule in RULES
    }
    for rule in PRINCIPLES:
        assert f"| {rule.id} | {rule.words} | {rule.source} | {rule.shown} |" in listed


def test_every_open_point_is_listed_with_the_rules_that_rest_on_it():
    listed = {file.name: text for file, text in PRINTED.items()}["readings.md"]

    for point in open_points().values():
        resting = ", ".join(rule.id for rule in resting_on(current_pack(), point.id))
        after = listed.partition(f"## {point.id}\n")[2].partition("\n## ")[0]
        assert point.open in after
        assert all(way.says in after for way in point.ways)
        assert f"Rules that rest on it: {resting or 'none yet'}." in after


def test_the_service_has_every_table_as_it_stands_here():
    shown = examples()

    assert set(shown) == {spec.rule_id for spec in SPECS}
    for spec in SPECS:
        assert shown[spec.rule_id].columns == tuple(spec.rows[0].cells)
        assert len(shown[spec.rule_id].rows) == len(spec.rows)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("needs accomodation | applies\n---+---\nyes | yes", "row 1 .* not a fact"),
        ("looked after | applies\n---+---\nyes | yes", "row 1 .* cannot be given"),
        ("needs accommodation | applies\n---+---\nyes | yes\nperhaps | no", "row 2 .* must be"),
        ("needs accommodation | applies\n---+---\nyes | maybe", "row 1 .* none of"),
        ("needs accommodation | looked after\n---+---\nyes | yes", "last column"),
        ("needs accommodation | applies\n---+---\nyes", "row 1 has 1 cells"),
        ("needs accommodation | applies\n---+---\nyes | yes\nyes | yes", "stands there twice"),
        ("needs bed tonight | needs accommodation | applies\n---\nyes | no | no", "cannot be"),
        ("needs accommodation | applies\nyes | yes", "no line of dashes"),
        ("carer | applies\n---+---\nshoe size | yes", "row 1 .* no field"),
        ("carer | applies\n---+---\nwilling maybe | yes", "row 1 .* must be"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(table, problem):
    with pytest.raises(TableError, match=problem):
        check("3-l", table)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("needs accommodation | applies\n---+---\nyes | yes\nno | no", "row 2 .* not_known"),
        ("on | due | applies\n---\n2026-05-20 10:00 | none | not_known", "row 1 .* due 2026"),
    ],
)
def test_a_row_that_is_wrong_is_named(table, problem):
    with pytest.raises(AssertionError, match=problem):
        check("3-l", table)


def test_a_rule_that_does_not_exist_is_an_error():
    with pytest.raises(TableError, match="no rule 3-z"):
        check("3-z", "applies\n---\nyes")


def test_a_columns_name_may_run_over_lines():
    [row] = parse("needs         | applies\naccommodation |\n----+----\nyes | no")

    assert row.cells == {"needs accommodation": "yes", "applies": "no"}
