"""What starts to apply after the decision is to be done too: once, and somebody holds it."""

import pytest

from rules.evaluate import RulesDisagree
from store import tasks
from tests.web.browser import line
from tests.web.conftest import OTHER_OFFICER
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once

LOOK = "Try the contact they call safe, weigh the risk"
RING_MASH = "Ring MASH now and say what you have seen and heard"
RING_EDT = "Ring the Emergency Duty Team, record name and time"
WHY_NOT = "Record in their words why they do not want it"
NEW, CLOSE_IT = "New: nobody has it", "No longer asked for: close it"


@taken_once
def card(officer):
    return came(officer, **NOWHERE)


@taken_once
def case(officer, card):
    return decided(officer, card, name="Sam")


def rows(page):
    """What is to be done, and all that is said about it."""
    found = page.soup.find(id="tasks").find_parent("section").select("tbody tr")
    return {row.td.contents[0].strip(): row for row in found}


def row_of(page, words):
    found = [row for name, row in rows(page).items() if name.startswith(words)]
    assert len(found) <= 1, "it stands on the list twice"
    return found[0] if found else None


def press(browser, page, words, button, status=302):
    """One of the buttons beside something that is to be done."""
    form = next(
        f for f in row_of(page, words).find_all("form") if line(f.button).startswith(button)
    )
    posted = {i["name"]: i["value"] for i in form.find_all("input")}
    return browser.post(form["action"], posted, status)


def made(record, case, rule):
    with record.database() as db:
        return [t for t in tasks.tasks_of(db, case.url.split("/")[2]) if t.rule_id == rule]


@pytest.mark.parametrize(
    ("slug", "answers", "words", "manager"),
    [
        ("left", {"left_or_missing": "yes"}, LOOK, "Duty manager, Housing Options"),
        ("harm", {"risk_of_significant_harm": "yes"}, RING_MASH, "Duty manager, Housing Options"),
        ("signs", {"signs": ["exploited"]}, RING_MASH, "Duty manager, Housing Options"),
        ("family", {"family": "refuses"}, WHY_NOT, "Duty manager, Housing Options"),
        ("pregnant", {"pregnant": "yes"}, "Make a contact to MASH of its own", "Duty manager"),
    ],
)
def test_an_answer_after_the_decision_puts_what_follows_from_it_on_the_list(
    officer, browse, card, case, slug, answers, words, manager
):
    assert row_of(case, words) is None

    answer(officer, card, slug, **answers)

    row = line(row_of(officer.get(case.url), words))
    assert f"Until accepted: {manager}" in row
    assert NEW not in row, "it has a task, which its manager sees at home"
    assert words in browse("housing_duty_manager").get("/").part("To do, soonest first")


def test_a_missing_young_person_is_the_first_thing_on_the_page(officer, card, case, clock):
    clock.forward(minutes=70)
    answer(officer, card, "left", left_or_missing="yes")

    page = officer.get(case.url)

    assert "They have left, or are missing. The bed stays theirs." in page.words
    assert "Nothing is recorded as done since" in page.words
    assert "At once since today at 6pm" in line(row_of(page, LOOK)), "from when it was known"
    seen = {"since_they_left": ["police"], "since_they_left_words": "At the bus stop at 5."}
    answer(officer, card, "since-they-left", **seen)
    words = officer.get(case.url).words
    assert "Done since: Rung the police." in words
    assert "“At the bus stop at 5.”" in words
    assert words.index("The bed stays theirs") < words.index("Do not contact the family")


def test_the_same_answer_given_again_doubles_nothing(officer, card, case, record):
    for _ in range(2):
        answer(officer, card, "left", left_or_missing="yes")
    answer(officer, card, "pregnant", pregnant="no")

    assert len(made(record, case, "a47")) == 1
    assert row_of(officer.get(case.url), LOOK) is not None


def test_the_same_page_posted_twice_doubles_nothing(officer, card, case, record):
    page = officer.get(page_of(card, "first-contact/left"))
    for _ in range(2):
        officer.submit(page, left_or_missing="yes")

    assert len(made(record, case, "a47")) == 1
    record.holds()


def test_what_was_done_and_applies_anew_is_to_be_done_anew(officer, card, case, record):
    """They were found, and went missing again."""
    answer(officer, card, "left", left_or_missing="yes")
    press(officer, officer.get(case.url), LOOK, "Done")
    assert row_of(officer.get(case.url), LOOK) is None
    answer(officer, card, "left", left_or_missing="no")
    assert row_of(officer.get(case.url), LOOK) is None

    answer(officer, card, "left", left_or_missing="yes")

    assert row_of(officer.get(case.url), LOOK) is not None
    assert [task.state for task in made(record, case, "a47")] == ["open", "done"]


def test_what_was_done_stays_done_while_it_goes_on_applying(officer, card, case, record):
    answer(officer, card, "left", left_or_missing="yes")
    press(officer, officer.get(case.url), LOOK, "Done")

    answer(officer, card, "harm", risk_of_significant_harm="yes")

    assert row_of(officer.get(case.url), LOOK) is None
    assert len(made(record, case, "a47")) == 1


