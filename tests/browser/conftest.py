"""The real service in the real browser. Whatever the browser complains of fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from cli.demo import demo
from rules.calendar import LONDON
from store.database import connect
from store.migrations import migrate
from tests.browser.journey import (
    EMAIL,
    HEAD,
    MANAGER,
    MASH_EMAIL,
    Officer,
)
from tests.browser.on_record import put_on_record
from tests.browser.place import Known, Place
from tests.browser.service import FrontDoor, Service, served_here
from tests.browser.watch import Watch
from tests.hurry import hurry

HERE = Path(__file__).parent
CHROMIUM = Path("/usr/bin/chromium-headless-shell")
PATIENCE = 30_000  # milliseconds; on a busy machine the first page can take that long
DESK = pytest.param((1280, True), id="on a desk")
TELEPHONE = pytest.param((375, False), id="on a telephone, without JavaScript")
on_a_telephone = pytest.mark.parametrize("sit_down", [TELEPHONE], indirect=True)
"""For a walk whose controls another walk uses on a desk as well."""
FRIDAY_AFTERNOON = datetime(2026, 8, 28, 16, 50, tzinfo=LONDON)
"""Ten minutes before the office closes for a bank holiday weekend."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whichever test asks first for what is on record waits until it is."""
    for item in items:
        if item.path.parent == HERE and "known" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium without windows, asking nobody for anything."""
    if not CHROMIUM.exists():
        pytest.fail(
            f"{CHROMIUM} is missing. On Debian: apt-get install chromium-headless-shell",
            pytrace=False,
        )
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
    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        db = connect(path)
        with closing(db):
            migrate(db)
            list(demo(db, FRIDAY_AFTERNOON))
    return path


@pytest.fixture(scope="session")
def in_this_process() -> Iterator[FrontDoor]:
    """Put together once: every app compiles all templates anew."""
    with served_here() as front_door:
        yield front_door


@pytest.fixture
def front_door(
    in_this_process: FrontDoor,
    demo_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> FrontDoor:
    """A service with a database for this test alone. It is Friday afternoon, until it is set."""
    hurry(monkeypatch)
    copy = tmp_path / "frontdoor.sqlite3"
    shutil.copy(demo_database, copy)
    in_this_process.open_at(FRIDAY_AFTERNOON, copy)
    return in_this_process


@pytest.fixture
def at(front_door: FrontDoor) -> Callable[[datetime], str]:
    """The address of a service where it is always the moment given."""

    def serve(moment: datetime) -> str:
        front_door.open_at(moment)
        return front_door.url

    return serve


@pytest.fixture(params=[DESK, TELEPHONE])
def sit_down(
    request: pytest.FixtureRequest, opened: Callable[..., Page], front_door: FrontDoor
) -> Callable[..., Officer]:
    """Somebody signed in at a browser of their own. How they do that, ``test_journey`` sees."""
    width, javascript = request.param

    def sit_down(email: str = EMAIL) -> Officer:
        officer = Officer(opened(width, javascript=javascript), front_door.url)
        known_by = {"name": "front_door", "value": front_door.sign_in(email), "url": officer.url}
        officer.page.context.add_cookies([known_by])
        officer.open("/")
        return officer

    return sit_down


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a browser of its own. Fails at the end if the browser complained."""
    contexts, watches = [], []

    def open(width: int = 1280, *, javascript: bool = True, **kwargs: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript, **kwargs
        )
        context.set_default_timeout(PATIENCE)
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
def desk(browser: Browser, service: Service) -> Iterator[Callable[[str | None], BrowserContext]]:
    """A browser with somebody's sign-in, so that not every test has to sign in."""
    desks: dict[str | None, BrowserContext] = {}

    def desk_of(email: str | None) -> BrowserContext:
        if email not in desks:
            desks[email] = browser.new_context()
            desks[email].set_default_timeout(PATIENCE)
            # Here, so that it does not travel to the browser anew for each page that it looks at.
            desks[email].add_init_script(Axe().axe_script)
            if email:
                page = desks[email].new_page()
                Officer(page, service.url).sign_in(email)
                page.close()
        return desks[email]

    yield desk_of
    for context in desks.values():
        context.close()


@pytest.fixture(scope="session")
def known(
    browser: Browser, desk: Callable[[str | None], BrowserContext], service: Service
) -> Known:
    """The ids of what the places are about, once it is on record."""
    officers = []
    for email in (EMAIL, MANAGER, HEAD, MASH_EMAIL):
        # Nobody looks at these pages: without what draws them they are there sooner.
        context = browser.new_context(
            storage_state=desk(email).storage_state(), java_script_enabled=False
        )
        context.route("**/static/**", lambda route: route.abort())
        officers.append(Officer(context.new_page(), service.url))
    known = put_on_record(*officers, service.database)
    for officer in officers:
        officer.page.context.close()
    return known


@pytest.fixture(scope="session")
def tab(
    desk: Callable[[str | None], BrowserContext],
) -> Callable[[str | None], tuple[Page, Watch]]:
    """Somebody's only tab, watched all along: a browser takes as long to open one as to show a
    page in it."""
    tabs: dict[str | None, tuple[Page, Watch]] = {}

    def tab_of(email: str | None) -> tuple[Page, Watch]:
        if email not in tabs:
            page = desk(email).new_page()
            tabs[email] = page, Watch(page)
        return tabs[email]

    return tab_of


@pytest.fixture
def visited(
    tab: Callable[[str | None], tuple[Page, Watch]], known: Known, service: Service
) -> Iterator[Callable[[Place, int], Page]]:
    """Opens a place at a width. Fails at the end if the browser complained."""
    watches = []

    def visit(place: Place, width: int) -> Page:
        page, watch = tab(place.who)
        watches.append(watch)
        page.emulate_media(media="null")  # whatever the test before looked at it on
        page.set_viewport_size({"width": width, "height": 900})
        place.visit(Officer(page, service.url), known)
        return page

    yield visit
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    for watch in watches:
        watch.complaints.clear()
    assert not complaints
