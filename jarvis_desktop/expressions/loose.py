"""What JsonLogic's own operators make of decided values (https://jsonlogic.com/operations.html), by name in the tree.

They take any value for true or false, and a text for the number it writes.

- `~==` `~!=`: as JavaScript's, but that null is not known: a text that writes a number equals it, true equals 1.
- `~<` `~<=` `~>` `~>=`: by number, two texts by code point.
- `~+` `~*` `~-` `~/` `~%`: of any count of numbers (`~+` of one makes a number of a text), exact.
- `~max` `~min`: the greatest and the least of numbers, or of one list of them; null of none.
- `~in`: whether a text has a part, or a list a value. `~cat`: the texts of values one behind the other. `~substr`: from
  a place, counted from the end where it is negative, so many characters (`~substr` with a negative count: without so
  many at the end). `~merge`: lists and values as one list.
- `~bool` (`!!`), `~not` (`!`): whether a value counts as true, or not. `~log`: the value itself; nothing is written.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial

from jarvis_desktop.expressions import numbers
from jarvis_desktop.expressions.answers import Operation, compared, refused, text_of, too_much, unequal
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.values import (
    UNSETTLED,
    Value,
    as_number,
    holds,
    inner,
    loosely_equal,
    loosely_ordered,
    truth,
    unsettled,
)


def _loose_numbers(
    name: str, work: Callable[[numbers.Number, numbers.Number], numbers.Number | Failed], empty: int
) -> Operation:
    def run(*values: Value) -> Value:
        total: Value = empty
        for place, value in enumerate(values):
            number = 0 if value is None else as_number(value)
            if number is None:
                return refused(name, value)
            total = number if place == 0 else work(total, number)
            if isinstance(total, Failed):
                return total
        return total

    return run


def _loose_minus(*values: Value) -> Value:
    run = _loose_numbers("-", numbers.subtract, 0)
    return run(0, *values) if len(values) == 1 else run(*values)


def _extreme(name: str, sign: int) -> Operation:
    def run(*values: Value) -> Value:
        listed = values[0] if len(values) == 1 and isinstance(values[0], list) else values
        found: Value = None
        for value in listed:
            item = inner(value)
            if type(item) in UNSETTLED:
                return unsettled(map(inner, listed))
            number = as_number(item)
            if number is None:
                return refused(name, item)
            if found is None or sign * (number > found) + sign * -(number < found) > 0:
                found = number
        return found

    return run


def _loose_in(item: Value, place: Value) -> Value:
    if isinstance(place, str):
        part = text_of(item)
        return part if type(part) in UNSETTLED else part in place
    return holds(place, item) if isinstance(place, list) else False


def _cat(*values: Value) -> Value:
    parts = [text_of(value) for value in values]
    return unsettled(parts) or too_much(sum(map(len, parts))) or "".join(parts)


def _substr(text: Value, start: Value, length: Value = None) -> Value:
    whole, first = text_of(text), as_number(start)
    count = None if length is None else as_number(length)
    if type(whole) in UNSETTLED:
        return whole
    if first is None or (length is not None and count is None):
        return refused("substr", text, start)
    rest = whole[int(first) :] if first >= 0 else whole[max(0, len(whole) + int(first)) :]
    return rest if count is None else rest[: int(count)]


def _merge(*values: Value) -> Value:
    size = sum(len(value) if isinstance(value, list) else 1 for value in values)
    return too_much(size) or [item for value in values for item in (value if isinstance(value, list) else [value])]


LOOSE: Mapping[str, Operation] = {
    "~==": loosely_equal,
    "~!=": partial(unequal, loosely_equal),
    "~<": partial(compared, loosely_ordered, operator.lt),
    "~<=": partial(compared, loosely_ordered, operator.le),
    "~>": partial(compared, loosely_ordered, operator.gt),
    "~>=": partial(compared, loosely_ordered, operator.ge),
    "~+": _loose_numbers("+", numbers.add, 0),
    "~*": _loose_numbers("*", numbers.multiply, 1),
    "~-": _loose_minus,
    "~/": _loose_numbers("/", numbers.divide, 0),
    "~%": _loose_numbers("%", numbers.remainder, 0),
    "~max": _extreme("max", 1),
    "~min": _extreme("min", -1),
    "~in": _loose_in,
    "~cat": _cat,
    "~substr": _substr,
    "~merge": _merge,
    "~bool": truth,
    "~not": lambda value: not truth(value),
    "~log": lambda value: value,
}
"""Operators of JsonLogic."""
