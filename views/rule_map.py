"""The rules as a drawing: the way through all sections, and one section rule by rule.

Everything is worked out from the pack. Lengths are in pixels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from protocol.connections import Connections
from protocol.rule_book import KINDS, Section, in_short
from rules.pack import Pack, PackRule
from rules.rule import RuleKind
from views.layers import Layers, Link, Placed, columns_of, lay_out
from views.words import upper_first

LINE = 18
PAD = 9
CHARACTER = 7.1  # the mean width of one, in the type that app.css gives the map
EDGE = 4  # room for the thickest border

# One section: columns of rules, from left to right.
BOX, ACROSS, DOWN = 168, 36, 14
IN_A_ROW = 5

# All sections: bands of who acts, from top to bottom.
WIDE, BESIDE, BETWEEN, BAND_TITLE = 208, 18, 46, 30


@dataclass(frozen=True)
class Text:
    words: str
    x: float
    y: float
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """``shape`` is the kind of rule, by which it is drawn; ``path`` its outline."""

    id: str
    shape: str
    path: str
    lines: tuple[Text, ...]
    href: str


@dataclass(frozen=True)
class Line:
    path: str
    head: str


@dataclass(frozen=True)
class Band:
    x: float
    y: float
    width: float
    height: float
    title: Text


@dataclass(frozen=True)
class Drawing:
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    texts: tuple[Text, ...] = ()


# One section


@dataclass(frozen=True)
class SectionMap:
    """A section's drawing, and all that is in it to be said in words.

    ``questions`` are numbered in the boxes in this order. ``everywhere`` are definitions that
    nearly every rule takes, said once instead of drawn.
    """

    drawing: Drawing
    joined: tuple[str, ...]
    alone: tuple[tuple[str, tuple[str, ...]], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    questions: tuple[str, ...]
    everywhere: tuple[str, ...]


def section_map(
    pack: Pack,
    section: Section,
    connections: Connections,
    section_of: Mapping[str, Section],
    href: Mapping[str, str],
) -> SectionMap:
    """``section_of`` and ``href`` know every rule: where it stands, and where its box leads."""
    everywhere = connections.everywhere()
    inside = [rule.id for rule in section.rules if rule.kind is not RuleKind.PRINCIPLE]
    links = _links(inside, connections, everywhere)
    sources, targets = {a for a, _ in links}, {b for _, b in links}
    joined = sources | targets
    outside = joined.difference(inside)
    before = tuple(_pack_order(pack, outside & sources))
    after = tuple(_pack_order(pack, outside & targets))
    alone = _by_owner(pack, [id for id in inside if id not in joined])
    asked = {fact for id in inside for fact in connections.asks[id]}
    questions = tuple(fact.id for fact in pack.facts if fact.id in asked)
    number = {fact: place for place, fact in enumerate(questions, start=1)}

    def lines(id: str) -> list[tuple[str, bool]]:
        rule = pack.rule[id]
        if id in outside:
            where = f"{'From' if id in before else 'On to'} {_place(section_of[id])}"
            return _wrapped(where, BOX, bold=True) + _wrapped(_named(pack, rule), BOX)
        asks = ", ".join(map(str, sorted(number[fact] for fact in connections.asks[id])))
        return [
            *_said(pack, rule),
            *(_wrapped(pack.owners[rule.owner], BOX) if id in joined and rule.owner else []),
            *(_wrapped(f"Asks {asks}", BOX) if asks else []),
        ]

    text = {id: lines(id) for id in joined.union(inside)}
    layers = _layers(pack, links, text, outside)
    boxes = [
        _box(pack, id, placed.column * (BOX + ACROSS) + EDGE, placed.top + EDGE, placed.height,
             text[id], href[id], outside=id in outside)
        for id, placed in layers.boxes.items()
    ]  # fmt: skip
    drawn = [_line(through) for through in layers.lines.values()]
    top = layers.height + EDGE + (2 * LINE if layers.boxes else 0)
    texts: list[Text] = []
    for owner, ids in alone:
        texts.append(Text(f"{owner}: on the answers alone", EDGE, top + LINE, bold=True))
        top += LINE + PAD
        for row in _rows(ids, IN_A_ROW):
            tall = max(_height(text[id]) for id in row)
            boxes += [
                _box(pack, id, place * (BOX + ACROSS) + EDGE, top, tall, text[id], href[id])
                for place, id in enumerate(row)
            ]
            top += tall + DOWN
        top += LINE
    across = max(layers.columns, min(IN_A_ROW, max((len(ids) for _, ids in alone), default=0)))
    return SectionMap(
        drawing=Drawing(
            width=across * (BOX + ACROSS) - ACROSS + 2 * EDGE,
            height=top + EDGE,
            boxes=tuple(boxes),
            lines=tuple(drawn),
            texts=tuple(texts),
        ),
        joined=tuple(id for id in inside if id in joined),
        alone=alone,
        before=before,
        after=after,
        questions=questions,
        everywhere=tuple(id for id in everywhere if id not in inside),
    )


def _links(
    inside: Sequence[str], connections: Connections, everywhere: Iterable[str]
) -> list[Link]:
    """From what a rule follows from to the rule, where either is in the section."""
    into = [(a, b) for b in inside for a in connections.follows_from[b]]
    out = [(a, b) for a in inside for b in connections.leads_to[a] if b not in inside]
    return [(a, b) for a, b in (*into, *out) if a not in everywhere]


def _layers(
    pack: Pack,
    links: Sequence[Link],
    text: dict[str, list[tuple[str, bool]]],
    outside: set[str],
) -> Layers:
    """What comes before the section stands on the left, what follows after it on the right."""
    ids = _pack_order(pack, {id for link in links for id in link})
    sources, targets = {a for a, _ in links}, {b for _, b in links}
    first, last = outside - targets, outside - sources
    within = [(a, b) for a, b in links if a not in first and b not in last]
    own = columns_of([id for id in ids if id not in first | last], within)
    start = 1 if first else 0
    end = start + 1 + max(own.values(), default=-1)
    columns = {id: 0 if id in first else end if id in last else start + own[id] for id in ids}
    return lay_out(columns, {id: _height(text[id]) for id in ids}, links, DOWN)


# All sections


@dataclass(frozen=True)
class Group:
    """Who acts in a section, or what is concluded there. ``shown`` are the rules that come from
    another section or lead to one, ``more`` how many others there are."""

    section: Section
    who: str
    shown: tuple[str, ...]
    more: int

    @property
    def id(self) -> str:
        return f"{self.section.id} {self.who}"


@dataclass(frozen=True)
class Overview:
    """``ways`` are the rules of one section that lead to rules of another."""

    drawing: Drawing
    groups: tuple[Group, ...]
    ways: tuple[tuple[Section, Section, tuple[Link, ...]], ...]
    everywhere: tuple[str, ...]


def overview(
    pack: Pack, sections: Sequence[Section], connections: Connections, href: Mapping[str, str]
) -> Overview:
    """``href`` is where a box of each section leads, by the section's id."""
    everywhere = connections.everywhere()
    section_of = {rule.id: section for section in sections for rule in section.rules}
    links = [
        (a, b)
        for b, others in connections.follows_from.items()
        for a in others
        if a not in everywhere and section_of[a] != section_of[b]
    ]
    crossing = {id for link in links for id in link}
    groups = [group for each in sections for group in _groups(pack, each, crossing)]
    group_of = {id: group for group in groups for id in group.shown}
    band = {section.id: place for place, section in enumerate(sections)}
    joined = list(dict.fromkeys((group_of[a].id, group_of[b].id) for a, b in links))
    row = {group.id: band[group.section.id] for group in groups}
    heads: dict[Link, set[str]] = {}
    for a, b in joined:
        upper, lower = sorted((a, b), key=lambda id: row[id])
        heads.setdefault((upper, lower), set()).add("down" if upper == a else "up")
    placed = lay_out(row, dict.fromkeys(row, WIDE), list(heads), BESIDE, packed=True)
    text = {group.id: _group_lines(pack, group) for group in groups}
    return Overview(
        drawing=_bands(sections, groups, placed, text, heads, href),
        groups=tuple(groups),
        ways=_ways(sections, section_of, links),
        everywhere=everywhere,
    )


