"""Which pages are shown, and which answers still count."""

import json
from datetime import datetime
from functools import lru_cache
from random import Random

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from wtforms.fields.core import UnboundField

from forms.fields import OneOf, Option, QuestionForm, Ticks, YesNoNotKnown
from forms.first_contact import FIRST_CONTACT, facts
from forms.journeys import Given, Journey, Page, Progress, Records, Section, Status, Waits
from protocol.pack import current_pack
from protocol.situation import situation
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.evaluate import evaluate, read_facts

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
PACK = current_pack()


def given(**values):
    """Answers by question; None is a page saved without one."""
    return Given({name: answer(value) for name, value in values.items()})


def answer(value, seq=5):
    said = value[0] if isinstance(value, list) else value
    standing = {None: "not_asked", "not_known": "asked_not_known"}.get(said, "answered")
    return {"value": value, "standing": standing, "seq": seq, "wording": "", "words": None}


def no_rules(given):
    raise AssertionError("these pages ask no rules")


class First(QuestionForm):
    first = YesNoNotKnown("First?")


class Second(QuestionForm):
    second = YesNoNotKnown("Second?")


class Third(QuestionForm):
    third = YesNoNotKnown("Third?")


class Complete(QuestionForm):
    complete = YesNoNotKnown("Complete?")


def said_no(question):
    return lambda so_far: so_far.value(question) == "no"


CHAIN = Journey(
    "chain",
    (
        Section("One", (Page("first", First),)),
        Section(
            "Two",
            (
                Page("second", Second, shown_when=said_no("first")),
                Page("third", Third, shown_when=said_no("second")),
            ),
            waits=lambda so_far: Waits("Not yet", enough=so_far.value("first") == "not_known"),
        ),
    ),
)

THINGS = Journey(
    "things",
    (
        Section(
            "Things",
            (
                Page("first", First),
                Records(
                    slug="things",
                    form=Complete,
                    shown_when=said_no("first"),
                    kind="thing",
                    record_form=Second,
                    each="A thing",
                ),
                Records(
                    slug="more",
                    form=QuestionForm,
                    shown_when=lambda so_far: so_far.value("complete") == "yes",
                    kind="thing",
                    record_form=Third,
                    each="More of a thing",
                    adds=False,
                ),
            ),
        ),
    ),
)


def slugs(shown):
    return [page.slug for page in shown.pages]


def counting(shown):
    return {name: answer["value"] for name, answer in shown.counts.answers.items()}


def test_changing_one_answer_drops_everything_that_hung_from_it():
    """Third hangs from second, and second from first. All three are on the record."""
    changed = CHAIN.shown(given(first="yes", second="no", third="no"), no_rules)

    assert slugs(changed) == ["first"]
    assert counting(changed) == {"first": "yes"}
    assert changed.set_aside == ("second", "third")


def test_changing_it_back_brings_them_back():
    again = CHAIN.shown(given(first="no", second="no", third="no"), no_rules)

    assert slugs(again) == ["first", "second", "third"]
    assert counting(again) == {"first": "no", "second": "no", "third": "no"}
    assert again.set_aside == ()


@pytest.mark.parametrize(
    ("answers", "statuses"),
    [
        ({}, ["Not started", "Cannot start yet"]),
        ({"first": None}, ["Not started", "Cannot start yet"]),
        ({"first": "yes"}, ["Done", "Cannot start yet"]),
        ({"first": "not_known"}, ["Done", "Done"]),
        ({"first": "no"}, ["Done", "Not started"]),
        ({"first": "no", "second": "no"}, ["Done", "In progress"]),
        ({"first": "no", "second": "yes"}, ["Done", "Done"]),
        ({"first": "no", "second": "no", "third": "not_known"}, ["Done", "Done"]),
    ],
)
def test_how_far_each_part_is(answers, statuses):
    shown = CHAIN.shown(given(**answers), no_rules)

    assert [shown.status(section).value for section in CHAIN.sections] == statuses


def test_what_only_some_may_answer_holds_nobody_up():
    page = Page("second", Second, answered_by=("social_worker",))
    journey = Journey("j", (Section("One", (Page("first", First), page)),))
    shown = journey.shown(given(first="yes"), no_rules)

    assert shown.status(journey.sections[0]) is Status.DONE
    assert shown.after(shown.pages[0], "officer") is None
    assert shown.after(shown.pages[0], "social_worker") is page


