"""What is open at MASH, a worker's own and the team's: each on its own clock, late first."""

from datetime import date, datetime, timedelta

import pytest

from rules.calendar import LONDON
from tests.web.browser import line
from tests.web.mash_rating import NAME, deciding, explained, rated, told
from tests.web.test_mash_decision import CARE, sign
from tests.web.test_mash_rating import INJURY, MANAGER, OFTEN_LATE, WORKER

THURSDAY = "2026-08-27 09:00"


@pytest.fixture
def worker(browse, clock):
    clock.set(THURSDAY)
    return browse(WORKER)


def rows(page):
    return [line(row) for row in page.soup.select("tbody tr")]


def children(page):
    return [link["href"] for link in page.soup.select("tbody a[href*='/children/']")]


def give(browser, child, name):
    """To the worker of this name."""
    page = browser.get(f"{child}/give")
    (option,) = [each for each in page.soup.select("[name=to], #to option") if name in around(each)]
    browser.submit(page, to=option["value"], words="You know them.")


def around(control):
    """What stands at a radio or in an option."""
    return line(control) or line(control.parent.label)


def test_what_is_late_comes_first_then_what_is_due_soonest_and_what_is_decided_last(
    worker, record, clock
):
    amber, decided, red = (told(record, clock()) for _ in range(3))
    rated(worker, amber, "amber", "EDU-3a")
    rated(worker, decided, "amber", "EDU-3a")
    deciding(worker, decided, "amber", 3, CARE)
    rated(worker, red, "red", INJURY)
    clock.forward(hours=3, minutes=59)
    unrated = told(record, clock())
    page = worker.get("/contacts/team")
    assert children(page) == [red, unrated, amber, decided]
    assert "1 minute left" in rows(page)[0]
    clock.forward(minutes=2)
    late = rows(worker.get("/contacts/team"))[0]
    assert "Late Today, by 1pm: 1 minute late" in late
    assert "4 hours, day and night, as for Red. Default, not yet confirmed by Barnet" in late


def test_each_shows_its_rating_in_words_and_shape_its_age_and_what_comes_next(
    worker, record, clock
):
    unrated, green = told(record, clock()), told(record, clock())
    rated(worker, green, "green", OFTEN_LATE)
    clock.forward(minutes=95)
    page = worker.get("/contacts/team")
    first, second = rows(page)
    for words in ("Not rated yet", "Received 1 hour 35 minutes ago", "Rate this child."):
        assert words in first
    for words in ("Green", "Decide.", "Nobody has it yet", "Wednesday 2 September, by midnight"):
        assert words in second
    assert not page.soup.select_one("tbody tr svg.app-band__shape--red")
    assert page.soup.select_one("tbody tr svg.app-band__shape--green path")
    assert children(page) == [unrated, green]


def test_a_worker_sees_what_they_have_and_the_team_who_has_what(worker, record, clock, browse):
    mine, other = told(record, clock()), told(record, clock())
    assert "Nothing is open" in worker.get("/contacts/mine").words
    give(worker, mine, f"Worker {WORKER}")
    assert children(worker.get("/contacts/mine")) == [mine]
    team = worker.get("/contacts/team")
    assert f"Worker {WORKER}" in " ".join(rows(team))
    assert set(children(team)) == {mine, other}
    assert "Nothing is open" in browse(MANAGER).get("/contacts/mine").words


def test_what_waits_for_a_signature_or_a_reason_says_so(worker, record, clock, browse):
    child = told(record, clock())
    rated(worker, child, "amber", INJURY)
    (row,) = rows(worker.get("/contacts/team"))
    for words in ("Amber", "Red Counts until Amber is signed", "Reason missing", "4 hours left"):
        assert words in row
    explained(worker, child)
    (row,) = rows(worker.get("/contacts/team"))
    assert "Reason missing" not in row
    assert "Waits for a signature" in row
    sign(browse(MANAGER), child)
    (row,) = rows(worker.get("/contacts/team"))
    assert "Waits for a signature" not in row
    assert "Tomorrow, by midnight" in row  # Amber, from Thursday


def test_managers_of_social_care_see_the_team_and_nobody_else_does(browse, record, clock):
    told(record, clock())
    for role in ("head_of_service", "team_manager", "social_work_duty_manager", MANAGER):
        assert len(rows(browse(role).get("/contacts/team"))) == 1
    browse("social_worker").get("/contacts/team", 403)
    browse("team_manager").get("/contacts/mine", 403)


def test_the_table_that_lists_go_by_is_made_again_from_the_record(worker, record, clock, browse):
    child = told(record, clock())
    rated(worker, child, "amber", INJURY)
    explained(worker, child)
    sign(browse(MANAGER), child)
    deciding(worker, child, "red", 4, CARE, departure_reason="judgement", departure_words="Now.")
    record.is_sound()


def test_a_moment_on_record_before_any_limit_takes_no_page_down_and_comes_first(
    worker, record, clock, browse
):
    late = told(record, clock() - timedelta(days=2))
    mistyped = told(record, datetime(2016, 3, 27, 23, 15, tzinfo=LONDON))
    give(worker, mistyped, f"Worker {WORKER}")
    (mine,) = rows(worker.get("/contacts/mine"))
    assert "Late Sunday 27 March 2016, by 11:15pm" in mine
    assert "The time limit cannot be counted: look at this child now" in mine
    assert "not yet confirmed" not in mine
    assert children(worker.get("/contacts/team")) == [mistyped, late]
    assert "do not reach to the day it was received" in worker.get(mistyped).words
    for address in ("/", "/contacts", mistyped.partition("/children")[0]):
        assert NAME in worker.get(address).words
    agenda = browse(MANAGER).get("/contacts/meetings").words
    assert "Not decided in time" in agenda
    assert "the time limit cannot be counted" in agenda
    assert "1 still to be decided, 1 late" in browse(MANAGER).get(f"{late}/give").words
    rated(worker, mistyped, "amber", "EDU-3a")
    why = {"late_reason": "other", "late_words": "The year was mistyped."}
    assert deciding(worker, mistyped, "amber", 3, CARE, **why).location
    assert "Within 24 hours: cannot be counted" in worker.get(mistyped).words


def test_past_the_bank_holidays_that_are_known_working_days_cannot_be_counted(
    browse, record, clock
):
    clock.set("2029-01-10 09:00")
    worker = browse(WORKER)
    unrated, green = told(record, clock()), told(record, clock())
    rated(worker, green, "green", OFTEN_LATE)
    page = worker.get("/contacts/team")
    assert children(page) == [green, unrated]
    first, second = rows(page)
    assert "The time limit cannot be counted: look at this child now" in first
    assert "4 hours left" in second  # hours need no calendar
    for address in ("/", "/contacts", green, green.partition("/children")[0]):
        assert worker.get(address).status == 200


def test_a_homeless_child_of_a_mistyped_year_can_be_rated_and_decided(worker, record):
    at = datetime(2016, 3, 27, 23, 15, tzinfo=LONDON)
    child = told(record, at, facts={"homeless": "yes"}, born=date(2009, 3, 1))
    rated(worker, child, "amber", "EDU-3a")
    suggested = record.last("child_rated")["suggested"]
    assert suggested["same_day"]
    assert suggested["same_day_by"].startswith("2026-08-27")
    assert children(worker.get("/contacts/team")) == [child]
    deciding(worker, child, "amber", 3, CARE, late_reason="other")
    assert worker.get(child).status == 200
