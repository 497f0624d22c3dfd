"""Reading one value that people type for a column. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import InvalidInput, Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.relative import Relative, read_relative
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind

_GROUPED = re.compile(r"[+-]?\d{1,3}([, '\u00a0\u202f]\d{3})+(\.\d+)?")
_INTEGER_LIMIT = 2**63 - 1
_DIGIT_LIMIT = 1000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> bool:
    """Whether PostgreSQL can hold the text: no NUL character, no lone surrogate."""
    return _UNSTORABLE.search(text) is None


def refusal(column: ColumnInfo, message: str) -> InvalidInput:
    """The error that says what is wrong with a filter of that column."""
    error = InvalidInput([Problem(column.name, message)])
    error.title = tr("Filter not applied")
    return error


def read_one(column: ColumnInfo, value: Any) -> Any:
    """The value as the column's Python type; InvalidInput, at that column, when it cannot be one."""
    if value is None or (isinstance(value, str) and not value.strip() and column.kind is not ColumnKind.TEXT):
        raise refusal(column, tr("“{label}” needs a value to compare with.", label=column.label))
    return _READERS[column.kind](column, value)


def read_text(column: ColumnInfo, value: Any) -> str:
    """The value as a text that can be stored; InvalidInput, at that column, when it cannot be one."""
    if isinstance(value, (dict, list, tuple)) or value is None:
        raise refusal(column, tr("“{label}” needs a text to compare with.", label=column.label))
    text = str(value)
    if not storable(text):
        raise refusal(column, tr("The text for “{label}” holds a character that cannot be stored.", label=column.label))
    return text


def _read_integer(column: ColumnInfo, value: Any) -> int:
    number = _number(value)
    if number is None or number != number.to_integral_value():
        raise refusal(
            column,
            tr("“{label}” is a whole number, and “{shown}” is not one.", label=column.label, shown=_shown(value)),
        )
    if abs(number) > _INTEGER_LIMIT:
        raise refusal(column, tr("“{shown}” is too large for “{label}”.", shown=_shown(value), label=column.label))
    return int(number)


def _read_decimal(column: ColumnInfo, value: Any) -> Decimal:
    number = _number(value)
    if number is None:
        raise refusal(
            column, tr("“{label}” is a number, and “{shown}” is not one.", label=column.label, shown=_shown(value))
        )
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
    raise refusal(
        column, tr("“{label}” is yes or no, and “{shown}” is neither.", label=column.label, shown=_shown(value))
    )


def _read_datetime(column: ColumnInfo, value: Any) -> datetime | date | Relative:
    """An aware instant in UTC, a date when only a day is given, or what words such as “today” name."""
    moment = _moment(value, instants=True)
    if moment is None:
        raise refusal(
            column,
            tr(
                "“{shown}” is no date: write “{label}” as 2026-03-31, 2026-03-31 14:30 or “last 7 days”.",
                shown=_shown(value),
                label=column.label,
            ),
        )
    if not isinstance(moment, datetime):
        return moment
    try:
        if moment.tzinfo is None:
            moment = zone.instant(moment)
        return moment.astimezone(UTC)
    except zone.SkippedTime:
        raise refusal(
            column, tr("“{shown}” never was: the clocks went forward over it.", shown=_shown(value))
        ) from None
    except (OverflowError, ValueError, OSError):
        raise refusal(
            column, tr("“{shown}” is too far away for “{label}”.", shown=_shown(value), label=column.label)
        ) from None


def _read_date(column: ColumnInfo, value: Any) -> date | Relative:
    moment = _moment(value, instants=False)
    if moment is None:
        raise refusal(
            column,
            tr(
                "“{shown}” is no date: write “{label}” as 2026-03-31 or “last 7 days”.",
                shown=_shown(value),
                label=column.label,
            ),
        )
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(value: Any, *, instants: bool) -> datetime | date | Relative | None:
    if isinstance(value, Relative):
        value = value.words
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    relative = read_relative(text, instants=instants)
    if relative is not None:
        return relative
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
        ColumnKind.TEXT: read_text,
        ColumnKind.INTEGER: _read_integer,
        ColumnKind.DECIMAL: _read_decimal,
        ColumnKind.BOOLEAN: _read_boolean,
        ColumnKind.DATETIME: _read_datetime,
        ColumnKind.DATE: _read_date,
        ColumnKind.JSON: read_text,
        ColumnKind.ARRAY: read_text,
    }
)
