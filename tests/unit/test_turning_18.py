"""The last day for each thing that 18 takes out of reach, and the days on both sides of it."""

from datetime import date, datetime
from typing import Any

import pytest

from protocol.pack import current_pack
from protocol.turning_18 import LastDay, Turning18, half_a_year_after, in_words, turning_18
from rules.answers import YES
from rules.calendar import LONDON

BORN = date(2009, 1, 15)
EVE = date(2027, 1, 14)


def turning(on: str = "2026-08-28", born: tuple[date, ...] = (BORN,), **facts: Any) -> Turning18:
    now = datetime.fromisoformat(f"{on}T10:00").replace(tzinfo=LONDON)
    return turning_18(current_pack(), facts, True, born, now)


def last(id: str, found: Turning18) -> LastDay:
    (one,) = [each for each in found.last_days if each.id == id]
    return one


def test_91_days_fit_exactly_between_the_last_day_and_the_birthday() -> None:
    day = last("thirteen_weeks", turning()).day
    assert day is not None
    assert (EVE - day).days + 1 == 91


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (date(2026, 10, 16), "reach it on 14 January 2027 if it goes on"),
        (date(2026, 10, 17), "they do not reach it before they are 18"),
        (date(2020, 1, 1), "reach it on 15 April 2023 if it goes on"),  # counted from 14
    ],
)
def test_care_that_runs_reaches_13_weeks_or_does_not(since: date, said: str) -> None:
    found = last("thirteen_weeks", turning("2026-11-01", looked_after_since=since))
    assert said in found.after
    assert found.day is None
    assert not found.reached


def test_what_is_so_already_no_birthday_takes_away() -> None:
    found = turning(looked_after_thirteen_weeks=YES, looked_after_at_16_or_17=YES)
    for id in ("thirteen_weeks", "one_day"):
        assert last(id, found).reached
        assert last(id, found).day is None


def test_the_last_day_on_which_an_assessment_can_begin_and_have_all_its_time() -> None:
    """45 working days from 9 November 2026 end on 14 January 2027, with Christmas between."""
    day = last("assessment", turning()).day
    assert day == date(2026, 11, 9)
    pack = current_pack()
    rule = pack.rule["5.1-b"]

    def due(start: date) -> date:
        found = pack.due(rule, datetime(start.year, start.month, start.day, 12, tzinfo=LONDON))
        assert found is not None
        return found.date()

    assert due(day) <= EVE < due(date.fromordinal(day.toordinal() + 1))


@pytest.mark.parametrize(("received", "before"), [("2026-11-09", True), ("2026-11-10", False)])
def test_an_assessment_that_runs_past_18_says_so(received: str, before: bool) -> None:
    at = datetime.fromisoformat(f"{received}T10:00").replace(tzinfo=LONDON)
    found = last("assessment", turning(received, referral_received_at=at))
    assert found.reached == before
    assert ("Decide before the birthday" in found.after) != before


def test_what_cannot_be_counted_yet_is_said() -> None:
    """Bank holidays are announced a few years ahead only."""
    found = last("assessment", turning(born=(date(2012, 6, 1),)))
    assert found.day is None
    assert "cannot be counted yet" in found.after


def test_without_a_date_of_birth_there_is_no_last_day() -> None:
    found = turning(born=())
    assert (found.adult_on, found.days_left, found.last_days, found.prompts) == (
        None, None, (), (),
    )  # fmt: skip


def test_of_two_dates_of_birth_the_earlier_one_counts_and_both_are_in_doubt() -> None:
    found = turning(born=(BORN, date(2008, 12, 24)))
    assert found.adult_on == date(2026, 12, 24)
    assert found.in_doubt


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_half_a_year_later(day: date, later: date) -> None:
    assert half_a_year_after(day) == later


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 1, 12), "2 days left"),
        (date(2027, 1, 13), "1 day left"),
        (date(2027, 1, 14), "today is the last day"),
        (date(2027, 1, 15), "passed 1 day ago"),
        (date(2027, 1, 16), "passed 2 days ago"),
    ],
)
def test_the_last_day_is_still_in_time(today: date, said: str) -> None:
    assert in_words(EVE, today) == said
