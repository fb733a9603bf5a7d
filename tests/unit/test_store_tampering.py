"""Whoever changes the database behind the service's back is found out, and where."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from store.database import row, rows
from store.entry import Entry, hash_of_entry
from store.ids import new_id
from store.journal import append, command, read
from store.merkle import root
from store.stream_names import COUNCIL
from store.verify import Broken, Report, anchor, verify
from tests.unit.store_helpers import ADA, NOW, a_case, a_store, appended


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.fixture
def case(db: Database) -> str:
    """A stream of five entries, beside another that stays whole."""
    case, other = a_case(), a_case()
    for n in range(5):
        appended(db, case, body={"n": n})
        appended(db, other, body={"n": n})
    assert verify(db).ok
    return case


def tamper(db: Database, *statements: str, **values: object) -> None:
    """As somebody with the file and time on their hands: no triggers, no foreign keys."""
    file = db.conn.execute("PRAGMA database_list").fetchone()[2]
    raw = sqlite3.connect(file, isolation_level=None)
    try:
        found = raw.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in found:
            raw.execute(f"drop trigger {name}")
        raw.execute("PRAGMA ignore_check_constraints = on")
        for statement in statements:
            raw.execute(statement, values)
    finally:
        raw.close()


def anchored(db: Database, days: int = 0) -> Entry:
    return anchor(db, author=ADA, recorded_at=NOW + timedelta(days=days), command_id=new_id())


def the_only_one(report: Report) -> Broken:
    assert not report.ok
    (broken,) = report.broken
    return broken


@pytest.mark.parametrize(
    "column",
    [
        "id",
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
    ],
)
def test_a_changed_column_is_named(db: Database, case: str, column: str) -> None:
    value = 9 if column == "schema" else "forged"
    tamper(
        db,
        f"update journal set {column} = :value where stream = :stream and seq = 3",
        value=value,
        stream=case,
    )
    assert the_only_one(verify(db)) == Broken(case, 3, "was changed after it was recorded")


def test_a_changed_body_is_named(db: Database, case: str) -> None:
    tamper(
        db, "update journal_bodies set body = '{}' where entry_id = :id", id=read(db, case)[2].id
    )
    assert the_only_one(verify(db)) == Broken(case, 3, "its body was changed after it was recorded")


def test_characters_moved_from_the_body_to_the_salt_are_noticed(db: Database, case: str) -> None:
    tamper(
        db,
        "update journal_bodies set salt = salt || substr(body, 1, 1), body = substr(body, 2)"
        " where entry_id = :id",
        id=read(db, case)[2].id,
    )
    assert the_only_one(verify(db)).seq == 3


def test_a_body_taken_away_is_named(db: Database, case: str) -> None:
    tamper(db, "delete from journal_bodies where entry_id = :id", id=read(db, case)[2].id)
    broken = the_only_one(verify(db))
    assert broken == Broken(case, 3, "its body is gone and no erasure is recorded")


def test_an_entry_taken_out_of_the_middle_is_named(db: Database, case: str) -> None:
    tamper(db, "delete from journal where id = :id", id=read(db, case)[2].id)
    assert the_only_one(verify(db)) == Broken(case, 3, "missing: after entry 2 comes entry 4")


def test_the_first_entry_taken_out_is_named(db: Database, case: str) -> None:
    tamper(db, "delete from journal where id = :id", id=read(db, case)[0].id)
    assert the_only_one(verify(db)) == Broken(case, 1, "missing: after entry 0 comes entry 2")


def test_entries_renumbered_over_a_gap_are_noticed(db: Database, case: str) -> None:
    tamper(
        db,
        "delete from journal where stream = :stream and seq = 3",
        "update journal set seq = 3 where stream = :stream and seq = 4",
        "update journal set seq = 4 where stream = :stream and seq = 5",
        stream=case,
    )
    assert the_only_one(verify(db)).seq == 3


def test_a_swapped_link_is_named(db: Database, case: str) -> None:
    tamper(
        db,
        "update journal set prev = (select prev from journal where stream = :stream and seq = 2)"
        " where stream = :stream and seq = 4",
        stream=case,
    )
    broken = the_only_one(verify(db))
    assert (broken.seq, broken.what) == (
        4,
        "does not link to the entry before it: one of the two was changed",
    )


def test_two_entries_that_changed_places_are_noticed(db: Database, case: str) -> None:
    tamper(
        db,
        "update journal set seq = 99 where stream = :stream and seq = 2",
        "update journal set seq = 2 where stream = :stream and seq = 3",
        "update journal set seq = 3 where stream = :stream and seq = 99",
        stream=case,
    )
    assert the_only_one(verify(db)).seq == 2


def test_an_entry_moved_to_another_stream_breaks_both(db: Database, case: str) -> None:
    elsewhere = a_case()
    tamper(
        db,
        "update journal set stream = :elsewhere, seq = 1 where stream = :stream and seq = 3",
        stream=case,
        elsewhere=elsewhere,
    )
    assert {(b.stream, b.seq) for b in verify(db).broken} == {(case, 3), (elsewhere, 1)}


def test_an_entry_written_anew_with_its_own_hash_breaks_the_next(db: Database, case: str) -> None:
    rewrite(db, case, 3)
    assert the_only_one(verify(db)).seq == 4


def test_an_entry_written_anew_is_itself_named_when_it_was_anchored(
    db: Database, case: str
) -> None:
    """Even at the end of its stream, where no next entry gives it away."""
    anchored(db)
    rewrite(db, case, 5)
    broken = the_only_one(verify(db))
    assert (broken.stream, broken.seq) == (case, 5)
    assert "was written anew" in broken.what


def test_of_two_findings_in_one_stream_the_earlier_is_named(db: Database, case: str) -> None:
    """The anchor knows entry 5 is not what it was; the chain notices only at entry 6."""
    anchored(db)
    appended(db, case)
    rewrite(db, case, 5)
    assert the_only_one(verify(db)).seq == 5


def rewrite(db: Database, stream: str, seq: int) -> None:
    """Change who recorded an entry, and hash it as the service would."""
    at = {"stream": stream, "seq": seq}
    found = row(db, "select * from journal where stream = :stream and seq = :seq", at) or {}
    found["human_id"] = "somebody-else"
    tamper(
        db,
        "update journal set human_id = :human_id, hash = :hash where id = :id",
        human_id="somebody-else",
        hash=hash_of_entry(found),
        id=found["id"],
    )


def test_an_end_cut_off_after_an_anchor_is_named(db: Database, case: str) -> None:
    anchored(db)
    tamper(db, "delete from journal where stream = :stream and seq > 3", stream=case)
    broken = the_only_one(verify(db))
    assert (broken.stream, broken.seq) == (case, 4)
    assert broken.what.startswith("missing: the stream had 5 entries on 2026-03-02")


def test_a_stream_removed_after_an_anchor_is_named(db: Database, case: str) -> None:
    anchored(db)
    tamper(db, "delete from journal where stream = :stream", stream=case)
    broken = the_only_one(verify(db))
    assert (broken.stream, broken.seq) == (case, 1)
    assert "the whole stream is gone" in broken.what


def test_an_end_grown_again_after_it_was_cut_is_named(db: Database, case: str) -> None:
    anchored(db)
    tamper(db, "delete from journal where stream = :stream and seq > 4", stream=case)
    appended(db, case, body={"n": "another"})
    assert the_only_one(verify(db)).seq == 5


def test_anchoring_after_a_removal_does_not_hide_it(db: Database, case: str) -> None:
    anchored(db)
    tamper(db, "delete from journal where stream = :stream", stream=case)
    anchored(db, days=1)
    assert the_only_one(verify(db)).stream == case


def test_an_anchor_lists_what_moved_and_covers_everything(db: Database, case: str) -> None:
    anchored(db)
    appended(db, case)
    second = anchored(db, days=1)
    assert second.body is not None
    assert [stream for stream, _, _ in second.body["heads"]] == [case, COUNCIL]
    heads = {
        entry["stream"]: (entry["seq"], entry["hash"])
        for entry in rows(db, "select * from journal order by seq")
        if entry["id"] != second.id
    }
    report = verify(db)
    assert report.ok
    assert (report.anchors, report.last_root) == (2, root(heads))


def test_an_anchor_cut_off_is_missed_by_whoever_kept_its_root(db: Database, case: str) -> None:
    entry = anchored(db)
    assert entry.body is not None
    kept = entry.body["root"]
    assert verify(db, witnessed=[kept]).ok
    tamper(db, "delete from journal where stream = 'council'")
    assert verify(db).ok
    broken = the_only_one(verify(db, witnessed=[kept]))
    assert (broken.stream, broken.seq) == (COUNCIL, 1)
    assert kept in broken.what


@pytest.mark.parametrize("body", [{}, {"heads": 3, "root": ""}, {"heads": [], "root": "f" * 64}])
def test_a_forged_anchor_is_named(db: Database, case: str, body: dict[str, object]) -> None:
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        append(c, COUNCIL, "anchored", body)
    assert the_only_one(verify(db)).stream == COUNCIL


def test_only_the_first_broken_entry_of_each_stream_is_named(db: Database, case: str) -> None:
    tamper(db, "update journal set role = 'forged' where seq in (2, 4)")
    report = verify(db)
    assert [broken.seq for broken in report.broken] == [2, 2]
    assert [broken.stream for broken in report.broken] == sorted(b.stream for b in report.broken)


def test_text_that_is_no_text_does_not_stop_the_report(db: Database, case: str) -> None:
    tamper(
        db,
        "update journal set role = cast(x'ff' as text) where stream = :stream and seq = 2",
        stream=case,
    )
    tamper(db, "update journal_bodies set body = cast(x'ff' as text)")
    assert {(b.stream == case, b.seq) for b in verify(db).broken} == {(True, 1), (False, 1)}


def test_a_whole_journal_says_how_much_was_read(db: Database, case: str) -> None:
    anchored(db)
    report = verify(db)
    assert (report.ok, report.streams, report.entries, report.erased) == (True, 3, 11, 0)


def test_different_heads_have_different_roots() -> None:
    heads = {f"case:{n}": (n, str(n)) for n in range(7)}
    subsets = [dict(list(heads.items())[:size]) for size in range(8)]
    changed: list[Callable[[], dict[str, tuple[int, str]]]] = [
        lambda: heads | {"case:3": (4, "3")},
        lambda: heads | {"case:3": (3, "4")},
    ]
    roots = [root(heads) for heads in subsets] + [root(make()) for make in changed]
    assert len(set(roots)) == len(roots)
    assert root(dict(reversed(heads.items()))) == root(heads)
