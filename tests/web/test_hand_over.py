"""Handing over to MASH: sent with the decision, seen there at once, open until it is accepted."""

import pytest

from tests.web.conftest import OFFICER, OTHER_OFFICER, london
from tests.web.journey import BED, NOWHERE, SAVE, came, deciding

ACKNOWLEDGE = "I have it"


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


def handed_over(officer, name="Sam Tester", **answers):
    """The officer's hand-over page, right after the decision."""
    card = came(officer, **{**NOWHERE, **answers})
    page = officer.submit(deciding(officer, card), SAVE, **BED, name=name)
    return officer.follow(page)


def contact_at(mash, page):
    """The contact as MASH opens it from the list."""
    link = next(a for a in mash.get("/contacts").soup.main.find_all("a") if "Open" in a.text)
    return mash.get(link["href"])


def test_the_decision_sends_the_contact_in_the_same_transaction(officer, record):
    handed_over(officer)

    kinds = {entry.kind: entry.command_id for entry in record.entries()}
    assert kinds["contact_received"] == kinds["decision_made"] == kinds["contact_child_added"]
    received = record.last("contact_received")
    assert received["due_at"] == "2026-08-28T23:59:59+01:00"
    assert (received["kind"], received["rules"]) == ("referral", ["3-l"])
    record.holds()


def test_mash_sees_it_with_the_time_left_facts_first_and_no_colour(officer, mash, clock):
    handed_over(officer, family="refuses")
    clock.forward(minutes=10)

    words = mash.get("/contacts").words

    assert "Sam Tester" in words
    assert "6 hours 59 minutes left" in words
    assert words.index("Nowhere safe tonight") < words.index("Allocate by")
    assert "No, they do not want it" in words
    for colour in ("Blue", "Red", "Amber", "Green"):
        assert colour not in words


def test_the_officer_sees_that_mash_has_it(officer, mash, clock):
    page = handed_over(officer)
    assert "Nobody has acknowledged it yet" in page.words
    contact = contact_at(mash, page)
    clock.forward(minutes=3)

    mash.submit(contact, ACKNOWLEDGE)

    assert "Worker mash_social_worker has it" in officer.get(page.url).words
    assert "Nothing is waiting" in mash.get("/contacts").words


def test_acknowledging_twice_counts_once(officer, mash, browse, record):
    page = handed_over(officer)
    contact = contact_at(mash, page)
    second = browse("mash_manager")
    other = second.get(contact.url)
    mash.submit(contact, ACKNOWLEDGE)
    mash.submit(contact, ACKNOWLEDGE)

    second.submit(other, ACKNOWLEDGE)

    assert len(record.entries("contact_acknowledged")) == 1
    assert "Worker mash_social_worker has it" in officer.get(page.url).words


def test_at_five_with_nobody_accepting_the_officer_is_told_to_ring(officer, clock):
    page = handed_over(officer)
    clock.set("2026-08-28 16:59")
    assert "Ring the Emergency Duty Team now" not in officer.get(page.url).words

    clock.set("2026-08-28 17:00")

    assert "Ring the Emergency Duty Team now" in officer.get(page.url).words
    assert "020 8359 2000" in officer.get(page.url).words


def test_it_stays_open_until_somebody_has_accepted_and_a_bed_is_confirmed(officer, clock):
    url = handed_over(officer).url
    clock.set("2026-08-28 17:10")
    call = {"edt-spoken_to": "Night Worker", "edt-rung_at": "17:05"}
    officer.submit(officer.get(url), "Save the call", **call, **{"edt-accepted": "no"})
    assert "They have not accepted yet" in officer.get(url).words
    assert "Ring the Emergency Duty Team now" in officer.get(url).words

    officer.submit(officer.get(url), "Save the call", **call, **{"edt-accepted": "yes"})
    assert "Ring the Emergency Duty Team now" in officer.get(url).words, "no bed is confirmed"
    bed = {"bed-where": "foster", "bed-confirmed_by": "Ann, Placements"}
    officer.submit(officer.get(url), "Save the bed", **bed)

    words = officer.get(url).words
    assert "Ring the Emergency Duty Team now" not in words
    assert "Emergency Duty Team rung today at 5:05pm: Night Worker" in words
    assert "Foster care, confirmed by Ann, Placements" in words


def test_a_bed_without_its_support_package_does_not_open_the_gate(officer, record):
    page = handed_over(officer)

    bed = {"bed-where": "other", "bed-confirmed_by": "Ann", "bed-high_level_support": "not_known"}
    officer.submit(page, "Save the bed", **bed)

    case = officer.get(page.url.removesuffix("/hand-over"))
    card = officer.get(f"/young-person/{case.url.split('/')[2]}/tonight")
    assert "Do not use temporary accommodation" in card.part("Do not, tonight")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"edt-spoken_to": ""}, "Enter the name of whoever you spoke to"),
        ({"edt-rung_at": "17:11"}, "The time of the call must be earlier than now"),
        ({"edt-rung_at": "late"}, "Enter a time by the 24-hour clock, for example 09:30 or 23:15"),
        ({"edt-accepted": None}, "Select whether they accepted"),
    ],
)
def test_a_call_that_lacks_something_is_not_recorded_and_nothing_is_lost(
    officer, clock, record, wrong, message
):
    page = handed_over(officer)
    clock.set("2026-08-28 17:10")
    call = {"edt-spoken_to": "Night Worker", "edt-rung_at": "17:05", "edt-accepted": "yes"}

    shown = officer.submit(officer.get(page.url), "Save the call", 400, **{**call, **wrong})

    assert shown.errors == [message]
    typed = shown.typed("Save the call")
    assert typed.items() >= {k: [v] for k, v in {**call, **wrong}.items() if v}.items()
    assert not record.entries("emergency_duty_team_rung")


