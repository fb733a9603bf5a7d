"""When they first asked, when the office closes, and what is due when."""

from datetime import timedelta

import pytest

from tests.web.conftest import OFFICER
from tests.web.journey import SHOW, START, came, page_of

EMERGENCY = "Ring the Emergency Duty Team now"
BED_AND_MASH = "A bed tonight, and MASH now"
TONIGHT = "Tonight, by midnight"
CLOSED = "The office has closed and nobody has accepted this yet. Stay until somebody does."


def by_when(why, rule):
    section = why.soup.find(id=f"rule-{rule}")
    return section.find("p").get_text()


@pytest.mark.parametrize(
    ("now", "heading", "allocation"),
    [
        ("2026-08-28 08:59", EMERGENCY, "Today, by 12 noon"),
        ("2026-08-28 09:00", BED_AND_MASH, TONIGHT),
        ("2026-08-28 16:59", BED_AND_MASH, TONIGHT),
        ("2026-08-28 17:00", EMERGENCY, "Tuesday 1 September, by 12 noon"),
        ("2026-08-28 17:01", EMERGENCY, "Tuesday 1 September, by 12 noon"),
        ("2026-08-29 11:00", EMERGENCY, "Tuesday 1 September, by 12 noon"),
        ("2026-08-31 11:00", EMERGENCY, "Tomorrow, by 12 noon"),
        ("2026-09-01 03:00", EMERGENCY, "Today, by 12 noon"),
        ("2026-09-01 11:00", BED_AND_MASH, TONIGHT),
        ("2026-12-24 17:00", EMERGENCY, "Tuesday 29 December, by 12 noon"),
        ("2026-10-25 01:30", EMERGENCY, "Tomorrow, by 12 noon"),  # the clocks go back
    ],
)
def test_who_comes_out_of_hours_is_placed_first_and_allocated_the_next_working_day(
    browse, clock, now, heading, allocation
):
    clock.set(now)
    officer = browse(OFFICER)
    card = came(officer, where="nowhere", asked="now")
    assert card.heading == heading
    why = officer.get(page_of(card, "why"))
    assert allocation in by_when(why, "4-a")
    steps = card.part("Who acts, and by when")
    assert ("foster care or with high-level support" in steps) == (heading == EMERGENCY)


def test_out_of_hours_the_legal_basis_waits_and_the_bed_does_not(browse, clock):
    clock.set("2026-08-29 23:00")
    card = came(browse("emergency_duty_team_worker"), where="nowhere", asked="now")
    assert "legal basis is recorded as not decided yet" in card.part("Under which power")
    assert "No assessment is needed first" in card.words
    assert "Now: the office is closed" in card.part("Numbers to ring")


def test_somebody_who_came_before_closing_time_is_in_hours_however_long_it_takes(officer, clock):
    """Presented at 16:50, looked at again at 17:05 with nobody having accepted (A41)."""
    card = came(officer, where="nowhere", asked="now")
    assert card.heading == BED_AND_MASH
    clock.set("2026-08-28 17:05")
    later = officer.get(card.url)
    assert later.heading == EMERGENCY
    assert CLOSED in later.words
    assert "Today, by 5pm (late)" in later.part("Who acts, and by when")
    why = officer.get(page_of(card, "why"))
    assert by_when(why, "a41")
    assert TONIGHT in by_when(why, "4-a")  # still the same day, not the next working day


@pytest.mark.parametrize("asked", [None, "not_known"])
def test_where_nobody_knows_when_they_asked_it_counts_from_now(officer, clock, asked):
    card = came(officer, where="nowhere", asked=asked)
    assert card.heading == BED_AND_MASH
    clock.set("2026-08-28 17:00")
    assert officer.get(card.url).heading == EMERGENCY


def test_somebody_who_asked_earlier_today_asked_in_hours(browse, clock, record):
    clock.set("2026-08-28 19:00")
    card = came(browse(OFFICER), where="nowhere", asked="today", asked_at="16:30")
    assert record.facts()["presented_at"] == "2026-08-28T16:30:00+01:00"
    assert CLOSED in card.words


