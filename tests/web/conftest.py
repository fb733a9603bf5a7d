"""The service on a database of its own, with an account for every role."""

import shutil
from contextlib import closing, contextmanager
from datetime import datetime, timedelta

import pytest

from app import create_app
from protocol.people import ROLES
from rules.calendar import LONDON
from store import accounts, stream_names, tables
from store.database import connect
from store.ids import new_id
from store.journal import command
from store.migrations import migrate
from store.reading import in_order_recorded
from store.verify import verify
from tests.hurry import hurry
from tests.unit.store_helpers import ADA, NOW
from tests.web.browser import Browser
from tests.web.once import Once
from tests.web.world import build

PASSWORD = "correct horse battery"
OFFICER, OTHER_OFFICER = "housing_needs_officer", "other_officer"
PEOPLE = {role: role for role in ROLES} | {OTHER_OFFICER: OFFICER}

# The Friday before a bank holiday, ten minutes before the office closes.
FRIDAY = "2026-08-28 16:50"


def pytest_collection_modifyitems(items):
    """Whichever test asks first for the world waits until it is there."""
    for item in items:
        if "world" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(300))


def london(text):
    """A moment by London's clocks."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


class Clock:
    """The service's clock. It stands still until it is moved."""

    def __init__(self, text):
        self.set(text)

    def set(self, text):
        self.moment = london(text)

    def forward(self, **time):
        self.moment += timedelta(**time)

    def __call__(self):
        return self.moment


class Record:
    """What the service has recorded, read past the service."""

    def __init__(self, app):
        self.app = app

    @contextmanager
    def database(self):
        db = connect(self.app.config["DATABASE"])
        with closing(db.conn):
            yield db

    def entries(self, *kinds):
        """Everything in the journal, or what is of these kinds. Who read what is left out."""
        with self.database() as db:
            return [
                entry
                for entry in in_order_recorded(db)
                if not entry.stream.startswith("account:") and (not kinds or entry.kind in kinds)
            ]

    def last(self, kind):
        return self.entries(kind)[-1].body

    def facts(self):
        """The facts last saved, without those not known."""
        facts = self.last("answers_given")["facts"]
        return {fact: value for fact, value in facts.items() if value != "not_known"}

    def tables(self):
        """Every table that is kept beside the journal, row by row."""
        with self.database() as db:
            return {
                table: sorted(map(str, db.query(f"select * from {table}")))
                for table in ("presentations", "cases", "people", "tasks")
            }

    def is_sound(self):
        """The journal is whole, and the tables made anew from it are as they stand."""

        def kept(db):
            found = {table: db.query(f"select * from {table}") for table in tables.kept_tables()}
            return {table: sorted(map(str, rows)) for table, rows in found.items()}

        with self.database() as db:
            assert verify(db).ok
            before = kept(db)
            tables.rebuild(db)
            assert kept(db) == before

    def holds(self):
        """The journal is whole, and nothing in it was begun and not finished."""
        with self.database() as db:
            report = verify(db)
        assert report.ok, report
        by_command, by_stream = {}, {}
        for entry in self.entries():
            by_command.setdefault(entry.command_id, set()).add(entry.kind)
            by_stream.setdefault(entry.stream, []).append(entry.kind)
        for kinds in by_command.values():
            if "presentation_started" in kinds:
                assert kinds == {"presentation_started", "answers_given"}
            if "decision_made" in kinds:
                assert {"advice_given", "case_opened"} <= kinds
                assert {"person_recorded", "person_identified"} & kinds
        for stream, kinds in by_stream.items():
            if stream.startswith("case:"):
                assert kinds[:2] == ["presentation_started", "answers_given"]
                assert kinds.count("presentation_started") == 1
                assert kinds.count("decision_made") == kinds.count("case_opened") <= 1


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A database with an account for every role, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "frontdoor.sqlite3"
    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        db = connect(path)
        with closing(db.conn):
            migrate(db)
            for person, role in PEOPLE.items():
                human = accounts.add_human(db, f"Worker {person}")
                accounts.add_account(db, human, email_of(person), PASSWORD, role)
            db.conn.execute("PRAGMA wal_checkpoint(truncate)").fetchall()
    return path


def email_of(person):
    return f"{person}@council.example"


@pytest.fixture
def clock():
    return Clock(FRIDAY)


@pytest.fixture(scope="session")
def service():
    """Put together once: every app compiles all templates anew."""
    return create_app(DATABASE="", SECRET_KEY="only for tests", PROPAGATE_EXCEPTIONS=False)


@pytest.fixture
def app(service, prepared, tmp_path, clock, monkeypatch):
    hurry(monkeypatch)
    path = tmp_path / "frontdoor.sqlite3"
    shutil.copy(prepared, path)
    monkeypatch.setitem(service.config, "DATABASE", str(path))
    monkeypatch.setitem(service.config, "CLOCK", clock)
    return service


@pytest.fixture(scope="session")
def world(service, prepared, tmp_path_factory):
    """Something in every place. Built once, and copied where a test needs it."""
    path = tmp_path_factory.mktemp("world") / "frontdoor.sqlite3"
    shutil.copy(prepared, path)

    def sign_in(person):
        browser = Browser(service)
        if person:
            browser.sign_in(email_of(person), PASSWORD)
        return browser

    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        patch.setitem(service.config, "DATABASE", str(path))
        patch.setitem(service.config, "CLOCK", Clock(FRIDAY))
        return build(service, path, sign_in)


@pytest.fixture
def record(app):
    return Record(app)


@pytest.fixture
def person(record):
    """Records somebody; gives the address of their page."""

    def recorded(name, born=None, *aliases):
        id = new_id()
        with record.database() as db, command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            stream = stream_names.person(id)
            c.append(stream, "person_recorded", {"name": name, "date_of_birth": born})
            for alias in aliases:
                c.append(stream, "alias_added", {"alias": alias, "reason": "They said so."})
        return f"/people/{id}"

    return recorded


@pytest.fixture
def case(record):
    """Opens a case of somebody; restricted to those named, if anybody is."""

    def opened(page, reference, *allowed, restricted=False):
        id = new_id()
        with record.database() as db, command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            stream = stream_names.case(id)
            c.append(stream, "presentation_started", {"reference": reference})
            body = {"person_id": id_of(page), "reference": reference}
            c.append(stream, "case_opened", body)
            if restricted:
                c.append(stream, "case_restricted", {"allowed": list(allowed), "reason": "Kin"})
        return id

    return opened


def id_of(page):
    """The id in the address of a person's page."""
    return page.split("/")[2]


@pytest.fixture
def once(app, clock):
    """Steps on the way to what a test is about: see ``tests.web.once``."""
    return Once(app, clock)


@pytest.fixture
def browse(app, once):
    """A browser of somebody's own: signed in, or nobody's."""

    def start(person=None):
        browser = Browser(app)
        once.browsers.append(browser)
        if person:
            once(sign_in, browser, person)
        return browser

    return start


def sign_in(browser, person):
    browser.sign_in(email_of(person), PASSWORD)


@pytest.fixture
def officer(browse):
    return browse(OFFICER)


@pytest.fixture
def flask(app):
    """Runs a `flask` command."""

    def run(*arguments, given=None):
        with app.app_context():
            return app.test_cli_runner().invoke(args=list(arguments), input=given)

    return run
