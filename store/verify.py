"""Proving that nothing in the journal was changed, put in or taken out."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.database import rows
from store.entry import (
    ANCHORED,
    BEFORE_THE_FIRST,
    SALT_LENGTH,
    Author,
    Entry,
    digest_of_body,
    hash_of_entry,
)
from store.journal import append, command
from store.merkle import root
from store.reading import head, read_kind
from store.stream_names import COUNCIL


@dataclass(frozen=True)
class Broken:
    """The first entry of a stream that does not hold, and what is wrong with it."""

    stream: str
    seq: int
    what: str


@dataclass(frozen=True)
class Report:
    """What was read and what is broken, a line a stream; ``ok`` when nothing is.

    What was appended after the last anchor and cut off a stream's end leaves no trace: anchor
    often, and keep ``last_root`` outside the service.
    """

    streams: int
    entries: int
    erased: int
    anchors: int
    last_root: str | None
    broken: tuple[Broken, ...]

    @property
    def ok(self) -> bool:
        return not self.broken


def anchor(db: Database, *, author: Author, recorded_at: datetime, command_id: str) -> Entry:
    """The council's entry that ties all streams together: the root over the head of each."""
    with command(db, command_id, author=author, recorded_at=recorded_at) as begun:
        anchored: dict[str, tuple[int, str]] = {}
        for earlier in read_kind(db, COUNCIL, ANCHORED):
            anchored |= _heads(earlier.body)
        # Only what moved since the last anchor is listed; the root covers every head.
        moved = {
            found["stream"]: (found["seq"], found["hash"])
            for found in rows(db, _HEADS)
            if anchored.get(found["stream"]) != (found["seq"], found["hash"])
        }
        body = {
            "heads": [[stream, *moved[stream]] for stream in sorted(moved)],
            "root": root(anchored | moved),
        }
        return append(begun, COUNCIL, ANCHORED, body)


def verify(db: Database, witnessed: Collection[str] = ()) -> Report:
    """A report on the whole journal; ``witnessed`` are roots of anchors written down elsewhere."""
    with db.atomic(), _whatever_text(db):
        chains = _Chains()
        erasures = {(found["stream"], found["caused_by"]) for found in rows(db, _ERASURES)}
        # One at a time: the journal can be larger than memory.
        for found in db.query(_ENTRIES):
            chains.check(found, (found["stream"], found["id"]) in erasures)
        roots = _check_anchors(db, chains.broken)
        for unseen in sorted(set(witnessed) - set(roots)):
            seq = head(db, COUNCIL) + 1
            _note(chains.broken, COUNCIL, seq, f"the anchor with the root {unseen} is gone")
    return Report(
        streams=chains.streams,
        entries=chains.entries,
        erased=chains.erased,
        anchors=len(roots),
        last_root=roots[-1] if roots else None,
        broken=tuple(chains.broken[stream] for stream in sorted(chains.broken)),
    )


class _Chains:
    """Follows each stream's chain, entry by entry, in order of stream and number."""

    def __init__(self) -> None:
        self.broken: dict[str, Broken] = {}
        self.streams = self.entries = self.erased = 0
        self.stream: str | None = None
        self.seq, self.last_hash = 0, BEFORE_THE_FIRST

    def check(self, found: Mapping[str, Any], is_erased: bool) -> None:
        if found["stream"] != self.stream:
            self.stream, self.seq, self.last_hash = found["stream"], 0, BEFORE_THE_FIRST
            self.streams += 1
        self.entries += 1
        self.erased += found["body_text"] is None and is_erased
        wrong = self._wrong(found, is_erased)
        if wrong:
            # The number it should have had: of a missing entry that is the only one there is.
            _note(self.broken, found["stream"], self.seq + 1, wrong)
        self.seq, self.last_hash = found["seq"], found["hash"]

    def _wrong(self, found: Mapping[str, Any], is_erased: bool) -> str | None:
        if found["seq"] != self.seq + 1:
            return f"missing: after entry {self.seq} comes entry {found['seq']}"
        if found["prev"] != self.last_hash:
            return "does not link to the entry before it: one of the two was changed"
        if _hash(found) != found["hash"]:
            return "was changed after it was recorded"
        if found["body_text"] is None:
            return None if is_erased else "its body is gone and no erasure is recorded"
        if is_erased:
            return "its erasure is recorded and it has a body all the same"
        if len(found["salt"]) != SALT_LENGTH or found["body_digest"] != digest_of_body(
            found["salt"], found["body_text"]
        ):
            return "its body was changed after it was recorded"
        return None


