"""Every pack of rules ever used, so that advice can be checked again years later."""

from datetime import datetime
from hashlib import sha256

from sqlite_utils import Database

from store.database import row, write
from store.times import to_text


class UnknownPack(KeyError):
    """No pack of this hash was archived."""


class WrongPack(ValueError):
    """The text is not the one its hash names."""


def archive(db: Database, hash: str, body_text: str, recorded_at: datetime) -> None:
    """Keep a pack; once more is harmless. WrongPack when the hash is not the text's SHA-256."""
    _check(hash, body_text)
    with write(db):
        if row(db, "select 1 from packs where hash = :hash", {"hash": hash}):
            return
        db.execute(
            "insert into packs (hash, body, recorded_at) values (:hash, :body, :recorded_at)",
            {"hash": hash, "body": body_text, "recorded_at": to_text(recorded_at)},
        )


def load(db: Database, hash: str) -> str:
    """The pack's text; UnknownPack when there is none, WrongPack when it was changed."""
    found = row(db, "select body from packs where hash = :hash", {"hash": hash})
    if found is None:
        raise UnknownPack(hash)
    _check(hash, found["body"])
    return str(found["body"])


def _check(hash: str, body_text: str) -> None:
    if sha256(body_text.encode()).hexdigest() != hash:
        raise WrongPack(f"The text is not that of pack {hash}.")
