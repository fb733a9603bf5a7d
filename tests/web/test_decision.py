"""The officer's own decision, the case it opens, and what is to be done."""

from datetime import datetime

import pytest

from protocol.decisions import DEPARTURE_REASONS, TONIGHT
from store import journal, stream_names, tasks
from store.ids import new_id
from tests.web.browser import line
from tests.web.conftest import OFFICER, OTHER_OFFICER, london
from tests.web.journey import (
    BED,
    NOWHERE,
    REASON,
    SAVE,
    SHOW,
    TOLD,
    came,
    decided,
    deciding,
    page_of,
)
from tests.web.once import taken_once

CHANGED = "The advice has changed since you opened this page. Look at it again, then save"
DEPARTING = {**BED, "decision": "something_else"}
EXPLAINED = {"departure_reason": "young_person_left", "departure_words": "They went to an aunt."}


@taken_once
def card(officer):
    return came(officer, **NOWHERE)


def test_no_decision_is_chosen_beforehand_and_all_are_offered(officer, card):
    page = deciding(officer, card)
    assert not page.soup.select("input[checked]")
    assert page.typed() == {}
    offered = [radio["value"] for radio in page.soup.select("input[name=decision]")]
    assert offered == [option.id for option in TONIGHT.options]


def test_what_is_missing_is_said_and_nothing_is_lost(officer, card, record):
    before = record.entries()
    page = officer.submit(deciding(officer, card), SAVE, reason="Because", status=400)
    assert page.errors == [
        "Select what you have decided",
        "Enter what you told the young person",
    ]
    assert page.error_beside("told") == "Enter what you told the young person"
    assert page.typed() == {"reason": ["Because"]}
    assert record.entries() == before
    page = officer.submit(page, SAVE, decision="bed_and_mash", told=" \n ", status=400)
    assert page.errors == ["Enter what you told the young person"]
    assert officer.submit(page, SAVE, told=TOLD).location.startswith("/cases/")


def test_words_over_several_lines_come_back_as_they_were_typed(officer, card, record):
    words = 'First line\n  indented <b>&amp; "quoted"\n\nLast'
    page = officer.submit(deciding(officer, card), SAVE, reason=words, status=400)
    assert page.filled()["reason"] == words
    case = decided(officer, card, reason=words)
    assert record.last("decision_made")["reason"] == words
    assert case.soup.find("b") is None
    assert words in case.soup.get_text()


def test_a_decision_is_recorded_beside_the_advice_it_was_made_on(officer, card, record):
    decided(officer, card)
    kinds = [entry.kind for entry in record.entries()]
    assert kinds[:5] == [
        "presentation_started",
        "answers_given",
        "advice_given",
        "decision_made",
        "person_recorded",
    ]
    decision = record.last("decision_made")
    assert (decision["reason"], decision["told_young_person"]) == (REASON, TOLD)
    assert decision["question"] == TONIGHT.question
    assert decision["option_words"] == "Find a bed for tonight and refer to MASH now"
    assert decision["needs_manager"] is False
    record.holds()


def test_a_name_may_be_left_out(officer, card):
    assert decided(officer, card).heading == "Name not given"


def test_deciding_otherwise_than_advised_asks_why_and_saves_nothing_yet(officer, card, record):
    before = record.entries()
    page = officer.submit(deciding(officer, card), SAVE, **DEPARTING, status=400)
    assert page.errors == [
        "Select why this differs from the advice",
        "Enter why this differs from the advice",
    ]
    assert "Your decision differs from this advice" in page.words
    assert "3-b" in page.words
    assert "3-l" in page.words
    assert page.typed() == {name: [value] for name, value in DEPARTING.items()}
    offered = [radio["value"] for radio in page.soup.select("input[name=departure_reason]")]
    assert offered == list(DEPARTURE_REASONS)
    assert record.entries() == before


@pytest.mark.parametrize("given", list(EXPLAINED))
def test_both_a_coded_reason_and_words_are_needed(officer, card, given):
    page = officer.submit(deciding(officer, card), SAVE, **DEPARTING, status=400)
    page = officer.submit(page, SAVE, **{given: EXPLAINED[given]}, status=400)
    assert len(page.errors) == 1
    assert page.typed()[given] == [EXPLAINED[given]]


def test_a_manager_sees_a_departure_on_the_case_and_at_home(officer, card, browse, record):
    case = decided(officer, card, **DEPARTING, **EXPLAINED)
    assert "For a manager to look at" in case.words
    differs = case.part("What was decided")
    assert "The young person has left. They went to an aunt." in differs
    for name in ("housing_duty_manager", "mash_manager"):
        assert "For a manager" in browse(name).get("/").part("Open cases")
    decision = record.last("decision_made")
    assert {"3-b", "3-l"} <= {departure["rule"] for departure in decision["departures"]}
    departed = {departure["rule"] for departure in decision["departures"]}
    assert not departed & {task["rule_id"] for task in _tasks(record)}


