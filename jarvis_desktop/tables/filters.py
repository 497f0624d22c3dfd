"""What may be asked of a column, and reading the value that people type for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core.errors import InvalidInput, Problem
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator

_PRESENCE = (Operator.IS_NULL, Operator.IS_NOT_NULL)
_EQUALITY = (Operator.EQ, Operator.NE)
_ORDER = (Operator.LT, Operator.LE, Operator.GT, Operator.GE)

OPERATORS: Mapping[ColumnKind, tuple[Operator, ...]] = MappingProxyType(
    {
        ColumnKind.TEXT: (
            Operator.CONTAINS,
            Operator.STARTS_WITH,
            *_EQUALITY,
            Operator.IN,
            *_ORDER,
            *_PRESENCE,
        ),
        ColumnKind.INTEGER: (*_EQUALITY, *_ORDER, Operator.IN, *_PRESENCE),
        ColumnKind.DECIMAL: (*_EQUALITY, *_ORDER, Operator.IN, *_PRESENCE),
        ColumnKind.BOOLEAN: (*_EQUALITY, *_PRESENCE),
        ColumnKind.DATETIME: (*_EQUALITY, *_ORDER, *_PRESENCE),
        ColumnKind.DATE: (*_EQUALITY, *_ORDER, Operator.IN, *_PRESENCE),
        ColumnKind.JSON: (Operator.CONTAINS, *_PRESENCE),
        ColumnKind.ARRAY: (Operator.CONTAINS, *_PRESENCE),
    }
)
"""The operators that make sense for each kind, the usual one first."""

_WORDS = {
    Operator.EQ: "is",
    Operator.NE: "is not",
    Operator.LT: "less than",
    Operator.LE: "at most",
    Operator.GT: "more than",
    Operator.GE: "at least",
    Operator.IN: "is one of",
    Operator.CONTAINS: "contains",
    Operator.STARTS_WITH: "starts with",
    Operator.IS_NULL: "is empty",
    Operator.IS_NOT_NULL: "is not empty",
}
_TIME_WORDS = {Operator.LT: "before", Operator.LE: "until", Operator.GT: "after", Operator.GE: "from"}
_TEXT_WORDS = {Operator.LT: "sorts before", Operator.LE: "up to", Operator.GT: "sorts after", Operator.GE: "from"}

_GROUPED = re.compile(r"[+-]?\d{1,3}([, '\u00a0\u202f]\d{3})+(\.\d+)?")
_INTEGER_LIMIT = 2**63 - 1
_DIGIT_LIMIT = 1000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def words(operator: Operator, kind: ColumnKind) -> str:
    """The operator as people say it of a column of that kind."""
    if kind in {ColumnKind.DATE, ColumnKind.DATETIME}:
        return _TIME_WORDS.get(operator) or _WORDS[operator]
    if kind is ColumnKind.TEXT:
        return _TEXT_WORDS.get(operator) or _WORDS[operator]
    return _WORDS[operator]


def takes_value(operator: Operator) -> bool:
    """Whether the operator compares with something."""
    return operator not in _PRESENCE


def read(column: ColumnInfo, condition: Filter) -> Filter:
    """The filter with a value of the column's Python type; InvalidInput, at that column, when it cannot be."""
    if condition.operator not in OPERATORS[column.kind]:
        raise _refusal(column, f"“{column.label}” cannot be filtered with “{words(condition.operator, column.kind)}”.")
    if not takes_value(condition.operator):
        return replace(condition, value=None)
    if condition.operator is Operator.IN:
        return replace(condition, value=_read_several(column, condition.value))
    if condition.operator in {Operator.CONTAINS, Operator.STARTS_WITH}:
        return replace(condition, value=_read_text(column, condition.value))
    return replace(condition, value=_read_one(column, condition.value))


