"""Working days, office hours and time limits in England.

Hours are counted in UTC, so that a clock change neither gives nor takes one. Days are days
in London. The day something happens is day 0. An emergency runs day and night.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)


class BeyondHorizon(LookupError):
    """A day for which the bank holidays are not known."""


@dataclass(frozen=True)
class BankHolidays:
    """Every bank holiday in England from the first day to the last, both included."""

    first: date
    until: date
    days: tuple[date, ...]
    source: str

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset(self.days)

    def working_day(self, day: date) -> bool:
        """Raises BeyondHorizon for a day outside what is known."""
        if not self.first <= day <= self.until:
            raise BeyondHorizon(f"the bank holidays are known from {self.first} to {self.until}")
        return day.weekday() < 5 and day not in self._days


@dataclass(frozen=True)
class OfficeHours:
    """Open from the one hour until just before the other, on working days."""

    opens: int
    closes: int


@dataclass(frozen=True)
class Deadline:
    """A time limit as data.

    ``unit`` is one of ``UNITS``; ``number`` names the dated number it counts, where it counts.
    ``words`` is what is shown beside the time; ``{number}`` in it stands for that number.
    ``short`` is shown instead of the time where the limit is rather an event. ``starts`` names
    the day or moment fact it is counted from, where that is not the pack's own.
    """

    id: str
    unit: str
    words: str
    number: str = ""
    short: str = ""
    starts: str = ""


@dataclass(frozen=True)
class Clockwork:
    """What the units need: the calendar, the opening hours and the deadline's own number.

    The hours are looked up only by units that ask for them: a limit counted from a date of birth
    starts before anybody set any.
    """

    holidays: BankHolidays
    hours: Callable[[], OfficeHours]
    number: int


def london(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


def in_office_hours(moment: datetime, holidays: BankHolidays, hours: OfficeHours) -> bool:
    """9:00 is in hours and 17:00 is not, on working days, by London's clocks."""
    local = london(moment)
    return holidays.working_day(local.date()) and hours.opens <= local.hour < hours.closes


def working_day_after(day: date, count: int, holidays: BankHolidays) -> date:
    """The working day that many working days after this one, which is day 0."""
    while count > 0:
        day += ONE_DAY
        count -= holidays.working_day(day)
    return day


def working_days_after(day: date, last: date, holidays: BankHolidays) -> int:
    """How many working days there are after one day, up to and including the last. Nothing, where
    the last is not later."""
    days = (day + count * ONE_DAY for count in range(1, (last - day).days + 1))
    return sum(holidays.working_day(each) for each in days)


def hand_over_day(moment: datetime, holidays: BankHolidays, hours: OfficeHours) -> date:
    """The next working day; before opening time on a working day, that same day."""
    local = london(moment)
    if holidays.working_day(local.date()) and local.hour < hours.opens:
        return local.date()
    return working_day_after(local.date(), 1, holidays)


def due(deadline: Deadline, start: datetime, clockwork: Clockwork) -> datetime | None:
    """When the limit runs out, in London time, or nothing when there is no limit."""
    return UNITS[deadline.unit](start, clockwork)


def _at_once(start: datetime, clockwork: Clockwork) -> datetime:
    return london(start)


def _same_day(start: datetime, clockwork: Clockwork) -> datetime:
    return end_of(london(start).date())


def _same_day_or_hand_over(start: datetime, clockwork: Clockwork) -> datetime:
    """That day if it began in office hours; otherwise the hour given, at the hand-over."""
    holidays, hours = clockwork.holidays, clockwork.hours()
    if in_office_hours(start, holidays, hours):
        return _same_day(start, clockwork)
    return _at(hand_over_day(start, holidays, hours), clockwork.number)


def _hand_over(start: datetime, clockwork: Clockwork) -> datetime:
    hours = clockwork.hours()
    return _at(hand_over_day(start, clockwork.holidays, hours), hours.opens)


def _closing_time(start: datetime, clockwork: Clockwork) -> datetime:
    return _at(london(start).date(), clockwork.hours().closes)


def _working_days(start: datetime, clockwork: Clockwork) -> datetime:
    return end_of(working_day_after(london(start).date(), clockwork.number, clockwork.holidays))


def _days(start: datetime, clockwork: Clockwork) -> datetime:
    return end_of(london(start).date() + clockwork.number * ONE_DAY)


def _days_before(start: datetime, clockwork: Clockwork) -> datetime:
    """Never moved to a later working day: "no later than" means that day."""
    return end_of(london(start).date() - clockwork.number * ONE_DAY)


def _before_birthday(start: datetime, clockwork: Clockwork) -> datetime:
    """The day before that birthday. Born on 29 February, a birthday in other years is 1 March."""
    born = london(start).date()
    year = born.year + clockwork.number
    leap_day_missing = (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28
    birthday = date(year, 3, 1) if leap_day_missing else born.replace(year=year)
    return end_of(birthday - ONE_DAY)


def _months(start: datetime, clockwork: Clockwork) -> datetime:
    """The same day of a later month, or that month's last day."""
    day = london(start).date()
    years, month = divmod(day.month - 1 + clockwork.number, 12)
    year, month = day.year + years, month + 1
    return end_of(date(year, month, min(day.day, monthrange(year, month)[1])))


def _hours(start: datetime, clockwork: Clockwork) -> datetime:
    return london(start.astimezone(UTC) + timedelta(hours=clockwork.number))


def _no_limit(start: datetime, clockwork: Clockwork) -> None:
    return None


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LONDON)


def end_of(day: date) -> datetime:
    """The last second of a day in London."""
    return datetime.combine(day, time(23, 59, 59), LONDON)


UNITS: dict[str, Callable[[datetime, Clockwork], datetime | None]] = {
    "at once": _at_once,
    "same day": _same_day,
    "same day or hand-over": _same_day_or_hand_over,
    "next hand-over": _hand_over,
    "closing time": _closing_time,
    "working days": _working_days,
    "days": _days,
    "months": _months,
    "days before": _days_before,
    "before the birthday": _before_birthday,
    "hours": _hours,
    "none": _no_limit,
}
