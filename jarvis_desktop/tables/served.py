"""Which orders of a list an index delivers, so that its beginning is there at once. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from jarvis_desktop.tables.listed import listed_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jarvis_desktop.tables.types import Filter

IndexOrder: TypeAlias = tuple[tuple[str, int], ...]
"""Columns of a B-tree, each with the server's options for it (`pg_index.indoption`): 1 descending, 2 NULLs first."""

_DESCENDING = 1
_NULLS_FIRST = 2
_OTHER_WAY = _DESCENDING | _NULLS_FIRST


@dataclass(frozen=True, slots=True)
class PartialOrder:
    """The order of an index that holds only the rows where `column` is one of `values`."""

    order: IndexOrder
    column: str
    values: frozenset[str]


def served(orders: Iterable[IndexOrder], wanted: Sequence[tuple[str, bool, bool]]) -> bool:
    """Whether one of `orders`, read in either direction, begins with the order that is wanted.

    That is: columns, each with whether it descends and whether it may be NULL. NULLs come last in it; those of the
    first column are read by themselves (`db.keyset`), so where an index has them does not matter.
    """
    forward = tuple(
        (name, (_DESCENDING if place and nullable else _OTHER_WAY) if descending else 0)
        for place, (name, descending, nullable) in enumerate(wanted)
    )
    backward = tuple((name, options ^ _OTHER_WAY) for name, options in forward)
    return any(order[: len(wanted)] in (forward, backward) for order in orders)


def narrowed(
    orders: Iterable[PartialOrder], wanted: Sequence[tuple[str, bool, bool]], filters: Sequence[Filter]
) -> tuple[Filter, ...]:
    """Those of `filters` that leave only rows of one of `orders` which delivers the order that is wanted, if any.

    With them come those on the first column of the order: the index answers these too.
    """
    listed = [(asked, found) for asked in filters if (found := listed_values(asked))]
    for partial in orders:
        if served([partial.order], wanted):
            within = [asked for asked, found in listed if asked.column == partial.column and found <= partial.values]
            if within:
                leading = [asked for asked, _ in listed if asked.column == wanted[0][0]]
                return tuple(dict.fromkeys((*within, *leading)))
    return ()
