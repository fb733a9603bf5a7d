"""The maps of a small pack: what is drawn where, and which way the arrows point."""

import re

from protocol.connections import Connections
from protocol.rule_book import Section
from rules.conditions import applies
from rules.rule import principle
from tests.packs import SOURCE, definition, duty, gate, tiny_pack, worked_out
from views.overview_map import overview
from views.section_map import section_map

PACK = tiny_pack(
    ["cold", "wet", worked_out("bad_weather")],
    [
        definition("bad_weather", lambda yp: yp.cold | yp.wet),
        duty("coat", lambda yp: yp.bad_weather, act="wear_coat"),
        duty("umbrella", lambda yp: applies("coat") & yp.wet),
        duty("home", lambda yp: applies("umbrella")),
        gate("door", lambda yp: yp.cold, holds_back="go_out"),
        principle("kind", "Be kind.", source=SOURCE, shown="the advice"),
    ],
)
CONNECTIONS = Connections(PACK)
HREF = {rule.id: f"#{rule.id}" for rule in PACK.rules}


def section(number, *rules):
    return Section(f"s{number}", str(number), f"Number {number}", tuple(map(PACK.rule.get, rules)))


INSIDE = section(1, "bad_weather", "coat", "home", "kind")
OUTSIDE = section(2, "umbrella", "door")
SECTION_OF = {rule.id: each for each in (INSIDE, OUTSIDE) for rule in each.rules}


def mapped(each):
    return section_map(PACK, each, CONNECTIONS, SECTION_OF, HREF)


def left_of(box):
    return int(re.match(r"M(\d+)", box.path)[1])


def words(drawing, id):
    (box,) = [box for box in drawing.boxes if box.id == id]
    return " ".join(text.words for text in box.lines)


def test_what_depends_on_what_runs_from_left_to_right_also_through_another_section():
    drawn = mapped(INSIDE)
    x = {box.id: left_of(box) for box in drawn.drawing.boxes}

    assert x["bad_weather"] < x["coat"] < x["umbrella"] < x["home"]
    assert len(drawn.drawing.lines) == 3
    assert {box.id: box.shape for box in drawn.drawing.boxes} == {
        "bad_weather": "definition",
        "coat": "must",
        "umbrella": "outside",
        "home": "must",
    }
    assert drawn.before == drawn.after == ("umbrella",)


def test_a_box_says_which_rule_how_strong_what_who_and_what_it_asks():
    drawn = mapped(INSIDE).drawing

    assert words(drawn, "coat") == "coat Must Do wear_coat Anyone"
    assert words(drawn, "bad_weather") == "Definition Bad_weather is so Asks 1, 2"
    assert words(drawn, "umbrella").startswith("From section 2 umbrella: do act_umbrella")


def test_a_principle_is_not_drawn_and_what_stands_alone_is_drawn_below():
    assert "kind" not in {box.id for box in mapped(INSIDE).drawing.boxes}
    other = mapped(OUTSIDE)
    tops = {box.id: int(re.match(r"M\d+ (\d+)", box.path)[1]) for box in other.drawing.boxes}

    assert other.alone == (("Anyone", ("door",)),)
    assert tops["door"] > max(top for id, top in tops.items() if id != "door")
    assert words(other.drawing, "door") == "door Gate Held back: do go_out Asks 1"
    assert [text.words for text in other.drawing.texts] == ["Anyone: on the answers alone"]


def test_the_overview_has_an_arrow_each_way():
    found = overview(PACK, (INSIDE, OUTSIDE), CONNECTIONS, {"s1": "#1", "s2": "#2"})

    assert [(one.id, other.id, links) for one, other, links in found.ways] == [
        ("s1", "s2", (("coat", "umbrella"),)),
        ("s2", "s1", (("umbrella", "home"),)),
    ]
    (line,) = found.drawing.lines
    assert line.head.count("z") == 2
    assert [band.title.words for band in found.drawing.bands] == [
        "Section 1: Number 1 (1 aim or plain fact)",
        "Section 2: Number 2",
    ]
    assert words(found.drawing, "s2 Anyone") == "Anyone umbrella: do act_umbrella and 1 more"


def test_a_section_without_rules_to_draw_is_an_empty_drawing():
    assert mapped(section(3, "kind")).drawing.boxes == ()
