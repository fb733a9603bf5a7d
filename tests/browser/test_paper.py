"""The fifty points on paper: a sheet to each theme, and nobody's name."""

from io import BytesIO

from pypdf import PdfReader

from checklists.fifty_points import points_of, themes
from tests.browser.conftest import on_a_telephone
from tests.browser.journey import NAME, SOCIAL_WORKER

A4 = (595, 842)


@on_a_telephone
def test_every_side_of_the_paper_says_what_it_belongs_to_and_names_nobody(sit_down):
    officer = sit_down()
    officer.card()
    officer.decide()
    case = officer.path.split("/")[2]
    social_worker = sit_down(SOCIAL_WORKER)
    social_worker.open(f"/cases/{case}/support/checklists/paper")
    reference = social_worker.page.locator(".govuk-caption-l").inner_text()

    printed = PdfReader(BytesIO(social_worker.page.pdf(prefer_css_page_size=True)))
    sides = [" ".join(side.extract_text().split()) for side in printed.pages]
    assert {tuple(round(float(x)) for x in side.mediabox[2:]) for side in printed.pages} == {A4}
    of_theme = [
        next(theme for theme in themes() if f"{theme.title} {reference} Date" in side)
        for side in sides
    ]
    assert list(dict.fromkeys(of_theme)) == list(themes())
    for theme in themes():
        sheet = " ".join(s for s, of in zip(sides, of_theme, strict=True) if of == theme)
        for point in points_of(theme.id):
            assert f"{point.number} {point.question}" in sheet
    written = " ".join(sides)
    assert written.count("What needs to happen") == written.count("By whom") == 50
    assert NAME.split()[0] not in written
    assert "Sign out" not in written
    assert "typed in" not in written
