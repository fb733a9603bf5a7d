"""The clocks on the case page: from when, until when, how much is left, and what is late."""

import pytest

from store.ids import new_id
from tests.web.browser import line
from tests.web.conftest import OFFICER
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once

ALLOCATE = "Allocate to the Duty and Assessment Team"
ASSESS = "Carry out the single assessment"
CLOSING = "Somebody accepts the referral"
RING = "Ring the Emergency Duty Team, record name and time"
REFER = "Refer to MASH"
FOLLOW_UP = "offer a follow-up by a contact they call safe"
TELL = "Tell them what is shared"
EDT = "emergency_duty_team_worker"


def clocks(page):
    """What runs → all that is said about it, in the order of the page."""
    table = page.soup.find(id="clocks").find_parent("section")
    rows = [row.find_all("td") for row in table.select("tbody tr")]
    return {line(what): line(when) for what, when in rows}


def clock_of(page, what):
    (found,) = (when for name, when in clocks(page).items() if what in name)
    return found


def at(browse, clock, moment, who=OFFICER):
    """Somebody signed in at that moment."""
    clock.set(moment)
    return browse(who)


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE))


def test_every_clock_says_its_limit_its_start_its_end_and_what_is_left(case):
    when = clock_of(case, ALLOCATE)
    assert when == "7 hours 9 minutes left Due tonight, by midnight Started today at 4:50pm."
    (what,) = (name for name in clocks(case) if ALLOCATE in name)
    assert "Limit: The same day. Out of hours: by 12:00 on the next working day (A41)." in what
    assert f"{TELL}, with whom and why." in " ".join(clocks(case))


def test_until_the_office_closes_it_is_said_how_long_there_is_to_find_somebody(
    officer, case, clock
):
    assert "10 minutes left Due today, by 5pm" in clock_of(case, CLOSING)

    clock.set("2026-08-28 17:20")

    running = clocks(officer.get(case.url))
    assert not [name for name in running if CLOSING in name]
    assert next(iter(running)).startswith(RING), "what ran out comes first"
    assert next(iter(running.values())).startswith("20 minutes late Due today, by 5pm")


def test_nobody_has_to_be_found_by_closing_time_once_somebody_and_a_bed_are(officer, case):
    hand_over = f"{case.url}/hand-over"
    bed = {"bed-where": "foster", "bed-confirmed_by": "Ann"}
    officer.submit(officer.get(hand_over), "Save the bed", **bed)
    assert clock_of(officer.get(case.url), CLOSING), "nobody has accepted yet"
    call = {"edt-spoken_to": "Erin", "edt-rung_at": "16:45", "edt-accepted": "yes"}
    officer.submit(officer.get(hand_over), "Save the call", **call)

    assert not [name for name in clocks(officer.get(case.url)) if CLOSING in name]


@pytest.mark.parametrize(
    ("came_at", "due"),
    [
        ("2026-08-29 23:00", "Tuesday 1 September, by 12 noon"),  # Saturday; Monday is a holiday
        ("2026-08-31 02:00", "tomorrow, by 12 noon"),  # the bank holiday Monday itself
        ("2026-09-01 00:00", "today, by 12 noon"),
        ("2026-09-01 08:59", "today, by 12 noon"),
        ("2026-09-01 09:00", "tonight, by midnight"),
        ("2026-09-01 16:59", "tonight, by midnight"),
        ("2026-09-01 17:00", "tomorrow, by 12 noon"),
        ("2026-09-01 23:59", "tomorrow, by 12 noon"),
        ("2026-09-04 17:00", "Monday 7 September, by 12 noon"),  # Friday
    ],
)
def test_allocation_is_due_that_day_or_by_noon_on_the_next_working_day(browse, clock, came_at, due):
    worker = at(browse, clock, came_at, EDT)
    case = decided(worker, came(worker, **NOWHERE))
    assert f"Due {due} Started" in clock_of(case, ALLOCATE)
    assert f"To be allocated {due}" in case.words


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2026-08-28 17:00", "45 working days left 66 calendar days left"),
        ("2026-08-31 10:00", "45 working days left 63 calendar days left"),  # a bank holiday
        ("2026-09-01 10:00", "44 working days left 62 calendar days left"),
        ("2026-10-30 10:00", "1 working day left 3 calendar days left"),
        ("2026-11-02 10:00", "Today is the last day"),
        ("2026-11-03 00:01", "1 working day late 1 calendar day late"),
        ("2026-11-09 10:00", "5 working days late 7 calendar days late"),
    ],
)
def test_the_assessment_counts_working_days_with_calendar_days_beside_it(
    browse, clock, case, day, left
):
    page = at(browse, clock, day).get(case.url)
    assert clock_of(page, ASSESS).startswith(left)
    assert "since they first asked for help" in clock_of(page, ASSESS)


def test_the_assessment_runs_from_when_social_care_first_knew_and_says_how_long_they_waited(
    browse, clock
):
    officer = at(browse, clock, "2026-08-28 10:00")
    asked = {"asked": "before", "asked_on": ["20", "8", "2026"]}
    case = decided(officer, came(officer, **{**NOWHERE, **asked}))

    when = clock_of(case, ASSESS)

    assert when.startswith("45 working days left")
    assert "8 days 1 hour since they first asked for help" in when
    assert "Children's social care first knew today at 10am" in when
    assert "late" in clock_of(case, ALLOCATE), "that one is counted from when they asked"


