"""Days that no rule has: the tables that say when each time limit runs out, and the last days."""

import re
from datetime import datetime

import pytest

from protocol.complaint_routes import ACKNOWLEDGED, ROUTES
from protocol.dispute_steps import POSITION_LIMIT, STEPS
from protocol.pack import current_pack
from rules.calendar import LONDON, BeyondHorizon
from tests.spec.procedures import LAST_DAYS, last_day, rows, runs_out

PACK = current_pack()
STARTS = rows()["began"]
LIMITS = [limit for limit in rows() if limit != "began"]


@pytest.mark.parametrize("limit", LIMITS)
def test_each_runs_out_at_the_end_of_the_day_shown(limit):
    assert [runs_out(PACK, limit, began) for began in STARTS] == rows()[limit]


@pytest.mark.parametrize("id", LAST_DAYS)
def test_the_last_day_before_18_is_the_one_shown(id):
    assert last_day(PACK, id) == LAST_DAYS[id]


def test_every_limit_of_a_procedure_stands_in_the_table():
    stages = [stage for route in ROUTES.values() for stage in route.stages]
    used = {POSITION_LIMIT, ACKNOWLEDGED, "fewer_visits_review", *(step.limit for step in STEPS)}
    used |= {limit for stage in stages for limit in (stage.limit, stage.longest) if limit}
    assert used == set(LIMITS)


def test_past_the_last_bank_holiday_known_nothing_is_guessed():
    with pytest.raises(BeyondHorizon):
        runs_out(PACK, "complaint_stage_2", "2028-12-15 10:00")


@pytest.mark.parametrize("limit", LIMITS)
def test_each_says_in_words_how_many_days_and_that_nobody_has_confirmed_them(limit):
    words = PACK.limit_words(limit, datetime(2026, 5, 20, 10, tzinfo=LONDON))
    assert re.search("day [0-9]+ after", words)
    assert "our default" in words or "not verified" in words
