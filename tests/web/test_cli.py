"""What is asked of the service at a terminal."""

import json
from datetime import date

import pytest

from protocol.pack import current_pack
from store import tables
from tests.web.conftest import OFFICER
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once

ON = ("--on", "2026-08-28T16:50")
FACTS = {"needs_accommodation": "yes", "needs_bed_tonight": "yes"}


@pytest.fixture
def advise(flask):
    def run(given, *more):
        text = given if isinstance(given, str) else json.dumps(given)
        return flask("advise", "-", *(more or ON), given=text)

    return run


def refused(result, *says):
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    for each in says:
        assert each in result.stderr
    return True


def test_advice_comes_from_a_file_or_from_standard_input_alike(advise, flask, tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(FACTS))
    from_file, from_input = flask("advise", str(file), *ON), advise(FACTS)
    assert from_file.exit_code == from_input.exit_code == 0
    assert from_file.stdout == from_input.stdout


def test_advice_says_what_applies_what_does_not_and_what_is_missing(advise):
    advice = json.loads(advise(FACTS).stdout)
    assert set(advice) == {
        "pack", "on", "applies", "does_not_apply", "not_known", "concluded", "conflicts",
    }  # fmt: skip
    assert advice["pack"] == current_pack().hash
    assert advice["on"] == "2026-08-28T16:50:00+01:00"
    applies = {rule["id"]: rule for rule in advice["applies"]}
    assert set(applies["3-l"]) == {"id", "force", "act", "due"}
    assert all(rule["missing"] for rule in advice["not_known"])
    everything = {r["id"] for k in ("applies", "does_not_apply", "not_known") for r in advice[k]}
    assert "3-k" in everything


def test_without_a_time_it_is_now(advise, flask):
    advice = json.loads(flask("advise", "-", given="{}").stdout)
    assert date.fromisoformat(advice["on"][:10])


def test_a_fact_left_out_null_or_not_known_is_the_same(advise):
    outputs = {advise(given).stdout for given in ({}, {"age_disputed": None},
               {"age_disputed": "not_known"})}  # fmt: skip
    assert len(outputs) == 1


