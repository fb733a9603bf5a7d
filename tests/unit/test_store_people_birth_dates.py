"""A date of birth given beside the one on record is lost to nobody, and takes nothing's place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import other_birth_dates
from store.birth_dates import Days, nearest
from store.database import rows
from store.ids import new_id
from store.journal import command, erase_body
from store.people import person
from store.tables import rebuild
from tests.unit.people_helpers import CY, found, like, recorded, restricted
from tests.unit.store_helpers import ADA, NOW, a_store, appended

BORN, GIVEN, OTHER = date(2009, 3, 27), date(2007, 11, 2), date(2008, 6, 14)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def given(db: Database, person_id: str, born: date) -> str:
    """The id of the entry."""
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        return other_birth_dates.give(c, person_id, born, "They said so.", None).id


def born(db: Database, person_id: str) -> tuple[date | None, ...]:
    found = person(db, person_id)
    assert found is not None
    return found.birth_dates


def test_the_one_on_record_stays_first_and_the_others_follow_in_order(db: Database) -> None:
    id, other = recorded(db, "Anna Kowalska", BORN.isoformat()), recorded(db, "Bea Nowak")
    given(db, id, GIVEN)
    given(db, id, OTHER)
    assert born(db, id) == (BORN, GIVEN, OTHER)
    assert born(db, other) == (None,)
    rebuild(db)
    assert born(db, id) == (BORN, GIVEN, OTHER)


def test_somebody_is_found_by_either(db: Database) -> None:
    given(db, recorded(db, "Anna Kowalska", BORN.isoformat()), GIVEN)
    for day in (BORN, GIVEN):
        assert found(db, f"{day:%d/%m/%Y}") == {"Anna Kowalska": "same date of birth"}
        assert found(db, f"Kowalska {day:%d/%m/%Y}") == {
            "Anna Kowalska": "name, same date of birth"
        }
    assert found(db, f"{OTHER:%d/%m/%Y}") == {}
    assert found(db, "Anna Kovalska 3/11/2007") == {
        "Anna Kowalska": "name, spelled otherwise, date of birth one digit off"
    }


def test_whoever_gives_it_a_second_time_is_like_them(db: Database) -> None:
    given(db, recorded(db, "Anna Kowalska", BORN.isoformat()), GIVEN)
    assert like(db, "Ana Kovalska", GIVEN.isoformat()) == {
        "Anna Kowalska": "same date of birth, name spelled otherwise"
    }
    assert like(db, "Ana Kovalska", OTHER.isoformat()) == {}


def test_a_restricted_person_is_found_by_neither(db: Database) -> None:
    id = recorded(db, "Anna Kowalska", BORN.isoformat())
    given(db, id, GIVEN)
    restricted(db, id)
    for day in (BORN, GIVEN):
        assert found(db, f"{day:%d/%m/%Y}") == like(db, "Anna", day.isoformat(), CY) == {}


def test_erased_it_is_gone_and_the_one_on_record_stays(db: Database) -> None:
    id = recorded(db, "Anna Kowalska", BORN.isoformat())
    entry_id = given(db, id, GIVEN)
    given(db, id, OTHER)
    erase_body(db, entry_id, author=ADA, reason="Law", recorded_at=NOW, command_id=new_id())
    assert born(db, id) == (BORN, OTHER)
    assert found(db, f"{GIVEN:%d/%m/%Y}") == {}
    everything = str([rows(db, f"select * from {t.name}") for t in db.tables])
    assert GIVEN.isoformat() not in everything


@pytest.mark.parametrize(
    "body",
    [{}, {"date_of_birth": "2009-02-31", "reason": "x"}, {"date_of_birth": "2009-02-01"},
     {"date_of_birth": 7, "reason": "x"}, {"reason": "x"}],
)  # fmt: skip
def test_what_could_not_be_read_again_is_refused(db: Database, body: dict[str, object]) -> None:
    id = recorded(db, "Anna Kowalska", BORN.isoformat())
    with pytest.raises(ValueError, match=r"needs|day is out of range"):
        appended(db, f"person:{id}", other_birth_dates.GIVEN, body)
    assert born(db, id) == (BORN,)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ([BORN], [GIVEN, BORN], Days.SAME),
        ([BORN], [None, GIVEN], Days.NOT_KNOWN),
        ([BORN], [GIVEN, date(2009, 3, 28)], Days.ONE_DIGIT),
        ([date(2009, 3, 4)], [GIVEN, date(2009, 4, 3)], Days.SWAPPED),
        ([BORN, GIVEN], [OTHER, GIVEN], Days.SAME),
        ([BORN, GIVEN], [OTHER], Days.OTHER),
        ([None], [None], Days.NOT_KNOWN),
    ],
)
def test_of_several_dates_the_two_most_alike_are_compared(
    one: list[date | None], other: list[date | None], how: Days
) -> None:
    assert nearest(one, other) is nearest(other, one) is how
