"""Functions on texts, by code point, as CEL's standard and string extension have them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.answers import too_much
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.values import Value, unsettled

if TYPE_CHECKING:
    from collections.abc import Callable


_LONGEST_PATTERN = 1_000
_TO_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_TO_UPPER = {small: large for large, small in _TO_LOWER.items()}


def matches(text: str, pattern: str) -> bool | Failed:
    """Whether the pattern is found anywhere in the text, in linear time (no look-around, no back-references)."""
    test = _compiled(pattern)
    return test if isinstance(test, Failed) else test(text)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Callable[[str], bool] | Failed:
    import jsonschema_rs  # only where a rule has a pattern: it takes a while to load

    if len(pattern) > _LONGEST_PATTERN:
        return Failed(tr("a pattern has more than {most} characters", most=f"{_LONGEST_PATTERN:,}"))
    try:
        schema = jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions())
    except (ValueError, jsonschema_rs.ValidationError):
        return Failed(tr("“{pattern}” is not a pattern that can be used", pattern=pattern[:60]))
    return schema.is_valid


def ascii_lower(text: str) -> str:
    """The letters A to Z small, all others as they are."""
    return text.translate(_TO_LOWER)


def ascii_upper(text: str) -> str:
    """The letters a to z large, all others as they are."""
    return text.translate(_TO_UPPER)


def substring(text: str, start: Value, end: Value = None) -> Value:
    """The characters from `start` on and before `end`; Failed for places outside the text."""
    last = len(text) if end is None else end
    if type(start) is not int or type(last) is not int or not 0 <= start <= last <= len(text):
        return Failed(tr("“substring” takes places within the text"))
    return text[start:last]


def index_of(text: str, part: Value) -> Value:
    """Where the part first stands, from 0; -1 where it does not."""
    return text.find(part) if isinstance(part, str) else Failed(tr("“indexOf” looks for a text"))


def replace(text: str, old: Value, new: Value) -> Value:
    """The text with each `old` replaced."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return Failed(tr("“replace” takes two texts"))
    return too_much(text.count(old) * max(0, len(new) - len(old))) or text.replace(old, new)


def split(text: str, separator: Value) -> Value:
    """The parts between the separators; for an empty one, the characters."""
    if not isinstance(separator, str):
        return Failed(tr("“split” takes a text"))
    return too_much(text.count(separator)) or (text.split(separator) if separator else list(text))


def join(parts: Value, separator: Value = "") -> Value:
    """A list of texts as one."""
    lacking = unsettled(parts) if isinstance(parts, list) else None
    if lacking is not None:
        return lacking
    if not (isinstance(parts, list) and isinstance(separator, str) and all(isinstance(part, str) for part in parts)):
        return Failed(tr("“join” takes a list of texts"))
    return too_much(sum(map(len, parts)) + len(parts) * len(separator)) or separator.join(parts)
