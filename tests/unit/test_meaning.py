"""What the parts of a case ask, and what it means to the rules."""

from collections import Counter
from datetime import datetime

import pytest
from wtforms.fields.core import UnboundField

from forms.case_journeys import CASE_JOURNEYS
from forms.fields import OneOf
from forms.first_contact import FIRST_CONTACT
from forms.journeys import Given, Records
from forms.meaning import FACTS, FED, WRITTEN, facts
from protocol.records import RECORDS
from rules.calendar import LONDON
from rules.facts import Kind

OPENED = datetime(2026, 11, 26, 9, tzinfo=LONDON)
JOURNEYS = (FIRST_CONTACT, *CASE_JOURNEYS)
PAGES = [page for journey in CASE_JOURNEYS for page in journey.pages]
ASKED = [(page.form, name) for page in PAGES for name in page.asks]
FIELDS = [
    (page.kind, page.record_form, name)
    for page in PAGES
    if isinstance(page, Records)
    for name in page.fields
]


def values_of(form, name):
    field = getattr(form, name)
    assert isinstance(field, UnboundField)
    choices = field.args[1] if issubclass(field.field_class, OneOf) and field.args[1:] else ()
    return {option[0] for option in choices} or {"yes", "no", "not_known"}


def test_a_question_is_asked_in_one_place_only():
    asked = Counter(name for journey in JOURNEYS for page in journey.pages for name in page.asks)
    asked.pop("no_answer", None)

    assert [name for name, times in asked.items() if times > 1] == []


def test_nobody_is_asked_what_records_tell():
    """The rules would refuse a fact that is given twice, and with it all advice."""
    assert {name for _, name in ASKED} & FED == set()


@pytest.mark.parametrize(("form", "name"), ASKED, ids=[name for _, name in ASKED])
def test_a_question_named_like_a_fact_can_give_every_answer_it_has(form, name):
    fact = FACTS.get(name)
    if fact and fact.kind is Kind.CHOICE:
        assert {option.id for option in fact.options} <= values_of(form, name)
    elif fact and fact.kind is Kind.YES_NO:
        assert {"yes", "no", "not_known"} == values_of(form, name)
    assert getattr(form, name).args[0].strip()


def test_a_record_can_say_all_that_the_rules_read():
    said = {}
    for kind, form, name in FIELDS:
        said.setdefault(kind, set()).add(name)
        read = RECORDS[kind].fields.get(name) if kind in RECORDS else None
        if read and read.kind is Kind.CHOICE:
            assert {option.id for option in read.options} <= values_of(form, name), (kind, name)
    listed = {page.kind for page in PAGES if isinstance(page, Records) and page.adds}
    for kind in listed & RECORDS.keys():
        told = said[kind] | {field for field, words in WRITTEN.items() if words in said[kind]}
        assert set(RECORDS[kind].fields) <= told, kind


@pytest.mark.parametrize(
    ("value", "meant"),
    [("yes", "yes"), ("no", "no"), ("not_known", "not_known"), (None, "not_known")],
)
def test_only_a_yes_is_a_yes_and_only_a_no_a_no(value, meant):
    given = Given({"release_address_confirmed": {"value": value, "standing": "answered"}})

    assert facts(given, OPENED)["release_address_confirmed"] == meant


def test_a_question_that_is_no_fact_means_nothing_to_the_rules():
    given = Given({"age": {"value": "in_doubt"}, "made_up": {"value": "yes"}})

    found = facts(given, OPENED)

    assert "made_up" not in found
    assert "age" not in found  # a fact of that name is worked out, and is not this answer


def test_a_list_nobody_confirmed_is_not_known_to_be_complete():
    record = {"kind": {"value": "sentence"}, "first_day": {"value": None}}
    given = Given(records={"custody": {"one": record}})

    found = facts(given, OPENED)

    assert found["custody"] == [
        {
            "id": "one",
            "kind": "sentence",
            "first_day": "not_known",
            "last_day": "not_known",
            "still_running": "not_known",
            "release_date": "not_known",
        }
    ]
    assert found["custody_complete"] == "not_known"
