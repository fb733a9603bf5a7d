"""Behind every door: what belongs to a restricted case is not there for anybody else."""

import re
from urllib.parse import urlsplit

import pytest

from store.ids import new_id
from store.journal import Author, command
from store.stream_names import case
from tests.web.test_doors import EXPECTED, READS_CASES

ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NAMES = ("Sam", "Kowalska", "Ben Made-Up")


@pytest.fixture
def kept_from_everybody(app, clock, world, record):
    """Every case there is, restricted to somebody who is none of those who sign in. The doors that
    lead to what belongs to one of them."""
    world.restore(app)
    somebody = Author("somebody-else", "their-account", "team_manager")
    with record.database() as db:
        hidden = {row["id"] for row in db.query("select id from cases")}
        with command(db, new_id(), author=somebody, recorded_at=clock()) as c:
            for id in sorted(hidden):
                restricted = {"allowed": ["somebody-else"], "reason": "They know somebody here"}
                c.append(case(id), "case_restricted", restricted)
        for table, belongs in (
            ("contacts", "case_id"),
            ("signatures", "record_id"),
            ("cases", "id"),
        ):
            found = db.query(f"select * from {table}")
            hidden |= {row["id"] for row in found if row[belongs] in hidden}
        hidden |= {row["person_id"] for row in db.query("select person_id from cases")}
    return {
        door: world.addresses[door[1]]
        for door in EXPECTED
        if set(ID.findall(world.addresses.get(door[1], ""))) & hidden
    }


@pytest.mark.parametrize("role", sorted(READS_CASES))
def test_with_the_id_of_somebody_elses_case_no_door_opens(
    kept_from_everybody, browse, record, role
):
    browser, before = browse(role), record.entries()
    led_to = {url.split("/")[1] for url in kept_from_everybody.values()}
    assert led_to >= {"cases", "contacts", "people", "signatures"}
    for (method, endpoint), url in kept_from_everybody.items():
        page = browser.get(url, None) if method == "GET" else browser.post(urlsplit(url).path)
        allowed = role in EXPECTED[method, endpoint]
        assert page.status == (404 if allowed else 403), (method, endpoint)
        assert not any(name in page.words for name in NAMES)
    assert record.entries() == before


LISTS = {
    "home.home": "/",
    "mash_contact.waiting": "/contacts",
    "mash_lists.mine": "/contacts/mine",
    "mash_lists.team": "/contacts/team",
    "mash_meetings.meeting_list": "/contacts/meetings",
    "signatures.waiting": "/signatures",
    "advocacy.ledger": "/advocacy",
    "across.page": "/across",
}


@pytest.mark.parametrize("role", sorted(READS_CASES))
def test_and_no_list_has_their_names(kept_from_everybody, browse, role):
    browser = browse(role)
    for endpoint, url in LISTS.items():
        if role in EXPECTED["GET", endpoint]:
            assert not any(name in browser.get(url).words for name in NAMES)
    found = browser.submit(browser.get("/people"), text="Sam", status=200)
    assert not found.soup.select("main a[href^='/people/']")
