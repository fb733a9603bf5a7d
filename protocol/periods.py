"""Days in care and in custody, counted from records of periods.

Each day wholly or partly in counts, first and last included; a day in two periods counts once,
and gaps do not count. What is not known about a period makes its days possible rather than
certain. Only certain days say yes. A no needs a complete list, on which even all possible days
are too few, and an age that nobody doubts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from protocol.ages import birthday
from protocol.operators import Recorded, Row, as_day
from rules.answers import NO, NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import london
from rules.facts import FactError, Value

LOOKED_AFTER = ("s20", "s21", "care_order", "remand")
REMANDS = ("remand", "remand_to_care")
INSIDE = ("remand", "sentence")
ONE_DAY = timedelta(days=1)

Days = frozenset[date]


@dataclass(frozen=True)
class Period:
    """``None`` stands for a day that is not known. ``runs``: whether it goes on today; a period
    whose last day is today still does."""

    row: Row
    first: date | None
    last: date | None
    runs: Answer


@dataclass(frozen=True)
class Window:
    """The days that count, both ends included. It may be empty."""

    first: date
    last: date

    def certain(self, period: Period) -> Days:
        """All between two known ends; the one end that is known; otherwise none."""
        ends = [day for day in (period.first, period.last) if day]
        return self._between(min(ends), max(ends)) if ends else frozenset()

    def possible(self, period: Period) -> Days:
        return self._between(period.first or self.first, period.last or self.last)

    def _between(self, first: date, last: date) -> Days:
        first, last = max(first, self.first), min(last, self.last)
        return frozenset(first + n * ONE_DAY for n in range((last - first).days + 1))


def looked_after_thirteen_weeks(recorded: Recorded) -> Value:
    window = _since_14(recorded)
    return NOT_KNOWN if window is None else _at_least(_threshold(recorded), recorded, window)


def thirteen_weeks_reached_on(recorded: Recorded) -> Value:
    """The day by which it was so from what is certain."""
    window = _since_14(recorded)
    if window is None:
        return NOT_KNOWN
    certain = sorted(_looked_after(recorded, window)[0])
    return certain[_threshold(recorded) - 1] if len(certain) >= _threshold(recorded) else NOT_KNOWN


def looked_after_at_16_or_17(recorded: Recorded) -> Value:
    window = _from_age(recorded, recorded.number("care_leaver_from_age"))
    return NOT_KNOWN if window is None else _at_least(1, recorded, window)


def looked_after_until_18(recorded: Recorded) -> Value:
    window = _since_14(recorded)
    born = recorded.facts.get("date_of_birth", NOT_KNOWN)
    if window is None or born is NOT_KNOWN:
        return NOT_KNOWN
    eve = birthday(as_day(born), recorded.number("adult_age")) - ONE_DAY
    return _at_least(1, recorded, Window(eve, min(eve, window.last)))


def looked_after_since(recorded: Recorded) -> Value:
    """The first day of the unbroken time in care that runs today."""
    counted = [p for p, counts in _care(recorded) if counts is YES]
    if not any(period.runs is YES for period in counted):
        return NOT_KNOWN
    since = _today(recorded)
    while True:
        joined = [p for p in counted if _reaches(p, since)]
        if any(period.first is None for period in joined):
            return NOT_KNOWN
        earliest = min(period.first or since for period in joined)
        if earliest == since:
            return since
        since = earliest


def _reaches(period: Period, since: date) -> bool:
    """Goes on until that day or the day before it."""
    last = period.last or since
    return (period.first or since) <= since and last >= since - ONE_DAY


def in_custody(recorded: Recorded) -> Value:
    return _running(recorded, INSIDE)


def serving_sentence(recorded: Recorded) -> Value:
    return _running(recorded, ("sentence",))


def on_remand(recorded: Recorded) -> Value:
    return _running(recorded, REMANDS)


def sentence_started_on(recorded: Recorded) -> Value:
    """Not known while the first day of a sentence that runs is not."""
    times = _periods(recorded, "custody")
    running = [p.first for p in times if p.row["kind"] == "sentence" and p.runs is YES]
    known = [day for day in running if day]
    return max(known) if known and len(known) == len(running) else NOT_KNOWN


def release_date(recorded: Recorded) -> Value:
    """The earliest that is known, of the times in custody that may still be running."""
    times = _periods(recorded, "custody")
    running = [p for p in times if (p.runs & _is(p.row["kind"], *INSIDE)) is not NO]
    known = [as_day(d) for p in running if (d := p.row["release_date"]) is not NOT_KNOWN]
    return min(known, default=NOT_KNOWN)


def release_before_21st_birthday(recorded: Recorded) -> Value:
    born, release = recorded.facts.get("date_of_birth", NOT_KNOWN), release_date(recorded)
    if born is NOT_KNOWN or release is NOT_KNOWN:
        return NOT_KNOWN
    limit = birthday(as_day(born), recorded.number("onwards_and_upwards_until_age"))
    return yes_if(as_day(release) < limit)


def _running(recorded: Recorded, kinds: tuple[str, ...]) -> Answer:
    """Whether a time of one of these kinds runs today. No only on a complete list."""
    times = _periods(recorded, "custody")
    found = reduce(or_, (p.runs & _is(p.row["kind"], *kinds) for p in times), NO)
    return found if found is not NO or "custody" in recorded.complete else NOT_KNOWN


def _at_least(fewest: int, recorded: Recorded, window: Window) -> Answer:
    """Whether they were looked after on that many days of the window."""
    certain, possible = _looked_after(recorded, window)
    if len(certain) >= fewest:
        return YES
    complete = "care_period" in recorded.complete
    undisputed = recorded.facts.get("age_disputed") is not YES
    return NO if complete and undisputed and len(possible) < fewest else NOT_KNOWN


def _looked_after(recorded: Recorded, window: Window) -> tuple[Days, Days]:
    """The days that surely count, and all that may."""
    care = list(_care(recorded))
    certain = [window.certain(period) for period, counts in care if counts is YES]
    possible = [window.possible(period) for period, counts in care if counts is not NO]
    return reduce(or_, certain, Days()), reduce(or_, possible, Days())


def _care(recorded: Recorded) -> Iterator[tuple[Period, Answer]]:
    """Every time in care or in custody, and whether it makes them looked after."""
    for period in _periods(recorded, "care_period"):
        yield period, _is(period.row["basis"], *LOOKED_AFTER)
    for period in _periods(recorded, "custody"):
        yield period, _is(period.row["kind"], *REMANDS)


def _periods(recorded: Recorded, kind: str) -> list[Period]:
    return [_period(recorded, f"{kind}[{n}]", row) for n, row in enumerate(recorded.of(kind))]


def _period(recorded: Recorded, name: str, row: Row) -> Period:
    """Raises FactError when it ends before it begins, or runs before it began or after it ended."""
    today, running = _today(recorded), row["still_running"]
    first, last = _day(row["first_day"]), _day(row["last_day"])
    assert isinstance(running, Answer)
    if first and last and last < first:
        raise FactError(f"{name}.last_day", "must not be before the first day")
    if last and last < today and running is YES:
        raise FactError(f"{name}.still_running", "must not be yes: it had its last day")
    if first and first > today and running is YES:
        raise FactError(f"{name}.still_running", "must not be yes: it has not had its first day")
    if running is YES:
        return Period(row, first, last or today, YES)
    begun = NOT_KNOWN if first is None else yes_if(first <= today)
    return Period(row, first, last, begun & (yes_if(last >= today) if last else running))


def _since_14(recorded: Recorded) -> Window | None:
    return _from_age(recorded, recorded.number("care_counts_from_age"))


def _from_age(recorded: Recorded, age: int) -> Window | None:
    """From that birthday until today, or the day before they turned 18."""
    born = recorded.facts.get("date_of_birth", NOT_KNOWN)
    if born is NOT_KNOWN:
        return None
    adult = birthday(as_day(born), recorded.number("adult_age"))
    return Window(birthday(as_day(born), age), min(_today(recorded), adult - ONE_DAY))


def _threshold(recorded: Recorded) -> int:
    return recorded.number("care_leaver_days")


def _is(value: Value, *options: str) -> Answer:
    return NOT_KNOWN if value is NOT_KNOWN else yes_if(value in options)


def _day(value: Value) -> date | None:
    return None if value is NOT_KNOWN else as_day(value)


def _today(recorded: Recorded) -> date:
    return london(recorded.on).date()
