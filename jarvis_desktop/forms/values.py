"""Comparing values of fields: exact, and never taking true for 1."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any


def same_value(one: Any, other: Any) -> bool:
    """Whether two values are the same: 1 and 1.0 are, true and 1 are not, a list and a tuple of the same items are."""
    if one is other:
        return True
    if isinstance(one, bool) or isinstance(other, bool):
        return False
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same_value(value, other[key]) for key, value in one.items())
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) != (other.tzinfo is None):
        return False
    return bool(one == other)


def is_empty(value: Any) -> bool:
    """Whether a value counts as none for "required": nothing, white space, an empty list."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, (list, tuple)) and not value)


def rows_of(value: Any) -> tuple[Mapping[str, Any], ...]:
    """The rows of a field's value; none where it holds something else."""
    return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, (tuple, list)) else ()
