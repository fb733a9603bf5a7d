"""Appendix 2: what is asked, and what each answer means. Written from the appendix, not from the
file, so that a question turned round or left out is noticed.

y+ is reassuring with yes, y! tells of a need or a risk with yes, o takes words, n is neutral.
"""

from collections import Counter
from datetime import UTC, datetime
from inspect import getmembers, isfunction
from typing import get_type_hints

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import texts
from checklists import fifty_points
from checklists.fifty_points import (
    NEUTRAL,
    OPEN,
    YES_IS_A_WORRY,
    YES_IS_GOOD,
    Part,
    meaning,
    points,
)
from protocol.pack import current_pack
from protocol.situation import situation
from rules.answers import YES
from rules.evaluate import evaluate
from store.checklist import checklist, facts, on_record
from store.entry import Entry
from store.established import established_in

SHAPES = {"y+": YES_IS_GOOD, "y!": YES_IS_A_WORRY, "o": OPEN, "n": NEUTRAL}

ASKED = """
 1 | getting better at living on their own           | y+
 2 | more to learn; what would help                  | y! o
 3 | mentor or advocate                              | y+
 4 | seven papers                                    | y+ y+ y+ y+ y+ y+ y+
 5 | enough ID                                       | y+
 6 | services clear in the plan                      | y+
 7 | a say in the plan; how they hear of changes     | y+ o
 8 | everybody knows their tasks                     | y+
 9 | plan to stay close to those who matter          | y+
10 | people to rely on                               | y+
11 | often in touch                                  | y+
12 | groups that could help                          | o
13 | not safe                                        | y!
14 | reaches people in an emergency                  | y+
15 | list of emergency numbers                       | y+
16 | how they are housed                             | o
17 | clear to everybody                              | y+
18 | services that could help                        | o
19 | settled; for how long                           | y+ o
20 | can stay at 18; otherwise what                  | y+ o
21 | Housing asked                                   | y+
22 | if the place is lost; who helps                 | o o
23 | needs of health; of teeth                       | o o
24 | somebody helps with feelings                    | y+
25 | GP; dentist; optician                           | y+ y+ y+
26 | medicine all the time; manages it               | y! y+
27 | disability or special needs                     | y!
28 | help with letters                               | y!
29 | knows about sexual health; looks after it       | y+ y+
30 | alcohol or drugs; how it is dealt with          | y! o
31 | plans for school and work                       | o
32 | education plan                                  | y+
33 | CV; knows how to apply                          | y+ y+
34 | help with school or work                        | y+
35 | helped to claim benefits                        | y+
36 | money coming in                                 | o
37 | manages money                                   | y+
38 | if money runs out                               | o
39 | pays bills; rent                                | y+ y+
40 | plans what to spend on food                     | y+
41 | cooks                                           | y+
42 | copes with being lonely                         | y+
43 | circle of friends                               | y+
44 | friends good for them; otherwise risk thought of | y+ y+
45 | faith or cultural group                         | n
46 | what is known of it; how it helps               | o o
47 | drawn towards extreme views                     | y!
48 | shut out by their community                     | y!
49 | enjoys things with others                       | y+
50 | knows how the worker stays in touch             | y+
"""

MEANINGS = """
shape | yes     | no         | partly     | not_applicable | said    | not_known | blank
y+    | well    | to_work_on | to_work_on | neither        |         | not_known | not_known
y!    | worry   | well       | worry      | neither        |         | not_known | not_known
n     | neither | neither    | neither    | neither        |         | not_known | not_known
o     |         |            |            | neither        | neither | not_known | not_known
"""

PROMPTED = {
    13: {"safeguarding", "placement"},
    30: {"safeguarding", "placement"},
    44: {"safeguarding", "placement"},
    47: {"safeguarding", "placement"},
    48: {"safeguarding"},
}
PROMPT_RULES = {"safeguarding": "ours-checklist-danger", "placement": "ours-checklist-placement"}
INFORMS = {
    **dict.fromkeys((20, 21, 22), {"5.2-ac"}),
    **dict.fromkeys((44, 47), {"4-k"}),
    13: {"4-k", "4.1-d", "4.1-e"},
}
KNOWN_RULES = {rule.id for rule in current_pack().rules}


def rows(table):
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def test_the_fifty_are_asked_in_the_shapes_that_the_appendix_gives_them():
    expected = {
        int(number): [SHAPES[s] for s in shapes.split()] for number, _, shapes in rows(ASKED)
    }
    assert len(expected) == 50
    assert {each.number: [part.shape for part in each.parts] for each in points()} == expected


