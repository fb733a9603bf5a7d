"""What a worker sees when a question is answered, left blank or answered oddly."""

from datetime import date, time
from io import BytesIO
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup
from flask import Blueprint, Flask, render_template
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader
from werkzeug.datastructures import MultiDict

from forms.fields import (
    DateOfBirth,
    DateParts,
    OneOf,
    Option,
    Password,
    QuestionForm,
    ShortText,
    Ticks,
    TimeOfDay,
    Words,
    YesNoNotKnown,
)

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


class EveryQuestion(QuestionForm):
    needs_home = YesNoNotKnown(
        "Do they need somewhere to stay?",
        error="Select whether they need somewhere to stay",
        hint="Tonight or soon",
        why="We may have to act today",
    )
    who = OneOf(
        "Who is with them?",
        [
            ("nobody", "Nobody", "They came alone"),
            ("carer", "A carer"),
            Option("other", "Somebody else", reveals="who_else"),
        ],
        error="Select who is with them",
    )
    who_else = Words("Who is it?", error="Enter who it is", noun="Who it is", max_length=20)
    born = DateOfBirth("When were they born?", why="The law is different under 18")
    seen = DateParts("When were they seen?", noun="Date seen", must_be="today or in the past")
    arrived = TimeOfDay("When did they arrive?", error="Enter when they arrived", why="Time runs")
    name = ShortText("What are they called?", error="Enter a name", noun="Name", max_length=20)
    reference = ShortText("Case number", width=10, hint="If there is one")
    applies = Ticks(
        "What applies?",
        [("violence", "Violence"), ("outside", "Outside"), Option("none", "None", alone=True)],
        error="Select what applies",
    )
    wishes = Words("What do they want?", error="Enter what they want", why="It counts")
    password = Password("Password", error="Enter your password")


GOOD = {
    "needs_home": "not_known",
    "who": "nobody",
    "born": ["27", "3", "2009"],
    "seen": ["22", "11", "2026"],
    "arrived": "23:15",
    "name": "Sam",
    "applies": ["violence", "outside"],
    "wishes": "To go home",
    "password": " secret ",
}


def make_app():
    app = Flask("every_question", template_folder=ROOT / "templates")
    app.config.update(SECRET_KEY="tests only", WTF_CSRF_ENABLED=False, TESTING=True)
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(ROOT / "templates"),
            PrefixLoader(
                {
                    name: PackageLoader(name)
                    for name in ("govuk_frontend_jinja", "govuk_frontend_wtf")
                }
            ),
        ]
    )
    home = Blueprint("home", __name__)
    home.add_url_rule("/", "home", lambda: "")
    app.register_blueprint(home)

    @app.route("/question", methods=["GET", "POST"])
    def question():
        form = EveryQuestion(today=TODAY)
        done = form.validate_on_submit()
        return "saved" if done else render_template("question.html", form=form, title="Questions")

    return app


APP = make_app()


@pytest.fixture
def client():
    return APP.test_client()


@pytest.fixture
def answer():
    """Answer the page well but for the answers given. Nothing stands for leaving one out."""

    def answered(**changes):
        posted = {name: value for name, value in (GOOD | changes).items() if value is not None}
        form = EveryQuestion(MultiDict(posted), today=TODAY)
        form.validate()
        return form

    with APP.test_request_context():
        yield answered


def page_of(form):
    return BeautifulSoup(render_template("question.html", form=form, title="Questions"), "html5lib")


def assert_sound(markup):
    """A browser need mend nothing, and it can be sent."""
    html5lib.HTMLParser(strict=True).parse(markup)
    assert markup.encode()


def test_good_answers_are_understood(answer):
    form = answer()

    assert form.errors == {}
    assert {name: field.data for name, field in form.questions().items()} == {
        "needs_home": "not_known",
        "who": "nobody",
        "who_else": None,
        "born": date(2009, 3, 27),
        "seen": date(2026, 11, 22),
        "arrived": time(23, 15),
        "name": "Sam",
        "reference": None,
        "applies": ["violence", "outside"],
        "wishes": "To go home",
        "password": " secret ",
    }


def test_nothing_is_chosen_beforehand(client):
    page = client.get("/question").text

    assert_sound(page)
    assert "checked" not in page


def test_a_blank_page_says_what_is_missing_in_the_order_of_the_page(client):
    page = client.post("/question").text
    soup = BeautifulSoup(page, "html5lib")

    assert_sound(page)
    assert soup.title.text.startswith("Error: ")
    assert [link.text for link in soup.select(".govuk-error-summary a")] == [
        "Select whether they need somewhere to stay",
        "Select who is with them",
        "Enter the date of birth",
        "Enter when they arrived",
        "Enter a name",
        "Select what applies",
        "Enter what they want",
        "Enter your password",
    ]


