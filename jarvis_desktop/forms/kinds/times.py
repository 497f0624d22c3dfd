"""Kinds that hold a time of day, or how long something takes."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.durations import duration_text, read_duration
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.kinds.field_type import FieldType, Unreadable, as_text

_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?\s*([ap])?\.?m?\.?", re.ASCII | re.IGNORECASE)
_SPELLED = re.compile(r"(\d+(?:\.\d+)?)\s*(days?|hours?|minutes?|seconds?|min|sec|d|h|m|s)", re.ASCII)
_HOURS = re.compile(r"(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_LONGEST = 60


class TimeType(FieldType):
    """A time of day, without a zone."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or (isinstance(raw, time) and raw.tzinfo is None):
            return raw
        found = _clock(raw.strip()) if isinstance(raw, str) and len(raw) <= _LONGEST else None
        if found is None:
            raise Unreadable(tr("must be a time such as 14:30"))
        return found

    @override
    def display(self, value: Any) -> str:
        if not isinstance(value, time):
            return "" if value is None else as_text(value)
        detail = "microseconds" if value.microsecond else "seconds" if value.second else "minutes"
        return value.isoformat(detail)

    @override
    def to_json(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, time) else value


class DurationType(FieldType):
    """How long something takes: `timedelta`; stored as ISO 8601 or as rules write it (“5400s”), shown as “1h 30min”."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, timedelta):
            return raw
        found = _duration(raw.strip()) if isinstance(raw, str) and len(raw) <= _LONGEST else None
        if found is None:
            raise Unreadable(tr("must be a duration such as 1h 30min or 2 days"))
        return found

    @override
    def display(self, value: Any) -> str:
        if not isinstance(value, timedelta):
            return "" if value is None else as_text(value)
        micro = value // timedelta(microseconds=1)
        rest = abs(micro)
        parts = []
        for unit, seconds in (("d", 86_400), ("h", 3_600), ("min", 60)):
            count, rest = divmod(rest, seconds * 1_000_000)
            if count:
                parts.append(f"{count}{unit}")
        if rest or not parts:
            whole, part = divmod(rest, 1_000_000)
            parts.append(f"{whole}{f'.{part:06}'.rstrip('0') if part else ''}s")
        return ("-" if micro < 0 else "") + " ".join(parts)

    @override
    def to_json(self, value: Any) -> Any:
        return duration_text(value) if isinstance(value, timedelta) else value


def _clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None or (match[2] is None and match[5] is None):
        return None
    hour, half = int(match[1]), (match[5] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0), int((match[4] or "0").ljust(6, "0")))
    except ValueError:
        return None


def _duration(text: str) -> timedelta | None:
    known = read_duration(text)
    if known is not None:
        return known
    clock = _HOURS.fullmatch(text)
    try:
        if clock is not None:
            found = timedelta(hours=int(clock[2]), minutes=int(clock[3]), seconds=int(clock[4] or 0))
            return -found if clock[1] else found
        return _spelled(text)
    except OverflowError:
        return None


def _spelled(text: str) -> timedelta | None:
    sign, rest = (-1, text[1:].lstrip()) if text.startswith("-") else (1, text)
    found, end = timedelta(), 0
    for match in _SPELLED.finditer(rest.lower()):
        if rest[end : match.start()].strip(" ,"):
            return None
        whole, _, part = match[1].partition(".")
        seconds = _UNITS[match[2][0]]
        micro = int(part[:6].ljust(6, "0")) * seconds
        found += timedelta(seconds=int(whole) * seconds, microseconds=micro)
        end = match.end()
    return sign * found if end and not rest[end:].strip() else None
