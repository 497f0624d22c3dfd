"""Taking back one change of a JSON document that others changed elsewhere since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jarvis_desktop.core.json_text import dumps


class Clash(Exception):
    """What the edit changed was changed since."""


class _Missing:
    """No value at all, which is not null."""


_MISSING = _Missing()


def moved(here: Any, there: Any, now: Any) -> Any:
    """The document `now` with what differs between `here` and `there` as it is in `there`; Clash where it cannot be.

    Objects are looked into, everything else is compared as a whole. Nothing (null) stands for an object without keys
    beside one.
    """
    if _same(now, here):
        return there
    if not isinstance(now, Mapping) or not (isinstance(here, Mapping) or isinstance(there, Mapping)):
        raise Clash
    before, after = _keys(here), _keys(there)
    result = dict(now)
    for key in {**before, **after}:
        old, new = before.get(key, _MISSING), after.get(key, _MISSING)
        if _same(old, new):
            continue
        value = moved(old, new, now.get(key, _MISSING))
        if value is _MISSING:
            result.pop(key, None)
        else:
            result[key] = value
    return result


def _keys(document: Any) -> Mapping[str, Any]:
    if isinstance(document, Mapping):
        return document
    if document is None or document is _MISSING:
        return {}
    raise Clash


def _same(one: Any, other: Any) -> bool:
    """Whether two values are written alike: true is not 1."""
    if one is _MISSING or other is _MISSING:
        return one is other
    return dumps(one) == dumps(other)
