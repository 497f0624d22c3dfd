"""Which orders of a list an index delivers, so that its beginning is there at once. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

IndexOrder: TypeAlias = tuple[tuple[str, int], ...]
"""Columns of a B-tree, each with the server's options for it (`pg_index.indoption`): 1 descending, 2 NULLs first."""

_DESCENDING = 1
_NULLS_FIRST = 2
_OTHER_WAY = _DESCENDING | _NULLS_FIRST


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
