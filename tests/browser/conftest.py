"""The real service in the real browser. Whatever the browser complains of fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from cli.demo import demo
from rules.calendar import LONDON
from store.database import connect
from store.migrations import migrate
from tests.browser.journey import (
    EMAIL,
    HEAD_EMAIL,
    LAWYER_EMAIL,
    MASH_EMAIL,
    NOWHERE_AND_REFUSES,
    Officer,
)
from tests.browser.places import Place, YoungPeople
from tests.browser.service import Service, served_at
from tests.browser.watch import Watch

CHROMIUM = Path("/usr/bin/chromium")
FRIDAY_AFTERNOON = datetime(2026, 8, 28, 16, 50, tzinfo=LONDON)
"""Ten minutes before the office closes for a bank holiday weekend."""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, asking nobody for anything."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing. On Debian: apt-get install chromium", pytrace=False)
    args = ["--disable-background-networking", "--disable-gpu"]
    if os.geteuid() == 0:
        args.append("--no-sandbox")  # Chromium has no sandbox for root
    return {"executable_path": CHROMIUM, "args": args}


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service as `make run` starts it, with the people of the demo."""
    service = Service(tmp_path_factory.mktemp("service"))
    try:
        service.start()
        yield service
    finally:
        service.stop()


@pytest.fixture
def own_service(tmp_path: Path) -> Iterator[Service]:
    """A service for this test alone, to be started, stopped and killed. Not started yet."""
    service = Service(tmp_path)
    yield service
    service.kill()


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the people of the demo, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "frontdoor.sqlite3"
    db = connect(path)
    with closing(db):
        migrate(db)
        list(demo(db, FRIDAY_AFTERNOON))
    return path


@pytest.fixture
def at(demo_database: Path, tmp_path: Path) -> Iterator[Callable[[datetime], str]]:
    """The address of a service where it is always the moment given."""
    with ExitStack() as stack:

        def serve(moment: datetime) -> str:
            copy = tmp_path / f"{moment:%Y%m%d%H%M}.sqlite3"
            shutil.copy(demo_database, copy)
            return stack.enter_context(served_at(moment, copy))

        yield serve


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a browser of its own. Fails at the end if the browser complained."""
    contexts, watches = [], []

    def open(width: int = 1280, *, javascript: bool = True, **kwargs: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript, **kwargs
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page))
        return page

    yield open
    for context in contexts:
        context.close()
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    assert not complaints


@pytest.fixture
def officer(opened: Callable[..., Page], service: Service) -> Callable[..., Officer]:
    """A Housing Needs Officer, signed in to the real service."""

    def sit_down(*args: Any, **kwargs: Any) -> Officer:
        officer = Officer(opened(*args, **kwargs), service.url)
        officer.sign_in()
        return officer

    return sit_down


@pytest.fixture(scope="session")
def signed_in(browser: Browser, service: Service) -> dict[str | None, Any]:
    """E-mail address → the cookies of its sign-in, so that not every test has to sign in."""
    states: dict[str | None, Any] = {None: None}
    for email in (EMAIL, MASH_EMAIL, HEAD_EMAIL, LAWYER_EMAIL):
        page = browser.new_page()
        Officer(page, service.url).sign_in(email)
        states[email] = page.context.storage_state()
        page.close()
    return states


@pytest.fixture(scope="session")
def young_people(browser: Browser, service: Service, signed_in: dict[str, Any]) -> YoungPeople:
    """One young person whose decision is still to come, and one whose case is open. Beside them a
    reading that waits for the lawyer."""
    page = browser.new_page(storage_state=signed_in[EMAIL])
    officer = Officer(page, service.url)
    waiting = officer.card(**NOWHERE_AND_REFUSES)
    officer.card()
    officer.decide()
    decided = officer.path
    officer.follow("See and print the referral")
    contact = officer.path
    page.close()
    page = browser.new_page(storage_state=signed_in[HEAD_EMAIL])
    Officer(page, service.url).propose("A12")
    page.close()
    return YoungPeople(*(path.split("/")[2] for path in (waiting, decided, contact)))


@pytest.fixture
def visited(
    opened: Callable[..., Page],
    service: Service,
    young_people: YoungPeople,
    signed_in: dict[str | None, Any],
) -> Callable[..., Page]:
    """Opens a place at a width."""

    def visit(place: Place, width: int, **kwargs: Any) -> Page:
        page = opened(width, storage_state=signed_in[place.who], **kwargs)
        place.visit(Officer(page, service.url), young_people)
        return page

    return visit
