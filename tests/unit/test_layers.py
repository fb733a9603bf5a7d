"""Boxes in columns: no line runs backwards, no box stands over another, always the same."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.layers import BEND, Layers, columns_of, lay_out

GAP = 10


@st.composite
def graphs(draw):
    """Boxes and lines without a circle: each line runs to a later box."""
    ids = [f"b{number}" for number in range(draw(st.integers(1, 12)))]
    pairs = list(combinations(ids, 2))
    links = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20)) if pairs else []
    heights = {id: draw(st.integers(20, 120)) for id in ids}
    return ids, links, heights


def laid_out(graph) -> Layers:
    ids, links, heights = graph
    return lay_out(columns_of(ids, links), heights, links, GAP)


@given(graphs())
def test_every_line_runs_to_the_right_one_column_at_a_time(graph):
    layers = laid_out(graph)

    assert set(layers.lines) == set(graph[1])
    for (source, target), through in layers.lines.items():
        assert (through[0], through[-1]) == (layers.boxes[source], layers.boxes[target])
        columns = [placed.column for placed in through]
        assert columns == list(range(columns[0], columns[-1] + 1))
        assert len(columns) > 1
        assert all(bend.height == BEND for bend in through[1:-1])


@given(graphs())
def test_nothing_stands_over_anything_else(graph):
    layers = laid_out(graph)
    bends = [bend for through in layers.lines.values() for bend in through[1:-1]]
    placed = [*layers.boxes.values(), *bends]

    for one, other in combinations(placed, 2):
        if one.column == other.column:
            upper, lower = sorted((one, other), key=lambda box: box.top)
            assert upper.top + upper.height + GAP <= lower.top + 0.01
    assert min(box.top for box in placed) >= 0
    assert max(box.top + box.height for box in placed) <= layers.height + 0.01


@given(graphs())
def test_the_same_is_always_laid_out_the_same(graph):
    assert laid_out(graph) == laid_out(graph)


def test_lines_are_uncrossed_where_they_can_be():
    ids = ["a", "b", "c", "d"]
    layers = laid_out((ids, [("a", "d"), ("b", "c")], dict.fromkeys(ids, 40)))

    assert (layers.boxes["a"].top < layers.boxes["b"].top) is (
        layers.boxes["d"].top < layers.boxes["c"].top
    )


def test_a_box_stands_beside_what_it_is_joined_to():
    ids = ["one", "two", "three", "after two"]
    layers = laid_out((ids, [("two", "after two")], dict.fromkeys(ids, 40)))

    assert layers.boxes["after two"].middle == pytest.approx(layers.boxes["two"].middle, abs=1)


def test_nothing_is_laid_out_as_nothing():
    assert lay_out({}, {}, [], GAP) == Layers({}, {}, 0, 0)
