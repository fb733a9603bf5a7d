"""Walks about where they sleep: placed at night, put right next day, gone and back; and a place
where no child may be."""

from datetime import datetime, timedelta

from rules.calendar import LONDON
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import HEAD, NIGHT_EMAIL, SOCIAL_WORKER
from tests.browser.placement_places import confirm_without, day_and_time, propose

TEAM_MANAGER = "team.manager@frontdoor.example"
FRIDAY_NIGHT = datetime(2026, 8, 28, 23, 30, tzinfo=LONDON)
TUESDAY_MORNING = datetime(2026, 9, 1, 9, 30, tzinfo=LONDON)  # after the bank holiday
HOUR = timedelta(hours=1)


@on_a_telephone
def test_placed_at_night_answered_for_next_day_looked_after_gone_and_back(sit_down, front_door):
    front_door.open_at(FRIDAY_NIGHT)
    night = sit_down(NIGHT_EMAIL)
    night.card()
    night.decide()
    case = night.open_case()
    assert "No bed is confirmed" in night.words()
    assert "Legal basis: not recorded" in night.words()
    placement = propose(
        night,
        case,
        *("28", "8", "2026", "23:30"),
        kind="foster_care",
        place="Mrs Bright, 1 Elm Road",
        provider_registered="yes",
        high_level_support="yes",
        not_shared_with_very_vulnerable="yes",
        escort="Erin Example",
    )
    assert night.words().count("Not known yet Do not confirm") == 2
    confirm_without(night, "Tess Example", "Rung at 11.40pm: go ahead.", "Nobody answers.")
    assert night.heading() == "A confirmed placement"
    night.open(case)
    assert "In foster care, Mrs Bright, 1 Elm Road, since today at 11:30pm" in night.words()
    assert "2 to answer for:" in night.words()
    assert "Erin Example goes with them" in night.words()

    front_door.open_at(TUESDAY_MORNING)
    manager = sit_down(TEAM_MANAGER)
    manager.go(manager.page.locator("main a[href^='/signatures/']").first)
    assert manager.heading() == "A placement with something left open"
    manager.fill_in(says="agree")
    manager.press("Save")
    day = sit_down(SOCIAL_WORKER)
    assert "From out of hours, not taken over yet" in day.words()
    day.open(case)
    day.follow("Take over this case")
    day.press("I have it now")
    assert "Held by Sami Example" in day.words()
    for _ in range(2):
        day.open(placement)
        day.go(day.page.get_by_role("link", name="Answer for it").first)
        day.fill_in(answer="met", words="Asked at nine: nobody of theirs is near.")
        day.press("Save")
    day.open(case)
    assert "to answer for:" not in day.words()
    assert "Signed by Tess Example" in day.words()

    day.follow("Record the legal basis")
    day.fill_in(basis="s20", decided_by="Sami Example", reasons="They accept it.")
    day_and_time(day, "decided_at", "1", "9", "2026", "09:15")
    day.press("Record the legal basis")
    assert "under section 20 of the Children Act 1989, decided by Sami Example" in day.words()
    for clock in ("Hold the first review.", "Make the care plan", "Have their health assessed"):
        assert clock in day.words("section:has(#clocks)")
    assert "19 working days left" in day.words("section:has(#clocks)")

    day.follow("They left, or are missing")
    day_and_time(day, "at", "1", "9", "2026", "09:00")
    day.fill_in(said_by="Mrs Bright", done=["police"], police_reference="CAD 123")
    day.press("Save")
    assert "Their bed is held: In foster care, Mrs Bright" in day.words()
    assert "They have left, or are missing. The bed stays theirs." in day.warning()
    front_door.open_at(TUESDAY_MORNING + HOUR)
    day.open(case)
    day.follow("They are back")
    day_and_time(day, "at", "1", "9", "2026", "10:30")
    day.fill_in(said_by="Mrs Bright", where_tonight="With Mrs Bright.")
    day.press("Save")
    assert "In foster care, Mrs Bright, 1 Elm Road, since Friday 28 August" in day.words()
    assert "Within 72 hours of their return. 3 days left" in day.words("section:has(#clocks)")


@on_a_telephone
def test_bed_and_breakfast_is_never_confirmed_and_the_head_of_service_is_told(sit_down, front_door):
    worker = sit_down(SOCIAL_WORKER)
    worker.card()
    worker.decide()
    case = worker.open_case()
    propose(worker, case, "28", "8", "2026", "18:00", kind="bed_and_breakfast", place="The Anchor")
    assert "This place cannot be confirmed." in worker.words()
    assert not worker.page.get_by_role("button", name="Confirm the placement").count()

    worker.follow("record that it has happened")
    worker.fill_in(
        kind="bed_and_breakfast",
        place="The Anchor",
        why="No other bed was found.",
        next_bed="Foster carers are being rung.",
    )
    day_and_time(worker, "at", "28", "8", "2026", "16:00")
    worker.press("Record that this has happened")

    assert worker.path == case
    assert "The Anchor, since today at 4pm. Nobody has confirmed this bed." in worker.words()
    assert "find another bed today" in worker.words()
    head = sit_down(HEAD)
    assert "A child sleeps where no child may be placed" in head.words()
