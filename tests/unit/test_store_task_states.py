"""Tasks that are closed rather than done, and times put right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import migrations
from store.database import connect, write
from store.ids import new_id
from store.journal import erase_body, read
from store.stream_names import subject
from store.tables import rebuild
from store.tasks import UnknownTask, open_of_rule, open_tasks, tasks_of
from store.times import from_text, to_text
from tests.unit.store_helpers import ADA, BO, NOW, a_case, a_store, appended, task


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.fixture
def case(db: Database) -> str:
    stream = a_case()
    appended(db, stream, "presentation_started", {"reference": "FD-346XYW"})
    return stream


def made(db: Database, case: str, **more: object) -> str:
    body = task(**more)
    appended(db, case, "task_created", body, caused_by=read(db, case)[0].id)
    return str(body["task_id"])


def test_a_closed_task_leaves_the_lists_and_is_not_done(db: Database, case: str) -> None:
    id = made(db, case)

    appended(db, case, "task_closed", {"task_id": id, "words": ""}, author=BO)

    assert open_tasks(db, role="housing_needs_officer") == ()
    (kept,) = tasks_of(db, subject(case))
    assert (kept.state, kept.done_by, kept.done_at) == ("closed", BO.human_id, NOW)


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [("task_done", "task_closed", "done"), ("task_closed", "task_done", "closed")],
)
def test_what_was_said_first_of_a_task_counts(
    db: Database, case: str, first: str, second: str, state: str
) -> None:
    id = made(db, case)
    for kind, author in ((first, ADA), (second, BO)):
        appended(db, case, kind, {"task_id": id, "words": ""}, author=author)
    (kept,) = tasks_of(db, subject(case))
    assert (kept.state, kept.done_by) == (state, ADA.human_id)


def test_another_cases_task_cannot_be_closed_from_here(db: Database, case: str) -> None:
    id, other = made(db, case), a_case()
    with pytest.raises(UnknownTask):
        appended(db, other, "task_closed", {"task_id": id, "words": ""})
    assert len(tasks_of(db, subject(case))) == 1


def test_a_time_put_right_is_the_time_it_is_due_while_it_is_open(db: Database, case: str) -> None:
    id, earlier = made(db, case, due_at=None), to_text(NOW)
    appended(db, case, "task_due_moved", {"task_id": id, "words": "", "due_at": earlier})
    assert open_tasks(db, role="housing_needs_officer")[0].due_at == from_text(earlier)

    appended(db, case, "task_done", {"task_id": id, "words": ""})
    appended(db, case, "task_due_moved", {"task_id": id, "words": "", "due_at": None})

    assert tasks_of(db, subject(case))[0].due_at == from_text(earlier)


def test_open_tasks_of_one_rule_are_those_of_every_case(db: Database, case: str) -> None:
    other = a_case()
    appended(db, other, "presentation_started", {"reference": "FD-AAAAAA"})
    mine, theirs = made(db, case, rule_id="a43"), made(db, other, rule_id="a43")
    made(db, case, rule_id="3-l")
    assert {each.id for each in open_of_rule(db, "a43")} == {mine, theirs}
    appended(db, other, "task_done", {"task_id": theirs, "words": ""})
    assert [each.id for each in open_of_rule(db, "a43")] == [mine]


def test_the_tables_can_be_rebuilt_also_after_what_was_said_of_a_task_was_erased(
    db: Database, case: str
) -> None:
    id = made(db, case)
    appended(db, case, "task_due_moved", {"task_id": id, "words": "", "due_at": to_text(NOW)})
    appended(db, case, "task_closed", {"task_id": id, "words": ""})
    before = tasks_of(db, subject(case))
    rebuild(db)
    assert tasks_of(db, subject(case)) == before
    for entry in read(db, case)[1:]:
        more = {"reason": "Retention", "recorded_at": NOW, "command_id": new_id()}
        erase_body(db, entry.id, author=ADA, **more)  # type: ignore[arg-type]
        rebuild(db)


def test_tasks_of_a_database_from_before_are_kept(tmp_path: Path) -> None:
    """Whoever brings the service up to date loses no task."""
    with a_store(tmp_path / "new.db") as db:
        columns = [column.name for column in db.table("tasks").columns]
    old = connect(tmp_path / "old.db")
    before = [m for m in migrations.migrations.pending(old) if m.name < "m010"]
    with write(old):
        for migration in before:
            migration.fn(old)
    old.execute("PRAGMA foreign_keys = off")  # there is no journal to point at
    old.execute(
        "insert into tasks values ('t', 'c', '3-l', 'e', 'Refer', 'o', 'm', 'h', null, 'No "
        "deadline', 'must', 'open', null, null)"
    )

    migrations.m010_tasks_can_be_closed(old)

    assert [column.name for column in old.table("tasks").columns] == columns
    assert [found.id for found in tasks_of(old, "c")] == ["t"]
    old.close()
