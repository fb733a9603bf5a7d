"""A second human looks at the fifty points one by one, and nothing is overwritten."""

import pytest

from store.checklist import checklist
from tests.web.journey import NOWHERE, came, decided
from tests.web.support_world import (
    SAID,
    Supported,
    checklists_of,
    has_a_package,
    said_of_fifty_points,
)


@pytest.fixture
def supported(once, officer, clock, record):
    """Somebody whose support worker has talked with them and asked for a second person."""
    case_id = once(decided, officer, once(came, officer, **NOWHERE), name="Sam Made-Up").url
    with record.database() as db:
        found = Supported(db, case_id.split("/")[2], clock())
        has_a_package(found)
        found.checklist = said_of_fifty_points(found, SAID)
        found.at = f"{found.address}/checklists/{found.checklist}/review"
        yield found


def now(supported):
    return checklists_of(supported)[-1]


def test_worries_come_first_and_accepting_leads_to_the_next_that_waits(browse, supported):
    worker = browse("social_worker")
    support = worker.get(supported.address)
    listed = worker.get(support.soup.select_one("main a[href$='/review']")["href"])
    numbers = [link["href"].rpartition("/")[2] for link in listed.soup.select(".govuk-task-list a")]
    assert numbers == ["13", "15", "24"]
    assert "To look at" in listed.part("Worries")
    first = worker.get(f"{supported.at}/13")
    assert not first.soup.select("main input[checked]")
    second = worker.follow(worker.submit(first, "Accept and go"))
    third = worker.follow(worker.submit(second, "Accept and go"))
    done = worker.follow(worker.submit(third, "Accept and go"))
    assert done.url == supported.at
    assert "All of it has been looked at." in done.words
    assert now(supported).is_reviewed
    assert supported.checklist not in worker.get("/").text


def test_whoever_wrote_any_of_it_down_accepts_none_of_it(browse, supported):
    """Not even what somebody else wrote, and not by posting what no page of theirs offers."""
    author, worker = browse("support_worker"), browse("social_worker")
    listed = author.get(supported.at)
    assert "You wrote some of it down, so somebody else looks at it." in listed.words
    page = author.get(f"{supported.at}/13")
    assert not page.soup.main.find_all("form")
    theirs = worker.get(f"{supported.at}/13").filled("Accept")
    theirs["csrf_token"] = author.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    refused = author.post(page.url, theirs, 409)
    assert "You wrote some of it down, so somebody else has to look at it" in refused.words
    assert now(supported).reviews == ()


def test_what_is_sent_back_is_asked_by_name_answered_and_looked_at_again(browse, supported, record):
    worker, author = browse("social_worker"), browse("support_worker")
    page = worker.get(f"{supported.at}/24/send-back")
    missing = worker.submit(page, "Send it back", 400)
    assert missing.error_beside("words") == "Enter what you want to know"
    worker.submit(page, "Send it back", words="Since when is that so?")
    home = author.get("/")
    assert "Since when is that so?" in home.words
    assert "Questions for you about the fifty points" not in worker.get("/").words
    asked = author.get(home.soup.select_one("main a[href$='/24/answer-question']")["href"])
    assert asked.typed("Save and answer") == {"part_it": ["partly"]}
    nothing = author.submit(asked, "Save and answer", 400)
    assert nothing.error_beside("reply") == "Enter what you reply"
    author.submit(asked, "Save and answer", reply="Since the summer.", part_it="yes")
    assert "Since when is that so?" not in author.get("/").words
    assert "Answered, to look at again" in worker.get(supported.at).words
    again = worker.get(f"{supported.at}/24")
    assert "Since the summer." in again.words
    assert "Since when is that so?" in again.words
    worker.submit(again, "Accept and go")
    stands = now(supported)
    assert stands.review(24).verdict == checklist.ACCEPTED
    assert [each.value("it") for each in stands.history(24)] == ["partly", "yes"]
    record.is_sound()


