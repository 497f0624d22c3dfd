"""How a person arranged a table: order, width and visibility of its columns, and the arithmetic of changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from jarvis_desktop.tables.types import Sort

NARROWEST, WIDEST = 24, 2000
"""Pixels that a column made by hand may be wide."""

MOST_FROZEN = 50
_VERSION = 1
_NO_WIDTHS: Mapping[str, int] = MappingProxyType({})


class Density(StrEnum):
    """How high rows are."""

    COMPACT = "compact"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a person changed; None and empty mean: as the table began.

    `order` names columns in their order, those of `hidden` too; a column it does not name stands behind the one that
    precedes it at the beginning, shown or hidden as it was then. `freeze` counts columns shown.
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=lambda: _NO_WIDTHS)
    freeze: int | None = None
    density: Density | None = None
    sort: tuple[Sort, ...] | None = None
    group_by: str | None = None


AS_IT_BEGAN = Arrangement()


@dataclass(frozen=True, slots=True)
class Placed:
    """A column in its place in the whole order."""

    name: str
    shown: bool


def read_state(state: Mapping[str, Any]) -> Arrangement:
    """The arrangement that was remembered; what cannot be used of it is left out piece by piece."""
    if state.get("version") != _VERSION:
        return Arrangement()
    order = tuple(dict.fromkeys(_texts(state.get("order"))))
    widths = state.get("widths")
    pairs = widths.items() if isinstance(widths, Mapping) else ()
    read = {name: _whole(width, NARROWEST, WIDEST) for name, width in pairs if isinstance(name, str)}
    density = state.get("density")
    group_by = state.get("group_by")
    return Arrangement(
        order=order,
        hidden=frozenset(_texts(state.get("hidden"))) & frozenset(order),
        widths=MappingProxyType({name: width for name, width in read.items() if width is not None}),
        freeze=_whole(state.get("freeze"), 0, MOST_FROZEN),
        density=Density(density) if isinstance(density, str) and density in set(Density) else None,
        sort=_sorts(state.get("sort")),
        group_by=group_by if isinstance(group_by, str) else None,
    )


def to_state(arrangement: Arrangement) -> dict[str, Any]:
    """The arrangement as JSON values, for `read_state`."""
    state: dict[str, Any] = {"version": _VERSION}
    if arrangement.order:
        state["order"] = list(arrangement.order)
        state["hidden"] = sorted(arrangement.hidden)
    if arrangement.widths:
        state["widths"] = dict(arrangement.widths)
    if arrangement.freeze is not None:
        state["freeze"] = arrangement.freeze
    if arrangement.density is not None:
        state["density"] = arrangement.density.value
    if arrangement.sort is not None:
        state["sort"] = [{"column": sort.column, "descending": sort.descending} for sort in arrangement.sort]
    if arrangement.group_by is not None:
        state["group_by"] = arrangement.group_by
    return state


def placed(began: Sequence[Placed], arrangement: Arrangement) -> tuple[Placed, ...]:
    """All columns of `began` in the arrangement's order; one at least is shown."""
    visible = {column.name: column.shown for column in began}
    order = [name for name in arrangement.order if name in visible]
    known = set(order)
    before = ""
    for column in began:
        if column.name not in known:
            order.insert(order.index(before) + 1 if before else 0, column.name)
        before = column.name
    for name in known:
        visible[name] = name not in arrangement.hidden
    result = tuple(Placed(name, visible[name]) for name in order)
    if result and not any(column.shown for column in result):
        return (replace(result[0], shown=True), *result[1:])
    return result


def with_columns(arrangement: Arrangement, columns: Sequence[Placed]) -> Arrangement:
    """The arrangement with this order and these columns shown."""
    hidden = frozenset(column.name for column in columns if not column.shown)
    return replace(arrangement, order=tuple(column.name for column in columns), hidden=hidden)


def frozen(columns: Sequence[Placed], freeze: int) -> int:
    """How many of the columns shown stay at the left: at most all but one."""
    return max(0, min(freeze, sum(column.shown for column in columns) - 1, MOST_FROZEN))


def shown_or_not(columns: Sequence[Placed], name: str, *, shown: bool, freeze: int) -> tuple[tuple[Placed, ...], int]:
    """The columns with that one shown or hidden, and how many of those shown are frozen then.

    The freeze line stays between the same columns. The last column shown cannot be hidden.
    """
    changed = tuple(replace(column, shown=shown) if column.name == name else column for column in columns)
    if not any(column.shown for column in changed):
        return tuple(columns), freeze
    line = _line(columns, freeze)
    return changed, frozen(changed, sum(column.shown for column in changed[:line]))


def moved(columns: Sequence[Placed], name: str, place: int) -> tuple[Placed, ...]:
    """The columns with that one taken out and put back at `place` among the others."""
    taken = next((column for column in columns if column.name == name), None)
    if taken is None:
        return tuple(columns)
    others = [column for column in columns if column.name != name]
    place = max(0, min(place, len(others)))
    return (*others[:place], taken, *others[place:])


def moved_among_shown(columns: Sequence[Placed], name: str, place: int) -> tuple[Placed, ...]:
    """The columns with that one at `place` among the others that are shown; hidden ones keep their neighbours."""
    others = [column for column in columns if column.name != name]
    shown = [at for at, column in enumerate(others) if column.shown]
    place = max(0, min(place, len(shown)))
    if place < len(shown):
        return moved(columns, name, shown[place])
    return moved(columns, name, shown[-1] + 1 if shown else 0)


def next_sort(sort: Sequence[Sort], began: Sequence[Sort], column: str, *, add: bool) -> tuple[Sort, ...]:
    """The order after a click at a column's header: up, then down, then as the table began.

    With `add` the column joins the others (up, then down, then out again). A column that the table itself begins
    with is turned around, and goes on from there.
    """
    if add:
        now = next((each for each in sort if each.column == column), None)
        if now is None:
            return (*sort, Sort(column))
        if not now.descending:
            return tuple(replace(each, descending=True) if each.column == column else each for each in sort)
        return tuple(each for each in sort if each.column != column)
    if sort and sort[0].column == column and (len(sort) == 1 or tuple(sort) == tuple(began)):
        if sort[0].descending and tuple(sort) != tuple(began):
            return tuple(began)
        return (replace(sort[0], descending=not sort[0].descending),)
    return (Sort(column),)


def _line(columns: Sequence[Placed], freeze: int) -> int:
    """The place in the whole order behind the last frozen column."""
    seen = 0
    for place, column in enumerate(columns):
        if seen == freeze:
            return place
        seen += column.shown
    return len(columns)


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, (list, tuple)) else []


def _whole(value: Any, least: int, most: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if least <= value <= most else None


def _sorts(value: Any) -> tuple[Sort, ...] | None:
    if not isinstance(value, (list, tuple)):
        return None
    found: dict[str, Sort] = {}
    for each in value:
        if isinstance(each, Mapping) and isinstance(each.get("column"), str):
            found.setdefault(each["column"], Sort(each["column"], descending=each.get("descending") is True))
    return tuple(found.values())