def test_a_time_typed_without_choosing_it_counts(browse, clock, record):
    clock.set("2026-08-28 19:00")
    came(browse(OFFICER), asked_at="16.30")
    assert record.facts()["presented_at"] == "2026-08-28T16:30:00+01:00"


def test_of_an_earlier_day_the_first_minute_in_the_office_counts(officer, record):
    """Nothing seems less late than it is."""
    card = came(officer, where="nowhere", asked="before", asked_on=["27", "8", "2026"])
    assert record.facts()["presented_at"] == "2026-08-27T09:00:00+01:00"
    assert "Yesterday, by midnight (late)" in by_when(officer.get(page_of(card, "why")), "4-a")


@pytest.mark.parametrize(
    ("answers", "question", "message"),
    [
        ({"asked": "today", "asked_at": "16:51"}, "asked_at", "The time must be earlier than now"),
        ({"asked": "today", "asked_at": "23:59"}, "asked_at", "The time must be earlier than now"),
        (
            {"asked": "today", "asked_at": ""},
            "asked_at",
            "Enter the time, or select “Not known yet”",
        ),
        (
            {"asked": "today", "asked_at": "25:00"},
            "asked_at",
            "Enter a time by the 24-hour clock, for example 09:30 or 23:15",
        ),
        (
            {"asked": "before", "asked_on": ["28", "8", "2026"]},
            "asked_on",
            "The day they asked must be in the past",
        ),
        (
            {"asked": "before", "asked_on": ["", "", ""]},
            "asked_on",
            "Enter the day, or select “Not known yet”",
        ),
        (
            {"asked": "before", "asked_on": ["27", "8", "1926"]},
            "asked_on",
            "The day they asked must be within the last year",
        ),
    ],
)
def test_a_time_that_cannot_be_is_said_beside_it_and_nothing_is_lost(
    officer, record, answers, question, message
):
    typed = {"where": "nowhere", "safe_to_return_home": "no", **answers}
    page = officer.submit(officer.get(START), SHOW, **typed, status=400)
    assert page.errors == [message]
    assert page.error_beside(question) == message
    assert record.entries() == []
    expected = {n: v if isinstance(v, list) else [v] for n, v in typed.items()}
    assert page.typed() == {name: values for name, values in expected.items() if any(values)}


def test_a_card_can_be_shown_for_the_oldest_day_that_can_be_typed(officer):
    card = came(officer, where="nowhere", asked="before", asked_on=["28", "8", "2025"])
    officer.get(page_of(card, "why"))


def test_just_now_is_when_the_page_was_opened(officer, clock, record):
    """Opened at 16:50 and saved at 17:10: they came in hours."""
    page = officer.get(START)
    clock.set("2026-08-28 17:10")
    card = officer.follow(officer.submit(page, SHOW, where="nowhere", asked="now"))
    assert record.facts()["presented_at"].startswith("2026-08-28T16:50")
    assert CLOSED in card.words
    assert record.entries("presentation_started")[0].occurred_at == clock() - timedelta(minutes=20)


@pytest.mark.parametrize(("minutes", "status"), [(120, 302), (121, 400)])
def test_just_now_on_a_page_open_for_more_than_two_hours_is_asked_again(
    browse, clock, record, minutes, status
):
    clock.set("2026-08-28 13:00")
    officer = browse(OFFICER)
    page = officer.get(START)
    clock.forward(minutes=minutes)
    result = officer.submit(page, SHOW, where="nowhere", asked="now", status=status)
    if status == 400:
        message = "This page was opened at 13:00 on 28 August. Select when they first asked"
        assert result.error_beside("asked") == message
        assert result.typed() == {"where": ["nowhere"], "asked": ["now"]}
        assert record.entries() == []
        officer.submit(result, SHOW, asked="not_known")


def test_just_now_still_means_when_it_was_when_the_answers_are_changed_later(browse, clock, record):
    clock.set("2026-08-28 13:00")
    officer = browse(OFFICER)
    card = came(officer, asked="now")
    clock.set("2026-08-28 18:00")
    officer.submit(officer.get(page_of(card, "questions")), SHOW, where="nowhere")
    assert record.facts()["presented_at"].startswith(("2026-08-28T13:00", "2026-08-28T12:00"))
    assert CLOSED in officer.get(card.url).words
