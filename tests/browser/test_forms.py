"""Further questions open when they are asked, and what is typed is not lost."""

from tests.browser.places import PLACES

HAS_FOCUS = "document.activeElement.id"


def test_the_link_about_a_date_of_birth_leads_to_the_day(visited):
    page = visited(PLACES["questions, wrong"], 1280)
    page.get_by_role("link", name="Date of birth must be a real date").click()
    assert page.evaluate(HAS_FOCUS) == "date_of_birth-day"


def test_a_further_question_opens_with_its_answer_and_closes_with_another(visited):
    page = visited(PLACES["questions"], 1280)
    day, time, other_day = (
        page.locator(f"#{id}") for id in ("date_of_birth-day", "asked_at", "asked_on-day")
    )
    assert [each.is_visible() for each in (day, time, other_day)] == [False, False, False]
    page.check("input[name=age][value=date_of_birth]")
    assert day.is_visible()
    page.check("input[name=age][value=in_doubt]")
    assert not day.is_visible()
    page.check("input[name=asked][value=today]")
    assert [each.is_visible() for each in (time, other_day)] == [True, False]
    page.check("input[name=asked][value=before]")
    assert [each.is_visible() for each in (time, other_day)] == [False, True]


def test_without_javascript_everything_is_open_and_a_typed_date_counts(officer):
    officer = officer(375, javascript=False)
    officer.meet()
    page = officer.page
    for id in ("date_of_birth-day", "asked_at", "asked_on-day"):
        assert page.locator(f"#{id}").is_visible()
    for part, typed in zip(("day", "month", "year"), ("27", "3", "2009"), strict=True):
        page.fill(f"#date_of_birth-{part}", typed)
    officer.press("Show what has to happen tonight")
    officer.follow("Change the answers")
    assert page.locator("input[name=age][value=date_of_birth]").is_checked()
    assert page.locator("#date_of_birth-day").input_value() == "27"
