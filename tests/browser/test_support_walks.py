"""Walks about support: a missed day answered for and a visit of one tap; fewer visits, and daily
again."""

from datetime import timedelta

from tests.browser.conftest import FRIDAY_AFTERNOON
from tests.browser.journey import SOCIAL_WORKER, TEAM_MANAGER
from tests.browser.placement_places import day_and_time
from tests.browser.support_places import EARLY_HELP_WORKER, SUPPORT_WORKER

DAY = timedelta(days=1)


def their_page(officer):
    """From home to the page of the young person whom the demo supports. Its path."""
    officer.open("/")
    officer.go(officer.page.locator("main a[href$='/support']").first)
    return officer.path


def test_a_missed_day_is_a_visit_that_was_not_recorded_and_todays_visit_is_one_tap(
    sit_down, front_door
):
    suki = sit_down(SUPPORT_WORKER)
    assert "A day without a visit on record" in suki.words()
    assert "Not seen yet today." in suki.words()
    support = their_page(suki)
    assert "Nobody has recorded seeing them yesterday." in suki.words()
    suki.go(suki.page.get_by_role("link", name="We did see them yesterday"))
    suki.press("Save the visit")
    assert "Enter why it was not recorded that day" in suki.words()
    suki.fill_in(at="18:15", who="Suki Example", alone="yes", why_late="My phone was flat.")
    suki.press("Save the visit")
    assert suki.path == support
    assert "Nobody has recorded seeing them yesterday." not in suki.words()
    assert "Last seen yesterday at 6:15pm." in suki.words()

    suki.press("Seen alone")
    assert "Seen alone, today at 4:50pm." in suki.words()
    assert "Why then: My phone was flat." in suki.words()
    suki.go(suki.page.get_by_role("link", name="Take it back").first)
    suki.fill_in(why="That was somebody else.")
    suki.press("Take it back")
    assert "Nobody has recorded seeing them today yet." in suki.words()
    suki.press("Seen, not alone")
    assert "Seen, not alone, today at 4:50pm." in suki.words()
    suki.open("/")
    assert "Seen today, 4:50pm." in suki.words()
    assert "without a visit" not in suki.words()
    front_door.open_at(FRIDAY_AFTERNOON + 2 * DAY)
    eli = sit_down(EARLY_HELP_WORKER)
    assert "Nobody has recorded seeing them since Friday 28 August at 4:50pm." in eli.words()


def test_fewer_visits_are_decided_signed_by_somebody_else_and_turned_back_with_one_button(
    sit_down, front_door
):
    sami = sit_down(SOCIAL_WORKER)
    assert "A day without a visit on record" in sami.words()
    support = their_page(sami)
    sami.follow("Decide on fewer visits")
    assert "13. Is there anything that makes you unsafe, or afraid?" in sami.words()
    sami.press("Ask another person to agree")
    assert "Enter what the young person says" in sami.words()
    sami.fill_in(
        evidence=["15"],
        reason="They manage. The worry is known, and watched.",
        young_person_said="I am fine, and want some quiet.",
        every_days="3",
    )
    day_and_time(sami, "starts_on", "29", "8", "2026")
    day_and_time(sami, "look_again_on", "10", "9", "2026")
    sami.press("Ask another person to agree")
    assert "Every day, until another person has agreed to fewer visits." in sami.words()

    tess = sit_down(TEAM_MANAGER)
    tess.go(tess.page.locator("main a[href^='/signatures/']").first)
    assert "Every third day instead of every day" in tess.words()
    assert "Worries on record: 13." in " ".join(tess.words().split())
    tess.fill_in(says="agree")
    tess.press("Save")
    suki = sit_down(SUPPORT_WORKER)
    suki.open(support)
    assert "Every day for now. From 29 August 2026: every third day" in suki.words()

    front_door.open_at(FRIDAY_AFTERNOON + DAY)
    suki = sit_down(SUPPORT_WORKER)
    suki.open(support)
    assert "Every third day, until 10 September 2026." in suki.words()
    suki.press("Back to daily visits")
    assert suki.path == support
    assert "Every day. Suki Example turned back to daily visits today." in suki.words()
    assert "Nobody has recorded seeing them today yet." in suki.words()
