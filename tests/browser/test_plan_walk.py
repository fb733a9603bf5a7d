"""A plan on a telephone, with the young person beside: made, done, talked about, taken away."""

import re

from tests.browser.journey import SOCIAL_WORKER
from tests.tagged import read_tagged

FLAT = {"who": "somebody", "somebody": "Aunt Ada", "source": "housing"}


def test_a_plan_is_made_talked_about_and_taken_away(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = re.sub("/hand-over$", "", officer.path)

    worker = sit_down(SOCIAL_WORKER)
    worker.open(f"{case}/support")
    assert "They have not been given it yet." in worker.words()
    worker.follow("Add something to the plan")
    worker.fill_in(**FLAT, words="See two flats")
    for part, typed in zip(("day", "month", "year"), ("31", "9", "2026"), strict=True):
        worker.page.fill(f"#due-{part}", typed)
    worker.press("Add it to the plan")
    wrong = worker.words(".govuk-error-summary")
    assert "The day must be a real date" in wrong
    assert "Select whether it is a step of another plan" in wrong
    worker.page.fill("#due-day", "30")
    worker.fill_in(mark="personal_housing_plan")
    worker.press("Add it to the plan")
    made = "See two flats Aunt Ada. By 30 September 2026 Personal housing plan step"
    assert made in worker.words()

    worker.follow("Add something to the plan")
    worker.fill_in(words="Ring the school", who="young_person", source="other", mark="none")
    worker.press("Add it to the plan")
    done = re.compile("^Done ?: Ring the school$")
    worker.go(worker.page.get_by_role("link", name=done))
    worker.fill_in(words="They were kind")
    worker.press("Save that it is done")
    assert "Ring the school. Done on 28 August 2026. “They were kind”" in worker.words()

    worker.follow("Write down what they think of it")
    worker.fill_in(agrees="partly", words="I want to see my sister.")
    worker.press("Save what they think")
    assert "In your words: I want to see my sister." in worker.words()

    link = worker.page.get_by_role("link", name="The plan as a PDF").get_attribute("href")
    found = worker.page.request.get(worker.url + str(link))
    assert found.headers["content-type"] == "application/pdf"
    paper, kinds, words = read_tagged(found.body())
    assert kinds.count("/H1") == 1
    assert paper.metadata.title == "Your plan"
    for said in (made, "I want to see my sister.", "0808 800 4444"):
        assert said in words.replace("\N{NO-BREAK SPACE}", " ")

    worker.follow("Record that they have been given it")
    worker.fill_in(how="paper")
    worker.page.select_option("#language", "en")
    worker.press("Save that they have it")
    assert "Given to them today: on paper, in English, by Sami Example" in worker.words()
    worker.follow("Given to them today")
    assert made in worker.words()
    assert "I want to see my sister." in worker.words()
    assert "Robin" not in worker.page.title() + worker.path
