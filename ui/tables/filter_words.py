"""Filters in words, and their values as people type them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale

from jarvis_desktop.tables.filters import asked_of, takes_value, words
from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator
from ui.tables.formatting import NO_LABELS, Labels, writer

_MOST_NAMED = 3
_WHOLE = frozenset({Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN})


def described(column: ColumnInfo, condition: Filter, labels: Labels = NO_LABELS) -> str:
    """A filter in words: “Status is Open”, “Created at from 31 Mar 2026”; `labels` as in `RowWriter`."""
    named = labels.get(column.name, {}) if condition.operator in _WHOLE and not condition.path else {}
    column = asked_of(column, condition.path)
    said = f"{column.label} {words(condition.operator, column.kind)}"
    if not takes_value(condition.operator):
        return said
    several = isinstance(condition.value, (tuple, list))
    values = [
        named.get(str(value)) or in_words(column, value)
        for value in (condition.value if several else (condition.value,))
    ]
    if condition.operator is Operator.BETWEEN:
        return f"{said} {' and '.join(values)}"
    if len(values) > _MOST_NAMED:
        values[_MOST_NAMED - 1 :] = [f"{len(values) - _MOST_NAMED + 1} more"]
    return f"{said} {', '.join(values)}"


def in_words(column: ColumnInfo, value: Any) -> str:
    """A filter's value as people read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Relative):
        return value.words
    if value is None:
        return "(empty)"
    if column.kind is ColumnKind.DATETIME and not hasattr(value, "hour"):
        column = ColumnInfo(column.name, ColumnKind.DATE, column.label)
    return writer(column, QLocale())(value)


def as_typed(column: ColumnInfo, value: Any) -> str:
    """A filter's value as people would type it."""
    if isinstance(value, Relative):
        return value.words
    if column.kind is ColumnKind.DATETIME and hasattr(value, "hour"):
        return f"{value.astimezone():%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(as_typed(column, each) for each in value)
    return str(value)
