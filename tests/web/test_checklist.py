"""The fifty points as a conversation: begun, gone on with, and asked again later."""

from contextlib import closing

import pytest

from store.database import connect
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once
from tests.web.support_world import Supported, has_a_package

SAVED = "checklist_answered"


@taken_once
def opened(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam").url.split("/")[2]


@pytest.fixture
def supported(app, opened, clock):
    """Sam, whom the support worker and the early help worker visit."""
    db = connect(app.config["DATABASE"])
    with closing(db.conn):
        found = Supported(db, opened, clock())
        has_a_package(found)
        yield found


@pytest.fixture
def suki(browse):
    return browse("support_worker")


@pytest.fixture
def begun(suki, supported):
    """The page of a first checklist."""
    page = suki.submit(suki.get(f"{supported.address}/checklists/new"), there="The two of us")
    return suki.follow(page)


def test_smoke(suki, supported, begun, browse):
    for theme in ("safe", "papers", "home", "learning"):
        page = suki.get(f"{begun.url}/{theme}")
    page = suki.submit(
        suki.get(f"{begun.url}/safe"), part_13_it="yes", what_13="Ring", when_13=["1", "2", "2027"]
    )
    print(page.location)
    page = suki.get(begun.url)
    print(page.words)
    print(suki.get(supported.address).words)
    print(suki.get(begun.url + "/changes").words)
    print(suki.get(begun.url + "/put-forward").words)
