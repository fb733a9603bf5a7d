"""Placing somebody: every gate is met, or a manager departs from it, and the bed never waits."""

import pytest

from tests.web.conftest import OFFICER, OTHER_OFFICER
from tests.web.once import taken_once
from tests.web.placing import (
    CONFIRM,
    FOSTER,
    FRIDAY_NIGHT,
    PROPOSE,
    answered,
    opened,
    proposed,
    reasons,
    with_every_gate_met,
)

EDT, SOCIAL_WORKER = "emergency_duty_team_worker", "social_worker"
MANAGER, OTHER_MANAGER, HEAD = "team_manager", "social_work_duty_manager", "head_of_service"
BY_PHONE = "Rung at 11.40pm: go ahead, look again on Tuesday."
TUESDAY = "2026-09-01 10:00"
WHY = ["Enter why it has to be without the Youth Offending Team"]


@pytest.fixture
def worker(browse):
    return browse(SOCIAL_WORKER)


@taken_once
def case(worker):
    return opened(worker)


def row(page, key):
    """What stands beside a key of the summary."""
    (found,) = [dt for dt in page.soup.select("dt") if dt.text == key]
    return " ".join(found.find_next("dd").text.split())


def gates(page):
    """Gate → how it stands."""
    items = page.soup.select("li[id^=gate-]")
    return {
        item.select_one(".app-cited").text.rpartition("(")[2].rstrip(")"): item.strong.text
        for item in items
    }


def id_of_worker(page, name):
    """The value to post for a manager by name."""
    labels = page.soup.select("label[for^=manager]")
    (found,) = [each for each in labels if name in each.text]
    return page.soup.find(id=found["for"])["value"]


def test_with_every_gate_met_a_button_confirms_and_the_case_says_where_and_since_when(
    worker, case, record
):
    with_every_gate_met(worker, case)
    page = proposed(worker, case, escort="Pat Made-Up", introduced_by="Ann Made-Up")
    assert set(gates(page).values()) == {"Met"}
    assert "Which manager agrees?" not in page.words

    worker.submit(page, CONFIRM)

    again = worker.get(case)
    assert (
        "Tonight In foster care, Mrs Bright, 1 Elm Road, 020 7946 0000, since today at 6:30pm, "
        "confirmed by Worker social_worker today at 4:50pm. Legal basis: not decided yet ."
    ) in again.words
    assert "On record: Pat Made-Up goes with them, Ann Made-Up introduces them." in again.words
    assert "Visit them every day" in again.words
    assert "A placement was confirmed" in again.words
    assert record.last("record_saved")["record"] == "placement"
    assert not record.entries("signature_asked")
    record.is_sound()


def test_a_blank_is_not_known_and_says_who_can_settle_it(worker, case):
    page = proposed(worker, case, away_from_rivals=None, provider_registered=None)
    assert gates(page) == {
        "4.1-b-placement": "Not known yet",
        "4.1-d-placement": "Not known yet",
        "4.1-e-placement": "Met",
        "law-registered": "Not known yet",
    }
    assert "Social worker can settle it." in page.words
    assert "Not known: whether they are open to the Youth Offending Team" in page.words


@pytest.mark.parametrize(
    ("more", "gate", "stands"),
    [
        ({"high_level_support": "no"}, "4-d", "Not met"),
        ({"high_level_support": None}, "4-d", "Not known yet"),
        ({"high_level_support": "yes"}, "4-d", "Met"),
        ({"not_shared_with_very_vulnerable": "no"}, "4.1-e-placement", "Not met"),
        ({"provider_registered": "no"}, "law-registered", "Not met"),
        ({}, "law-under-16", "Met"),
    ],
)
def test_each_gate_is_told_of_this_place(worker, case, more, gate, stands):
    answered(worker, case, "danger", gang_involved="yes")
    page = proposed(worker, case, kind="supported_accommodation", **more)
    assert gates(page)[gate] == stands


def test_the_gates_are_those_of_the_proposal_and_not_of_where_they_slept_before(worker, case):
    with_every_gate_met(worker, case)
    answered(worker, case, "danger", gang_involved="yes")
    worker.submit(proposed(worker, case), CONFIRM)
    page = proposed(worker, case, place="The Limes", away_from_rivals="no")
    assert gates(page)["4.1-d-placement"] == "Not met"


