"""What operators of all languages share: the ways to an answer, and the answer where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions import numbers
from jarvis_desktop.expressions.moments import moment_text
from jarvis_desktop.expressions.tree import MAX_DEPTH, MAX_OPERATIONS, MAX_RESULT, Failed, Undetermined
from jarvis_desktop.expressions.values import Value, inner, kind_name, unsettled

Operation: TypeAlias = Callable[..., Value]
Order: TypeAlias = Callable[[Value, Value], "int | Failed"]

NUMBERS = (int, Decimal)


def unequal(same: Callable[[Value, Value], Value], first: Value, second: Value) -> Value:
    """Whether two values are not the same."""
    answer = same(first, second)
    return not answer if isinstance(answer, bool) else answer


def compared(ordered: Order, test: Callable[[Any, Any], bool], first: Value, second: Value) -> Value:
    """Whether the order of two values is as `test` wants it: of -1, 0 or 1, and 0."""
    found = ordered(first, second)
    return found if isinstance(found, Failed) else test(found, 0)


def refused(name: str, *values: Value) -> Failed:
    """The answer of an operator that does not take such values."""
    kinds = tr(" and ").join(kind_name(value) for value in values)
    return Failed(tr("“{operator}” cannot be used on {kinds}", operator=name, kinds=kinds))


def text_of(value: Value) -> Value:
    """A value as text: numbers without an exponent, instants in UTC; Failed or Undetermined where an item is."""
    return _listed(value, 0, [MAX_OPERATIONS, MAX_RESULT]) if type(value) is list else _single(value)


def too_much(growth: int) -> Failed | None:
    """The answer where an operator would make so many characters and items, or None where they may be made."""
    if growth <= MAX_RESULT:
        return None
    return Failed(tr("The rule makes more than {size} characters.", size=f"{MAX_RESULT:,}"))


def _listed(items: list[Value], depth: int, left: list[int]) -> Value:
    """The texts of items with commas between. What is computed may hold the same list many times over."""
    parts: list[Value] = []
    for item in items:
        value = inner(item)
        left[0] -= 1
        part = _listed(value, depth + 1, left) if type(value) is list and depth < MAX_DEPTH else _single(value)
        if isinstance(part, str) and type(value) is not list:
            left[1] -= len(part)
        if depth == MAX_DEPTH or min(left) < 0:
            return Failed(tr("a list is too large to become a text"))
        parts.append(part)
    return unsettled(parts) or ",".join(parts)


def _single(value: Value) -> Value:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case list() | Mapping():
            return refused("text", value)
        case Failed() | Undetermined():
            return value
        case _:
            return numbers.number_text(value) if type(value) in NUMBERS else _moment_or_duration(value)


def _moment_or_duration(value: Value) -> str:
    return duration_text(value) if kind_name(value) == tr("a duration") else moment_text(value)
