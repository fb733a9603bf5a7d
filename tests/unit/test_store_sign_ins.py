"""Being signed in ends when it should, everywhere and at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlite_utils import Database

from store import accounts
from store.accounts import Account, add_account, add_human, set_active
from store.sign_ins import account_for, end, end_all, start
from tests.unit.store_helpers import NOW, a_store

SHIFT = timedelta(hours=8)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.fixture
def ada(db: Database, monkeypatch: pytest.MonkeyPatch) -> Account:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(accounts, "hasher", quick)
    return add_account(db, add_human(db, "Ada"), "ada@example.org", "password", "auditor")


def test_the_token_says_who_is_signed_in_until_it_expires(db: Database, ada: Account) -> None:
    token = start(db, ada.id, NOW, SHIFT)
    assert account_for(db, token, NOW) == ada
    assert account_for(db, token, NOW + SHIFT - timedelta(seconds=1)) == ada
    assert account_for(db, token, NOW + SHIFT) is None


@pytest.mark.parametrize("token", ["", "guess", "\ud83d", "x" * 10_000])
def test_another_token_says_nothing(db: Database, ada: Account, token: str) -> None:
    start(db, ada.id, NOW, SHIFT)
    assert account_for(db, token, NOW) is None
    end(db, token, NOW)


def test_signing_out_ends_one_and_leaves_the_others(db: Database, ada: Account) -> None:
    here, there = start(db, ada.id, NOW, SHIFT), start(db, ada.id, NOW, SHIFT)
    assert here != there
    end(db, here, NOW)
    end(db, here, NOW + SHIFT)
    assert account_for(db, here, NOW) is None
    assert account_for(db, there, NOW) == ada


def test_signing_out_everywhere_ends_all_of_one_account(db: Database, ada: Account) -> None:
    bo = add_account(db, ada.human_id, "bo@example.org", "password", "auditor")
    of_ada = [start(db, ada.id, NOW, SHIFT) for _ in range(2)]
    of_bo = start(db, bo.id, NOW, SHIFT)
    end_all(db, ada.id, NOW)
    assert [account_for(db, token, NOW) for token in of_ada] == [None, None]
    assert account_for(db, of_bo, NOW) == bo


def test_closing_an_account_shuts_it_out_at_once(db: Database, ada: Account) -> None:
    token = start(db, ada.id, NOW, SHIFT)
    set_active(db, ada.id, False)
    assert account_for(db, token, NOW) is None


def test_the_token_is_not_in_the_database(tmp_path: Path, db: Database, ada: Account) -> None:
    token = start(db, ada.id, NOW, SHIFT)
    assert len(token) >= 43
    assert token.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
