"""The tables beside the journal: kept in the same transaction, and rebuilt from it at will.

    keeps("people", of="person")

    @projects("person_recorded", of="person")
    def record(db: Database, entry: Entry) -> None: ...

A projection must bear an entry whose body is None: it was lawfully erased.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from store.database import write
from store.entry import Entry
from store.reading import in_order_recorded, read
from store.stream_names import family, subject

Projection = Callable[[Database, Entry], None]


@dataclass(frozen=True)
class Kept:
    """A table whose every row belongs to one stream, named by the id in its ``key`` column.
    Without a key all of it belongs to the one stream of its family."""

    table: str
    of: str
    key: str | None


_KEPT: list[Kept] = []
_PROJECTIONS: dict[tuple[str, str], list[Projection]] = {}


def keeps(table: str, *, of: str, key: str | None = "id") -> None:
    """Register a table filled from a family of streams (``case``, ``person`` …)."""
    _KEPT.append(Kept(table, of, key))


def projects(kind: str, *, of: str) -> Callable[[Projection], Projection]:
    """Register a projection of one kind of entry in one family of streams."""

    def register(projection: Projection) -> Projection:
        _PROJECTIONS.setdefault((of, kind), []).append(projection)
        return projection

    return register


def kept_tables() -> tuple[str, ...]:
    """The names of the tables that can be rebuilt."""
    return tuple(dict.fromkeys(kept.table for kept in _KEPT))


def project(db: Database, entry: Entry) -> None:
    """Bring the tables up to date with one entry."""
    for projection in _PROJECTIONS.get((family(entry.stream), entry.kind), ()):
        projection(db, entry)


def rebuild(db: Database) -> None:
    """Empty every table and replay the whole journal in the order it was recorded."""
    with write(db):
        for kept in _KEPT:
            db.table(kept.table).delete_where()
        for entry in in_order_recorded(db):
            project(db, entry)


def rebuild_stream(db: Database, stream: str) -> None:
    """Drop what one stream put into the tables and replay that stream."""
    with write(db):
        for kept in _KEPT:
            if kept.of == family(stream):
                where = f"{kept.key} = ?" if kept.key else None
                db.table(kept.table).delete_where(where, [subject(stream)] if where else None)
        for entry in read(db, stream):
            project(db, entry)
