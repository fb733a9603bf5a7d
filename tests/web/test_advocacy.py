"""The ledger of advocates and information across cases: what was offered, and what is missing."""

import csv
from io import StringIO

import pytest

from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once
from tests.web.parts import add, homeless, refuses


@taken_once
def case(officer):
    return homeless(officer)


@pytest.fixture
def manager(browse):
    return browse("team_manager")


def offered(officer, case, at, **more):
    said = {"independent": "yes", "time_given": "yes", "accepted": "no", "offered_by": "Ada"}
    add(officer, case, "section-20/advocate-offers", at=at, **{**said, **more})


def sheet(browser):
    page = browser.get("/advocacy/advocacy.csv")
    assert page.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(StringIO(page.text)))


def test_what_nobody_recorded_shows_as_missing_and_never_as_no(officer, manager, case):
    page = manager.get("/advocacy")
    assert "Of 1 open case that you may see: 0 with an offer" in page.words
    assert "No offer is recorded" in page.words
    assert "No information is recorded" in page.words
    offered(officer, case, None, independent=None, accepted=None, offered_by="")
    words = manager.get("/advocacy").words
    assert "Not recorded: when, who offered it, independent, accepted" in words
    assert "Independent: not known yet" in words
    assert "Accepted: not known yet" in words
    assert "1 with an offer of an advocate, 0 with one who is independent" in words


def test_when_it_was_relative_to_what_they_said_and_to_the_outcome(officer, manager, browse, case):
    offered(officer, case, "10:00")
    assert (
        "No answer about section 20 is recorded; no outcome yet" in manager.get("/advocacy").words
    )
    refuses(officer, case, "10:00")
    assert "Not before their last answer about section 20" in manager.get("/advocacy").words
    offered(officer, case, "09:00")
    record = manager.get(f"{case}/outcome/record")
    manager.submit(record, outcome="s20_interim", reason="Open.", said="No.", told="It is open.")
    found = [row["When it was"] for row in sheet(manager) if row["What"] == "Advocate"]
    assert found == [
        "Not before their last answer about section 20; before the outcome",
        "Before their last answer about section 20; before the outcome",
    ]


def test_no_name_of_a_young_person_is_on_it_and_no_formula_runs(officer, manager, case):
    offered(officer, case, "10:00", offered_by="=2+5", advocate="@evil")
    page = manager.get("/advocacy")
    assert "Sam Sample" not in page.text
    (row,) = (row for row in sheet(manager) if row["What"] == "Advocate")
    assert (row["By whom"], row["Advocate"]) == ("'=2+5", "'@evil")
    assert row["Answers"] == "Independent: Yes; Time given: Yes; Accepted: No"
    assert "Sam" not in manager.get("/advocacy/advocacy.csv").text


def test_a_restricted_case_is_neither_shown_nor_counted(officer, manager, browse, case):
    reference = officer.get(case).soup.select_one(".govuk-caption-l").get_text()
    assert reference in manager.get("/advocacy").words
    sw = browse("social_worker")
    sw.submit(sw.get(f"{case}/restrict"), why="They know somebody here.")
    page = manager.get("/advocacy")
    assert reference not in page.words
    assert "Of 0 open cases" in page.words
    assert sheet(manager) == []


def test_cases_stand_by_their_reference_and_are_not_ranked(officer, manager, case):
    other = decided(officer, came(officer, **NOWHERE), name="Robin Sample").url
    offered(officer, other, "10:00")
    references = [row["Case"] for row in sheet(manager)]
    assert references == sorted(references)
    assert len(set(references)) == 2


def test_taken_off_the_list_it_is_an_offer_no_more(officer, manager, case):
    offered(officer, case, "10:00")
    listed = officer.get(f"{case}/parts/section-20/advocate-offers")
    remove = next(a["href"] for a in listed.soup.select("dd a") if "remove" in a["href"])
    officer.submit(officer.get(remove), reason="Entered twice.")
    assert "No offer is recorded" in manager.get("/advocacy").words
