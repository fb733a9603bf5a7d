"""What holds on every page, with and without errors, on a desk and on a telephone."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.journey import EMAIL, NAME
from tests.browser.place import TYPED_IN, Place
from tests.browser.places import EVERY_PLACE, NEVER_ANSWERED, PLACES

WIDTHS = (320, 375, 1280)  # the last is the one at which the text is made larger

LAID_OUT_ANEW = "main table, main svg, main [class*='column-one-']"
"""What stands otherwise on a desk than on a telephone. The rest is the same in one column."""

# GOV.UK's own script sets aria-expanded on a radio that opens a further question.
ALLOWED = {"aria-allowed-attr": "input.govuk-radios__input[aria-controls]"}


@pytest.mark.parametrize("place", **EVERY_PLACE)
def test_a_page_can_be_used_by_everybody(visited, place):
    page = visited(place, 375)
    faults = [*wrongly_named(page, place)]
    if place.has_errors and place.in_a_control:
        faults += not_led_to_the_control(page)
    for width in WIDTHS:
        faults += too_wide(page, width)
        if width == 375 or (width == 1280 and page.locator(LAID_OUT_ANEW).count()):
            faults += found_by_axe(page)
    faults += lost_in_large_text(page)
    assert faults == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_nothing_is_chosen_beforehand(officer, known, javascript):
    officer = officer(375, javascript=javascript)
    for place in NEVER_ANSWERED:
        place.visit(officer, known)
        assert officer.page.locator("input:checked, option:checked").count() == 0, place.name
        boxes = officer.page.locator(TYPED_IN).all()
        assert not any(box.input_value() for box in boxes), place.name


def test_no_two_pages_have_the_same_title(visited, known):
    page = visited(PLACES["home"], 1280)
    titles = [
        re.search("<title>(.*)</title>", page.request.get(place.url(page, known)).text())[1]
        for place in PLACES.values()
        if not (place.has_errors or place.like_another) and place.who in (EMAIL, None)
    ]
    assert [title for title, times in Counter(titles).items() if times > 1] == []


def wrongly_named(page: Page, place: Place) -> Iterator[str]:
    """A page has one heading, which is its title. No title or address names anybody."""
    title, headings = page.title(), page.locator("h1").all_inner_texts()
    if len(headings) != 1:
        yield f"headings: {headings}"
    about = place.title or re.escape(headings[0])
    if not re.fullmatch(
        f"{'Error: ' if place.has_errors else ''}{about} – Front Door – Barnet Council", title
    ):
        yield f"title: {title}"
    if page.get_attribute("html", "lang") != "en":
        yield "no language"
    for part in NAME.split():
        if part.casefold() in f"{title} {page.url}".casefold():
            yield f"{part} is named in {title} or {page.url}"


def not_led_to_the_control(page: Page) -> Iterator[str]:
    """The summary of errors has the focus, and each of its links leads to one control."""
    if page.evaluate("document.activeElement.className") != "govuk-error-summary":
        yield "the summary of errors does not have the focus"
    links = page.locator(".govuk-error-summary a").all()
    if not links:
        yield "nothing leads to what is wrong"
    for link in links:
        link.click()
        wanted, there = link.get_attribute("href"), page.locator(":focus")
        if f"#{page.evaluate('document.activeElement.id')}" != wanted or not there.is_visible():
            yield f"{wanted} is not gone to"
        if page.locator("input:focus, textarea:focus, select:focus").count() != 1:
            yield f"{wanted} is not a control"


def found_by_axe(page: Page) -> Iterator[str]:
    """``desk`` puts axe on every page."""
    found: Any = page.evaluate("axe.run({resultTypes: ['violations']})")
    for violation in found["violations"]:
        for node in violation["nodes"]:
            allowed = ALLOWED.get(violation["id"], "no-such-element")
            if not page.locator(node["target"][0]).and_(page.locator(allowed)).count():
                yield f"{violation['id']}: {node['html']}"


def too_wide(page: Page, width: int) -> Iterator[str]:
    """Whether anybody has to scroll sideways."""
    open_all_details(page)
    page.set_viewport_size({"width": width, "height": 900})
    needed: Any = page.evaluate("document.documentElement.scrollWidth")
    if needed > width:
        yield f"{needed} wide on a screen of {width}"


def lost_in_large_text(page: Page) -> Iterator[str]:
    """Whatever does not fit any more with the text at twice its size."""
    open_all_details(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    yield from too_wide(page, 1280)
    for cut_off in page.evaluate(CUT_OFF):
        yield f"cut off at twice the text size: {cut_off}"


def open_all_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def test_what_is_typed_over_the_shoulder_is_not_offered_to_the_next_person(visited):
    """A browser on a shared desk remembers what was typed, unless it is told not to."""
    for name in ("questions", "decision"):
        boxes = visited(PLACES[name], 1280).locator(TYPED_IN).all()
        assert boxes
        assert {box.get_attribute("autocomplete") for box in boxes} == {"off"}


# Whatever hides part of its own words, and cannot be moved about with the keyboard either.
CUT_OFF = """
() => [...document.querySelectorAll('main *, nav *')]
    .filter(each => !each.closest('.govuk-visually-hidden') && each.tagName !== 'TEXTAREA')
    .filter(each => getComputedStyle(each).overflow !== 'visible')
    .filter(each => !each.matches('.app-moved-about[tabindex="0"]'))
    .filter(each => each.tagName !== 'INPUT' && each.scrollWidth > each.clientWidth + 1)
    .map(each => each.outerHTML.slice(0, 100))
"""