def _groups(pack: Pack, section: Section, crossing: set[str]) -> list[Group]:
    by_who: dict[str, list[str]] = {}
    for rule in section.rules:
        if rule.kind is not RuleKind.PRINCIPLE:
            by_who.setdefault(_who(pack, rule), []).append(rule.id)
    return [
        Group(
            section,
            who,
            tuple(id for id in ids if id in crossing),
            sum(id not in crossing for id in ids),
        )
        for who, ids in by_who.items()
    ]


def _who(pack: Pack, rule: PackRule) -> str:
    if rule.kind is RuleKind.DEFINITION:
        return "What is concluded"
    return pack.owners[rule.owner]


def _group_lines(pack: Pack, group: Group) -> list[tuple[str, bool]]:
    lines = _wrapped(group.who, WIDE, bold=True)
    for id in group.shown:
        lines += _wrapped(_named(pack, pack.rule[id]), WIDE)
    if group.more:
        rules = "rule" if group.more == 1 else "rules"
        lines.append((f"and {group.more} more" if group.shown else f"{group.more} {rules}", False))
    return lines


def _ways(
    sections: Sequence[Section], section_of: dict[str, Section], links: Sequence[Link]
) -> tuple[tuple[Section, Section, tuple[Link, ...]], ...]:
    found: dict[tuple[str, str], list[Link]] = {}
    for a, b in links:
        found.setdefault((section_of[a].id, section_of[b].id), []).append((a, b))
    return tuple(
        (one, other, tuple(found[one.id, other.id]))
        for one in sections
        for other in sections
        if (one.id, other.id) in found
    )


