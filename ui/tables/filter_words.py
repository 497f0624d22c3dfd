"""Filters in words, and their values as people type them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables import relative
from jarvis_desktop.tables.filters import asked_of, takes_value, words
from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator
from ui.core.locale import here, plain_digits
from ui.tables.formatting import NO_LABELS, Labels, is_reference, writer

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
        return tr("{condition} {low} and {high}", condition=said, low=values[0], high=values[-1])
    if len(values) > _MOST_NAMED:
        values[_MOST_NAMED - 1 :] = [tr("{count} more", count=len(values) - _MOST_NAMED + 1)]
    return f"{said} {', '.join(values)}"


def in_words(column: ColumnInfo, value: Any) -> str:
    """A filter's value as people read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Relative):
        return relative.in_words(value.words)
    if value is None:
        return tr("(empty)")
    if column.kind is ColumnKind.DATETIME and not hasattr(value, "hour"):
        column = ColumnInfo(column.name, ColumnKind.DATE, column.label)
    return writer(column, here())(value)


def as_typed(column: ColumnInfo, value: Any) -> str:
    """A filter's value as people would type it."""
    if isinstance(value, Relative):
        return relative.in_words(value.words)
    if isinstance(value, datetime):
        there = zone.local(value)
        whole = not (there.second or there.microsecond)
        return here().typed_instant(there) if whole else f"{there:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return here().typed_day(value)
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and not is_reference(column):
        return here().typed_number(value)
    return str(value)


def as_plain(column: ColumnInfo, typed: str) -> str:
    """What was typed as one value of a column, with days and numbers as they are stored; other texts as they are."""
    match column.kind:
        case ColumnKind.INTEGER | ColumnKind.DECIMAL:
            return here().plain_number(typed)
        case ColumnKind.DATE:
            return here().plain_day(typed)
        case ColumnKind.DATETIME:
            day = here().plain_day(typed)
            return here().plain_instant(typed) if day == plain_digits(typed).strip() else day
    return typed
