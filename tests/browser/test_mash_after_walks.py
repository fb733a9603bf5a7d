"""Checks, sharing and a step-down: nothing reassures, and nobody is left between two teams."""

from contextlib import closing

import pytest

from store.database import connect
from tests.browser.conftest import FRIDAY_AFTERNOON, on_a_telephone
from tests.browser.journey import MASH_EMAIL, MASH_MANAGER
from tests.browser.mash_after_places import EARLY_HELP
from tests.unit.mash_helpers import a_contact
from tests.web.mash_world import Child, four_children

NO_REASSURANCE = "Nothing held is not the same as nothing there."


@pytest.fixture
def children(front_door):
    """How far each of four children is → the path of its page."""
    db = connect(front_door.database)
    with closing(db.conn):
        return four_children(db, FRIDAY_AFTERNOON)[0]


@pytest.fixture
def rated(front_door):
    """The path of a child of whom nothing is on record but a rating."""
    db = connect(front_door.database)
    with closing(db.conn):
        contact, id = a_contact(db, "Rae Made-Up", at=FRIDAY_AFTERNOON)
        return Child(db, FRIDAY_AFTERNOON, contact, id).url


@on_a_telephone
def test_a_nil_return_does_not_reassure(sit_down, children):
    mash = sit_down(MASH_EMAIL)
    mash.open(children["undecided"])
    mash.follow("Answer of Police")
    mash.fill_in(result="nothing_held", looked="Una, Oona")
    for part, typed in (("day", "28"), ("month", "8"), ("year", "2026"), ("time", "16:50")):
        mash.page.fill(f"#at-{part}", typed)
    mash.press("Save the answer")
    assert f"1 agency asked. 1 holds nothing. {NO_REASSURANCE}" in mash.words()
    assert f"Answered: nothing held. {NO_REASSURANCE}" in mash.words()
    assert "Una, Oona" in mash.words()
    assert "no concern" not in mash.words().lower()


@on_a_telephone
def test_sharing_without_agreement_has_its_ground(sit_down, rated):
    mash = sit_down(MASH_EMAIL)
    mash.open(rated)
    mash.follow("Ask other agencies")
    assert "First record who agrees that we ask other agencies" in mash.warning()
    mash.follow("Record what may be shared")
    unasked = {"young_person": "too_young", "parent": "not_safe", "service_agreed": "not_asked"}
    mash.fill_in(**unasked, told_family="no", ground="harm_to_child")
    mash.fill_in(why_not_told="He opens her post.", ground_words="He would hit her again.")
    mash.press("Save what may be shared")
    assert "Asking would put the child at greater risk of serious harm" in mash.words()
    assert "He would hit her again." in mash.words()
    mash.follow("Ask other agencies")
    mash.fill_in(agencies=["police", "health"], what="Has anybody been called there?")
    mash.press("Record that you ask them")
    assert "2 agencies asked. 2 have not answered yet." in mash.words()


@on_a_telephone
def test_a_step_down_is_confirmed_by_its_receiver(sit_down, children):
    child, mash = children["undecided"], sit_down(MASH_EMAIL)
    mash.open(child)
    mash.follow("Step down")
    mash.fill_in(stepped_from="child_in_need_plan", stepped_to="early_help")
    mash.fill_in(why="They are back at school.", support="A youth worker, weekly.")
    mash.fill_in(young_person="yes", parent="not_asked")
    mash.page.select_option("#receiver", label="Eli Example, Early help worker")
    mash.press("Save the step-down")
    assert "Not confirmed yet" in mash.words()
    assert "Not authorised yet" in mash.words()

    manager = sit_down(MASH_MANAGER)
    manager.open(child)
    manager.follow("the signature")
    manager.fill_in(says="agree")
    manager.press("Save")

    receiver = sit_down(EARLY_HELP)
    receiver.go(receiver.page.get_by_role("link", name="Una Made-Up"))
    assert "Heard shouting" not in receiver.words()
    receiver.fill_in(says="received", starts="I meet them on Tuesday at school.")
    receiver.press("Save")
    assert "it is confirmed that you have this child" in receiver.warning()

    mash.open(child)
    assert "Confirmed Eli Example" in mash.words()
    assert "By Maya Example" in mash.words()