def read_all(columns: Mapping[str, ColumnInfo], conditions: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Every filter read; one InvalidInput tells all the problems."""
    good: list[Filter] = []
    problems: list[Problem] = []
    for condition in conditions:
        try:
            good.append(read(columns[condition.column], condition))
        except InvalidInput as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInput(problems)
    return tuple(good)


def storable(text: str) -> bool:
    """Whether PostgreSQL can hold the text: no NUL character, no lone surrogate."""
    return _UNSTORABLE.search(text) is None


def _refusal(column: ColumnInfo, message: str) -> InvalidInput:
    error = InvalidInput([Problem(column.name, message)])
    error.title = "Filter not applied"
    return error


def _read_several(column: ColumnInfo, value: Any) -> tuple[Any, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)):
        parts = (parts,)
    kept = [part for part in parts if not (isinstance(part, str) and not part.strip())]
    if not kept:
        raise _refusal(column, f"“{column.label}” needs at least one value to compare with.")
    return tuple(_read_one(column, part.strip() if isinstance(part, str) else part) for part in kept)


def _read_one(column: ColumnInfo, value: Any) -> Any:
    if value is None or (isinstance(value, str) and not value.strip() and column.kind is not ColumnKind.TEXT):
        raise _refusal(column, f"“{column.label}” needs a value to compare with.")
    return _READERS[column.kind](column, value)


def _read_text(column: ColumnInfo, value: Any) -> str:
    if isinstance(value, (dict, list, tuple)) or value is None:
        raise _refusal(column, f"“{column.label}” needs a text to compare with.")
    text = str(value)
    if not storable(text):
        raise _refusal(column, f"The text for “{column.label}” holds a character that cannot be stored.")
    return text


def _read_integer(column: ColumnInfo, value: Any) -> int:
    number = _number(value)
    if number is None or number != number.to_integral_value():
        raise _refusal(column, f"“{column.label}” is a whole number, and “{_shown(value)}” is not one.")
    if abs(number) > _INTEGER_LIMIT:
        raise _refusal(column, f"“{_shown(value)}” is too large for “{column.label}”.")
    return int(number)


def _read_decimal(column: ColumnInfo, value: Any) -> Decimal:
    number = _number(value)
    if number is None:
        raise _refusal(column, f"“{column.label}” is a number, and “{_shown(value)}” is not one.")
    return number


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        return None
    text = str(value).strip()
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[, '\u00a0\u202f]", "", text)
    if len(text) > _DIGIT_LIMIT or "_" in text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    # An exponent such as 1e999999 is a short text for a number that nothing can hold.
    return number if number.is_finite() and abs(number.adjusted()) <= _DIGIT_LIMIT else None


def _read_boolean(column: ColumnInfo, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    match str(value).strip().casefold():
        case "yes" | "true" | "on" | "1":
            return True
        case "no" | "false" | "off" | "0":
            return False
    raise _refusal(column, f"“{column.label}” is yes or no, and “{_shown(value)}” is neither.")


def _read_datetime(column: ColumnInfo, value: Any) -> datetime | date:
    """An aware instant in UTC, or a date when only a day is given."""
    moment = _moment(value)
    if moment is None:
        raise _refusal(
            column, f"“{_shown(value)}” is no date: write “{column.label}” as 2026-03-31 or 2026-03-31 14:30."
        )
    if not isinstance(moment, datetime):
        return moment
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        raise _refusal(column, f"“{_shown(value)}” is too far away for “{column.label}”.") from None


def _read_date(column: ColumnInfo, value: Any) -> date:
    moment = _moment(value)
    if moment is None:
        raise _refusal(column, f"“{_shown(value)}” is no date: write “{column.label}” as 2026-03-31.")
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(value: Any) -> datetime | date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


_READERS: Mapping[ColumnKind, Callable[[ColumnInfo, Any], Any]] = MappingProxyType(
    {
        ColumnKind.TEXT: _read_text,
        ColumnKind.INTEGER: _read_integer,
        ColumnKind.DECIMAL: _read_decimal,
        ColumnKind.BOOLEAN: _read_boolean,
        ColumnKind.DATETIME: _read_datetime,
        ColumnKind.DATE: _read_date,
        ColumnKind.JSON: _read_text,
        ColumnKind.ARRAY: _read_text,
    }
)
