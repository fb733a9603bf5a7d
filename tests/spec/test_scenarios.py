"""The scenarios of tests/scenarios: written from the protocol, the readings and the law."""

import csv
from dataclasses import replace

import pytest

from protocol.pack import current_pack
from rules.answers import NO, YES, Answer
from tests.scenarios.cases import all_cases, cases_of
from tests.scenarios.coverage import never, seen
from tests.scenarios.judge import judge, told
from tests.scenarios.rows import COLUMNS, all_rows, read_rows
from tests.scenarios.sheet import HERE, ScenarioError
from tests.spec.possible import answers

ROWS, CASES = all_rows(), all_cases()
ROWS_BY_HAND, CHECKS = 400, 2000

GOOD = {
    "id": "xx-001",
    "story": "Sofa-surfing",
    "on": "2026-05-20 10:00",
    "facts": "needs_accommodation=yes",
    "applies": "3-l",
    "why": "A sofa is not a home",
    "paragraph": "3 ¶13",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row.part}: {case.id}")
def test_the_rules_say_what_the_scenario_expects(case):
    wrong = judge(case)

    assert not wrong, told(case, wrong)


@pytest.mark.parametrize("rows", [len(ROWS)], ids=lambda rows: f"{rows} rows")
def test_the_rows_written_by_hand_are_many(rows):
    assert rows >= ROWS_BY_HAND


@pytest.mark.parametrize("checks", [len(CASES)], ids=lambda checks: f"{checks} checks")
def test_the_checks_they_make_are_many(checks):
    assert checks >= CHECKS


@pytest.mark.parametrize("rule", current_pack().conditions)
def test_every_rule_is_seen_to_apply_not_to_apply_and_not_to_be_known(rule):
    """Seen means that a row expects it. What a rule never says is listed with a reason."""
    assert seen().get(rule, frozenset()) == set(Answer) - never().get(rule, frozenset())


@pytest.mark.parametrize("rule", current_pack().conditions)
def test_what_a_rule_never_says_is_so_by_how_it_is_built(rule):
    possible = answers(current_pack().conditions[rule])

    assert possible == set(Answer) - never().get(rule, frozenset())


def test_the_page_for_policy_people_names_every_column():
    page = (HERE / "README.md").read_text()

    assert [column for column in COLUMNS if f"`{column}`" not in page] == []


def test_a_disagreement_tells_the_story_what_was_expected_and_the_paragraph():
    case = next(case for case in CASES if case.id == "fc-001")

    wrong = judge(replace(case, expected={"3-l": NO}, only=frozenset({"3-a"}), due={"3-l": "none"}))
    text = told(case, wrong)

    assert "fc-001 (first_contact.csv, line 2)" in text
    assert "Sofa-surfing at a friend's since Tuesday" in text
    assert "3-l: expected does not apply; the rules say it applies" in text
    assert "3-a: applies as well" in text
    assert "3-l: expected due none; the rules say 2026-05-20 23:59" in text
    assert "Paragraph: 3 ¶13; A11; A18" in text