def test_what_was_said_about_a_difference_that_is_no_more_is_not_recorded(officer, card, record):
    page = officer.submit(deciding(officer, card), SAVE, **DEPARTING, status=400)
    officer.submit(page, SAVE, decision="bed_and_mash", **EXPLAINED)
    decision = record.last("decision_made")
    assert decision["departures"] == []
    assert decision["departure_words"] is None
    assert decision["needs_manager"] is False


def test_where_the_protocol_is_silent_a_manager_looks_at_it_too(officer):
    card = came(officer, where="settled", safe_to_return_home="no")
    case = decided(officer, card, decision="contact")
    assert "For a manager to look at" in case.words


def test_asking_for_early_help_where_it_is_held_back_is_a_departure(officer, card):
    page = officer.submit(
        deciding(officer, card), SAVE, **BED | {"decision": "early_help"}, status=400
    )
    assert "a15" in page.words
    assert "Must not" in page.words


def test_advice_that_changes_at_closing_time_is_looked_at_again_first(officer, card, clock, record):
    page = deciding(officer, card)
    before = record.entries()
    clock.set("2026-08-28 17:00")
    again = officer.submit(page, SAVE, **BED, name="Sam", status=409)
    assert again.errors == [CHANGED]
    assert again.typed() == {name: [value] for name, value in {**BED, "name": "Sam"}.items()}
    assert record.entries() == before
    officer.submit(again, SAVE)
    assert "a41" in {rule["id"] for rule in record.last("advice_given")["findings"]["applies"]}


def test_a_change_in_the_advice_is_said_even_when_something_is_missing_too(officer, card, clock):
    """Otherwise putting right what is missing would save a decision on advice nobody saw."""
    page = deciding(officer, card)
    clock.set("2026-08-28 17:00")
    again = officer.submit(page, SAVE, **BED | {"reason": ""}, status=409)
    assert again.errors == ["Enter why you decided this", CHANGED]


def test_advice_that_stays_the_same_as_time_goes_by_is_not_asked_again(officer, card, clock):
    page = deciding(officer, card)
    clock.set("2026-08-28 16:59")
    officer.submit(page, SAVE, **BED)


def test_answers_changed_by_somebody_else_are_looked_at_first(officer, card, browse, record):
    page = deciding(officer, card)
    other = browse(OTHER_OFFICER)
    other.submit(other.get(page_of(card, "questions")), SHOW, where="not_settled")
    before = record.entries()
    again = officer.submit(page, SAVE, **BED, status=409)
    assert again.errors == [CHANGED]
    assert again.typed() == {name: [value] for name, value in BED.items()}
    assert record.entries() == before
    officer.submit(again, SAVE)


def test_somebody_elses_save_between_looking_and_writing_is_noticed(
    officer, card, record, monkeypatch
):
    """The last moment at which anybody can come between: the database itself refuses."""
    page = deciding(officer, card)

    def refused(*_):
        raise journal.Conflict("the case", 2, 3)

    monkeypatch.setattr("store.decisions.record", refused)
    again = officer.submit(page, SAVE, **BED, status=409)
    assert again.typed() == {name: [value] for name, value in BED.items()}
    record.holds()


def test_the_same_decision_posted_twice_is_one_decision_and_one_case(officer, card, record):
    page = deciding(officer, card)
    first, second = (officer.submit(page, SAVE, **BED) for _ in range(2))
    assert first.location == second.location
    assert len(record.entries("decision_made")) == len(record.entries("case_opened")) == 1
    record.holds()


def test_a_second_officer_learns_that_theirs_was_not_the_decision(officer, card, browse, record):
    other = browse(OTHER_OFFICER)
    theirs = deciding(other, card)
    decided(officer, card)
    page = other.submit(theirs, SAVE, **BED | {"reason": "Mine"}, status=409)
    assert "Somebody else has decided already" in page.errors[0]
    assert page.typed()["reason"] == ["Mine"]
    assert len(record.entries("decision_made")) == 1
    assert record.last("decision_made")["reason"] == REASON


def test_once_decided_the_page_to_decide_leads_to_the_case(officer, card):
    case = decided(officer, card)
    assert officer.get(page_of(card, "decision"), status=302).location.startswith(case.url)


def test_once_decided_the_answers_no_longer_change(officer, card, record):
    page = officer.get(page_of(card, "questions"))
    case = decided(officer, card)
    before = record.entries()
    assert officer.get(page_of(card, "questions"), status=409).heading == (
        "Somebody else saved this first"
    )
    officer.submit(page, SHOW, where="settled", status=409)
    assert record.entries() == before
    assert "Change the answers" not in officer.get(card.url).words
    assert officer.get(card.url).soup.find("a", href=case.url)


