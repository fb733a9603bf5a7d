"""The threshold meeting, a value confirmed by two people, and another council's folder."""

import re

from tests.browser.conftest import on_a_telephone
from tests.browser.journey import HEAD, MASH_EMAIL, MASH_MANAGER, SOCIAL_WORK_MANAGER, Officer

OWNER = "threshold.owner@frontdoor.example"
WHO_MET = {
    **{"social_care": "there", "social_care_name": "Maya Example, MASH manager"},
    **{"police": "there", "police_name": "PC Lee Made-Up"},
    **{"health": "not_there", "health_why": "Nobody was free at that time of day"},
    **{"education": "not_there", "education_why": "Not invited"},
    **{"housing": "there", "housing_name": "Hari Example"},
    **{"early_help": "not_there", "early_help_why": "On leave"},
}


def choose(desk: Officer, question: str, words: str) -> None:
    """The radio whose label begins with these words."""
    desk.page.locator(f"input[name={question}]").locator("xpath=..").filter(
        has_text=words
    ).first.locator("input").check()


def day(desk: Officer, question: str, *parts: str) -> None:
    for part, typed in zip(("day", "month", "year", "time"), parts, strict=False):
        desk.page.fill(f"#{question}-{part}", typed)


@on_a_telephone
def test_a_threshold_meeting_from_agenda_to_actions(sit_down):
    """Given to a worker by name, put on the list, talked about without health, not everybody of
    one mind: the actions are on the desks of whoever does them, and no rating has changed."""
    officer = sit_down()
    officer.card()
    officer.decide(name="Tara Made-Up")
    worker = sit_down(MASH_EMAIL)
    worker.follow("New contacts")
    worker.go(
        worker.page.locator(".govuk-summary-card", has_text="Tara Made-Up").get_by_role("link")
    )
    worker.follow("Open child 1")
    child, reference = worker.path, worker.words(".govuk-caption-l").split(",")[0]
    assert "Nobody has this child by name yet." in worker.words()
    assert "No manager has written anything about this child yet." in worker.words()
    worker.follow("Discuss at the threshold meeting")
    worker.press("Put on the list")
    assert "Enter why the threshold meeting" in worker.words(".govuk-error-summary")
    worker.fill_in(why="Housing and we see it differently.")
    worker.press("Put on the list")

    manager = sit_down(MASH_MANAGER)
    manager.open(child)
    manager.follow("Give to a worker")
    assert "Has no open child today" in manager.words()
    choose(manager, "to", "Milo Example")
    manager.press("Give to this worker")
    manager.follow("Put a manager’s guidance on record")
    manager.fill_in(words="Ring the school before the meeting.")
    manager.press("Put on record")
    assert "No manager has written" not in manager.words()

    manager.follow("Threshold meeting")
    assert "Put on the list: Housing and we see it differently." in manager.words()
    manager.press("Record a meeting")
    day(manager, "held_at", "28", "8", "2026", "16:00")
    manager.fill_in(**WHO_MET)
    manager.press("Save who met")
    assert manager.heading() == "Threshold meeting, today at 4pm"
    assert "Health Nobody. Nobody was free at that time of day." in manager.words()
    to_write = manager.page.get_by_role(
        "link", name=re.compile(f"Write down what was decided\\s+about {reference},")
    )
    manager.go(to_write)
    manager.fill_in(decision="Amber stays.", reasons="They were seen alone.", agreed="no")
    manager.fill_in(dissent="Police: we would say Red.", what_1="See the place they sleep")
    manager.page.select_option("#owner_1", label="Milo Example, MASH social worker")
    day(manager, "due_1", "28", "8", "2026")
    manager.fill_in(what_2="Ring health about the injury")
    manager.page.select_option("#owner_2", label="Anybody: Duty manager, Duty and Assessment Team")
    day(manager, "due_2", "1", "9", "2026")
    manager.press("Save what was decided")
    assert "Not everybody agreed: Police: we would say Red." in manager.words()
    assert not to_write.count()

    worker.open("/")
    assert "You were given child 1 of a contact" in worker.words()
    assert "See the place they sleep" in worker.words()
    worker.open(child)
    assert "Not rated yet" in worker.words()
    worker.follow("Say that you have it")
    worker.press("I have it")
    worker.follow("Record what is done")
    worker.page.get_by_role("checkbox", name="See the place they sleep").check()
    worker.press("Record as done")
    worker.open("/")
    assert "You were given child 1" not in worker.words()
    assert "See the place they sleep" not in worker.words()
    duty = sit_down(SOCIAL_WORK_MANAGER)
    assert "Ring health about the injury" in duty.words()


@on_a_telephone
def test_a_threshold_value_is_confirmed_by_two_people(sit_down):
    head = sit_down(HEAD)
    head.follow("Thresholds")
    assert "Barnet has confirmed none of" in head.words()
    head.go(head.page.locator("#limit-red a"))
    head.press("Propose that the council confirms it")
    head.press("Send it to the threshold owner")
    assert "Enter why this is the council's value" in head.words(".govuk-error-summary")
    day(head, "starts_on", "28", "8", "2026")
    head.fill_in(reasons="The partnership board agreed on it.")
    head.press("Send it to the threshold owner")
    assert "Waiting for a signature" in head.words()
    head.go(head.page.get_by_role("link", name="Open the signature"))
    assert head.page.locator("[name=says]").count() == 0

    owner = sit_down(OWNER)
    owner.go(owner.page.get_by_role("link", name="How soon a contact is decided: Red"))
    assert "4 hours, day and night" in owner.words()
    assert "As in Havering" in owner.words()
    owner.fill_in(says="agree")
    owner.press("Save")
    owner.follow("Back to the value")
    assert "By Barnet, from 28 August 2026." in owner.words()
    owner.follow("All thresholds")
    assert "Barnet has confirmed 1 of" in owner.words()


def test_mertons_folder_in_place_of_barnets(opened, own_service):
    own_service.more = {"FRONTDOOR_THRESHOLDS": "merton"}
    own_service.start()
    worker = Officer(opened(375, javascript=False), own_service.url)
    worker.sign_in(MASH_EMAIL)
    worker.follow("Thresholds")
    assert "Merton’s thresholds are in use here" in worker.words()
    assert "2 hours, day and night" in worker.words("#limit-red")
    assert "6 hours, day and night" in worker.words("#limit-amber")
    assert "Not yet confirmed by Merton." in worker.words("#limit-red")
    worker.open("/contacts")
    worker.go(worker.page.locator(".govuk-summary-card").first.get_by_role("link"))
    worker.go(worker.page.get_by_role("link", name="Child 1"))
    assert "Default, not yet confirmed by Merton. Merton's published MASH protocol" in (
        worker.words()
    )
    assert "not yet confirmed by Barnet" not in worker.words()
