"""First contact walked through, as an officer with a young person in front of them does it."""

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import MASH_EMAIL, NAME

AT_HOME = {
    "where": "settled",
    "family": "agrees",
    "risk_of_significant_harm": "no",
    "safe_to_return_home": "yes",
    "asked": "now",
}
IN_THEIR_WORDS = "Mum's boyfriend threw my things out.\nShe did not stop him."


def test_from_the_card_through_the_whole_interview_to_mash(sit_down):
    officer = sit_down()
    card = officer.card(where="nowhere", family="refuses", asked="now")
    assert officer.heading() == "A bed tonight, and MASH now"
    officer.interview()
    assert officer.statuses()["Tonight"] == "In progress"
    assert officer.statuses()["Their life"] == "Not started"
    officer.follow("Talking with them")
    officer.asked("Do they need an interpreter?", interpreter="no")
    officer.asked("What helps them to talk with you?", communication=["plain", "quiet"])
    assert officer.page.locator("[name=family][value=refuses]").is_checked()
    officer.asked("May we contact their family?")
    officer.asked("Why do they not want their family contacted?", family_reason="I am afraid.")
    officer.asked("Could they be at risk of serious harm?", risk_of_significant_harm="no")
    officer.asked("Is there any sign of these?", signs=["none"])
    assert officer.page.locator("[name=where][value=nowhere]").is_checked()
    officer.asked("Where can they stay?")
    officer.asked("When did they first ask us for help?")
    assert officer.page.locator("#date_of_birth-year").input_value() == "2009"
    officer.asked("How old are they?")
    officer.asked(
        "Have they left before a bed was found, or are they missing?", left_or_missing="no"
    )
    officer.asked("What has happened?", what_happened=IN_THEIR_WORDS)
    officer.asked("Which services know them?", services=["early_help"], services_words="In 2025")
    officer.asked("Who is in their family, and who lives at home?", household="Mum and Nan")
    officer.asked("Who supports them?", support="Their form tutor")
    officer.asked("What makes things harder for them?", vulnerabilities=["mental_health"])
    officer.asked("Are they in school, training or work?", school="school")
    officer.asked("What do they want to happen?", what_they_want="A room and to stay at school")
    officer.asked("Are they pregnant?", pregnant="declined")
    officer.asked("Do they have a child of their own?", has_child_of_own="no")
    officer.asked("Are brothers or sisters under 18 still at home?", siblings_at_home="no")
    officer.asked("What do they say about going home?", view_of_going_home="Not while he is there")
    officer.asked("Do they object to going home?", objects_to_going_home="yes")
    officer.asked("Is it safe for them to go home?", safe_to_return_home="not_known")
    officer.asked(
        "Do they need a statutory assessment of their needs?", needs_statutory_assessment="yes"
    )
    officer.asked("Are they especially vulnerable?", highly_vulnerable="not_known")
    officer.asked(
        "Have you told them what is shared, with whom and why?",
        told_what_is_shared="yes",
        told_words="That a social worker reads this.",
    )
    assert officer.heading() == "Check the answers"
    assert "threw my things out. She did not stop him." in officer.words()
    assert "Not answered yet" not in officer.words()
    officer.follow("Back to the list")
    assert set(officer.statuses().values()) == {"Done"}
    officer.follow("See what has to happen")
    assert (officer.path, officer.heading()) == (card, "A bed tonight, and MASH now")
    officer.decide()
    assert officer.words().count("Nobody has acknowledged") == 1

    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    assert NAME in mash.words()
    assert "threw my things out" not in mash.words()  # the list says whom to ring, and how
    mash.page.locator(".govuk-summary-card", has_text=NAME).get_by_role("link").click()
    assert mash.heading() == NAME
    assert "threw my things out" in mash.words()
    assert "27 March 2009" in mash.words()
    mash.press("I have it")
    assert "Acknowledged today at 4:50pm by Milo Example" in mash.words()
    officer.open(officer.path)
    assert "Milo Example has it" in officer.words()
    assert "Nobody has acknowledged" not in officer.words()


def test_early_help_with_their_consent(sit_down):
    officer = sit_down()
    made_sure_of_home(officer)
    officer.follow("The way on, and what is shared")
    officer.asked("Do they agree to a referral for early help?", consents_to_early_help="yes")
    officer.asked("Does a parent or carer agree as well?", parent_agrees_to_early_help="yes")
    assert officer.heading() == "Check the answers"
    assert "told them what is shared" not in officer.words()
    officer.press("See what has to happen")
    assert officer.heading() == "Ask whether they agree to early help"
    assert "Do not ask for consent" not in officer.words()
    officer.follow("Why")
    assert "Refer to MASH for early help: they have agreed." in officer.words()