def things(complete_at, changed_at, first="no"):
    answers = {"first": answer(first), "complete": answer("yes", seq=complete_at)}
    records = {"thing": {"a": {"second": answer("yes"), "third": answer("no")}}}
    return THINGS.shown(Given(answers, records, {"thing": changed_at}), no_rules)


def test_a_list_confirmed_before_it_changed_is_not_confirmed():
    assert slugs(things(complete_at=7, changed_at=6)) == ["first", "things", "more"]
    stale = things(complete_at=5, changed_at=6)
    assert slugs(stale) == ["first", "things"]
    assert "complete" not in stale.counts.answers


def test_what_a_page_asks_of_a_record_counts_only_while_that_page_is_shown():
    assert set(things(7, 6).counts.records["thing"]["a"]) == {"second", "third"}
    assert set(things(5, 6).counts.records["thing"]["a"]) == {"second"}
    assert things(7, 6, first="yes").counts.records == {}


def test_records_are_as_far_as_the_list_is_confirmed_and_each_is_asked_about():
    done, stale = things(7, 6), things(5, 6)
    pages = THINGS.pages

    assert [page.progress(done.counts) for page in pages] == [Progress.ALL] * 3
    assert pages[1].progress(stale.counts) is Progress.SOME
    assert pages[2].progress(stale.counts) is Progress.NONE


# First contact itself, under the rules in force.


def rules(given):
    return _findings(json.dumps(facts(given, NOW), default=str))


@lru_cache(maxsize=2000)
def _findings(raw):
    flat = situation(PACK, json.loads(raw), NOW)
    return evaluate(PACK, {**flat, **read_facts(PACK, {"at_point_of_decision": "yes"})}, NOW)


def values_of(name, field):
    """What a question can be answered with."""
    if name in FIXED:
        return FIXED[name]
    if field.field_class is YesNoNotKnown:
        return ["yes", "no", "not_known"]
    if field.field_class is OneOf:
        return [Option(*option).value for option in field.args[1]]
    if field.field_class is Ticks:
        return [[Option(*option).value] for option in field.args[1]]
    return ["Words"]


def questions(form):
    return {name: getattr(form, name) for name in dir(form) if _is_question(form, name)}


def _is_question(form, name):
    return not name.startswith("_") and isinstance(getattr(form, name), UnboundField)


QUESTIONS = {
    name: field
    for page in FIRST_CONTACT.pages
    for name, field in questions(page.form).items()
    if name != "no_answer"
}
FIXED = {
    "date_of_birth": ["2009-01-15", "2012-01-01", "2000-01-01"],
    "asked_on": ["2026-05-19"],
    "asked_at": ["09:30"],
}
FAVOURABLE = {
    "where": "settled",
    "family": "agrees",
    "risk_of_significant_harm": "no",
    "signs": ["none"],
    "safe_to_return_home": "yes",
    "seen_alone": "yes",
    "needs_statutory_assessment": "no",
    "age": "not_known",
}
YES_OR_NOT = ["yes", "no", "not_known"]


def interview_of(chance):
    """Answers to nearly every question, as a journal full of changes might hold them."""
    answers = {
        name: answer(chance.choice(values_of(name, field)), seq=chance.choice([4, 8]))
        for name, field in QUESTIONS.items()
        if chance.random() < 0.9
    }
    often = chance.choice([0, 0.5, 1])
    answers |= {
        name: answer(value, seq=8) for name, value in FAVOURABLE.items() if chance.random() < often
    }
    carers = {
        str(place): {
            name: answer(chance.choice(YES_OR_NOT))
            for name in ("identified", "contacted", "willing")
        }
        for place in range(chance.randrange(3))
    }
    return Given(answers, {"carer": carers, "relative": {}}, {"carer": 6})


# Drawn from a seed: drawing each answer by itself would take minutes.
interviews = st.integers(0, 2**32).map(lambda seed: interview_of(Random(seed)))


@settings(deadline=None, max_examples=100)
@drawn(interviews)
def test_answers_of_pages_not_shown_never_count(interview):
    shown = FIRST_CONTACT.shown(interview, rules)
    asked = {name for page in shown.pages for name in page.asks}
    fields = {name for page in shown.pages if isinstance(page, Records) for name in page.fields}

    assert set(shown.counts.answers) <= asked
    for held in shown.counts.records.values():
        assert all(set(record) <= fields for record in held.values())


