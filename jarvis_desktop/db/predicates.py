"""Conditions of statements and the typed values in them, whatever the column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Numeric, Text, and_, cast, false, literal, or_
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from sqlalchemy import ColumnElement


class _StoredType(UserDefinedType[Any]):
    """A type under the name that the server gives it."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        self.name = name

    @override
    def get_col_spec(self, **_: Any) -> str:
        """The name as SQL."""
        return self.name


def as_type(value: ColumnElement[Any] | str, sql_type: str) -> ColumnElement[Any]:
    """A text as a value of the type that the server calls `sql_type`."""
    return cast(literal(value, Text) if isinstance(value, str) else value, _StoredType(sql_type))


def whole_number(value: int) -> ColumnElement[int]:
    """A number of ours, typed so that an index on an integer column can answer."""
    return literal(value, BigInteger)


def exact_number(value: Decimal | int) -> ColumnElement[Decimal]:
    """A number of ours with all of its digits."""
    return literal(value, Numeric)


def plain(value: Any) -> ColumnElement[Any]:
    """A value of ours of the type that Python gives it."""
    return literal(value)


def any_of(conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
    """The rows that meet one of the conditions; no row for no condition."""
    return or_(false(), *conditions)


def within(element: ColumnElement[Any], start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[bool]:
    """The rows from `start` on and before `end`."""
    return and_(element >= start, element < end)


def contains(text: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """The rows whose text contains the part, whatever the case."""
    return text.ilike(literal(f"%{_escaped(part)}%", Text), escape="\\")


def starts_with(text: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """The rows whose text begins with the part, whatever the case."""
    return text.ilike(literal(f"{_escaped(part)}%", Text), escape="\\")


def _escaped(pattern: str) -> str:
    return pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
