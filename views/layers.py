"""Boxes in columns, so that lines run from left to right and cross as little as may be.

The same boxes and lines are always laid out the same way. Lengths are in pixels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from statistics import fmean

SWEEPS = 6
BEND = 20  # the height that a line takes up in a column it only passes through

Link = tuple[str, str]


@dataclass(frozen=True)
class Placed:
    """Where a box stands, by its top left corner."""

    column: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True)
class Layers:
    """Every box in its place, and for each line the boxes and bends it runs through in turn."""

    boxes: Mapping[str, Placed]
    lines: Mapping[Link, tuple[Placed, ...]]
    columns: int
    height: float


def columns_of(ids: Sequence[str], links: Iterable[Link]) -> dict[str, int]:
    """Each box in the first column that is right of all it follows from. No circles."""
    before: dict[str, list[str]] = {id: [] for id in ids}
    for source, target in links:
        before[target].append(source)
    found: dict[str, int] = {}

    def column(id: str) -> int:
        if id not in found:
            found[id] = 1 + max((column(other) for other in before[id]), default=-1)
        return found[id]

    return {id: column(id) for id in ids}


def lay_out(
    columns: Mapping[str, int],
    heights: Mapping[str, float],
    links: Sequence[Link],
    gap: float,
) -> Layers:
    """``columns`` and ``heights`` are the boxes', in the order they stand in until lines cross."""
    way = {link: _bends(link, columns) for link in links}
    order = _order(columns, way)
    tall = {**heights, **{bend: BEND for through in way.values() for bend in through[1:-1]}}
    tops = _straightened(order, tall, list(way.values()), gap)
    highest = min(tops.values(), default=0)
    placed = {
        id: Placed(place, tops[id] - highest, tall[id])
        for place, ids in enumerate(order)
        for id in ids
    }
    return Layers(
        boxes={id: placed[id] for id in columns},
        lines={link: tuple(placed[id] for id in through) for link, through in way.items()},
        columns=len(order),
        height=max((box.top + box.height for box in placed.values()), default=0),
    )


def _bends(link: Link, columns: Mapping[str, int]) -> tuple[str, ...]:
    source, target = link
    between = range(columns[source] + 1, columns[target])
    return (source, *(f"{source} > {target} @ {column}" for column in between), target)


def _order(
    columns: Mapping[str, int], way: Mapping[Link, Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    """The boxes and bends of each column from top to bottom, with the fewest crossings found."""
    count = 1 + max(columns.values(), default=-1)
    standing: list[list[str]] = [[] for _ in range(count)]
    for id, column in columns.items():
        standing[column].append(id)
    for (source, _), through in way.items():
        for step, bend in enumerate(through[1:-1], start=1):
            standing[columns[source] + step].append(bend)
    steps = [pair for through in way.values() for pair in zip(through, through[1:], strict=False)]
    best, fewest = _frozen(standing), _crossings(standing, steps)
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        beside: dict[str, list[str]] = {}
        for left, right in steps:
            id, other = (right, left) if rightwards else (left, right)
            beside.setdefault(id, []).append(other)
        for column in standing if rightwards else reversed(standing):
            place = {id: at for ids in standing for at, id in enumerate(ids)}
            column.sort(key=partial(_wants, beside, place))
        crossings = _crossings(standing, steps)
        if crossings < fewest:
            best, fewest = _frozen(standing), crossings
    return best


def _wants(beside: Mapping[str, Sequence[str]], place: Mapping[str, int], id: str) -> float:
    """The mean place of what it is joined to in the column before; its own if that is nothing."""
    return fmean(place[other] for other in beside.get(id, (id,)))


def _frozen(standing: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(ids) for ids in standing)


def _crossings(standing: Iterable[Sequence[str]], steps: Sequence[Link]) -> int:
    place = {id: (column, at) for column, ids in enumerate(standing) for at, id in enumerate(ids)}
    between: dict[int, list[tuple[int, int]]] = {}
    for left, right in steps:
        column, at = place[left]
        between.setdefault(column, []).append((at, place[right][1]))
    return sum(
        1
        for runs in between.values()
        for (a, b), (c, d) in combinations(runs, 2)
        if (a - c) * (b - d) < 0
    )


def _straightened(
    order: Sequence[Sequence[str]],
    tall: Mapping[str, float],
    ways: Sequence[Sequence[str]],
    gap: float,
) -> dict[str, float]:
    """Each as near as may be to the middle of what it is joined to, none over another."""
    joined: dict[str, list[str]] = {}
    for through in ways:
        for left, right in zip(through, through[1:], strict=False):
            joined.setdefault(left, []).append(right)
            joined.setdefault(right, []).append(left)
    tops: dict[str, float] = {}
    for ids in order:
        down = 0.0
        for id in ids:
            tops[id] = down
            down += tall[id] + gap
    for sweep in range(SWEEPS):
        for ids in order if sweep % 2 == 0 else reversed(order):
            wanted = {
                id: fmean(tops[other] + tall[other] / 2 for other in joined.get(id, [id]))
                - tall[id] / 2
                for id in ids
            }
            tops |= _apart(ids, wanted, tall, gap)
    return tops


def _apart(
    ids: Sequence[str], wanted: Mapping[str, float], tall: Mapping[str, float], gap: float
) -> dict[str, float]:
    """As wanted, pushed apart downwards, and then the whole back up by half of what that took."""
    tops: dict[str, float] = {}
    free = float("-inf")
    for id in ids:
        tops[id] = max(wanted[id], free)
        free = tops[id] + tall[id] + gap
    pushed = fmean(tops[id] - wanted[id] for id in ids) if ids else 0
    return {id: top - pushed for id, top in tops.items()}
