"""Who may be the same person: said with a reason, to those who may know, and never with a score."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.duplicates import MOST, Likeness, duplicates_of, possible_duplicates
from store.people import person
from tests.unit.people_helpers import CY, like, linked, recorded, restricted
from tests.unit.store_helpers import ADA, a_store

BORN = "2009-03-07"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.mark.parametrize(
    ("name", "born", "reason"),
    [
        ("Anna Kowalska", BORN, "same date of birth, same name"),
        ("KOWALSKA Anna", BORN, "same date of birth, same name"),
        ("Ana Kovalska", BORN, "same date of birth, name spelled otherwise"),
        ("Änna Kowalzka", BORN, "same date of birth, name spelled otherwise"),
        ("Anna Maria Kowalska", BORN, "same date of birth, one has a name more"),
        ("Anna Nowak", BORN, "same date of birth, one name the same"),
        ("Anna Kowalska", "2009-07-03", "same name, day and month swapped"),
        ("Anna Kowalska", "2009-03-17", "same name, date of birth one digit off"),
        ("Anna Kowalska", "2008-03-07", "same name, date of birth one digit off"),
        ("Ana Kovalska", "2009-03-08", "name spelled otherwise, date of birth one digit off"),
        ("Ana Kovalska", "2009-07-03", "name spelled otherwise, day and month swapped"),
        ("Anna Kowalska", None, "same name, no date of birth to compare"),
        ("Ana Kovalska", None, "name spelled otherwise, no date of birth to compare"),
        ("", BORN, "same date of birth, no name on one of the records"),
    ],
)
def test_each_likeness_has_its_plain_reason(
    db: Database, name: str, born: str | None, reason: str
) -> None:
    recorded(db, "Anna Kowalska", BORN)
    assert like(db, name, born) == {"Anna Kowalska": reason}


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Anna Kowalska", "2001-12-25"),
        ("Anna Nowak", "2009-03-08"),
        ("Anna Nowak", None),
        ("Dmitri Volkov", BORN),
        ("", None),
        ("", "2009-03-08"),
        ("Name not given", None),
    ],
)
def test_what_says_too_little_is_not_shown(db: Database, name: str, born: str | None) -> None:
    recorded(db, "Anna Kowalska", BORN)
    recorded(db, "Name not given", None)
    assert like(db, name, born) == {}


def test_a_record_without_a_name_is_shown_when_the_date_of_birth_is_the_same(db: Database) -> None:
    recorded(db, "Name not given", BORN)
    assert like(db, "Anna", BORN) == {
        "Name not given": "same date of birth, no name on one of the records"
    }


@pytest.mark.parametrize(
    ("name", "born", "reason"),
    [
        ("Bea Nowak", BORN, "known alias, same date of birth"),
        ("Bea Nowak", None, "known alias, no date of birth to compare"),
        ("Bea Nowak", "2001-12-25", "known alias, another date of birth"),
        ("Bea Novak", BORN, "same date of birth, known alias, spelled otherwise"),
    ],
)
def test_a_known_alias_is_enough(db: Database, name: str, born: str | None, reason: str) -> None:
    recorded(db, "Anna Kowalska", BORN, "Bea Nowak")
    assert like(db, name, born) == {"Anna Kowalska": reason}


def test_an_alias_of_one_word_is_met_by_chance(db: Database) -> None:
    recorded(db, "Mohammed Khan", BORN, "Mo")
    assert like(db, "Mo", "2001-12-25") == {}
    assert like(db, "Mo", BORN) == {"Mohammed Khan": "known alias, same date of birth"}


def test_an_alias_shows_the_second_record_that_it_hides(db: Database) -> None:
    """An alias once hid rent arrears and an eviction: they stood in a record under that name."""
    recorded(db, "Anna Kowalska", BORN, "Bea Nowak")
    recorded(db, "Bea Nowak", "2001-12-25")
    assert like(db, "Anna Kowalska", BORN) == {
        "Anna Kowalska": "same date of birth, same name",
        "Bea Nowak": "Bea Nowak is another name of Anna Kowalska, another date of birth",
    }


def test_whoever_is_recorded_as_the_same_person_is_shown_with_them(db: Database) -> None:
    one = recorded(db, "Anna Kowalska", BORN)
    linked(db, one, recorded(db, "Wholly Different", None))
    assert like(db, "Anna Kowalska", BORN) == {
        "Anna Kowalska": "same date of birth, same name",
        "Wholly Different": "recorded as the same person as Anna Kowalska",
    }


def test_the_order_is_by_kind_of_likeness_and_then_by_name(db: Database) -> None:
    for name, born, *aliases in (
        ("Anna Kowalska", "2009-03-17"),
        ("Anna Kowalska", None),
        ("Ana Kowalska", BORN),
        ("Zofia Zet", BORN, "Anna Kowalska"),
        ("Kowalska Anna", BORN),
        ("Anna Kowalska", "2009-07-03"),
        ("Anna Bez", BORN),
    ):
        recorded(db, name, born, *aliases)
    shown = possible_duplicates(db, "Anna Kowalska", date.fromisoformat(BORN), CY)
    assert [each.reason for each in shown] == [
        "same date of birth, same name",
        "known alias, same date of birth",
        "same date of birth, name spelled otherwise",
        "same date of birth, one name the same",
        "same name, day and month swapped",
        "same name, date of birth one digit off",
        "same name, no date of birth to compare",
    ]


def test_nothing_is_a_score(db: Database) -> None:
    recorded(db, "Anna Kowalska", BORN)
    (shown,) = possible_duplicates(db, "Ana Kovalska", date.fromisoformat(BORN), CY)
    assert list(Likeness.__dataclass_fields__) == ["person", "aliases", "reason"]
    assert not any(letter.isdigit() or letter == "%" for letter in shown.reason)


def test_a_restricted_person_is_like_nobody_to_others(db: Database) -> None:
    hidden = recorded(db, "Anna Kowalska", BORN, "Bea Nowak")
    seen = recorded(db, "Bea Nowak", BORN)
    linked(db, hidden, seen)
    restricted(db, hidden)
    assert like(db, "Anna Kowalska", BORN) == {}
    assert like(db, "Bea Nowak", BORN) == {"Bea Nowak": "same date of birth, same name"}
    assert set(like(db, "Bea Nowak", BORN, ADA.human_id)) == {"Bea Nowak", "Anna Kowalska"}


def test_twenty_at_most_are_shown(db: Database) -> None:
    for _ in range(MOST + 3):
        recorded(db, "Anna Kowalska", BORN)
    assert len(possible_duplicates(db, "Anna Kowalska", date.fromisoformat(BORN), CY)) == MOST


def test_of_somebody_on_record_the_others_are_shown(db: Database) -> None:
    one = recorded(db, "Anna Kowalska", BORN, "Bea Nowak")
    same = recorded(db, "Anna Kowalska", BORN)
    recorded(db, "Bea Nowak", "2001-12-25")
    recorded(db, "Beah Nowak", BORN)
    who = person(db, one)
    assert who is not None
    assert {each.person.name: each.reason for each in duplicates_of(db, who, CY)} == {
        "Anna Kowalska": "same date of birth, same name",
        "Bea Nowak": "Bea Nowak is another name of Anna Kowalska, another date of birth",
        "Beah Nowak": "as Bea Nowak: same date of birth, name spelled otherwise",
    }
    linked(db, one, same)
    assert "Anna Kowalska" not in {each.person.name for each in duplicates_of(db, who, CY)}
