"""Finding what stands at a dotted path in a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Find: TypeAlias = Callable[[Any], Any]

MISSING = object()
_MOST_PARTS = 4
"""Names in a path that is taken apart beforehand: what is made of one doubles with each."""


def lookup(record: Any, path: str) -> Any:
    """What stands at a dotted path, or MISSING. A key that itself contains dots is found: the longest match wins."""
    while path:
        if type(record) is dict or isinstance(record, Mapping):  # to ask whether it is a Mapping takes long
            end = len(path)
            while end > 0 and path[:end] not in record:
                end = path.rfind(".", 0, end)
            if end <= 0:
                return MISSING
            record, path = record[path[:end]], path[end + 1 :]
        elif isinstance(record, (list, tuple)):
            head, _, path = path.partition(".")
            if not (head.isascii() and head.isdigit() and len(head) < 10 and int(head) < len(record)):
                return MISSING
            record = record[int(head)]
        else:
            return MISSING
    return record


def finder(path: str) -> Find:
    """`lookup` of one path, made ready; "" finds the record itself."""
    if not path:
        return lambda record: record
    if "." not in path:
        return lambda record: record.get(path, MISSING) if type(record) is dict else lookup(record, path)
    parts = path.split(".")
    if len(parts) > _MOST_PARTS or not all(parts):
        return lambda record: lookup(record, path)
    # Longest first: what the first names together spell, and how to find the rest within what stands there.
    longer: list[tuple[str, Find]] = [
        (".".join(parts[:count]), finder(".".join(parts[count:]))) for count in range(len(parts) - 1, 0, -1)
    ]

    def find(record: Any) -> Any:
        if type(record) is not dict:
            return lookup(record, path)
        found = record.get(path, MISSING)
        if found is MISSING:
            for name, rest in longer:
                if name in record:
                    return rest(record[name])
        return found

    return find
