"""Across cases all is counted, nobody is named or ranked, and no file tells anybody apart."""

import csv
from io import StringIO

import pytest

from store.checklist import checklist
from store.plan import plan
from store.rights import rights
from tests.web.browser import line
from tests.web.journey import NOWHERE, came, decided
from tests.web.support_world import (
    SAID,
    Supported,
    checklists_of,
    has_a_package,
    said_of_fifty_points,
)

LATE = {
    **{"words": "=Ring Sam’s doctor", "owner": "young_person", "owner_words": ""},
    **{"due": "2026-08-01", "source": "other", "mark": None},
}


@pytest.fixture
def supported(once, officer, clock, record):
    """Somebody with a worry, a late action, days on which nobody saw them, and no trust in us."""
    url = once(decided, officer, once(came, officer, **NOWHERE), name="Sam Made-Up").url
    with record.database() as db:
        found = Supported(db, url.split("/")[2], clock())
        has_a_package(found)
        said_of_fifty_points(found, SAID)
        found.carry_out("social_worker", plan.add, found.case_id, LATE)
        said = {"asked": True, "why_not": "", "by": "themselves", "by_words": ""}
        answers = {"answers": {"felt_safe": "no"}, "words": "Sam does not trust you."}
        found.record("support_worker", rights.FEEDBACK, said | answers)
        yield found


def rows(browser, name):
    table = csv.reader(StringIO(browser.get(f"/across/{name}.csv").text))
    return {row[0]: row[1:] for row in table}


def shown(page, caption):
    """The first words of each row → its other cells, a number without what it counts."""
    table = next(t for t in page.soup.select("table") if t.caption.get_text() == caption)
    for head in table.select(".app-head"):
        head.extract()
    cells = ([line(cell) for cell in row.select("td")] for row in table.tbody.select("tr"))
    return {first: others for first, *others in cells}


def test_counts_name_nobody_and_a_file_says_fewer_than_five(browse, supported, clock):
    clock.forward(days=2)
    manager = browse("team_manager")
    page = manager.get("/across")
    assert shown(page, "The fifty points")["13"][1:] == ["1", "1", "0"]
    assert list(shown(page, "The fifty points")) == ["13", "15", "24"]
    assert "Not talked about with anybody, so nothing is known: 1, 2, 3" in page.words
    assert shown(page, "Visits")["Missed days nobody has answered for yet"] == ["4"]
    assert shown(page, "Actions of plans that are late")["Somebody added it"] == ["0", "0", "1"]
    felt_safe = shown(page, "What they say of how they were treated")
    assert felt_safe["Did you feel safe where you slept?"] == ["0", "0", "1", "0", "0"]
    for secret in ("Sam", "Ring", "trust", "%"):
        assert secret not in page.words
    assert list(rows(manager, "points")) == ["Point", *(str(number) for number in range(1, 51))]
    assert rows(manager, "points")["13"][1:] == ["fewer than 5", "fewer than 5", "0"]
    assert rows(manager, "visits")["Days missed in the last 28 days"] == ["fewer than 5"]
    assert rows(manager, "actions")["Somebody added it"] == ["0", "0", "fewer than 5"]
    assert rows(manager, "feedback")["Were you listened to?"][-1] == "fewer than 5"
    manager.get("/across/people.csv", 404)
    browse("social_worker").get("/across", 403)


def test_a_restricted_case_is_counted_and_its_reference_stands_for_nobody_else(
    browse, supported, clock, record
):
    clock.forward(days=2)
    manager = browse("team_manager")
    before = manager.get("/across")
    (reference,) = {link.get_text() for link in before.soup.select("main .app-nowrap")}
    restricted = {"allowed": [supported.author("social_worker").human_id], "reason": "Kin"}
    supported.record("social_worker", "case_restricted", restricted)
    after = manager.get("/across")
    assert reference not in after.words
    assert after.words.count("There is none.") == 2
    for caption in ("The fifty points", "Visits", "Actions of plans that are late"):
        assert shown(after, caption) == shown(before, caption)


def test_what_was_answered_anew_counts_as_it_stands(browse, supported):
    manager = browse("team_manager")
    better = {13: {"parts": {"it": {"value": "no", "words": None}}}}
    about = checklists_of(supported)[-1]
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, better)
    page = manager.get("/across")
    assert shown(page, "The fifty points")["13"][1:] == ["1", "0", "0"]
