"""What is appended is kept as it was, once, and in order."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from store import stream_names
from store.canonical import canonical
from store.database import connect, row, rows, write
from store.ids import new_id
from store.journal import (
    AlreadyDone,
    Author,
    Conflict,
    command,
    entries_of,
    entry,
    head,
    read,
    streams,
)
from store.migrations import migrate
from store.times import from_text, to_text
from store.verify import verify
from tests.unit.store_helpers import ADA, NOW, a_case, a_person, a_store, appended

AN_ID = "7b0c2f34-5d8e-4a61-9f7a-1c2d3e4f5a6b"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def test_an_entry_is_read_back_as_it_was_appended(db: Database) -> None:
    case, yesterday = a_case(), NOW - timedelta(days=1)
    manager = Author("human-cy", "account-cy", "team_manager", on_behalf_of="human-ada")
    first = appended(db, case, body={"words": "Zoë – “no”", "n": 1, "none": None, "list": (1,)})
    second = appended(
        db,
        case,
        "advice_given",
        author=manager,
        occurred_at=yesterday,
        precision="day",
        caused_by=first.id,
        schema=2,
    )
    assert read(db, case) == (first, second)
    assert entry(db, second.id) == second
    assert first.body == {"words": "Zoë – “no”", "n": 1, "none": None, "list": [1]}
    assert (first.seq, second.seq, head(db, case)) == (1, 2, 2)
    assert (first.prev, second.prev) == ("0" * 64, first.hash)
    assert (second.author, second.schema, second.caused_by) == (manager, 2, first.id)
    assert (second.occurred_at, second.occurred_precision) == (yesterday, "day")
    assert second.recorded_at == NOW
    assert verify(db).ok


def test_what_has_no_time_of_its_own_occurred_when_it_was_recorded(db: Database) -> None:
    assert appended(db, a_case()).occurred_at == NOW


def test_an_unknown_time_stays_unknown(db: Database) -> None:
    entry = appended(db, a_case(), precision="unknown")
    assert (entry.occurred_at, entry.happened_at) == (None, NOW)
    with pytest.raises(ValueError, match="precision"):
        appended(db, a_case(), precision="unknown", occurred_at=NOW)


def test_an_empty_stream_has_head_0(db: Database) -> None:
    assert head(db, a_case()) == 0
    assert read(db, a_case()) == ()
    assert streams(db) == ()


def test_a_command_posted_twice_is_carried_out_once(db: Database) -> None:
    case, command_id = a_case(), new_id()
    with command(db, command_id, author=ADA, recorded_at=NOW) as c:
        first = c.append(case, "advice_given", {})
    with (
        pytest.raises(AlreadyDone, match=command_id),
        command(db, command_id, author=ADA, recorded_at=NOW) as c,
    ):
        c.append(case, "advice_given", {})
    assert entries_of(db, command_id) == read(db, case) == (first,)


def test_a_command_that_failed_can_be_tried_again(db: Database) -> None:
    case, command_id = a_case(), new_id()

    def attempt(number: float) -> None:
        with command(db, command_id, author=ADA, recorded_at=NOW) as c:
            c.append(case, "advice_given", {})
            c.append(case, "advice_given", {"number": number})

    with pytest.raises(ValueError, match="finite"):
        attempt(float("nan"))
    assert head(db, case) == 0
    attempt(1.5)
    assert head(db, case) == 2


def test_who_saves_second_is_told_and_nothing_of_theirs_is_kept(tmp_path: Path) -> None:
    case, person = a_case(), a_person()
    with a_store(tmp_path / "store.db") as ours, a_store(tmp_path / "store.db") as theirs:
        seen = appended(ours, case).seq
        appended(theirs, case, expect_seq=seen)

        def save() -> None:
            with command(ours, new_id(), author=ADA, recorded_at=NOW) as c:
                c.append(person, "person_recorded", {"name": "Sam", "date_of_birth": None})
                c.append(case, "advice_given", {}, expect_seq=seen)

        with pytest.raises(Conflict) as raised:
            save()
        assert (raised.value.stream, raised.value.expected, raised.value.actual) == (case, 1, 2)
        assert head(ours, person) == 0
        assert rows(ours, "select * from people") == []


def test_expecting_an_empty_stream_keeps_two_from_starting_one(db: Database) -> None:
    case = a_case()
    appended(db, case, expect_seq=0)
    with pytest.raises(Conflict):
        appended(db, case, expect_seq=0)


def test_swallowing_a_refusal_does_not_leave_half_a_command(db: Database) -> None:
    case, other = a_case(), a_case()

    def carry_on_regardless() -> None:
        with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            c.append(case, "advice_given", {})
            with contextlib.suppress(Conflict):
                c.append(other, "advice_given", {}, expect_seq=7)

    with pytest.raises(Conflict):
        carry_on_regardless()
    assert streams(db) == ()


def test_a_command_that_has_ended_appends_nothing_more(db: Database) -> None:
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        pass
    with pytest.raises(RuntimeError):
        c.append(a_case(), "advice_given", {})
    assert streams(db) == ()


def test_a_write_inside_a_write_can_fail_alone(db: Database) -> None:
    kept, lost = a_case(), a_case()

    def lose() -> None:
        with write(db):
            appended(db, lost)
            raise LookupError

    with write(db):
        appended(db, kept)
        with pytest.raises(LookupError):
            lose()
    assert streams(db) == (kept,)


@pytest.mark.parametrize(
    "statement",
    [
        "update journal set role = 'auditor'",
        "update journal set position = position + 10",
        "delete from journal",
        "insert or replace into journal select * from journal",
        "update journal_bodies set body = '{}'",
        "delete from journal_bodies",
        "insert or replace into journal_bodies select entry_id, salt, '{}' from journal_bodies",
    ],
)
def test_nothing_can_be_changed_or_taken_out(tmp_path: Path, statement: str) -> None:
    """Not even by somebody with another program and its own settings."""
    with a_store(tmp_path / "store.db") as db:
        before = appended(db, a_case(), body={"words": "as said"})
        other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
        try:
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)
        finally:
            other.close()
        assert read(db, before.stream) == (before,)


def test_an_entry_that_does_not_follow_the_last_cannot_be_put_in(db: Database) -> None:
    last = appended(db, a_case())
    for change in ({"seq": 3}, {"seq": 1}, {"seq": 2, "prev": "f" * 64}):
        forged = {**(row(db, "select * from journal") or {}), "id": new_id(), "prev": last.hash}
        del forged["position"]
        with pytest.raises(sqlite3.IntegrityError, match="follows the last"):
            db.table("journal").insert(forged | change)


@pytest.mark.parametrize("kept", ["id", "position"])
def test_an_entry_cannot_be_replaced_by_the_next(db: Database, kept: str) -> None:
    last = appended(db, a_case())
    found = row(db, "select * from journal") or {}
    fresh = {"id": new_id(), "position": 99, "seq": 2, "prev": last.hash}
    with pytest.raises(sqlite3.IntegrityError, match="follows the last"):
        db.table("journal").insert({**found, **fresh, kept: found[kept]}, replace=True)


@pytest.mark.parametrize(
    "stream",
    [
        "",
        "case:1",
        "case:",
        f"case:{AN_ID} ",
        f"case:{AN_ID}\n",
        f"case:{AN_ID.upper()}",
        f"contact:{AN_ID}:2026-03-02",
        f"account:{AN_ID}",
        f"account:{AN_ID}:2026-02-30",
        "council:1",
        f"dog:{AN_ID}",
    ],
)
def test_a_stream_has_a_proper_name(db: Database, stream: str) -> None:
    with pytest.raises(ValueError, match=r"stream|day|month"):
        appended(db, stream)


def test_every_kind_of_stream_can_be_appended_to(db: Database) -> None:
    named = (
        stream_names.case(new_id()),
        stream_names.person(new_id()),
        stream_names.contact(new_id()),
        stream_names.account(new_id(), date(2026, 3, 2)),
        stream_names.COUNCIL,
    )
    for stream in named:
        appended(db, stream)
    assert streams(db) == tuple(sorted(named))


@pytest.mark.parametrize("kind", ["", "Advice", "advice-given", "advice given", "anchored"])
def test_a_kind_has_a_proper_name_and_is_not_the_stores_own(db: Database, kind: str) -> None:
    with pytest.raises(ValueError, match="kind|only|Only"):
        appended(db, a_case(), kind)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        "half a character: \ud83d",
        {1: "a number as a key"},
        {"\ud83d": 1},
        date(2026, 3, 2),
        {"a set"},
        b"bytes",
    ],
)
def test_what_json_cannot_hold_is_refused_and_not_quoted(db: Database, value: Any) -> None:
    with pytest.raises(ValueError, match=r"body\.answer") as raised:
        appended(db, a_case(), body={"answer": value})
    assert "half a character" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert streams(db) == ()


def test_a_body_nested_without_end_is_refused(db: Database) -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    with pytest.raises(ValueError, match="deeply"):
        appended(db, a_case(), body=endless)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # No surrogates: those are refused.
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=12,
)


@given(body=st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), JSON))
@settings(max_examples=40, deadline=None)
def test_any_body_is_read_back_and_proved(
    tmp_path_factory: pytest.TempPathFactory, body: dict[str, Any]
) -> None:
    with a_store(tmp_path_factory.getbasetemp() / "any_body.db") as db:
        new = appended(db, a_case(), body=body)
        assert new.body == body
        assert read(db, new.stream) == (new,)
        assert verify(db).ok


def test_equal_bodies_have_one_spelling() -> None:
    assert canonical({"b": [1, True], "a": "é"}) == canonical({"a": "é", "b": (1, True)})
    assert canonical({"b": [1, True], "a": "é"}) == '{"a":"é","b":[1,true]}'


def test_equal_bodies_do_not_have_equal_digests(db: Database) -> None:
    """Otherwise an erased "yes" could be guessed."""
    first, second = (appended(db, a_case(), body={"answer": "yes"}) for _ in range(2))
    assert first.body_digest != second.body_digest


def test_a_moment_without_a_time_zone_is_refused(db: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        appended(db, a_case(), at=naive)
    with pytest.raises(ValueError, match="time zone"):
        appended(db, a_case(), occurred_at=naive)


@given(first=st.datetimes(timezones=st.timezones()), second=st.datetimes(timezones=st.timezones()))
@settings(deadline=None)
def test_moments_sort_as_text_as_they_do_in_time(first: datetime, second: datetime) -> None:
    try:
        texts = to_text(first), to_text(second)
    except OverflowError:  # the first and last day there are, in another time zone
        return
    assert (texts[0] < texts[1]) == (first.astimezone(UTC) < second.astimezone(UTC))
    assert from_text(texts[0]) == first.astimezone(UTC)


def test_summer_time_is_stored_as_utc(db: Database) -> None:
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    new = appended(db, a_case(), at=summer)
    stored = row(db, "select recorded_at from journal where id = :id", {"id": new.id})
    assert stored == {"recorded_at": "2026-07-01T08:30:00.000000Z"}


def test_migrating_again_changes_nothing(db: Database) -> None:
    case = appended(db, a_case()).stream
    schema = db.schema
    migrate(db)
    assert (db.schema, streams(db)) == (schema, (case,))


def test_migrations_run_in_the_order_of_their_names(tmp_path: Path) -> None:
    with a_store(tmp_path / "new.db") as db:
        names = [
            each["name"] for each in rows(db, "select name from _sqlite_migrations order by id")
        ]
    assert [name[:4] for name in names] == [f"m{n:03}" for n in range(1, len(names) + 1)]


def test_every_table_of_ours_is_strict(db: Database) -> None:
    assert [table.name for table in db.tables if not table.strict] == []


def test_the_connection_is_as_safe_as_it_can_be(tmp_path: Path) -> None:
    db = connect(tmp_path / "new.db")
    try:
        settings = {
            name: db.conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "busy_timeout",
                "secure_delete",
            )
        }
    finally:
        db.close()
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 10000,
        "secure_delete": 1,
    }
    assert (tmp_path / "new.db").stat().st_mode & 0o077 == 0
