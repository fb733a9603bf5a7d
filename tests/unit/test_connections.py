"""What hangs from what, in a pack small enough to see it."""

from datetime import datetime

import pytest

from protocol.connections import Connections
from protocol.pack import SECTIONS, current_pack
from protocol.rule_book import entries, sections
from rules.calendar import LONDON, Deadline
from rules.conditions import applies
from rules.pack import Act
from rules.rule import RuleKind, principle
from tests.packs import (
    AGE,
    ON,
    SOURCE,
    choice,
    definition,
    duty,
    gate,
    tiny_pack,
    worked_out,
)

PACK = tiny_pack(
    ["cold", "wet", *AGE, choice("colour", "red", "blue"), worked_out("bad_weather")],
    [
        definition("bad_weather", lambda yp: yp.cold | yp.wet, id="weather"),
        gate("door", lambda yp: yp.bad_weather, holds_back="go_out"),
        duty("coat", lambda yp: yp.bad_weather & yp.cold, act="wear_coat"),
        duty("walk", lambda yp: ~applies("coat") & yp.age.at_least("limit"), act="walk"),
        duty("flag", lambda yp: yp.colour.is_("red"), act="wave", due="soon"),
        principle("kind", "Be kind.", source=SOURCE, shown="the advice"),
    ],
    acts=[Act("go_out", "go out"), Act("walk", "walk", includes=("go_out",))],
    deadlines=[Deadline("soon", "working days", "In {number} days", "limit")],
)
HANGS = Connections(PACK)


@pytest.mark.parametrize(
    ("rule", "asks", "follows_from", "leads_to"),
    [
        ("weather", ("cold", "wet"), (), ("door", "coat")),
        ("door", (), ("weather",), ()),
        ("coat", ("cold",), ("weather",), ("walk",)),
        ("walk", ("age",), ("coat",), ()),
        ("flag", ("colour",), (), ()),
        ("kind", (), (), ()),
    ],
)
def test_a_rule_asks_follows_and_leads(rule, asks, follows_from, leads_to):
    assert HANGS.asks[rule] == asks
    assert HANGS.follows_from[rule] == follows_from
    assert HANGS.leads_to[rule] == leads_to


def test_a_gate_holds_back_whatever_would_do_what_it_guards():
    """To walk is to go out as well."""
    assert HANGS.held_back_by["walk"] == ("door",)
    assert HANGS.holds_back["door"] == ("walk",)
    assert HANGS.held_back_by["coat"] == ()
    assert HANGS.held_back_by["door"] == ()


def test_the_numbers_of_a_condition_and_of_a_time_limit_are_named():
    assert HANGS.numbers["walk"] == ("limit",)
    assert HANGS.numbers["flag"] == ("limit",)
    assert HANGS.numbers["coat"] == ()


def test_what_nearly_every_rule_takes_is_known_with_what_that_follows_from():
    assert HANGS.everywhere(most=0.3) == ("weather",)
    assert HANGS.everywhere() == ()
    assert Connections(current_pack()).everywhere() == ("is_child", "within_protocol")


def test_every_rule_of_the_protocol_is_in_one_section_in_its_order():
    pack = current_pack()
    book = sections(pack)

    assert [rule for section in book for rule in section.rules] == list(pack.rules)
    assert len({section.id for section in book}) == len(SECTIONS)
    assert [section.name for section in book if section.number == "4"] == [
        "Section 4: Emergency accommodation"
    ]


def test_an_entry_says_everything_that_the_rule_hangs_from():
    pack = current_pack()
    connections = Connections(pack)
    now = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
    [adult] = [
        entry
        for section in sections(pack)
        for entry in entries(pack, section, connections, now)
        if entry.rule.id == "is_child"
    ]

    assert [fact.id for fact in adult.asks] == ["age_disputed"]
    assert [(fact.id, of.id) for fact, of in adult.worked_out] == [("age", "date_of_birth")]
    assert [number.value for number in adult.numbers] == [18]
    assert "within_protocol" in adult.leads_to
    assert adult.examples.columns[-1] == "is child"


def test_every_rule_with_a_condition_has_its_words_and_its_examples():
    pack = current_pack()
    connections = Connections(pack)
    for section in sections(pack):
        for entry in entries(pack, section, connections, ON):
            principle = entry.rule.kind is RuleKind.PRINCIPLE
            assert bool(entry.when) is (not principle)
            assert (entry.examples is None) is principle
