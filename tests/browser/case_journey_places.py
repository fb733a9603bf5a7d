"""The parts of a case: the list and the check of each, what is asked of everybody, and a record
with nothing in it. What is asked only after an answer is drawn the same way."""

from collections.abc import Iterator

from forms.case_journeys import CASE_JOURNEYS
from forms.journeys import Journey, Page, Records, always
from tests.browser.journey import Officer
from tests.browser.place import Place

A_NEW_ONE = "00000000-0000-4000-8000-000000000001"
IN_CUSTODY = "00000000-0000-4000-8000-000000000002"
TIMES = "/cases/{decided}/parts/custody/times"


def put_in_custody(officer: Officer, case_id: str) -> None:
    officer.open(f"{TIMES.format(decided=case_id)}/{IN_CUSTODY}")
    officer.fill_in(kind="sentence")
    officer.press("Save")


def of_a_journey(journey: Journey) -> Iterator[Place]:
    begin = f"/cases/{{decided}}/parts/{journey.name}"
    yield Place(journey.name, begin)
    yield Place(f"{journey.name}, checked", f"{begin}/check")
    for page in journey.pages:
        if page.shown_when is always and not page.answered_by:
            yield from of_a_page(f"{journey.name}, {page.slug}", f"{begin}/{page.slug}", page)


def of_a_page(name: str, path: str, page: Page) -> Iterator[Place]:
    yield Place(name, path)
    if isinstance(page, Records) and page.adds:
        record = f"{path}/{A_NEW_ONE}"
        yield Place(
            f"{name}, empty record",
            record,
            lambda officer: officer.press("Save"),
            has_errors=True,
        )


PLACES_OF_CASE_JOURNEYS = (
    *(place for journey in CASE_JOURNEYS for place in of_a_journey(journey)),
    Place("custody, times, removed", f"{TIMES}/{IN_CUSTODY}/remove"),
    Place(
        "custody, times, removed without a reason",
        f"{TIMES}/{IN_CUSTODY}/remove",
        lambda officer: officer.press("Take off the list"),
        has_errors=True,
    ),
)
