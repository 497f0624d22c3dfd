"""Filters and quick search as conditions of a statement."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.clock import to_naive_utc
from jarvis_desktop.db import cells, predicates
from jarvis_desktop.tables.types import ColumnKind, Filter, Operator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.tables.catalog import StoredColumn


def containing(columns: Sequence[StoredColumn], quick: str) -> ColumnElement[bool]:
    """The rows where one of the columns contains the text, whatever the case."""
    return predicates.any_of(predicates.contains(_as_text(column), quick) for column in columns)


def condition(column: StoredColumn, asked: Filter) -> ColumnElement[bool]:
    """The rows that a filter with a value of the column's type asks for."""
    element = column.element
    match asked.operator:
        case Operator.IS_NULL:
            return element.is_(None)
        case Operator.IS_NOT_NULL:
            return element.is_not(None)
        case Operator.CONTAINS:
            return predicates.contains(_as_text(column), asked.value)
        case Operator.STARTS_WITH:
            return predicates.starts_with(_as_text(column), asked.value)
        case Operator.IN:
            return predicates.any_of(_comparison(column, Operator.EQ, value) for value in asked.value)
        case _:
            return _comparison(column, asked.operator, asked.value)


def _comparison(column: StoredColumn, operator: Operator, value: Any) -> ColumnElement[bool]:
    if column.info.kind is ColumnKind.DATETIME and not isinstance(value, datetime):
        return _day_comparison(column, operator, value)
    element = column.element if column.info.kind is not ColumnKind.TEXT else _as_text(column)
    return _compare(element, operator, _bound(column, value))


def _day_comparison(column: StoredColumn, operator: Operator, day: date) -> ColumnElement[bool]:
    """A comparison of instants with a whole day of local time, as people mean it."""
    start, end = (_bound(column, _midnight(day, offset)) for offset in (0, 1))
    element = column.element
    match operator:
        case Operator.EQ:
            return predicates.within(element, start, end)
        case Operator.NE:
            return ~predicates.within(element, start, end)
        case Operator.GT | Operator.LE:
            return element >= end if operator is Operator.GT else element < end
        case _:
            return element >= start if operator is Operator.GE else element < start


def _midnight(day: date, offset: int) -> datetime:
    try:
        return datetime.combine(day + timedelta(days=offset), time()).astimezone()
    except (OverflowError, ValueError, OSError):
        return datetime.combine(day, time(), UTC)


def _compare(left: ColumnElement[Any], operator: Operator, right: ColumnElement[Any]) -> ColumnElement[bool]:
    match operator:
        case Operator.EQ:
            return left == right
        case Operator.NE:
            return left != right
        case Operator.LT:
            return left < right
        case Operator.LE:
            return left <= right
        case Operator.GT:
            return left > right
        case _:
            return left >= right


def _bound(column: StoredColumn, value: Any) -> ColumnElement[Any]:
    """A value of ours for comparison with the column, typed so that an index on it can answer."""
    match column.info.kind:
        case ColumnKind.INTEGER:
            return predicates.whole_number(value)
        case ColumnKind.DECIMAL if column.type_name != "money":
            return predicates.exact_number(value)
        case ColumnKind.DATETIME:
            instant = to_naive_utc(value) if column.type_name == "timestamp" else value
            return column.stored(instant.isoformat())
        case ColumnKind.DATE | ColumnKind.DECIMAL:
            return column.stored(str(value))
        case _:
            return predicates.plain(value)


def _as_text(column: StoredColumn) -> ColumnElement[Any]:
    if column.info.kind is ColumnKind.ARRAY:
        return cells.joined(column.element)
    return column.element if column.is_character else column.written
