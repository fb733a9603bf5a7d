"""An outcome that could not be read again is refused, and only a last one's signature counts."""

import pytest

from store.ids import new_id
from store.journal import command
from store.outcomes_on_record import OUTCOME, assessed_by, facts_in
from store.reading import read
from store.stream_names import case
from tests.unit.store_helpers import ADA, NOW, a_store

CASE = case("00000000-0000-4000-8000-000000000001")
GOOD = {
    "decision": "outcome",
    "option": "not_in_need",
    "option_words": "Not in need",
    "reason": "They earn well.",
    "young_person_said": "I am fine.",
    "told_young_person": "What it means.",
    "needs_manager": True,
    "facts": {"not_in_need_reasons_written": "yes"},
    "facts_when_signed": {"not_in_need_manager_agrees": "yes"},
}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "store.db") as db:
        yield db


def append(db, kind, body, **more):
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        return c.append(CASE, kind, body, **more)


@pytest.mark.parametrize(
    "wrong",
    [
        {"option": "something_else"},
        {"option": None},
        {"reason": None},
        {"young_person_said": 1},
        {"facts": None},
        {"facts": {"not_in_need_manager_agrees": "no"}},
        {"facts_when_signed": {"manager_has_decided": "not_known"}},
    ],
)
def test_an_outcome_of_another_shape_is_refused(db, wrong):
    with pytest.raises(ValueError, match=OUTCOME):
        append(db, OUTCOME, {**GOOD, **wrong})
    assert read(db, CASE) == ()


def test_until_it_is_signed_only_the_reasons_are_established(db):
    append(db, OUTCOME, GOOD)
    assert facts_in(read(db, CASE)) == {"not_in_need_reasons_written": "yes"}
    append(db, OUTCOME, {**GOOD, "option": "s20_interim", "facts": {}, "facts_when_signed": {}})
    assert facts_in(read(db, CASE)) == {}


def test_whoever_wrote_any_of_the_assessment_is_known_by_it(db):
    answers = {"page": "health", "answers": [], "facts": {}}
    append(db, "answers_given", {**answers, "journey": "first-contact"})
    assert assessed_by(read(db, CASE)) == []
    append(db, "answers_given", {**answers, "journey": "assessment"})
    assert assessed_by(read(db, CASE)) == [ADA.human_id]
