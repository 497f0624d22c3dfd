from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.tables.types import Sort
from ui.components.table.panes import read_sizes
from ui.tables.arrangement import (
    AS_IT_BEGAN,
    MOST_FROZEN,
    NARROWEST,
    WIDEST,
    Arrangement,
    Density,
    Placed,
    frozen,
    moved,
    moved_among_shown,
    next_sort,
    placed,
    read_state,
    shown_or_not,
    to_state,
    with_columns,
)

names = st.text("abcdefgh", min_size=1, max_size=2)
sorts = st.builds(Sort, names, st.booleans())


@st.composite
def arrangements(draw: st.DrawFn) -> Arrangement:
    order = tuple(draw(st.lists(names, unique=True, max_size=6)))
    return Arrangement(
        order=order,
        hidden=frozenset(draw(st.sets(st.sampled_from(order)))) if order else frozenset(),
        widths=draw(st.dictionaries(names, st.integers(NARROWEST, WIDEST), max_size=4)),
        freeze=draw(st.none() | st.integers(0, MOST_FROZEN)),
        density=draw(st.none() | st.sampled_from(Density)),
        sort=draw(st.none() | st.lists(sorts, unique_by=lambda sort: sort.column, max_size=3).map(tuple)),
        group_by=draw(st.none() | names),
    )


columns = st.lists(
    st.builds(Placed, names, st.booleans()), min_size=1, max_size=8, unique_by=lambda column: column.name
).map(tuple)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("order", "hidden", "widths", "freeze", "density", "sort", "group_by")


@given(arrangements())
def test_an_arrangement_comes_back_from_its_state(arrangement: Arrangement) -> None:
    assert read_state(json.loads(json.dumps(to_state(arrangement)))) == arrangement


@given(st.dictionaries(st.sampled_from(KEYS), junk))
def test_junk_is_left_out_piece_by_piece(state: dict[str, Any]) -> None:
    read = read_state({"version": 1, "density": "normal", **state})
    if "density" not in state:
        assert read.density is Density.NORMAL
    assert read_state(to_state(read)) == read


@pytest.mark.parametrize("state", [{}, {"version": 2, "freeze": 1}, {"freeze": 1}, {"version": None, "order": ["a"]}])
def test_the_state_of_another_version_is_ignored(state: Mapping[str, Any]) -> None:
    assert read_state(state) == AS_IT_BEGAN


@given(columns, arrangements())
def test_every_column_stands_once_and_one_at_least_is_shown(
    began: tuple[Placed, ...], arrangement: Arrangement
) -> None:
    result = placed(began, arrangement)
    assert sorted(column.name for column in result) == sorted(column.name for column in began)
    assert any(column.shown for column in result)


@given(columns)
def test_without_an_arrangement_everything_is_as_it_began(began: tuple[Placed, ...]) -> None:
    if any(column.shown for column in began):
        assert placed(began, AS_IT_BEGAN) == began


@given(columns)
def test_columns_chosen_are_found_again(chosen: tuple[Placed, ...]) -> None:
    if any(column.shown for column in chosen):
        assert placed(chosen[::-1], with_columns(AS_IT_BEGAN, chosen)) == chosen


def test_a_column_added_since_stands_behind_the_one_before_it() -> None:
    began = [Placed("a", shown=True), Placed("new", shown=True), Placed("b", shown=True), Placed("also", shown=False)]
    result = placed(began, Arrangement(order=("b", "a", "gone"), hidden=frozenset({"gone"})))
    assert [column.name for column in result] == ["b", "also", "a", "new"]
    assert [column.shown for column in result] == [True, False, True, True]


@given(columns, names, st.booleans(), st.integers(0, 8))
def test_showing_and_hiding_keeps_the_freeze_line_between_the_same_columns(
    chosen: tuple[Placed, ...], name: str, shown: bool, freeze: int
) -> None:
    freeze = frozen(chosen, freeze)
    result, after = shown_or_not(chosen, name, shown=shown, freeze=freeze)
    if not any(column.shown for column in chosen):
        return
    left = [column.name for column in chosen if column.shown][:freeze]
    kept = [column.name for column in result if column.shown]
    assert kept
    assert set(kept[:after]) - {name} <= set(left)
    assert 0 <= after < len(kept)


@given(columns, st.integers(0, 10), st.integers(-3, 12))
def test_a_moved_column_stands_where_it_was_put_and_the_others_keep_their_order(
    chosen: tuple[Placed, ...], which: int, place: int
) -> None:
    name = chosen[which % len(chosen)].name
    for move in (moved, moved_among_shown):
        result = move(chosen, name, place)
        assert sorted(result, key=str) == sorted(chosen, key=str)
        assert [column for column in result if column.name != name] == [each for each in chosen if each.name != name]
    result = moved(chosen, name, place)
    assert [column.name for column in result].index(name) == max(0, min(place, len(chosen) - 1))


@given(columns, st.integers(0, 10), st.integers(0, 8))
def test_a_place_among_the_shown_counts_only_those(chosen: tuple[Placed, ...], which: int, place: int) -> None:
    shown = [column.name for column in chosen if column.shown]
    if not shown:
        return
    name = shown[which % len(shown)]
    after = [column.name for column in moved_among_shown(chosen, name, place) if column.shown]
    assert after.index(name) == min(place, len(shown) - 1)


def test_a_header_goes_up_then_down_then_as_it_began() -> None:
    began = (Sort("b"), Sort("c", descending=True))
    up = next_sort(began, began, "a", add=False)
    down = next_sort(up, began, "a", add=False)
    assert (up, down, next_sort(down, began, "a", add=False)) == ((Sort("a"),), (Sort("a", descending=True),), began)


def test_the_column_the_table_begins_with_is_turned_around() -> None:
    for began in ((Sort("a"),), (Sort("a", descending=True),)):
        turned = next_sort(began, began, "a", add=False)
        assert turned == (Sort("a", descending=not began[0].descending),)
        assert next_sort(turned, began, "a", add=False) == began


def test_shift_adds_a_column_turns_it_and_takes_it_out_again() -> None:
    began = (Sort("a"),)
    both = next_sort(began, began, "b", add=True)
    turned = next_sort(both, began, "b", add=True)
    assert both == (Sort("a"), Sort("b"))
    assert turned == (Sort("a"), Sort("b", descending=True))
    assert next_sort(turned, began, "b", add=True) == (Sort("a"),)
    assert next_sort(both, began, "a", add=False) == (Sort("a"),)


@given(st.lists(sorts, unique_by=lambda sort: sort.column, max_size=4).map(tuple), names)
def test_clicking_comes_back_to_the_beginning(began: tuple[Sort, ...], column: str) -> None:
    sort = began
    seen = []
    for _ in range(4):
        sort = next_sort(sort, began, column, add=False)
        seen.append(sort)
    assert began in seen
    assert any(each[:1] == (Sort(column),) for each in (*seen, began))
    assert any(each[:1] == (Sort(column, descending=True),) for each in (*seen, began))


@pytest.mark.parametrize(
    ("state", "sizes"),
    [
        ({"sizes": [300, 200]}, [300, 200]),
        ({"sizes": [300]}, []),
        ({"sizes": [0, 0]}, []),
        ({"sizes": [300, "2"]}, []),
        ({"sizes": [True, 5]}, []),
        ({"sizes": {"a": 1}}, []),
        ({}, []),
    ],
)
def test_sizes_of_panes_are_taken_whole_or_not_at_all(state: Mapping[str, Any], sizes: list[int]) -> None:
    assert read_sizes(state, 2) == sizes
