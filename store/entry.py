"""What an entry of the journal is, and the hash that ties it to the one before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal, get_args

from store.canonical import canonical
from store.times import from_text

Precision = Literal["second", "minute", "hour", "day", "month", "year", "unknown"]
PRECISIONS: tuple[str, ...] = get_args(Precision)

# Only the store appends these: verifying trusts what they say.
ERASED, ANCHORED = "body_erased", "anchored"

BEFORE_THE_FIRST = "0" * 64
SALT_LENGTH = 32

HASHED = (
    "id",
    "stream",
    "seq",
    "kind",
    "schema",
    "recorded_at",
    "occurred_at",
    "occurred_precision",
    "human_id",
    "account_id",
    "role",
    "on_behalf_of",
    "command_id",
    "caused_by",
    "body_digest",
    "prev",
)


@dataclass(frozen=True)
class Author:
    """Who records: the human, with which account, in which role, and for whom when not themself."""

    human_id: str
    account_id: str
    role: str
    on_behalf_of: str | None = None

    @property
    def humans(self) -> tuple[str, ...]:
        """Whoever records, and whoever it is recorded for."""
        return tuple(each for each in (self.human_id, self.on_behalf_of) if each)


@dataclass(frozen=True)
class Entry:
    """One entry as it was appended; ``body`` is None once it was lawfully erased."""

    id: str
    stream: str
    seq: int
    kind: str
    schema: int
    recorded_at: datetime
    occurred_at: datetime | None
    occurred_precision: str
    human_id: str
    account_id: str
    role: str
    on_behalf_of: str | None
    command_id: str
    caused_by: str | None
    body_digest: str
    prev: str
    hash: str
    body: Mapping[str, Any] | None

    @property
    def author(self) -> Author:
        return Author(self.human_id, self.account_id, self.role, self.on_behalf_of)

    @property
    def happened_at(self) -> datetime:
        """When it occurred; when that is not known, when it was recorded."""
        return self.occurred_at or self.recorded_at


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry in a row of the journal joined with ``body_text``."""
    return Entry(
        **{
            **{column: row[column] for column in (*HASHED, "hash")},
            "recorded_at": from_text(row["recorded_at"]),
            "occurred_at": row["occurred_at"] and from_text(row["occurred_at"]),
            "body": None if row["body_text"] is None else json.loads(row["body_text"]),
        }
    )


def digest_of_body(salt: str, body_text: str) -> str:
    """SHA-256, in hexadecimal, of the salt's 32 characters and the body's canonical JSON."""
    return sha256(f"{salt}{body_text}".encode()).hexdigest()


def hash_of_entry(row: Mapping[str, Any]) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of every column but the hash itself."""
    return sha256(canonical({column: row[column] for column in HASHED}).encode()).hexdigest()
