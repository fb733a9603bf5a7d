"""Two children in one contact, an alias that hid a second record, and danger before all else."""

from datetime import date

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import MASH_EMAIL, SOCIAL_WORK_MANAGER, SOCIAL_WORKER
from tests.browser.mash_receiving_places import HARM_FIRST, write_down

THAT_DAY = date(2026, 8, 28)
THIS_CHILD = "This child may be at risk of significant harm now: tell the assessment team"


@on_a_telephone
def test_two_children_in_one_contact_each_have_a_page_and_dangers_of_their_own(sit_down):
    mash = sit_down(MASH_EMAIL)
    mash.follow("New contacts")
    mash.go(mash.page.get_by_role("button", name="Record a contact"))
    assert mash.page.get_by_role("button", name=HARM_FIRST).is_visible()
    write_down(mash, "Ana Invented", THAT_DAY, safe_tonight="no")
    contact = mash.path
    mash.follow("Add another child")
    mash.fill_in(name="Ben Invented", missing_now="yes")
    mash.press("Add this child")
    assert mash.heading() == "Ana Invented and 1 more"

    mash.follow("Open child 1")
    assert "They have nowhere safe to sleep tonight" in mash.words()
    assert "They are missing" not in mash.words()
    mash.open(contact)
    mash.follow("Open child 2")
    assert mash.heading() == "Ben Invented"
    assert "They are missing" in mash.words()
    mash.press(THIS_CHILD)
    assert "The assessment team was told of significant harm today" in mash.words()
    for email in (SOCIAL_WORKER, SOCIAL_WORK_MANAGER):
        assert "A child may be at risk of significant harm now" in sit_down(email).words()
    mash.open(contact)
    mash.press("I have it")
    mash.open("/contacts")
    assert "Ana Invented" not in mash.words()


@on_a_telephone
def test_an_alias_is_linked_by_a_person_and_both_histories_are_kept(sit_down):
    """What hid under another name in the real case were rent arrears and an eviction."""
    officer = sit_down()
    officer.card()
    officer.decide(name="Bea Invented")
    case = officer.open_case()
    officer.follow("Other names and other records")
    officer.follow("Add another name")
    officer.fill_in(alias="Ana Invented", reason="Their landlord calls them that.")
    officer.press("Add this name")

    mash = sit_down(MASH_EMAIL)
    write_down(mash, "Ana Invented", THAT_DAY)
    assert "Known alias" in mash.words()
    mash.page.get_by_label("None of these: record a new person").check()
    mash.press("Save the contact")
    mash.follow("Open child 1")
    child = mash.path
    assert "That is not the same as nothing being there" in mash.words()
    mash.follow("Bea Invented")
    mash.fill_in(reason="The same landlord and the same street.")
    mash.press("Record that they are the same person")

    mash.open(child)
    assert mash.heading() == "Ana Invented"
    assert "on the record of Bea Invented" in mash.words()
    assert "They were not told of this contact yet" in mash.words()
    mash.follow("Tell them now")
    mash.press("Tell them now")
    assert "They and their team were told." in mash.words()
    mash.follow("The whole history")
    assert "over 2 records that are said to be one person" in mash.words()
    assert "Case opened" in mash.words()
    officer.open("/")
    assert "A new contact about somebody Olive Example works with" in officer.words()
    officer.open(case)
    assert officer.heading() == "Bea Invented"
