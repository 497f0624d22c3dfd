"""Filters and quick search as conditions of a statement."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Numeric, Text, and_, cast, false, func, literal, not_, or_

from jarvis_desktop.core.clock import to_naive_utc
from jarvis_desktop.tables.catalog import StoredColumn
from jarvis_desktop.tables.types import ColumnKind, Filter, Operator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement


def containing(columns: Sequence[StoredColumn], quick: str) -> ColumnElement[bool]:
    """The rows where one of the columns contains the text, whatever the case."""
    pattern = literal(f"%{_escaped(quick)}%", Text)
    return or_(false(), *(_as_text(column).ilike(pattern, escape="\\") for column in columns))


def condition(column: StoredColumn, asked: Filter) -> ColumnElement[bool]:
    """The rows that a filter with a value of the column's type asks for."""
    element = column.element
    match asked.operator:
        case Operator.IS_NULL:
            return element.is_(None)
        case Operator.IS_NOT_NULL:
            return element.is_not(None)
        case Operator.CONTAINS:
            return _as_text(column).ilike(literal(f"%{_escaped(asked.value)}%", Text), escape="\\")
        case Operator.STARTS_WITH:
            return _as_text(column).ilike(literal(f"{_escaped(asked.value)}%", Text), escape="\\")
        case Operator.IN:
            return or_(*(_comparison(column, Operator.EQ, value) for value in asked.value))
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
            return and_(element >= start, element < end)
        case Operator.NE:
            return not_(and_(element >= start, element < end))
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
            return literal(value, BigInteger)
        case ColumnKind.DECIMAL if column.type_name != "money":
            return literal(value, Numeric)
        case ColumnKind.DATETIME:
            instant = to_naive_utc(value) if column.type_name == "timestamp" else value
            return column.stored(literal(instant.isoformat(), Text))
        case ColumnKind.DATE | ColumnKind.DECIMAL:
            return column.stored(literal(str(value), Text))
        case _:
            return literal(value)


def _as_text(column: StoredColumn) -> ColumnElement[Any]:
    if column.info.kind is ColumnKind.ARRAY:
        return func.array_to_string(column.element, ", ")
    return column.element if column.is_character else cast(column.element, Text)


def _escaped(pattern: str) -> str:
    return pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
