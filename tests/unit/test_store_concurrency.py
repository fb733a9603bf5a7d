"""Several workers at once, and a machine that stops at the worst moment."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from store.database import connect, rows
from store.journal import Conflict, head, read
from store.migrations import migrate
from store.verify import verify
from tests.unit.store_helpers import a_case, a_person, a_store, appended


def worker(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "tests.unit.store_workers", *arguments],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_and_threads_appending_to_one_stream_lose_nothing(tmp_path: Path) -> None:
    path, case = tmp_path / "store.db", a_case()
    with a_store(path) as db:
        workers = [worker("many", str(path), case, "25") for _ in range(2)]
        for each in workers:
            each.communicate(timeout=60)
        assert [each.returncode for each in workers] == [0, 0]
        assert head(db, case) == 2 * 3 * 25
        assert [entry.seq for entry in read(db, case)] == list(range(1, 151))
        assert verify(db).ok


@pytest.mark.parametrize("done", [1, 23])
def test_kill_9_loses_nothing_that_was_said_to_be_saved(tmp_path: Path, done: int) -> None:
    path, case, person = tmp_path / "store.db", a_case(), a_person()
    with worker("for-ever", str(path), case, person) as killed:
        assert killed.stdout is not None
        for _ in range(done):
            killed.stdout.readline()
        killed.send_signal(signal.SIGKILL)
        last = [int(line) for line in killed.stdout]
    assert killed.returncode == -signal.SIGKILL
    with a_store(path) as db:
        assert head(db, case) >= max(last, default=2 * done)
        assert head(db, case) == 2 * head(db, person)
        assert verify(db).ok
        appended(db, case)


def test_of_several_who_save_at_once_one_wins_and_the_others_are_told(tmp_path: Path) -> None:
    path, case, together = tmp_path / "store.db", a_case(), Barrier(4)
    results: list[str] = []
    with a_store(path) as db:
        seen = appended(db, case).seq

        def save() -> None:
            with a_store(path) as mine:
                together.wait()
                try:
                    appended(mine, case, expect_seq=seen)
                    results.append("saved")
                except Conflict:
                    results.append("told")

        threads = [Thread(target=save) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(results) == ["saved", "told", "told", "told"]
        assert head(db, case) == 2


def test_workers_that_start_together_make_the_schema_once(tmp_path: Path) -> None:
    path, together, failed = tmp_path / "store.db", Barrier(6), []

    def start() -> None:
        together.wait()
        try:
            db = connect(path)
            try:
                migrate(db)
            finally:
                db.close()
        except Exception as error:
            failed.append(error)

    threads = [Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with a_store(path) as db:
        assert rows(db, "select * from journal") == []
