"""Counting with days, instants and durations, and their parts, as CEL's standard has them.

A month is counted from 0 by `getMonth`, a day of the month from 0 by `getDayOfMonth` and from 1 by `getDate`, a day of
the week from Sunday = 0 (cel-spec, doc/langdef.md, “Timestamp and duration functions”).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from jarvis_desktop.core.durations import read_duration, seconds_of
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.moments import instant, read_moment
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.values import Value

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ON_CLOCK: Mapping[str, Callable[[datetime], int]] = {
    "full_year": lambda at: at.year,
    "month": lambda at: at.month - 1,
    "date": lambda at: at.day,
    "day_of_month": lambda at: at.day - 1,
    "day_of_week": lambda at: at.isoweekday() % 7,
    "day_of_year": lambda at: at.timetuple().tm_yday - 1,
    "hours": lambda at: at.hour,
    "minutes": lambda at: at.minute,
    "seconds": lambda at: at.second,
    "milliseconds": lambda at: at.microsecond // 1_000,
}
_OF_DURATION: Mapping[str, Callable[[timedelta], int]] = {
    "hours": lambda span: _toward_zero(span, timedelta(hours=1)),
    "minutes": lambda span: _toward_zero(span, timedelta(minutes=1)),
    "seconds": lambda span: _toward_zero(span, timedelta(seconds=1)),
    "milliseconds": lambda span: _toward_zero(span, timedelta(milliseconds=1)) % 1_000,
}
GETTERS = tuple(_ON_CLOCK)


def get(name: str, value: Value, zone: Value = None) -> Value:
    """A part of an instant (in `zone`, by default UTC) or of a duration.

    `seconds_since_1970` answers None for anything that is no instant.
    """
    if name == "seconds_since_1970":
        return seconds_of(instant(value) - _EPOCH) if isinstance(value, date) else None
    if isinstance(value, timedelta) and name in _OF_DURATION and zone is None:
        return _OF_DURATION[name](value)
    if not isinstance(value, date):
        return Failed(tr("only a date has a {part}", part=name.replace("_", " ")))
    place = _zone(zone) if zone is not None else UTC
    if place is None:
        return Failed(tr("“{zone}” is not a time zone", zone=str(zone)[:40]))
    try:
        return _ON_CLOCK[name](instant(value).astimezone(place))
    except OverflowError:
        return _beyond()


def moved(name: str, first: Value, second: Value) -> Value:
    """A sum or difference of days, instants and durations; None for values that are none."""
    try:
        if name == "+" and isinstance(second, timedelta) and isinstance(first, (date, timedelta)):
            return _shifted(first, second)
        if name == "+" and isinstance(first, timedelta) and isinstance(second, date):
            return _shifted(second, first)
        if name == "-" and isinstance(first, date) and isinstance(second, date):
            return instant(first) - instant(second)
        if name == "-" and isinstance(second, timedelta) and isinstance(first, (date, timedelta)):
            return _shifted(first, -second)
    except OverflowError:
        return _beyond()
    return None


def to_moment(value: Value) -> Value:
    """An instant of a text, or of the seconds since 1970."""
    if isinstance(value, date):
        return value
    found = read_moment(value) if isinstance(value, str) else None
    try:
        if type(value) is int:
            return _EPOCH + timedelta(seconds=value)
        return (
            instant(found)
            if found is not None
            else Failed(tr("this is not a point in time: {value}", value=_short(value)))
        )
    except OverflowError:
        return _beyond()


def to_duration(value: Value) -> Value:
    """A duration of a text."""
    if isinstance(value, timedelta):
        return value
    found = read_duration(value) if isinstance(value, str) else None
    return found if found is not None else Failed(tr("this is not a duration: {value}", value=_short(value)))


def _shifted(value: Any, span: timedelta) -> Any:
    whole_days = span % timedelta(days=1) == timedelta(0)
    if isinstance(value, date) and not isinstance(value, datetime) and not whole_days:
        return instant(value) + span
    return value + span


def _toward_zero(span: timedelta, unit: timedelta) -> int:
    return -(-span // unit) if span < timedelta(0) else span // unit


def _zone(name: Value) -> tzinfo | None:
    if not isinstance(name, str) or len(name) > 60:
        return None
    if name[:1] in "+-" or name[:1].isdigit():
        sign, digits = (-1 if name.startswith("-") else 1), name.lstrip("+-")
        hours, _, minutes = digits.partition(":")
        if not (hours.isdigit() and minutes.isdigit() and len(digits) <= 5 and int(minutes) < 60 and int(hours) < 24):
            return None
        return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _beyond() -> Failed:
    return Failed(tr("a point in time lies beyond the calendar"))


def _short(value: Value) -> str:
    return str(value)[:40]
