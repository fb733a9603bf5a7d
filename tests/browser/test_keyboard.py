"""The whole journey without a mouse, and always seeing where one is."""

from dataclasses import dataclass

from playwright.sync_api import Page

from cli.demo import PASSWORD
from tests.browser.journey import EMAIL
from tests.browser.places import PLACES

ROW = 20  # controls whose tops are no further apart stand side by side


def test_the_journey_can_be_done_with_the_keyboard_alone(opened, service):
    page = opened()
    page.goto(f"{service.url}/sign-in")
    keys = Keyboard(page)
    keys.to("#email").type(EMAIL)
    keys.to("#password").type(PASSWORD)
    keys.to("main button[type=submit]").go("Enter")

    keys.to("a.app-here-now").go("Space")
    keys.to("[name=where]").press("Space")
    keys.to("[name=age]").press("Space")
    # Born on no day that other tests give, so that nobody alike is on record.
    for part, typed in zip(("day", "month", "year"), ("19", "11", "2009"), strict=True):
        keys.to(f"#date_of_birth-{part}").type(typed)
    keys.to("[name=risk_of_significant_harm]").press("ArrowDown", "ArrowDown")
    keys.to("[name=family]").press("ArrowDown")
    keys.to("summary").press("Enter", "Enter")
    keys.to("[name=asked]").press("Space")
    keys.to("main button[type=submit]").go("Enter")

    assert page.url.endswith("/tonight")
    keys.to("main a.govuk-button").go("Space")
    keys.to("[name=decision]").press("Space")
    keys.to("#reason").type("Nowhere safe tonight.")
    keys.to("#told").type("A bed tonight.")
    keys.to("main button[type=submit]").go("Enter")
    assert page.url.endswith("/hand-over")
    keys.to(".govuk-back-link").go("Enter")
    assert page.locator("h1").inner_text() == "Name not given"

    keys.to("main td button").go("Enter")
    keys.to("nav form button").go("Enter")
    assert page.url.endswith("/sign-in")


def test_focus_follows_the_page_from_top_to_bottom(visited):
    keys = Keyboard(visited(PLACES["questions again"], 1280))
    passed = 1
    above = keys.tab()
    while (below := keys.tab()) is not None:
        (top, left), (next_top, next_left) = above, below
        same_row = abs(next_top - top) < ROW
        assert next_left > left if same_row else next_top > top, f"{above} comes before {below}"
        above, passed = below, passed + 1
    assert passed > 20


def test_the_first_thing_in_reach_goes_past_the_navigation(visited):
    page = visited(PLACES["card"], 1280)
    Keyboard(page).tab()
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


@dataclass(frozen=True)
class Keyboard:
    """Keys pressed on a page. Wherever they lead, focus has to be seen."""

    page: Page

    def tab(self) -> tuple[float, float] | None:
        """To the next control. Where on the page it is, or nothing after the last one."""
        self.page.keyboard.press("Tab")
        focus = self.page.evaluate(FOCUS)
        if focus is None:
            return None
        assert focus["seen"], f"focus cannot be seen on {focus['what']}"
        return focus["top"], focus["left"]

    def to(self, selector: str) -> "Keyboard":
        for _ in range(60):
            self.tab()
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return self
        raise AssertionError(f"Tab never leads to {selector}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def go(self, key: str) -> None:
        """Press what leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


# A control is seen to have focus when it, or the circle drawn before a radio's label, has an
# outline or a shadow, and it is on the screen with nothing on top.
FOCUS = """
() => {
  const focused = document.activeElement
  if (focused === document.body) return null
  const styles = [getComputedStyle(focused)]
  for (const label of focused.labels || []) styles.push(getComputedStyle(label, '::before'))
  const marked = styles.some(style =>
    style.boxShadow !== 'none' ||
    (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 &&
     !/^rgba\\(.*, 0\\)$/.test(style.outlineColor)))
  const box = focused.getClientRects()[0]  // of a link over two lines, the first
  const x = box.left + Math.min(box.width, 30) / 2, y = box.top + Math.min(box.height, 20) / 2
  const there = document.elementFromPoint(x, y)
  const onTop = there !== null && (focused.contains(there) || there.contains(focused))
  return {
    seen: marked && onTop,
    what: focused.outerHTML.slice(0, 120),
    top: box.top + window.scrollY,
    left: box.left,
  }
}
"""
