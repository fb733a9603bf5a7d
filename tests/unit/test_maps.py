"""The maps of a small pack: what is drawn where, and which way the arrows point."""

import re
from itertools import combinations

from protocol import rule_book
from protocol.connections import Connections
from protocol.pack import current_pack
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


def test_what_depends_on_what_runs_from_left_to_right():
    drawn = mapped(INSIDE)
    x = {box.id: left_of(box) for box in drawn.drawing.boxes}

    assert x["bad_weather"] < x["coat"]
    assert x["umbrella"] < x["home"]
    assert len(drawn.drawing.lines) == 2
    assert {box.id: box.shape for box in drawn.drawing.boxes} == {
        "bad_weather": "definition",
        "coat": "must",
        "umbrella": "outside",
        "home": "must",
    }
    assert drawn.before == drawn.after == ("umbrella",)


def test_a_box_says_which_rule_how_strong_what_who_what_it_asks_and_what_it_leads_to():
    drawn = mapped(INSIDE).drawing

    assert words(drawn, "coat") == "coat Must Do wear_coat Anyone On to umbrella"
    assert words(drawn, "bad_weather") == "Definition Bad_weather is so Asks 1, 2"
    assert words(drawn, "umbrella").startswith("From section 2 umbrella: do act_umbrella")


def test_many_rules_elsewhere_are_counted():
    followers = [duty(f"after-{n}", lambda yp: applies("start")) for n in range(4)]
    others = [duty(f"other-{n}", lambda yp: yp.cold) for n in range(9)]
    pack = tiny_pack(["cold"], [duty("start", lambda yp: yp.cold), *followers, *others])
    first = Section("s1", "1", "First", (pack.rule["start"],))
    second = Section(
        "s2", "2", "Second", tuple(pack.rule[rule.id] for rule in (*followers, *others))
    )
    of = {rule.id: each for each in (first, second) for rule in each.rules}
    drawn = section_map(pack, first, Connections(pack), of, dict.fromkeys(of, "#"))

    assert words(drawn.drawing, "start").endswith("Asks 1 On to 4 rules elsewhere")
    assert drawn.after == tuple(f.id for f in followers)


def test_a_principle_is_not_drawn_and_what_stands_alone_is_drawn_below():
    assert "kind" not in {box.id for box in mapped(INSIDE).drawing.boxes}
    other = mapped(OUTSIDE)
    tops = {box.id: int(re.match(r"M\d+ (\d+)", box.path)[1]) for box in other.drawing.boxes}

    assert other.alone == (("Anyone", ("door",)),)
    assert tops["door"] > max(top for id, top in tops.items() if id != "door")
    assert words(other.drawing, "door") == "door Gate Held back: do go_out Asks 1"
    assert [text.words for text in other.drawing.texts] == ["Anyone: on the answers alone"]


def test_the_overview_has_a_line_for_each_way_between_two_sections():
    found = overview(PACK, (INSIDE, OUTSIDE), CONNECTIONS, {"s1": "#1", "s2": "#2"})

    assert [(way.one.id, way.other.id, way.links) for way in found.ways] == [
        ("s1", "s2", (("coat", "umbrella"),)),
        ("s2", "s1", (("umbrella", "home"),)),
    ]
    upper, lower = found.drawing.bands
    assert upper.y + upper.height < lower.y
    heads = sorted(int(re.match(r"M\d+ (\d+)", line.head)[1]) for line in found.drawing.lines)
    assert upper.y < heads[0] < upper.y + upper.height
    assert lower.y < heads[1] < lower.y + lower.height
    assert [band.title.words for band in found.drawing.bands] == [
        "Section 1: Number 1 (1 aim or plain fact)",
        "Section 2: Number 2",
    ]
    assert words(found.drawing, "s2 Anyone") == "Anyone umbrella: do act_umbrella and 1 more"


def test_no_two_lines_of_the_overview_share_a_place():
    """Each begins and ends at a place of its own, and none runs over another."""
    sections = rule_book.sections(current_pack())
    connections = Connections(current_pack())
    drawing = overview(current_pack(), sections, connections, dict.fromkeys(
        (each.id for each in sections), "#"
    )).drawing  # fmt: skip
    ends, runs = [], []
    for each in drawing.lines:
        start, lane, stop = re.match(
            r"M[\d.]+ ([\d.]+)H[\d.]+Q([\d.]+) .* ([\d.]+)H[\d.]+$", each.path
        ).groups()
        ends += [start, stop]
        runs.append((float(lane), *sorted((float(start), float(stop)))))
    assert len(set(ends)) == len(ends)
    for (x, a, b), (y, c, d) in combinations(runs, 2):
        assert x != y or b < c or d < a


def test_a_section_without_rules_to_draw_is_an_empty_drawing():
    assert mapped(section(3, "kind")).drawing.boxes == ()
