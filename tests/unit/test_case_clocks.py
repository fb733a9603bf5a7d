"""A time limit that runs from a fact of its own, and is not counted while that is not known."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from protocol.advice import Advice, advise
from protocol.pack import current_pack
from rules.answers import YES
from rules.calendar import LONDON
from rules.facts import Value
from views.case_clocks import Clock, clocks
from views.case_to_do import to_do

NOW = datetime(2026, 8, 28, 16, 50, tzinfo=LONDON)
ALLOCATE = "Allocate to the Duty and Assessment Team."


@pytest.fixture
def running():
    """The clocks, were only the allocation counted from when they first asked."""
    pack = current_pack()
    deadlines = tuple(
        replace(each, starts="presented_at") if each.id == "allocation" else each
        for each in pack.deadlines
    )
    changed = replace(pack, deadlines=deadlines, deadline_starts="")

    def run(**facts: Value) -> tuple[Advice, tuple[Clock, ...]]:
        advice = advise(changed, {"needs_accommodation": YES, **facts}, NOW)
        found = to_do(advice, (), {}, frozenset(), {})
        return advice, clocks(advice, found, None, {}, NOW)

    return run


def test_what_cannot_be_counted_is_said_and_comes_before_what_is_not_late(running):
    advice, found = running()
    (clock,) = (each for each in found if each.what == (ALLOCATE,))
    assert (clock.due_at, clock.left) == (None, "Cannot be counted yet")
    assert clock.started == "It is not known from when"
    assert "It is not known from when: when they first asked for help" in clock.limit
    assert found.index(clock) == 0
    row = next(row for row in to_do(advice, (), {}, frozenset(), {}) if row.words == ALLOCATE)
    assert "No deadline" not in row.due_words


def test_once_it_is_known_it_is_counted_from_there(running):
    _, found = running(presented_at=NOW - timedelta(days=1))
    (clock,) = (each for each in found if each.what == (ALLOCATE,))
    assert clock.started == "Started yesterday at 4:50pm"
    assert clock.left == "16 hours 50 minutes late"
