"""JSON as text without loss: numbers stay exact, and junk is an error that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

# Python refuses to read integers of more than 4,300 digits; PostgreSQL stores up to 131,072 before the point.
_LONG_INTEGER = 1000


class NotJson(ValueError):
    """The text is no JSON; the message says what and where in words for people."""


def loads(text: str) -> Any:
    """The value of a JSON text, fractions as Decimal; raises NotJson."""
    try:
        return json.loads(text, parse_float=Decimal, parse_int=_integer, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise NotJson("is nested too deeply") from error
    except InvalidOperation as error:
        raise NotJson("holds a number that is too large") from error


def dumps(value: Any, *, indent: int | None = None) -> str:
    """The JSON text of a value, Decimals written digit by digit; raises NotJson for what JSON cannot hold."""
    try:
        return "".join(_parts(value, indent, 0))
    except RecursionError as error:
        raise NotJson("is nested too deeply") from error


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONG_INTEGER else Decimal(digits)


def _refuse_constant(name: str) -> Any:
    raise NotJson(f"{name} is not a JSON number")


def _parts(value: Any, indent: int | None, depth: int) -> list[str]:
    match value:
        case None | bool() | str():
            return [json.dumps(value, ensure_ascii=False)]
        case Decimal() if value.is_finite():
            return [str(value)]
        case int():
            return [str(value)]
        case float() if value == value and abs(value) != float("inf"):
            return [json.dumps(value)]
        case datetime() | date():
            return [json.dumps(value.isoformat())]
        case Mapping():
            members = [
                f"{json.dumps(str(key), ensure_ascii=False)}: {''.join(_parts(item, indent, depth + 1))}"
                for key, item in value.items()
            ]
            return _enclosed("{", members, "}", indent, depth)
        case list() | tuple():
            members = ["".join(_parts(item, indent, depth + 1)) for item in value]
            return _enclosed("[", members, "]", indent, depth)
        case _:
            raise NotJson(f"cannot hold {value!r}")


def _enclosed(start: str, members: list[str], end: str, indent: int | None, depth: int) -> list[str]:
    if indent is None or not members:
        return [start, ", ".join(members), end]
    inner = "\n" + " " * indent * (depth + 1)
    outer = "\n" + " " * indent * depth
    return [start, inner, f",{inner}".join(members), outer, end]
