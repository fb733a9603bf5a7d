"""When the rules cannot be run safely there is no advice, and nobody is left without words."""

import pytest

from rules.evaluate import RulesDisagree
from tests.web.conftest import OFFICER
from tests.web.journey import BED, NOWHERE, SAVE, SHOW, START, came, deciding, page_of

HEADING = "The rules could not be run safely"


def disagree(*_):
    raise RulesDisagree("the rules could not be run safely")


def no_advice(page, saved=True):
    assert page.heading == HEADING
    assert "Use the printed protocol and call your duty manager" in page.words
    assert "If a bed is needed, find the bed first" in page.words
    assert "There is no advice" in page.words
    assert ("What you answered is saved" in page.words) == saved
    for advice in ("Refer to MASH", "Traceback", "Error"):
        assert advice not in page.text
    return True


@pytest.fixture
def broken(monkeypatch):
    return lambda: monkeypatch.setattr("protocol.advice.evaluate", disagree)


def test_when_engine_and_reference_differ_the_answers_are_saved_and_there_is_no_advice(
    officer, broken, record
):
    broken()
    saved = officer.submit(officer.get(START), SHOW, **NOWHERE)
    assert no_advice(officer.get(saved.location, status=503))
    assert no_advice(officer.get(saved.location.replace("tonight", "why"), status=503))
    assert no_advice(officer.get(saved.location.replace("tonight", "decision"), status=503))
    assert record.facts()["needs_bed_tonight"] == "yes"
    officer.get("/")
    officer.get(saved.location.replace("tonight", "questions"))


def test_a_decision_that_could_not_be_saved_is_not_said_to_be(officer, broken, record):
    page = deciding(officer, came(officer, **NOWHERE))
    before = record.entries()
    broken()
    told = officer.submit(page, SAVE, **BED, status=503)
    assert no_advice(told, saved=False)
    assert "What you have just entered was not saved: write it down" in told.words
    assert record.entries() == before


def test_once_the_rules_run_again_the_advice_is_there(officer, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("protocol.advice.evaluate", disagree)
        saved = officer.submit(officer.get(START), SHOW, **NOWHERE)
        officer.get(saved.location, status=503)
    assert officer.get(saved.location).heading == "A bed tonight, and MASH now"


def test_beyond_the_bank_holidays_that_are_known_nothing_is_guessed(browse, clock, record):
    clock.set("2029-01-02 10:00")
    officer = browse(OFFICER)
    saved = officer.submit(
        officer.get(START), SHOW, **NOWHERE | {"date_of_birth": ["1", "1", "2012"]}
    )
    assert no_advice(officer.get(saved.location, status=503))
    assert record.facts()["needs_bed_tonight"] == "yes"


def test_a_clock_that_was_put_back_gives_no_advice_and_no_blank_page(officer, clock):
    """They asked later than it is now."""
    card = came(officer, **NOWHERE)
    clock.set("2026-08-28 16:00")
    assert no_advice(officer.get(card.url, status=503))


def test_rules_changed_in_the_archive_give_no_advice(officer, record):
    card = came(officer, **NOWHERE)
    with record.database() as db:
        for trigger in list(db.triggers):
            db.execute(f"drop trigger {trigger.name}")
        db.execute("update packs set body = replace(body, 'bed', 'bad')")
        db.conn.commit()
    for name in ("tonight", "why", "decision"):
        assert no_advice(officer.get(page_of(card, name), status=503))


def test_what_kept_the_rules_from_running_is_logged_without_saying_about_whom(
    officer, broken, caplog
):
    broken()
    came_to = officer.submit(officer.get(START), SHOW, **NOWHERE)
    officer.get(came_to.location, status=503)
    assert "The rules could not be run: RulesDisagree" in caplog.text