@on_a_telephone
def test_early_help_refused(sit_down):
    officer = sit_down()
    made_sure_of_home(officer)
    officer.follow("The way on, and what is shared")
    officer.asked("Do they agree to a referral for early help?", consents_to_early_help="no")
    officer.asked(
        "What have you given them?", way_back=["written_advice", "way_back"], way_back_words="Olive"
    )
    officer.asked(
        "May we get in touch with them to see how they are?",
        follow_up="yes",
        safe_contact="A text to their own phone",
    )
    assert officer.heading() == "Check the answers"
    assert "A text to their own phone" in officer.words()
    officer.follow("Back to the list")
    assert officer.statuses()["The way on, and what is shared"] == "Done"
    officer.follow("See what has to happen")
    officer.follow("Why")
    assert "Make no referral." in officer.words()
    assert "they have agreed" not in officer.words()
    officer.follow("Back to the card")
    officer.decide("early_help")
    assert "Nothing was sent to MASH" in officer.words()


def made_sure_of_home(officer):
    """From the card to the list, with all that early help needs first (3-k, A18)."""
    officer.card(**AT_HOME)
    officer.interview()
    assert officer.statuses()["The way on, and what is shared"] == "Cannot start yet"
    officer.follow("Family who might help")
    officer.press("Add a parent or carer")
    officer.fill_in(name="Ann Made-Up", relationship="mother", parental_responsibility="yes")
    officer.press("Save")
    assert officer.heading() == "Parents and carers"
    officer.asked("Parents and carers", carers_complete="yes")
    officer.asked("Relatives who might help", relatives_complete="not_known")
    assert officer.heading() == "What each parent or carer says"
    officer.go(officer.page.get_by_role("link", name="Record what they say"))
    officer.fill_in(contacted="yes", their_view="She can come back.", willing="yes")
    officer.press("Save")
    assert "She can come back." in officer.words()
    officer.asked("What each parent or carer says")
    officer.asked("Has mediation been tried?", mediation="yes", mediation_outcome="They talk.")
    officer.asked("What do they say about going home?", view_of_going_home="I want to.")
    officer.asked("Do they object to going home?", objects_to_going_home="no")
    officer.asked("Is it safe for them to go home?")
    officer.asked("How was their home assessed?", seen_alone="yes", assessed_by="A. Worker")
    officer.fill_in(needs_statutory_assessment="no")
    officer.press("Save and come back to the list")
    assert officer.statuses()["The way on, and what is shared"] == "Not started"


@on_a_telephone
def test_where_the_protocol_is_silent_agreement_is_sought_and_the_ground_recorded(sit_down):
    officer = sit_down()
    officer.card(**{**AT_HOME, "risk_of_significant_harm": "yes", "safe_to_return_home": "no"})
    assert officer.heading() == "The protocol is silent here"
    officer.interview()
    assert "Ring MASH now" in officer.warning()
    officer.follow("The way on, and what is shared")
    assert "It is not required." in officer.words()
    officer.asked("Do they agree that we tell the children's team?", agrees_to_sharing="no")
    officer.asked("On what ground is it shared?", sharing_ground="It protects them from harm.")
    officer.asked(
        "Have you told them what is shared, with whom and why?", told_what_is_shared="yes"
    )
    assert "It protects them from harm." in officer.words()
    officer.press("See what has to happen")
    officer.decide("contact")

    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    mash.page.locator(".govuk-summary-card", has_text=NAME).get_by_role("link").click()
    assert "Contact: the protocol is silent here" in mash.words()
    assert "It protects them from harm." in mash.words()


@on_a_telephone
def test_somebody_on_a_friends_sofa_is_homeless_and_needs_no_bed_tonight(sit_down):
    officer = sit_down()
    officer.card(where="not_settled", risk_of_significant_harm="no", asked="now")
    assert officer.heading() == "Refer to MASH before they leave"
    assert "They have somewhere safe to sleep tonight." in officer.words()
    officer.interview()
    officer.follow("Tonight")
    assert officer.heading() == "Have they left before a bed was found, or are they missing?"
    officer.follow("Back to the list")
    officer.follow("The way on, and what is shared")
    assert officer.heading() == "Have you told them what is shared, with whom and why?"
    assert "agreement is not needed" in officer.words()
    officer.follow("Back to the list")
    officer.follow("See what has to happen")
    officer.decide("mash")
    assert "Sent to MASH" in officer.words()