def _bands(
    sections: Sequence[Section],
    groups: Sequence[Group],
    layers: Layers,
    text: dict[str, list[tuple[str, bool]]],
    heads: dict[Link, set[str]],
    href: Mapping[str, str],
) -> Drawing:
    """The layout, turned: what it calls columns are bands, and its heights are widths."""
    width = layers.height + 2 * (PAD + EDGE)
    bands, boxes, tops, bottoms = [], [], [], []
    top = float(EDGE)
    for section in sections:
        own = [group for group in groups if group.section == section]
        tall = max((_height(text[group.id]) for group in own), default=0)
        title = Text(_band_title(section), EDGE + PAD, top + LINE + 2, bold=True)
        bands.append(Band(EDGE, top, width - 2 * EDGE, BAND_TITLE + tall + PAD, title))
        tops.append(top + BAND_TITLE)
        bottoms.append(top + BAND_TITLE + tall)
        for group in own:
            x = layers.boxes[group.id].top + EDGE + PAD
            boxes.append(
                Box(
                    group.id,
                    "band",
                    _rectangle(x, tops[-1], WIDE, tall),
                    _texts(text[group.id], x + PAD, tops[-1]),
                    href[section.id],
                )
            )
        top = bottoms[-1] + PAD + BETWEEN
    lines = [
        _line_down(through, tops, bottoms, heads[link]) for link, through in layers.lines.items()
    ]
    return Drawing(width, top - BETWEEN + EDGE, tuple(boxes), tuple(lines), tuple(bands))


def _band_title(section: Section) -> str:
    aims = sum(rule.kind is RuleKind.PRINCIPLE for rule in section.rules)
    if not aims:
        return section.name
    return f"{section.name} ({aims} {'aim or plain fact' if aims == 1 else 'aims and plain facts'})"


# Boxes


def _said(pack: Pack, rule: PackRule) -> list[tuple[str, bool]]:
    """What stands in a rule's box: which it is and how strong, what it is about, and who."""
    strength = KINDS[rule.kind] if rule.kind in _NAMED_BY_KIND else upper_first(rule.force.value)
    name = strength if rule.id == rule.concludes else f"{rule.id} {strength}"
    lines = _wrapped(name, BOX, bold=True)
    lines += _wrapped(upper_first(in_short(pack, rule)), BOX)
    return lines


_NAMED_BY_KIND = (RuleKind.DEFINITION, RuleKind.GATE, RuleKind.GAP)


def _place(section: Section) -> str:
    return f"section {section.number}" if section.number else f"“{section.title}”"


def _named(pack: Pack, rule: PackRule) -> str:
    """A rule by its id; a definition that is named like its fact says the fact instead."""
    words = in_short(pack, rule)
    return upper_first(words) if rule.id == rule.concludes else f"{rule.id}: {words}"


def _wrapped(words: str, width: float, bold: bool = False) -> list[tuple[str, bool]]:
    fits = int((width - 2 * PAD) / (CHARACTER * (1.07 if bold else 1)))
    return [(line, bold) for line in wrap(words, fits)]


def _height(lines: Sequence[tuple[str, bool]]) -> float:
    return len(lines) * LINE + 2 * PAD


def _box(
    pack: Pack,
    id: str,
    x: float,
    y: float,
    height: float,
    lines: Sequence[tuple[str, bool]],
    href: str,
    outside: bool = False,
) -> Box:
    rule = pack.rule[id]
    shape = "outside" if outside else _shape(rule)
    draw = _OUTLINES.get(shape, _rectangle)
    return Box(id, shape, draw(x, y, BOX, height), _texts(lines, x + PAD, y), href)


