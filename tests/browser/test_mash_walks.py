"""One contact at MASH from a police notification to the answer to the police."""

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import MASH_EMAIL, SOCIAL_WORK_MANAGER

POLICE = {
    "route": "police",
    "source_group": "police_legal",
    "agency": "A made-up police team",
    "says": "Stopped with a knife. He says that older boys are after him.",
    "young_person_knows": "yes",
    "safe_tonight": "yes",
    "harm_now": "not_known",
    "missing_now": "no",
    "name": "Cyd Made-Up",
    "age_known": "about",
    "age": "13",
}
REASONS = {
    "what_we_know": "He carries a knife because he is afraid.",
    "history": "Nothing before on record here. The school has a record of its own.",
    "not_known": "Who gave it to him. The school asks him tomorrow.",
    "childs_words": "They wait for me after school.",
    "seen_alone": "yes",
    "seen_words": "Today at school, by me.",
    "identity": "He wants to speak Twi. We use an interpreter of ours.",
    "mother": "asked",
    "mother_view": "She wants help for him.",
    "father": "not_reached",
    "father_view": "He works nights. We ring again.",
    "threshold": "Level 3: linked with a gang.",
    "alternatives": "Early help, which is not enough while he is afraid.",
}


@on_a_telephone
def test_from_a_police_notification_to_the_answer_to_the_police(sit_down):
    mash = sit_down(MASH_EMAIL)
    mash.press("Record a contact")
    mash.fill_in(**POLICE)
    for part, typed in zip(
        mash.page.locator("[name=received_at]").all(), ("28", "8", "2026", "16:20"), strict=True
    ):
        part.fill(typed)
    mash.press("Save the contact")
    contact = mash.path
    mash.press("I have it")
    mash.go(mash.page.locator("main a[href*='/children/']").first)
    child = mash.path
    assert "Not rated yet, so as for Red" in mash.words()
    assert "whether somebody is harming them" in mash.words()  # not known is said, and never a no

    mash.open(f"{child}/rating")
    assert "suggest at least" not in mash.words()
    mash.page.locator("summary", has_text="Harm outside the home").click()
    mash.fill_in(indicators="GNG-3", band="amber", reasons="He is afraid, and armed.")
    mash.press("Save your rating")
    assert "The rules suggest at least: Amber. They cannot rule out Red." in mash.words()

    mash.open(f"{child}/sharing")
    mash.fill_in(
        young_person="yes",
        parent="not_asked",
        told_family="not_yet",
        service_agreed="not_asked",
        ground="harm_to_child",
        ground_words="Whom he is afraid of may hear of it at home.",
    )
    mash.press("Save what may be shared")
    mash.open(f"{child}/ask-check")
    mash.fill_in(agencies=["education"], what="How is he in class, and who is he with?")
    mash.press("Record that you ask them")

    mash.open(f"{child}/decision")
    mash.fill_in(**REASONS, band="amber", level="3", outcome="referral_to_social_care")
    mash.press("Save your decision")
    assert "Decided in 30 minutes: in time." in mash.words()

    mash.open(f"{child}/close")
    assert "Tell whoever told us" in mash.words()  # it cannot be closed without an answer
    assert "Hand the child on" in mash.words()
    mash.open(f"{child}/hand-on")
    mash.page.select_option(
        "[name=receiver]", label="The Duty and Assessment Team: whoever is on duty"
    )
    mash.fill_in(why="He needs an assessment.", support="See him at school tomorrow.")
    mash.press("Hand the child on")

    duty = sit_down(SOCIAL_WORK_MANAGER)
    duty.open(f"{child}/receive")
    duty.fill_in(says="received", starts="Sami sees him tomorrow at school.")
    duty.press("Save")

    mash.open(f"{child}/feedback")
    draft = mash.page.locator("[name=text]").input_value()
    assert "This is level 3" in draft
    assert "Cyd" not in draft  # the police know whom they told us about; a draft goes astray
    mash.fill_in(
        complete="yes", consent_stated="yes", concern_clear="yes", how="secure_email",
        to="The made-up police team", read=["yes"],
    )  # fmt: skip
    mash.press("Record that it was sent")
    mash.open(f"{child}/close")
    mash.fill_in(words="With the Duty and Assessment Team.")
    mash.press("Close it for this child")
    mash.open("/contacts/team")
    assert "Cyd Made-Up" not in mash.words()
    mash.open(contact)
    assert "Cyd Made-Up" in mash.words()