def test_a_task_no_longer_asked_for_asks_to_be_closed_and_never_vanishes(
    officer, browse, card, record
):
    card = came(officer, **NOWHERE, family="refuses")
    case = decided(officer, card)
    assert CLOSE_IT not in line(row_of(case, WHY_NOT))
    answer(officer, card, "family", family="agrees")
    page = browse(OTHER_OFFICER).get(case.url)
    assert CLOSE_IT in line(row_of(page, WHY_NOT))
    assert row_of(page, WHY_NOT).find_parent("details") is None, "it is not folded away"

    press(officer, officer.get(case.url), WHY_NOT, "Close")

    page = officer.get(case.url)
    assert row_of(page, WHY_NOT) is None
    assert "Task closed, no longer asked for by Worker housing" in page.part("What happened")
    assert WHY_NOT in page.part("What happened")
    (task,) = made(record, case, "a44-reason")
    assert (task.state, task.done_by is not None) == ("closed", True)


def test_a_task_that_is_asked_for_again_meanwhile_is_not_closed(officer, browse):
    card = came(officer, **NOWHERE, family="refuses")
    case = decided(officer, card)
    answer(officer, card, "family", family="agrees")
    stale = officer.get(case.url)
    answer(browse(OTHER_OFFICER), card, "family", family="unsafe")

    press(officer, stale, WHY_NOT, "Close")

    assert row_of(officer.get(case.url), WHY_NOT) is not None


def test_what_time_alone_has_made_apply_is_shown_before_anybody_has_it(
    officer, browse, case, clock, record
):
    assert row_of(case, RING_EDT) is None
    clock.set("2026-08-28 17:00")
    page = officer.get(case.url)
    assert NEW in line(row_of(page, RING_EDT))
    assert "Until accepted: Duty manager, Housing Options" in line(row_of(page, RING_EDT))
    other = browse(OTHER_OFFICER)
    theirs = other.get(case.url)

    press(officer, page, RING_EDT, "Take")
    press(other, theirs, RING_EDT, "Take")

    row = line(row_of(officer.get(case.url), RING_EDT))
    assert "Taken by Worker other_officer" in row
    assert NEW not in row
    assert len(made(record, case, "a41")) == 1
    record.holds()


def test_what_time_alone_has_made_apply_can_be_done_at_once(officer, case, clock, record):
    clock.set("2026-08-28 17:00")
    page = officer.get(case.url)

    press(officer, page, RING_EDT, "Done")
    press(officer, page, RING_EDT, "Done")

    assert row_of(officer.get(case.url), RING_EDT) is None
    (task,) = made(record, case, "a41")
    assert task.state == "done"
    assert len(record.entries("task_done")) == 1


def test_a_duty_that_does_not_apply_any_more_makes_no_task(officer, case, clock, record):
    clock.set("2026-08-28 17:00")
    page = officer.get(case.url)
    hand_over = f"{case.url}/hand-over"
    call = {"edt-spoken_to": "Erin", "edt-rung_at": "16:55", "edt-accepted": "yes"}
    officer.submit(officer.get(hand_over), "Save the call", **call)
    bed = {"bed-where": "foster", "bed-confirmed_by": "Ann"}
    officer.submit(officer.get(hand_over), "Save the bed", **bed)
    before = record.entries("task_created", "task_accepted")

    press(officer, page, RING_EDT, "Take")

    assert CLOSE_IT in line(row_of(officer.get(case.url), RING_EDT)), "saving the call made it"
    assert record.entries("task_created", "task_accepted") == before


@pytest.mark.parametrize("rule", ["no-such-rule", "a44", "3-c", "a47", "%00", "x" * 500])
def test_only_what_must_be_done_now_becomes_a_task(officer, case, record, rule):
    token = case.filled("Done")
    before = record.entries()
    page = officer.post(f"{case.url}/duties/{rule}/take", token, None)
    assert page.status in (302, 404)
    assert record.entries() == before


def test_the_answers_stay_when_the_rules_cannot_be_run_over_them(
    officer, card, case, record, monkeypatch
):
    page = officer.get(page_of(card, "first-contact/left"))

    def disagree(*_):
        raise RulesDisagree("the rules could not be run safely")

    with monkeypatch.context() as broken:
        broken.setattr("protocol.advice.evaluate", disagree)
        officer.submit(page, left_or_missing="yes")
        assert officer.get(case.url, status=503).heading == "The rules could not be run safely"
        assert "how far it is cannot be told now" in officer.get("/").words
    assert record.last("answers_given")["facts"] == {"left_or_missing": "yes"}
    assert NEW in line(row_of(officer.get(case.url), LOOK)), "and what follows is still shown"

    officer.submit(page, left_or_missing="yes")  # the same page, sent once more

    assert NEW not in line(row_of(officer.get(case.url), LOOK))
    assert len(made(record, case, "a47")) == 1


def test_before_the_decision_answers_make_no_tasks(officer, card, record):
    answer(officer, card, "left", left_or_missing="yes")
    assert record.entries("task_created") == []


def test_who_accepts_what_at_mash_is_mashs_own(officer, browse, case):
    mash = browse("mash_social_worker")
    allocate = "Allocate to the Duty and Assessment Team"
    press(mash, mash.get(case.url), allocate, "Take")
    assert "Taken by Worker mash_social_worker" in line(row_of(officer.get(case.url), allocate))

    press(mash, mash.get(case.url), allocate, "Done")

    assert row_of(officer.get(case.url), allocate) is None


def test_what_has_no_time_limit_is_folded_away_and_what_has_one_is_not(case):
    folded = case.soup.find(id="tasks").find_parent("section").find("details")

    assert line(folded.summary).startswith("Not done yet, without a time limit")
    words = [line(row.td) for row in folded.select("tbody tr")]
    assert any(each.startswith("Ask what has happened") for each in words)
    assert all("At once" not in line(row) for row in folded.select("tbody tr"))
    assert row_of(case, "Make sure first of all that they are safe").find_parent("details") is None
