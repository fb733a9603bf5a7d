"""The case this service was asked for, from the door to the record.

Friday 28 August 2026, 16:50, before a bank holiday. A 17-year-old was put out by a parent, has
nowhere safe tonight, and refuses to have the parents contacted.
"""

import json

from store import tasks
from tests.web.conftest import london
from tests.web.journey import NOWHERE, came, decided, deciding, page_of
from tests.web.once import taken_once

ANSWERS = {**NOWHERE, "family": "refuses", "safe_to_return_home": "no"}
MUST_APPLY = {"3-a", "3-b", "3-l", "4-a", "4-b", "a44", "a44-reason", "a45", "1-i", "a15"}
MUST_NOT_APPLY = {"3-f", "3-h", "3-i", "3-k", "a12", "gap-3", "2-b", "a41", "a48-adult"}


@taken_once
def card(officer):
    return came(officer, **ANSWERS)


def test_there_is_a_bed_tonight_and_mash_now(card):
    assert card.heading == "A bed tonight, and MASH now"
    steps = card.part("Who acts, and by when")
    assert "somewhere safe to sleep" in steps
    assert "Section 3, paragraph 13 (3-l)" in steps
    assert "You will have somewhere safe to sleep tonight" in card.part("What to say")


def test_nobody_is_asked_for_consent(card):
    assert "No consent is needed to refer" in card.words
    assert "Do not ask for consent" in card.part("Do not, tonight")
    assert "Would you like" not in card.words


def test_no_page_suggests_contacting_the_family(officer, card):
    held_back = card.part("Do not, tonight")
    assert "Do not contact the family" in held_back
    for page in (card, deciding(officer, card), decided(officer, card), officer.get("/")):
        assert "Explore with them and their family" not in page.words
        assert "how parents, carers and relatives" not in page.words


def test_allocation_is_due_that_evening_and_not_after_the_bank_holiday(officer, card):
    why = officer.get(page_of(card, "why"))
    allocation = why.soup.find(id="rule-4-a").get_text()
    assert "Tonight, by midnight" in allocation
    assert "1 September" not in card.words


def test_the_decision_opens_a_case_with_everything_that_is_to_be_done(officer, card, record):
    case = decided(officer, card, name="Sam Tester")
    assert case.heading == "Sam Tester"
    assert "Find a bed for tonight and refer to MASH now" in case.part("What was decided")
    assert "For a manager" not in case.words
    with record.database() as db:
        found = {task.rule_id: task for task in tasks.tasks_of(db, case.url.split("/")[2])}
    assert found.keys() >= MUST_APPLY - {"a44", "1-i", "a15"}
    assert not found.keys() & MUST_NOT_APPLY
    assert found["4-a"].due_at == london("2026-08-28 23:59:59")
    assert found["4-a"].owner_role == "mash_social_worker"
    assert found["4-a"].held_by_role == "mash_manager"
    assert found["3-b"].due_at is not None
    assert "Mash manager" in case.words or "MASH manager" in case.words
    decision = record.last("decision_made")
    assert (decision["option"], decision["departures"]) == ("bed_and_mash", [])
    advice = record.last("advice_given")
    applied = {rule["id"] for rule in advice["findings"]["applies"]}
    assert applied >= MUST_APPLY
    assert not applied & MUST_NOT_APPLY
    assert advice["findings"]["on"] == "2026-08-28T16:50:00+01:00"
    record.holds()


def test_the_mash_manager_finds_the_allocation_on_their_own_page(officer, card, browse):
    decided(officer, card, name="Sam Tester")
    home = browse("mash_manager").get("/")
    assert "Allocate to the Duty and Assessment Team" in home.part("To do, soonest first")
    assert "Tonight, by midnight" in home.part("To do, soonest first")
    assert "Sam Tester" in home.part("To do, soonest first")


def test_the_command_line_gives_the_same_advice(flask):
    facts = {
        "date_of_birth": "2009-01-15",
        "presented_at": "2026-08-28T16:50+01:00",
        "needs_bed_tonight": "yes",
        "needs_accommodation": "yes",
        "agrees_to_family_contact": "no",
        "safe_to_return_home": "no",
    }
    result = flask("advise", "-", "--on", "2026-08-28T16:50", given=json.dumps(facts))
    advice = json.loads(result.stdout)
    applies = {rule["id"]: rule for rule in advice["applies"]}
    assert applies.keys() >= MUST_APPLY
    assert not applies.keys() & MUST_NOT_APPLY
    assert applies["4-a"]["due"] == "2026-08-28T23:59:59+01:00"
    assert applies["a44"]["force"] == "must not"
    assert applies["a44"]["act"] == "contact_family"
    assert {"3-f", "3-h"} <= {rule["id"] for rule in advice["does_not_apply"]}
