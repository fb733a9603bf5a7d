"""Friday 28 August 2026, 4:50pm: ten minutes before a bank holiday weekend."""

import re
from datetime import timedelta

from tests.browser.conftest import FRIDAY_AFTERNOON
from tests.browser.journey import Officer

ABOUT_FAMILY = re.compile("famil|parent|carer|relative|mother|father", re.IGNORECASE)
NOT_TO_DO = ("Do not ", "“We will not contact your family")
NO_CONTACT = (
    "They are seen by a Housing Needs Officer trained in family mediation.",
    "where it is safe to ask.",  # what to consider before deciding: rule 3-j
    "what threatens them, and any risk to others.",  # what the assessment looks at: rule 5.1-d
    "health; who they are.",  # and its seven dimensions: rule app1
)
"""What speaks of the family, and asks nobody to contact it."""


def test_a_17_year_old_put_out_on_friday_afternoon_has_a_bed_tonight_and_mash_now(opened, at):
    officer = Officer(opened(), at(FRIDAY_AFTERNOON))
    officer.sign_in()
    card = officer.card(where="nowhere", family="refuses", safe_to_return_home="no", asked="now")
    words = officer.page.locator("main").inner_text()

    assert officer.heading() == "A bed tonight, and MASH now"
    assert "No consent is needed to refer." in words
    assert "You will have somewhere safe to sleep tonight." in words
    assert when(officer, "Refer to MASH. Consent is not needed.") == "Before they leave"
    assert when(officer, "Allocate to the Duty and Assessment Team.") == "Tonight, by midnight"
    assert "Do not contact the family" in words
    assert suggests_family(words) == []
    assert asks_for_consent(words) == []

    officer.follow("Why")
    for heading in ("What applies", "What cannot be told yet"):
        under = officer.page.evaluate(RULES_UNDER, heading)
        assert under
        assert suggests_family("\n".join(under)) == []
        assert asks_for_consent("\n".join(under)) == []

    officer.open(card)
    officer.press("Record your decision")
    words = officer.page.locator("main").inner_text()
    assert suggests_family(words) == []
    assert "consent is needed" not in words.replace("No consent is needed", "")

    officer.open(card)
    officer.decide()
    officer.open_case()
    officer.page.locator("summary", has_text="without a time limit").click()
    for table in ("What to do, most urgent first", "What to do, without a time limit"):
        words = officer.page.get_by_role("table", name=table).locator("td").all_inner_texts()
        assert words
        assert suggests_family("\n".join(words)) == []
    first = officer.page.get_by_role("table", name="What to do, most urgent first")
    row = first.locator("tr", has_text="Allocate to the Duty and Assessment Team.")
    assert "Tonight, by midnight" in row.inner_text()


def test_ten_minutes_later_the_emergency_duty_team_is_rung(opened, at):
    officer = Officer(opened(), at(FRIDAY_AFTERNOON + timedelta(minutes=11)))
    officer.sign_in()
    officer.card(where="nowhere", family="refuses", asked="now")
    assert officer.heading() == "Ring the Emergency Duty Team now"
    assert "020 8359 2000" in officer.page.locator(".app-numbers").inner_text()


def when(officer: Officer, words: str) -> str:
    """By when the card says that this is done."""
    row = officer.page.locator(".app-steps .govuk-summary-list__row", has_text=words)
    return row.locator(".app-by-when").inner_text()


def suggests_family(words: str) -> list[str]:
    """Lines that speak of the family, other than to say that nobody contacts it."""
    return [
        line
        for line in words.splitlines()
        if ABOUT_FAMILY.search(line)
        and not line.startswith(NOT_TO_DO)
        and not line.startswith("Put out by a parent")  # the officer's own words
        and not line.endswith(NO_CONTACT)
    ]


def asks_for_consent(words: str) -> list[str]:
    return [
        line
        for line in words.splitlines()
        if re.search("consent|agree to", line, re.IGNORECASE)
        and not line.startswith("Do not ")
        and "consent is n" not in line.lower().replace("no consent is needed", "consent is not")
    ]


# The words of the rules under a heading, without those that say what must not be done.
RULES_UNDER = """
heading => [...document.querySelectorAll('section.app-rule')]
  .filter(rule => {
    let above = rule
    while (above && above.tagName !== 'H2') above = above.previousElementSibling
    return above && above.innerText === heading
  })
  .map(rule => rule.querySelector('h3'))
  .filter(rule => rule.querySelector('.app-force').innerText.toLowerCase() !== 'must not')
  .map(rule => rule.lastChild.textContent.trim())
"""
