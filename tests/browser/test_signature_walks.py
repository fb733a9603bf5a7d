"""A decision that differs from the advice needs the signature of another human."""

from contextlib import closing

from cli.demo import PASSWORD
from store import accounts
from store.database import connect, row
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import EMAIL, MANAGER, NAME

SAME_HUMAN = "olive.as.manager@frontdoor.example"
SAID = "Ask whether they agree to a referral for early help"


@on_a_telephone
def test_one_human_with_two_accounts_cannot_sign_their_own_decision(sit_down, front_door):
    second_account(front_door, EMAIL, SAME_HUMAN, "housing_duty_manager")
    officer = sit_down()
    officer.card()
    officer.depart()
    officer.open_signature()
    signature = officer.path
    assert "Somebody else has to sign this: it is your own decision." in officer.words()

    herself = sit_down(SAME_HUMAN)
    assert "Waiting for your signature" not in herself.words()
    herself.open(signature)
    assert herself.heading() == "A decision that differs from the advice"
    assert "Somebody else has to sign this: it is your own decision." in herself.words()
    assert herself.page.locator("[name=says]").count() == 0

    manager = sit_down(MANAGER)
    assert "Waiting for your signature" in manager.words()
    to_the_signature(manager)
    assert (manager.path, manager.heading()) == (signature, herself.heading())


@on_a_telephone
def test_a_manager_asks_the_officer_answers_and_the_manager_declines(sit_down):
    officer = sit_down()
    officer.card()
    officer.depart()
    officer.open_signature()
    signature = officer.path

    manager = sit_down(MANAGER)
    manager.open(signature)
    manager.press("Save")
    assert "Select whether you sign it" in manager.words(".govuk-error-summary")
    manager.fill_in(says="ask", question="Where did they sleep last night?")
    manager.press("Save")
    assert "Sent back by Dana Example with a question" in manager.words()

    officer.open("/")
    assert "Sent back with a question" in officer.words()
    to_the_signature(officer)
    officer.fill_in(answer="On a night bus.")
    officer.press("Answer")

    manager.open(signature)
    assert "On a night bus." in manager.words()
    manager.fill_in(says="decline", reason="They need a bed tonight.")
    manager.press("Save")
    assert "A bed never ends because of this." in manager.warning()
    officer.open(signature)
    assert "Dana Example declined to sign this" in officer.warning()
    officer.follow("Back to the case")
    assert "They need a bed tonight." in officer.words()


def test_signed_by_a_manager_it_waits_for_nobody(sit_down):
    officer = sit_down()
    officer.card()
    officer.depart()
    officer.open_signature()
    manager = sit_down(MANAGER)
    to_the_signature(manager)
    assert SAID in manager.words()
    assert "Refer to MASH. Consent is not needed." in manager.words()
    manager.fill_in(says="agree")
    manager.press("Save")
    assert "Signed by Dana Example, today at 4:50pm." in manager.words()
    manager.follow("All your signatures")
    assert "Nothing is waiting for you" in manager.words()
    officer.open(officer.path)
    assert "Signed by Dana Example" in officer.words()


def to_the_signature(desk):
    """From the home page, where it is listed by the name of the young person."""
    link = desk.page.locator("a[href^='/signatures/']").first
    assert NAME in link.inner_text()
    desk.go(link)


def second_account(front_door, email, other_email, role):
    """Whoever has the first address can sign in with the other one as well."""
    db = connect(front_door.database)
    with closing(db.conn):
        human = row(db, "select human_id from accounts where email = :email", {"email": email})
        accounts.add_account(db, human["human_id"], other_email, PASSWORD, role)
