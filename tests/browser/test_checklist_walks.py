"""The fifty points beside somebody: begun, gone on with, asked again; typed in from paper."""

from contextlib import closing
from datetime import timedelta

import pytest

from store.database import connect
from tests.browser.checklist_places import (
    EARLY_HELP_WORKER,
    SUPPORT_WORKER,
    looked_at,
)
from tests.browser.conftest import DESK, FRIDAY_AFTERNOON
from tests.browser.journey import EMAIL, SOCIAL_WORKER, Officer
from tests.web.support_world import Supported, has_a_package

NEEDS, MORE = "What needs to happen", "More about this"


@pytest.fixture
def support(front_door, sit_down):
    """The path of the support of somebody who is visited."""
    officer = sit_down(EMAIL)
    officer.card()
    officer.decide()
    case_id = officer.path.split("/")[2]
    with closing(connect(front_door.database)) as db:
        has_a_package(Supported(db, case_id, FRIDAY_AFTERNOON))
    return f"/cases/{case_id}/support"


def open_up(officer: Officer, number: int, what: str) -> None:
    point = officer.page.locator(f"section[aria-labelledby=point-{number}]")
    point.locator("summary", has_text=what).click()


def day(officer: Officer, name: str, *typed: str) -> None:
    for part, each in zip(("day", "month", "year"), typed, strict=True):
        officer.page.fill(f"#{name}-{part}", each)


def test_left_gone_on_with_by_another_and_asked_again(sit_down, front_door, support):
    suki = sit_down(SUPPORT_WORKER)
    suki.open(support)
    suki.press("Start the fifty points")
    suki.fill_in(there="The two of us")
    suki.press("Start")
    checklist = suki.path
    suki.follow("Feeling safe")
    suki.fill_in(part_13_it="yes", part_14_it="yes", part_44_good="no")
    open_up(suki, 13, NEEDS)
    suki.fill_in(what_13="A chain on the door", whom_13="Suki")
    day(suki, "when_13", "1", "12", "2026")
    open_up(suki, 44, MORE)
    suki.fill_in(theirs_44="They are my only friends.")
    suki.press("Save, and on to: Where you live")
    suki.fill_in(words_22_instead="My aunt in Leeds", part_22_helped="not_known")
    suki.press("Save and go to the list")
    assert suki.statuses()["Feeling safe"] == "3 of 5 talked about"

    eli = sit_down(EARLY_HELP_WORKER)
    eli.open(support)
    assert "anything that makes you unsafe, or afraid? Yes." in eli.warning()
    eli.press("Go on with the fifty points")
    assert eli.path == checklist
    eli.follow("Feeling safe")
    assert eli.page.locator("[name=part_14_it][value=yes]").is_checked()
    assert eli.page.locator("#what_13").input_value() == "A chain on the door"
    eli.fill_in(part_15_it="no")
    eli.press("Save and go to the list")
    eli.follow("Running a home")
    eli.fill_in(part_41_it="no")
    eli.press("Save and go to the list")
    assert eli.statuses()["Feeling safe"] == "4 of 5 talked about"
    eli.press("Ask somebody else to look at it")
    eli.fill_in(words="They move on Monday.")
    eli.press("Ask somebody else to look at it")
    with closing(connect(front_door.database)) as db:
        looked_at(Supported(db, support.split("/")[2], FRIDAY_AFTERNOON))

    front_door.open_at(FRIDAY_AFTERNOON + timedelta(days=40))
    suki = sit_down(SUPPORT_WORKER)
    suki.open(support)
    suki.press("Talk it through again")
    suki.press("Start")
    assert suki.path != checklist
    suki.follow("Feeling safe")
    assert suki.page.locator("main input:checked").count() == 0
    suki.fill_in(part_13_it="no", same_14="yes")
    suki.press("Save and go to the list")
    suki.follow("See what has changed since the last time")
    words = suki.words()
    changed, not_again = words.split("Not talked about again yet", 1)
    assert "unsafe, or afraid?" in changed
    assert "Before Yes What needs to happen: A chain on the door" in changed
    assert "Now No" in changed
    assert "My aunt in Leeds" in not_again
    assert "The same as the last time 14 In an emergency" in words


@pytest.mark.parametrize("sit_down", [DESK], indirect=True)
def test_typed_in_from_paper_with_an_error_put_right(sit_down, support):
    worker = sit_down(SOCIAL_WORKER)
    worker.open(support)
    worker.press("Start the fifty points")
    worker.press("Start")
    worker.follow("Type in what was written on paper")
    day(worker, "on_paper", "29", "8", "2026")
    worker.fill_in(part_1_it="partly", words_7_told="By text", part_6_it="not_known")
    open_up(worker, 1, NEEDS)
    worker.fill_in(whom_1="Sam")
    worker.press("Save, and on to: Papers and ID")
    summary = worker.words(".govuk-error-summary")
    assert "The date on the paper must be today or in the past" in summary
    assert "Enter what needs to happen at 1" in summary
    assert worker.page.locator("#words_7_told").input_value() == "By text"
    day(worker, "on_paper", "27", "8", "2026")
    worker.fill_in(what_1="Cook once a week")
    worker.press("Save, and on to: Papers and ID")
    assert worker.page.locator("#on_paper-day").input_value() == "27"
    worker.fill_in(part_4_passport="no")
    worker.press("Save and go to the list")
    worker.page.locator("summary", has_text="Papers and ID").click()
    assert "On paper, 27 August 2026. Typed in today by Sami Example" in worker.words()
