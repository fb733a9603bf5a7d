"""Walks against the clock: out of hours and the next day, and nobody accepting by 17:00."""

from datetime import datetime, timedelta

from rules.calendar import LONDON
from tests.browser.conftest import FRIDAY_AFTERNOON, on_a_telephone
from tests.browser.journey import EMAIL, MASH_EMAIL, NAME

NIGHT_TEAM = "edt@frontdoor.example"
RING_NOW = "Ring the Emergency Duty Team now"

FRIDAY_NIGHT = datetime(2026, 8, 28, 23, 30, tzinfo=LONDON)
SUNDAY = datetime(2026, 8, 30, 11, 0, tzinfo=LONDON)
TUESDAY_MORNING = datetime(2026, 9, 1, 9, 5, tzinfo=LONDON)  # after the bank holiday
CLOSING_TIME = datetime(2026, 8, 28, 17, 0, tzinfo=LONDON)
MINUTE = timedelta(minutes=1)


def test_placed_out_of_hours_and_handed_over_on_the_next_working_day(sit_down, front_door):
    front_door.open_at(FRIDAY_NIGHT)
    night = sit_down(NIGHT_TEAM)
    night.card(where="nowhere", family="refuses", asked="now")
    assert night.heading() == RING_NOW
    assert "No assessment is needed first." in night.words()
    night.interview()
    night.follow("In their own words")
    night.fill_in(what_happened="Put out at ten.")
    night.press("Save and come back to the list")
    night.follow("See what has to happen")
    night.decide()
    night.confirm_bed("foster", "Pat Made-Up, foster carers on duty")
    case = night.open_case()
    assert "Foster care, confirmed by Pat Made-Up" in night.words()

    front_door.open_at(SUNDAY)
    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    assert "Tuesday 1 September, by 12 noon" in mash.words()

    front_door.open_at(TUESDAY_MORNING)
    officer = sit_down(EMAIL)
    assert "From out of hours, not taken over yet" in officer.words()
    left = officer.page.locator(".govuk-summary-card", has_text=NAME)
    officer.go(left.get_by_role("link", name="Open the case"))
    assert (officer.path, officer.heading()) == (case, NAME)
    assert "Put out at ten." in officer.words()  # the young person does not start again
    assert "Foster care" in officer.words()  # and keeps the bed
    assert "Decide the legal basis" in officer.words()

    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    assert "2 hours 55 minutes left" in mash.words()
    mash.page.locator(".govuk-summary-card", has_text=NAME).get_by_role("link").click()
    mash.press("I have it")
    officer.open(case)
    assert "Milo Example has it" in officer.words()


@on_a_telephone
def test_not_accepted_by_five_o_clock_the_officer_rings_and_stays(sit_down, front_door):
    front_door.open_at(FRIDAY_AFTERNOON)
    officer = sit_down()
    officer.card(where="nowhere", family="refuses", asked="now")
    officer.decide()
    hand_over = officer.path

    front_door.open_at(CLOSING_TIME - MINUTE)
    officer.open(hand_over)
    assert officer.warning() == ""
    for moment in (CLOSING_TIME, CLOSING_TIME + MINUTE):
        front_door.open_at(moment)
        officer.open(hand_over)
        assert RING_NOW in officer.warning()
        assert "020 8359 2000" in officer.warning()
        assert "Stay with the young person until somebody accepts." in officer.warning()

    officer.ring_night_team("Erin Example", "17:01", accepted="no")
    assert RING_NOW in officer.warning()
    front_door.open_at(CLOSING_TIME + 20 * MINUTE)
    officer.ring_night_team("Erin Example", "17:15", accepted="yes")
    officer.confirm_bed("foster", "Erin Example")
    assert RING_NOW not in officer.words()
    assert officer.words().count("Emergency Duty Team rung today at 5:") == 2
    officer.open_case()
    assert "Foster care, confirmed by Erin Example" in officer.words()
