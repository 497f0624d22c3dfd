"""Arithmetic in SQL, exact as in memory, and parts of texts, dates and JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime, Interval, Numeric, case, cast, extract, func, literal, null
from sqlalchemy.dialects.postgresql import JSONB, JSONPATH
from sqlalchemy.types import Integer

from jarvis_desktop.core.durations import read_duration
from jarvis_desktop.db.rule_sql.logic import choice
from jarvis_desktop.db.rule_sql.values import Sql, as_number, as_text, constant, no_form, text_of
from jarvis_desktop.expressions.moments import instant, read_moment
from jarvis_desktop.expressions.tree import Call, Literal, nodes
from jarvis_desktop.expressions.types import MOMENTS, Type

if TYPE_CHECKING:
    from jarvis_desktop.db.rule_sql.translator import Translator


_GETTERS: Mapping[str, tuple[str, int]] = {
    "full_year": ("year", 0),
    "month": ("month", -1),
    "date": ("day", 0),
    "day_of_month": ("day", -1),
    "day_of_week": ("dow", 0),
    "day_of_year": ("doy", -1),
    "hours": ("hour", 0),
    "minutes": ("minute", 0),
}
_DIGITS = 40
"""Digits behind the point that a quotient is computed with; in memory it has 34 in all."""
_LARGEST_DIVISOR = 1_000
_ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: func.round(a, _DIGITS, type_=Numeric) / func.nullif(b, 0, type_=Numeric),
    "%": lambda a, b: a % func.nullif(b, 0, type_=Numeric),
}


def _choice_value(over: Translator, node: Call) -> Sql:
    results = [*node.operands[1::2], *([node.operands[-1]] if len(node.operands) % 2 else [])]
    kinds = {over.value(result).kind for result in results}
    # A null that is chosen is decided, and in SQL as unknown as any other.
    if Type.NULL in kinds or len(kinds) != 1 or len(node.operands) % 2 == 0:
        raise no_form(node, "if")
    return Sql(choice(over, node, lambda each: over.value(each).element, null()), kinds.pop())


def _require_exact(node: Call) -> None:
    """Refuse to go on with a quotient that has no end: in memory it has other digits at its end than in SQL."""
    for operand in node.operands:
        for each in nodes(operand):
            if isinstance(each, Call) and each.operator in ("/", "~/") and not _comes_to_an_end(each):
                raise no_form(each, "/")


def _comes_to_an_end(quotient: Call) -> bool:
    divisor = quotient.operands[-1]
    if len(quotient.operands) != 2 or not isinstance(divisor, Literal) or type(divisor.value) is not int:
        return False
    rest = abs(divisor.value)
    if not 0 < rest <= _LARGEST_DIVISOR:
        return False
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def _sum(over: Translator, node: Call) -> Sql:
    _require_exact(node)
    first, second = (over.value(operand) for operand in node.operands)
    moved = _moved(node, first, second)
    if moved is not None:
        return moved
    if node.operator == "+" and first.kind is second.kind is Type.TEXT:
        return Sql(first.element + second.element, Type.TEXT)
    if Type.ANY in (first.kind, second.kind) and node.operator == "+" and first.kind is second.kind:
        raise no_form(node, "+")
    numbers = [as_number(each, node, loose=False) for each in (first, second)]
    return Sql(_ARITHMETIC[node.operator](*numbers), Type.NUMBER)


def _loose_sum(over: Translator, node: Call) -> Sql:
    _require_exact(node)
    if node.operator == "~/" and len(node.operands) > 2:
        raise no_form(node, "/")
    numbers = [as_number(over.value(operand), node, loose=True) for operand in node.operands]
    work = _ARITHMETIC[node.operator.removeprefix("~")]
    if not numbers:
        return constant(1 if node.operator == "~*" else 0, node)
    if len(numbers) == 1 and node.operator == "~-":
        return Sql(-numbers[0], Type.NUMBER)
    total = numbers[0]
    for number in numbers[1:]:
        total = work(total, number)
    return Sql(total, Type.NUMBER)


def _negate(over: Translator, node: Call) -> Sql:
    found = over.value(node.operands[0])
    if found.kind is Type.DURATION:
        return Sql(literal(timedelta(0), Interval) - found.element, Type.DURATION)
    return Sql(-as_number(found, node, loose=False), Type.NUMBER)


def _size(over: Translator, node: Call) -> Sql:
    found = over.value(node.operands[0])
    if found.kind is Type.TEXT:
        return Sql(func.char_length(found.element), Type.NUMBER)
    if found.kind is Type.LIST:
        return Sql(func.cardinality(found.element), Type.NUMBER)
    if found.kind is not Type.ANY:
        raise no_form(node, "size")
    kind, element = func.jsonb_typeof(found.element), found.element
    members = func.jsonb_array_length(func.jsonb_path_query_array(element, cast("$.keyvalue()", JSONPATH)))
    size = case(
        (kind == "array", func.jsonb_array_length(element)),
        (kind == "string", func.char_length(text_of(element))),
        (kind == "object", members),
    )
    return Sql(size, Type.NUMBER)


def _letters(over: Translator, node: Call) -> Sql:
    text = as_text(over.value(node.operands[0]), node)
    small, large = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    old, new = (large, small) if node.operator == "lower" else (small, large)
    return Sql(func.translate(text, old, new), Type.TEXT)


def _moment_literal(over: Translator, node: Call) -> Sql:
    operand = node.operands[0]
    if isinstance(operand, Literal) and isinstance(operand.value, str):
        read = read_moment if node.operator == "timestamp" else read_duration
        found = read(operand.value)
        if found is not None:
            return constant(instant(found) if isinstance(found, date) else found, node)
    value = over.value(operand)
    if node.operator == "timestamp" and value.kind in MOMENTS:
        return Sql(cast(value.element, DateTime), Type.TIMESTAMP)
    raise no_form(node, node.operator)


def _getter(over: Translator, node: Call) -> Sql:
    found = over.value(node.operands[0])
    if len(node.operands) != 1 or found.kind not in MOMENTS:
        raise no_form(node, node.operator)
    part, shift = _GETTERS[node.operator]
    number = cast(extract(part, cast(found.element, DateTime)), Integer)
    return Sql(number + shift if shift else number, Type.NUMBER)


def _same(over: Translator, node: Call) -> Sql:
    return over.value(node.operands[0])


def _index(over: Translator, node: Call) -> Sql:
    place, key = node.operands
    found = over.value(place)
    if found.kind is not Type.ANY or not isinstance(key, Literal) or isinstance(key.value, (bool, Decimal)):
        raise no_form(node, "[]")
    part = str(key.value)
    if part.startswith("-"):
        raise no_form(node, "[]")
    wanted = "array" if isinstance(key.value, int) else "object"
    value = func.jsonb_extract_path(found.element, part, type_=JSONB)
    return Sql(case((func.jsonb_typeof(found.element) == wanted, value)), Type.ANY)


def _moved(node: Call, first: Sql, second: Sql) -> Sql | None:
    kinds = first.kind, second.kind
    spans = [kind is Type.DURATION for kind in kinds]
    if node.operator not in "+-" or not (any(spans) or set(kinds) <= MOMENTS):
        return None
    if Type.ANY in kinds:
        raise no_form(node, node.operator)
    elements = [cast(each.element, DateTime) if each.kind in MOMENTS else each.element for each in (first, second)]
    total = elements[0] + elements[1] if node.operator == "+" else elements[0] - elements[1]
    both = all(spans) or not any(spans)
    return Sql(total, Type.DURATION if both else Type.TIMESTAMP)


VALUES: Mapping[str, Callable[[Translator, Call], Sql]] = {
    **dict.fromkeys("+-*/%", _sum),
    **dict.fromkeys(("~+", "~-", "~*", "~/", "~%"), _loose_sum),
    "negate": _negate,
    "size": _size,
    "lower": _letters,
    "upper": _letters,
    "timestamp": _moment_literal,
    "duration": _moment_literal,
    **dict.fromkeys(_GETTERS, _getter),
    "if": _choice_value,
    "~if": _choice_value,
    "index": _index,
    "dyn": _same,
    "~log": _same,
}
