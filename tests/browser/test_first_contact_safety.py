"""Walks in which something changes: danger, a language, somebody who leaves, a mistake."""

import re

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import EMAIL, MASH_EMAIL, NAME, SOCIAL_WORKER

SAFE = {"where": "settled", "family": "agrees", "risk_of_significant_harm": "no", "asked": "now"}
SUGGESTS_CONTACT = re.compile(
    r"mediation|spoken with|willing to have|what do they say\?|ring their"
)


@on_a_telephone
def test_where_contact_is_unsafe_no_page_suggests_it_until_a_social_worker_decides(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="unsafe", risk_of_significant_harm="yes", asked="now")
    assert "Do not contact the family" in officer.words()
    listed = officer.interview()
    assert officer.statuses()["What family says"] == "Cannot start yet"
    officer.follow("Talking with them")
    asked = []
    while officer.heading() != "Check the answers":
        asked.append(officer.heading())
        assert not SUGGESTS_CONTACT.search(officer.words().lower()), officer.heading()
        words = {"family_reason": "He said he would find me."}
        reason = asked[-1] == "Why do they not want their family contacted?"
        officer.asked(asked[-1], **words if reason else {})
    assert "Parents and carers" not in asked
    assert not SUGGESTS_CONTACT.search(officer.words().lower())
    officer.follow("Back to the list")
    for part in ("Family who might help", "What family says"):
        assert officer.statuses()[part] == "Done"
    assert "their reason is recorded. That is enough." in officer.words()

    social_worker = sit_down(SOCIAL_WORKER)
    social_worker.open(f"{listed}/social-worker")
    social_worker.asked(
        "As a social worker, do you decide that family may be contacted?",
        social_worker_allows_family_contact="yes",
        social_worker_reason="Their grandmother, whom they named, with them in the room.",
    )
    officer.open(listed)
    assert officer.statuses()["What family says"] == "Not started"


@on_a_telephone
def test_an_interpreter_is_asked_for_and_everybody_after_knows(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="refuses", asked="now")
    officer.interview()
    officer.follow("Talking with them")
    assert "Never a relative or a friend." in officer.words()
    officer.fill_in(interpreter="yes", language="Tigrinya")
    officer.press("Save and come back to the list")
    assert "They need an interpreter: Tigrinya." in officer.words()
    assert officer.statuses()["Talking with them"] == "In progress"
    officer.press("Check the answers")
    assert "Which language? Tigrinya" in officer.words()
    officer.press("See what has to happen")
    officer.decide()

    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    assert "Which language? Tigrinya" in mash.words()


@on_a_telephone
def test_a_changed_answer_drops_three_pages_and_brings_them_back(sit_down):
    officer = sit_down()
    officer.card(**SAFE)
    officer.interview()
    officer.follow("Family who might help")
    officer.press("Add a parent or carer")
    officer.fill_in(name="Ann Made-Up", relationship="mother")
    officer.press("Save")
    officer.asked("Parents and carers", carers_complete="yes")
    officer.asked("Relatives who might help", relatives_complete="yes")
    officer.asked("What each parent or carer says")
    officer.asked("Has mediation been tried?", mediation="yes", mediation_outcome="They talk.")
    officer.asked("What do they say about going home?", view_of_going_home="Perhaps later.")

    check(officer)
    change(officer, "May we contact their family?", family="refuses")
    for gone in ("Ann Made-Up", "They talk.", "Is this everybody who might help?"):
        assert gone not in officer.words()
    assert "4 answers given before are kept on the record and count for nothing" in officer.words()
    assert "Perhaps later." in officer.words()  # what does not hang from it stays

    change(officer, "May we contact their family?", family="agrees")
    for back in ("Ann Made-Up", "They talk.", "Is this everybody who might help? Yes"):
        assert back in officer.words()
    assert "count for nothing" not in officer.words()


@on_a_telephone
def test_what_was_begun_is_taken_up_again_where_it_was_left(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="refuses", asked="now")
    officer.interview()
    officer.follow("In their own words")
    officer.fill_in(what_happened="Put out last night.")
    officer.press("Save and come back to the list")
    reference = officer.words("main .govuk-caption-l")

    officer = sit_down()  # signed in anew, at another desk
    officer.follow(reference)
    officer.interview()
    assert officer.statuses()["In their own words"] == "Done"
    officer.follow("In their own words")
    assert officer.page.locator("#what_happened").input_value() == "Put out last night."
    officer.follow("Back to the list")
    officer.follow("Their life")
    assert officer.heading() == "Which services know them?"


@on_a_telephone
def test_brothers_and_sisters_in_danger_are_rung_about_now(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="unsafe", risk_of_significant_harm="yes", asked="now")
    officer.interview()
    officer.follow("Other children")
    officer.asked("Are they pregnant?", pregnant="yes")
    officer.asked("Do they have a child of their own?", has_child_of_own="yes", own_child="Sam, 1")
    assert "assessment team" not in officer.warning()
    officer.fill_in(siblings_at_home="yes", siblings="Two, 8 and 10")
    officer.press("Save and continue")
    assert "Ring the assessment team now about the brothers and sisters" in officer.warning()
    check(officer)
    for whom in ("the unborn child", "the young person's child", "each brother or sister"):
        assert f"Make a contact to MASH of its own for {whom}" in officer.words()


@on_a_telephone
def test_somebody_who_leaves_before_a_bed_is_looked_for_and_keeps_the_bed(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="refuses", asked="now")
    officer.interview()
    officer.follow("Tonight")
    officer.asked(
        "Have they left before a bed was found, or are they missing?", left_or_missing="yes"
    )
    assert "hold the bed" in officer.warning()
    officer.asked(
        "What has been done since they left?",
        since_they_left=["safe_contact", "police"],
        since_they_left_words="Seen at 4pm by the door",
    )
    officer.follow("Back to the list")
    assert "hold the bed" in officer.warning()
    officer.follow("See what has to happen")
    officer.decide()
    officer.open_case()
    assert NAME in officer.heading()
    assert "hold the bed" in officer.words()


@on_a_telephone
def test_a_mistake_is_shown_where_it_is_and_nothing_typed_is_lost(sit_down):
    officer = sit_down(EMAIL)
    officer.card(where="nowhere", asked="now")
    officer.interview()
    officer.follow("In their own words")
    too_long = "He said: go. " * 320
    officer.fill_in(what_happened=too_long)
    officer.press("Save and continue")
    assert officer.words(".govuk-error-summary__list") == (
        "What has happened must be 4,000 characters or fewer"
    )
    assert "must be 4,000 characters or fewer" in officer.words("#what_happened-error")
    assert officer.page.locator("#what_happened").input_value() == too_long
    officer.fill_in(what_happened=too_long[:3000])
    officer.press("Save and continue")
    assert officer.heading() == "Which services know them?"


def check(officer):
    officer.follow("Back to the list")
    officer.press("Check the answers")


def change(officer, question, **answers):
    """From the check to the question, and back once it is answered anew."""
    row = officer.page.locator(".govuk-summary-list__row", has_text=question)
    officer.go(row.get_by_role("link"))
    assert officer.heading() == question
    officer.fill_in(**answers)
    officer.press("Save and go back to checking")
    assert officer.heading() == "Check the answers"
