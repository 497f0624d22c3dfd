"""What each operator makes of decided values, by its name in the tree.

Names that begin with “~” are JsonLogic's own (see `loose.py`); all others are strict, as in CEL
(https://github.com/google/cel-spec, doc/langdef.md) and in `simple`. Where CEL's numbers are of fixed size, ours are
exact (see `numbers.py`).
The forms that do not want all of their operands decided are in `special.py`.

Unless another source is named, an operator means what cel-spec, doc/langdef.md, “List of Standard Definitions”, says of
the function in brackets:

- `==` `!=`: whether two values are the same; values of unlike kinds are not (“Equality”).
- `<` `<=` `>` `>=`: the order of two numbers, texts (by code point), truths, moments or durations (“Ordering”).
  `before` and `after`, which `simple` has, are `<` and `>` as people say them of time.
- `+`: a sum of numbers or durations, a moment moved by a duration, two texts or lists one behind the other. `-` `*`
  `/` `%`: of numbers; `-` of moments and durations as well. `/` is exact, so 7 / 2 is 3.5; `%` has the sign of the
  first. `negate`: `-` before a number or duration.
- `in`, `not_in`: whether a list holds a value, or a map a key.
- `contains`: whether a text has a part, or a list a value. `starts_with`, `ends_with`: by code point. `matches`:
  whether a pattern is found anywhere in a text (RE2's syntax, in linear time).
- `lower` (`lowerAscii`), `upper` (`upperAscii`): letters A to Z alone. `trim`: without white space at both ends.
  `substring`, `index_of` (`indexOf`), `replace`, `split`, `join`: by code point from 0 (cel-go, ext/strings.go).
- `index` (`[]`): the item at a place from 0, or what a map holds at a key. `size`: characters, items or keys.
- `text` (`string`), `number` (`double`), `whole` (`int`, toward zero; of a moment its seconds since 1970), `unsigned`
  (`uint`), `bool`, `timestamp`, `duration`: conversions; what cannot be converted fails. `dyn`: the value itself.
- `full_year`, `month` and `day_of_month` and `day_of_year` from 0, `date` from 1, `day_of_week` from Sunday = 0,
  `hours`, `minutes`, `seconds`, `milliseconds`: parts of a moment, in UTC or a zone named; the latter four also how
  many a duration has (“Timestamp and duration functions”).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions import numbers
from jarvis_desktop.expressions.answers import NUMBERS, Operation, compared, refused, text_of, unequal
from jarvis_desktop.expressions.calendar import GETTERS, get, moved, to_duration, to_moment
from jarvis_desktop.expressions.loose import LOOSE
from jarvis_desktop.expressions.texts import (
    ascii_lower,
    ascii_upper,
    index_of,
    join,
    matches,
    replace,
    split,
    substring,
)
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.values import (
    Value,
    as_number,
    equal,
    has_key,
    holds,
    inner,
    kind_name,
    order,
)


def _numeric(
    name: str, work: Callable[[numbers.Number, numbers.Number], numbers.Number | Failed]
) -> Callable[[Value, Value], Value]:
    def run(first: Value, second: Value) -> Value:
        if type(first) in NUMBERS and type(second) in NUMBERS:
            return work(first, second)
        found = moved(name, first, second)
        return refused(name, first, second) if found is None else found

    return run


def _plus(first: Value, second: Value) -> Value:
    if type(first) in NUMBERS and type(second) in NUMBERS:
        return numbers.add(first, second)
    if isinstance(first, str) and isinstance(second, str):
        return first + second
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    found = moved("+", first, second)
    return refused("+", first, second) if found is None else found


def _negate(value: Value) -> Value:
    if type(value) in NUMBERS:
        return numbers.negate(value)
    return -value if kind_name(value) == tr("a duration") else refused("-", value)


def _in(item: Value, place: Value) -> Value:
    if isinstance(place, list):
        return holds(place, item)
    if isinstance(place, Mapping):
        return has_key(place, item)
    return Failed(tr("“in” looks in a list or an object, and here is {kind}", kind=kind_name(place)))


def _not_in(item: Value, place: Value) -> Value:
    return unequal(_in, item, place)


def _contains(place: Value, part: Value) -> Value:
    if isinstance(place, str) and isinstance(part, str):
        return part in place
    return holds(place, part) if isinstance(place, list) else refused("contains", place, part)


def _on_text(name: str, work: Callable[..., Value]) -> Operation:
    def run(*values: Value) -> Value:
        return work(*values) if isinstance(values[0], str) else refused(name, *values)

    return run


def _on_texts(name: str, work: Callable[[str, str], Value]) -> Operation:
    def run(text: Value, part: Value) -> Value:
        both = isinstance(text, str) and isinstance(part, str)
        return work(text, part) if both else refused(name, text, part)

    return run


def _index(place: Value, key: Value) -> Value:
    """The item at a position from 0, or what a map holds at a key; None where there is none."""
    if isinstance(place, list):
        position = as_number(key) if type(key) in NUMBERS else None
        if position is None or position < 0 or position != int(position):
            return Failed(tr("the place in a list is a whole number from 0"))
        return inner(place[int(position)]) if position < len(place) else None
    if isinstance(place, Mapping):
        return inner(place[key]) if has_key(place, key) else None
    return refused("[]", place)


def _size(value: Value) -> Value:
    return len(value) if isinstance(value, (str, list, Mapping)) else refused("size", value)


def _to_text(value: Value) -> Value:
    return refused("string", value) if value is None or isinstance(value, list) else text_of(value)


def _to_number(value: Value) -> Value:
    found = None if isinstance(value, (bool, str)) and not str(value).strip() else as_number(value)
    found = None if isinstance(value, bool) else found
    return _unreadable(value, tr("a number")) if found is None else found


def _to_int(value: Value) -> Value:
    seconds = get("seconds_since_1970", value)
    found = _to_number(value) if seconds is None else seconds
    return found if isinstance(found, Failed) else int(found)


def _to_unsigned(value: Value) -> Value:
    found = _to_int(value)
    negative = not isinstance(found, Failed) and found < 0
    return Failed(tr("“uint” takes no number below 0")) if negative else found


def _to_bool(value: Value) -> Value:
    if isinstance(value, bool):
        return value
    known = {"true": True, "True": True, "TRUE": True, "t": True, "1": True}
    known |= {"false": False, "False": False, "FALSE": False, "f": False, "0": False}
    return (
        known.get(value, _unreadable(value, tr("true or false"))) if isinstance(value, str) else refused("bool", value)
    )


def _unreadable(value: Value, wanted: str) -> Failed:
    shown = f"“{value[:40]}”" if isinstance(value, str) else kind_name(value)
    return Failed(tr("{value} is not {wanted}", value=shown, wanted=wanted))


STRICT: Mapping[str, Operation] = {
    "==": equal,
    "!=": partial(unequal, equal),
    "<": partial(compared, order, operator.lt),
    "<=": partial(compared, order, operator.le),
    ">": partial(compared, order, operator.gt),
    ">=": partial(compared, order, operator.ge),
    "before": partial(compared, order, operator.lt),
    "after": partial(compared, order, operator.gt),
    "+": _plus,
    "-": _numeric("-", numbers.subtract),
    "*": _numeric("*", numbers.multiply),
    "/": _numeric("/", numbers.divide),
    "%": _numeric("%", numbers.remainder),
    "negate": _negate,
    "in": _in,
    "not_in": _not_in,
    "contains": _contains,
    "starts_with": _on_texts("starts_with", str.startswith),
    "ends_with": _on_texts("ends_with", str.endswith),
    "matches": _on_texts("matches", matches),
    "lower": _on_text("lowerAscii", ascii_lower),
    "upper": _on_text("upperAscii", ascii_upper),
    "trim": _on_text("trim", str.strip),
    "substring": _on_text("substring", substring),
    "index_of": _on_text("indexOf", index_of),
    "replace": _on_text("replace", replace),
    "split": _on_text("split", split),
    "join": join,
    "index": _index,
    "size": _size,
    "text": _to_text,
    "number": _to_number,
    "whole": _to_int,
    "unsigned": _to_unsigned,
    "bool": _to_bool,
    "dyn": lambda value: value,
    "timestamp": to_moment,
    "duration": to_duration,
    **{name: partial(get, name) for name in GETTERS},
}
"""Operators of CEL and `simple`."""

OPERATORS: Mapping[str, Operation] = {**STRICT, **LOOSE}

MAKING = frozenset(
    {"+", "~cat", "~merge", "replace", "split", "join", "upper", "lower", "~substr", "substring", "text"}
)
"""Operators whose result may be larger than each of their operands."""
