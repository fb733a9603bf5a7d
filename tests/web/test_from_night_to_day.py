"""The night team records, and the day team takes over. The young person does not start again."""

import pytest

from store import accounts
from store.tables import rebuild
from tests.web.browser import line
from tests.web.conftest import OFFICER, OTHER_OFFICER, PASSWORD
from tests.web.journey import BED, NOWHERE, SAVE, came, decided, deciding
from tests.web.once import taken_once

EDT = "emergency_duty_team_worker"
SATURDAY_NIGHT = "2026-08-29 23:00"  # Monday is a bank holiday
TUESDAY_MORNING = "2026-09-01 08:50"
I_HAVE_IT, TAKE_OVER = "I have it for the Emergency Duty Team", "I have it now"
FROM_THE_NIGHT = "From out of hours, not taken over yet"
HAND_OVER = "Hand the record over to the day team"
RING = "Ring the Emergency Duty Team now"


@pytest.fixture
def night(browse, clock):
    clock.set(SATURDAY_NIGHT)
    return browse(EDT)


@taken_once
def case(night):
    """Recorded at 11pm, with a bed, by the worker on duty."""
    page = night.submit(deciding(night, came(night, **NOWHERE)), SAVE, **BED, name="Robin")
    hand_over = night.follow(page)
    night.submit(hand_over, I_HAVE_IT)
    place = {"bed-where": "foster", "bed-place": "Mrs Bright", "bed-confirmed_by": "Erin, EDT"}
    night.submit(night.get(hand_over.url), "Save the bed", **place)
    return night.get(hand_over.url.removesuffix("/hand-over"))


@pytest.fixture
def morning(browse, clock):
    """Somebody of the day team, before the office opens."""

    def start(who=OFFICER, moment=TUESDAY_MORNING):
        clock.set(moment)
        return browse(who)

    return start


def test_whoever_is_on_duty_says_so_and_rings_nobody(night):
    page = night.follow(night.submit(deciding(night, came(night, **NOWHERE)), SAVE, **BED))
    assert f"{RING}, 020 8359 2000 , unless you are who they would reach" in page.words
    assert "Still open Nobody has accepted it yet. No bed is confirmed yet." in page.words

    night.submit(page, I_HAVE_IT)

    page = night.get(page.url)
    assert f"Worker {EDT} has it for the Emergency Duty Team, since today at 11pm" in page.words
    assert "until somebody accepts and a bed is confirmed" in page.words
    assert I_HAVE_IT not in page.words


def test_only_the_emergency_duty_team_takes_it_that_way(officer, clock):
    clock.set("2026-08-28 17:10")
    page = officer.follow(officer.submit(deciding(officer, came(officer, **NOWHERE)), SAVE, **BED))
    assert I_HAVE_IT not in page.words
    officer.post(f"{page.url}/i-have-it", page.filled("Save the call"), status=403)


def test_with_a_bed_and_somebody_who_has_it_the_hand_over_is_done(night, case):
    page = night.get(f"{case.url}/hand-over")
    assert "Handed over Somebody has accepted it, and a bed is confirmed." in page.words
    assert RING not in page.words
    assert RING not in case.words


def test_in_the_morning_the_day_team_sees_what_the_night_left(case, morning):
    for who in (OFFICER, "social_worker", "housing_duty_manager", "mash_manager", "team_manager"):
        left = morning(who).get("/").words
        assert FROM_THE_NIGHT in left, who
        assert "Robin" in left
        assert "Sleeping Foster care, Mrs Bright, confirmed by Erin, EDT" in left
        assert f"Held by Worker {EDT}, since Saturday 29 August at 11pm" in left
        assert "Take over by Today, by 9am" in left
        assert "Nobody has acknowledged it. To be allocated today, by 12 noon" in left


def test_one_whom_the_night_has_not_decided_on_is_not_lost(night, morning):
    card = came(night, where="homeless", asked="now")
    assert FROM_THE_NIGHT not in night.get("/").words, "it is with their own work"

    day = morning()

    left = day.get("/").words
    assert FROM_THE_NIGHT in left
    assert "Nobody has decided about these young people yet" in left
    assert f"started Saturday 29 August at 11pm by Worker {EDT}" in left
    link = next(a for a in day.get("/").soup.main.find_all("a") if a["href"] == card.url)
    assert day.get(link["href"]).status == 200
    assert card.url not in morning("auditor").get("/").text


def test_what_was_started_today_is_its_own_workers(officer, browse, clock):
    card = came(officer, where="homeless", asked="now")
    assert card.url not in browse(OTHER_OFFICER).get("/").text
    clock.set("2026-08-29 10:00")  # nobody came back to it
    assert card.url in browse(OTHER_OFFICER).get("/").text


def test_a_day_worker_takes_over_without_the_night_worker_and_the_tasks_move(case, morning):
    day = morning("social_worker")
    page = day.get(day.get(case.url).soup.find("a", string="Take over this case")["href"])
    assert f"Worker {EDT} holds it now" in page.words
    move, stay = page.words.split("These stay where they are:")
    assert HAND_OVER in move
    assert "Allocate to the Duty and Assessment Team. MASH social worker." in stay
    number = len(page.soup.main.select("ul")[0].find_all("li"))

    day.submit(page, TAKE_OVER)

    taken = day.get(case.url)
    assert taken.heading == "Robin"
    assert "Held by Worker social_worker" in taken.words
    assert "Decide the legal basis of the bed" in taken.part("Not done yet")
    left = taken.part("Not done yet")
    assert HAND_OVER not in left, "that is done with it"
    assert "Emergency Duty Team worker. Taken by Worker social_worker." in left
    assert "MASH social worker. Until accepted: MASH manager." in left
    happened = taken.part("What happened")
    assert "Case handed to another worker by Worker social_worker, Social worker" in happened
    assert f"To Worker social_worker, with {number} open tasks." in happened
    assert "Moved: Decide the legal basis of the bed" in happened
    done = "Task done by Worker social_worker, Social worker Recorded today at 8:50am"
    assert f"{done} {HAND_OVER}" in happened
    assert FROM_THE_NIGHT not in morning(OFFICER).get("/").words
    assert FROM_THE_NIGHT not in day.get("/").words
    assert "Decide the legal basis" in day.get("/").part("To do, soonest first")


