"""Somebody comes out of custody in ten days, and nobody has planned for it."""

from tests.browser.case_parts import answered
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import SOCIAL_WORKER
from tests.browser.placement_places import day_and_time

PLANNING = "section:has(#clocks) tr:has-text('Begin to plan the release')"


@on_a_telephone
def test_released_in_ten_days_with_nowhere_to_live(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = officer.open_case()
    worker = sit_down(SOCIAL_WORKER)
    worker.open(case)
    worker.follow("Custody and time in care")
    worker.follow("Custody")
    worker.press("Add a time in custody")
    worker.fill_in(kind="sentence", still_running="yes", place="A made-up place")
    day_and_time(worker, "first_day", "1", "6", "2026")
    day_and_time(worker, "release_date", "7", "9", "2026")
    worker.press("Save")
    assert "When are they to be released? 7 September 2026" in worker.words()

    parts = f"{case}/parts/custody"
    answered(
        worker,
        f"{parts}/after",
        may_need_accommodation_on_release="yes",
        where_on_release_in_their_words="Near my nan.",
    )
    answered(worker, f"{parts}/address", release_address_confirmed="no")
    worker.open(parts)
    assert "Plan the release today, and record why planning is late" in worker.words()
    assert "Find where they will live and confirm the address" in worker.words()

    worker.open(case)
    assert "late" in worker.words(PLANNING)
    assert "Monday 10 August" in worker.words(PLANNING)
    assert "Near my nan." in worker.words()