@pytest.fixture
def sheet(tmp_path):
    """Writes rows like a good one, each with some cells put otherwise, and reads their cases."""

    def read(*rows: dict[str, str]):
        path = tmp_path / "made_up.csv"
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(GOOD | row for row in rows)
        return [case for row in read_rows(path) for case in cases_of(row)]

    return read


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"story": ""}, "story is blank"),
        ({"paragraph": ""}, "paragraph is blank"),
        ({"on": "20 May"}, "is no time like"),
        ({"on": "2026-02-30 10:00"}, "must be a date and a time"),
        ({"applies": "3-z"}, "no rule 3-z"),
        ({"applies": "3-c"}, "no rule 3-c with a condition"),
        ({"applies": "3-l; 3-l"}, "names something twice"),
        ({"applies": "3-l;"}, "a semicolon too many"),
        ({"does_not_apply": "3-l"}, "3-l is expected twice"),
        ({"applies": ""}, "expects nothing"),
        ({"only": "everything"}, "no group everything"),
        ({"outcome": "happy"}, "no outcome happy"),
        ({"due": "3-l=soon"}, "'soon' is no time"),
        ({"due": "3-z=none"}, "no rule 3-z"),
        ({"facts": "needs accommodation"}, "is neither fact=value nor a record"),
        ({"facts": "pregnant=yes; pregnant=no"}, "pregnant is given twice"),
        ({"facts": "unicorn: at=2026-05-20"}, "no record unicorn"),
        ({"facts": "carer: willing"}, "is not field=value"),
        ({"facts": "like xx-009"}, "xx-009 is not further up"),
        ({"facts": "{born}"}, "names no table"),
        ({"table": "moons"}, "no table moons"),
        ({"table": "ages years=99"}, "no line of ages"),
        ({"table": "ages weight=9"}, "no column weight"),
        ({"table": "ages", "facts": "date_of_birth={birth}"}, "the table has no column birth"),
        ({"whatever": "needs_accommodation"}, "is among the facts"),
        ({"whatever": "age"}, "no fact with answers of its own"),
    ],
)
def test_a_row_that_cannot_be_read_is_an_error_with_its_file_and_line(sheet, cells, problem):
    with pytest.raises(ScenarioError, match=rf"made_up\.csv, line 3: .*{problem}"):
        sheet({}, cells | {"id": "xx-002"})


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ("unicorns=yes", "is not a fact"),
        ("pregnant=perhaps", "must be"),
        ("carer: willing=perhaps", "must be"),
        ("needs_accommodation=no; needs_bed_tonight=yes", "this cannot be"),
    ],
)
def test_facts_that_cannot_be_are_an_error_with_their_file_and_line(sheet, facts, problem):
    [case] = sheet({"facts": facts})

    with pytest.raises(ScenarioError, match=rf"made_up\.csv, line 2: .*{problem}"):
        judge(case)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("xx-001,Sofa-surfing", "has 2 cells for 14 columns"),
        ('xx-001,"Sofa-surfing', "cannot be read"),
    ],
)
def test_a_line_that_is_no_row_is_an_error_with_its_file_and_line(tmp_path, line, problem):
    path = tmp_path / "made_up.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{line}\n")

    with pytest.raises(ScenarioError, match=rf"made_up\.csv, line 2: .*{problem}"):
        read_rows(path)


def test_a_file_with_other_columns_is_an_error(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text("id,tale\n")

    with pytest.raises(ScenarioError, match=r"made_up\.csv, line 1: the columns must be"):
        read_rows(path)


def test_a_row_like_another_changes_leaves_out_and_adds(sheet):
    first = {"facts": "pregnant=yes; needs_accommodation=yes; carer: willing=no"}
    second = {"id": "xx-002", "facts": "like xx-001; pregnant=no; without carer; age_disputed=no"}

    *_, case = sheet(first, second)

    assert case.raw == {"needs_accommodation": "yes", "pregnant": "no", "age_disputed": "no"}


def test_facts_that_must_not_matter_are_tried_both_ways(sheet):
    cases = sheet({"whatever": "pregnant; legal_basis=s17/s188"})

    assert [case.variation for case in cases] == [
        "",
        "pregnant=yes",
        "pregnant=no",
        "legal_basis=s17",
        "legal_basis=s188",
    ]
    assert all(case.expected == {"3-l": YES} for case in cases)


def test_a_row_over_a_table_is_a_case_for_each_of_its_lines(sheet):
    cases = sheet({"on": "{on}", "facts": "date_of_birth={born}", "table": "ages years=15"})

    assert len(cases) > 1
    assert cases[0].raw == {"date_of_birth": "2010-05-21"}
    assert cases[0].on == "2026-05-20 10:00"
