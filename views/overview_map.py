"""The whole protocol as a map: a band for each section from top to bottom, in it who acts, and
beside the bands lines from a section to the sections that it leads to."""

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
    Box,
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
from views.layers import Link

WIDE, BESIDE, BETWEEN, TITLE = 208, 18, 16, 30
IN_A_ROW = 4
APART = 14  # two lines beside each other, and where they begin and end
BEND = 7


@dataclass(frozen=True)
class Way:
    """The rules of one section that lead to rules of another."""

    one: Section
    other: Section
    links: tuple[Link, ...]


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
    """``everywhere`` are definitions that nearly every rule takes: they are not drawn."""

    drawing: Drawing
    groups: tuple[Group, ...]
    ways: tuple[Way, ...]
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
    ways = _ways(sections, section_of, links)
    drawing = _drawing(pack, sections, groups, ways, href)
    return Overview(drawing, tuple(groups), ways, everywhere)


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
) -> tuple[Way, ...]:
    found: dict[tuple[str, str], list[Link]] = {}
    for a, b in links:
        found.setdefault((section_of[a].id, section_of[b].id), []).append((a, b))
    return tuple(
        Way(one, other, tuple(found[one.id, other.id]))
        for one in sections
        for other in sections
        if (one.id, other.id) in found
    )


def _drawing(
    pack: Pack,
    sections: Sequence[Section],
    groups: Sequence[Group],
    ways: Sequence[Way],
    href: Mapping[str, str],
) -> Drawing:
    bands: list[Band] = []
    boxes: list[Box] = []
    width = IN_A_ROW * (WIDE + BESIDE) - BESIDE + 2 * PAD
    top = float(EDGE)
    for section in sections:
        heading = Text(_title(section), EDGE + PAD, top + LINE + 2, bold=True)
        below = top + TITLE
        theirs = [group for group in groups if group.section == section]
        for start in range(0, len(theirs), IN_A_ROW):
            row = theirs[start : start + IN_A_ROW]
            words = [_words(pack, group) for group in row]
            tall = max(map(height_of, words))
            for place, (group, lines) in enumerate(zip(row, words, strict=True)):
                x = EDGE + PAD + place * (WIDE + BESIDE)
                boxes.append(box(group.id, "band", lines, x, below, WIDE, tall, href[section.id]))
            below += tall + PAD
        ends = sum(section in (way.one, way.other) for way in ways)
        height = max(below - top, (ends + 1) * APART)
        bands.append(Band(EDGE, top, width, height, heading))
        top += height + BETWEEN
    lines, right = _lines(sections, ways, bands, EDGE + width)
    widest = max((band.title.right for band in bands), default=0)
    return Drawing(
        max(right, widest) + EDGE, top - BETWEEN + EDGE, tuple(boxes), lines, tuple(bands)
    )


def _lines(
    sections: Sequence[Section], ways: Sequence[Way], bands: Sequence[Band], edge: float
) -> tuple[tuple[Line, ...], float]:
    """From band to band, those that lie inside another nearer to the bands; and how far right
    they reach."""
    place = {section.id: number for number, section in enumerate(sections)}
    ends = [(place[way.one.id], place[way.other.id]) for way in ways]
    ports = _ports(ends, bands)
    lanes: list[list[tuple[float, float]]] = []
    lines, right = [], edge
    for end in sorted(ends, key=lambda end: (abs(end[0] - end[1]), end)):
        start, stop = ports[end]
        span = (min(start, stop), max(start, stop))
        lane = next((n for n, taken in enumerate(lanes) if _free(span, taken)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(span)
        x, turn = edge + (lane + 2) * APART, BEND if stop > start else -BEND
        right = max(right, x)
        lines.append(
            Line(
                f"M{edge:.0f} {start:.0f}H{x - BEND:.0f}Q{x:.0f} {start:.0f} {x:.0f} "
                f"{start + turn:.0f}V{stop - turn:.0f}Q{x:.0f} {stop:.0f} {x - BEND:.0f} "
                f"{stop:.0f}H{edge:.0f}",
                f"M{edge:.0f} {stop:.0f}l9 -5v10z",
            )
        )
    return tuple(lines), right


def _ports(
    ends: Sequence[tuple[int, int]], bands: Sequence[Band]
) -> dict[tuple[int, int], tuple[float, float]]:
    """Where each line begins and ends on its two bands' right sides. At a band those from above
    come first, the nearest before the farthest, then those from below the other way round: so
    they lie inside each other."""
    y: dict[tuple[tuple[int, int], int], float] = {}
    for place, band in enumerate(bands):
        there = [end for end in ends if place in end]
        above = sorted((e for e in there if min(e) < place), key=lambda e: (-min(e), e))
        below = sorted((e for e in there if max(e) > place), key=lambda e: (-max(e), e))
        for number, end in enumerate((*above, *below), start=1):
            y[end, place] = band.y + number * band.height / (len(there) + 1)
    return {end: (y[end, end[0]], y[end, end[1]]) for end in ends}


def _free(span: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return all(span[1] + APART < a or b + APART < span[0] for a, b in taken)


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
