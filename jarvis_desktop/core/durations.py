"""Durations: read from text, written as text.

Texts are as CEL writes them (“1h30m”, “90s”, “1.5h”) or ISO 8601 does (“P1DT2H30M”; years and months have no fixed
length and are refused). Everything is exact to the microsecond.
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 64
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


def duration_text(duration: timedelta) -> str:
    """The duration in seconds, as CEL and protobuf's JSON write it: “5400s”, “1.5s”."""
    seconds = seconds_of(duration)
    text = format(seconds, "f")
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}s"


def seconds_of(duration: timedelta) -> int | Decimal:
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
