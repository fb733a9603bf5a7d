"""Humans, their accounts, and their passwords."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlite_utils import Database

from store.database import row, rows, write
from store.entry import Author
from store.ids import new_id
from store.times import to_text

FAILURES = 5
WITHIN = timedelta(minutes=15)

hasher = PasswordHasher()


@dataclass(frozen=True)
class Account:
    """An account without its password's hash, so that no page or log can show it."""

    id: str
    human_id: str
    email: str
    role: str
    active: bool

    def author(self, on_behalf_of: str | None = None) -> Author:
        return Author(self.human_id, self.id, self.role, on_behalf_of)


def add_human(db: Database, name: str) -> str:
    """The new human's id."""
    human_id = new_id()
    with write(db):
        db.execute(
            "insert into humans (id, name) values (:id, :name)", {"id": human_id, "name": name}
        )
    return human_id


def humans(db: Database) -> dict[str, str]:
    """Human id to name."""
    return {found["id"]: found["name"] for found in rows(db, "select id, name from humans")}


def workers(db: Database, roles: Collection[str]) -> dict[str, str]:
    """Human id to name, of everybody with an active account in one of these roles."""
    return {
        found["id"]: found["name"]
        for found in rows(
            db,
            """
            select humans.id, humans.name, accounts.role from humans
            join accounts on accounts.human_id = humans.id
            where accounts.active = 1 order by humans.name, humans.id
            """,
        )
        if found["role"] in roles
    }


class EmailTaken(ValueError):
    """Another account has this e-mail address."""


def add_account(db: Database, human_id: str, email: str, password: str, role: str) -> Account:
    """The new account, one of perhaps several of this human; EmailTaken."""
    # Before the transaction: hashing is slow on purpose, and nobody else should wait for it.
    password_hash = hasher.hash(_as_typed(password))
    new = Account(new_id(), human_id, _folded(email), role, active=True)
    with write(db):
        if row(db, "select 1 from accounts where email = :email", {"email": new.email}):
            raise EmailTaken("Another account has this e-mail address.")
        db.execute(
            """
            insert into accounts (id, human_id, email, password_hash, role, active)
            values (:id, :human_id, :email, :password_hash, :role, 1)
            """,
            {
                "id": new.id,
                "human_id": human_id,
                "email": new.email,
                "password_hash": password_hash,
                "role": role,
            },
        )
    return new


def account(db: Database, account_id: str) -> Account | None:
    """One account by id, active or not."""
    found = row(db, "select * from accounts where id = :id", {"id": account_id})
    return as_account(found) if found else None


def set_active(db: Database, account_id: str, active: bool) -> None:
    """Let an account in, or shut it out at once, wherever it is signed in."""
    with write(db):
        db.execute(
            "update accounts set active = :active where id = :id",
            {"active": int(active), "id": account_id},
        )


def set_password(db: Database, account_id: str, password: str) -> None:
    """Give an account a new password; ``sign_ins.end_all`` ends what began with the old one."""
    password_hash = hasher.hash(_as_typed(password))
    with write(db):
        db.execute(
            "update accounts set password_hash = :password_hash where id = :id",
            {"password_hash": password_hash, "id": account_id},
        )


def check_password(db: Database, email: str, password: str) -> Account | None:
    """The account, or None for a wrong password, an unknown e-mail or a closed account alike."""
    typed = _as_typed(password)
    # An unknown e-mail costs as much as a wrong password: the time must not tell who has accounts.
    nobodys = _nobodys_hash(hasher)
    found = row(db, "select * from accounts where email = :email", {"email": _folded(email)})
    try:
        hasher.verify(found["password_hash"] if found else nobodys, typed)
    except (VerificationError, InvalidHashError):
        return None
    if found is None or not found["active"]:
        return None
    if hasher.check_needs_rehash(found["password_hash"]):
        _rehash(db, found, typed)
    return as_account(found)


def record_failure(db: Database, email: str, now: datetime) -> None:
    """Count a failed sign-in for this e-mail; failures too old to matter are dropped."""
    with write(db):
        db.execute(
            "delete from login_failures where failed_at <= :since", {"since": to_text(now - WITHIN)}
        )
        db.execute(
            "insert into login_failures (email_digest, failed_at) values (:digest, :failed_at)",
            {"digest": _digest(email), "failed_at": to_text(now)},
        )


def too_many_failures(db: Database, email: str, now: datetime) -> bool:
    """Whether sign-in failed five times or more within the last 15 minutes."""
    counted = row(
        db,
        """
        select count(*) as failures from login_failures
        where email_digest = :digest and failed_at > :since
        """,
        {"digest": _digest(email), "since": to_text(now - WITHIN)},
    )
    return counted is not None and counted["failures"] >= FAILURES


def forget_failures(db: Database, email: str) -> None:
    """Start counting anew, after a sign-in that succeeded."""
    with write(db):
        db.execute(
            "delete from login_failures where email_digest = :digest", {"digest": _digest(email)}
        )


def as_account(found: Mapping[str, Any]) -> Account:
    """The account in a row of ``accounts``."""
    return Account(
        found["id"], found["human_id"], found["email"], found["role"], bool(found["active"])
    )


def _rehash(db: Database, found: Mapping[str, Any], typed: bytes) -> None:
    new = hasher.hash(typed)
    with write(db):
        # Unless it was changed since it was read: the old password must not come back.
        db.execute(
            "update accounts set password_hash = :new where id = :id and password_hash = :old",
            {"new": new, "id": found["id"], "old": found["password_hash"]},
        )


@lru_cache(maxsize=1)
def _nobodys_hash(hasher: PasswordHasher) -> str:
    return hasher.hash(new_id())


def _folded(email: str) -> str:
    return email.strip().casefold()


def _digest(email: str) -> str:
    """Not the e-mail itself: people type passwords into the wrong box."""
    return sha256(_folded(email).encode(errors="replace")).hexdigest()


def _as_typed(password: str) -> bytes:
    """Keyboards spell one letter in several ways; to the person it is the same password."""
    return unicodedata.normalize("NFKC", password).encode(errors="surrogatepass")
