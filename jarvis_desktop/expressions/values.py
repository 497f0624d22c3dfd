"""What values mean in rules: lookup in a record, truth, loose equality and order, all exact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tree import Failed, Undetermined

Value: TypeAlias = Any
"""A JSON value with Decimal for numbers that are no integers, or Undetermined, or Failed."""

MISSING = object()
_LONGEST_NUMBER = 400


def lookup(record: Value, path: str) -> Value:
    """What stands at a dotted path, or MISSING. A key that itself contains dots is found: the longest match wins."""
    if path == "":
        return record
    if isinstance(record, Mapping):
        end = len(path)
        while end > 0:
            key = path[:end]
            if key in record:
                return lookup(record[key], path[end + 1 :])
            end = path.rfind(".", 0, end)
        return MISSING
    if isinstance(record, (list, tuple)):
        head, _, rest = path.partition(".")
        if head.isascii() and head.isdigit() and len(head) < 10 and int(head) < len(record):
            return lookup(record[int(head)], rest)
    return MISSING


def normal(value: object) -> Value:
    """A record's value as a rule sees it: exact numbers, instants as ISO text; Failed for anything else."""
    match value:
        case None | bool() | int() | str() | Mapping() | list():
            return value
        case Decimal():
            return value if value.is_finite() else Failed(tr("a value is not a number"))
        case float():
            return normal(Decimal(str(value)))
        case datetime() | date():
            return value.isoformat()
        case tuple() | set() | frozenset():
            return list(value)
        case _:
            return Failed(tr("a value of type {name} cannot be used in a rule", name=type(value).__name__))


def truth(value: Value) -> bool:
    """Whether a decided value counts as true: null, false, 0, "" and the empty list do not."""
    return value is not None and value is not False and value != 0 and value != "" and value != []


def equal(first: Value, second: Value) -> bool | Failed:
    """Equality as JsonLogic has it: a number equals its text and true equals 1; null equals null alone."""
    if any(isinstance(v, (list, tuple, Mapping)) for v in (first, second)):
        return Failed(tr("lists and objects cannot be compared with =="))
    if first is None or second is None:
        return first is second
    if isinstance(first, str) and isinstance(second, str):
        return first == second
    left, right = _number(first), _number(second)
    return left is not None and right is not None and left == right


def less(first: Value, second: Value, *, or_equal: bool) -> bool | Failed:
    """Order: two texts by their characters, anything else as numbers; a text that is no number has no order."""
    if any(v is None or isinstance(v, (list, tuple, Mapping)) for v in (first, second)):
        return Failed(tr("only numbers and texts have an order"))
    if isinstance(first, str) and isinstance(second, str):
        return first <= second if or_equal else first < second
    left, right = _number(first), _number(second)
    if left is None or right is None:
        return Failed(tr("a number cannot be compared with a text that is no number"))
    return left <= right if or_equal else left < right


def settled(value: Value) -> bool:
    """Whether a value is neither Undetermined nor Failed."""
    return not isinstance(value, (Undetermined, Failed))


def _number(value: Value) -> int | Decimal | None:
    if isinstance(value, (bool, int)):
        return int(value)
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or len(value) > _LONGEST_NUMBER:
        return None
    text = value.strip()
    if not text:
        return 0
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and "_" not in text else None
