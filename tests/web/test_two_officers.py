"""Two officers at the same questions: nobody's answers are lost, and both are told."""

import pytest

from tests.web.conftest import OFFICER, OTHER_OFFICER
from tests.web.journey import SHOW, came, page_of


@pytest.fixture
def two(browse):
    """Both have the same questions open; the first has saved."""
    first, second = browse(OFFICER), browse(OTHER_OFFICER)
    questions = page_of(came(first, where="not_known"), "questions")
    ours, theirs = first.get(questions), second.get(questions)
    first.submit(ours, SHOW, where="nowhere", family="refuses")
    return second, theirs


def test_the_second_sees_what_differs_and_keeps_what_they_chose(two):
    second, page = two
    told = second.submit(page, SHOW, where="settled", family="refuses", status=409)
    assert told.errors == [
        "Somebody else saved these questions while you were answering. "
        "Look at what is different, then save again"
    ]
    differences = [item.get_text() for item in told.soup.select(".govuk-inset-text li")]
    assert differences == [
        "Where can they stay? Saved: Nowhere safe tonight. "
        "You chose: Somewhere safe, suitable and settled."
    ]
    assert told.typed() == {"where": ["settled"], "family": ["refuses"]}


def test_until_the_second_saves_again_what_the_first_saved_stands(two, record):
    second, page = two
    second.submit(page, SHOW, where="settled", status=409)
    assert record.facts()["needs_bed_tonight"] == "yes"


def test_both_sets_of_answers_are_in_the_journal(two, record):
    second, page = two
    second.submit(page, SHOW, where="settled", status=409)
    given = [body["facts"]["needs_bed_tonight"] for body in _bodies(record, "answers_given")]
    aside = [body["facts"]["needs_bed_tonight"] for body in _bodies(record, "answers_set_aside")]
    assert (given, aside) == (["not_known", "yes"], ["no"])
    assert len({entry.human_id for entry in record.entries()}) == 2


def _bodies(record, kind):
    return [entry.body for entry in record.entries(kind)]


def test_saving_again_works_and_then_counts(two, record):
    second, page = two
    told = second.submit(page, SHOW, where="settled", status=409)
    card = second.follow(second.submit(told, SHOW))
    assert card.heading == "Ask what is not known yet"
    assert record.facts()["needs_bed_tonight"] == "no"
    record.holds()


def test_somebody_else_saving_yet_again_is_noticed_too(two, browse):
    second, page = two
    told = second.submit(page, SHOW, where="settled", status=409)
    first = browse(OFFICER)
    first.submit(first.get(told.form().get("action")), SHOW, where="homeless")
    second.submit(told, SHOW, status=409)


def test_an_error_does_not_make_the_second_overwrite_the_first(two, record):
    """What the page saw stays what it saw while its errors are put right."""
    second, page = two
    wrong = second.submit(page, SHOW, where="settled", asked="today", asked_at="x", status=400)
    second.submit(wrong, SHOW, asked_at="09:00", status=409)
    assert record.facts()["needs_bed_tonight"] == "yes"


def test_each_sees_what_the_other_answered(two):
    second, page = two
    assert second.get(page.url).typed() == {"where": ["nowhere"], "family": ["refuses"]}
