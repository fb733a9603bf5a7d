"""One section as a map: what depends on what from left to right, and below it what depends on
answers alone. What leads on to other sections says so in its box: so many lines would say nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from forms.typed import upper_first
from protocol.connections import Connections
from protocol.rule_book import Section, in_short
from rules.pack import Pack
from rules.rule import RuleKind
from views.drawing import (
    EDGE,
    LINE,
    PAD,
    Box,
    Drawing,
    Line,
    Text,
    Words,
    box,
    height_of,
    named,
    shape_of,
    strength_of,
    who,
    wrapped,
)
from views.layers import Layers, Link, Placed, columns_of, lay_out

WIDE, ACROSS, DOWN = 168, 36, 14
IN_A_ROW = 5
NAMED = 3
"""So many rules of other sections a box names. More of them it counts."""


@dataclass(frozen=True)
class SectionMap:
    """A section's drawing, and all that is in it, to be said in words.

    ``joined`` are its rules that depend on one another or on another section's, ``alone`` the
    others by who acts. ``before`` and ``after`` stand in other sections, and only what comes
    before is drawn. ``questions`` are facts, numbered in the boxes in this order. ``everywhere``
    are definitions that nearly every rule takes: they are not drawn.
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
    links = [(a, b) for b in inside for a in connections.follows_from[b] if a not in everywhere]
    joined = {id for link in links for id in link}
    outside = joined.difference(inside)
    alone = _by_who(pack, [id for id in inside if id not in joined])
    asked = {fact for id in inside for fact in connections.asks[id]}
    questions = tuple(fact.id for fact in pack.facts if fact.id in asked)
    onwards = {
        id: tuple(other for other in connections.leads_to[id] if other not in inside)
        for id in inside
        if id not in everywhere
    }

    words = {id: _elsewhere(pack, id, section_of[id]) for id in outside}
    for id in inside:
        words[id] = [
            *_words(pack, id, with_owner=id in joined),
            *_asks(sorted(questions.index(fact) + 1 for fact in connections.asks[id])),
            *_on_to(pack, onwards.get(id, ())),
        ]

    layers = _layers(pack, links, words, outside)
    boxes, lines = _joined(pack, layers, words, outside, href)
    below = layers.height + EDGE + (2 * LINE if layers.boxes else 0)
    more, titles, bottom = _alone(pack, alone, words, href, below)
    across = max(layers.columns, min(IN_A_ROW, max((len(ids) for _, ids in alone), default=0)))
    width = across * (WIDE + ACROSS) - ACROSS + 2 * EDGE
    return SectionMap(
        drawing=Drawing(
            width=max([width, *(title.right for title in titles)]),
            height=bottom + EDGE,
            boxes=(*boxes, *more),
            lines=lines,
            texts=titles,
        ),
        joined=tuple(id for id in inside if id in joined),
        alone=alone,
        before=_in_order(pack, outside),
        after=_in_order(pack, {other for others in onwards.values() for other in others}),
        questions=questions,
        everywhere=tuple(id for id in everywhere if id not in inside),
    )


# What stands in a box


def _words(pack: Pack, id: str, *, with_owner: bool) -> Words:
    rule = pack.rule[id]
    lines = wrapped(strength_of(rule), WIDE, bold=True)
    lines += wrapped(upper_first(in_short(pack, rule)), WIDE)
    if with_owner and rule.owner:
        lines += wrapped(pack.owners[rule.owner], WIDE)
    return lines


def _asks(numbers: Sequence[int]) -> Words:
    return wrapped(f"Asks {', '.join(map(str, numbers))}", WIDE) if numbers else []


def _on_to(pack: Pack, rules: Sequence[str]) -> Words:
    """The rules of other sections by their ids, where those are few and no names of facts."""
    if not rules:
        return []
    if len(rules) <= NAMED and not any(id == pack.rule[id].concludes for id in rules):
        return wrapped(f"On to {', '.join(rules)}", WIDE)
    return wrapped(f"On to {len(rules)} {'rule' if len(rules) == 1 else 'rules'} elsewhere", WIDE)


def _elsewhere(pack: Pack, id: str, section: Section) -> Words:
    place = f"section {section.number}" if section.number else f"“{section.title}”"
    title = wrapped(f"From {place}", WIDE, bold=True)
    return title + wrapped(named(pack, pack.rule[id]), WIDE)


# Where it stands


def _layers(
    pack: Pack, links: Sequence[Link], words: Mapping[str, Words], outside: set[str]
) -> Layers:
    """What comes before the section stands on the left."""
    ids = _in_order(pack, {id for link in links for id in link})
    within = [(a, b) for a, b in links if a not in outside]
    own = columns_of([id for id in ids if id not in outside], within)
    start = 1 if outside else 0
    columns = {id: 0 if id in outside else start + own[id] for id in ids}
    return lay_out(columns, {id: height_of(words[id]) for id in ids}, links, DOWN)


def _joined(
    pack: Pack,
    layers: Layers,
    words: Mapping[str, Words],
    outside: set[str],
    href: Mapping[str, str],
) -> tuple[tuple[Box, ...], tuple[Line, ...]]:
    boxes = []
    for id, at in layers.boxes.items():
        shape = "outside" if id in outside else shape_of(pack.rule[id])
        x, y = _left(at), at.top + EDGE
        boxes.append(box(id, shape, words[id], x, y, WIDE, at.height, href[id]))
    return tuple(boxes), tuple(_line(through) for through in layers.lines.values())


def _alone(
    pack: Pack,
    alone: Sequence[tuple[str, Sequence[str]]],
    words: Mapping[str, Words],
    href: Mapping[str, str],
    top: float,
) -> tuple[tuple[Box, ...], tuple[Text, ...], float]:
    """Rows of boxes below a title for whoever acts; and where they end."""
    boxes, titles = [], []
    for acts, ids in alone:
        titles.append(Text(f"{acts}: on the answers alone", EDGE, top + LINE, bold=True))
        top += LINE + PAD
        for start in range(0, len(ids), IN_A_ROW):
            row = ids[start : start + IN_A_ROW]
            tall = max(height_of(words[id]) for id in row)
            for place, id in enumerate(row):
                x = EDGE + place * (WIDE + ACROSS)
                shape = shape_of(pack.rule[id])
                boxes.append(box(id, shape, words[id], x, top, WIDE, tall, href[id]))
            top += tall + DOWN
        top += LINE
    return tuple(boxes), tuple(titles), top


def _line(through: Sequence[Placed]) -> Line:
    """From the right side of one box to the left side of another, straight through the bends."""
    x, y = [_left(at) for at in through], [at.middle + EDGE for at in through]
    path = f"M{x[0] + WIDE:.0f} {y[0]:.0f}"
    for place in range(1, len(through)):
        left, top, half = x[place], y[place], x[place] - ACROSS / 2
        path += f"C{half:.0f} {y[place - 1]:.0f} {half:.0f} {top:.0f} {left:.0f} {top:.0f}"
        if place < len(through) - 1:
            path += f"H{left + WIDE:.0f}"
    return Line(path, f"M{x[-1]:.0f} {y[-1]:.0f}l-9 -5v10z")


def _left(at: Placed) -> float:
    return at.column * (WIDE + ACROSS) + EDGE


def _in_order(pack: Pack, ids: Iterable[str]) -> tuple[str, ...]:
    wanted = set(ids)
    return tuple(rule.id for rule in pack.rules if rule.id in wanted)


def _by_who(pack: Pack, ids: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for id in ids:
        found.setdefault(who(pack, pack.rule[id]), []).append(id)
    return tuple((acts, tuple(theirs)) for acts, theirs in found.items())
