"""What holds on every page, with and without errors, on a desk and on a telephone."""

from collections import Counter
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import WIDTHS
from tests.browser.journey import NAME
from tests.browser.places import EVERY_PLACE, PLACES

# GOV.UK's own script sets aria-expanded on a radio that opens a further question.
ALLOWED = {("aria-allowed-attr", "[data-aria-controls]")}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_axe_finds_nothing(visited, place, width):
    page = visited(place, width)
    open_all_details(page)
    found = Axe().run(page).response["violations"]
    assert [problem for violation in found for problem in problems(page, violation)] == []


@pytest.mark.parametrize("width", [375, 320])
@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_nobody_has_to_scroll_sideways(visited, place, width):
    page = visited(place, width)
    open_all_details(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_text_at_twice_its_size_is_still_usable(visited, place):
    page = visited(place, 1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_a_page_says_what_it_is_once_and_names_nobody(visited, place):
    page = visited(place, 1280)
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("h1").count() == 1
    assert page.title().startswith("Error: ") == place.has_errors
    assert page.title().endswith("Front Door – Barnet Council")
    for part in NAME.split():
        assert part.lower() not in page.title().lower()
        assert part.lower() not in page.url.lower()


@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_nothing_is_chosen_beforehand(visited, place):
    if place.name == "questions again":
        pytest.skip("this page shows what was answered")
    page = visited(place, 1280)
    if not place.has_errors:
        assert page.locator(":checked").count() == 0
    assert page.locator("[tabindex]:not([tabindex='-1'], [tabindex='0'])").count() == 0


def test_no_two_pages_have_the_same_title(visited):
    titles = Counter(
        visited(place, 1280).title()
        for place in PLACES
        if place.name not in ("sign in, refused", "questions again", "card, decided")
        and place.name != "decision, departing"
    )
    assert [title for title, times in titles.items() if times > 1] == []


def problems(page: Any, violation: Any) -> list[str]:
    """The violation at each place it was found, save where it is allowed."""
    return [
        f"{violation['id']}: {node['html']}"
        for node in violation["nodes"]
        if not any(
            violation["id"] == rule and page.locator(node["target"][0]).and_(page.locator(where)).count()
            for rule, where in ALLOWED
        )
    ]


def open_all_details(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


# Whatever hides part of its own text.
CUT_OFF = """
() => [...document.querySelectorAll('main *, nav *, button')]
    .filter(each => !each.closest('.govuk-visually-hidden'))
    .filter(each => getComputedStyle(each).overflow !== 'visible' && each.tagName !== 'TEXTAREA')
    .filter(each => each.scrollWidth > each.clientWidth + 1)
    .map(each => each.outerHTML.slice(0, 100))
"""