def test_out_of_hours_the_night_worker_records_and_mash_allocates_by_noon(browse, clock, record):
    clock.set("2026-08-29 22:15")  # Saturday; Monday is a bank holiday
    page = handed_over(browse("emergency_duty_team_worker"))

    assert "Ring the Emergency Duty Team now" in page.words
    assert record.last("contact_received")["due_at"] == "2026-09-01T12:00:00+01:00"
    clock.set("2026-09-01 09:05")
    day_officer = browse(OFFICER)
    case = day_officer.get(page.url.removesuffix("/hand-over"))
    assert case.heading == "Sam Tester", "nobody starts again"
    assert "2 hours 55 minutes left" in browse("mash_social_worker").get("/contacts").words


def test_no_referral_without_a_decision_to_refer(officer, record):
    card = came(officer, where="settled", safe_to_return_home="yes")
    decision = {"decision": "something_else", "reason": "Advice given.", "told": "Where to go."}
    officer.submit(deciding(officer, card), SAVE, **decision)

    assert not record.entries("contact_received")


def test_the_referral_prints_what_is_known_and_what_is_not(officer, mash):
    page = handed_over(officer)

    words = contact_at(mash, page).words

    assert "Referral to MASH as homeless or about to be" in words
    assert "Put out by a parent." in words
    assert "What is not known yet" in words
    assert "Whether somebody may be harming them" in words


def test_a_contact_from_a_restricted_case_is_invisible_even_as_a_name(officer, mash, browse):
    page = handed_over(officer)
    contact = contact_at(mash, page)
    case = page.url.removesuffix("/hand-over")
    restrict = officer.get(f"{case}/restrict")
    officer.submit(restrict, "Restrict the case", why="A relative works here.")
    card = f"/young-person/{case.split('/')[2]}"

    for other in (mash, browse(OTHER_OFFICER), browse("auditor")):
        assert "Sam Tester" not in other.get("/").text
        for hidden in (contact.url, case, f"{case}/hand-over", f"{card}/tonight", f"{card}/why"):
            assert other.get(hidden, status=None).status in (403, 404)
    assert "Sam Tester" in officer.get(case).words


def test_handing_the_case_on_moves_every_open_task_and_says_so(officer, browse, record):
    page = handed_over(officer)
    case = page.url.removesuffix("/hand-over")
    form = officer.get(f"{case}/hand-to")
    other = next(item for item in form.soup.select("label") if "Worker other_officer" in item.text)
    to = form.soup.find(id=other["for"])["value"]

    officer.submit(form, "Hand over the case", to=to, why="I go home at five.")

    words = officer.get(case).words
    assert "Case handed to another worker" in words
    assert "To Worker other_officer, with" in words
    moved = record.last("case_handed_to")["tasks"]
    assert len(moved) > 5
    assert "Refer to MASH" in browse(OTHER_OFFICER).get("/").part("To do, soonest first")
    assert "Taken by Worker other_officer" in words


def test_taking_a_task_says_who_has_it(officer):
    page = handed_over(officer)
    case = officer.get(page.url.removesuffix("/hand-over"))

    officer.submit(case, "Take")

    assert "Taken by Worker housing_needs_officer" in officer.get(case.url).words


def test_reading_a_contact_is_recorded_in_the_readers_stream(officer, mash, record):
    contact = contact_at(mash, handed_over(officer))

    with record.database() as db:
        read = list(db.query("select stream from journal where kind = 'contact_read'"))
    assert contact.status == 200
    assert {row["stream"].split(":")[0] for row in read} == {"account"}


def test_the_case_says_where_they_sleep_and_how_long_to_18(officer):
    page = handed_over(officer)
    case = officer.get(page.url.removesuffix("/hand-over"))
    assert "No bed is confirmed" in case.words
    assert "17, 140 days to 18" in case.words

    bed = {"bed-where": "high_support", "bed-confirmed_by": "Ann", "bed-high_level_support": "yes"}
    officer.submit(page, "Save the bed", **bed)

    words = officer.get(case.url).words
    assert "Supported accommodation with a high-level support package" in words
    assert "Legal basis: not decided yet" in words


def test_the_moment_of_the_call_is_kept_beside_the_moment_of_recording(officer, clock, record):
    page = handed_over(officer)
    clock.set("2026-08-28 17:40")
    call = {"edt-spoken_to": "Night Worker", "edt-rung_at": "17:05", "edt-accepted": "yes"}

    officer.submit(officer.get(page.url), "Save the call", **call)

    (entry,) = record.entries("emergency_duty_team_rung")
    assert entry.occurred_at == london("2026-08-28 17:05")
    assert entry.recorded_at == london("2026-08-28 17:40")


def test_mash_is_not_told_that_nobody_knows_yet_what_the_assessment_is_to_find_out(officer, mash):
    page = contact_at(mash, handed_over(officer))

    not_known = page.soup.find("details").text
    assert "Whether somebody may be harming them" in not_known
    assert "section 20" not in not_known
    assert "custody" not in not_known
