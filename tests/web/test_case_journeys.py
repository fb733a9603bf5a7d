"""The parts of a case: asked, saved, read by the rules, and refused where they make no sense."""

import pytest

from forms.case_journeys import CASE_JOURNEYS
from forms.journeys import Records
from store.ids import new_id
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once

PAGES = [(journey.name, page) for journey in CASE_JOURNEYS for page in journey.pages]
LISTS = [(name, page) for name, page in PAGES if isinstance(page, Records) and page.adds]
NAMES = [f"{name}/{page.slug}" for name, page in PAGES]


@pytest.fixture
def worker(browse):
    return browse("social_worker")


@taken_once
def case(worker):
    return decided(worker, came(worker, **NOWHERE)).url


def asked_of(browse, page, worker):
    """Somebody who may answer the page."""
    others = page.answered_by and "social_worker" not in page.answered_by
    return browse(page.answered_by[0]) if others else worker


def times(case, *more):
    return "/".join((f"{case}/parts/custody/times", *more))


def with_a_sentence(worker, case, **otherwise):
    """The list of times in custody, with a sentence that began on 3 August 2026."""
    id = new_id()
    sentence = {"kind": "sentence", "first_day": ["3", "8", "2026"], "still_running": "yes"}
    page = worker.submit(worker.get(times(case, id)), **{**sentence, **otherwise})
    assert page.location == times(case)
    return id


@pytest.mark.parametrize(("name", "page"), PAGES, ids=NAMES)
def test_every_page_can_be_opened_or_says_why_not(browse, worker, case, name, page):
    found = asked_of(browse, page, worker).get(f"{case}/parts/{name}/{page.slug}", None)

    assert found.status == 200 or (found.status == 404 and "list of what to ask" in found.words)


@pytest.mark.parametrize(("name", "page"), LISTS, ids=[f"{n}/{p.slug}" for n, p in LISTS])
def test_a_record_without_anything_in_it_is_not_saved(browse, worker, case, record, name, page):
    asked = asked_of(browse, page, worker)
    before = record.entries()

    empty = asked.get(f"{case}/parts/{name}/{page.slug}/{new_id()}")
    refused = asked.submit(empty, status=400)

    assert any("at least one thing" in error for error in refused.errors)
    assert record.entries() == before


def test_the_case_says_how_far_each_part_is(worker, case):
    assert "Custody and time in care Not started" in worker.get(case).words

    with_a_sentence(worker, case)

    assert "Custody and time in care In progress" in worker.get(case).words


def test_a_release_in_ten_days_is_late_for_planning_and_somebody_has_to_find_a_place(
    worker, case, clock
):
    with_a_sentence(worker, case, release_date=["7", "9", "2026"])
    worker.submit(
        worker.get(f"{case}/parts/custody/after"),
        may_need_accommodation_on_release="yes",
        where_on_release_in_their_words="Near my nan.",
    )
    worker.submit(worker.get(f"{case}/parts/custody/address"), release_address_confirmed="no")

    page = worker.get(case)

    assert "4.2-d" in page.text
    assert "10 August" in page.part("Time limits")  # four weeks before 7 September
    assert "late" in page.part("Time limits")
    assert "Near my nan." in page.part("What the young person says")


def test_what_contradicts_itself_is_refused_and_nothing_is_lost(worker, case, record):
    before = record.entries()
    page = worker.submit(
        worker.get(times(case, new_id())),
        status=400,
        first_day=["3", "8", "2026"],
        last_day=["1", "8", "2026"],
        place="Made-up Secure Home",
    )

    assert page.errors == ["The last day must not be before the first day"]
    assert page.typed()["place"] == ["Made-up Secure Home"]
    assert record.entries() == before
    assert worker.get(case).status == 200


def test_a_record_is_changed_and_taken_off_with_a_reason(worker, case):
    id = with_a_sentence(worker, case)
    page = worker.get(times(case, id))
    assert page.filled()["kind"] == "sentence"

    worker.submit(page, kind="remand")
    assert "Remanded in custody" in worker.get(times(case)).words

    worker.submit(worker.get(times(case, id, "remove")), reason="It was somebody else.")
    assert "Nothing is on the list yet" in worker.get(times(case)).words
    assert "It was somebody else." in worker.get(case).part("What happened")


def test_somebody_who_only_reads_is_not_led_to_what_they_may_not_change(browse, worker, case):
    with_a_sentence(worker, case)

    page = browse("auditor").get(f"{case}/parts/custody/check")

    assert "Serving a sentence" in page.words
    assert not page.soup.select("main .govuk-summary-list a")


def test_answers_of_first_contact_stand_beside_those_of_a_part(worker, case, record):
    with_a_sentence(worker, case)

    page = worker.get(case)

    assert "Where can they stay? Nowhere safe tonight" in page.part(
        "What the young person was asked"
    )
    assert "What kind of custody is it? Serving a sentence" in page.part(
        "What the young person was asked"
    )
    record.holds()