def _check_anchors(db: Database, broken: dict[str, Broken]) -> list[str]:
    """The roots of the anchors, in order."""
    anchored: dict[str, tuple[int, str]] = {}
    roots = []
    for entry in rows(db, _ANCHORS):
        try:
            body = json.loads(entry["body_text"])
            listed, said = _heads(body), body["root"]
            anchored |= listed
            holds = root(anchored) == said
        except (KeyError, TypeError, ValueError):
            _note(broken, COUNCIL, entry["seq"], "its list of anchored streams cannot be read")
            continue
        roots.append(said)
        if not holds:
            _note(broken, COUNCIL, entry["seq"], "its root is not that of the streams it lists")
        for stream, (seq, hash) in listed.items():
            _check_head(db, broken, stream, seq, hash, entry["recorded_at"])
    return roots


def _check_head(
    db: Database, broken: dict[str, Broken], stream: str, seq: int, hash: str, when: str
) -> None:
    at = rows(
        db,
        "select hash from journal where stream = :stream and seq = :seq",
        {"stream": stream, "seq": seq},
    )
    if not at:
        last = head(db, stream)
        if last == 0:
            _note(broken, stream, 1, f"the whole stream is gone: it had {seq} entries on {when}")
        elif last < seq:
            _note(broken, stream, last + 1, f"missing: the stream had {seq} entries on {when}")
    elif at[0]["hash"] != hash:
        what = f"not the entry anchored on {when}: it, or one before it, was written anew"
        _note(broken, stream, seq, what)


def _note(broken: dict[str, Broken], stream: str, seq: int, what: str) -> None:
    if stream not in broken or seq < broken[stream].seq:
        broken[stream] = Broken(stream, seq, what)


def _heads(body: Mapping[str, Any] | None) -> dict[str, tuple[int, str]]:
    listed = body["heads"] if body else []
    return {str(stream): (int(seq), str(hash)) for stream, seq, hash in listed}


def _hash(found: Mapping[str, Any]) -> str | None:
    try:
        return hash_of_entry(found)
    except ValueError:
        return None


@contextmanager
def _whatever_text(db: Database) -> Iterator[None]:
    """Read text that is no longer UTF-8 too: whoever tampers shall not stop the report."""
    usual = db.conn.text_factory
    db.conn.text_factory = lambda raw: raw.decode(errors="replace")
    try:
        yield
    finally:
        db.conn.text_factory = usual


_ENTRIES = """
    select journal.*, journal_bodies.salt, journal_bodies.body as body_text
    from journal left join journal_bodies on journal_bodies.entry_id = journal.id
    order by journal.stream, journal.seq
"""
_ERASURES = "select stream, caused_by from journal where kind = 'body_erased'"
_HEADS = """
    select journal.stream, journal.seq, journal.hash
    from journal join (select stream, max(seq) as seq from journal group by stream) as heads
        on heads.stream = journal.stream and heads.seq = journal.seq
"""
_ANCHORS = """
    select journal.seq, journal.recorded_at, journal_bodies.body as body_text
    from journal left join journal_bodies on journal_bodies.entry_id = journal.id
    where journal.stream = 'council' and journal.kind = 'anchored' order by journal.seq
"""
