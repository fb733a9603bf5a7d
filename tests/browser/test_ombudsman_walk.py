"""The case that the Ombudsman decided in November 2025 (24 017 942), as it should have gone.

There a homeless young person slept rough for four nights, the first review came late and the
complaint did not go through the statutory procedure. The names and days here are made up.
"""

from datetime import datetime, timedelta

from rules.calendar import LONDON
from tests.browser.case_parts import answered, record_outcome, section_20_is_owed
from tests.browser.journey import NIGHT_EMAIL, SOCIAL_WORKER, TEAM_MANAGER
from tests.browser.placement_places import CONFIRM, day_and_time, propose

FRIDAY = datetime(2026, 8, 28, 16, 50, tzinfo=LONDON)
"""Ten minutes before the office closes for four nights, the last that of a bank holiday."""

LAST_DAY = datetime(2026, 9, 28, 23, 30, tzinfo=LONDON)
"""The twentieth working day after the first night; 31 August is a bank holiday."""

REVIEW = "section:has(#clocks) tr:has-text('Hold the first review.')"

TUESDAY = datetime(2026, 9, 1, 9, 30, tzinfo=LONDON)


def test_a_bed_that_night_section_20_a_review_in_time_and_a_complaint_where_it_belongs(
    sit_down, front_door
):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = officer.open_case()
    assert "No bed is confirmed" in officer.words()
    front_door.open_at(FRIDAY + timedelta(minutes=15))
    officer.open(case)
    assert "Ring the Emergency Duty Team now" in officer.words()
    officer.follow("Hand-over and bed")
    officer.ring_night_team("Edie Example", "17:04", "yes")

    front_door.open_at(FRIDAY + timedelta(hours=1))
    night = sit_down(NIGHT_EMAIL)
    parts = f"{case}/parts/accommodation"
    answered(night, f"{parts}/youth-offending-team", open_to_youth_offending_team="no")
    propose(
        night,
        case,
        *("28", "8", "2026", "17:50"),
        kind="foster_care",
        place="Mrs Bright, 1 Elm Road",
        provider_registered="yes",
        high_level_support="yes",
        away_from_rivals="yes",
        not_shared_with_very_vulnerable="yes",
        escort="Edie Example",
    )
    night.press(CONFIRM)
    night.open(case)
    assert "In foster care, Mrs Bright, 1 Elm Road, since today at 5:50pm" in night.words()

    front_door.open_at(TUESDAY)
    day = sit_down(SOCIAL_WORKER)
    day.open(case)
    day.follow("Take over this case")
    day.press("I have it now")
    section_20_is_owed(day, case)
    answered(day, f"{case}/parts/section-20/objection", parent_objects_to_s20="no")

    day.open(f"{case}/parts/section-20/offers")
    day.press("Add an answer about section 20")
    day.fill_in(answer="accepts", their_words="Yes. I want a social worker.")
    day_and_time(day, "at", "1", "9", "2026", "09:20")
    day.press("Save")
    record_outcome(day, case, "s20_looked_after", "Yes. I want a social worker.")
    day.open(case)
    day.follow("Record the legal basis")
    day.fill_in(basis="s20", decided_by="Sami Example", reasons="They accept it.")
    day_and_time(day, "decided_at", "1", "9", "2026", "09:25")
    day.press("Record the legal basis")
    # Counted from the first night, not from the day somebody wrote it down.
    assert "19 working days left" in day.words(REVIEW)
    assert "Due Monday 28 September, by midnight" in day.words(REVIEW)

    day.complain(("1", "9", "2026"), words="I rang on Thursday and nobody helped me.")
    assert "The children's complaints procedure under the Children Act 1989" in day.words()
    assert "I rang on Thursday and nobody helped me." in day.words("blockquote")
    manager = sit_down(TEAM_MANAGER)
    assert "Answer the complaint in writing" in manager.words()
    front_door.open_at(LAST_DAY)
    day = sit_down(SOCIAL_WORKER)
    day.open(case)
    assert "Today is the last day" in day.words(REVIEW)
    front_door.open_at(LAST_DAY + timedelta(hours=1))
    day.open(case)
    assert "late" in day.words(REVIEW)
