"""When a rule is in force, and what a time limit does when its start is out of reach."""

from datetime import date, datetime

import pytest

from rules.answers import NO, YES
from rules.calendar import LONDON, BeyondHorizon, Deadline
from rules.conditions import NOT_COMMENCED, InForce
from rules.evaluate import evaluate
from rules.facts import Fact, Kind
from rules.pack import read_pack, say
from tests.packs import ON, TODAY, duty, tiny_pack

FACTS = [
    Fact("came_at", Kind.MOMENT, "when they came", question="When?"),
    Fact("moved_on", Kind.DATE, "the day they moved", question="When?"),
]


def test_a_law_nobody_has_brought_into_force_never_applies():
    pack = tiny_pack(["cold"], [duty("d", lambda yp: yp.cold, in_force_from=NOT_COMMENCED)])

    for again in (pack, read_pack(pack.text)):
        for on in (ON, ON.replace(year=2099)):
            assert evaluate(again, {"cold": YES}, on).result("d") is NO


def test_no_day_is_late_enough_for_it():
    assert not InForce(NOT_COMMENCED, None).covers(date.max)
    assert InForce(None, None).covers(date.max)


def test_it_is_said_in_words():
    pack = tiny_pack(["cold"], [duty("d", lambda yp: yp.cold, in_force_from=NOT_COMMENCED)])
    words = say(pack, TODAY)

    assert words(InForce(NOT_COMMENCED, None), True) == "this law has been brought into force"
    assert (
        words(InForce(NOT_COMMENCED, None), False) == "this law has not yet been brought into force"
    )


def clocks():
    limits = [
        Deadline("own", "working days", "Within {number} working days", "limit", starts="moved_on"),
    ]
    rules = [duty("own", lambda yp: yp.cold, due="own")]
    return tiny_pack([*FACTS, "cold"], rules, deadlines=limits, deadline_starts="came_at")


@pytest.mark.parametrize("moved_on", [date(1950, 1, 1), date(2150, 1, 1)])
def test_a_limit_that_starts_out_of_reach_has_no_due_time_and_says_so(moved_on):
    pack = clocks()
    findings = evaluate(pack, {"cold": YES, "moved_on": moved_on}, ON)

    assert findings.due(pack.rule["own"]) is None
    assert findings.due_words(pack.rule["own"]) == (
        "Within 16 working days. It starts too long ago, or too far ahead, to be worked out"
    )


def test_a_limit_within_reach_has_one():
    pack = clocks()
    findings = evaluate(pack, {"cold": YES, "moved_on": date(2026, 5, 1)}, ON)

    assert f"{findings.due(pack.rule['own']):%Y-%m-%d}" == "2026-05-27"
    assert findings.due_words(pack.rule["own"]) == "Within 16 working days"


def test_a_limit_counted_from_the_day_they_came_is_still_an_error_there():
    limits = [Deadline("packs", "working days", "Within {number} working days", "limit")]
    pack = tiny_pack(
        [*FACTS, "cold"],
        [duty("d", lambda yp: yp.cold, due="packs")],
        deadlines=limits,
        deadline_starts="came_at",
    )
    findings = evaluate(pack, {"came_at": datetime(2100, 12, 30, tzinfo=LONDON)}, ON)

    with pytest.raises(BeyondHorizon):
        findings.due(pack.rule["d"])
