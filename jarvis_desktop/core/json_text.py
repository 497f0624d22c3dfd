"""JSON as text: read exactly and only so deep, written digit by digit, and junk is an error in words for people."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain, islice, repeat
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from jarvis_desktop.core.words import tr

MAX_NESTING = 500
"""Levels of lists and objects that are read and written; PostgreSQL's own limit lies far beyond."""

# Python refuses to turn more than 4,300 digits into an int or an int into text; PostgreSQL stores up to 131,072.
_LONG_INTEGER = 1000
_LONG_INTEGER_BITS = 3000
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


class NotJson(ValueError):
    """A text is no JSON, or a value cannot be written as JSON; the message completes "The rule ...".

    `position` is the character of the text where it stops being JSON, None where no place is to blame.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


def loads(text: str) -> Any:
    """The value of a JSON text, whole numbers as int (Decimal when very long), others as Decimal; raises NotJson."""
    if _nesting(text) > MAX_NESTING:
        raise _too_deep()
    try:
        return _STRICT.decode(text)
    except json.JSONDecodeError as error:
        raise _misread(error) from error


def loads_once(text: str) -> Any:
    """As `loads`, but an object that has a key twice is refused, since it would mean one of two things."""
    if _nesting(text) > MAX_NESTING:
        raise _too_deep()
    try:
        return _STRICTEST.decode(text)
    except json.JSONDecodeError as error:
        raise _misread(error) from error


def value_at(text: str, start: int, unfit: Callable[[str], object]) -> tuple[Any, int]:
    """The value that begins at `start` and the place behind it, for texts that are not whole yet; raises NotJson.

    What is no finite number of JSON (`NaN`, `Infinity`, `1e99999999999999999999`) is given as `unfit` of its text, and
    an object that has a key twice as `unfit` of a description, since a plain reader drops the first value silently.
    """
    try:
        return _decoder(unfit, repeated_keys=False).raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise _misread(error) from error
    except RecursionError as error:
        raise NotJson(tr("is nested too deeply")) from error


def dumps(value: object, *, indent: int | None = None, sort_keys: bool = False) -> str:
    """The JSON text of a value, numbers digit by digit, days and instants as ISO text.

    Raises NotJson for what JSON cannot hold.
    """
    writing = _Writing(indent, sort_keys=sort_keys)
    writing.add(value)
    return "".join(writing.parts)


def texts(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys of objects included, in no order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        else:
            waiting.extend(_children(item))
            if isinstance(item, Mapping):
                waiting.extend(item)


def oversized(value: object, *, depth: int, nodes: int) -> str:
    """Why a JSON value is too big to be worked on ("nested more than 64 levels deep"), or "" when it is not."""
    level: list[object] = [value]
    seen = 0
    for _ in range(depth + 1):
        seen += len(level)
        if seen > nodes:
            return tr("larger than {nodes} parts", nodes=f"{nodes:,}")
        level = list(islice(chain.from_iterable(map(_children, level)), nodes + 1))
        if not level:
            return ""
    return tr("nested more than {depth} levels deep", depth=depth)


def _children(value: object) -> Iterable[object]:
    if type(value) in _CHILDLESS:  # most values are; asking each whether it is a Mapping takes ten times as long
        return ()
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, (list, tuple)) else ()


_CHILDLESS = frozenset({str, int, bool, float, Decimal, type(None)})


def _nesting(text: str) -> int:
    # Few brackets cannot be deep: the exact count is only taken where it may matter.
    if text.count("[") + text.count("{") <= MAX_NESTING:
        return 0
    level = deepest = 0
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark in "[{":
            level += 1
            deepest = max(deepest, level)
        elif mark in "]}":
            level -= 1
    return deepest


@cache
def _decoder(unfit: Callable[[str], object], *, repeated_keys: bool = True) -> json.JSONDecoder:
    def decimal(text: str) -> object:
        try:
            number = Decimal(text)
        except ArithmeticError:
            return unfit(text)
        return number if number.is_finite() else unfit(text)

    def members(pairs: list[tuple[str, object]]) -> object:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        key, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        return unfit(tr("an object that has “{key}” twice", key=key))

    return json.JSONDecoder(
        parse_float=decimal,
        parse_int=_integer,
        parse_constant=unfit,
        object_pairs_hook=None if repeated_keys else members,
    )


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONG_INTEGER else Decimal(digits)


def _refuse(number: str) -> object:
    if number[-1:].isdigit():
        raise NotJson(tr("holds a number that is too large"))
    raise NotJson(tr("is not JSON: {number} is not a JSON number", number=number))


def _too_deep() -> NotJson:
    return NotJson(tr("is nested more than {max_nesting} levels deep", max_nesting=MAX_NESTING))


def _misread(error: json.JSONDecodeError) -> NotJson:
    said = error.msg.removesuffix(" at")
    return NotJson(
        tr("is not JSON: {said} at line {lineno}, column {colno}", said=said, lineno=error.lineno, colno=error.colno),
        error.pos,
    )


def _refuse_twice(unfit: str) -> object:
    if "“" in unfit:
        raise NotJson(tr("holds {unfit}", unfit=unfit))
    return _refuse(unfit)


_STRICT = _decoder(_refuse)
_STRICTEST = _decoder(_refuse_twice, repeated_keys=False)


class _Writing:
    """One text in the making. A level of the value is one call, so that MAX_NESTING levels fit on Python's stack."""

    def __init__(self, indent: int | None, *, sort_keys: bool) -> None:
        self.parts: list[str] = []
        self._indent = indent
        self._sort_keys = sort_keys

    def add(self, value: object, depth: int = 0) -> None:
        """Write `value`, which stands inside `depth` lists and objects."""
        if value is None or isinstance(value, _SINGLE):
            self.parts.append(_single(value))
            return
        members: Iterable[tuple[str, object]]
        if isinstance(value, Mapping):
            keys = sorted(value, key=str) if self._sort_keys else value
            start, end = "{}"
            members = ((f"{encode_basestring(str(key))}: ", value[key]) for key in keys)
        elif isinstance(value, (list, tuple)):
            start, end = "[]"
            members = zip(repeat(""), value, strict=False)
        else:
            raise _no_value(value)
        if depth == MAX_NESTING:
            raise _too_deep()
        line = self._line(depth + 1)
        before = start + line
        between = f",{line}" if line else ", "
        for key, item in members:
            if item is None or isinstance(item, _SINGLE):
                self.parts.append(f"{before}{key}{_single(item)}")
            else:
                self.parts.append(before + key)
                self.add(item, depth + 1)
            before = between
        self.parts.append(self._line(depth) + end if value else start + end)

    def _line(self, depth: int) -> str:
        return "" if self._indent is None else "\n" + " " * self._indent * depth


_SINGLE = (str, int, Decimal, float, date)


def _single(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value if value.bit_length() < _LONG_INTEGER_BITS else Decimal(value))
    if isinstance(value, Decimal) and value.is_finite():
        return str(value)
    if isinstance(value, float) and isfinite(value):
        return repr(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    raise _no_value(value)


def _no_value(value: object) -> NotJson:
    return NotJson(tr("is not JSON: {value} is not a value of JSON", value=str(value)[:40]))
