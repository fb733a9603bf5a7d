"""A pack is found again as it was, or not at all."""

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import rows
from store.packs import UnknownPack, WrongPack, archive, load
from tests.unit.store_helpers import NOW, a_store

PACK = '{"language":1,"rules":["3-l é"]}'
HASH = sha256(PACK.encode()).hexdigest()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def test_a_pack_is_found_by_its_hash(db: Database) -> None:
    archive(db, HASH, PACK, NOW)
    archive(db, HASH, PACK, NOW)
    assert load(db, HASH) == PACK
    assert len(rows(db, "select * from packs")) == 1


def test_a_pack_under_a_wrong_hash_is_refused(db: Database) -> None:
    with pytest.raises(WrongPack):
        archive(db, HASH, PACK + " ", NOW)
    assert rows(db, "select * from packs") == []


def test_a_pack_nobody_archived_is_unknown(db: Database) -> None:
    with pytest.raises(UnknownPack):
        load(db, HASH)


def test_a_pack_that_was_changed_is_not_used(db: Database) -> None:
    archive(db, HASH, PACK, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("update packs set body = '{}'")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("delete from packs")
    db.execute("drop trigger packs_refuse_update")
    db.execute("update packs set body = '{}'")
    with pytest.raises(WrongPack):
        load(db, HASH)
