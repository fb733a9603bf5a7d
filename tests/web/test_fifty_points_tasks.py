"""Danger that is told on the fifty points is somebody's task at once, whatever else was said."""

from contextlib import closing

import pytest

from store import tasks
from store.database import connect
from tests.web.browser import line
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once
from tests.web.support_world import Supported, has_a_package

SAFE, PLACE = "Look today at whether they are safe", "Look again at whether the place is right"
RULES = ["ours-checklist-danger", "ours-checklist-placement"]
WELL = {
    "part_13_it": "no",
    "part_14_it": "yes",
    "part_15_it": "yes",
    "part_44_good": "yes",
    "part_47_it": "no",
}


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam")


@pytest.fixture
def suki(app, browse, case, clock):
    """The support worker, at the page about feeling safe."""
    db = connect(app.config["DATABASE"])
    with closing(db.conn):
        supported = Supported(db, case.url.split("/")[2], clock())
        has_a_package(supported)
        found = browse("support_worker")
        new = found.submit(found.get(f"{supported.address}/checklists/new"), there="The two of us")
        found.checklist = new.location
        return found


def talked(browser, **answers):
    """About feeling safe."""
    return browser.submit(browser.get(f"{browser.checklist}/safe"), **answers)


def made(record, case):
    """The rules whose tasks are on record, in the order of the rules, and the state of each."""
    with record.database() as db:
        found = [t for t in tasks.tasks_of(db, case.url.split("/")[2]) if t.rule_id in RULES]
    return sorted((task.rule_id, task.state) for task in found)


def row_of(page, words):
    found = page.soup.find(id="tasks").find_parent("section").select("tbody tr")
    return next((row for row in found if line(row).startswith(words)), None)


def press(browser, page, words, button):
    form = next(
        f for f in row_of(page, words).find_all("form") if line(f.button).startswith(button)
    )
    return browser.post(form["action"], {i["name"]: i["value"] for i in form.find_all("input")})


def test_danger_told_is_the_social_workers_task_that_day_and_the_place_by_the_next_morning(
    suki, officer, case, record, browse
):
    assert row_of(case, SAFE) is None
    talked(suki, **WELL | {"part_13_it": "yes"})

    page = officer.get(case.url)
    assert "Tonight, by midnight" in line(row_of(page, SAFE))
    assert "Tuesday 1 September, by 9am" in line(row_of(page, PLACE)), "after the bank holiday"
    assert made(record, case) == [(rule, "open") for rule in RULES]
    assert SAFE in browse("social_worker").get("/").part("To do, soonest first")
    assert SAFE in browse("social_work_duty_manager").get("/").part("To do, soonest first")


@pytest.mark.parametrize("said", [WELL, {"part_14_it": "no"}, {"part_13_it": "not_known"}])
def test_what_is_well_or_not_known_is_no_task(suki, case, record, officer, said):
    talked(suki, **said)
    assert made(record, case) == []
    assert row_of(officer.get(case.url), SAFE) is None


def test_it_is_asked_for_again_when_danger_is_told_again_after_somebody_looked(
    suki, officer, case, record
):
    talked(suki, part_13_it="yes", more_13="Afraid at night")
    talked(suki, part_13_it="not_known")
    page = officer.get(case.url)
    press(officer, page, SAFE, "Done")
    press(officer, page, SAFE, "Done")  # the same page again, an hour later
    assert row_of(officer.get(case.url), SAFE) is None
    assert made(record, case) == [(RULES[0], "done"), (RULES[1], "open")]

    talked(suki, part_44_good="no")
    press(officer, page, SAFE, "Done")
    assert row_of(officer.get(case.url), SAFE) is not None
    assert made(record, case) == [(RULES[0], "done"), (RULES[0], "open"), (RULES[1], "open")]
