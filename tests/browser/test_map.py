"""The drawings: words stay in their boxes, and on a telephone they are moved about."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from protocol.pack import current_pack
from protocol.rule_book import sections
from tests.browser.place import Place
from tests.browser.places import PLACES

MAPS = [
    PLACES["map"],
    *(Place(section.id, f"/rule-book/{section.id}/map") for section in sections(current_pack())),
]

SPILLED = """
() => [...document.querySelectorAll('.app-map__box')].flatMap(box => {
    const frame = box.querySelector('path').getBBox();
    return [...box.querySelectorAll('text')]
        .filter(text => {
            const words = text.getBBox();
            return words.x < frame.x || words.x + words.width > frame.x + frame.width
                || words.y < frame.y || words.y + words.height > frame.y + frame.height;
        })
        .map(text => text.textContent);
})
"""
OVERLAPPING = """
() => {
    const frames = [...document.querySelectorAll('.app-map__box path')].map(path => path.getBBox());
    return frames.flatMap((a, place) => frames.slice(place + 1).filter(b =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    )).length;
}
"""
OUTSIDE = """
() => {
    const all = document.querySelector('.app-moved-about svg');
    const box = all.viewBox.baseVal;
    return [...all.querySelectorAll('path, text, rect')].map(each => each.getBBox()).filter(each =>
        each.x < 0 || each.y < 0
        || each.x + each.width > box.width || each.y + each.height > box.height).length;
}
"""


@pytest.mark.parametrize("place", MAPS, ids=lambda place: place.name)
def test_words_stay_in_their_boxes_and_boxes_apart(visited, place):
    page = visited(place, 1280)
    if page.locator(".app-map__box").count() == 0:
        assert page.get_by_text("aims and plain facts only").count() == 1
        return
    assert page.evaluate(SPILLED) == []
    assert page.evaluate(OVERLAPPING) == 0
    assert page.evaluate(OUTSIDE) == 0


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_on_a_telephone_it_is_as_large_as_ever_and_is_moved_about(officer, known, javascript):
    officer = officer(375, javascript=javascript)
    PLACES["map of a section"].visit(officer, known)
    page = officer.page
    frame = page.locator(".app-moved-about")
    svg = frame.locator("svg")
    assert svg.bounding_box()["width"] == float(svg.get_attribute("width"))
    last = svg.locator("a").last
    last.focus()
    box = last.bounding_box()
    assert 0 <= box["x"] < 375


def moved_by(page):
    """Asked again and again by the test: a page of ours lets nobody wait in it."""
    return page.evaluate("document.querySelector('.app-moved-about').scrollLeft")


def test_the_keyboard_moves_it_about_and_can_go_past_it(visited):
    page = visited(PLACES["map"], 375)
    frame = page.locator(".app-moved-about")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert any(moved_by(page) > 0 or page.wait_for_timeout(100) for _ in range(50))
    page.get_by_role("link", name="Go past the drawing").click()
    assert page.url.endswith("#in-words")


def test_a_box_leads_to_its_rule(visited):
    page = visited(PLACES["map of a section"], 1280)
    with page.expect_navigation():
        page.locator(".app-moved-about svg a", has_text="3-l Must").click()
    assert page.url.endswith("/rule-book/s3-first-contact#rule-3-l")
    assert page.locator("#rule-3-l h2").is_visible()


def test_on_paper_the_whole_drawing_is_there(visited):
    page = visited(PLACES["map"], 1280)
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    words = " ".join(sheet.extract_text() for sheet in printed.pages)
    for each in page.locator(".app-map__title").all_text_contents():
        assert " ".join(each.split()) in " ".join(words.split())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.locator(".app-moved-about svg").bounding_box()["width"] <= 700
