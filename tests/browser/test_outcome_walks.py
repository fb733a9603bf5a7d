"""From what a young person says about section 20 to the outcome, and what comes after a no."""

import re
from contextlib import closing

from cli.demo import PASSWORD
from store import accounts
from store.database import connect
from tests.browser.case_parts import (
    added,
    answered,
    has_capacity,
    informed,
    never_in_care,
    record_outcome,
    says,
    section_20_is_owed,
)
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import SOCIAL_WORKER

ASSESSOR = "assessor@frontdoor.example"
TEAM_MANAGER = "team.manager@frontdoor.example"
STAY = "They stay accommodated, on a basis they accept."
WAITS = "Until it is signed, nothing that protects them ends."


def a_case(officer):
    officer.card()
    officer.decide()
    return re.sub("/hand-over$", "", officer.path)


def come_to(officer, case):
    """What the rules come to now, as the page says it."""
    officer.open(f"{case}/outcome")
    return officer.words(".govuk-body-l")


@on_a_telephone
def test_a_no_without_information_goes_round_until_it_is_section_17(sit_down):
    officer = sit_down()
    case = a_case(officer)
    social_worker = sit_down(SOCIAL_WORKER)
    section_20_is_owed(social_worker, case)
    never_in_care(social_worker, case)
    answered(social_worker, f"{case}/parts/section-20/objection", parent_objects_to_s20="no")

    officer.open(case)
    officer.follow("Section 20")
    assert "Record what they say the moment they say it." in officer.words()
    says(officer, case, "refuses", "I don't want to be in care.", "10:00")
    assert "I don't want to be in care." in officer.words()
    assert "Open: a bed they accept" in come_to(officer, case)
    assert STAY in officer.words()
    assert "Their no cannot be accepted yet." in officer.words()

    informed(officer, case, "11:00")
    says(officer, case, "refuses", "I have read it. Still no.", "12:00")
    assert STAY in (come_to(officer, case), officer.words())[1]
    has_capacity(social_worker, case, "12:30")
    assert come_to(social_worker, case) == "Housing under Part VII, with a child in need plan"

    assessor = sit_down(ASSESSOR)
    added(
        assessor,
        f"{case}/parts/section-20/housing",
        "Add a housing decision",
        "13:00",
        owes_accommodation="no",
        reason="not_homeless",
        written="yes",
    )
    assert STAY in (come_to(social_worker, case), social_worker.words())[1]
    assert "Now: Housing options assessor. Tonight, by midnight." in social_worker.words()
    says(officer, case, "refuses", "No. I asked for a flat.", "14:00")
    has_capacity(social_worker, case, "14:30")
    answered(social_worker, f"{case}/parts/section-20/section-17", s17_necessary="yes")
    assert come_to(social_worker, case) == "Accommodation under section 17"
    assert "plan together, so that they are not homeless" in social_worker.words()
    record_outcome(social_worker, case, "s17_accommodation", "A flat, then.")
    assert "A flat, then." in social_worker.words()
    assert "Second signature" not in social_worker.words()
    social_worker.follow("Back to the case")
    assert "Accommodation under section 17, recorded today at 4:50pm." in social_worker.words()


def test_a_parent_objects_and_in_the_end_they_accept(sit_down):
    officer = sit_down()
    case = a_case(officer)
    social_worker = sit_down(SOCIAL_WORKER)
    section_20_is_owed(social_worker, case)
    never_in_care(social_worker, case)
    answered(
        social_worker,
        f"{case}/parts/section-20/objection",
        parent_objects_to_s20="yes",
        objecting_parent_can_house="yes",
        objection_words="Dad wants them home.",
    )
    answered(social_worker, f"{case}/parts/section-20/court-order", live_with_holder_agrees="no")
    informed(officer, case, "09:00")
    says(officer, case, "refuses", "Not care. Not Dad either.", "10:00")
    has_capacity(social_worker, case, "10:30")
    objects = "An able parent objects, and they do not agree to section 20"
    assert come_to(social_worker, case) == objects
    record_outcome(social_worker, case, "parent_objects", "Not care. Not Dad either.")
    assert WAITS in social_worker.words()
    manager = sit_down(TEAM_MANAGER)
    manager.open(f"{case}/outcome")
    manager.go(manager.page.get_by_role("link", name="Open the signature"))
    assert "Not care. Not Dad either." in manager.words()
    manager.fill_in(says="agree")
    manager.press("Save")
    assert "Signed by Tess Example" in manager.words()

    says(officer, case, "accepts", "All right, section 20.", "15:00")
    assert come_to(social_worker, case) == "Accommodated under section 20, and looked after"
    record_outcome(social_worker, case, "s20_looked_after", "All right, section 20.")
    assert "Recorded before" in social_worker.words()
    manager.open("/advocacy")
    assert "1 with an offer of an advocate" in manager.words()
    assert "Offered by Sami Example" in manager.words()
    assert "Robin" not in manager.words()


@on_a_telephone
def test_not_in_need_takes_a_second_human(sit_down, front_door):
    officer = sit_down()
    case = a_case(officer)
    with closing(connect(front_door.database)) as db:
        sami = next(id for id, name in accounts.humans(db).items() if name == "Sami Example")
        accounts.add_account(db, sami, "sami.manager@frontdoor.example", PASSWORD, "team_manager")
    social_worker = sit_down(SOCIAL_WORKER)
    never_in_care(social_worker, case)
    for page, answers in (
        ("assessment/in-need", {"in_need": "no", "in_need_words": "Earns, and has an aunt."}),
        ("assessment/needs-accommodation", {"assessed_as_needing_accommodation": "no"}),
        (
            "section-20/with-family",
            {"agrees_to_live_with_family": "yes", "family_home_suitable_with_support": "yes"},
        ),
    ):
        answered(social_worker, f"{case}/parts/{page}", **answers)
    record_outcome(social_worker, case, "not_in_need", "I am fine at my aunt's.")
    assert WAITS in social_worker.words()
    assert "Until then they count as in need." in social_worker.words()

    herself = sit_down("sami.manager@frontdoor.example")
    herself.open(f"{case}/outcome")
    herself.go(herself.page.get_by_role("link", name="Open the signature"))
    assert "Somebody else has to sign this: it is your own decision." in herself.words()
    assert herself.page.locator("[name=says]").count() == 0
    assert come_to(herself, case) != "Not in need"

    manager = sit_down(TEAM_MANAGER)
    manager.open(f"{case}/outcome")
    manager.go(manager.page.get_by_role("link", name="Open the signature"))
    assert manager.heading().startswith("Not in need: a manager who did not write")
    manager.fill_in(says="agree")
    manager.press("Save")
    assert come_to(manager, case) == "Not in need"
    manager.open(f"{case}/assessment")
    assert "In need No Sami Example, Social worker, today at 4:50pm" in manager.words()
    manager.fill_in(agreed="no", reasons="It is done.")
    manager.press("Save what you say")
    assert "Not agreed." in manager.words()
