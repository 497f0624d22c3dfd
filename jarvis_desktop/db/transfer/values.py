"""JSON values as the values of a column; everything unfit is a BadValue with its reason."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from typing_extensions import override

from jarvis_desktop.core.json_text import NotJson, dumps, texts, value_at

if TYPE_CHECKING:
    from jarvis_desktop.db.transfer.live_tables import Column

INTEGER_BITS = {"int2": 16, "int4": 32, "int8": 64}
"""The size of each integer type of the catalogue."""
# Instants that PostgreSQL stores and Python's datetime cannot hold: infinity, years after 9999, years before 1.
_BEYOND_DATETIME = re.compile(r"-?infinity|\d{5,6}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?Z?|\d{4,}-\d\d-\d\d.*Z? BC")
_NUMBER_WORDS = {"NaN", "Infinity", "-Infinity"}
# Where these stand in a JSON text, one of its texts may be none that PostgreSQL stores.
_SUSPECT = re.compile("\\\\u0000|[\ud800-\udfff]")


class BadValue(ValueError):
    """A value that cannot be stored; the message says why."""


class Unfit:
    """Stands for `NaN`, numbers beyond any decimal and objects with a key twice in a file that is otherwise JSON."""

    def __init__(self, text: str) -> None:
        self._text = text

    @override
    def __str__(self) -> str:
        return self._text


def read_at(text: str, start: int) -> tuple[object, int]:
    """The JSON value at `start`, exact, and the place behind it; raises NotJson.

    Words such as NaN become a mark that `convert` refuses, row by row.
    """
    return value_at(text, start, Unfit)


def storable_json(value: object, *, sort_keys: bool = False) -> str:
    """`value` as JSON with every digit of its numbers kept.

    Raises BadValue for what JSON or PostgreSQL's jsonb cannot hold.
    """
    try:
        text = dumps(value, sort_keys=sort_keys)
    except NotJson as error:
        raise BadValue(f"it {error}") from error
    if _SUSPECT.search(text):
        for part in texts(value):
            _storable(part)
    return text


def _storable(text: str) -> str:
    if "\x00" in text:
        raise BadValue("text contains a NUL character, which PostgreSQL cannot store")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadValue("text contains half of a surrogate pair, which is not a character") from None
    return text


def convert(column: Column, value: object) -> object:
    """`value`, as JSON gave it, as a parameter for `column`; raises BadValue."""
    if value is None:
        if column.kind in {"json", "jsonb"} and not column.nullable:
            return "null"
        return None
    if column.kind.startswith("_"):
        return _array(column, value)
    return _scalar(column, value)


def _scalar(column: Column, value: object) -> object:
    match column.kind:
        case "varchar" | "text" | "bpchar" | "name":
            return _text(column, value)
        case "int2" | "int4" | "int8":
            return _integer(column, value)
        case "numeric":
            return _numeric(column, value)
        case "bool":
            if not isinstance(value, bool):
                raise BadValue(f"expected true or false, not {_shown(value)}")
            return value
        case "timestamp" | "timestamptz":
            return _instant(value, aware=column.kind == "timestamptz")
        case "json" | "jsonb":
            return storable_json(value)
        case _:
            if not isinstance(value, str):
                raise BadValue(f"expected text for a value of type {column.sql_type}, not {_shown(value)}")
            return _storable(value)


def _text(column: Column, value: object) -> str:
    if not isinstance(value, str):
        raise BadValue(f"expected text, not {_shown(value)}")
    if column.length is not None and len(value) > column.length:
        raise BadValue(f"{len(value)} characters, and at most {column.length} fit")
    return _storable(value)


def _integer(column: Column, value: object) -> int:
    if (
        isinstance(value, Decimal)
        and value.is_finite()
        and value.adjusted() < 30
        and value == value.to_integral_value()
    ):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadValue(f"expected a whole number, not {_shown(value)}")
    limit = 1 << (INTEGER_BITS[column.kind] - 1)
    if not -limit <= value < limit:
        raise BadValue(f"{value} is outside the range of {column.sql_type}")
    return value


def _numeric(column: Column, value: object) -> Decimal:
    if isinstance(value, str) and (value in _NUMBER_WORDS or re.fullmatch(r"-?\d+(\.\d+)?", value)):
        number = Decimal(value)
    elif isinstance(value, Decimal):
        number = value
    elif isinstance(value, int) and not isinstance(value, bool):
        number = Decimal(value)
    else:
        raise BadValue(f"expected a number, not {_shown(value)}")
    if column.precision is not None and column.scale is not None and number.is_finite():
        _, digits, exponent = number.as_tuple()
        while exponent < 0 and digits and digits[-1] == 0:  # type: ignore[operator]  # finite: the exponent is an int
            digits, exponent = digits[:-1], exponent + 1  # type: ignore[operator]  # as above
        if number and -exponent > column.scale:  # type: ignore[operator]  # as above
            raise BadValue(f"{number} has more than {column.scale} decimal places")
        if number and number.adjusted() >= column.precision - column.scale:
            raise BadValue(f"{number} has more than {column.precision - column.scale} digits before the point")
    return number


def _instant(value: object, *, aware: bool) -> datetime | str:
    if not isinstance(value, str):
        raise BadValue(f"expected a date and time as text, not {_shown(value)}")
    try:
        instant = datetime.fromisoformat(value.strip())
    except (ValueError, OverflowError):
        if _BEYOND_DATETIME.fullmatch(value):
            return value
        raise BadValue(f"{_shown(value)} is not an ISO date and time") from None
    try:
        instant = instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    except OverflowError:
        raise BadValue(f"{_shown(value)} is outside the years 1 to 9999 in UTC") from None
    return instant if aware else instant.replace(tzinfo=None)


def _array(column: Column, value: object) -> list[object]:
    if isinstance(value, list):
        item = type(column)(column.name, column.kind[1:], column.sql_type.removesuffix("[]"), nullable=True)
        return [None if element is None else _scalar(item, element) for element in value]
    raise BadValue(f"expected a list, not {_shown(value)}")


def _shown(value: object) -> str:
    """A value for a message, cut to a readable length."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return f"“{value[:60]}{'…' if len(value) > 60 else ''}”"
        case _:
            return str(value)[:60]
