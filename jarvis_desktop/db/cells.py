"""Tables and columns known by name alone, and their values in the forms that a screen carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Numeric, Text, case, cast, column, func, literal, literal_column, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, TableClause

# Beyond these a stored instant or day (also 'infinity') has no Python value that survives a change of time zone.
_FIRST_DAY = "0001-01-02"
_LAST_DAY = "9999-12-30"
_UTC: ColumnElement[str] = literal_column("'UTC'")
_COMMA: ColumnElement[str] = literal_column("', '")


def table_named(name: str, columns: Iterable[str]) -> TableClause:
    """A table of schema public with these columns."""
    return table(name, *map(column, columns), schema="public")


def written(element: ColumnElement[Any]) -> ColumnElement[str]:
    """The value as the server writes it."""
    return cast(element, Text)


def joined(items: ColumnElement[Any]) -> ColumnElement[str]:
    """The items of an array, with commas."""
    return func.array_to_string(items, _COMMA)


def at_path(document: ColumnElement[Any], steps: Sequence[str]) -> ColumnElement[str]:
    """What a JSON document holds there, as text; NULL for nothing and for null."""
    return document.op("#>>")(literal(list(steps), ARRAY(Text)))


def number(element: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value of another number type, exact."""
    return cast(element, Numeric)


def beginning(text: ColumnElement[Any], length: int) -> ColumnElement[str]:
    """The first characters of a text."""
    return func.left(text, literal_column(str(length)))


def within_calendar(element: ColumnElement[Any], sql_type: str) -> ColumnElement[Any]:
    """A day or an instant, at the first or last one that Python has where it lies beyond."""
    first: ColumnElement[Any] = literal_column(f"'{_FIRST_DAY}'::{sql_type}")
    last: ColumnElement[Any] = literal_column(f"'{_LAST_DAY}'::{sql_type}")
    return case((element > last, last), (element < first, first), else_=element)


def aware(element: ColumnElement[Any], sql_type: str) -> ColumnElement[Any]:
    """An instant of a column without time zone, which holds UTC."""
    return func.timezone(_UTC, within_calendar(element, sql_type))
