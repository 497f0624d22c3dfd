"""Days, instants and durations: read from text, written as text, counted with.

Texts: ISO 8601 days and instants (RFC 3339 among them; one without an offset is UTC), durations as CEL writes them
(“1h30m”, “90s”, “1.5h”) or ISO 8601 does (“P1DT2H30M”; years and months have no fixed length and are refused).
Everything is exact to the microsecond, within the years 1 to 9999.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.expressions.numbers import Number

Moment: TypeAlias = date | datetime
"""A day (`date`), or an instant (`datetime`, aware, in UTC)."""

_LONGEST = 64
_DAY = len("2026-01-31")
_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(h|ms|us|µs|ns|m|s)")
_MICROSECONDS: Mapping[str, Decimal] = {
    "h": Decimal(3_600_000_000),
    "m": Decimal(60_000_000),
    "s": Decimal(1_000_000),
    "ms": Decimal(1_000),
    "us": Decimal(1),
    "µs": Decimal(1),
    "ns": Decimal("0.001"),
}
_ISO = re.compile(
    r"P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_ISO_SECONDS = (604_800, 86_400, 3_600, 60, 1)


def read_moment(text: str) -> Moment | None:
    """The day or instant that a text writes, or None."""
    if not _DAY <= len(text) <= _LONGEST or text[4] != "-" or not text.isascii():
        return None
    try:
        return date.fromisoformat(text) if len(text) == _DAY else instant(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def instant(moment: Moment) -> datetime:
    """The instant in UTC; a day begins there at midnight. Raises OverflowError at the ends of the calendar."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_duration(text: str) -> timedelta | None:
    """The duration that a text writes, or None."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    if not digits or len(digits) > _LONGEST or not digits.replace("µ", "u").isascii():
        return None
    microseconds = _iso(digits) if digits.startswith("P") else _parts(digits)
    if microseconds is None:
        return None
    try:
        return sign * timedelta(microseconds=int(microseconds))
    except OverflowError:
        return None


def moment_text(moment: Moment) -> str:
    """The day as ISO 8601, the instant as RFC 3339 in UTC with a Z."""
    return moment.isoformat().replace("+00:00", "Z")


def duration_text(duration: timedelta) -> str:
    """The duration in seconds, as CEL and protobuf's JSON write it: “5400s”, “1.5s”."""
    seconds = seconds_of(duration)
    text = format(seconds, "f")
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}s"


def seconds_of(duration: timedelta) -> Number:
    """The duration in seconds, exactly."""
    micro = duration // timedelta(microseconds=1)
    return micro // 1_000_000 if micro % 1_000_000 == 0 else Decimal(micro).scaleb(-6)


def _parts(digits: str) -> Decimal | None:
    if digits == "0":
        return Decimal(0)
    total, end = Decimal(0), 0
    for match in _PART.finditer(digits):
        if match.start() != end:
            return None
        total += Decimal(match[1]) * _MICROSECONDS[match[2]]
        end = match.end()
    return total if end == len(digits) else None


def _iso(digits: str) -> Decimal | None:
    match = _ISO.fullmatch(digits)
    if match is None or not any(match.groups()):
        return None
    parts = zip(match.groups(), _ISO_SECONDS, strict=True)
    return sum((Decimal(part) * seconds * 1_000_000 for part, seconds in parts if part), Decimal(0))
