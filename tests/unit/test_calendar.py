"""Working days, office hours, clock changes and birthdays in England."""

import socket
from datetime import UTC, date, datetime, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays as OfficialList

import thresholds
from protocol.pack import current_pack
from rules.answers import NOT_KNOWN
from rules.calendar import (
    LONDON,
    BeyondHorizon,
    Clockwork,
    Deadline,
    OfficeHours,
    due,
    hand_over_day,
    in_office_hours,
    working_day_after,
    working_days_after,
)
from rules.evaluate import evaluate
from rules.facts import FactError

HOLIDAYS = thresholds.bank_holidays()
HOURS = OfficeHours(9, 17)
ONE_DAY = timedelta(days=1)


def days(first: date, last: date) -> list[date]:
    return [first + ONE_DAY * count for count in range((last - first).days + 1)]


EVERY_DAY = days(date(2012, 1, 1), date(2028, 12, 31))


def at(text: str) -> datetime:
    """A moment in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*args, **more):
        raise AssertionError("a test reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def official(no_network) -> OfficialList:
    return OfficialList(use_cached_holidays=True)


def test_every_day_from_2012_to_2028_is_a_working_day_when_the_official_list_says_so(official):
    england = OfficialList.ENGLAND_AND_WALES

    differ = [
        day
        for day in EVERY_DAY
        if HOLIDAYS.working_day(day) is not official.is_work_day(day, division=england)
    ]

    assert len(EVERY_DAY) == 6210
    assert differ == []


def test_every_bank_holiday_is_on_the_official_list(official):
    """Weekends apart: the list gives only the day off in their place."""
    listed = official.get_holidays(division=OfficialList.ENGLAND_AND_WALES)
    ours = {day for day in HOLIDAYS.days if day.weekday() < 5}

    assert ours == {holiday["date"] for holiday in listed}


def test_the_calendar_goes_no_further_than_the_official_list(official):
    """Past it a bank holiday may still be added, as two were for 2022 and 2023."""
    listed = official.get_holidays(division=OfficialList.ENGLAND_AND_WALES)

    assert HOLIDAYS.until.year <= max(holiday["date"] for holiday in listed).year


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (start, count, expected)
        for start, *ends in [
            ("2026-04-02", "2026-04-07", "2026-04-09", "2026-04-20",
             "2026-04-27", "2026-05-05", "2026-06-10"),
            ("2026-05-01", "2026-05-05", "2026-05-07", "2026-05-18",
             "2026-05-26", "2026-06-02", "2026-07-07"),
            ("2026-08-29", "2026-09-01", "2026-09-03", "2026-09-14",
             "2026-09-21", "2026-09-28", "2026-11-02"),
            ("2026-12-18", "2026-12-21", "2026-12-23", "2027-01-06",
             "2027-01-13", "2027-01-20", "2027-02-24"),
            ("2023-05-05", "2023-05-09", "2023-05-11", "2023-05-22",
             "2023-05-30", "2023-06-06", "2023-07-11"),  # the coronation
            ("2022-06-01", "2022-06-06", "2022-06-08", "2022-06-17",
             "2022-06-24", "2022-07-01", "2022-08-05"),  # the jubilee
        ]
        for count, expected in zip((1, 3, 10, 15, 20, 45), ends, strict=True)
    ],
)  # fmt: skip
def test_working_days_are_counted_from_the_day_after(start, count, expected):
    counted = working_day_after(date.fromisoformat(start), count, HOLIDAYS)

    assert counted == date.fromisoformat(expected)


def test_counting_agrees_with_the_official_list_from_every_day(official):
    """Ten working days on, by walking the official list instead."""
    england = OfficialList.ENGLAND_AND_WALES
    working = [day for day in EVERY_DAY if official.is_work_day(day, division=england)]
    place = 0
    for day in days(date(2012, 1, 1), date(2028, 12, 1)):
        while working[place] <= day:
            place += 1
        assert working_day_after(day, 10, HOLIDAYS) == working[place + 9], day


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2029, 1, 1), date(2100, 6, 1)])
def test_a_day_past_the_horizon_is_an_error_and_not_a_guess(day):
    with pytest.raises(BeyondHorizon, match="2012-01-01 to 2028-12-31"):
        HOLIDAYS.working_day(day)
    with pytest.raises(BeyondHorizon):
        in_office_hours(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), HOLIDAYS, HOURS)


@pytest.mark.parametrize(
    ("day", "last", "expected"),
    [
        (date(2026, 8, 28), date(2026, 8, 28), 0),  # a Friday; the day itself is day 0
        (date(2026, 8, 28), date(2026, 8, 31), 0),  # the bank holiday Monday
        (date(2026, 8, 28), date(2026, 9, 1), 1),
        (date(2026, 8, 28), date(2026, 11, 2), 45),
        (date(2026, 9, 1), date(2026, 8, 28), 0),
    ],
)
def test_working_days_between_two_days_leave_out_the_first(day, last, expected):
    assert working_days_after(day, last, HOLIDAYS) == expected


def test_counting_working_days_is_the_other_side_of_finding_one():
    for start in EVERY_DAY[:400]:
        for count in (1, 5, 45):
            last = working_day_after(start, count, HOLIDAYS)
            assert working_days_after(start, last, HOLIDAYS) == count


def test_counting_into_the_unknown_is_an_error():
    assert working_day_after(date(2028, 12, 28), 1, HOLIDAYS) == date(2028, 12, 29)
    with pytest.raises(BeyondHorizon):
        working_day_after(date(2028, 12, 29), 1, HOLIDAYS)
    with pytest.raises(BeyondHorizon):
        hand_over_day(at("2028-12-29 17:00"), HOLIDAYS, HOURS)


def test_no_advice_is_given_for_a_day_past_the_horizon():
    with pytest.raises(BeyondHorizon):
        evaluate(current_pack(), {}, at("2029-01-02 10:00"))


@pytest.mark.parametrize(
    ("moment", "open_then"),
    [
        ("2026-08-28 08:59:59", False),
        ("2026-08-28 09:00:00", True),
        ("2026-08-28 16:59:59", True),
        ("2026-08-28 17:00:00", False),
        ("2026-08-28 17:01:00", False),
        ("2026-08-29 12:00:00", False),
        ("2026-08-31 12:00:00", False),  # the bank holiday itself
        ("2026-09-01 00:00:00", False),
        ("2026-12-28 12:00:00", False),  # for Boxing Day, a Saturday
        ("2026-12-31 16:59:00", True),
        ("2028-01-03 12:00:00", False),  # for New Year's Day, a Saturday
    ],
)
def test_the_office_is_open_from_nine_until_before_five_on_working_days(moment, open_then):
    assert in_office_hours(at(moment), HOLIDAYS, HOURS) is open_then


@pytest.mark.parametrize(
    ("utc", "open_then"),
    [
        ("2026-03-27 08:59", False),  # the Friday before the clocks go forward
        ("2026-03-27 09:00", True),
        ("2026-03-30 07:59", False),  # the Monday after: 8:59 in London
        ("2026-03-30 08:00", True),
        ("2026-03-30 15:59", True),
        ("2026-03-30 16:00", False),
        ("2026-10-23 07:59", False),  # the Friday before they go back
        ("2026-10-23 08:00", True),
        ("2026-10-26 08:59", False),
        ("2026-10-26 09:00", True),
        ("2026-10-26 16:59", True),
        ("2026-10-26 17:00", False),
    ],
)
def test_opening_hours_follow_londons_clocks(utc, open_then):
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)

    assert in_office_hours(moment, HOLIDAYS, HOURS) is open_then


def runs_out(unit: str, start: datetime, number: int = 0) -> datetime | None:
    return due(Deadline("a_limit", unit, ""), start, Clockwork(HOLIDAYS, lambda: HOURS, number))


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-03-28 12:00", 24, "2026-03-29 13:00"),  # an hour is lost in the night
        ("2026-03-28 12:00", 72, "2026-03-31 13:00"),
        ("2026-03-29 00:30", 1, "2026-03-29 02:30"),
        ("2026-10-24 12:00", 24, "2026-10-25 11:00"),  # and given back
        ("2026-10-24 12:00", 72, "2026-10-27 11:00"),
        ("2026-05-20 12:00", 72, "2026-05-23 12:00"),
        ("2028-02-28 12:00", 24, "2028-02-29 12:00"),
    ],
)
def test_hours_are_as_long_as_hours_across_a_clock_change(start, hours, expected):
    ended = runs_out("hours", at(start), hours)

    assert f"{ended:%Y-%m-%d %H:%M}" == expected
    assert ended.astimezone(UTC) - at(start).astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("unit", "start", "number", "expected"),
    [
        ("days", "2026-05-20 10:00", 14, "2026-06-03 23:59"),
        ("days", "2026-10-20 10:00", 14, "2026-11-03 23:59"),  # over a clock change
        ("days", "2026-12-24 10:00", 1, "2026-12-25 23:59"),  # a holiday counts as a day
        ("days before", "2026-06-22 00:00", 28, "2026-05-25 23:59"),  # stays on a bank holiday
        ("days before", "2026-06-20 00:00", 28, "2026-05-23 23:59"),  # and on a Saturday
        ("days before", "2026-06-01 00:00", 1, "2026-05-31 23:59"),  # and on a Sunday
        ("before the birthday", "2008-05-21 00:00", 18, "2026-05-20 23:59"),
        ("before the birthday", "2008-05-20 00:00", 18, "2026-05-19 23:59"),
        ("before the birthday", "2008-02-29 00:00", 18, "2026-02-28 23:59"),
        ("before the birthday", "2008-02-29 00:00", 20, "2028-02-28 23:59"),
        ("months", "2026-05-20 10:00", 3, "2026-08-20 23:59"),
        ("months", "2026-11-30 10:00", 3, "2027-02-28 23:59"),  # a month has its last day
        ("months", "2027-11-30 10:00", 3, "2028-02-29 23:59"),
        ("months", "2026-10-31 10:00", 6, "2027-04-30 23:59"),
        ("months", "2026-06-30 10:00", 6, "2026-12-30 23:59"),
        ("months", "2026-07-15 10:00", 6, "2027-01-15 23:59"),
    ],
)
def test_calendar_days_are_never_moved(unit, start, number, expected):
    assert f"{runs_out(unit, at(start), number):%Y-%m-%d %H:%M}" == expected


def test_the_hour_that_comes_twice_is_counted_twice():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 1:30 in London, for the first time

    ended = runs_out("hours", first, 1)

    assert f"{ended:%H:%M}" == "01:30"
    assert ended.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("start", ["2026-03-29 00:30", "2026-10-25 00:30", "2026-10-25 23:30"])
def test_a_day_ends_with_londons_day_when_the_clocks_change(start):
    ended = runs_out("same day", at(start))

    assert f"{ended:%Y-%m-%d %H:%M:%S}" == f"{start[:10]} 23:59:59"


def test_days_are_londons_days():
    """Half past eleven at night in UTC is already tomorrow in a London summer."""
    ended = runs_out("same day", datetime(2026, 5, 20, 23, 30, tzinfo=UTC))

    assert f"{ended:%Y-%m-%d}" == "2026-05-21"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-08-28 16:59", "2026-08-28 23:59"),
        ("2026-08-28 17:00", "2026-09-01 12:00"),
        ("2026-08-31 23:59", "2026-09-01 12:00"),
        ("2026-09-01 00:00", "2026-09-01 12:00"),
        ("2026-09-01 08:59", "2026-09-01 12:00"),
        ("2026-03-29 00:30", "2026-03-30 12:00"),
        ("2026-10-25 23:59", "2026-10-26 12:00"),
    ],
)
def test_out_of_hours_it_is_due_at_noon_after_the_hand_over(start, expected):
    ended = runs_out("same day or hand-over", at(start), 12)

    assert f"{ended:%Y-%m-%d %H:%M}" == expected


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2008-02-29", "2026-02-28 23:59", 17),
        ("2008-02-29", "2026-03-01 00:00", 18),
        ("2008-02-29", "2024-02-28 23:59", 15),
        ("2008-02-29", "2024-02-29 00:00", 16),
        ("2012-02-29", "2028-02-28 23:59", 15),
        ("2012-02-29", "2028-02-29 00:00", 16),
        ("2012-02-29", "2028-03-01 00:00", 16),
        ("2008-02-28", "2026-02-28 00:00", 18),
        ("2008-03-01", "2026-02-28 23:59", 17),
        ("2008-03-01", "2026-03-01 00:00", 18),
        ("2008-05-20", "2026-05-19 23:59", 17),
        ("2008-05-20", "2026-05-20 00:00", 18),
        ("2026-05-20", "2026-05-20 00:00", 0),
    ],
)
def test_a_birthday_begins_at_midnight_and_on_1_march_for_leap_days(born, on, age):
    findings = evaluate(current_pack(), {"date_of_birth": date.fromisoformat(born)}, at(on))

    assert findings.facts["age"] == age


def test_a_birthday_begins_at_londons_midnight():
    born = {"date_of_birth": date(2008, 5, 20)}

    before = evaluate(current_pack(), born, datetime(2026, 5, 19, 22, 59, tzinfo=UTC))
    after = evaluate(current_pack(), born, datetime(2026, 5, 19, 23, 0, tzinfo=UTC))

    assert (before.facts["age"], after.facts["age"]) == (17, 18)


@pytest.mark.parametrize(
    ("release", "until"),
    [("2026-06-17", 28), ("2026-06-16", 27), ("2026-05-20", 0), ("2026-05-19", 0), (None, None)],
)
def test_days_until_a_day_are_never_below_nought(release, until):
    facts = {"release_date": date.fromisoformat(release)} if release else {}
    found = evaluate(current_pack(), facts, at("2026-05-20 23:30"))

    assert found.facts["days_until_release"] == (NOT_KNOWN if until is None else until)


@pytest.mark.parametrize(
    ("seen", "since"),
    [
        (at("2026-05-20 00:10"), 0),
        (at("2026-05-19 23:50"), 1),
        (at("2026-05-18 12:00"), 2),
        (datetime(2026, 5, 18, 23, 30, tzinfo=UTC), 1),  # already the 19th in London
        (at("2026-05-21 12:00"), 0),
        (NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_days_since_a_moment_are_londons_days(seen, since):
    found = evaluate(current_pack(), {"last_seen_at": seen}, at("2026-05-20 10:00"))

    assert found.facts["days_since_last_seen"] == since


def test_an_age_is_not_known_without_a_date_of_birth():
    assert evaluate(current_pack(), {}, at("2026-05-20 10:00")).facts["age"] is NOT_KNOWN


def test_a_date_of_birth_in_the_future_is_an_error():
    with pytest.raises(FactError, match="must be in the past"):
        evaluate(current_pack(), {"date_of_birth": date(2026, 5, 21)}, at("2026-05-20 10:00"))
