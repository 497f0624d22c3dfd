"""Days and instants in the ways people and programs write them; what can be read in two ways is asked, not guessed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from jarvis_desktop.core import zone as zones
from jarvis_desktop.core.words import tr
from jarvis_desktop.imports.repairs.words import Found, Repair

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = {name[:length]: number for number, name in enumerate(_NAMES, start=1) for length in (3, 4, len(name))}
_TIME = (
    r"(?:[T ,]+(?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<part>\d{1,6})\d*)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?"
)
_NUMBERED = re.compile(r"(?P<a>\d{1,4})(?P<sign>[./-])\s?(?P<b>\d{1,2})(?P=sign)\s?(?P<c>\d{1,4})" + _TIME, re.ASCII)
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[ -](?P<month>[A-Za-z]{3,9})\.?,?[ -]"
    r"(?P<year>\d{4}|\d{2})" + _TIME,
    re.ASCII,
)
_NAMED_FIRST = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})" + _TIME,
    re.ASCII,
)
# Days since the last one of 1899, as spreadsheets keep dates: from 1927 to 2173. With four digits it may be a year.
_DAY_NUMBER = re.compile(r"\d{5}(?:[.,]\d{1,15})?", re.ASCII)
_DAY_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001 - the zone follows
_ENDLESS = frozenset({"infinity", "-infinity"})
_DAY_MS = 24 * 60 * 60 * 1000
_CENTURY_TURN = 69
_LONGEST = 60


def read_moment(text: str, *, day_first: bool | None, utc: bool, aware: bool, day_only: bool = False) -> Found:
    """An instant as the server reads it: UTC, with an offset for a column that keeps one (`aware`).

    A text without an offset is in the person's own zone, or in UTC.
    """
    bare = text.strip()
    if bare in _ENDLESS:
        return Found(bare)
    iso = _iso(bare)
    if iso is not None:
        return _written(iso, utc=utc, aware=aware, day_only=day_only, repair="")
    if len(bare) > _LONGEST:
        return _no_date(day_only=day_only)
    if _DAY_NUMBER.fullmatch(bare):
        moment = _DAY_NOUGHT + timedelta(milliseconds=round(float(bare.replace(",", ".")) * _DAY_MS))
        return _written(moment, utc=utc, aware=aware, day_only=day_only, repair=Repair.DAY_NUMBER)
    named = _NAMED.fullmatch(bare) or _NAMED_FIRST.fullmatch(bare)
    if named:
        month = _MONTHS.get(named["month"].lower())
        if month is None:
            return _no_date(day_only=day_only)
        parts = (_year(named["year"]), month, int(named["day"]))
        return _built(named, parts, utc=utc, aware=aware, day_only=day_only)
    numbered = _NUMBERED.fullmatch(bare)
    if numbered is None:
        return _no_date(day_only=day_only)
    order = _order(numbered, day_first=day_first)
    if isinstance(order, Found):
        return order
    return _built(numbered, order, utc=utc, aware=aware, day_only=day_only)


def order_of(text: str) -> bool | None:
    """Whether a date can only be read with the day first (True), only with the month first (False), or neither."""
    found = _NUMBERED.fullmatch(text.strip())
    if found is None or found["sign"] == "." or len(found["a"]) > 2:
        return None
    first, second = int(found["a"]), int(found["b"])
    if first > 12 >= second >= 1:
        return True
    return False if second > 12 >= first >= 1 else None


def _iso(bare: str) -> datetime | None:
    if not bare[:4].isdigit() or len(bare) < len("20260131"):
        return None
    try:
        return datetime.fromisoformat(bare)
    except ValueError:
        return None


def _order(found: re.Match[str], *, day_first: bool | None) -> tuple[int, int, int] | Found:
    a, b, c = (int(found[name]) for name in "abc")
    if len(found["a"]) == 4:
        return a, b, c
    if len(found["a"]) > 2 or len(found["c"]) == 3 or len(found["c"]) == 1:
        return Found("", problem=tr("must be a date such as 2026-01-31"))
    year = _year(found["c"])
    if found["sign"] == ".":
        return year, b, a
    if day_first is None:
        if a <= 12 and b <= 12 and a != b:
            return Found(
                "", problem=tr("can be read in two ways: say whether the day or the month comes first"), ambiguous=True
            )
        return (year, b, a) if a > 12 else (year, a, b)
    return (year, b, a) if day_first else (year, a, b)


def _built(found: re.Match[str], day: tuple[int, int, int], *, utc: bool, aware: bool, day_only: bool) -> Found:
    hour = int(found["hour"] or 0)
    half = (found["half"] or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12:
            return _no_date(day_only=day_only)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        moment = datetime(  # noqa: DTZ001 - the zone follows
            *day, hour, int(found["minute"] or 0), int(found["second"] or 0), int((found["part"] or "0").ljust(6, "0"))
        )
    except ValueError:
        return _no_date(day_only=day_only)
    zone = found["zone"]
    if zone:
        moment = moment.replace(tzinfo=_offset(zone))
    return _written(moment, utc=utc, aware=aware, day_only=day_only, repair=Repair.DATE)


def _written(moment: datetime, *, utc: bool, aware: bool, day_only: bool, repair: str) -> Found:
    if day_only:
        return Found(moment.date().isoformat(), repair)
    if moment.tzinfo is None and utc:
        moment = moment.replace(tzinfo=UTC)
    try:
        if moment.tzinfo is None:
            moment = zones.instant(moment)
        moment = moment.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return _no_date(day_only=day_only)
    return Found(moment.isoformat(" ") if aware else moment.replace(tzinfo=None).isoformat(" "), repair)


def _offset(zone: str) -> timezone:
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = min(int(digits[:2]) * 60 + int(digits[2:]), 24 * 60 - 1)
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _no_date(*, day_only: bool) -> Found:
    example = "2026-01-31" if day_only else "2026-01-31 14:30"
    return Found("", problem=tr("must be a date such as {example}", example=example))
