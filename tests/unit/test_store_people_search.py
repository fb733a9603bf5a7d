"""People are found by what is known of them, however it is spelled, by those who may know."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import lookup
from store.database import row, rows
from store.ids import new_id
from store.journal import erase_body, read
from store.search import MOST, search
from store.search_text import read as read_text
from store.stream_names import person
from tests.unit.people_helpers import CY, case_of, found, linked, recorded, restricted
from tests.unit.store_helpers import ADA, NOW, a_store, appended


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Zoë Müller", "zoe muller"),
        ("Zoe Muller", "ZOË MÜLLER"),
        ("Zoë Müller", "Zoe\u0308 Mu\u0308ller"),
        ("Łukasz Wiśniewski", "Lukasz Wisniewski"),
        ("Anna Kowalska", "Kowalska Anna"),
        ("Anna Kowalska", "Kowalska, Anna"),
        ("Anna Kowalska", "  anna   kowalska "),
        ("Siobhán O'Brien", "Siobhan OBrien"),
        ("Siobhán O’Brien", "Siobhan O Brien"),
        ("Siobhan O Brien", "Siobhan O'Brien"),
        ("Mary-Kate Smith-Jones", "Mary Kate Smith Jones"),
        ("Mary Kate Smith Jones", "Marykate Smith-Jones"),
        ("Nour El Sayed", "Nour Elsayed"),
        ("Nour Elsayed", "Nour El-Sayed"),
        ("Иван Петров", "Ivan Petrov"),
        ("Anna Maria Kowalska", "Anna Kowalska"),
        ("Anna Kowalska", "Kowalska"),
    ],
)
def test_accents_capitals_order_and_punctuation_do_not_matter(
    db: Database, name: str, typed: str
) -> None:
    recorded(db, name)
    recorded(db, "Somebody Else")
    assert found(db, typed) == {name: "name"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Mohammed Khan", "Muhamad Kahn"),
        ("Catherine Reid", "Kathryn Reed"),
        ("Aisha Hussein", "Ayesha Husain"),
        ("Stephen Philips", "Steven Filips"),
        ("Anna Kowalska", "Anna Kovalska"),
        ("Anna Kowalska", "Anna Kowalzka"),
        ("Brian Walker", "Brain Walker"),
        ("Yusuf Osman", "Youssef Usman"),
        ("Jon Smyth", "John Smith"),
        ("Samira Begum", "Sam Begum"),
        ("Anna Kowalska", "Anna Maria Kowalska"),
    ],
)
def test_names_spelled_otherwise_are_found_and_it_says_so(
    db: Database, name: str, typed: str
) -> None:
    recorded(db, name)
    recorded(db, "Wholly Different")
    assert list(found(db, typed)) == [name]
    assert found(db, typed)[name] in ("name, spelled otherwise", "part of the name")


def test_the_name_as_typed_comes_before_names_like_it(db: Database) -> None:
    for name in ("Ann Smyth", "Ann Smith", "Anne Smythe"):
        recorded(db, name)
    assert list(found(db, "Ann Smyth"))[0] == "Ann Smyth"
    assert set(found(db, "Ann Smyth")) == {"Ann Smyth", "Ann Smith", "Anne Smythe"}


def test_an_alias_finds_them_until_it_is_removed(db: Database) -> None:
    id = recorded(db, "Anna Kowalska", None, "Bea Nowak")
    assert found(db, "bea nowak") == {"Anna Kowalska": "known alias"}
    assert found(db, "Bea Novak") == {"Anna Kowalska": "known alias, spelled otherwise"}
    (match,) = search(db, "Bea Nowak", CY)
    assert match.aliases == ("Bea Nowak",)
    added = read(db, person(id))[-1]
    appended(
        db,
        person(id),
        "alias_removed",
        {"alias": "Bea Nowak", "reason": "It was a cousin"},
        caused_by=added.id,
    )
    assert found(db, "Bea Nowak") == {}
    assert found(db, "Anna Kowalska") == {"Anna Kowalska": "name"}


@pytest.mark.parametrize(
    "typed",
    [
        "27/3/2009", "27.03.2009", "27-3-09", "27 3 2009", "2009-03-27", "27 March 2009",
        "27th March 2009", "27 mar 09", "March 27, 2009", "27032009", "20090327", "270309",
        "27th of March 2009", "27March2009", "3/27/2009",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_understood_however_it_is_typed(db: Database, typed: str) -> None:
    recorded(db, "Anna Kowalska", "2009-03-27")
    recorded(db, "Bo Nowak", "2009-03-28")
    assert found(db, typed) == {"Anna Kowalska": "same date of birth"}
    assert list(found(db, f"{typed} kowalska")) == ["Anna Kowalska"]


@pytest.mark.parametrize(
    "typed", ["31/2/2009", "99/99/2009", "1/2", "2009", "0000-00-00", "!?", ""]
)
def test_what_is_no_date_and_no_name_asks_for_nobody(db: Database, typed: str) -> None:
    recorded(db, "Anna Kowalska", "2009-03-27")
    assert not read_text(typed)
    assert found(db, typed) == {}


def test_day_and_month_swapped_comes_after_the_day_itself(db: Database) -> None:
    recorded(db, "Anna", "2009-03-04")
    recorded(db, "Bo", "2009-04-03")
    assert found(db, "4/3/2009") == {"Anna": "same date of birth", "Bo": "day and month swapped"}


def test_a_name_with_a_date_shows_the_date_that_fits_first(db: Database) -> None:
    recorded(db, "Sam Jones", "2001-12-01")
    recorded(db, "Sam Jonnes", "2009-03-28")
    recorded(db, "Samm Jones", "2009-03-27")
    recorded(db, "Sam Joness", None)
    recorded(db, "Sam Nowak", "2009-03-27")
    assert found(db, "Sam Jones 27/3/2009") == {
        "Sam Jonnes": "name, spelled otherwise, date of birth one digit off",
        "Sam Joness": "name, spelled otherwise, no date of birth to compare",
        "Samm Jones": "name, spelled otherwise, same date of birth",
        "Sam Nowak": "part of the name, same date of birth",
        "Sam Jones": "name, another date of birth",
    }


@pytest.mark.parametrize("typed", ["FD-346XYW", "fd346xyw", "Case FD 346XYW", "FD-346XYW please"])
def test_a_case_reference_finds_whose_case_it_is(db: Database, typed: str) -> None:
    case_of(db, recorded(db, "Anna Kowalska"), "FD-346XYW")
    case_of(db, recorded(db, "Bo Nowak"), "FD-346XYT")
    assert found(db, typed)["Anna Kowalska"] == "case FD-346XYW"
    assert "Bo Nowak" not in found(db, typed)


def test_no_more_than_fifty_are_shown(db: Database) -> None:
    for n in range(MOST + 5):
        recorded(db, f"Anna {'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}ova")
    assert len(search(db, "anna", CY)) == MOST


def test_a_restricted_person_is_found_by_those_named_and_by_nobody_else(db: Database) -> None:
    id = recorded(db, "Anna Kowalska", "2009-03-27", "Bea Nowak")
    restricted(db, id, "FD-346XYW")
    for typed in ("Anna Kowalska", "Bea Nowak", "Kovalska", "27/3/2009", "FD-346XYW"):
        assert found(db, typed) == {}
        assert list(found(db, typed, ADA.human_id)) == ["Anna Kowalska"]


def test_restricted_people_do_not_count_towards_the_fifty(db: Database) -> None:
    for n in range(MOST):
        restricted(db, recorded(db, f"Anna A{n}"), f"FD-{n:06}")
    recorded(db, "Anna Zet")
    assert list(found(db, "anna")) == ["Anna Zet"]


def test_somebody_whose_particulars_were_erased_is_found_by_nothing(db: Database) -> None:
    id = recorded(db, "Anna Kowalska", "2009-03-27", "Bea Nowak")
    case_of(db, id, "FD-346XYW")
    erase_body(
        db, read(db, person(id))[0].id, author=ADA, reason="Retention", recorded_at=NOW,
        command_id=new_id(),
    )  # fmt: skip
    for typed in ("Anna Kowalska", "Bea Nowak", "27/3/2009", "FD-346XYW", "kowalska"):
        assert found(db, typed, ADA.human_id) == {}
    assert rows(db, "select * from name_words") == []
    left = b"".join(file.read_bytes() for file in Path(_file(db)).parent.iterdir())
    assert b"Kowalska" not in left
    assert b"kowalska" not in left


def _file(db: Database) -> str:
    return str((row(db, "pragma database_list") or {})["file"])


def test_nobody_is_found_by_a_name_that_was_not_given(db: Database) -> None:
    recorded(db, "Name not given", "2009-03-27", "Bea Nowak")
    assert found(db, "Name not given") == {}
    assert found(db, "given") == {}
    assert list(found(db, "27/3/2009")) == list(found(db, "Bea Nowak")) == ["Name not given"]


@pytest.mark.parametrize(
    "typed", ["%", "_", "'; drop table people; --", "a" * 200, "A " * 100, "李明", "\u0301", "😀"]
)
def test_whatever_is_typed_nothing_breaks(db: Database, typed: str) -> None:
    recorded(db, "Anna Kowalska")
    assert "Anna Kowalska" not in found(db, typed)


def test_no_query_reads_a_whole_table(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured by ``python -m bench.people`` stays so because every step has its index."""
    one, other = recorded(db, "Anna Kowalska", "2009-03-27", "Bea"), recorded(db, "Bo", None)
    case_of(db, one, "FD-346XYW")
    linked(db, one, other)
    plans: list[str] = []
    ask = rows

    def explained(db: Database, sql: str, values: dict[str, object]) -> list[dict[str, object]]:
        plans.extend(
            f"{step['detail']}: {' '.join(sql.split())[:120]}"
            for step in db.query(f"explain query plan {sql}", values)
        )
        return ask(db, sql, values)

    monkeypatch.setattr(lookup, "rows", explained)
    for typed in ("Anna Maria Kowalska", "Ann 27/3/2009", "27/3/2009", "FD-346XYW"):
        search(db, typed, CY)
    scans = [plan for plan in plans if plan.startswith("SCAN")]
    tables = (
        "people", "name_words", "person_names", "other_birth_dates", "cases", "restrictions",
    )  # fmt: skip
    assert len(plans) > 20
    assert [scan for scan in scans if scan.split()[1].rstrip(":") in tables] == []
