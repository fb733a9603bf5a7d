"""Walks: a notice from consent to outcome, a no that changes nothing, and 80 days from 18."""

from datetime import timedelta

import pytest

from tests.browser.conftest import FRIDAY_AFTERNOON, on_a_telephone
from tests.browser.journey import SOCIAL_WORKER
from tests.browser.notices import SENT, YES
from tests.browser.test_keyboard import Keyboard

IN_80_DAYS = ("16", "11", "2008")  # 18 on 16 November 2026


@pytest.fixture
def worker(sit_down):
    """A social worker with a case of their own."""
    worker = sit_down(SOCIAL_WORKER)
    worker.card()
    worker.decide()
    worker.open_case()
    return worker


def test_a_notice_from_consent_to_outcome(worker, front_door):
    worker.follow("Duty to refer")
    assert "Not asked yet" in worker.words()
    worker.go(worker.page.get_by_role("button", name="Record what they say"))
    worker.fill_in(**{**YES, "authority": "Barnett"})
    worker.press("Save what they say")
    assert "Select one that is like it" in worker.words(".govuk-error-summary")
    assert worker.page.locator("[name=meant]:checked").count() == 0
    worker.page.get_by_role("radio", name="Barnet", exact=True).check()
    worker.press("Save what they say")
    assert "Ready to send" in worker.words()
    assert "Send it to dutytorefer@barnet.gov.uk." in worker.words()
    notice = worker.words("#notice")
    assert "How to get in touch: A text to 07700 900123, after 4pm" in notice
    with worker.page.expect_download() as download:
        worker.page.get_by_role("link", name="Draft for an e-mail program (.eml)").click()
    assert download.value.suggested_filename.startswith("duty-to-refer-FD-")

    worker.go(worker.page.get_by_role("button", name="Record that it was sent"))
    worker.fill_in(**SENT)
    worker.press("Save that it was sent")
    assert "Sent to Barnet, today. The authority has not acknowledged it yet." in worker.words()
    assert worker.words("#notice") == notice

    front_door.open_at(FRIDAY_AFTERNOON + timedelta(days=4))
    worker = worker.__class__(worker.page, worker.url)
    path = worker.path
    worker.sign_in(SOCIAL_WORKER)
    worker.open(path)
    worker.go(worker.page.get_by_role("button", name="Record that the authority has it"))
    worker.fill_in(by="Housing Options", on="before")
    for part, typed in (("day", "31"), ("month", "8"), ("year", "2026")):
        worker.page.fill(f"#day-{part}", typed)
    worker.press("Save that it has it")
    assert "Barnet has it: Housing Options, yesterday." in worker.words()
    worker.go(worker.page.get_by_role("button", name="Record what the authority decided"))
    worker.fill_in(outcome="no_duty", on="today")
    worker.press("Save what it decided")
    assert "Select why it owes no duty" in worker.words(".govuk-error-summary")
    worker.fill_in(why_no_duty="not_reached")
    worker.press("Save what it decided")
    assert "Barnet has decided that it owes no duty, today" in worker.words()
    worker.follow("Back to the case")
    assert "what children's services owe them goes on" in worker.words()
    assert "Housing authority decided" in worker.words()


def test_a_no_to_the_notice_changes_nothing_else(worker):
    case = worker.path
    before = worker.words("#tasks ~ *")
    worker.follow("Duty to refer")
    worker.go(worker.page.get_by_role("button", name="Record what they say"))
    worker.fill_in(came="family_services", consents="no")
    worker.press("Save what they say")
    assert "They do not want a notice, so none is sent." in worker.words()
    assert "They can say yes later." in worker.words()
    assert worker.page.locator("#notice").count() == 0
    worker.open(case)
    assert "Nothing else changes by that" in worker.words()
    for bed in ("Refer to the Placements Service for a bed", "Secure a bed under section 188"):
        assert bed in before
        assert bed in worker.words("#tasks ~ *")


@on_a_telephone
def test_80_days_from_18_they_are_accommodated_like_any_other_child(sit_down):
    officer = sit_down()
    officer.card(where="nowhere", family="refuses", asked="now", born=IN_80_DAYS)
    assert "a bed" in officer.words()
    officer.decide()
    officer.confirm_bed("foster", "Pat Made-Up")
    officer.open_case()
    assert "80 days left, until 16 November 2026." in officer.words()
    assert "can no longer be reached if care begins today" in officer.words()
    assert "That is never a reason not to accommodate them." in officer.words()
    officer.follow("What turning 18 changes")
    assert "Out of reach: the last day was 17 August 2026, passed 11 days ago" in officer.words()
    assert "15 November 2026: 79 days left" in officer.words()
    assert "Foster care" in officer.words()


def test_a_notice_can_be_recorded_with_the_keyboard_alone(officer, known):
    officer = officer(1280)
    officer.open(f"/cases/{known.decided}/duty-to-refer/answer")
    keys = Keyboard(officer.page)
    keys.to("[name=came]").press("Space")
    keys.to("[name=consents]").press("Space")
    keys.to("#authority").type("Newcastle")
    keys.to("[name=agrees]").press("Space")
    keys.to("#contact").type("A text")
    keys.to("[name=reason]").press("Space")
    keys.to("main form button").go("Enter")
    keys.to("[name=meant]").press("Space")
    assert officer.page.locator("[name=meant]:checked").count() == 1