def test_every_error_leads_to_a_control_that_can_take_the_focus(client):
    page = client.post("/question", data={"who": "other", "seen": ["1", "2", ""]}).text
    soup = BeautifulSoup(page, "html5lib")
    links = [link["href"] for link in soup.select(".govuk-error-summary a")]

    assert {"#born-day", "#seen-year", "#who_else"} <= set(links)
    for link in links:
        assert soup.select_one(link).name in ("input", "textarea"), link


def test_a_question_alone_on_its_page_is_the_heading():
    class Alone(QuestionForm):
        born = DateOfBirth("When were they born?")

    with APP.test_request_context():
        page = render_template("question.html", form=Alone(today=TODAY))

    (heading,) = BeautifulSoup(page, "html5lib").select("h1")
    assert heading.text.strip() == "When were they born?"
    assert heading.parent.name == "legend"


def test_a_question_without_a_hint_has_no_empty_one(answer):
    described = page_of(answer()).select("[id$=-hint]")

    assert all(hint.text.strip() for hint in described)


def test_browsers_are_not_asked_to_remember_anything_about_the_young_person(answer):
    boxes = page_of(answer()).select("input[type=text], textarea")

    assert {box["autocomplete"] for box in boxes} == {"off"}


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (["1", "2", "2010"], date(2010, 2, 1)),
        ([" 01 ", "02", "2010"], date(2010, 2, 1)),
        (["1", "Feb", "2010"], date(2010, 2, 1)),
        (["1", "february", "2010"], date(2010, 2, 1)),
        (["29", "2", "2008"], date(2008, 2, 29)),
    ],
)
def test_a_date_can_be_typed_as_people_write_it(answer, typed, understood):
    form = answer(born=typed)

    assert form.born.errors == []
    assert form.born.data == understood


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["", "", ""], "Enter the date of birth"),
        ([" ", "", ""], "Enter the date of birth"),
        (None, "Enter the date of birth"),
        (["27", "3", ""], "Date of birth must include a year"),
        (["27", "", ""], "Date of birth must include a month and year"),
        (["27", "3"], "Date of birth must include a year"),
        (["27", "3", "2009", "1"], "Date of birth must be a real date"),
        (["31", "2", "2009"], "Date of birth must be a real date"),
        (["29", "2", "2009"], "Date of birth must be a real date"),
        (["0", "3", "2009"], "Date of birth must be a real date"),
        (["-1", "3", "2009"], "Date of birth must be a real date"),
        (["1", "ma", "2009"], "Date of birth must be a real date"),
        (["1\x00", "3", "2009"], "Date of birth must be a real date"),
        (["٢", "3", "2009"], "Date of birth must be a real date"),
        (["27", "3", "MMIX"], "Date of birth must be a real date"),
        (["27", "3", "09"], "Date of birth must have a year of 4 numbers"),
        (["27", "3", "9" * 5000], "Date of birth must have a year of 4 numbers"),
        (["27", "3", "1899"], "Date of birth must have a year between 1900 and 2100"),
        (["22", "11", "2026"], "Date of birth must be in the past"),
    ],
)
def test_a_date_that_cannot_be_used_says_why(answer, typed, message):
    form = answer(born=typed)

    assert form.born.errors == [message]
    assert_sound(str(page_of(form)))


def test_today_will_do_where_the_date_may_be_today(answer):
    assert answer(seen=["22", "11", "2026"]).seen.errors == []
    assert answer(seen=["23", "11", "2026"]).seen.errors == [
        "Date seen must be today or in the past"
    ]


def test_a_wrong_date_stays_as_it_was_typed_and_only_the_wrong_box_is_marked(answer):
    page = page_of(answer(born=["31", "Feb", ""]))
    day, month, year = (page.select_one(f"#born-{part}") for part in ("day", "month", "year"))

    assert (day["value"], month["value"], year.get("value")) == ("31", "Feb", "")
    assert "govuk-input--error" not in day["class"] + month["class"]
    assert "govuk-input--error" in year["class"]


def test_a_saved_answer_is_shown_again():
    saved = {"born": "2009-03-27", "arrived": "09:05:00", "applies": ["outside"], "who": "carer"}
    with APP.test_request_context():
        page = page_of(EveryQuestion(data=saved, today=TODAY))

    assert [box["value"] for box in page.select("input[name=born]")] == ["27", "3", "2009"]
    assert page.select_one("#arrived")["value"] == "09:05"
    assert {box["value"] for box in page.select("[checked]")} == {"outside", "carer"}