def _shape(rule: PackRule) -> str:
    if rule.kind is RuleKind.DUTY:
        return rule.force.value.replace(" ", "-")
    return rule.kind.value


def _texts(lines: Sequence[tuple[str, bool]], x: float, y: float) -> tuple[Text, ...]:
    return tuple(
        Text(words, x, y + PAD + LINE * place + 14, bold)
        for place, (words, bold) in enumerate(lines)
    )


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z"


def _rounded(x: float, y: float, width: float, height: float) -> str:
    r = 16
    return (
        f"M{x + r:.0f} {y:.0f}h{width - 2 * r:.0f}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r:.0f}"
        f"a{r} {r} 0 0 1 {-r} {r}h{2 * r - width:.0f}a{r} {r} 0 0 1 {-r} {-r}"
        f"v{2 * r - height:.0f}a{r} {r} 0 0 1 {r} {-r}z"
    )


def _cut(x: float, y: float, width: float, height: float) -> str:
    """The corners cut off, like a stop sign."""
    c = 9
    return (
        f"M{x + c:.0f} {y:.0f}h{width - 2 * c:.0f}l{c} {c}v{height - 2 * c:.0f}l{-c} {c}"
        f"h{2 * c - width:.0f}l{-c} {-c}v{2 * c - height:.0f}z"
    )


def _folded(x: float, y: float, width: float, height: float) -> str:
    """One corner turned down, like a page somebody has left a mark in."""
    c = 18
    return (
        f"M{x:.0f} {y:.0f}h{width - c:.0f}l{c} {c}v{height - c:.0f}h{-width:.0f}z"
        f"M{x + width - c:.0f} {y:.0f}v{c}h{c}"
    )


_OUTLINES = {
    "definition": _rounded,
    "gate": _cut,
    "must-not": _cut,
    "gap": _folded,
}


# Lines


def _line(through: Sequence[Placed]) -> Line:
    """From the right side of one box to the left side of another, straight through the bends."""
    x = [placed.column * (BOX + ACROSS) + EDGE for placed in through]
    y = [placed.middle + EDGE for placed in through]
    path = f"M{x[0] + BOX:.0f} {y[0]:.0f}"
    for place in range(1, len(through)):
        left, top, half = x[place], y[place], x[place] - ACROSS / 2
        path += f"C{half:.0f} {y[place - 1]:.0f} {half:.0f} {top:.0f} {left:.0f} {top:.0f}"
        if place < len(through) - 1:
            path += f"H{left + BOX:.0f}"
    return Line(path, f"M{x[-1]:.0f} {y[-1]:.0f}l-9 -5v10z")


def _line_down(
    through: Sequence[Placed], tops: Sequence[float], bottoms: Sequence[float], heads: set[str]
) -> Line:
    """From the bottom of one box to the top of another, and an arrow at one end or at both."""
    x = [placed.middle + EDGE + PAD for placed in through]
    bands = [placed.column for placed in through]
    path = f"M{x[0]:.0f} {bottoms[bands[0]]:.0f}"
    for place in range(1, len(through)):
        start, end = bottoms[bands[place - 1]] + PAD, tops[bands[place]] - BAND_TITLE
        half = (start + end) / 2
        path += f"V{start:.0f}C{x[place - 1]:.0f} {half:.0f} {x[place]:.0f} {half:.0f} "
        path += f"{x[place]:.0f} {end:.0f}V{tops[bands[place]]:.0f}"
        if place < len(through) - 1:
            path += f"V{bottoms[bands[place]]:.0f}"
    head = ""
    if "down" in heads:
        head += f"M{x[-1]:.0f} {tops[bands[-1]]:.0f}l-5 -9h10z"
    if "up" in heads:
        head += f"M{x[0]:.0f} {bottoms[bands[0]]:.0f}l-5 9h10z"
    return Line(path, head)


def _pack_order(pack: Pack, ids: Iterable[str]) -> list[str]:
    wanted = set(ids)
    return [rule.id for rule in pack.rules if rule.id in wanted]


def _by_owner(pack: Pack, ids: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for id in ids:
        found.setdefault(_who(pack, pack.rule[id]), []).append(id)
    return tuple((who, tuple(theirs)) for who, theirs in found.items())


def _rows(ids: Sequence[str], most: int) -> list[Sequence[str]]:
    return [ids[start : start + most] for start in range(0, len(ids), most)]
