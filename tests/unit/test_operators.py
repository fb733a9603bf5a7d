"""What records say about facts. A list that is not complete never says no."""

from datetime import date, datetime

import pytest

from protocol.operators import (
    Recorded,
    all_of,
    any_of,
    before,
    count,
    days_between,
    latest,
)
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON

NOON = datetime(2026, 5, 20, 12, 0, tzinfo=LONDON)


def recorded(*rows, complete=False):
    return Recorded(
        on=NOON,
        rows={"visit": rows} if rows else {},
        complete=frozenset({"visit"} if complete else ()),
        facts={},
        number=lambda name: pytest.fail(f"nobody asked for {name}"),
        working_day_after=lambda day, days: pytest.fail("nobody asked for a working day"),
    )


def seen(*answers, complete=False):
    return recorded(*({"seen": answer} for answer in answers), complete=complete)


@pytest.mark.parametrize(
    ("answers", "complete", "any_is", "all_are"),
    [
        ((), False, NOT_KNOWN, NOT_KNOWN),
        ((), True, NOT_KNOWN, NOT_KNOWN),
        ((YES,), False, YES, NOT_KNOWN),
        ((YES,), True, YES, YES),
        ((NO,), False, NOT_KNOWN, NO),
        ((NO,), True, NO, NO),
        ((YES, NO), True, YES, NO),
        ((NO, NOT_KNOWN), True, NOT_KNOWN, NO),
        ((YES, NOT_KNOWN), True, YES, NOT_KNOWN),
    ],
)
def test_any_and_all(answers, complete, any_is, all_are):
    rows = seen(*answers, complete=complete)
    assert any_of("visit", "seen")(rows) is any_is
    assert all_of("visit", "seen")(rows) is all_are


FIRST, THEN = datetime(2026, 5, 1, 9, tzinfo=LONDON), datetime(2026, 5, 2, 9, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((), NOT_KNOWN),
        (((NO, FIRST),), NO),
        (((NO, NOT_KNOWN),), NO),
        (((NO, FIRST), (YES, THEN)), YES),
        (((YES, THEN), (NO, FIRST)), YES),
        (((YES, THEN), (NOT_KNOWN, FIRST)), YES),
        (((NOT_KNOWN, THEN), (YES, FIRST)), NOT_KNOWN),
        (((YES, THEN), (NO, NOT_KNOWN)), NOT_KNOWN),
        (((YES, NOT_KNOWN), (YES, NOT_KNOWN)), YES),
        (((YES, FIRST), (NO, FIRST)), NOT_KNOWN),
    ],
)
def test_the_latest_by_its_time_and_not_by_its_place(rows, says):
    rows = recorded(*({"seen": answer, "at": at} for answer, at in rows))
    assert latest("visit", "seen")(rows) is says


def test_a_count_has_a_most_only_where_the_list_is_complete():
    def was_seen(row):
        return row["seen"]

    assert count("visit", was_seen)(seen(YES, NOT_KNOWN, NO)) == (1, None)
    assert count("visit", was_seen)(seen(YES, NOT_KNOWN, NO, complete=True)) == (1, 2)
    assert count("visit", was_seen)(seen(complete=True)) == (0, 0)


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        (FIRST, THEN, YES),
        (THEN, FIRST, NO),
        (FIRST, FIRST, NO),
        (date(2026, 5, 1), FIRST, YES),
        (FIRST, date(2026, 5, 1), NO),
        (NOT_KNOWN, FIRST, NOT_KNOWN),
        (FIRST, NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_before(first, second, answer):
    assert before(first, second) is answer


def test_days_between_count_the_first_and_the_last():
    assert days_between(date(2026, 1, 1), date(2026, 1, 1)) == 1
    assert days_between(date(2026, 1, 1), date(2026, 4, 1)) == 91
    assert days_between(datetime(2026, 3, 28, 23, 30, tzinfo=LONDON), date(2026, 3, 29)) == 2
    assert days_between(NOT_KNOWN, date(2026, 1, 1)) is None
