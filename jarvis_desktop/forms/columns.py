"""What a database column allows, and how a field's value is written into it and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Context, Decimal
from typing import Any

from jarvis_desktop.core import json_text
from jarvis_desktop.core.clock import to_naive_utc
from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.tables.types import ColumnKind

_WHOLE_LIMITS = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}
_EXACT = re.compile(r"numeric\((\d+),(\d+)\)")
_WIDE = Context(prec=1000)
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Unstorable(ValueError):
    """A column cannot hold the value; the message completes "The label ..."."""


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """A column as the connected database has it; `sql_type` is PostgreSQL's name of its type.

    `default` is the column's default where it is a plain literal.
    """

    name: str
    sql_type: str
    nullable: bool = True
    has_default: bool = False
    default: str | None = None
    is_key: bool = False
    references: str = ""

    @property
    def kind(self) -> ColumnKind | None:
        """What the column holds; None for types that forms do not write."""
        return column_kind(self.sql_type)

    @property
    def max_length(self) -> int | None:
        """The declared limit of a character column."""
        found = re.fullmatch(r"character(?: varying)?\((\d+)\)", self.sql_type)
        return int(found.group(1)) if found else None

    def assertions(self) -> Mapping[str, Any]:
        """The limits of the column as JSON Schema assertions for a value of its kind."""
        length = self.max_length
        if length is not None:
            return {"maxLength": length}
        if self.sql_type in _WHOLE_LIMITS:
            limit = _WHOLE_LIMITS[self.sql_type]
            return {"minimum": -limit, "maximum": limit - 1}
        exact = _EXACT.fullmatch(self.sql_type)
        if exact:
            digits, scale = int(exact.group(1)), int(exact.group(2))
            bound = Decimal(10) ** (digits - scale)
            return {"exclusiveMinimum": -bound, "exclusiveMaximum": bound, "multipleOf": Decimal(1).scaleb(-scale)}
        return {}


def column_kind(sql_type: str) -> ColumnKind | None:
    """The kind of a PostgreSQL type as `format_type` names it."""
    if sql_type.endswith("[]"):
        return ColumnKind.ARRAY
    name = sql_type.split("(")[0].strip()
    if name.startswith("timestamp"):
        return ColumnKind.DATETIME
    return {
        "character varying": ColumnKind.TEXT,
        "character": ColumnKind.TEXT,
        "text": ColumnKind.TEXT,
        "smallint": ColumnKind.INTEGER,
        "integer": ColumnKind.INTEGER,
        "bigint": ColumnKind.INTEGER,
        "numeric": ColumnKind.DECIMAL,
        "double precision": ColumnKind.DECIMAL,
        "real": ColumnKind.DECIMAL,
        "boolean": ColumnKind.BOOLEAN,
        "date": ColumnKind.DATE,
        "json": ColumnKind.JSON,
        "jsonb": ColumnKind.JSON,
    }.get(name)


def written(value: Any, column: ColumnFacts) -> Any:
    """The value as JSON that the server turns into the column's type without loss; raises Unstorable."""
    if value is None:
        return None
    match column.kind:
        case ColumnKind.TEXT:
            return _text(value, column)
        case ColumnKind.INTEGER:
            return _whole(value, column)
        case ColumnKind.DECIMAL:
            return _number(value, column)
        case ColumnKind.BOOLEAN:
            return _boolean(value)
        case ColumnKind.DATETIME:
            return _timestamp(value).isoformat()
        case ColumnKind.DATE:
            return _timestamp(value).date().isoformat()
        case ColumnKind.ARRAY:
            return _array(value, column)
        case ColumnKind.JSON:
            return json_value(value)
        case None:
            raise Unstorable(tr("cannot be stored in a column of type {sql_type}", sql_type=column.sql_type))


def json_value(value: Any) -> Any:
    """The value as it stands in a JSONB document: instants, days and times as ISO text, durations as “90s”."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo is not None else value.isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_text(value)
    return [json_value(item) for item in value] if isinstance(value, tuple) else value


def _text(value: Any, column: ColumnFacts) -> str:
    if isinstance(value, (str, bool, int, Decimal)):
        text = choice_text(value)
    elif isinstance(value, (date, time, timedelta)):
        text = str(json_value(value))
    else:
        text = json_text.dumps(json_value(value))
    if column.max_length is not None and len(text) > column.max_length:
        raise Unstorable(tr("can have at most {max_length} characters", max_length=column.max_length))
    return text


def _whole(value: Any, column: ColumnFacts) -> int:
    number = _number(int(value) if isinstance(value, bool) else value, column)
    if number != number.to_integral_value():
        raise Unstorable(tr("must be a whole number"))
    limit = _WHOLE_LIMITS.get(column.sql_type, 2**63)
    if not -limit <= number < limit:
        raise Unstorable(tr("must be between {value} and {limit}", value=f"{-limit:,}", limit=f"{limit - 1:,}"))
    return int(number)


def _number(value: Any, column: ColumnFacts) -> Decimal:
    text = choice_text(value).strip() if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool) else ""
    if not re.fullmatch(r"[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})", text, re.ASCII):
        raise Unstorable(tr("must be a number"))
    number = Decimal(text)
    exact = _EXACT.fullmatch(column.sql_type)
    if exact:
        digits, scale = int(exact.group(1)), int(exact.group(2))
        if number.adjusted() >= digits - scale and number:
            raise Unstorable(tr("can have at most {digits} digits before the decimal point", digits=digits - scale))
        if number.quantize(Decimal(1).scaleb(-scale), context=_WIDE) != number:
            raise Unstorable(tr("can have at most {scale} decimals", scale=scale))
    return number


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    answer = _WORDS.get(str(value).strip().lower()) if isinstance(value, (str, int)) else None
    if answer is None:
        raise Unstorable(tr("must be yes or no"))
    return answer


def _timestamp(value: Any) -> datetime:
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        if isinstance(value, datetime):
            return to_naive_utc(value)
    except (ValueError, OverflowError) as error:
        raise Unstorable(tr("must be a date and time")) from error
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - TIMESTAMP columns hold naive UTC
    raise Unstorable(tr("must be a date and time"))


def _array(value: Any, column: ColumnFacts) -> list[Any]:
    items = value if isinstance(value, (list, tuple)) else [value]
    element = ColumnFacts(column.name, column.sql_type.removesuffix("[]"))
    if any(isinstance(item, (list, tuple, dict)) or item is None for item in items):
        raise Unstorable(tr("must be a plain list"))
    return [written(item, element) for item in items]