def test_the_plain_yes_that_is_bad_news_stands_at_eight_points():
    worrying = {e.number for e in points() if YES_IS_A_WORRY in {p.shape for p in e.parts}}
    assert worrying == {2, 13, 26, 27, 28, 30, 47, 48}


def test_what_each_answer_means():
    """Nothing reassuring follows from a blank, from "not known yet" or from "does not apply"."""
    head, *table = rows(MEANINGS)
    for shape, *cells in table:
        part = Part("it", "?", SHAPES[shape])
        expected = {value: cell for value, cell in zip(head[1:], cells, strict=True) if cell}
        assert set(part.answers) == expected.keys() - {"blank"}
        for value, cell in expected.items():
            assert meaning(part, None if value == "blank" else value) == cell, (shape, value)


def test_those_that_tell_of_danger_prompt_another_look_and_name_the_rule_that_asks_for_it():
    assert {e.number: set(e.prompts) for e in points() if e.prompts} == PROMPTED
    for each in points():
        asked_by = {PROMPT_RULES[prompt] for prompt in each.prompts}
        assert set(each.rules) & set(PROMPT_RULES.values()) == asked_by, each.number


@pytest.mark.parametrize("point", points(), ids=lambda point: str(point.number))
def test_every_point_informs_rules_that_there_are_and_whether_visits_can_be_fewer(point):
    assert set(point.rules) <= KNOWN_RULES
    assert {"7-c", *INFORMS.get(point.number, ())} <= set(point.rules)
    assert Counter(point.rules).most_common(1)[0][1] == 1


def test_that_danger_was_told_stands_on_no_page_that_the_young_person_is_given():
    """Whoever they are afraid of may read it too."""
    acts = {rule.act for rule in current_pack().rules if rule.id in PROMPT_RULES.values()}
    assert len(acts) == 2
    assert acts.isdisjoint(texts.load("acts").under("acts"))


@pytest.mark.parametrize("module", [fifty_points, on_record, facts], ids=lambda m: m.__name__)
def test_nothing_turns_answers_into_a_number(module):
    """No total, no share, no score: what is said of answers is always which, never how many."""
    own = [f for _, f in getmembers(module, isfunction) if f.__module__ == module.__name__]
    assert own
    public = [f for f in own if not f.__name__.startswith("_")]
    for function in public:
        assert get_type_hints(function)["return"] not in (int, float, bool), function.__name__


NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)


def entry(seq, kind, body, caused_by=None):
    return Entry(
        id=f"entry-{seq}",
        stream="case:one",
        seq=seq,
        kind=kind,
        schema=1,
        recorded_at=NOW,
        occurred_at=None,
        occurred_precision=None,
        human_id="human-suki",
        account_id="account-suki",
        role="support_worker",
        on_behalf_of=None,
        command_id=f"command-{seq}",
        caused_by=caused_by,
        body_digest="",
        prev="",
        hash="",
        body=body,
    )


ANSWERS = st.fixed_dictionaries(
    {
        each.number: st.fixed_dictionaries(
            {part.id: st.sampled_from((None, *part.answers)) for part in each.parts}
        )
        for each in points()
    }
)


def parts_of(values):
    return {id: {"value": value, "words": "Yes"} for id, value in values.items() if value}


BEST = {"yes_is_good": "yes", "yes_is_a_worry": "no", "neutral": "yes", "open": "said"}
ALL_WELL = {e.number: {part.id: BEST[part.shape] for part in e.parts} for e in points()}


@settings(max_examples=25, deadline=None)
@given(ANSWERS)
@example(ALL_WELL)
def test_no_answers_make_visits_fewer(values):
    """Also with all fifty answered well: it takes the decision of a person."""
    answers = {str(number): {"parts": parts_of(each)} for number, each in values.items()}
    started = {"checklist_id": "one", "points": "v1", "before": None}
    answered = {"checklist_id": "one", "answers": answers, "on_paper": None}
    established = established_in(
        (
            entry(1, checklist.STARTED, started),
            entry(2, checklist.ANSWERED, answered, caused_by="entry-1"),
        )
    )
    assert "fewer_visits_agreed" not in established

    known = {"in_emergency_accommodation": "yes", "date_of_birth": "2009-06-15", **established}
    pack = current_pack()
    found = evaluate(pack, situation(pack, known, NOW), NOW)

    assert found.result("7-b") is YES
    assert found.result("7-c") is YES