def test_the_youth_offending_team_is_asked_anew_about_a_second_place(worker, case):
    yot = {"open_to_youth_offending_team": "yes", "youth_offending_team_consulted": "yes"}
    answered(worker, case, "youth-offending-team", **yot)
    first = proposed(worker, case)
    assert gates(first)["4.1-b-placement"] == "Met"
    worker.submit(first, CONFIRM)
    second = proposed(worker, case, place="The Limes")
    assert gates(second)["4.1-b-placement"] == "Not known yet"
    answered(worker, case, "youth-offending-team", **yot)
    assert gates(worker.get(second.url))["4.1-b-placement"] == "Met"


@pytest.mark.parametrize("kind", ["bed_and_breakfast", "supported_accommodation"])
def test_a_place_where_no_child_may_be_cannot_be_confirmed_at_all(worker, case, record, kind):
    page = proposed(worker, case, kind=kind, provider_registered="no")
    assert "This place cannot be confirmed." in page.words
    assert set(gates(page).values()) == {"Not met"}
    assert "Nobody can depart from this." in page.words
    assert not [f for f in page.soup.main.find_all("form") if CONFIRM in f.text]

    carried = worker.get(f"{case}/placements/propose").filled()
    carried |= {"manager": "nobody", "said": "No answer.", "why-law-registered": "No other bed."}
    refused = worker.post(page.url, carried, status=409)

    assert refused.errors == [
        "This place cannot be confirmed. Find another one, or record what has happened"
    ]
    assert not record.entries("placement_confirmed")


def test_at_night_a_manager_agrees_by_phone_and_what_is_left_open_is_answered_for_next_day(
    browse, clock, record
):
    clock.set("2026-08-28 23:30")
    night = browse(EDT)
    case = opened(night)
    page = proposed(night, case, at=FRIDAY_NIGHT, away_from_rivals=None)
    assert "Worker emergency_duty_team_worker, who said so" not in page.words
    by = id_of_worker(page, "Worker team_manager")
    why = reasons(page)
    assert set(why) == {"why-4.1-b-placement", "why-4.1-d-placement"}

    night.submit(page, CONFIRM, manager=by, said=BY_PHONE, **why)

    at_night = night.get(case)
    assert "In foster care" in at_night.words
    assert "2 to answer for: In foster care" in at_night.words
    assert "Waiting for the Duty manager, Duty and Assessment Team, or the Team manager" in (
        at_night.words
    )
    asked = "Find out whether a rival or high-profile gang area is near where they sleep now"
    assert asked in browse(SOCIAL_WORKER).get("/").words

    clock.set(TUESDAY)
    manager, day = browse(MANAGER), browse(SOCIAL_WORKER)
    signing = manager.get(manager.get("/").soup.select_one("main a[href^='/signatures/']")["href"])
    assert "A placement with something left open" in signing.words
    assert "Nobody answers at night." in signing.words
    assert "until it is known that no rival or high-profile gang area is near" in signing.words
    manager.submit(signing, "Save", says="agree")
    placement = page.url
    for rule in ("4.1-b-placement", "4.1-d-placement"):
        answer = day.get(f"{placement}/gates/{rule}")
        day.submit(answer, "Save", answer="met", words="Asked at nine: nobody of theirs is near.")
    closed = day.get(case)
    assert "to answer for: In foster care" not in closed.words
    assert asked not in closed.part("Not done yet")
    assert "Asked at nine: nobody of theirs is near." in day.get(placement).words
    assert record.last("record_saved")["fields"]["away_from_rivals"]["value"] == "yes"
    assert "Answered for what was left open" in closed.words
    record.is_sound()


def test_if_nobody_can_be_reached_the_bed_does_not_wait(worker, case, record):
    page = proposed(worker, case)
    said = "Tried both at 5pm and at 6pm."
    worker.submit(page, CONFIRM, manager="nobody", said=said, **reasons(page))
    assert "In foster care" in worker.get(case).words
    assert "No manager could be reached." in worker.get(page.url).words
    assert record.last("signature_asked")["asked_of"] == [MANAGER, OTHER_MANAGER]


def test_whoever_proposed_a_place_agrees_to_no_departure_of_their_own(browse, case, record):
    proposer, other = browse(OTHER_MANAGER), browse(MANAGER)
    page = proposed(proposer, case)
    values = [each["value"] for each in page.soup.select("input[name=manager]")]
    me = record.entries("placement_proposed")[-1].human_id
    assert "self" not in values
    assert me not in values
    for wrong in ("self", me, "somebody"):
        refused = proposer.submit(
            page, CONFIRM, 400, manager=wrong, said="I agree.", **reasons(page)
        )
        assert refused.error_beside("manager") == "Select who agrees"
        assert refused.typed(CONFIRM)["said"] == ["I agree."]
    assert not record.entries("placement_confirmed")

    worker = browse(SOCIAL_WORKER)
    by_worker = proposed(worker, case)
    agreeing = other.get(by_worker.url)
    other.submit(agreeing, CONFIRM, manager="self", said="Seen it.", **reasons(agreeing))
    assert record.last("placement_confirmed")["agreed"]["how"] == "self"
    assert not record.entries("signature_asked")


