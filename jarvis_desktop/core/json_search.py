"""Finding texts in a JSON value, and naming places in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

Place = tuple[int, ...]
"""Where something stands in a value: the position in its list or object, level by level."""


def is_container(value: Any) -> bool:
    """Whether a value holds others."""
    return isinstance(value, (Mapping, list, tuple))


def find(value: Any, text: str) -> Iterator[Place]:
    """The places whose key or single value contains the text, whatever the case, from the top down."""
    needle = text.casefold()
    waiting: list[tuple[Place, Iterator[tuple[int, str, Any]]]] = [((), _members(value))]
    if not is_container(value) and needle in plain(value).casefold():
        yield ()
    while waiting:
        above, members = waiting[-1]
        step = next(members, None)
        if step is None:
            waiting.pop()
            continue
        position, key, member = step
        inner = is_container(member)
        if needle in key.casefold() or (not inner and needle in plain(member).casefold()):
            yield (*above, position)
        if inner:
            waiting.append(((*above, position), _members(member)))


def pointer(value: Any, place: Place) -> str:
    """The JSON Pointer (RFC 6901) of a place."""
    parts: list[str] = []
    for position in place:
        if isinstance(value, Mapping):
            key = next(islice(value, position, None))
            parts.append(str(key).replace("~", "~0").replace("/", "~1"))
            value = value[key]
        else:
            parts.append(str(position))
            value = value[position]
    return "".join(f"/{part}" for part in parts)


def plain(value: Any) -> str:
    """A single value as people read it in JSON: a text without quotes, true, false, null, a number's digits."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _members(value: Any) -> Iterator[tuple[int, str, Any]]:
    if isinstance(value, Mapping):
        return ((position, str(key), member) for position, (key, member) in enumerate(value.items()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ((position, "", member) for position, member in enumerate(value))
    return iter(())
