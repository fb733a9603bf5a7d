"""Who is signed in. The token is with the browser only: here lies just its digest."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlite_utils import Database

from store.accounts import Account, as_account
from store.database import row, write
from store.times import to_text


def start(db: Database, account_id: str, now: datetime, lasts: timedelta) -> str:
    """The token, 256 random bits as text, given out this once; never log it."""
    token = secrets.token_urlsafe(32)
    with write(db):
        db.execute(
            """
            insert into sign_ins (token_digest, account_id, started_at, expires_at)
            values (:digest, :account_id, :started_at, :expires_at)
            """,
            {
                "digest": _digest(token),
                "account_id": account_id,
                "started_at": to_text(now),
                "expires_at": to_text(now + lasts),
            },
        )
    return token


def account_for(db: Database, token: str, now: datetime) -> Account | None:
    """The account signed in; None when unknown, expired, ended, or the account was closed."""
    found = row(
        db,
        """
        select accounts.* from sign_ins join accounts on accounts.id = sign_ins.account_id
        where sign_ins.token_digest = :digest and sign_ins.ended_at is null
            and sign_ins.expires_at > :now and accounts.active = 1
        """,
        {"digest": _digest(token), "now": to_text(now)},
    )
    return as_account(found) if found else None


def end(db: Database, token: str, now: datetime) -> None:
    """Sign out; a token that is not signed in is left alone."""
    with write(db):
        db.execute(
            """
            update sign_ins set ended_at = :now where token_digest = :digest and ended_at is null
            """,
            {"digest": _digest(token), "now": to_text(now)},
        )


def end_all(db: Database, account_id: str, now: datetime) -> None:
    """Sign the account out everywhere."""
    with write(db):
        db.execute(
            """
            update sign_ins set ended_at = :now where account_id = :account_id and ended_at is null
            """,
            {"account_id": account_id, "now": to_text(now)},
        )


def _digest(token: str) -> str:
    """Plain SHA-256 is enough: 256 random bits cannot be guessed, unlike a password."""
    return sha256(token.encode(errors="replace")).hexdigest()
