"""Opening the database, and writing to it one writer at a time."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

from sqlite_utils import Database

BUSY_SECONDS = 10
SYNCHRONOUS = "full"
"""NORMAL would survive kill -9 too, as what was written is then with the operating system; but a
power cut could take back a decision somebody was told is saved. FULL waits for the disk at every
commit. The load is small enough not to notice."""


def connect(path: str | Path) -> Database:
    """A connection for one thread, to the database file at ``path``, made when it is not there."""
    # Only the service's own user may read it. SQLite gives the files beside it the same rights.
    Path(path).touch(mode=0o600, exist_ok=True)
    # No isolation level: Python would otherwise begin a deferred transaction by itself, and two
    # deferred transactions that read and then write meet "database is locked" at once.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        for setting in (
            "busy_timeout = 10000",
            f"synchronous = {SYNCHRONOUS}",
            "foreign_keys = on",
            "trusted_schema = off",
            # What is lawfully erased is overwritten, not just forgotten.
            "secure_delete = on",
        ):
            connection.execute(f"PRAGMA {setting}").fetchall()
        _write_ahead(connection)
        return Database(connection, strict=True)
    except BaseException:
        connection.close()
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Writers and readers then do not wait for each other. While another process is just making
    the same change SQLite says "locked" at once, whatever the timeout: so it is tried again."""
    for left in reversed(range(BUSY_SECONDS * 50)):
        try:
            connection.execute("PRAGMA journal_mode = wal").fetchall()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            sleep(1 / 50)


@contextmanager
def write(db: Database) -> Iterator[Database]:
    """A write transaction, or a savepoint inside one; any exception takes everything back."""
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    # IMMEDIATE queues for the only writer's place before reading. sqlite-utils' own atomic() is
    # deferred: two that read first and write later fail whatever the timeout.
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def rows(
    db: Database, sql: str, values: Mapping[str, object] | None = None
) -> list[dict[str, Any]]:
    """All rows at once: a cursor left half read would keep its view of the database open."""
    return list(db.query(sql, dict(values or {})))


def row(
    db: Database, sql: str, values: Mapping[str, object] | None = None
) -> dict[str, Any] | None:
    """The first row, or None."""
    return next(iter(rows(db, sql, values)), None)
