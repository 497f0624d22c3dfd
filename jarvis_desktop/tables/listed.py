"""Filters that list the values a column may have. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.tables.types import Operator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.tables.types import Filter


def listed_values(asked: Filter) -> frozenset[Any] | None:
    """The values that a filter leaves to its column, where it lists them."""
    if asked.path:
        return None
    match asked.operator:
        case Operator.EQ:
            return frozenset({asked.value})
        case Operator.IN:
            return frozenset(asked.value)
        case _:
            return None


def values_left(filters: Iterable[Filter]) -> dict[str, frozenset[Any]]:
    """By column, the values that filters leave to it, where they list them."""
    left: dict[str, frozenset[Any]] = {}
    for asked in filters:
        values = listed_values(asked)
        if values is not None:
            left[asked.column] = left.get(asked.column, values) & values
    return left
