"""Red through the night, a downgrade that one human cannot sign, and a hand-over the same day."""

from datetime import datetime

from rules.calendar import LONDON
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import (
    MASH_EMAIL,
    MASH_MANAGER,
    NAME,
    SOCIAL_WORK_MANAGER,
    SOCIAL_WORKER,
)
from tests.browser.mash_rating_places import decide, depart, rate
from tests.browser.mash_receiving_places import TOLD
from tests.browser.test_signature_walks import second_account

NOT_ASKED = {
    "young_person": "not_asked",
    "parent": "not_asked",
    "told_family": "not_yet",
    "service_agreed": "not_asked",
}
SAME_HUMAN = "milo.as.manager@frontdoor.example"


def on_saturday(hour, minute):
    return datetime(2026, 8, 29, hour, minute, tzinfo=LONDON)


def told(mash):
    """A contact told on Saturday at 18:30. The path of its child."""
    mash.open("/contacts/new")
    mash.fill_in(**TOLD, name="Sat Made-Up")
    for part, typed in (("day", "29"), ("month", "8"), ("year", "2026"), ("time", "18:30")):
        mash.page.fill(f"#received_at-{part}", typed)
    mash.press("Save the contact")
    mash.follow("Open child 1")
    return mash.path


@on_a_telephone
def test_a_red_at_half_past_six_on_a_saturday(sit_down, front_door):
    front_door.open_at(on_saturday(18, 30))
    mash = sit_down(MASH_EMAIL)
    child = told(mash)
    assert "Not rated yet" in mash.words()
    assert "by 10:30pm: 4 hours left" in mash.words()
    mash.follow("Rate this child")
    assert "rules suggest at least" not in mash.words()
    mash.page.locator("summary", has_text="The child's health").click()
    mash.fill_in(indicators="AN-4b", band="red", reasons="A bruise nobody can explain.")
    mash.press("Save your rating")
    assert mash.heading() == "What the rules suggest"
    assert "The rules suggest at least: Red" in mash.words()

    duty = sit_down(SOCIAL_WORK_MANAGER)
    assert "A child was rated Red at MASH: act now" in duty.words()
    front_door.open_at(on_saturday(22, 29))
    mash.open(child)
    assert "1 minute left" in mash.words()
    front_door.open_at(on_saturday(22, 31))
    mash.open("/contacts/team")
    theirs = " ".join(mash.page.locator("tbody tr", has_text="Sat Made-Up").inner_text().split())
    assert "Late Today, by 10:30pm: 1 minute late" in theirs
    assert "Red" in theirs


@on_a_telephone
def test_a_downgrade_is_refused_to_the_same_human_and_accepted_from_another(sit_down, front_door):
    second_account(front_door, MASH_EMAIL, SAME_HUMAN, "mash_manager")
    front_door.open_at(on_saturday(18, 30))
    mash = sit_down(MASH_EMAIL)
    child = told(mash)
    rate(mash, child, "red")
    decide(mash, child, "amber", 3, "referral_to_social_care")
    assert "Select why it differs" in mash.words(".govuk-error-summary")
    depart(mash)
    assert "This has not taken effect." in mash.words()
    assert "Red counts" in mash.words()
    mash.go(mash.page.get_by_role("link", name="Open the signature"))
    signature = mash.path

    herself = sit_down(SAME_HUMAN)
    herself.open(signature)
    assert "Somebody else has to sign this: it is your own decision." in herself.words()
    assert herself.page.locator("[name=says]").count() == 0

    manager = sit_down(MASH_MANAGER)
    assert "Waiting for your signature" in manager.words()
    manager.go(manager.page.locator("a[href^='/signatures/']").first)
    assert manager.path == signature
    assert "“I want to stay at my aunt's.”" in manager.words()
    manager.fill_in(says="agree")
    manager.press("Save")
    assert "Signed by Maya Example" in manager.words()
    manager.follow("Back to the child")
    assert "Decided in less than a minute: in time." in manager.words()
    assert "This has not taken effect" not in manager.words()


@on_a_telephone
def test_a_hand_over_is_rated_checked_decided_and_allocated_the_same_day(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    mash = sit_down(MASH_EMAIL)
    mash.follow("Team contacts")
    mash.follow(NAME)
    child = mash.path
    assert "They have nowhere safe to sleep tonight" in mash.words()
    assert "rules suggest" not in mash.words()
    rate(mash, child, "red")
    assert "Allocate to the Duty and Assessment Team the same day" in mash.words()
    mash.follow("Go on")
    mash.open(f"{child}/sharing")
    mash.fill_in(**NOT_ASKED, ground="rule_3_l", ground_words="Nowhere to go tonight.")
    mash.press("Save what may be shared")
    mash.open(f"{child}/ask-check")
    mash.fill_in(agencies=["police"], what="Has anybody reported them missing?")
    mash.press("Record that you ask them")
    mash.follow("Answer of Police")
    mash.fill_in(result="nothing_held", looked="Their name and date of birth")
    for part, typed in (("day", "28"), ("month", "8"), ("year", "2026"), ("time", "16:50")):
        mash.page.fill(f"#at-{part}", typed)
    mash.press("Save the answer")
    mash.open(f"{child}/decision")
    decide(mash, child, "red", 4, "referral_to_social_care")
    assert "Decided in less than a minute: in time. Within 24 hours" in mash.words()
    assert "What was decided goes on meanwhile" in mash.words()

    # The manager has not signed, and the young person is with the team all the same.
    mash.open(f"{child}/hand-on")
    mash.page.select_option("[name=receiver]", label="Sami Example, Social worker")
    mash.fill_in(why="Nowhere safe tonight.", support="See them at the bed tonight.")
    mash.press("Hand the child on")
    sami = sit_down(SOCIAL_WORKER)
    assert "Handed on to you by MASH" in sami.words()
    sami.open(f"{child}/receive")
    sami.fill_in(says="received", starts="I meet them at the bed at seven.")
    sami.press("Save")
    mash.open(child)
    assert "I meet them at the bed at seven." in mash.words()


@on_a_telephone
def test_two_children_in_one_contact_are_rated_and_decided_each_by_itself(sit_down):
    mash = sit_down(MASH_EMAIL)
    mash.follow("Team contacts")
    mash.follow("Quill Madeup")
    quill = mash.path
    rate(mash, quill, "amber")
    decide(mash, quill, "amber", 3, "referral_to_social_care")
    mash.follow("Team contacts")
    mash.follow("Wren Madeup")
    wren = mash.path
    assert wren.split("/")[2] == quill.split("/")[2]
    assert "Not rated yet" in mash.words()  # what was decided of one says nothing of the other
    rate(mash, wren, "green")
    decide(mash, wren, "green", 2, "referral_to_early_help")
    for child, rated, outcome in (
        (quill, "Amber", "Referral to children's social care"),
        (wren, "Green", "Referral to early help"),
    ):
        mash.open(child)
        assert mash.words("main .govuk-body-l").startswith(rated)
        assert outcome in mash.words()
