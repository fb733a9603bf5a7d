"""A restricted case is invisible to everybody but those named, even as a name."""

import pytest
from sqlite_utils import Database

from store.cases import case_file, open_cases
from store.restrictions import may_see_case, may_see_person
from store.stream_names import subject
from tests.unit.store_helpers import ADA, BO, a_case, a_person, a_store, appended

CY = "human-cy"


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "store.sqlite3") as db:
        yield db


def opened(db: Database) -> tuple[str, str]:
    """An open case and its person, by their ids."""
    case, person = a_case(), a_person()
    appended(db, person, "person_recorded", {"name": "Anna Example", "date_of_birth": None})
    appended(db, case, "presentation_started", {"reference": f"FD-{subject(case)[:6]}"})
    body = {"person_id": subject(person), "reference": f"FD-{subject(case)[:6]}"}
    appended(db, case, "case_opened", body)
    return case, subject(person)


def sees(db: Database, human: str, case: str, person: str) -> set[bool]:
    """What each way of looking answers."""
    listed = subject(case) in {file.case.id for file in open_cases(db, human)}
    return {
        listed,
        case_file(db, subject(case), human) is not None,
        may_see_case(db, subject(case), human),
        may_see_person(db, person, human),
    }


def test_everybody_sees_a_case_that_is_not_restricted(db):
    case, person = opened(db)

    assert sees(db, BO.human_id, case, person) == {True}


def test_only_those_named_and_whoever_restricted_it_see_a_restricted_case(db):
    case, person = opened(db)

    appended(db, case, "case_restricted", {"allowed": [CY], "reason": "A relative works here"})

    assert sees(db, ADA.human_id, case, person) == {True}
    assert sees(db, CY, case, person) == {True}
    assert sees(db, BO.human_id, case, person) == {False}


def test_naming_others_replaces_those_named_before(db):
    case, person = opened(db)
    appended(db, case, "case_restricted", {"allowed": [CY], "reason": "First"})

    appended(db, case, "case_restricted", {"allowed": [BO.human_id], "reason": "Second"})

    assert sees(db, CY, case, person) == {False}
    assert sees(db, BO.human_id, case, person) == {True}


def test_a_lifted_restriction_hides_nothing(db):
    case, person = opened(db)
    appended(db, case, "case_restricted", {"allowed": [CY], "reason": "First"})

    appended(db, case, "case_unrestricted", {"reason": "They left"})

    assert sees(db, BO.human_id, case, person) == {True}


def test_one_restricted_case_hides_nobody_elses(db):
    hidden, _ = opened(db)
    shown, person = opened(db)

    appended(db, hidden, "case_restricted", {"allowed": [], "reason": "A relative works here"})

    assert sees(db, BO.human_id, shown, person) == {True}
