"""What people are called and who is the same person: reversible, with every step kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from store import person_names, same_person
from store.database import rows
from store.ids import new_id
from store.journal import AlreadyDone, Conflict, command, erase_body, read
from store.people import ExternalId
from store.person_file import person_file
from store.person_names import AliasNotChanged, aliases_of
from store.same_person import LinkNotChanged, links_of
from store.stream_names import person
from store.tables import kept_tables, rebuild, rebuild_stream
from tests.unit.people_helpers import CY, case_of, found, linked, recorded, restricted, unlinked
from tests.unit.store_helpers import ADA, BO, NOW, a_store, appended

TABLES = ("people", "person_names", "name_words", "external_ids", "same_person")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def tables(db: Database) -> dict[str, list[Any]]:
    return {table: sorted(rows(db, f"select * from {table}"), key=str) for table in TABLES}


def linked_to(db: Database, person_id: str, reader: str = CY) -> set[str | None]:
    return {link.other.name for link in links_of(db, person_id, reader)}


def kinds(db: Database, person_id: str) -> list[str]:
    return [entry.kind for entry in read(db, person(person_id))]


def erased(db: Database, entry_id: str) -> None:
    erase_body(db, entry_id, author=ADA, reason="Law", recorded_at=NOW, command_id=new_id())


def test_an_alias_says_who_added_it_when_and_why(db: Database) -> None:
    id = recorded(db, "Anna", None, "Bea Nowak")
    (alias,) = aliases_of(db, id)
    assert (alias.name, alias.added_at, alias.added_by) == ("Bea Nowak", NOW, ADA.human_id)
    assert alias.reason == "They said so."
    assert kinds(db, id) == ["person_recorded", "alias_added"]


def test_an_alias_is_not_added_twice_nor_removed_twice(db: Database) -> None:
    id = recorded(db, "Anna", None, "Bea")
    (alias,) = aliases_of(db, id)
    with (
        pytest.raises(AliasNotChanged),
        command(db, new_id(), author=ADA, recorded_at=NOW) as c,
    ):
        person_names.add_alias(c, id, "Bea", "Again")
    with command(db, new_id(), author=BO, recorded_at=NOW) as c:
        removed = person_names.remove_alias(c, id, alias.id, "It was a cousin")
    assert removed.body == {"alias": "Bea", "reason": "It was a cousin"}
    assert removed.caused_by == alias.id
    with (
        pytest.raises(AliasNotChanged),
        command(db, new_id(), author=ADA, recorded_at=NOW) as c,
    ):
        person_names.remove_alias(c, id, alias.id, "Again")
    assert aliases_of(db, id) == ()
    assert kinds(db, id) == ["person_recorded", "alias_added", "alias_removed"]


def test_an_alias_added_again_is_there_again(db: Database) -> None:
    id = recorded(db, "Anna", None, "Bea")
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        person_names.remove_alias(c, id, aliases_of(db, id)[0].id, "Wrong")
        person_names.add_alias(c, id, "Bea", "Right after all")
    assert [alias.reason for alias in aliases_of(db, id)] == ["Right after all"]


def test_an_alias_of_somebody_else_is_not_removed_from_here(db: Database) -> None:
    one, other = recorded(db, "Anna", None, "Bea"), recorded(db, "Cora", None, "Dot")
    with (
        pytest.raises(AliasNotChanged),
        command(db, new_id(), author=ADA, recorded_at=NOW) as c,
    ):
        person_names.remove_alias(c, one, aliases_of(db, other)[0].id, "Wrong")
    assert len(aliases_of(db, other)) == 1


def test_an_erased_removal_does_not_bring_an_alias_back(db: Database) -> None:
    id = recorded(db, "Anna", None, "Bea")
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        removed = person_names.remove_alias(c, id, aliases_of(db, id)[0].id, "Wrong")
    erased(db, removed.id)
    assert aliases_of(db, id) == ()
    assert found(db, "Bea") == {}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("alias_added", {"reason": "x"}),
        ("alias_added", {"alias": 1, "reason": "x"}),
        ("alias_added", {"alias": "Bea"}),
        ("alias_removed", {"alias": "Bea", "reason": "x"}),
        ("external_id_added", {"system": "x"}),
        ("external_id_added", {"system": "x", "id": 7}),
        ("same_person_linked", {"other": "x"}),
        ("same_person_linked", {"reason": "x"}),
        ("same_person_unlinked", {"reason": "x"}),
    ],
)
def test_what_could_not_be_read_again_is_refused(
    db: Database, kind: str, body: dict[str, Any]
) -> None:
    id = recorded(db, "Anna")
    with pytest.raises(ValueError, match=kind + "|alias"):
        appended(db, person(id), kind, body)
    assert kinds(db, id) == ["person_recorded"]


def test_other_systems_numbers_stand_with_the_person(db: Database) -> None:
    id = recorded(db, "Anna")
    for system, number in (("Housing", "H-12"), ("Children's social care", "123")):
        appended(db, person(id), "external_id_added", {"system": system, "id": number})
    file = person_file(db, id, CY)
    assert file is not None
    assert file.external_ids == (
        ExternalId("Children's social care", "123"),
        ExternalId("Housing", "H-12"),
    )


def test_a_link_stands_in_both_streams_by_one_command_and_changes_no_id(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    case = case_of(db, other, "FD-346XYW")
    before = read(db, case)
    linked(db, one, other, "The same tattoo.")
    mine, theirs = read(db, person(one))[-1], read(db, person(other))[-1]
    assert mine.command_id == theirs.command_id
    assert mine.body == {"other": other, "reason": "The same tattoo."}
    assert theirs.body == {"other": one, "reason": "The same tattoo."}
    assert linked_to(db, one) == {"Bea"}
    assert linked_to(db, other) == {"Anna"}
    assert read(db, case) == before
    assert [c["person_id"] for c in rows(db, "select person_id from cases")] == [other]


def test_a_link_is_undone_and_made_again_and_both_histories_are_kept(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    linked(db, one, other)
    unlinked(db, other, one)
    assert linked_to(db, one) == linked_to(db, other) == set()
    linked(db, other, one, "Both came, and it is one.")
    history = [
        "person_recorded",
        "same_person_linked",
        "same_person_unlinked",
        "same_person_linked",
    ]
    assert kinds(db, one) == kinds(db, other) == history
    assert [link.reason for link in links_of(db, one, CY)] == ["Both came, and it is one."]


def test_nothing_is_linked_twice_or_to_itself_or_to_nobody_or_undone_twice(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    with pytest.raises(LinkNotChanged):
        unlinked(db, one, other)
    with pytest.raises(LinkNotChanged):
        linked(db, one, one)
    with pytest.raises(LinkNotChanged):
        linked(db, one, new_id())
    linked(db, one, other)
    with pytest.raises(LinkNotChanged):
        linked(db, other, one)
    unlinked(db, one, other)
    with pytest.raises(LinkNotChanged):
        unlinked(db, one, other)
    assert len(read(db, person(one))) == len(read(db, person(other))) == 3


def test_a_link_is_refused_when_either_record_changed_meanwhile(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea", None, "Dot")
    for seqs in ((0, 2), (1, 1)):
        with pytest.raises(Conflict), command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            same_person.link(c, one, other, "Same", *seqs)
    assert linked_to(db, one) == set()
    id = new_id()
    with command(db, id, author=ADA, recorded_at=NOW) as c:
        same_person.link(c, one, other, "Same", 1, 2)
    with pytest.raises(AlreadyDone), command(db, id, author=ADA, recorded_at=NOW) as c:
        same_person.link(c, one, other, "Same", 1, 2)
    assert len(read(db, person(one))) == 2


def test_links_reach_from_record_to_record(db: Database) -> None:
    one, two, three = (recorded(db, name) for name in ("Anna", "Bea", "Cora"))
    linked(db, one, two)
    linked(db, two, three)
    assert linked_to(db, one) == {"Bea", "Cora"}
    assert [(link.person_id, link.other.id) for link in links_of(db, one, CY)] == [
        (one, two),
        (two, three),
    ]
    unlinked(db, one, two)
    assert linked_to(db, one) == set()


def test_a_restricted_person_is_linked_to_nobody_for_others(db: Database) -> None:
    one, hidden, three = (recorded(db, name) for name in ("Anna", "Bea", "Cora"))
    linked(db, one, hidden)
    linked(db, hidden, three)
    restricted(db, hidden)
    assert linked_to(db, one) == linked_to(db, three) == set()
    assert linked_to(db, one, ADA.human_id) == {"Bea", "Cora"}
    assert person_file(db, hidden, CY) is None
    assert person_file(db, hidden, ADA.human_id) is not None


def test_somebody_whose_particulars_were_erased_has_no_page_and_no_links(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    linked(db, one, other)
    erased(db, read(db, person(other))[0].id)
    assert person_file(db, other, ADA.human_id) is None
    assert linked_to(db, one) == set()


def test_an_erased_undoing_does_not_bring_a_link_back(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    linked(db, one, other)
    unlinked(db, one, other)
    for id in (one, other):
        erased(db, read(db, person(id))[-1].id)
        assert linked_to(db, one) == linked_to(db, other) == set()


def test_a_link_whose_words_were_erased_on_one_side_stands_and_can_be_undone(db: Database) -> None:
    one, other = recorded(db, "Anna"), recorded(db, "Bea")
    linked(db, one, other)
    erased(db, read(db, person(one))[-1].id)
    assert linked_to(db, one) == {"Bea"}
    assert linked_to(db, other) == {"Anna"}
    unlinked(db, one, other)
    assert linked_to(db, one) == linked_to(db, other) == set()
    before = tables(db)
    rebuild(db)
    assert tables(db) == before


@pytest.fixture
def busy(db: Database) -> Database:
    """People to whom everything has happened."""
    one = recorded(db, "Anna Kowalska", "2009-03-27", "Bea Nowak", "Bea-Anna O'Nowak")
    two = recorded(db, "Zoë Müller", None, "Zo")
    three = recorded(db, "Name not given", "2009-03-27")
    appended(db, person(one), "person_recorded", {"name": "Anne Kowal", "date_of_birth": None})
    appended(db, person(two), "external_id_added", {"system": "Housing", "id": "H-12"})
    linked(db, one, two)
    linked(db, two, three)
    unlinked(db, one, two)
    linked(db, one, three)
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        person_names.remove_alias(c, two, aliases_of(db, two)[0].id, "Wrong")
    restricted(db, two)
    return db


def test_every_table_is_rebuilt_the_same(busy: Database) -> None:
    assert set(TABLES) <= set(kept_tables())
    before = tables(busy)
    assert {table: len(found) for table, found in before.items()} == {
        "people": 3,
        "person_names": 5,
        "name_words": 13,
        "external_ids": 1,
        "same_person": 4,
    }
    rebuild(busy)
    assert tables(busy) == before
    for each in before["people"]:
        rebuild_stream(busy, person(each["id"]))
        assert tables(busy) == before


def test_every_table_is_rebuilt_the_same_whatever_was_erased(busy: Database) -> None:
    for entry in rows(busy, "select id from journal where kind <> 'case_opened' order by position"):
        erased(busy, entry["id"])
        before = tables(busy)
        rebuild(busy)
        assert tables(busy) == before
    assert {found["name"] for found in rows(busy, "select name from people")} == {None}
    assert all(not rows(busy, f"select * from {table}") for table in TABLES[1:])


def test_a_name_recorded_again_finds_by_the_later_one(db: Database) -> None:
    id = recorded(db, "Anna Kowalska")
    appended(db, person(id), "person_recorded", {"name": "Anna Nowak", "date_of_birth": None})
    assert found(db, "Kowalska") == {}
    assert found(db, "Nowak") == {"Anna Nowak": "name"}