def test_a_line_at_a_time_each_answer_stands_on_its_own(advise):
    lines = [json.dumps(FACTS), "", "[1]", "{", '{"colour": "red"}', "{}"]
    result = advise("\n".join(lines), *ON, "--jsonl")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert "3 lines could not be read" in result.stderr
    assert [answer.get("line") for answer in answers] == [None, 3, 4, 5, None]
    assert answers[3]["error"] == "colour: is not a fact of these rules"
    whole = json.loads(advise(FACTS).stdout)
    assert answers[0] == whole


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ('{"colour": "red"}', "colour", "is not a fact of these rules"),
        ('{"age": 17}', "age", "is worked out by the rules and cannot be given"),
        ('{"looked_after": "yes"}', "looked_after", "is worked out by the rules"),
        ('{"in_office_hours": "yes"}', "in_office_hours", "is worked out by the rules"),
        ('{"age_disputed": "maybe"}', "age_disputed", 'must be "yes", "no" or "not_known"'),
        ('{"age_disputed": true}', "age_disputed", 'must be "yes", "no" or "not_known"'),
        ('{"age_disputed": ["yes"]}', "age_disputed", 'must be "yes"'),
        ('{"age_disputed": {"yes": 1}}', "age_disputed", 'must be "yes"'),
        ('{"legal_basis": "s99"}', "legal_basis", "must be one of s20"),
        ('{"date_of_birth": "2009-02-30"}', "date_of_birth", "must be a real date"),
        ('{"date_of_birth": "20090227"}', "date_of_birth", "must be a real date"),
        ('{"date_of_birth": 20090227}', "date_of_birth", "must be a real date"),
        ('{"date_of_birth": "2030-01-01"}', "date_of_birth", "must be in the past"),
        ('{"date_of_birth": "0009-01-01"}', "date_of_birth", "must be a real date"),
        ('{"presented_at": "2026-08-28"}', "presented_at", "must be a date and a time"),
        ('{"presented_at": "2026-08-28T17:00"}', "presented_at", "must not be later"),
        ('{"presented_at": "2011-01-01T10:00"}', "presented_at", "bank holidays are known from"),
        ('{"age_disputed": "yes", "age_disputed": "no"}', "age_disputed", "is given twice"),
        ('{"carer": [{"id": "a", "id": "b"}]}', "id", "is given twice"),
        ('{"age_disputed": NaN}', "NaN", "is not a value"),
        ('{"age_disputed": -Infinity}', "Infinity", "is not a value"),
        ('{"age_disputed": 1e999}', "age_disputed", 'must be "yes"'),
        ('{"date_of_birth": ' + "9" * 5000 + "}", "date_of_birth", "must be a real date"),
        ('{"age_disputed": ' + "9" * 5000 + "}", "age_disputed", 'must be "yes"'),
        ('{"carer": {}}', "carer", "must be a list of records"),
        ('{"carer": ["Ann"]}', "carer[0]", "must be an object with an id"),
        ('{"carer": [{"willing": "yes"}]}', "carer[0]", "must be an object with an id"),
        ('{"carer": [{"id": "a"}, {"id": "a"}]}', "carer[1]", "of another carer"),
        ('{"carer": [{"id": "a", "shoe": 1}]}', "carer[0].shoe", "is not a field"),
        ('{"carer": [{"id": "a", "willing": 1}]}', "carer[0].willing", 'must be "yes"'),
        ('{"carer_complete": "yes"}', "carer_complete", "is given without any carer"),
        (
            '{"parent_or_carer_willing": "no", "carer": [{"id": "a", "willing": "yes"}]}',
            "parent_or_carer_willing",
            "is given twice",
        ),
        ("[]", "facts", "must be a JSON object"),
        ('"yes"', "facts", "must be a JSON object"),
        ("null", "facts", "must be a JSON object"),
        ("", "JSON", "This is not JSON"),
        ("{", "JSON", "This is not JSON"),
        ("{'a': 1}", "JSON", "This is not JSON"),
        ('{"age_disputed": ' + "[" * 100_000, "JSON", "This is not JSON"),
        ('{"\\ud800": 1}', "\\ud800", "is not a fact of these rules"),
    ],
)
def test_facts_that_cannot_be_read_are_refused_by_name(advise, given, field, says):
    assert refused(advise(given), field, says)


def test_a_file_that_is_not_text_is_refused(flask, tmp_path):
    file = tmp_path / "facts.json"
    file.write_bytes(b"\xff\xfe{\x00}\x00")
    assert refused(flask("advise", str(file), *ON), "This is not JSON")
    assert refused(flask("advise", str(tmp_path / "none.json"), *ON), "No such file")


@pytest.mark.parametrize("on", ["yesterday", "2026-08-28", "2026-13-01T10:00", "9999-01-01T10:00"])
def test_a_time_that_cannot_be_read_is_refused(advise, on):
    assert refused(advise("{}", "--on", on), "--on")


@pytest.mark.parametrize("on", ["1950-01-01T10:00", "2029-01-02T10:00", "2199-12-31T23:59"])
def test_a_time_the_calendar_does_not_reach_gives_no_advice(advise, on):
    assert refused(advise("{}", "--on", on), "--on")


def test_a_list_of_carers_says_no_only_when_it_is_complete(advise):
    one = [{"id": "a", "willing": "no"}]
    both = [*one, {"id": "b", "willing": "yes"}]
    facts = {"safe_to_return_home": "yes", "young_persons_view_recorded": "yes"}

    def ready(**more):
        return json.loads(advise(facts | more).stdout)["concluded"]["return_home_ready"]

    assert ready(carer=one) == "not_known"
    assert ready(carer=one, carer_complete="yes") == "no"
    assert ready(carer=both) == "yes"
    assert ready(carer=[], carer_complete="yes") == "not_known"