def test_a_colleague_of_the_same_night_taking_over_leaves_it_for_the_day(
    case, browse, morning, record
):
    with record.database() as db:
        human = accounts.add_human(db, "Second Night")
        accounts.add_account(db, human, "second@council.example", PASSWORD, EDT)
    second = browse()
    second.sign_in("second@council.example", PASSWORD)

    second.submit(second.get(f"{case.url}/take-over"), TAKE_OVER)

    assert "Held by Second Night" in second.get(case.url).words
    assert FROM_THE_NIGHT in morning().get("/").words
    record.holds()


def test_handed_at_night_to_somebody_who_is_not_there_it_still_waits_for_the_day(
    night, case, morning
):
    form = night.get(f"{case.url}/hand-to")
    label = next(each for each in form.soup.select("label") if "other_officer" in each.text)
    to = form.soup.find(id=label["for"])["value"]
    night.submit(form, "Hand over the case", to=to, why="You know them.")

    assert "Held by Worker other_officer" in morning().get("/").words

    day = morning(OFFICER, "2026-09-01 09:30")
    day.submit(day.get(f"{case.url}/take-over"), TAKE_OVER)
    assert FROM_THE_NIGHT not in day.get("/").words


def test_two_who_take_over_at_once_do_not_take_it_from_each_other_unseen(case, morning, browse):
    one, other = morning("social_worker"), browse(OFFICER)
    theirs = other.get(f"{case.url}/take-over")
    one.submit(one.get(f"{case.url}/take-over"), TAKE_OVER)

    page = other.submit(theirs, TAKE_OVER, 409)

    assert page.errors == ["Somebody else has the case now. Look again, then decide"]
    assert "Worker social_worker holds it now" in page.words
    assert "Held by Worker social_worker" in other.get(case.url).words


def test_taking_over_twice_with_the_same_button_is_once(case, morning, record):
    day = morning()
    page = day.get(f"{case.url}/take-over")
    for _ in range(2):
        day.submit(page, TAKE_OVER)
    assert len(record.entries("case_handed_to")) == 1


def test_in_the_morning_mash_is_open_and_nobody_is_sent_to_the_night_team(night, morning):
    page = night.follow(night.submit(deciding(night, came(night, **NOWHERE)), SAVE, **BED))
    assert RING in page.words
    day = morning(OFFICER, "2026-09-01 09:00")

    words = day.get(page.url).words

    assert RING not in words
    assert "Still open Nobody has accepted it yet. No bed is confirmed yet." in words


def test_a_call_before_midnight_can_be_recorded_after_it(night, clock, record):
    page = night.follow(night.submit(deciding(night, came(night, **NOWHERE)), SAVE, **BED))
    clock.set("2026-08-30 00:10")
    call = {"edt-spoken_to": "Ann", "edt-rung_at": "23:50", "edt-accepted": "no"}

    night.submit(night.get(page.url), "Save the call", **call)

    assert "Emergency Duty Team rung yesterday at 11:50pm: Ann." in night.get(page.url).words
    call["edt-rung_at"] = "00:11"
    wrong = night.submit(night.get(page.url), "Save the call", 400, **call)
    assert wrong.errors == ["The time of the call must be earlier than now"]


def test_whoever_holds_it_sees_at_home_that_it_is_still_open(officer, clock):
    case = decided(officer, came(officer, **NOWHERE), name="Sam")
    home = officer.get("/")
    assert "Nobody has accepted it yet. No bed is confirmed yet." in home.part(
        "Hand-overs still open"
    )
    clock.set("2026-08-28 17:00")
    home = officer.get("/")
    assert "ring the Emergency Duty Team now" in home.part("Hand-overs still open")
    assert home.soup.find("a", href=f"{case.url}/hand-over")


def test_a_restricted_case_is_handed_only_to_those_who_may_see_it(night, case, morning):
    restrict = night.get(f"{case.url}/restrict")
    label = next(each for each in restrict.soup.select("label") if "other_officer" in each.text)
    allowed = restrict.soup.find(id=label["for"])["value"]
    night.submit(restrict, "Restrict the case", allowed=allowed, why="A relative works here.")

    offered = [line(label) for label in night.get(f"{case.url}/hand-to").soup.select("label")]

    assert [name for name in offered if name.startswith("Worker")] == ["Worker other_officer"]
    assert "Robin" not in morning().get("/").text, "what the night left is hidden with the case"
    assert morning().get(f"{case.url}/take-over", status=404).status == 404
    assert "Robin" in morning(OTHER_OFFICER).get("/").words


def test_the_record_of_the_whole_night_holds_and_the_tables_can_be_rebuilt(case, morning, record):
    day = morning("social_worker")
    day.submit(day.get(f"{case.url}/take-over"), TAKE_OVER)
    record.holds()
    before = record.tables()
    with record.database() as db:
        rebuild(db)
    assert record.tables() == before