@settings(deadline=None, max_examples=60)
@drawn(interviews, interviews)
def test_what_does_not_count_makes_no_difference(interview, other):
    """Not to the pages, and not to the facts: whatever else stands on the record."""
    shown = FIRST_CONTACT.shown(interview, rules)
    asked = {name for page in shown.pages for name in page.asks}
    aside = {name: a for name, a in other.answers.items() if name not in asked}
    changed = Given({**interview.answers, **aside}, interview.records, interview.changed)
    again = FIRST_CONTACT.shown(changed, rules)

    assert slugs(again) == slugs(shown)
    assert facts(again.counts, NOW) == facts(shown.counts, NOW)


@settings(deadline=None, max_examples=100)
@drawn(interviews)
def test_nothing_about_contact_is_asked_unless_the_rules_allow_it(interview):
    shown = FIRST_CONTACT.shown(interview, rules)
    found = rules(shown.counts)
    about_contact = {"family-views", "mediation", "parents-agreement"} & set(slugs(shown))

    if about_contact:
        assert found.concluded["family_contact_allowed"] is YES
        assert found.result("a44") is NO


@settings(deadline=None, max_examples=100)
@drawn(interviews)
def test_consent_is_asked_where_3_k_applies_and_nowhere_else(interview):
    shown = FIRST_CONTACT.shown(interview, rules)
    found, pages = rules(shown.counts), set(slugs(shown))

    assert ("early-help" in pages) is (found.result("3-k") is YES)
    assert ("agreement" in pages) is ("ground" in pages) is (found.result("gap-3") is YES)
    assert ("told" in pages) is (found.result("a15-tell") is YES)
    assert not ("early-help" in pages and pages & {"agreement", "told"})


def known(**values):
    return {
        k: v
        for k, v in situation(PACK, facts(given(**values), NOW), NOW).items()
        if v is not NOT_KNOWN
    }


@pytest.mark.parametrize("sign", ["violence_or_abuse", "forced_marriage", "honour_based_abuse"])
def test_a_sign_of_abuse_at_home_outweighs_a_no(sign):
    found = known(family="agrees", risk_of_significant_harm="no", signs=[sign])
    assert found["family_contact_unsafe"] is YES
    assert found["risk_of_significant_harm"] is YES


def test_a_sign_of_other_harm_outweighs_a_no_about_harm():
    found = known(family="agrees", risk_of_significant_harm="no", signs=["exploited"])
    assert found["family_contact_unsafe"] is NO
    assert found["risk_of_significant_harm"] is YES


def test_signs_nobody_knows_about_take_back_a_no_and_never_a_yes():
    assert known(family="agrees", risk_of_significant_harm="no", signs=["not_known"]) == {
        "agrees_to_family_contact": YES
    }
    unsafe = known(family="unsafe", risk_of_significant_harm="yes", signs=["not_known"])
    assert unsafe["family_contact_unsafe"] is unsafe["risk_of_significant_harm"] is YES


def test_no_sign_changes_nothing():
    assert known(family="agrees", risk_of_significant_harm="no", signs=["none"]) == known(
        family="agrees", risk_of_significant_harm="no"
    )


@pytest.mark.parametrize(
    ("alone", "safe"), [("yes", YES), ("no", NOT_KNOWN), ("not_known", NOT_KNOWN), (None, YES)]
)
def test_a_home_called_safe_without_seeing_them_alone_is_not_known_to_be(alone, safe):
    found = known(safe_to_return_home="yes", seen_alone=alone)
    assert found.get("safe_to_return_home", NOT_KNOWN) is safe


def test_every_question_says_why_it_is_asked():
    for page in FIRST_CONTACT.pages:
        forms = [page.form, *([page.record_form] if isinstance(page, Records) else [])]
        for form in forms:
            fields = questions(form)
            revealed = {
                Option(*option).reveals
                for field in fields.values()
                if field.field_class is OneOf
                for option in field.args[1]
            }
            for name, field in fields.items():
                more = name in revealed or name == "no_answer" or name.endswith("_words")
                assert field.kwargs.get("why") or more or name == "social_worker_reason", name


def test_not_known_is_always_possible():
    for page in FIRST_CONTACT.pages:
        if page.asks:
            fields = questions(page.form)
            field = fields[page.asks[0]]
            options = [Option(*o).value for o in field.args[1]] if len(field.args) > 1 else []
            is_fact = field.field_class is YesNoNotKnown
            assert is_fact or "not_known" in options or "no_answer" in fields, page.slug