def test_who_confirmed_does_not_sign_or_let_them_stay(browse, case, record):
    """The same human, with another hat."""
    confirming = browse(MANAGER)
    page = proposed(confirming, case)
    confirming.submit(page, CONFIRM, manager="nobody", said="No answer.", **reasons(page))
    gate = f"{page.url}/gates/4.1-b-placement"
    refused = confirming.submit(
        confirming.get(gate), "Save", 400, answer="stays", words="They settle well."
    )
    assert refused.error_beside("answer") == "Select how it stands now"
    assert refused.typed("Save")["words"] == ["They settle well."]
    senior = browse("service_manager")
    senior.submit(senior.get(gate), "Save", answer="stays", words="They settle well.")
    assert record.last("placement_gate_closed")["answer"] == "stays"


def test_where_they_no_longer_sleep_nothing_is_left_to_find_out(worker, case, record):
    page = proposed(worker, case)
    worker.submit(page, CONFIRM, manager="nobody", said="No answer.", **reasons(page))
    gate = f"{page.url}/gates/4.1-b-placement"
    assert [each["value"] for each in worker.get(gate).soup.select("input[name=answer]")] == ["met"]
    with_every_gate_met(worker, case)
    worker.submit(proposed(worker, case, place="The Limes"), CONFIRM)
    worker.submit(worker.get(gate), "Save", answer="moved", words="They are at The Limes.")
    assert record.last("placement_gate_closed")["facts"] == {}
    assert "to answer for" not in worker.get(case).words


def test_a_provider_found_not_to_be_registered_is_told_upwards_next_day(browse, worker, case):
    with_every_gate_met(worker, case)
    page = proposed(worker, case, kind="supported_accommodation", provider_registered=None)
    assert gates(page)["law-registered"] == "Not known yet"
    worker.submit(page, CONFIRM, manager="nobody", said="No answer.", **reasons(page))
    gate = worker.get(f"{page.url}/gates/law-registered")
    worker.submit(gate, "Save", answer="unfit", words="Not on the register.")
    assert "A child sleeps where no child may be placed" in browse(HEAD).get("/").words


def test_it_happened_and_the_head_of_service_has_it_at_once(browse, worker, case, record, clock):
    page = worker.get(f"{case}/placements/has-happened")
    happened = {
        "kind": "bed_and_breakfast",
        "place": "The Anchor",
        "at": ["27", "8", "2026", "22:00"],
        "why": "No other bed was found.",
        "next_bed": "Foster carers are being rung.",
    }
    worker.submit(page, "Record that this has happened", **happened)
    again = worker.get(case)
    assert (
        "Tonight In bed and breakfast, or a hotel, The Anchor, since yesterday at 10pm. Nobody has "
        "confirmed this bed. Another one is found today"
    ) in again.words
    assert "Tell the head of service at once, and find another bed today" in again.words
    assert "A child sleeps where no child may be placed" in browse(HEAD).get("/").words
    assert "confirmed by" not in row(again, "Tonight")
    record.is_sound()

    with_every_gate_met(worker, case)
    clock.forward(hours=1)
    worker.submit(proposed(worker, case), CONFIRM)
    assert "In foster care, Mrs Bright" in row(worker.get(case), "Tonight")
    assert "No longer asked for: close it" in worker.get(case).words


def test_a_16_year_old_is_placed_elsewhere_only_with_a_reason(browse, record):
    worker = browse(SOCIAL_WORKER)
    case = opened(worker, date_of_birth=["15", "1", "2010"])
    page = worker.get(f"{case}/placements/propose")
    elsewhere = {**FOSTER, "kind": "supported_accommodation"}
    refused = worker.submit(page, PROPOSE, 400, **elsewhere)
    assert refused.error_beside("why_not_foster") == (
        "Enter why it is not foster care or a residential home"
    )
    assert refused.typed(PROPOSE)["place"] == [FOSTER["place"]]
    shown = worker.follow(worker.submit(refused, PROPOSE, why_not_foster="No carer is free."))
    assert "No carer is free." in shown.words
    assert "Foster care or a residential home comes first for them." in shown.words
    assert worker.submit(page, PROPOSE, **FOSTER).status == 302


