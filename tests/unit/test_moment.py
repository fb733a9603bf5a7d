"""A day and a time in four boxes: what is understood, and what is said when it is not."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from forms.answering import answers
from forms.case_form import CaseForm
from forms.fields import Moment
from rules.calendar import LONDON

NOW = datetime(2026, 11, 26, 17, 30, tzinfo=LONDON)


class VisitForm(CaseForm):
    seen_at = Moment("When were they seen?", noun="The visit")
    next_at = Moment("When is the next visit?", noun="The next visit", may_be_later=True)


@pytest.fixture
def posted():
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for tests", WTF_CSRF_ENABLED=False)

    def post(*parts, name="seen_at"):
        data = MultiDict([(name, part) for part in parts])
        with app.test_request_context(method="POST", data=data):
            form = VisitForm(opened_at=NOW, now=NOW)
            form.validate()
            return form

    return post


@pytest.mark.parametrize("typed", ["9:05", "09:05", "09.05", "0905"])
def test_a_time_is_understood_as_people_write_it(posted, typed):
    form = posted("26", "11", "2026", typed)

    assert not form.errors
    assert form.seen_at.data == datetime(2026, 11, 26, 9, 5, tzinfo=LONDON)


def test_it_is_recorded_with_its_zone_and_comes_back_as_it_was_typed(posted):
    form = posted("26", "10", "2026", "9:05")
    (recorded, _) = answers(form)

    assert datetime.fromisoformat(recorded["value"]) == datetime(2026, 10, 26, 9, 5, tzinfo=UTC)
    form.seen_at.raw_data = None
    form.seen_at.process_data(recorded["value"])
    assert form.seen_at.typed == ["26", "10", "2026", "09:05"]


def test_left_blank_it_has_no_answer(posted):
    form = posted("", "", "", "")

    assert not form.errors
    assert form.seen_at.data is None


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("26", "11", "2026", ""), "The visit must include a time"),
        (("26", "", "2026", ""), "The visit must include a month and time"),
        (("", "", "", "09:00"), "The visit must include a day and month and year"),
        (
            ("26", "11", "2026", "25:00"),
            "The visit must have a time by the 24-hour clock, for example 09:30",
        ),
        (
            ("26", "11", "2026", "soon"),
            "The visit must have a time by the 24-hour clock, for example 09:30",
        ),
        (("31", "11", "2026", "09:00"), "The visit must be a real date"),
        (("26", "11", "2026", "17:31"), "The visit must not be later than now"),
        (("27", "11", "2026", "00:00"), "The visit must not be later than now"),
    ],
)
def test_what_is_wrong_is_said_and_stands_where_it_was_typed(posted, parts, said):
    form = posted(*parts)

    assert form.seen_at.errors == [said]
    assert form.seen_at.typed == list(parts)


def test_this_very_minute_is_not_later_than_now(posted):
    assert not posted("26", "11", "2026", "17:30").errors


def test_what_is_planned_may_lie_ahead(posted):
    form = posted("27", "11", "2026", "09:00", name="next_at")

    assert not form.errors
    assert form.next_at.data == datetime(2026, 11, 27, 9, tzinfo=LONDON)