def test_every_duty_becomes_a_task_with_an_owner_who_holds_it_and_a_time(officer, card, record):
    case = decided(officer, card)
    with record.database() as db:
        found = tasks.tasks_of(db, case.url.split("/")[2])
    advice = record.last("advice_given")["findings"]
    due = {rule["id"]: rule for rule in advice["applies"] if rule["force"] == "must"}
    assert {task.rule_id for task in found} == set(due)
    for task in found:
        # What is counted from the referral is known once the same decision has sent it.
        counts_from_it = "referral's first receipt" in task.due_words
        due_then = due["a45" if counts_from_it else task.rule_id]["due"]
        assert (task.due_at and task.due_at.timestamp()) == _moment(due_then)
        assert task.owner_role
        assert task.held_by_role
        assert task.words in case.part("Not done yet")
    assert "Housing Needs Officer. Until accepted: Duty manager, Housing Options." in case.words
    assert "No deadline in the protocol" in case.words


def _moment(text):
    return text and datetime.fromisoformat(text).timestamp()


def _done(record, case):
    with record.database() as db:
        found = tasks.tasks_of(db, case.url.split("/")[2])
    return [task for task in found if task.state == "done"]


def _tasks(record):
    return [entry.body for entry in record.entries("task_created")]


def test_a_task_is_done_once_however_often_the_button_is_pressed(officer, card, record, clock):
    case = decided(officer, card)
    clock.set("2026-08-28 16:55")
    button = line(case.form("Done").button)
    officer.submit(case, button)
    clock.set("2026-08-28 16:58")
    officer.submit(case, button)  # the very same button
    assert len(record.entries("task_done")) == 1
    (task,) = _done(record, case)
    assert task.done_at == london("2026-08-28 16:55")
    after = officer.get(case.url)
    assert button.removeprefix("Done : ") not in after.part("Not done yet")
    assert "Task done by Worker housing_needs_officer" in after.part("What happened")


def test_a_task_done_from_two_desks_keeps_who_was_first(officer, card, browse, record):
    case = decided(officer, card)
    other = browse("social_worker")
    theirs = other.get(case.url)
    button = line(case.form("Done").button)
    officer.submit(case, button)
    other.submit(theirs, button)
    (task,) = _done(record, case)
    assert task.done_by == record.entries("task_done")[0].human_id
    record.holds()


def test_a_task_of_another_case_is_not_found(officer, record):
    one, another = decided(officer, came(officer)), decided(officer, came(officer))
    action = one.form("Done")["action"].replace(one.url.split("/")[2], another.url.split("/")[2])
    officer.post(action, one.filled("Done"), status=404)
    assert record.entries("task_done") == []


def test_a_late_task_says_so(officer, card, clock, browse):
    case = decided(officer, card)
    clock.set("2026-08-29 00:30")
    assert "(late)" in officer.get(case.url).part("Not done yet")


def test_those_who_only_read_have_no_buttons(officer, card, browse):
    case = decided(officer, card)
    assert browse("auditor").get(case.url).soup.main.find("form") is None


def test_who_read_a_case_is_recorded_in_the_readers_own_stream(officer, card, browse, record):
    case = decided(officer, card)
    browse("auditor").get(case.url)
    with record.database() as db:
        streams = [name for name in journal.streams(db) if name.startswith("account:")]
        read = [entry for name in streams for entry in journal.read(db, name)]
    assert {entry.role for entry in read} == {OFFICER, "auditor"}
    assert all(entry.body["case_id"] == case.url.split("/")[2] for entry in read)
    assert not any("read" in entry.kind for entry in record.entries())


def test_a_restricted_case_is_hidden_with_everything_that_leads_to_it(
    officer, card, browse, record, clock
):
    case = decided(officer, card, name="Sam Hidden")
    case_id = case.url.split("/")[2]
    with record.database() as db:
        author = record.entries("decision_made")[0].author
        with journal.command(db, new_id(), author=author, recorded_at=clock()) as c:
            body = {"allowed": [author.human_id], "reason": "known to them"}
            c.append(stream_names.case(case_id), "case_restricted", body)
    assert officer.get(case.url).heading == "Sam Hidden"
    other = browse(OTHER_OFFICER)
    assert "Sam Hidden" not in other.get("/").text
    for url in (case.url, card.url, page_of(card, "why"), page_of(card, "questions")):
        assert other.get(url, status=404).heading == "Page not found"
    other.get(page_of(card, "decision"), status=404)
    action, token = case.form("Done").get("action"), other.get("/young-person-here-now").filled()
    other.post(action, {"csrf_token": token["csrf_token"], "command_id": new_id()}, status=404)
    assert record.entries("task_done") == []
