"""What each of the fifty points is asked for, and what its answers mean, for whoever wonders."""

import pytest

from checklists.fifty_points import points
from tests.web.browser import line


@pytest.fixture
def page(browse):
    return browse("support_worker").get("/fifty-points")


def rows_of(page, number):
    keys = page.soup.find(id=f"point-{number}").select("dt")
    return {line(key): line(key.find_next_sibling("dd")) for key in keys}


def test_all_fifty_say_why_they_are_asked_and_what_could_be_done(page):
    for point in points():
        rows = rows_of(page, point.number)
        assert rows["Why it is asked"] == point.why
        assert rows["What helps to show it"] == point.evidence
        assert all(action in rows["What could be done"] for action in point.actions)


@pytest.mark.parametrize(
    ("number", "means"),
    [
        (41, "No or Partly: something to work on; Yes: going well"),
        (13, "Yes or Partly: a worry; No: going well"),
        (4, "No or Partly: something to work on; Yes: going well"),
        (16, "Only words can answer it"),
        (45, "No answer is better than another"),
        (
            30,
            "Are they a problem? Yes or Partly: a worry; No: going well "
            "What is being done about it? Only words can answer it",
        ),
    ],
)
def test_what_an_answer_means_is_said_in_words(page, number, means):
    assert rows_of(page, number)["What an answer means"] == means


def test_what_a_worry_leads_to_is_said_where_it_leads_to_something(page):
    assert "Look again at whether they are safe" in rows_of(page, 13)["What is looked at again"]
    assert "the second is not Yes" in rows_of(page, 44)["What is looked at again"]
    assert "What is looked at again" not in rows_of(page, 27)


def test_each_leads_to_the_rules_it_informs(page, browse):
    links = [a["href"] for a in page.soup.find(id="point-20").select("a")]
    assert "/rule-book/s5-2-round-again#rule-5-2-ac" in links
    assert browse("auditor").get("/rule-book").soup.find("a", href="/fifty-points")
