"""Two services disagree, and a young person complains. Tonight's bed waits for neither."""

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import (
    MANAGER,
    MASH_MANAGER,
    SERVICE_MANAGER,
    SOCIAL_WORK_MANAGER,
    TEAM_MANAGER,
    Officer,
)
from tests.browser.test_keyboard import Keyboard

LEARNT = "Ask the Placements Service first."


def test_a_dispute_is_settled_at_the_second_step(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = officer.open_case()
    officer.raise_dispute()
    dispute = officer.path
    assert "Nobody accommodates the young person." in officer.warning()

    theirs = sit_down(SOCIAL_WORK_MANAGER)
    theirs.open(dispute)
    theirs.fill_in(position="Supported accommodation is enough.")
    theirs.press("Save what your side says")
    assert "Foster care tonight." in theirs.words()
    assert "Supported accommodation is enough." in theirs.words()

    manager = sit_down(MANAGER)
    manager.open(dispute)
    manager.fill_in(further="We cannot agree about the hostel.")
    manager.press("Take it further")

    senior = sit_down(SERVICE_MANAGER)
    assert "Settle the disagreement that the duty managers could not settle" in senior.words()
    senior.open(dispute)
    senior.fill_in(decision="Foster care.", reasons="They are alone.", lessons=LEARNT)
    senior.press("Send it to the other side")
    assert "Nothing is settled until both have said so." in senior.words()

    mash = sit_down(MASH_MANAGER)
    mash.open(dispute)
    mash.fill_in(says="agree")
    mash.press("Answer")
    assert "Settled by the service manager for housing needs and the MASH manager" in mash.words()
    mash.go(mash.page.get_by_role("main").get_by_role("link", name="Lessons from disagreements"))
    assert LEARNT in mash.words()
    officer.open(case)
    assert "have settled it" in officer.words()


def test_both_can_be_recorded_with_the_keyboard_alone(opened, front_door):
    officer = Officer(opened(), front_door.url)
    officer.sign_in()
    officer.card()
    officer.decide()
    case = officer.open_case()
    keys = Keyboard(officer.page)
    keys.to(f"a[href='{case}/disputes/new']").go("Enter")
    keys.to("[name=service]").press("Space")
    keys.to("[name=about]").press("Space")
    keys.to("#rule").press("ArrowDown")
    keys.to("#position").type("Foster care tonight.")
    keys.to("main form button").go("Enter")
    assert officer.heading() == "Disagreement between services"

    officer.open(f"{case}/complaints/new")
    for name, typed in (("words", "Nobody rang."), ("wishes", "A call.")):
        keys.to(f"#{name}").type(typed)
    keys.to("[name=by]").press("Space")
    for part, typed in (("day", "28"), ("month", "8"), ("year", "2026")):
        keys.to(f"#made_on-{part}").type(typed)
    keys.to("[name=about]").press("Space")
    keys.to("[name=advocate]").press("Space")
    keys.to("main form button").go("Enter")
    assert officer.heading() == "Complaint"


@on_a_telephone
def test_a_complaint_is_recorded_and_goes_where_it_belongs_with_its_clock(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = officer.open_case()
    officer.complain()
    complaint = officer.path
    assert "Nobody rang me." in officer.words("blockquote")
    assert "The children's complaints procedure under the Children Act 1989" in officer.words()
    officer.open(case)
    assert "10 working days left: Monday 14 September, by midnight" in officer.words()

    manager = sit_down(TEAM_MANAGER)
    assert "Answer the complaint in writing" in manager.words()
    manager.open(complaint)
    manager.page.locator("summary", has_text="Answer it").click()
    manager.fill_in(answer="We are sorry. Here is how to go further.")
    manager.press("Save the answer")
    assert "If not, it goes on to stage 2" in manager.words()
    officer.open(case)
    assert "Answered at stage 1" in officer.words()
