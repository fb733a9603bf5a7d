"""Section 20, section 17 and Part VII side by side: complete, cited, and for this young person."""

from datetime import datetime

import pytest

from protocol.pack import current_pack
from protocol.routes import PART_VII, ROUTES, SECTION_17, SECTION_20, side_by_side
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.evaluate import evaluate
from tests.unit.informed import ACCEPTS, HOUSING_OWES_NOTHING, INFORMED, NO_CARE_LEAVER, OWED

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)


def routes(**facts):
    found = side_by_side(evaluate(current_pack(), facts, NOW))
    return {now.route.id: now for now in found}


def in_the_way(now):
    return [gate.id for gate in now.in_the_way]


def test_they_stand_in_the_same_order_for_everybody():
    for facts in ({}, OWED | ACCEPTS, OWED | INFORMED | NO_CARE_LEAVER):
        assert list(routes(**facts)) == ["s20", "s17", "part_vii"]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_what_each_gives_and_loses_is_cited_and_said_to_the_young_person(route):
    assert route.gives
    assert route.loses
    for statement in (*route.gives, *route.loses):
        assert statement.says.endswith(".")
        assert statement.source.document
        assert statement.source.place


def test_what_is_lost_without_section_20_is_said_of_both_others():
    """No reviews, no reviewing officer, no personal adviser, no help until 25, no registration."""
    for route in (SECTION_17, PART_VII):
        lost = " ".join(statement.says for statement in route.loses)
        for word in ("reviews", "reviewing officer", "personal adviser", "25", "Ofsted"):
            assert word in lost
    assert "reviewing officer" in " ".join(statement.says for statement in SECTION_20.gives)


def test_with_nothing_known_both_others_are_held_back_and_what_is_missing_is_named():
    now = routes()

    assert [now[id].follows for id in ("s20", "s17", "part_vii")] == [NOT_KNOWN] * 3
    assert in_the_way(now["s20"]) == []
    assert in_the_way(now["s17"]) == ["gate-s17"]
    assert in_the_way(now["part_vii"]) == ["gate-part-vii"]
    assert "s20_answer" in now["part_vii"].missing


def test_an_uninformed_no_is_in_the_way_of_part_vii_and_what_is_missing_is_said_in_words():
    facts = OWED | NO_CARE_LEAVER | INFORMED
    del facts["advocate_offered_before_refusal"]
    now = routes(**facts)["part_vii"]
    findings = evaluate(current_pack(), facts, NOW)

    assert (now.follows, in_the_way(now)) == (NOT_KNOWN, ["gate-part-vii"])
    assert "advocate_offered_before_refusal" in now.missing
    assert any("independent advocate" in words for words in now.missing_in_words(findings))


def test_an_informed_no_opens_part_vii_and_not_section_17():
    now = routes(**OWED | INFORMED | NO_CARE_LEAVER)

    assert (now["part_vii"].follows, in_the_way(now["part_vii"])) == (YES, [])
    assert (now["s20"].follows, in_the_way(now["s17"])) == (NO, ["gate-s17"])


def test_section_17_is_open_only_after_housing_and_a_second_no():
    now = routes(**OWED | INFORMED | NO_CARE_LEAVER | HOUSING_OWES_NOTHING)

    assert (now["s17"].follows, in_the_way(now["s17"])) == (YES, [])
    assert now["part_vii"].follows is NO


def test_what_is_told_needs_nothing_more():
    now = routes(**OWED | ACCEPTS | NO_CARE_LEAVER)["s20"]

    assert (now.follows, in_the_way(now), now.missing) == (YES, [], ())


def test_an_able_parents_objection_is_in_the_way_of_section_20_until_they_agree():
    objection = {
        "parent_objects_to_s20": YES,
        "objecting_parent_can_house": YES,
        "live_with_holder_agrees": NO,
    }

    undecided = routes(**OWED | objection, s20_answer="undecided")["s20"]
    agreed = routes(**OWED | objection | ACCEPTS)["s20"]

    assert in_the_way(undecided) == ["law-s20-objection"]
    assert (agreed.follows, in_the_way(agreed)) == (YES, [])
