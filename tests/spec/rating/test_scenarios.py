"""Children on paper, written from the sources: the thresholds suggest what follows from them."""

from collections import Counter

import pytest

from rules.answers import YES
from tests.scenarios.ratings.rows import RowError, all_rows, read
from tests.spec.tables import USUAL_MOMENT
from thresholds.bands import BAND_IDS
from thresholds.indicators import INDICATORS
from thresholds.rating.suggest import suggest

ROWS = all_rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_it_is_suggested_what_the_row_says(row):
    found = suggest(row.known, USUAL_MOMENT, "barnet")
    same_day = "not known" if found.same_day_not_known else "yes" if found.same_day else "no"
    assert (found.minimum, found.cannot_rule_out, same_day) == (
        row.minimum,
        row.cannot_rule_out,
        row.same_day,
    ), row.where


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own():
    assert len(ROWS) >= 200
    assert max(Counter(row.id for row in ROWS).values()) == 1
    assert {row.minimum for row in ROWS} == {None, *BAND_IDS}
    assert {row.same_day for row in ROWS} == {"yes", "no", "not known"}


def test_every_indicator_is_ticked_in_one_of_them():
    ticked = {fact for row in ROWS for fact, value in row.known.items() if value is YES}
    assert {i.id for i in INDICATORS if i.fact not in ticked} == set()


HEAD = "id,story,facts,minimum,cannot_rule_out,same_day,why,source\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id,story\n", "line 1: the columns must be"),
        (f"{HEAD}x,a,EDU-2a,green\n", "line 2: 4 cells"),
        (f"{HEAD}x,a,EDU-9,green,,no,b,c\n", "line 2: 'EDU-9' is no indicator"),
        (f"{HEAD}x,a,shoe=9,green,,no,b,c\n", "line 2: shoe: is not a fact"),
        (f"{HEAD}x,a,EDU-2a,purple,,no,b,c\n", "line 2: purple"),
        (f"{HEAD}x,a,EDU-2a,green,,perhaps,b,c\n", "line 2: same_day"),
        (f"{HEAD}x,,EDU-2a,green,,no,b,c\n", "line 2: story is blank"),
    ],
)
def test_a_row_that_cannot_be_read_says_where(tmp_path, text, problem):
    (tmp_path / "made_up.csv").write_text(text)
    with pytest.raises(RowError, match=f"made_up.csv, {problem}"):
        [row.known for row in read(tmp_path / "made_up.csv")]
