"""Strategy discussions: police and health are expected, and what nobody wrote down is not known."""

import pytest

from tests.web.mash import Child

SAVE = "Save the strategy discussion"
RIGHT = {
    "held_at": ["28", "8", "2026", "16:30"],
    "social_care": "came",
    "police": "came",
    "health": "came",
    "later": "no",
    "safety": "With her aunt tonight. The aunt's sister looks in.",
    "decision": "An enquiry, jointly with police.",
    "reasons": "Bruises that nobody can explain.",
}
ACTION = {"what_1": "See her alone", "owner_1": "DAT", "due_1": ["29", "8", "2026"]}


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


@pytest.fixture
def child(record, clock):
    child = Child(record, clock)
    child.rated("red")
    return child


def held(browser, child, status=302, **said):
    page = child.step(browser, "strategy-discussion")
    return browser.submit(page, SAVE, status, **{**RIGHT, **said})


def test_who_came_is_said_of_those_invited_to_and_of_those_held(mash, child, record):
    held(mash, child)
    assert "Not known to have been there" not in child.page(mash).part("Strategy discussions")
    why = "No nurse on call. Rung at 9."
    held(mash, child, health="not_at_this_hour", absence=why)
    held(mash, child, police="no_answer", health="involved_not_recorded", absence=why)
    words = child.page(mash).part("Strategy discussions")
    assert "Not known to have been there: police and health. Both are expected" in words
    assert (
        "Police came to 2 of the 3 they are known to be invited to, and to 2 of 3 discussions held."
    ) in words
    assert (
        "Health came to 1 of the 1 they are known to be invited to, and to 1 of 3 discussions "
        "held. Of 1 it is not known whether they came."
    ) in words
    assert "%" not in words
    assert "School or education: not recorded" in words
    record.is_sound()


def test_what_was_agreed_stays_open_until_somebody_records_that_it_is_done(mash, child, record):
    held(mash, child, **ACTION)
    page = child.page(mash)
    assert "See her alone: DAT, by 29 August 2026" in page.part("Strategy discussions")
    assert "See her alone (DAT)" in mash.get("/").words
    step = child.step(mash, "actions")
    mash.submit(step, "", done=[step.soup.select_one("input[name=done]")["value"]])
    assert "See her alone (DAT)" not in mash.get("/").words
    record.is_sound()


def test_a_deliberate_delay_has_its_reason_and_the_child_is_safe_meanwhile(mash, child, record):
    refused = held(mash, child, status=400, later="yes", safety="")
    assert refused.error_beside("delay") == "Enter why it was later"
    assert refused.error_beside("safety") == "Enter what keeps the child safe until then"
    held(mash, child, later="yes", delay="So that the nurse who knows her could come.")
    words = child.page(mash).part("Strategy discussions")
    assert "Held later on purpose So that the nurse who knows her could come." in words
    assert "Keeps the child safe until then With her aunt tonight." in words


@pytest.mark.parametrize(
    ("said", "beside", "message"),
    [
        ({"police": ""}, "police", "Select how police took part"),
        ({"police": "perhaps"}, "police", "Select how police took part"),
        ({"health": None}, "health", "Select how health took part"),
        ({"social_care": ""}, "social_care", "Select how children's social care took part"),
        (
            {"health": "no_answer"},
            "absence",
            "Enter why police or health were missing, and how they are told",
        ),
        (
            {"held_at": ["28", "8", "2026", "16:51"]},
            "held_at",
            "When it was held must not be later than now",
        ),
        ({"what_2": "See her"}, "owner_2", "Enter who does it"),
        ({"what_2": "See her", "owner_2": "DAT"}, "due_2", "Enter by when it is done"),
        ({"owner_3": "DAT"}, "what_3", "Enter what is done"),
        ({"due_1": ["31", "2", "2026"]}, "due_1", "The day it is done by must be a real date"),
        ({"decision": " "}, "decision", "Enter what was decided"),
        ({"reasons": ""}, "reasons", "Enter why it was decided"),
    ],
)
def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
    mash, child, record, said, beside, message
):
    refused = held(mash, child, status=400, **said)
    assert refused.error_beside(beside) == message
    assert refused.typed(SAVE)["safety"] == [RIGHT["safety"]]
    assert record.entries("strategy_discussion") == []


def test_nothing_is_chosen_beforehand_and_twice_is_once(mash, child, record):
    page = child.step(mash, "strategy-discussion")
    assert page.typed(SAVE) == {}
    for _ in range(2):
        mash.submit(page, SAVE, **RIGHT)
    assert len(record.entries("strategy_discussion")) == 1


def test_the_assessment_team_can_record_one_and_an_auditor_reads(browse, child):
    held(browse("social_worker"), child)
    auditor = browse("auditor")
    assert "An enquiry, jointly with police." in child.page(auditor).part("Strategy discussions")
    child.step(auditor, "strategy-discussion", 403)
