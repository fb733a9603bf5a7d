"""Asking at a terminal what the thresholds suggest for a contact."""

import json

import pytest
from click.testing import CliRunner

from app import create_app
from cli.rate import rate as rate_command
from thresholds.rating.pack import rating_pack

ON = ("--on", "2026-05-23T18:30")  # Saturday of a bank holiday weekend


@pytest.fixture
def rate(flask):
    def run(given, *more):
        text = given if isinstance(given, str) else json.dumps(given)
        return flask("rate", "-", *(more or ON), given=text)

    return run


def said(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_it_says_what_is_suggested_why_by_when_and_what_is_missing(rate):
    answer = said(rate({"ind_mis_3": "yes"}))
    assert answer["concluded"] == {"suggested_minimum": "amber"}
    assert answer["because"][0]["sentence"].startswith("They go missing again and again")
    assert answer["cannot_rule_out"] == ["red"]
    assert [each["fact"] for each in answer["missing"][:2]] == ["harm_now", "nowhere_safe_tonight"]
    assert answer["pack"] == rating_pack().hash
    clock = answer["clock"]
    assert clock["until_rated"]["at"] == "2026-05-23T22:30:00+01:00"
    assert clock["as_suggested"]["at"] == "2026-05-26T23:59:59+01:00"
    assert clock["measured_until"] == "2026-05-24T18:30:00+01:00"
    for limit in (clock["until_rated"], clock["as_suggested"]):
        assert "not yet confirmed by Barnet" in limit["source"]
        assert limit["confirmed"] is False


def test_of_nothing_it_suggests_nothing(rate):
    answer = said(rate({}))
    assert answer["concluded"] == {"suggested_minimum": None}
    assert answer["clock"]["as_suggested"] is None
    assert answer["cannot_rule_out"] == ["red", "amber", "green"]


def test_a_homeless_17_year_old_is_allocated_the_same_day_whatever_the_band(rate):
    facts = {"homeless": "yes", "age": 17, "received_at": "2026-05-22T10:00"}
    answer = said(rate(facts))
    assert answer["concluded"] == {"suggested_minimum": "amber"}
    assert answer["same_day"] is True
    assert answer["same_day_by"].startswith("2026-05-22T23:59")
    assert answer["clock"]["as_suggested"]["governs"] == "same_day"
    assert [each["rule_id"] for each in answer["follows"]] == ["same-day", "only-referral"]


def test_the_clock_starts_when_it_was_received_and_not_when_somebody_asks(rate):
    answer = said(rate({"received_at": "2026-05-20T09:00"}))
    assert answer["clock"]["until_rated"]["at"] == "2026-05-20T13:00:00+01:00"


def test_another_councils_bands_can_be_named(rate, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_THRESHOLDS", "merton")
    answer = said(rate({"ind_mis_3": "yes"}))
    assert answer["clock"]["as_suggested"]["at"] == "2026-05-24T00:30:00+01:00"


def test_a_line_at_a_time_each_answer_stands_on_its_own(rate):
    lines = ['{"ind_edu_2a": "yes"}', "", "[1]", '{"colour": "red"}', "{}"]
    result = rate("\n".join(lines), *ON, "--jsonl")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert "2 lines could not be read" in result.stderr
    assert [answer.get("line") for answer in answers] == [None, 3, 4, None]
    assert "colour: is not a fact of these rules" in answers[2]["error"]
    assert answers[0] == said(rate(lines[0]))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "This is not JSON"),
        ("{", "This is not JSON"),
        ("[" * 100_000, "This is not JSON"),
        ("[]", "must be a JSON object"),
        ('{"age": 17, "age": 16}', "age: is given twice"),
        ({"colour": "red"}, "colour: is not a fact"),
        ({"at_least_red": "yes"}, "at_least_red: is worked out"),
        ({"ind_edu_2a": True}, 'ind_edu_2a: must be "yes", "no" or "not_known"'),
        ({"age": "17"}, "age: must be a whole number"),
        ({"age": -1}, "age: must be a whole number"),
        ({"rated": "red"}, "rated: is not a fact"),
        ({"received_at": "yesterday"}, "received_at: must be a date and a time"),
        ({"received_at": "2030-01-01T10:00", "carries_3_l": "yes"}, "presented_at: the bank"),
        ({"received_at": "2017-01-01T10:00"}, "presented_at: no time limit"),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(rate, given, says):
    result = rate(given)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert says in result.stderr


def test_thresholds_that_are_nowhere_are_refused_and_named(rate, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_THRESHOLDS", "atlantis")
    result = rate({})
    assert result.exit_code == 2
    assert "atlantis" in result.stderr
    assert "barnet, merton" in result.stderr


def test_the_service_does_not_start_on_thresholds_that_are_nowhere(monkeypatch):
    monkeypatch.setenv("FRONTDOOR_THRESHOLDS", "atlantis")
    with pytest.raises(SystemExit, match="atlantis"):
        create_app()


def test_every_fact_it_takes_and_every_rule_it_goes_by_can_be_listed(flask):
    facts = said(flask("facts", "--thresholds", "--json"))
    assert {"ind_edu_2a", "homeless", "received_at"} <= {fact["id"] for fact in facts}
    rules = said(flask("rules", "--thresholds", "--json"))
    assert {rule["id"] for rule in rules} == {rule.id for rule in rating_pack().rules}


def test_it_needs_neither_the_service_nor_a_database():
    result = CliRunner().invoke(rate_command, ["-", *ON], input='{"ind_edu_2a": "yes"}')
    assert said(result)["concluded"] == {"suggested_minimum": "green"}
