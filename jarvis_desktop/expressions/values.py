"""What values mean in rules: reading a record, truth, equality and order, all exact.

A decided value is None, a bool, an int or Decimal, a text, a day or an instant, a duration, a list or a map. A value
may also be Undetermined, which stands for the null that was read and knows from which fields, or Failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.moments import instant, read_moment
from jarvis_desktop.expressions.names import well_formed
from jarvis_desktop.expressions.numbers import read_number
from jarvis_desktop.expressions.tree import MAX_DEPTH, MAX_OPERATIONS, Failed, Undetermined

Value: TypeAlias = Any

_NUMBERS = (int, Decimal)
_MOMENTS = (date, datetime)
_AS_THEY_ARE = frozenset({type(None), bool, int, date, timedelta, list, dict})


def normal(value: object) -> Value:
    """A record's value as a rule sees it; Failed for what no database and no JSON text holds."""
    if type(value) in _AS_THEY_ARE:
        return value
    match value:
        case None | bool():
            return value
        case str():
            text = str.__str__(value)
            return text if well_formed(text) else Failed(tr("a text is no valid Unicode"))
        case int():
            return int.__int__(value)
        case Decimal():
            return value if value.is_finite() else Failed(tr("a value is not a number"))
        case float():
            return normal(Decimal(str(value)))
        case datetime():
            return _instant(value)
        case date() | timedelta() | Mapping() | list():
            return value
        case tuple() | set() | frozenset():
            return list(value)
        case time():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return Failed(tr("a value of type {name} cannot be used in a rule", name=type(value).__name__[:60]))


def settled(value: Value) -> bool:
    """Whether a value is neither Undetermined nor Failed."""
    return not isinstance(value, (Undetermined, Failed))


UNSETTLED: frozenset[type] = frozenset({Undetermined, Failed})
"""The classes of what is no decided value."""


def unsettled(values: Iterable[Value]) -> Undetermined | Failed | None:
    """What keeps values from being used: the first Failed, else what they lack all together, else None."""
    fields: frozenset[str] | None = None
    for value in values:
        kind = type(value)
        if kind is Failed:
            return value  # type: ignore[no-any-return]  # its type was asked just now
        if kind is Undetermined:
            fields = value.fields if fields is None else fields | value.fields
    return None if fields is None else Undetermined(fields)


def truth(value: Value) -> bool:
    """Whether a decided value counts as true: null, false, 0, "" and the empty list do not (jsonlogic.com, Truthy)."""
    return not (value is None or value is False or value == 0 or value == "" or (type(value) is list and not value))


def equal(first: Value, second: Value) -> Value:
    """Equality of what was computed: values of unlike kinds are unequal, lists and maps by their members.

    Numbers are equal by value, whatever their kind (CEL, heterogeneous equality); a day or instant equals the ISO
    text of the same one. Undetermined where an unknown member alone would decide; Failed for members without end.
    """
    return _equal(first, second, 0, [MAX_OPERATIONS])


def holds(items: list[Value] | tuple[Value, ...], item: Value) -> Value:
    """Whether one of `items` equals `item`; Undetermined where that hangs on an unknown one."""
    left = [MAX_OPERATIONS]
    unknown: list[Value] = []
    for each in items:
        answer = _equal(item, inner(each), 0, left)
        if answer is True:
            return True
        if answer is not False:
            if left[0] < 0:
                return answer
            unknown.append(answer)
    return unsettled(unknown) or False


def _equal(first: Value, second: Value, depth: int, left: list[int]) -> Value:
    left[0] -= 1
    if depth > MAX_DEPTH or left[0] < 0:
        return Failed(tr("a value is too large to be compared"))
    kind, other = type(first), type(second)
    if kind is Undetermined or kind is Failed or other is Undetermined or other is Failed:
        return unsettled([first, second])
    if kind is other and kind not in (list, dict):
        return first == second
    if kind in _NUMBERS and other in _NUMBERS:
        return first == second
    if isinstance(first, _MOMENTS) or isinstance(second, _MOMENTS):
        pair = _moments(first, second)
        return pair is not None and pair[0] == pair[1]
    if isinstance(first, (list, tuple)) and isinstance(second, (list, tuple)):
        return _same_items(first, second, depth + 1, left)
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return _same_members(first, second, depth + 1, left)
    return False


