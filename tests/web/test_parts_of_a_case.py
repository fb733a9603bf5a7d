"""Whatever is posted to a part of a case, it has an answer or a message, and nothing is lost."""

import pytest

from forms.case_journeys import CASE_JOURNEYS
from forms.fields import DateParts, OneOf, Text, Ticks
from forms.journeys import Records
from store.ids import new_id
from tests.web.parts import (
    add,
    has_capacity,
    homeless,
    housing_owes_nothing,
    informed,
    never_in_care,
    refuses,
    section_20_is_owed,
)

ROLES = ("social_worker", "housing_options_assessor")
"""Between them they may answer everything."""

TOO_LONG = "x" * 5000


@pytest.fixture
def everything_asked(officer, browse):
    """A case in which every page about section 20 is asked."""
    case = homeless(officer)
    sw, assessor = (browse(role) for role in ROLES)
    section_20_is_owed(sw, case)
    never_in_care(sw, case)
    informed(officer, case)
    refuses(officer, case, "10:00")
    housing_owes_nothing(assessor, case, "11:00")
    refuses(officer, case, "12:00")
    has_capacity(sw, case, "12:30")
    return case


def wrong_answers(question):
    """What a question cannot be answered with."""
    field = question.field_class
    if issubclass(field, OneOf | Ticks):
        yield ["none_of_ours"]
        yield ["yes", "no"]
    elif issubclass(field, DateParts):
        yield ["31", "2", "2026", "09:00"][: len(field.PARTS)]
        yield ["1", "", "", ""][: len(field.PARTS)]
    elif issubclass(field, Text):
        yield [TOO_LONG]
        yield ["\x00"]


def forms_of(journey):
    """Each page's address after that of the part, and its form."""
    for page in journey.pages:
        yield page, page.slug, page.form
        if isinstance(page, Records) and page.adds:
            yield page, f"{page.slug}/{new_id()}", page.record_form


@pytest.mark.parametrize("name", [journey.name for journey in CASE_JOURNEYS])
def test_a_wrong_answer_is_said_beside_the_question_and_nothing_else_is_lost(
    browse, everything_asked, record, name
):
    journey = next(each for each in CASE_JOURNEYS if each.name == name)
    browsers, before = {role: browse(role) for role in ROLES}, record.entries()
    tried = 0
    for page, address, form in forms_of(journey):
        role = next(r for r in ROLES if not page.answered_by or r in page.answered_by)
        shown = browsers[role].get(f"{everything_asked}/parts/{name}/{address}", None)
        if shown.status == 404:
            continue
        questions = {
            each: getattr(form, each)
            for each in dir(form)
            if hasattr(getattr(form, each), "field_class")
        }
        for question, unbound in questions.items():
            for wrong in wrong_answers(unbound):
                keep = {
                    other: ["Kept."]
                    for other, each in questions.items()
                    if other != question and issubclass(each.field_class, Text)
                }
                refused = browsers[role].submit(shown, status=400, **{**keep, question: wrong})
                chosen = refused.error_beside(question)
                if chosen is None:  # asked only of those who chose the answer above it
                    continue
                typed = refused.typed()
                assert all(typed[other] == ["Kept."] for other in keep if other in typed)
                tried += 1
    assert tried >= 8
    assert record.entries() == before


def test_a_page_that_is_not_asked_keeps_what_was_typed(browse, officer, record):
    case = homeless(officer)
    sw = browse("social_worker")
    sw.get(f"{case}/parts/section-20/section-17", 404)
    assert "Asked only where Housing owes them no home" in sw.get(f"{case}/parts/section-20").words


def test_posted_twice_an_answer_about_section_20_is_recorded_once(browse, officer, record):
    case = homeless(officer)
    page = officer.get(f"{case}/parts/section-20/offers/{new_id()}")
    form = {**page.filled(), "answer": "refuses", "their_words": "No."}
    for _ in range(2):
        officer.post(page.url, form, 302)
    assert len(record.entries("record_saved")) == 1


def test_an_empty_answer_about_section_20_is_not_saved(officer, record):
    case = homeless(officer)
    refused = add(officer, case, "section-20/offers", status=400)
    assert refused.errors == ["Enter at least one thing"]
    assert record.entries("record_saved") == []


def test_what_was_said_later_than_now_is_refused(officer, record):
    case = homeless(officer)
    refused = add(
        officer,
        case,
        "section-20/offers",
        status=400,
        at="16:51",
        answer="refuses",
        their_words="N",
    )
    assert refused.errors == ["When they said it must not be later than now"]


def test_what_only_some_roles_answer_is_closed_to_the_others(browse, officer):
    case = homeless(officer)
    assert officer.get(f"{case}/parts/section-20/area", None).status == 403
    assert officer.get(f"{case}/parts/section-20/housing", None).status == 403
    assert (
        "A social worker or their manager answers this"
        in officer.get(f"{case}/parts/section-20").words
    )
    assessor = browse("housing_options_assessor")
    assert assessor.get(f"{case}/parts/section-20/housing").status == 200
