"""What has to go by law goes for good, and the record still proves itself."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import row, rows
from store.entry import Entry
from store.ids import new_id
from store.journal import AlreadyDone, NothingToErase, append, command, erase_body, read
from store.people import person
from store.stream_names import subject
from store.verify import anchor, verify
from tests.unit.store_helpers import ADA, BO, NOW, a_case, a_person, a_store, appended

LATER = NOW + timedelta(days=365)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def erased(db: Database, entry: Entry, command_id: str | None = None) -> Entry:
    return erase_body(
        db,
        entry.id,
        author=BO,
        reason="Kept for as long as the schedule says",
        recorded_at=LATER,
        command_id=command_id or new_id(),
    )


def test_the_body_goes_and_the_chain_still_verifies(db: Database) -> None:
    case = a_case()
    entries = [appended(db, case, body={"n": n}) for n in range(3)]
    recorded = erased(db, entries[1])
    assert [entry.body for entry in read(db, case)] == [
        {"n": 0},
        None,
        {"n": 2},
        {"seq": 2, "reason": "Kept for as long as the schedule says"},
    ]
    assert (recorded.stream, recorded.kind, recorded.caused_by) == (
        case,
        "body_erased",
        entries[1].id,
    )
    assert (recorded.human_id, recorded.recorded_at) == (BO.human_id, LATER)
    assert (
        row(db, "select 1 from journal_bodies where entry_id = :id", {"id": entries[1].id}) is None
    )
    report = verify(db)
    assert (report.ok, report.erased) == (True, 1)


def test_nothing_of_it_is_left_in_the_files(tmp_path: Path) -> None:
    """Neither the words nor the salt, from which a short answer could be guessed again."""
    with a_store(tmp_path / "store.db") as db:
        who = a_person()
        body = {"name": "Samira Unmistakable", "date_of_birth": None}
        entry = appended(db, who, "person_recorded", body)
        for _ in range(30):
            appended(db, a_case(), body={"words": "something else " * 20})
        found = row(db, "select salt from journal_bodies where entry_id = :id", {"id": entry.id})
        assert found is not None
        erased(db, entry)
        left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"something else" in left
        assert b"Unmistakable" not in left
        assert found["salt"].encode() not in left
        known = person(db, subject(who))
        assert known is not None
        assert known.name is None


def test_an_erasure_put_in_again_is_noticed_and_refused(db: Database) -> None:
    entry = appended(db, a_case())
    body = row(db, "select * from journal_bodies") or {}
    erased(db, entry)
    with pytest.raises(Exception, match="never changed"):
        db.table("journal_bodies").insert(body)
    db.execute("drop trigger journal_bodies_only_once")
    db.table("journal_bodies").insert(body)
    (broken,) = verify(db).broken
    assert (broken.seq, broken.what) == (
        1,
        "its erasure is recorded and it has a body all the same",
    )


def test_an_erasure_in_another_stream_does_not_count(db: Database) -> None:
    """Somebody who can append elsewhere must not be able to excuse a body that is gone."""
    first = appended(db, a_case())
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        append(c, a_case(), "body_erased", {}, caused_by=first.id)
    assert len(verify(db).broken) == 0
    db.execute("drop trigger journal_bodies_refuse_delete")
    db.execute("delete from journal_bodies where entry_id = :id", {"id": first.id})
    (broken,) = verify(db).broken
    assert broken.stream == first.stream


def test_nothing_is_erased_twice_or_that_is_not_there(db: Database) -> None:
    entry, command_id = appended(db, a_case()), new_id()
    recorded = erased(db, entry, command_id)
    with pytest.raises(AlreadyDone):
        erased(db, entry, command_id)
    for gone in (entry, recorded):
        with pytest.raises(NothingToErase):
            erased(db, gone)
    with pytest.raises(NothingToErase):
        erase_body(db, new_id(), author=BO, reason="", recorded_at=LATER, command_id=new_id())
    assert len(rows(db, "select 1 from journal")) == 2


def test_an_anchor_stays(db: Database) -> None:
    appended(db, a_case())
    entry = anchor(db, author=ADA, recorded_at=NOW, command_id=new_id())
    with pytest.raises(NothingToErase):
        erased(db, entry)


def test_an_anchored_entry_can_still_be_erased(db: Database) -> None:
    entry = appended(db, a_case())
    anchor(db, author=ADA, recorded_at=NOW, command_id=new_id())
    erased(db, entry)
    assert verify(db).ok