def test_a_form_that_compares_with_today_has_to_be_told_what_day_it_is():
    with APP.test_request_context(), pytest.raises(TypeError, match="pass today"):
        EveryQuestion()


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("9:05", time(9, 5)), ("09.05", time(9, 5)), ("0905", time(9, 5)), (" 00:00 ", time(0, 0))],
)
def test_a_time_can_be_typed_as_people_write_it(answer, typed, understood):
    assert answer(arrived=typed).arrived.data == understood


@pytest.mark.parametrize("typed", ["24:00", "12:60", "9pm", "905", "9", "1:2:3", "٠٩:٠٥"])
def test_a_time_that_cannot_be_used_says_how_to_write_one(answer, typed):
    form = answer(arrived=typed)

    assert form.arrived.errors == ["Enter a time by the 24-hour clock, for example 09:30 or 23:15"]
    assert page_of(form).select_one("#arrived")["value"] == typed


@pytest.mark.parametrize("bad", ["a\x00b", "a\x1bb", "a\x85b", "a\ud800b"])
@pytest.mark.parametrize(("name", "noun"), [("wishes", "Your answer"), ("name", "Name")])
def test_characters_that_no_page_can_show_are_refused(answer, name, noun, bad):
    form = answer(**{name: bad})

    assert form[name].errors == [f"{noun} must not include characters that cannot be shown"]
    assert_sound(str(page_of(form)))


def test_words_keep_their_lines_and_lose_the_space_around_them(answer):
    assert answer(wishes="  One\r\n\r\n\tTwo\rThree \n").wishes.data == "One\n\n\tTwo\nThree"


def test_a_line_of_text_is_made_one_line(answer):
    assert answer(name=" Sam \t\n Lee ").name.data == "Sam Lee"


def test_the_limit_counts_what_is_kept(answer):
    assert answer(name=" " + "x" * 20 + " ").name.errors == []
    assert answer(name="x" * 21).name.errors == ["Name must be 20 characters or fewer"]


def test_words_under_an_answer_are_put_back_exactly_as_written(answer):
    written = "One\n  Two\n" + "x" * 20
    page = page_of(answer(who="other", who_else=written))

    assert page.select_one("#who_else").text == written


def test_what_stands_under_an_answer_is_asked_only_of_those_who_chose_it(answer):
    assert answer(who="other").who_else.errors == ["Enter who it is"]
    assert answer(who="other", who_else="An aunt").who_else.data == "An aunt"

    not_asked = answer(who="carer", who_else="x" * 100)
    assert not_asked.errors == {}
    assert not_asked.who_else.data is None


def test_none_of_these_cannot_be_ticked_with_anything_else(answer):
    assert answer(applies=["none"]).applies.data == ["none"]
    assert answer(applies=["none", "outside"]).applies.errors == [
        "Select the answers that apply, or select “None”"
    ]


@pytest.mark.parametrize("name", ["needs_home", "who", "applies"])
@pytest.mark.parametrize("posted", ["", "YES", "<script>", ["yes", "no"], ["nobody", "nobody"]])
def test_an_answer_that_was_not_offered_is_an_error(answer, name, posted):
    form = answer(**{name: posted})

    assert form.errors[name] == [form[name].error]
    assert_sound(str(page_of(form)))


def test_a_password_is_never_sent_back(answer):
    assert "secret" not in str(page_of(answer(name="")))


@pytest.mark.parametrize("name", ["name", "wishes", "arrived", "password"])
def test_a_question_answered_twice_is_an_error(answer, name):
    assert answer(**{name: ["10:00", "11:00"]}).errors[name] == ["Enter one answer"]


@pytest.mark.parametrize("body", ["[1]", '{"name": {"a": 1}}', "null", "{"])
def test_json_is_not_an_answer(client, body):
    response = client.post("/question", data=body, content_type="application/json")

    assert "There is a problem" in response.text


def test_a_file_is_not_an_answer(client):
    files = {name: (BytesIO(b"x"), "x.txt") for name in GOOD}
    response = client.post("/question", data=files, content_type="multipart/form-data")

    assert "There is a problem" in response.text


anything = st.text(st.characters(exclude_categories=[])) | st.sampled_from(
    ["yes", "other", "none", "1", "2009", "00:00", "\ud800", "\x00", "\r", "</textarea>", "9" * 999]
)


@settings(deadline=None, max_examples=50)  # each draws a whole page
@given(
    st.dictionaries(
        st.sampled_from(sorted(vars(EveryQuestion).keys() & {*GOOD, "who_else", "reference"})),
        st.lists(anything | st.integers() | st.none() | st.lists(anything), max_size=5),
    )
)
def test_whatever_is_posted_the_page_can_be_shown_again(posted):
    with APP.test_request_context():
        form = EveryQuestion(MultiDict(posted), today=TODAY)
        valid = form.validate()
        page = render_template("question.html", form=form, title="Questions")

    assert valid == (not form.errors)
    assert_sound(page)