def test_the_emergency_duty_team_is_social_care_too(browse, clock):
    worker = at(browse, clock, "2026-08-29 23:00", EDT)
    case = decided(worker, came(worker, **NOWHERE))
    page = at(browse, clock, "2026-09-01 10:00").get(case.url)
    assert "Children's social care first knew Saturday 29 August at 11pm" in clock_of(page, ASSESS)


def test_while_social_care_does_not_know_it_is_counted_from_when_they_asked(officer, clock, browse):
    departing = {"departure_reason": "safety", "departure_words": "Their uncle works there."}
    case = decided(officer, came(officer, **NOWHERE), decision="something_else", **departing)
    assert "Children's social care does not know of them yet. Counted from today at 4:50pm" in (
        clock_of(case, ASSESS)
    )
    later = at(browse, clock, "2026-09-01 10:00")
    call = {"edt-spoken_to": "Erin", "edt-rung_at": "09:50", "edt-accepted": "no"}
    later.submit(later.get(f"{case.url}/hand-over"), "Save the call", **call)

    when = clock_of(later.get(case.url), ASSESS)

    assert when.startswith("45 working days left")
    assert "Children's social care first knew today at 9:50am" in when


def test_a_start_that_nobody_knows_is_said(officer):
    unknown = {**NOWHERE, "asked": "not_known"}
    case = decided(officer, came(officer, **unknown))
    assert "It is not known when they first asked. Counted from today at 4:50pm" in (
        clock_of(case, ALLOCATE)
    )
    assert "It is not known when they first asked for help" in clock_of(case, ASSESS)
    assert "First asked for help It is not known when" in case.words


def test_a_start_put_right_moves_what_is_counted_from_it_everywhere(officer, browse):
    card = came(officer, **{**NOWHERE, "asked": "not_known"})
    case = decided(officer, card)
    assert "7 hours 9 minutes left" in clock_of(case, ALLOCATE)

    answer(officer, card, "asked", asked="before", asked_on=["27", "8", "2026"])

    page = officer.get(case.url)
    assert clock_of(page, ALLOCATE).startswith(
        "16 hours 50 minutes late Due yesterday, by midnight"
    )
    assert "Time limit put right by the system" in page.part("What happened")
    assert "Yesterday, by midnight (late)" in officer.get("/").part("To do, soonest first")
    assert "16 hours 50 minutes late" in browse("mash_social_worker").get("/contacts").words


def test_a_clock_stops_when_the_record_shows_that_it_was_done(officer, case, clock):
    assert REFER not in " ".join(clocks(case)), "it was sent with the decision"
    assert "On record: sent today at 4:50pm" in case.part("Not done yet")
    clock.set("2026-08-29 00:30")

    page = officer.get(case.url)

    assert clock_of(page, TELL).startswith("30 minutes late")
    assert REFER not in " ".join(clocks(page))


def test_a_clock_stops_with_its_task(officer, case):
    done = next(
        form for form in case.soup.select("form") if form.button and ALLOCATE in form.button.text
        and "Done" in form.button.text
    )  # fmt: skip
    officer.post(done["action"], {i["name"]: i["value"] for i in done.find_all("input")}, 302)

    assert not [name for name in clocks(officer.get(case.url)) if ALLOCATE in name]


def test_at_once_is_not_a_clock_and_comes_first_on_the_list(case):
    assert "Make sure first of all that they are safe" not in " ".join(clocks(case))
    rows = case.soup.find(id="tasks").find_parent("section").select("tbody tr")
    when = [line(row.find_all("td")[1]) for row in rows]
    at_once = [words.startswith("At once since today at 4:50pm") for words in when]
    assert at_once[0]
    assert at_once == sorted(at_once, reverse=True)


def test_a_follow_up_runs_from_the_no_and_is_said_in_working_days(browse, clock):
    officer = at(browse, clock, "2026-08-27 10:00")
    home = {"where": "settled", "safe_to_return_home": "yes", "family": "agrees"}
    card = came(officer, **{**NOWHERE, **home, "risk_of_significant_harm": "no"})
    case = decided(officer, card, decision="something_else")
    relative = page_of(card, f"first-contact/carers/{(carer := new_id())}")
    officer.submit(officer.get(relative), name="Ann")
    said = officer.get(page_of(card, f"first-contact/family-views/{carer}"))
    officer.submit(said, contacted="yes", willing="yes")
    answer(officer, card, "their-view", view_of_going_home="I want to go home.")
    answer(officer, card, "objects", objects_to_going_home="no")
    answer(officer, card, "statutory-assessment", needs_statutory_assessment="no")
    clock.set("2026-08-27 15:00")
    answer(officer, card, "early-help", consents_to_early_help="no")

    when = clock_of(officer.get(case.url), FOLLOW_UP)

    assert when.startswith("5 working days left 8 calendar days left")
    assert "Due Friday 4 September, by midnight Started today at 3pm" in when