def test_an_edit_says_why_and_what_was_said_stays_beside_it(browse, supported):
    worker = browse("social_worker")
    page = worker.get(f"{supported.at}/13/edit")
    same = worker.submit(page, "Save the change", 400, reason="It reads better.")
    assert "Change something, or go back and accept it as it is" in same.errors
    blank = worker.submit(page, "Save the change", 400, words="Their uncle lives next door.")
    assert blank.error_beside("reason") == "Enter why you change it"
    assert blank.typed("Save the change")["words"] == ["Their uncle lives next door."]
    worker.submit(
        page, "Save the change", words="Their uncle lives next door.", reason="They told me."
    )
    stands = now(supported)
    assert stands.answers[13].body["words"] == "Their uncle lives next door."
    assert stands.history(13)[-1].body.get("words") is None
    shown = worker.get(f"{supported.at}/13")
    assert "Changed and accepted by Worker social_worker" in shown.words
    assert "They told me." in shown.words


@pytest.mark.parametrize("answer", ["no", "not_known", "not_applicable", None])
def test_no_change_by_somebody_who_has_not_talked_with_them_takes_a_worry_back(
    browse, supported, answer
):
    worker = browse("social_worker")
    page = worker.get(f"{supported.at}/13/edit")
    refused = worker.submit(page, "Save the change", 400, part_it=answer, reason="All well.")
    assert refused.error_beside("part_it").startswith("They told this as a worry, so it stays one")
    assert now(supported).reviews == ()
    worker.submit(page, "Save the change", part_it="partly", reason="Only in the evenings.")
    assert "Changed and accepted" in worker.get(supported.at).part("Worries")


def test_a_worry_that_is_not_known_any_more_still_comes_first(browse, supported):
    not_known = {13: {"parts": {"it": {"value": "not_known", "words": None}}}}
    about = now(supported)
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, not_known)
    worker = browse("social_worker")
    assert "13. Is there anything" in worker.get(supported.at).part("Worries")
    assert "As it stands Worry" in worker.get(f"{supported.at}/13").words


def test_nor_does_it_take_back_what_raised_a_prompt(browse, supported):
    friends = {"parts": {id: {"value": "no", "words": None} for id in ("good", "risk")}}
    about = now(supported)
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, {44: friends})
    worker = browse("social_worker")
    page = worker.get(f"{supported.at}/44/edit")
    refused = worker.submit(page, "Save the change", 400, part_risk="yes", reason="I know them.")
    assert refused.error_beside("part_risk").startswith("They told this as a worry")
    assert now(supported).reviews == ()


def test_two_who_look_at_once_are_told_and_others_points_refuse_nobody(browse, supported):
    one, other = browse("social_worker"), browse("team_manager")
    first, second = one.get(f"{supported.at}/13"), other.get(f"{supported.at}/13")
    elsewhere = other.get(f"{supported.at}/15")
    one.submit(first, "Accept and go")
    late = other.submit(second, "Accept and go", 409)
    assert "Something has happened since you opened this page" in late.words
    other.submit(elsewhere, "Accept and go")
    about = now(supported)
    said = {24: {"parts": {"it": {"value": "no", "words": ""}}}}
    third = other.get(f"{supported.at}/24")
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, said)
    changed = other.submit(third, "Accept and go", 409)
    assert "Something has happened since you opened this page" in changed.words
    assert now(supported).review(24) is None


def test_what_is_said_after_all_was_accepted_waits_again_for_those_who_may_know(browse, supported):
    worker, manager = browse("social_worker"), browse("team_manager")
    for number in SAID:
        worker.submit(worker.get(f"{supported.at}/{number}"), "Accept and go")
    assert supported.checklist not in manager.get("/").text
    said = {33: {"parts": {}, "words": "They read letters to me.", "same": False}}
    about = now(supported)
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, said)
    assert supported.checklist in manager.get("/").text
    assert supported.checklist not in browse("support_worker").get("/").text  # they wrote it
    restricted = {"allowed": [supported.author("social_worker").human_id], "reason": "Kin"}
    supported.record("social_worker", "case_restricted", restricted)
    assert supported.checklist not in manager.get("/").text
    assert supported.checklist in worker.get("/").text
    manager.get(supported.at, 404)
    manager.get(f"{supported.at}/13", 404)


@pytest.mark.parametrize("wrong", ["99", "0", "14", "25/answer-question/x", "1000000000000"])
def test_no_other_point_is_there(browse, supported, wrong):
    browse("social_worker").get(f"{supported.at}/{wrong}", 404)