def test_facts_that_cannot_both_be_so_are_said(advise):
    given = {"needs_bed_tonight": "yes", "needs_accommodation": "no"}
    advice = json.loads(advise(given).stdout)
    assert advice["conflicts"] == ["A bed is needed tonight, but there is a safe and settled home"]
    assert "3-b" in {rule["id"] for rule in advice["applies"]}


def test_every_rule_is_listed_with_who_how_strongly_and_where_from(flask):
    rules = json.loads(flask("rules", "--json", *ON).stdout)
    pack = current_pack()
    assert [rule["id"] for rule in rules] == [rule.id for rule in pack.rules]
    for rule in rules:
        assert set(rule) == {
            "id", "kind", "force", "owner", "act", "source", "words", "condition", "readings",
            "shown",
        }  # fmt: skip
        assert rule["source"]
        assert rule["words"]
        assert rule["kind"] != "duty" or (rule["owner"] and rule["act"] and rule["condition"])
    lines = flask("rules", *ON).stdout.splitlines()
    assert len(lines) >= len(rules)
    assert refused(flask("rules", "--json", "--on", "1950-01-01T10:00"), "--on")


def test_every_fact_is_listed_with_its_question_and_why_it_is_asked(flask):
    facts = json.loads(flask("facts", "--json").stdout)
    assert [fact["id"] for fact in facts] == [fact.id for fact in current_pack().facts]
    for fact in facts:
        assert set(fact) == {
            "id", "kind", "says", "question", "why", "who", "options", "worked_out",
        }  # fmt: skip
        assert fact["worked_out"] != bool(fact["question"] and fact["why"] and fact["who"])
    assert len(flask("facts").stdout.splitlines()) == len(facts)


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam")


def tamper(record, sql):
    with record.database() as db:
        for trigger in list(db.triggers):
            db.execute(f"drop trigger {trigger.name}")
        db.execute(sql)
        db.conn.commit()


def test_a_journal_nobody_touched_holds(flask, case):
    assert flask("anchor-journal").exit_code == 0
    result = flask("verify-journal")
    assert result.exit_code == 0
    assert "every chain holds" in result.output


@pytest.mark.parametrize(
    ("sql", "seq"),
    [
        (
            "update journal_bodies set body = replace(body, 'Put out', 'Put up') where entry_id ="
            " (select id from journal where kind = 'decision_made')",
            4,
        ),
        ("update journal set role = 'auditor' where kind = 'answers_given'", 2),
        ("update journal set recorded_at = '2026-08-28T00:00:00.000000Z' where seq = 3", 3),
        ("delete from journal_bodies where entry_id ="
         " (select id from journal where kind = 'advice_given')", 3),
    ],
)  # fmt: skip
def test_the_first_entry_somebody_changed_is_named(flask, case, record, sql, seq):
    tamper(record, sql)
    result = flask("verify-journal")
    assert result.exit_code == 1
    assert f"case:{case.url.split('/')[2]}, entry {seq}: " in result.output
    assert "Sam" not in result.output
    assert "not every chain holds" in result.output


def test_tables_rebuilt_from_the_journal_give_the_same_pages(
    flask, officer, browse, case, record, app
):
    waiting = came(officer, where="homeless")
    officer.submit(case, "Done")
    before = record.tables()
    addresses = ["/", case.url, waiting.url, page_of(waiting, "questions")]
    shown = [officer.get(url).words for url in addresses]
    with record.database() as db:
        for table in reversed(tables.kept_tables()):
            db.table(table).delete_where()
    assert flask("rebuild-tables").exit_code == 0
    assert record.tables() == before
    assert [officer.get(url).words for url in addresses] == shown
    assert browse(OFFICER).get(case.url).heading == "Sam"


def test_an_account_is_added_once(flask, browse):
    arguments = ("add-account", "new@council.example", OFFICER, "New Worker", "--password", "pw")
    assert flask(*arguments).exit_code == 0
    browse().sign_in("new@council.example", "pw")
    result = flask(*arguments)
    assert result.exit_code == 1
    assert "Another account has this e-mail address" in result.output
