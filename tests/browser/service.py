"""The service as tests run it: the real one, and one with a clock that can be set."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import requests
from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.serving import make_server

from app import create_app
from cli.demo import PASSWORD

ROOT = Path(__file__).parents[2]
SLOWEST_START = 60


@dataclass
class Service:
    """The service as `make run` starts it, in a process group of its own."""

    folder: Path
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen[bytes] | None = None
    more: dict[str, str] = field(default_factory=dict)
    """Settings beside those that every service needs."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "frontdoor.sqlite3"

    @property
    def settings(self) -> dict[str, str]:
        return os.environ | {
            "FRONTDOOR_PORT": str(self.port),
            "FRONTDOOR_DATABASE": str(self.database),
            "FRONTDOOR_SECRET_KEY_FILE": str(self.folder / "secret-key"),
            **self.more,
        }

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [ROOT / "tools/run.sh"],
                env=self.settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        for _ in range(SLOWEST_START * 20):
            if self.process.poll() is not None:
                break
            try:
                requests.get(f"{self.url}/sign-in", timeout=5).raise_for_status()
                return
            except (requests.ConnectionError, requests.Timeout):
                time.sleep(0.05)
        self.kill()
        raise AssertionError(f"The service did not start:\n{self.log.read_text()}")

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """`kill -9`, to the master and every worker at once."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait()

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """``flask --app app`` with these words, over the same database."""
        return subprocess.run(
            [ROOT / ".venv/bin/flask", "--app", "app", *words],
            cwd=ROOT,
            env=self.settings,
            capture_output=True,
            text=True,
            check=False,
        )


@dataclass
class FrontDoor:
    """A service in a thread of this process, whose database and clock can be set."""

    app: Flask
    url: str

    @property
    def database(self) -> Path:
        return Path(self.app.config["DATABASE"])

    def open_at(self, moment: datetime, database: Path | None = None) -> None:
        """It is this moment, until it is another."""
        self.app.config["CLOCK"] = lambda: moment
        if database:
            self.app.config["DATABASE"] = str(database)

    def sign_in(self, email: str) -> str:
        """Past the browser. The cookie by which it would be known who is signed in."""
        client = self.app.test_client()
        page = BeautifulSoup(client.get("/sign-in").text, "html.parser")
        token = page.select_one("main [name=csrf_token]")["value"]
        typed = {"email": email, "password": PASSWORD, "csrf_token": token}
        assert client.post("/sign-in", data=typed).status_code == 302
        return str(client.get_cookie("front_door").value)

    def command(self, *words: str) -> str:
        """``flask --app app`` with these words, over the same database. What it says."""
        with self.app.app_context():
            result = self.app.test_cli_runner().invoke(args=words, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return str(result.output)


@contextmanager
def served_here() -> Iterator[FrontDoor]:
    # The browser need not ask for what is in static/ with every page.
    app = create_app(DATABASE="", SECRET_KEY="only for tests", SEND_FILE_MAX_AGE_DEFAULT=3600)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield FrontDoor(app, f"http://127.0.0.1:{server.port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
