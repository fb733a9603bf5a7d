"""Turning 18: what runs out and when, and that neither a case nor a bed ends by it."""

from datetime import UTC, datetime

import pytest

from store import tasks
from store.cases import open_cases
from tests.web.conftest import OFFICER
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided

STAYS = "The case, its tasks and the bed stay as they are until a person decides what comes next."
DECIDE = "A person has to decide what comes next."
FOSTER = {"bed-where": "foster", "bed-place": "Larkrise", "bed-confirmed_by": "Ann"}
NO_REASON = "That is never a reason not to accommodate them"


def case_of(officer, born, **more):
    answers = {**NOWHERE, "date_of_birth": born.split("-")[::-1], **more}
    return decided(officer, came(officer, **answers), name="Sam")


def about(browser, case):
    return browser.get(f"{case.url}/turning-18")


def row(page, what):
    found = [row for row in page.soup.select("tbody tr") if row.td.get_text().startswith(what)]
    assert len(found) == 1, what
    return " ".join(found[0].find_all("td")[1].get_text(" ").split())


@pytest.mark.parametrize(
    ("moment", "warned"),
    [
        ("2027-01-13 10:00", None),
        ("2027-01-14 10:00", "They turn 18 tomorrow. Today is the last day on which care under"),
        ("2027-01-14 23:59", "They turn 18 tomorrow."),
        ("2027-01-15 00:00", f"They turn 18 today. {DECIDE}"),
        ("2027-01-16 10:00", f"They are 18 since 15 January 2027. {DECIDE}"),
        ("2028-06-01 10:00", f"They are 18 since 15 January 2027. {DECIDE}"),
    ],
)
def test_a_birthday_ends_neither_the_case_nor_its_tasks_nor_the_bed(
    browse, clock, record, moment, warned
):
    clock.set("2027-01-12 10:00")
    officer = browse(OFFICER)
    case = case_of(officer, "2009-01-15")
    officer.submit(officer.get(f"{case.url}/hand-over"), "Save the bed", **FOSTER)
    with record.database() as db:
        before = tasks.tasks_of(db, case.url.split("/")[2])
    entries = record.entries()
    clock.set(moment)

    officer = browse(OFFICER)
    pages = officer.get(case.url), about(officer, case)

    assert record.entries() == entries, "nothing happens by itself"
    with record.database() as db:
        assert tasks.tasks_of(db, case.url.split("/")[2]) == before
        assert [each.case.state for each in open_cases(db, "anybody")] == ["open"]
    assert "Sam" in officer.get("/").words
    for page in pages:
        assert "Foster care, Larkrise" in page.words
        warning = " ".join(found.get_text() for found in page.soup.select(".govuk-warning-text"))
        assert (warned in " ".join(warning.split())) if warned else ("18" not in warning)
        assert (STAYS in " ".join(warning.split())) == bool(warned)
    shown = [row.td.contents[0].strip() for row in pages[0].soup.select("#tasks ~ * tbody tr")]
    assert {task.words for task in before if task.state == "open"} <= set(shown)


def test_80_days_from_18_is_no_reason_not_to_accommodate(officer, clock):
    """13 weeks are 91 days: begun today, 80 are left."""
    case = case_of(officer, "2008-11-16")
    assert "80 days left, until 16 November 2026." in case.words
    assert "13 weeks in care can no longer be reached if care begins today" in case.words
    assert NO_REASON in case.words
    assert "Refer to the Placements Service for a bed" in case.words, "the bed comes all the same"

    page = about(officer, case)

    weeks = row(page, "13 weeks in care")
    assert weeks.startswith("Out of reach : the last day was 17 August 2026, passed 11 days ago")
    assert "every day since 14 counts" in weeks
    assert "one day in care at 16 or 17 already counts" in weeks
    assert row(page, "Care under section 20").startswith("15 November 2026 : 79 days left")
    assert "owed a bed and an assessment like any other child" in page.words


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("2008-11-26", "13 weeks in care can no longer be reached if care begins today"),
        ("2008-11-27", "care begins by 28 August 2026 at the latest: today is the last day."),
        ("2008-11-28", "care begins by 29 August 2026 at the latest: 1 day left."),
    ],
)
def test_the_last_day_for_13_weeks_is_the_91st_before_18(officer, born, said):
    """28 August to 26 November are 91 days, both ends counted."""
    assert said in case_of(officer, born).words


