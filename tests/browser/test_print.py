"""The card on paper."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.conftest import FRIDAY_AFTERNOON
from tests.browser.journey import SEVENTEEN, Officer

FULLEST = {
    "where": "nowhere",
    "risk_of_significant_harm": "yes",
    "family": "refuses",
    "safe_to_return_home": "yes",
    "asked": "now",
}
UNDER_16, ADULT = ("27", "3", "2012"), ("27", "3", "2007")
A4 = (595, 842)


@pytest.mark.parametrize(
    ("born", "hours"),
    [(SEVENTEEN, 0), (SEVENTEEN, 6), (UNDER_16, 0), (ADULT, 0)],
    ids=["in office hours", "out of hours", "under 16", "adult"],
)
def test_the_fullest_card_is_one_page_of_a4(opened, at, born, hours):
    officer = Officer(opened(), at(FRIDAY_AFTERNOON + timedelta(hours=hours)))
    officer.sign_in()
    officer.card(born=born, **FULLEST)

    printed = PdfReader(BytesIO(officer.page.pdf(prefer_css_page_size=True)))
    words = " ".join(page.extract_text() for page in printed.pages)
    assert officer.heading() in words
    assert "What to say" in words
    assert "“Our reading” is for the council" in words  # its last line
    assert "Sign out" not in words
    assert len(printed.pages) == 1
    assert tuple(round(float(side)) for side in printed.pages[0].mediabox[2:]) == A4
