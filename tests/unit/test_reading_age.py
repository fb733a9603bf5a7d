"""Whatever a young person reads, somebody of about 11 can read."""

import re

import pytest

import texts
from protocol.acts import ACTS
from protocol.people import OWNERS
from tests.reading_age import AGE, age, read_by_young_people, syllables_of

DOCUMENTS = dict(read_by_young_people())


def test_the_age_is_that_of_the_formula():
    assert age(("The cat sat on the mat.",)) == pytest.approx(3.55)
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert age((hard,)) == pytest.approx(16.26, abs=0.01)
    assert age(("A heading", hard, "{name} sat.")) < age((hard,))
    assert [syllables_of(word) for word in ("You’re", "reptilian", "Xylobrondate")] == [1, 3, 4]


def test_all_that_is_given_to_them_is_measured():
    rights = {place.stem for place in (texts.HERE / texts.ENGLISH / "rights").glob("*.toml")}
    assert rights
    assert set(DOCUMENTS) >= {
        "plan",
        "acts",
        "fifty points",
        "what could be done about the fifty points",
    } | {f"rights/{each}" for each in rights}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_no_harder_than_somebody_of_eleven_can_read(name):
    assert age(DOCUMENTS[name]) <= AGE


def test_every_act_in_their_words_is_one_the_protocol_has_and_every_owner_has_a_name():
    acts = texts.load("acts")
    assert set(acts.under("acts")) <= {act.id for act in ACTS}
    assert set(OWNERS) - set(acts.under("owners")) == {
        "lawyer", "threshold_owner", "auditor", "administrator",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["plan", "acts"])
def test_nothing_in_their_plan_blames_anybody(name):
    for line in DOCUMENTS[name]:
        assert not re.search(r"\b(overdue|failed|missed|should have|fault|refused)\b", line)