def test_every_last_day_stands_with_its_date_its_days_and_its_source(officer):
    page = about(officer, case_of(officer, "2009-01-15"))
    for what, day in (
        ("13 weeks in care", "16 October 2026 : 49 days left"),
        ("Care under section 20", "14 January 2027 : 139 days left"),
        ("At least one day in care", "14 January 2027 : 139 days left"),
        ("All 56 days", "19 November 2026 : 83 days left"),
        ("Personal support and a bed under section 17", "14 January 2027 : 139 days left"),
        ("Priority need under Part VII because", "14 January 2027 : 139 days left"),
        ("Priority need under Part VII as somebody under 21", "14 January 2030"),
        ("A personal adviser until 25", "14 January 2034"),
    ):
        assert row(page, what).startswith(day), what
    for source in (
        "Children Act 1989, section 23A and Schedule 2, paragraph 19B",
        "Our reading, to be confirmed by the council, A32",
        "Homelessness (Priority Need for Accommodation) (England) Order 2002, articles 4 and 5",
        "Joint protocol V4 (January 2019), section 5.2, paragraph 3",
    ):
        assert source in page.words
    firsts = [line.td.get_text().split(",")[0] for line in page.soup.select("tbody tr")]
    assert firsts[0].startswith("13 weeks"), "what runs out first comes first"


def test_an_assessment_that_would_run_past_18_is_said(officer, clock):
    """The referral came on 28 August: 45 working days end on 2 November."""
    in_time = row(about(officer, case_of(officer, "2008-11-03")), "The single assessment")
    assert "Its time limit is 2 November 2026, before they are 18." in in_time
    past = row(about(officer, case_of(officer, "2008-11-02")), "The single assessment")
    assert "Its time limit is 2 November 2026, after they turn 18" in past
    assert "Decide before the birthday" in past


def test_an_age_nobody_knows_is_said_and_is_that_of_a_child(officer):
    case = decided(officer, came(officer, where="nowhere", asked="now"))
    for page in (case, about(officer, case)):
        assert (
            "It cannot be told how long it is to 18: their date of birth is not known. They are "
            "treated as a child." in page.words
        )
        assert "turn 18 t" not in page.words
    assert not about(officer, case).soup.select("tbody tr")


def test_somebody_whose_age_is_in_doubt_stays_a_child(officer):
    case = decided(officer, came(officer, where="nowhere", age="in_doubt", asked="now"))
    assert "They are treated as a child." in about(officer, case).words


def test_of_two_dates_of_birth_the_earlier_one_counts(officer):
    card = came(officer, **NOWHERE)
    case = decided(officer, card, name="Sam")
    answer(officer, card, "age", age="date_of_birth", date_of_birth=["15", "12", "2008"])

    page = about(officer, case)

    assert "109 days left, until 15 December 2026. When they were born is in doubt" in page.words
    assert "so that nothing is decided too late" in page.words


def test_born_on_29_february_the_last_day_is_28_february(browse, clock):
    clock.set("2026-02-26 10:00")
    officer = browse(OFFICER)
    page = about(officer, case_of(officer, "2008-02-29"))
    assert row(page, "Care under section 20").startswith("28 February 2026 : 2 days left")


@pytest.mark.parametrize(
    ("moment", "now"),
    [
        ("2026-01-14 10:00", 0),
        ("2026-01-15 10:00", 1),
        ("2026-07-14 10:00", 1),
        ("2026-07-15 10:00", 2),
        ("2026-07-16 10:00", 2),
    ],
)
def test_planning_for_18_is_asked_for_at_17_and_at_17_and_a_half(browse, clock, moment, now):
    clock.set(moment)
    officer = browse(OFFICER)
    page = about(officer, case_of(officer, "2009-01-15"))
    prompts = page.part("Plan before 18")
    assert prompts.count("Now ") == now
    assert "15 January 2026" in prompts
    assert "15 July 2026" in prompts
    assert "Our rule, to be confirmed by the council" in prompts


def test_whether_they_are_18_goes_by_londons_clocks(officer, browse, clock):
    """Ten past eleven at night by Greenwich is the next day in a British summer."""
    case = case_of(officer, "2009-06-15")
    clock.moment = datetime(2027, 6, 14, 23, 10, tzinfo=UTC)
    officer = browse(OFFICER)
    assert "They turn 18 today." in officer.get(case.url).words
    assert "Care under section 20" in about(officer, case).words
    assert "1 day" not in row(about(officer, case), "Care under section 20").split(",")[0]
