"""How long the ten pages of the fifty points take to render: python -m bench.talk."""

import argparse
import gc
import os
import platform
import re
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from sqlite_utils import Database

from app import create_app
from checklists.fifty_points import points, points_of, themes
from cli.demo import PASSWORD, demo
from store.checklist import checklist
from store.checklist.checklist import Checklist, checklists_in
from store.database import connect, row
from store.ids import new_id
from store.journal import Author, command
from store.migrations import migrate
from store.reading import read
from store.stream_names import case

WORKER = "support@frontdoor.example"
ROW = "  {:<34} {:>6} {:>8} {:>8} {:>8} {:>8}"
LIMIT = 50.0
"""Milliseconds of the processor that a page is to stay under, nineteen times of twenty."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--renders", type=int, default=50, help="of each page")
    asked = options.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPUs, ", end="")
    print(f"load {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    print("Milliseconds by the clock on the wall, and as the processor has them, which leaves out")
    print("waiting for other work on this machine. A request each, with all that it looks up.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talk.sqlite3"
        db = connect(path)
        with closing(db.conn):
            migrate(db)
            for _ in demo(db, datetime.now(UTC)):
                pass
            client = signed_in(path)
            for title, set_up in (
                ("The first time: nothing said yet", begun),
                ("The second: all said, and all said last time", all_said_twice),
            ):
                address = set_up(db)
                print(f"\n{title}")
                print(ROW.format("", "points", "p50", "p95", "p50 cpu", "p95 cpu"))
                measure(client, address, asked.renders)


def measure(client: FlaskClient, address: str, renders: int) -> None:
    for theme in themes():
        times = timed(client, f"{address}/{theme.id}", renders)
        took = [at(times, percent, clock) for clock in (0, 1) for percent in (50, 95)]
        slow = "  too slow" if took[-1] > LIMIT else ""
        figures = [f"{each:.1f}" for each in took]
        print(ROW.format(theme.title[:34], len(points_of(theme.id)), *figures) + slow)


def timed(client: FlaskClient, url: str, renders: int) -> list[tuple[float, float]]:
    """Milliseconds by both clocks. The first three warm up."""
    times = []
    gc.collect()
    for _ in range(renders + 3):
        wall, processor = time.perf_counter(), time.thread_time()
        response = client.get(url)
        worked, waited = time.thread_time() - processor, time.perf_counter() - wall
        if response.status_code != 200 or b"app-point" not in response.data:
            raise SystemExit(f"{url} answers {response.status_code}")
        times.append((waited * 1e3, worked * 1e3))
    return times[3:]


def at(times: list[tuple[float, float]], percent: int, clock: int) -> float:
    """The time that so many of a hundred renders stayed under."""
    ordered = sorted(each[clock] for each in times)
    return ordered[len(ordered) * percent // 100]


def signed_in(path: Path) -> FlaskClient:
    client = create_app(DATABASE=str(path), SECRET_KEY="only to measure").test_client()
    page = client.get("/sign-in").text
    hidden = dict(re.findall(r'name="([^"]+)" type="hidden" value="([^"]*)"', page))
    answer = client.post("/sign-in", data={**hidden, "email": WORKER, "password": PASSWORD})
    if answer.status_code != 302:
        raise SystemExit(f"Signing in answers {answer.status_code}")
    return client


def begun(db: Database, last: Checklist | None = None) -> str:
    """The address of a new checklist for the supported young person of the demo."""
    id = _supported(db)
    with command(db, new_id(), author=_worker(db), recorded_at=datetime.now(UTC)) as c:
        found = checklist.start(c, id, last)
    return f"/cases/{id}/support/checklists/{found}"


def all_said_twice(db: Database) -> str:
    """Every question answered, with what needs to happen and what they say themselves."""
    address = ""
    for _ in range(2):
        address = begun(db, _checklists(db)[-1])
        with command(db, new_id(), author=_worker(db), recorded_at=datetime.now(UTC)) as c:
            checklist.answer(c, _supported(db), _checklists(db)[-1], _all())
    return address


def _all() -> dict[int, dict[str, Any]]:
    words = "They say that it is going well, and that they would like some help with it."
    needs = {"what": "Ring the school", "whom": "Suki", "when": "2026-12-01"}
    return {
        each.number: {
            "parts": {
                part.id: {"value": next(iter(part.answers)), "words": words} for part in each.parts
            },
            "words": words,
            "needs": needs,
            "theirs": words,
        }
        for each in points()
    }


def _checklists(db: Database) -> tuple[Checklist, ...]:
    return checklists_in(read(db, case(_supported(db))))


def _supported(db: Database) -> str:
    found = row(db, "select case_id from support_cases")
    assert found is not None
    return str(found["case_id"])


def _worker(db: Database) -> Author:
    found = row(
        db, "select id, human_id, role from accounts where email = :email", {"email": WORKER}
    )
    assert found is not None
    return Author(found["human_id"], found["id"], found["role"])


if __name__ == "__main__":
    main()
