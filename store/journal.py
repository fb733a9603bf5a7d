"""The journal: appended by commands, never changed.

with command(db, command_id, author=author, recorded_at=now) as c:
    c.append(stream_names.case(case_id), "answers_given", body, expect_seq=seq)
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store import tables
from store.canonical import canonical
from store.database import row, write
from store.entry import (
    ANCHORED,
    BEFORE_THE_FIRST,
    ERASED,
    HASHED,
    PRECISIONS,
    SALT_LENGTH,
    Author,
    Entry,
    Precision,
    digest_of_body,
    from_row,
    hash_of_entry,
)
from store.ids import new_id
from store.reading import entries_of, entry, head, head_and_hash, read, streams
from store.stream_names import check_kind, check_stream
from store.times import to_text

__all__ = [
    "AlreadyDone",
    "Author",
    "Command",
    "Conflict",
    "Entry",
    "NothingToErase",
    "command",
    "entries_of",
    "entry",
    "erase_body",
    "head",
    "read",
    "streams",
]

_COMMAND_ID = re.compile("[A-Za-z0-9:._-]{1,100}")


class AlreadyDone(Exception):
    """The command was carried out before; ``entries_of(db, command_id)`` says what it did."""

    def __init__(self, command_id: str) -> None:
        super().__init__(f"Command {command_id} was already carried out.")
        self.command_id = command_id


class Conflict(Exception):
    """Somebody else appended to the stream first."""

    def __init__(self, stream: str, expected: int, actual: int) -> None:
        super().__init__(f"{stream} was expected at entry {expected} and is at {actual}.")
        self.stream, self.expected, self.actual = stream, expected, actual


class NothingToErase(Exception):
    """There is no such entry, its body is gone already, or it has to stay."""


@dataclass
class Command:
    """What one person does at one moment: all of its entries are kept, or none."""

    db: Database
    command_id: str
    author: Author
    recorded_at: datetime
    refused: Exception | None = field(default=None, init=False)
    ended: bool = field(default=False, init=False)

    def append(
        self,
        stream: str,
        kind: str,
        body: Mapping[str, Any],
        *,
        expect_seq: int | None = None,
        occurred_at: datetime | None = None,
        precision: Precision = "second",
        caused_by: str | None = None,
        schema: int = 1,
    ) -> Entry:
        """The entry appended; Conflict when the stream is not at ``expect_seq``.

        What has no ``occurred_at`` occurred when it was recorded, unless the precision is
        ``unknown``. ValueError for a name, body or moment that cannot be recorded.
        """
        if self.ended:
            raise RuntimeError("The command has ended: what it appends now would stand alone.")
        try:
            if kind in (ERASED, ANCHORED):
                raise ValueError(f"Only the store itself records {kind!r}.")
            return append(
                self, stream, kind, body, expect_seq, occurred_at, precision, caused_by, schema
            )
        except Exception as refused:
            self.refused = refused
            raise


@contextmanager
def command(
    db: Database, command_id: str, *, author: Author, recorded_at: datetime
) -> Iterator[Command]:
    """One write transaction; AlreadyDone when the command was carried out before."""
    if not _COMMAND_ID.fullmatch(command_id):
        raise ValueError("A command's id is up to 100 letters, figures, colons, dots and dashes.")
    to_text(recorded_at)
    with write(db):
        if row(db, "select 1 from journal where command_id = :id limit 1", {"id": command_id}):
            raise AlreadyDone(command_id)
        begun = Command(db, command_id, author, recorded_at)
        try:
            yield begun
        finally:
            begun.ended = True
        # Caught inside the block, a refused append would otherwise leave half a command.
        if begun.refused is not None:
            raise begun.refused


def append(
    begun: Command,
    stream: str,
    kind: str,
    body: Mapping[str, Any],
    expect_seq: int | None = None,
    occurred_at: datetime | None = None,
    precision: str = "second",
    caused_by: str | None = None,
    schema: int = 1,
) -> Entry:
    """As ``Command.append``, and for the kinds that only the store records."""
    check_stream(stream)
    check_kind(kind)
    if precision not in PRECISIONS:
        raise ValueError(f"{precision!r} is not a precision.")
    if precision == "unknown" and occurred_at is not None:
        raise ValueError("What occurred at a known time has a precision.")
    if not isinstance(body, Mapping):
        raise ValueError("A body has names and values.")
    if precision != "unknown":
        occurred_at = occurred_at or begun.recorded_at
    seq, last_hash = head_and_hash(begun.db, stream)
    if expect_seq is not None and expect_seq != seq:
        raise Conflict(stream, expect_seq, seq)
    salt, body_text = secrets.token_hex(SALT_LENGTH // 2), canonical(body)
    new: dict[str, Any] = {
        "id": new_id(),
        "stream": stream,
        "seq": seq + 1,
        "kind": kind,
        "schema": schema,
        "recorded_at": to_text(begun.recorded_at),
        "occurred_at": None if occurred_at is None else to_text(occurred_at),
        "occurred_precision": precision,
        "human_id": begun.author.human_id,
        "account_id": begun.author.account_id,
        "role": begun.author.role,
        "on_behalf_of": begun.author.on_behalf_of,
        "command_id": begun.command_id,
        "caused_by": caused_by,
        "body_digest": digest_of_body(salt, body_text),
        "prev": last_hash or BEFORE_THE_FIRST,
    }
    new["hash"] = hash_of_entry(new)
    begun.db.execute(_INSERT_ENTRY, new)
    begun.db.execute(
        "insert into journal_bodies (entry_id, salt, body) values (:entry_id, :salt, :body)",
        {"entry_id": new["id"], "salt": salt, "body": body_text},
    )
    appended = from_row({**new, "body_text": body_text})
    tables.project(begun.db, appended)
    return appended


def erase_body(
    db: Database,
    entry_id: str,
    *,
    author: Author,
    reason: str,
    recorded_at: datetime,
    command_id: str,
) -> Entry:
    """The entry that records the erasure; NothingToErase when there is nothing that may go.

    What the tables beside the journal took from the body goes with it. Backups keep it until they
    expire.
    """
    with command(db, command_id, author=author, recorded_at=recorded_at) as begun:
        erased = entry(db, entry_id)
        if erased is None or erased.body is None or erased.kind in (ERASED, ANCHORED):
            raise NothingToErase(entry_id)
        recorded = append(
            begun, erased.stream, ERASED, {"seq": erased.seq, "reason": reason}, caused_by=entry_id
        )
        db.execute("delete from journal_bodies where entry_id = :id", {"id": entry_id})
        tables.rebuild_stream(db, erased.stream)
    if not db.conn.in_transaction:
        # The words are still in the write-ahead log until it is emptied into the database.
        db.conn.execute("PRAGMA wal_checkpoint(truncate)").fetchall()
    return recorded


_COLUMNS = (*HASHED, "hash")
_INSERT_ENTRY = (
    f"insert into journal ({', '.join(_COLUMNS)})"
    f" values ({', '.join(':' + column for column in _COLUMNS)})"
)
