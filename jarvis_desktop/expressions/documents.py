"""JSON as it comes from people and databases: read exactly, bounded, and without ever recursing too deep."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import chain, islice
from typing import Any

MAX_NESTING = 256
"""Levels of lists and objects in a document that is read at all."""

_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]')


class UnreadableDocument(ValueError):
    """The text is no JSON, or more of it than is read; the message says which, without a final stop."""


def read_document(text: str) -> Any:
    """The value of a JSON text, integers and decimals exact (Decimal); raises UnreadableDocument."""
    if _nesting(text) > MAX_NESTING:
        raise UnreadableDocument(f"it is nested more than {MAX_NESTING} levels deep")
    try:
        return _DECODER.decode(text)
    except UnreadableDocument:
        raise
    except json.JSONDecodeError as error:
        raise UnreadableDocument(f"it is not JSON (line {error.lineno}, column {error.colno})") from error
    except ValueError as error:
        raise UnreadableDocument("it holds a number that is too long") from error


def oversized(value: object, *, depth: int, nodes: int) -> str:
    """Why a JSON value is too big to be worked on ("nested more than 64 levels deep"), or "" when it is not."""
    level: list[object] = [value]
    seen = 0
    for _ in range(depth + 1):
        seen += len(level)
        if seen > nodes:
            return f"larger than {nodes:,} parts"
        level = list(islice(chain.from_iterable(map(_children, level)), nodes + 1))
        if not level:
            return ""
    return f"nested more than {depth} levels deep"


def _children(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple)) else []


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


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except ArithmeticError as error:
        raise UnreadableDocument("it holds a number that is too large") from error
    if not number.is_finite():
        raise UnreadableDocument("it holds a number that is too large")
    return number


def _no_constant(name: str) -> Any:
    raise UnreadableDocument(f"{name} is no JSON number")


_DECODER = json.JSONDecoder(parse_float=_decimal, parse_constant=_no_constant)
