"""Across cases nobody is named or ranked, and no number tells that there are others."""

import csv
from functools import partial
from io import StringIO

import pytest

from store import signatures
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


FEW = "fewer than 5"


def test_counts_name_nobody_and_say_fewer_than_five(browse, supported, clock):
    clock.forward(days=2)
    manager = browse("team_manager")
    page = manager.get("/across")
    assert shown(page, "The fifty points")["13"][1:] == [FEW, FEW, "0"]
    assert list(shown(page, "The fifty points")) == ["13", "15", "24"]
    assert "Not talked about with anybody, so nothing is known: 1, 2, 3" in page.words
    assert shown(page, "Visits")["Missed days nobody has answered for yet"] == [FEW]
    assert shown(page, "Actions of plans that are late")["Somebody added it"] == ["0", "0", FEW]
    felt_safe = shown(page, "What they say of how they were treated")
    assert felt_safe["Did you feel safe where you slept?"] == ["0", "0", FEW, "0", "0"]
    for secret in ("Sam", "Ring", "trust", "%"):
        assert secret not in page.words
    assert list(rows(manager, "points")) == ["Point", *(str(number) for number in range(1, 51))]
    assert rows(manager, "points")["13"][1:] == [FEW, FEW, "0"]
    assert rows(manager, "visits")["Days missed in the last 28 days"] == [FEW]
    assert rows(manager, "actions")["Somebody added it"] == ["0", "0", FEW]
    assert rows(manager, "feedback")["Were you listened to?"][-1] == FEW
    manager.get("/across/people.csv", 404)
    browse("social_worker").get("/across", 403)


def end_of(supported, signed_by):
    """The social worker decides that the support ends, and somebody of this role signs."""
    ended = {"reason": "moved", "where": "", "words": "", "facts_when_signed": {}}
    about = supported.record("social_worker", "support_ended", ended)
    asked = {"what": "support_ended", "words": "It ends", "reasons": "", "asked_of": (signed_by,)}
    id = supported.carry_out("social_worker", partial(signatures.ask, about=about, **asked))
    supported.carry_out(signed_by, signatures.give, id, "")


def test_no_page_or_file_tells_that_there_is_a_restricted_case(browse, supported, clock):
    """They are as they would be without it; those who may know of it still see it counted."""
    clock.forward(days=2)
    manager = browse("team_manager")
    (reference,) = {link.get_text() for link in manager.get("/across").soup.select(".app-nowrap")}
    restricted = {"allowed": [supported.author("head_of_service").human_id], "reason": "Kin"}
    supported.record("social_worker", "case_restricted", restricted)
    after = manager.get("/across").words
    assert reference not in after
    assert after.count("There is none.") == 2
    files = [rows(manager, name) for name in ("points", "actions", "visits", "feedback")]
    allowed = browse("head_of_service")
    assert reference in allowed.get("/across").words
    assert rows(allowed, "points")["13"][1:] == [FEW, FEW, "0"]
    end_of(supported, signed_by="head_of_service")
    assert reference not in allowed.get("/across").words
    assert manager.get("/across").words == after
    assert [rows(manager, name) for name in ("points", "actions", "visits", "feedback")] == files


def test_a_worry_that_is_not_known_any_more_still_counts(browse, supported):
    not_known = {13: {"parts": {"it": {"value": "not_known", "words": None}}}}
    about = checklists_of(supported)[-1]
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, not_known)
    assert shown(browse("team_manager").get("/across"), "The fifty points")["13"][2] == FEW


def test_what_was_answered_anew_counts_as_it_stands(browse, supported):
    manager = browse("team_manager")
    better = {13: {"parts": {"it": {"value": "no", "words": None}}}}
    about = checklists_of(supported)[-1]
    supported.carry_out("support_worker", checklist.answer, supported.case_id, about, better)
    page = manager.get("/across")
    assert shown(page, "The fifty points")["13"][1:] == [FEW, "0", "0"]
