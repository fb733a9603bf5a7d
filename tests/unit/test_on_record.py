"""What all checklists of a case say together: what worries, what to work on, what nobody knows."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.fifty_points import OPEN, WORRY, meaning, point, points
from store.checklist.checklist import EDITED, Answer, Checklist, Review
from store.checklist.on_record import (
    not_known,
    prompts,
    stands_in,
    talked_about,
    to_work_on,
    told_in,
    worries,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
GOOD_FRIENDS, RISK_CONSIDERED = "good", "risk"
UNSAFE, SUBSTANCES, FRIENDS, RADICALISED = 13, 30, 44, 47

_seq = count(1)


def said(number, body=None, /, *, on_paper=None, edits=None, **parts):
    """What was said about a point: each part is a value, or a value and words."""
    body = {**(body or {}), "parts": {id: {"value": value} for id, value in parts.items()}}
    seq = next(_seq)
    place = edits and edits.place
    return Answer(number, body, f"entry-{seq}", seq, NOW, "human-ada", on_paper, edits=place)


def edited(old, **parts):
    """What a second human made of an answer, without having talked with them."""
    new = said(old.point, edits=old, **parts)
    return Review(old.point, old.entry_id, EDITED, "Asked.", new, new.entry_id, NOW, "human-bo")


def checklist(*answers, reviews=()):
    return Checklist("c", "entry", "v1", None, NOW, "human-ada", answers, reviews)


def answers(*all_said):
    return {answer.point: answer for answer in all_said}


def numbers(noted):
    return [(each.point.number, each.part.id) for each in noted]


def test_what_was_said_last_stands_over_all_checklists():
    first = checklist(said(10, it="yes"), said(13, it="yes"))
    second = checklist(said(10, it="no"))
    stands = stands_in([second, first])
    assert (stands[10].value("it"), stands[13].value("it")) == ("no", "yes")


def test_an_edit_of_an_older_answer_does_not_stand_over_a_newer_one():
    old, new = said(10, it="yes"), said(10, it="partly")
    first = checklist(old, reviews=(edited(old, it="no"),))
    assert stands_in([first])[10].value("it") == "no"
    assert stands_in([first, checklist(new)])[10].value("it") == "partly"


def test_a_part_left_blank_later_takes_nothing_back():
    before = checklist(said(SUBSTANCES, problem="yes", managed="said"))
    later = checklist(said(SUBSTANCES, {"words": "Ask again"}, managed="not_known"))
    stands = stands_in([before, later])
    assert numbers(worries(stands)) == [(SUBSTANCES, "problem")]
    assert stands[SUBSTANCES].value("managed") == "not_known"
    assert stands[SUBSTANCES].body["words"] == "Ask again"


def test_what_is_not_known_any_more_is_said_to_be_not_known():
    stands = stands_in([checklist(said(UNSAFE, it="yes")), checklist(said(UNSAFE, it="not_known"))])
    assert worries(stands) == ()
    assert (UNSAFE, "it") in numbers(not_known(stands))


def test_what_was_told_is_told_until_it_is_told_otherwise():
    first = checklist(said(UNSAFE, it="yes"), said(FRIENDS, good="yes"))
    not_known_since = checklist(said(UNSAFE, it="not_known"), said(FRIENDS, good="not_known"))
    told = told_in([first, not_known_since])
    assert numbers(worries(told)) == [(UNSAFE, "it")]
    assert told[FRIENDS].value("good") == "not_known"
    assert worries(told_in([first, not_known_since, checklist(said(UNSAFE, it="no"))])) == ()


@pytest.mark.parametrize("value", ["no", "not_known", "not_applicable"])
def test_no_edit_takes_back_what_was_told_but_it_may_add_a_worry(value):
    told, friends = said(UNSAFE, it="yes"), said(FRIENDS, good="no", risk="no")
    well = said(SUBSTANCES, problem="no")
    edits = (
        edited(told, it=value),
        edited(friends, good="no", risk="yes"),
        edited(well, problem="partly"),
    )
    one = checklist(told, friends, well, reviews=edits)
    for found in (one.answers, stands_in([one]), told_in([one])):
        assert numbers(worries(found)) == [(UNSAFE, "it"), (SUBSTANCES, "problem")]
        assert {each.told.point.number for each in prompts(found)} == {UNSAFE, SUBSTANCES, FRIENDS}
    asked_again = checklist(said(UNSAFE, it="no"))
    assert (UNSAFE, "it") not in numbers(worries(told_in([one, asked_again])))


@pytest.mark.parametrize(
    ("on_paper", "stands"),
    [("2026-03-01", "yes"), ("2026-03-02", "no"), ("2026-03-03", "no"), (None, "no")],
)
@pytest.mark.parametrize("together", [True, False])
def test_what_was_said_later_stands_whenever_an_older_paper_is_typed_in(on_paper, stands, together):
    now, paper = said(UNSAFE, it="yes"), said(UNSAFE, it="no", on_paper=on_paper)
    both = [checklist(now, paper)] if together else [checklist(now), checklist(paper)]
    for found in (stands_in(both), told_in(both)):
        assert found[UNSAFE].value("it") == stands
    if together:
        assert both[0].answers[UNSAFE].value("it") == stands


def test_what_an_older_paper_tells_that_nobody_asked_since_is_told_and_says_its_day():
    now = said(SUBSTANCES, managed="said")
    paper = said(SUBSTANCES, problem="yes", on_paper="2026-02-01")
    found = stands_in([checklist(now, paper)])[SUBSTANCES]
    assert (found.value("problem"), found.entry_id) == ("yes", now.entry_id)
    assert found.of("problem").on_paper == "2026-02-01"
    assert found.of("managed").on_paper is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_worry_shows_whatever_else_is_said(data):
    parts = [(each.number, part) for each in points() for part in each.parts]
    values = {
        (number, part.id): data.draw(st.sampled_from((None, *part.answers)))
        for number, part in parts
    }
    stands = {}
    for each in points():
        given_to = {part.id: values[each.number, part.id] for part in each.parts}
        found = {id: value for id, value in given_to.items() if value}
        if found:
            stands[each.number] = said(each.number, **found)
    expected = [
        (number, part.id)
        for number, part in parts
        if meaning(part, values[number, part.id]) == WORRY
    ]
    assert numbers(worries(stands)) == expected
    blank = {key for key, value in values.items() if value in (None, "not_known")}
    assert set(numbers(not_known(stands))) == blank


def test_nothing_said_is_fifty_points_not_known_and_none_of_them_well():
    assert len({number for number, _ in numbers(not_known({}))}) == 50
    assert worries({}) == to_work_on({}) == prompts({}) == ()


def test_what_to_work_on_is_a_no_or_partly_where_yes_is_good():
    stands = answers(
        said(10, it="no"), said(41, it="partly"), said(42, it="yes"), said(45, it="no")
    )
    assert numbers(to_work_on(stands)) == [(10, "it"), (41, "it")]


@pytest.mark.parametrize("number", [UNSAFE, SUBSTANCES, RADICALISED])
@pytest.mark.parametrize(
    ("value", "raised"),
    [("yes", True), ("partly", True), ("no", False), ("not_known", False), (None, False)],
)
def test_danger_that_was_told_raises_a_prompt_and_a_blank_does_not(number, value, raised):
    part = next(part for part in point(number).parts if part.shape != OPEN)
    stands = answers(said(number, **({part.id: value} if value else {})))
    found = prompts(stands)
    assert {each.look_at for each in found} == (set(point(number).prompts) if raised else set())
    assert bool(found) is raised


@pytest.mark.parametrize(
    ("good", "risk", "raised"),
    [
        ("yes", None, False),
        ("no", "yes", False),
        ("no", "no", True),
        ("no", "partly", True),
        ("no", "not_known", True),
        ("no", None, True),
        ("partly", None, True),
        ("not_known", None, False),
        (None, "no", False),
    ],
)
def test_friends_who_are_no_good_raise_a_prompt_until_the_risk_was_thought_about(
    good, risk, raised
):
    parts = {GOOD_FRIENDS: good, RISK_CONSIDERED: risk}
    stands = answers(said(FRIENDS, **{id: value for id, value in parts.items() if value}))
    assert bool(prompts(stands)) is raised


def test_talked_about_is_whatever_was_said_at_all_that_it_is_as_before_included():
    found = checklist(
        said(1, it="not_known"),
        said(2, {"words": "Ask Suki"}),
        said(3, {"theirs": "I have one"}),
        said(4, {"same": True}),
        said(5, {"words": "", "theirs": "", "needs": {}, "same": False}),
    )
    assert talked_about(found) == {1, 2, 3, 4}
