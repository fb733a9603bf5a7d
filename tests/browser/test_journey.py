"""From signing in to the recorded decision."""

import pytest

from cli.demo import ALIAS, KNOWN
from tests.browser.journey import NAME, NOWHERE_AND_REFUSES, SAVE, Officer


@pytest.mark.parametrize(
    ("width", "javascript"),
    [(1280, True), (375, True), (375, False)],
    ids=["on a desk", "on a telephone", "without JavaScript"],
)
def test_an_officer_goes_from_sign_in_to_the_recorded_decision(officer, width, javascript):
    officer = officer(width, javascript=javascript)
    assert officer.heading() == "Your work"

    path = officer.card(**NOWHERE_AND_REFUSES)
    assert path.endswith("/tonight")
    headline = officer.heading()
    reference = officer.page.locator(".govuk-caption-l").inner_text().split(",")[0]

    officer.follow("Why")
    assert officer.heading() == "Why"
    officer.follow("Back to the card")
    officer.follow("Change the answers")
    assert officer.page.locator("#where").is_checked()
    assert officer.page.locator("#date_of_birth-year").input_value() == "2009"
    officer.press("Show what has to happen tonight")
    assert (officer.path, officer.heading()) == (path, headline)

    officer.decide()
    assert officer.heading() == "Hand-over"
    assert "No bed is confirmed yet." in officer.page.locator("main").inner_text()
    officer.page.check("input[name=bed-where][value=foster]")
    officer.page.fill("#bed-confirmed_by", "Pat Made-Up, Placements")
    officer.press("Save the bed")
    assert "Foster care, confirmed by Pat Made-Up" in officer.page.locator("main").inner_text()

    officer.open_case()
    assert officer.heading() == NAME
    page = officer.page.locator("main").inner_text()
    assert reference in page
    assert "Find a bed for tonight and refer to MASH now" in page
    assert "Put out by a parent, and nowhere safe tonight." in page

    done = officer.page.locator("#tasks ~ table button", has_text="Done")
    before = done.count()
    officer.go(done.first)
    assert done.count() == before - 1

    officer.open("/")
    assert NAME in officer.page.locator("main").inner_text()


def test_a_decision_against_the_advice_asks_why_and_goes_to_a_manager(officer):
    officer = officer(375)
    officer.card()
    officer.press("Record your decision")
    officer.page.check("input[name=decision][value=early_help]")
    officer.page.fill("#reason", "They ask for help at home.")
    officer.page.fill("#told", "That I ask for early help.")
    officer.save_decision()
    assert "Your decision differs from this advice" in officer.page.content()
    officer.page.check("input[name=departure_reason][value=manager_instructed]")
    officer.page.fill("#departure_words", "My manager has spoken to them.")
    officer.save_decision()
    officer.open_case()
    assert officer.heading() == "Name not given"
    assert "For a manager to look at" in officer.page.content()
    assert "My manager has spoken to them." in officer.page.content()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_somebody_on_record_is_looked_at_and_the_decision_saved_without_losing_a_word(
    officer, javascript
):
    officer = officer(375, javascript=javascript)
    officer.card(where="nowhere", born=None)
    officer.press("Record your decision")
    officer.page.check("input[name=decision][value=bed_and_mash]")
    officer.page.fill("#reason", "Put out by a parent.")
    officer.page.fill("#told", "That there is a bed.")
    officer.page.fill("#name", ALIAS)
    officer.press(SAVE)
    with officer.page.context.expect_page() as tab:
        officer.page.get_by_role("link", name=f"{KNOWN} (opens in a new tab)").click()
    assert tab.value.locator("h1").inner_text() == KNOWN
    tab.value.close()
    assert officer.page.input_value("#reason") == "Put out by a parent."
    officer.say_who_it_is(f"The same person as {KNOWN}")
    assert "No bed is confirmed yet." in officer.page.locator("main").inner_text()
    officer.open_case()
    officer.follow("Other names and other records")
    page = officer.page.locator("main").inner_text()
    assert KNOWN in page
    assert ALIAS in page


def test_the_back_button_shows_nobody_after_sign_out(keeps_pages, service):
    officer = Officer(keeps_pages.new_page(), service.url)
    officer.sign_in()
    officer.card(where="nowhere", born=None)
    officer.decide(name="Quinn Unheard-Of")
    officer.open_case()
    page = officer.page
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    for _ in ("case", "hand-over", "decision", "card"):
        after = page.url
        page.evaluate("history.back()")
        page.wait_for_url(lambda url, after=after: url != after)
        assert officer.path.startswith("/sign-in")
        assert "Quinn" not in page.content()
        assert "FD-" not in page.content()


@pytest.fixture
def keeps_pages(browser_type, browser_type_launch_args):
    """A browser that goes back to pages as they stood, as Playwright otherwise does not."""
    browser = browser_type.launch(
        **browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()