@pytest.mark.parametrize(
    ("question", "typed", "message"),
    [
        ("kind", None, "Select what kind of place it is"),
        ("kind", "castle", "Select what kind of place it is"),
        ("place", "", "Enter which place it is"),
        ("place", "x" * 301, "The carer or place must be 300 characters or fewer"),
        ("at", ["", "", "", ""], "Enter the day and time they move in"),
        ("at", ["31", "2", "2026", "10:00"], "When they move in must be a real date"),
        ("away_from_rivals", "perhaps", "Select one of the answers shown"),
        ("weighed", "x" * 2001, "What you weighed must be 2,000 characters or fewer"),
    ],
)
def test_what_is_wrong_in_a_proposal_is_said_and_nothing_is_lost(
    worker, case, record, question, typed, message
):
    before = record.entries()
    page = worker.get(f"{case}/placements/propose")
    given = {**FOSTER, "introduced_by": "Ann", question: typed}
    refused = worker.submit(page, PROPOSE, 400, **given)
    assert refused.errors == [message]
    assert refused.error_beside(question) == message
    assert refused.typed(PROPOSE)["introduced_by"] == ["Ann"]
    assert record.entries() == before


def test_a_departure_without_a_reason_or_a_manager_confirms_nothing(worker, case, record):
    page = proposed(worker, case)
    refused = worker.submit(page, CONFIRM, 400, said="Rung at 5pm.")
    assert refused.errors == [*WHY, "Select who agrees"]
    assert refused.typed(CONFIRM) == {"said": ["Rung at 5pm."]}
    assert not record.entries("placement_confirmed")


def test_pressed_twice_it_is_confirmed_once(worker, case, record):
    with_every_gate_met(worker, case)
    proposing = worker.get(f"{case}/placements/propose")
    first = worker.submit(proposing, PROPOSE, **FOSTER)
    assert worker.submit(proposing, PROPOSE, **FOSTER).location == first.location
    assert len(record.entries("placement_proposed")) == 1
    page = worker.follow(first)
    worker.submit(page, CONFIRM)
    worker.submit(page, CONFIRM)
    assert len(record.entries("placement_confirmed")) == 1
    assert len(record.entries("bed_confirmed")) == 1
    tasks = [e.body["rule_id"] for e in record.entries("task_created")]
    assert len(tasks) == len(set(tasks))


def test_two_desks_confirm_one_place_once(browse, worker, case, record):
    with_every_gate_met(worker, case)
    page = proposed(worker, case)
    other = browse(OTHER_OFFICER)
    theirs = other.get(page.url)
    worker.submit(page, CONFIRM)
    refused = other.submit(theirs, CONFIRM, 409)
    assert "Somebody else has confirmed this place already" in refused.errors[0]
    assert len(record.entries("placement_confirmed")) == 1


def test_what_changed_since_the_page_was_shown_is_looked_at_first(browse, worker, case, record):
    with_every_gate_met(worker, case)
    page = proposed(worker, case)
    answered(browse(OFFICER), case, "youth-offending-team", open_to_youth_offending_team="yes")
    refused = worker.submit(page, CONFIRM, 409)
    assert refused.errors == [
        "Something has changed since you opened this page. Look at it again, then confirm"
    ]
    assert gates(refused)["4.1-b-placement"] == "Not known yet"
    assert not record.entries("placement_confirmed")


def test_a_gate_is_answered_for_once(worker, case, record, browse):
    page = proposed(worker, case)
    worker.submit(page, CONFIRM, manager="nobody", said="No answer.", **reasons(page))
    url = f"{page.url}/gates/4.1-b-placement"
    gate, theirs = worker.get(url), browse(EDT).get(url)
    refused = worker.submit(gate, "Save", 400, answer="met")
    assert refused.errors == ["Enter how you know, and what has been decided"]
    worker.submit(gate, "Save", answer="met", words="They were asked.")
    worker.submit(gate, "Save", answer="met", words="They were asked.")
    late = browse(EDT).submit(theirs, "Save", None, answer="met", words="I asked too.")
    assert late.status in (400, 409)
    assert len(record.entries("placement_gate_closed")) == 1
    worker.get(f"{page.url}/gates/4-z", 404)
    worker.get(f"{page.url}/gates/law-registered", 404)
