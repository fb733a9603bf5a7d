"""Reading the journal."""

from collections.abc import Iterator

from sqlite_utils import Database

from store.database import row, rows
from store.entry import Entry, from_row


def read(db: Database, stream: str) -> tuple[Entry, ...]:
    """A stream's entries from first to last; none when there is no such stream."""
    return tuple(
        from_row(found)
        for found in rows(
            db,
            """
            select journal.*, journal_bodies.body as body_text
            from journal left join journal_bodies on journal_bodies.entry_id = journal.id
            where journal.stream = :stream order by journal.seq
            """,
            {"stream": stream},
        )
    )


def read_kind(db: Database, stream: str, kind: str) -> tuple[Entry, ...]:
    """A stream's entries of one kind, from first to last."""
    return tuple(
        from_row(found)
        for found in rows(
            db,
            """
            select journal.*, journal_bodies.body as body_text
            from journal left join journal_bodies on journal_bodies.entry_id = journal.id
            where journal.stream = :stream and journal.kind = :kind order by journal.seq
            """,
            {"stream": stream, "kind": kind},
        )
    )


def entry(db: Database, entry_id: str) -> Entry | None:
    """One entry by its id."""
    found = row(
        db,
        """
        select journal.*, journal_bodies.body as body_text
        from journal left join journal_bodies on journal_bodies.entry_id = journal.id
        where journal.id = :id
        """,
        {"id": entry_id},
    )
    return from_row(found) if found else None


def entries_of(db: Database, command_id: str) -> tuple[Entry, ...]:
    """What a command appended, in order; none when it was never carried out."""
    return tuple(
        from_row(found)
        for found in rows(
            db,
            """
            select journal.*, journal_bodies.body as body_text
            from journal left join journal_bodies on journal_bodies.entry_id = journal.id
            where journal.command_id = :command_id order by journal.position
            """,
            {"command_id": command_id},
        )
    )


def caused_by(db: Database, entry_id: str) -> tuple[Entry, ...]:
    """What an entry caused, in the order it was recorded."""
    return tuple(
        from_row(found)
        for found in rows(
            db,
            """
            select journal.*, journal_bodies.body as body_text
            from journal left join journal_bodies on journal_bodies.entry_id = journal.id
            where journal.caused_by = :id order by journal.position
            """,
            {"id": entry_id},
        )
    )


def in_order_recorded(db: Database) -> Iterator[Entry]:
    """Every entry of every stream, one after another; read it to its end."""
    for found in db.query(
        """
        select journal.*, journal_bodies.body as body_text
        from journal left join journal_bodies on journal_bodies.entry_id = journal.id
        order by journal.position
        """
    ):
        yield from_row(found)


def head(db: Database, stream: str) -> int:
    """The number of a stream's last entry; 0 when it has none."""
    return head_and_hash(db, stream)[0]


def head_and_hash(db: Database, stream: str) -> tuple[int, str | None]:
    """The number and the hash of a stream's last entry; 0 and None when it has none."""
    last = row(
        db,
        "select seq, hash from journal where stream = :stream order by seq desc limit 1",
        {"stream": stream},
    )
    return (last["seq"], last["hash"]) if last else (0, None)


def streams(db: Database) -> tuple[str, ...]:
    """The names of all streams, sorted."""
    return tuple(
        found["stream"] for found in rows(db, "select distinct stream from journal order by stream")
    )