def order(first: Value, second: Value) -> int | Failed:
    """-1, 0 or 1: which of two decided values comes first; Failed for kinds that have no common order.

    Numbers by value, texts by code point, days and instants by time (one of them may be its ISO text), durations by
    length, false before true.
    """
    alike = type(first) is type(second) and isinstance(first, (str, bool, timedelta))
    if alike or (_is_number(first) and _is_number(second)):
        pair: tuple[Any, Any] = (first, second)
    elif (found := _moments(first, second)) is not None:
        pair = found
    else:
        return no_order(first, second)
    return _sign(*pair)


def loosely_equal(first: Value, second: Value) -> Value:
    """JsonLogic's `==`: a number equals the text that writes it, true equals 1; null equals null alone."""
    if first is None or second is None:
        return first is second
    if type(first) is type(second) and not isinstance(first, (list, Mapping)):
        return first == second
    if any(isinstance(v, (list, tuple, Mapping)) for v in (first, second)):
        return equal(first, second)
    left, right = as_number(first), as_number(second)
    return equal(first, second) if left is None or right is None else left == right


def loosely_ordered(first: Value, second: Value) -> int | Failed:
    """JsonLogic's order: as `order`, but a text meets a number as the number it writes, a bool as 0 or 1, null as 0."""
    found = order(first, second)
    if not isinstance(found, Failed):
        return found
    left, right = (0 if v is None else as_number(v) for v in (first, second))
    if left is None or right is None:
        return found
    return _sign(left, right)


def as_number(value: Value) -> int | Decimal | None:
    """The number that a value is or writes (true is 1), or None."""
    if isinstance(value, (bool, int)):
        return int(value)
    if isinstance(value, Decimal):
        return value
    return read_number(value) if isinstance(value, str) else None


def has_key(place: Mapping[Value, Value], key: Value) -> bool:
    """Whether a map has a key: a number finds its equal whatever its kind, but true is not 1 (CEL, “Maps”)."""
    kind = type(key)
    if kind is str:
        return key in place
    if kind not in (bool, int, Decimal) or key not in place:
        return False
    return key not in (0, 1) or any(each == key and (type(each) is bool) is (kind is bool) for each in place)


def kind_name(value: Value) -> str:
    """What a value is, in words: “a number”."""
    match value:
        case None:
            return tr("nothing")
        case bool():
            return tr("true or false")
        case int() | Decimal():
            return tr("a number")
        case str():
            return tr("a text")
        case datetime():
            return tr("a point in time")
        case date():
            return tr("a date")
        case timedelta():
            return tr("a duration")
        case Mapping():
            return tr("an object")
        case _:
            return tr("a list")


def no_order(first: Value, second: Value) -> Failed:
    """The answer to a comparison of unlike values."""
    return Failed(tr("{first} cannot be compared with {second}", first=kind_name(first), second=kind_name(second)))


def _sign(first: Any, second: Any) -> int:
    return int(first > second) - int(first < second)


def _is_number(value: Value) -> bool:
    return type(value) in _NUMBERS


def _moments(first: Value, second: Value) -> tuple[Any, Any] | None:
    """Both as days or both as instants, if one is such and the other is one or writes one."""
    if isinstance(first, str):
        first = read_moment(first) if isinstance(second, _MOMENTS) else first
    elif isinstance(second, str):
        second = read_moment(second) if isinstance(first, _MOMENTS) else second
    if not (isinstance(first, _MOMENTS) and isinstance(second, _MOMENTS)):
        return None
    if isinstance(first, datetime) or isinstance(second, datetime):
        return instant(first), instant(second)
    return first, second


def _same_items(
    first: list[Value] | tuple[Value, ...], second: list[Value] | tuple[Value, ...], depth: int, left: list[int]
) -> Value:
    if len(first) != len(second):
        return False
    return _all_true((_equal(inner(a), inner(b), depth, left) for a, b in zip(first, second, strict=True)), left)


def _same_members(first: Mapping[Value, Value], second: Mapping[Value, Value], depth: int, left: list[int]) -> Value:
    if len(first) != len(second):
        return False
    answers = (
        _equal(inner(value), inner(second[key]), depth, left) if has_key(second, key) else False
        for key, value in first.items()
    )
    return _all_true(answers, left)


def _all_true(answers: Iterable[Value], left: list[int]) -> Value:
    unknown: list[Value] = []
    for answer in answers:
        if answer is False:
            return False
        if answer is not True:
            if left[0] < 0:
                return answer
            unknown.append(answer)
    return unsettled(unknown) or True


def inner(value: Value) -> Value:
    """An item of a list or map as a rule sees it; what was computed may hold items that are not known."""
    return value if type(value) in (Undetermined, Failed) else normal(value)


def _instant(moment: datetime) -> Value:
    try:
        return instant(moment)
    except OverflowError:
        return Failed(tr("a point in time lies beyond the calendar"))
