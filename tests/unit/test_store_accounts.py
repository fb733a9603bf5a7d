"""Who may come in, and how it is found out."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlite_utils import Database

from store import accounts
from store.accounts import (
    Account,
    EmailTaken,
    account,
    add_account,
    add_human,
    check_password,
    forget_failures,
    humans,
    record_failure,
    set_active,
    set_password,
    too_many_failures,
)
from store.database import row, rows
from store.journal import Author
from tests.unit.store_helpers import NOW, a_store

EMAIL, PASSWORD = "Ada.Okafor@Example.org", "correct horse battery staple"


class Counting(PasswordHasher):
    """Quick, and says how often it was asked."""

    def __init__(self, time_cost: int = 1) -> None:
        super().__init__(time_cost=time_cost, memory_cost=8, parallelism=1)
        self.verified = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        self.verified += 1
        return super().verify(hash, password)


@pytest.fixture
def hasher(monkeypatch: pytest.MonkeyPatch) -> Counting:
    quick = Counting()
    monkeypatch.setattr(accounts, "hasher", quick)
    return quick


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.fixture
def ada(db: Database, hasher: Counting) -> Account:
    return add_account(db, add_human(db, "Ada"), EMAIL, PASSWORD, "housing_needs_officer")


def test_the_right_password_lets_in_however_the_email_is_typed(db: Database, ada: Account) -> None:
    assert check_password(db, " ada.okafor@EXAMPLE.ORG ", PASSWORD) == ada
    assert account(db, ada.id) == ada
    assert ada.author("human-bo") == Author(
        ada.human_id, ada.id, "housing_needs_officer", "human-bo"
    )


def test_a_password_typed_on_another_keyboard_is_the_same(db: Database, ada: Account) -> None:
    set_password(db, ada.id, "cafe\u0301")
    assert check_password(db, EMAIL, "caf\u00e9") == ada


@pytest.mark.parametrize("wrong", ["", "Correct horse battery staple", "\ud83d", "x" * 10_000])
def test_a_wrong_password_does_not(db: Database, ada: Account, wrong: str) -> None:
    assert check_password(db, EMAIL, wrong) is None


def test_an_unknown_email_costs_as_much_as_a_wrong_password(
    db: Database, ada: Account, hasher: Counting
) -> None:
    assert check_password(db, EMAIL, "wrong") is None
    assert hasher.verified == 1
    assert check_password(db, "nobody@example.org", "wrong") is None
    assert hasher.verified == 2


def test_a_closed_account_does_not_let_in(db: Database, ada: Account, hasher: Counting) -> None:
    set_active(db, ada.id, False)
    assert check_password(db, EMAIL, PASSWORD) is None
    assert hasher.verified == 1
    set_active(db, ada.id, True)
    assert check_password(db, EMAIL, PASSWORD) == ada


def test_a_new_password_replaces_the_old(db: Database, ada: Account) -> None:
    set_password(db, ada.id, "another one altogether")
    assert check_password(db, EMAIL, PASSWORD) is None
    assert check_password(db, EMAIL, "another one altogether") == ada


def test_one_human_can_have_several_accounts(db: Database, ada: Account) -> None:
    other = add_account(db, ada.human_id, "ada@other.example.org", PASSWORD, "team_manager")
    assert other.human_id == ada.human_id
    assert humans(db) == {ada.human_id: "Ada"}


def test_an_email_belongs_to_one_account(db: Database, ada: Account) -> None:
    with pytest.raises(EmailTaken):
        add_account(db, add_human(db, "Bo"), EMAIL.upper(), PASSWORD, "auditor")


def test_passwords_are_hashed_anew_when_hashing_became_harder(
    db: Database, ada: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "hasher", Counting(time_cost=2))
    assert check_password(db, EMAIL, "wrong") is None
    assert "t=1" in stored(db)
    assert check_password(db, EMAIL, PASSWORD) == ada
    assert "t=2" in stored(db)
    assert check_password(db, EMAIL, PASSWORD) == ada


def stored(db: Database) -> str:
    return str((row(db, "select password_hash from accounts") or {})["password_hash"])


def test_the_password_is_nowhere_in_the_database(
    tmp_path: Path, db: Database, ada: Account
) -> None:
    assert stored(db).startswith("$argon2id$")
    assert PASSWORD.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "argon2" not in repr(ada)


def test_the_default_parameters_are_not_the_quick_ones() -> None:
    assert accounts.hasher.time_cost >= 2
    assert accounts.hasher.memory_cost >= 19 * 1024


def test_five_failures_in_a_quarter_of_an_hour_are_too_many(db: Database) -> None:
    for n in range(5):
        assert not too_many_failures(db, EMAIL, NOW)
        record_failure(db, EMAIL, NOW + timedelta(minutes=n))
    assert too_many_failures(db, EMAIL.lower(), NOW + timedelta(minutes=5))
    assert not too_many_failures(db, "somebody@example.org", NOW + timedelta(minutes=5))
    assert too_many_failures(db, EMAIL, NOW + timedelta(minutes=14, seconds=59))
    assert not too_many_failures(db, EMAIL, NOW + timedelta(minutes=15))


def test_a_success_starts_the_count_anew(db: Database) -> None:
    for _ in range(5):
        record_failure(db, EMAIL, NOW)
    forget_failures(db, EMAIL)
    assert not too_many_failures(db, EMAIL, NOW)


def test_failures_are_kept_without_what_was_typed_and_not_for_long(db: Database) -> None:
    record_failure(db, "my password, in the wrong box", NOW)
    record_failure(db, EMAIL, NOW + timedelta(minutes=15))
    (kept,) = rows(db, "select * from login_failures")
    assert "@" not in kept["email_digest"]
    assert len(kept["email_digest"]) == 64
