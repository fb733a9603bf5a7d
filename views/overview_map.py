"""The whole protocol as a map: a band for each section from top to bottom, in it who acts, and
lines from what somebody does in one section to what that leads to in another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from protocol.connections import Connections
from protocol.rule_book import Section
from rules.pack import Pack
from rules.rule import RuleKind
from views.drawing import (
    EDGE,
    LINE,
    PAD,
    Band,
    Drawing,
    Line,
    Text,
    Words,
    box,
    height_of,
    named,
    who,
    wrapped,
)
from views.layers import Layers, Link, Placed, lay_out

WIDE, BESIDE, BETWEEN, TITLE = 208, 18, 46, 30


@dataclass(frozen=True)
class Group:
    """Who acts in a section, or what is concluded there. ``shown`` are the rules that depend on
    another section's or lead to one, ``more`` how many others there are."""

    section: Section
    who: str
    shown: tuple[str, ...]
    more: int

    @property
    def id(self) -> str:
        return f"{self.section.id} {self.who}"


@dataclass(frozen=True)
class Overview:
    """``ways`` are the rules of one section that lead to rules of another. ``everywhere`` are
    definitions that nearly every rule takes: they are not drawn."""

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
    groups = [group for section in sections for group in _groups(pack, section, crossing)]
    return Overview(
        drawing=_drawing(pack, sections, groups, links, href),
        groups=tuple(groups),
        ways=_ways(sections, section_of, links),
        everywhere=everywhere,
    )


def _groups(pack: Pack, section: Section, crossing: set[str]) -> list[Group]:
    by_who: dict[str, list[str]] = {}
    for rule in section.rules:
        if rule.kind is not RuleKind.PRINCIPLE:
            by_who.setdefault(who(pack, rule), []).append(rule.id)
    return [
        Group(
            section,
            acts,
            tuple(id for id in ids if id in crossing),
            sum(id not in crossing for id in ids),
        )
        for acts, ids in by_who.items()
    ]


def _ways(
    sections: Sequence[Section], section_of: Mapping[str, Section], links: Sequence[Link]
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


def _drawing(
    pack: Pack,
    sections: Sequence[Section],
    groups: Sequence[Group],
    links: Sequence[Link],
    href: Mapping[str, str],
) -> Drawing:
    """The layout knows columns and heights. Turned round, those are bands and widths."""
    band = {section.id: place for place, section in enumerate(sections)}
    row = {group.id: band[group.section.id] for group in groups}
    heads = _heads(groups, links, row)
    layers = lay_out(row, dict.fromkeys(row, WIDE), list(heads), BESIDE, packed=True)
    words = {group.id: _words(pack, group) for group in groups}
    titles = [_title(section) for section in sections]
    widest = max((Text(title, EDGE + PAD, 0).right for title in titles), default=0)
    width = max(layers.height + 2 * (EDGE + PAD), widest)

    bands, boxes, tops, bottoms = [], [], [], []
    top = float(EDGE)
    for section, title in zip(sections, titles, strict=True):
        theirs = [group for group in groups if group.section == section]
        tall = max((height_of(words[group.id]) for group in theirs), default=0)
        heading = Text(title, EDGE + PAD, top + LINE + 2, bold=True)
        bands.append(Band(EDGE, top, width - 2 * EDGE, TITLE + tall + PAD, heading))
        tops.append(top + TITLE)
        bottoms.append(top + TITLE + tall)
        for group in theirs:
            x = layers.boxes[group.id].top + EDGE + PAD
            boxes.append(
                box(group.id, "band", words[group.id], x, tops[-1], WIDE, tall, href[section.id])
            )
        top = bottoms[-1] + PAD + BETWEEN
    lines = tuple(_line(layers, link, tops, bottoms, heads[link]) for link in layers.lines)
    return Drawing(width, top - BETWEEN + EDGE, tuple(boxes), lines, tuple(bands))


def _heads(
    groups: Sequence[Group], links: Sequence[Link], row: Mapping[str, int]
) -> dict[Link, set[str]]:
    """From the upper of two groups to the lower: at which ends there is an arrow."""
    group_of = {id: group.id for group in groups for id in group.shown}
    heads: dict[Link, set[str]] = {}
    for a, b in ((group_of[a], group_of[b]) for a, b in links):
        down = row[a] < row[b]
        heads.setdefault((a, b) if down else (b, a), set()).add("down" if down else "up")
    return heads


def _words(pack: Pack, group: Group) -> Words:
    lines = wrapped(group.who, WIDE, bold=True)
    for id in group.shown:
        lines += wrapped(named(pack, pack.rule[id]), WIDE)
    if group.more:
        rules = "rule" if group.more == 1 else "rules"
        lines.append((f"and {group.more} more" if group.shown else f"{group.more} {rules}", False))
    return lines


def _title(section: Section) -> str:
    aims = sum(rule.kind is RuleKind.PRINCIPLE for rule in section.rules)
    if not aims:
        return section.name
    return f"{section.name} ({aims} {'aim or plain fact' if aims == 1 else 'aims and plain facts'})"


def _line(
    layers: Layers, link: Link, tops: Sequence[float], bottoms: Sequence[float], heads: set[str]
) -> Line:
    """From the bottom of one box to the top of another, with an arrow at one end or at both."""
    through = layers.lines[link]
    x = [_middle(at) for at in through]
    bands = [at.column for at in through]
    path = f"M{x[0]:.0f} {bottoms[bands[0]]:.0f}"
    for place in range(1, len(through)):
        start, end = bottoms[bands[place - 1]] + PAD, tops[bands[place]] - TITLE
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


def _middle(at: Placed) -> float:
    return at.middle + EDGE + PAD
