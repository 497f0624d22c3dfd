"""Days and times in words, such as “last 7 days”: read when typed, worked out when a query runs. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import Text, language, mark, shown

MOST = 10_000
"""The greatest number that such words may count."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days or aware instants from `start` on and before `end`."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Relative:
    """A stretch of time seen from now, in the words that people use for it."""

    words: str

    def stretch(self, now: datetime, *, instants: bool) -> Stretch:
        """The stretch as seen from `now` (aware, local): days, or (`instants`) from midnight to midnight.

        A stretch of hours or minutes is one of instants always, whole minutes.
        """
        counted = _COUNTED.fullmatch(self.words)
        if counted is not None and counted["unit"] in _CLOCK:
            return _on_the_clock(counted, now)
        days = _counted_days(counted, now.date()) if counted is not None else _NAMED[self.words](now.date())
        return Stretch(midnight(days.start), midnight(days.end)) if instants else days


WORDS: tuple[str, ...] = (
    "today",
    "yesterday",
    "tomorrow",
    "this week",
    "last week",
    "next week",
    "this month",
    "last month",
    "next month",
    "this year",
    "last year",
    "last 7 days",
    "last 30 days",
    "last 90 days",
    "next 7 days",
    "next 30 days",
    "7 days ago",
    "30 days ago",
    "last 24 hours",
)
"""Words to offer; any other number of minutes, hours, days, weeks, months or years is understood as well."""

_SAID: Mapping[str, Text] = {
    "today": mark("today"),
    "yesterday": mark("yesterday"),
    "tomorrow": mark("tomorrow"),
    "this week": mark("this week"),
    "last week": mark("last week"),
    "next week": mark("next week"),
    "this month": mark("this month"),
    "last month": mark("last month"),
    "next month": mark("next month"),
    "this year": mark("this year"),
    "last year": mark("last year"),
    "next year": mark("next year"),
}
_SAID_COUNTED: Mapping[tuple[str, str], Text] = {
    ("last", "minute"): mark("last {n} minutes"),
    ("next", "minute"): mark("next {n} minutes"),
    ("ago", "minute"): mark("{n} minutes ago"),
    ("last", "hour"): mark("last {n} hours"),
    ("next", "hour"): mark("next {n} hours"),
    ("ago", "hour"): mark("{n} hours ago"),
    ("last", "day"): mark("last {n} days"),
    ("next", "day"): mark("next {n} days"),
    ("ago", "day"): mark("{n} days ago"),
    ("last", "week"): mark("last {n} weeks"),
    ("next", "week"): mark("next {n} weeks"),
    ("ago", "week"): mark("{n} weeks ago"),
    ("last", "month"): mark("last {n} months"),
    ("next", "month"): mark("next {n} months"),
    ("ago", "month"): mark("{n} months ago"),
    ("last", "year"): mark("last {n} years"),
    ("next", "year"): mark("next {n} years"),
    ("ago", "year"): mark("{n} years ago"),
}

_COUNTED = re.compile(
    r"(?:(?P<side>last|next) (?P<span>\d{1,5})|(?P<ago>\d{1,5})) (?P<unit>minute|hour|day|week|month|year)s?"
    r"(?P<back> ago)?"
)
_CLOCK = frozenset({"minute", "hour"})


def read_relative(text: str, *, instants: bool) -> Relative | None:
    """The stretch that a text names, if it does; hours and minutes only where there are `instants`."""
    words = _in_english(" ".join(text.casefold().split()))
    if words in _NAMED:
        return Relative(words)
    counted = _COUNTED.fullmatch(words)
    if counted is None or bool(counted["ago"]) != bool(counted["back"]):
        return None
    number = int(counted["span"] or counted["ago"])
    if not 0 < number <= MOST or (counted["unit"] in _CLOCK and not instants):
        return None
    unit = counted["unit"] if number == 1 else f"{counted['unit']}s"
    return Relative(f"{counted['side']} {number} {unit}" if counted["side"] else f"{number} {unit} ago")


def in_words(words: str) -> str:
    """The words of a stretch as the person's language has them."""
    counted = _COUNTED.fullmatch(words)
    if counted is None:
        return shown(_SAID[words]) if words in _SAID else words
    said = _SAID_COUNTED[counted["side"] or "ago", counted["unit"]]
    return shown(said, n=counted["span"] or counted["ago"]) if language() != "en" else words


def _in_english(words: str) -> str:
    """What was typed in the person's language as it is kept."""
    if language() == "en":
        return words
    for english, said in _SAID.items():
        if words == shown(said).casefold():
            return english
    for (side, unit), said in _SAID_COUNTED.items():
        found = re.fullmatch(re.escape(shown(said, n="\0").casefold()).replace("\0", r"(\d{1,5})"), words)
        if found is not None:
            return f"{found[1]} {unit}s ago" if side == "ago" else f"{side} {found[1]} {unit}s"
    return words


def midnight(day: date) -> datetime:
    """The instant, UTC, at which a day of local time begins."""
    try:
        return zone.day_begins(day)
    except (OverflowError, ValueError, OSError):
        return datetime.combine(day, time(), UTC)


def day_after(day: date) -> date:
    """The next day; the last one that Python has is followed by itself."""
    return day if day == date.max else day + timedelta(days=1)


def _on_the_clock(counted: re.Match[str], now: datetime) -> Stretch:
    minute = now.astimezone(UTC).replace(second=0, microsecond=0)
    long = timedelta(**{f"{counted['unit']}s": int(counted["span"] or counted["ago"])})
    if counted["side"] == "last":
        return Stretch(minute - long, minute + timedelta(minutes=1))
    if counted["side"] == "next":
        return Stretch(minute, minute + long)
    return Stretch(minute - long, minute - long + timedelta(minutes=1))


def _counted_days(counted: re.Match[str], today: date) -> Stretch:
    """The last and the next days include today; “3 days ago” is that one day."""
    number, unit = int(counted["span"] or counted["ago"]), counted["unit"]
    if counted["side"] == "last":
        return Stretch(day_after(_shifted(today, -number, unit)), day_after(today))
    if counted["side"] == "next":
        return Stretch(today, _shifted(today, number, unit))
    day = _shifted(today, -number, unit)
    return Stretch(day, day_after(day))


def _shifted(day: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months or years away; the first or last one there is, where it lies beyond."""
    try:
        if unit in {"day", "week"}:
            return day + timedelta(days=number if unit == "day" else 7 * number)
        months = day.year * 12 + day.month - 1 + (number if unit == "month" else 12 * number)
        first = date(months // 12, months % 12 + 1, 1)
        return min(first + timedelta(days=day.day - 1), _next_month(first) - timedelta(days=1))
    except (OverflowError, ValueError):
        return date.max if number > 0 else date.min


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _day(offset: int) -> Callable[[date], Stretch]:
    def stretch(today: date) -> Stretch:
        day = _shifted(today, offset, "day")
        return Stretch(day, day_after(day))

    return stretch


def _week(offset: int) -> Callable[[date], Stretch]:
    """A week from Monday on."""

    def stretch(today: date) -> Stretch:
        monday = _shifted(today, 7 * offset - today.weekday(), "day")
        return Stretch(monday, _shifted(monday, 7, "day"))

    return stretch


def _month(offset: int) -> Callable[[date], Stretch]:
    def stretch(today: date) -> Stretch:
        first = _shifted(today.replace(day=1), offset, "month")
        return Stretch(first, _shifted(first, 1, "month"))

    return stretch


def _year(offset: int) -> Callable[[date], Stretch]:
    def stretch(today: date) -> Stretch:
        first = _shifted(today.replace(month=1, day=1), offset, "year")
        return Stretch(first, _shifted(first, 1, "year"))

    return stretch


_NAMED: Mapping[str, Callable[[date], Stretch]] = MappingProxyType(
    {
        "today": _day(0),
        "yesterday": _day(-1),
        "tomorrow": _day(1),
        "this week": _week(0),
        "last week": _week(-1),
        "next week": _week(1),
        "this month": _month(0),
        "last month": _month(-1),
        "next month": _month(1),
        "this year": _year(0),
        "last year": _year(-1),
        "next year": _year(1),
    }
)
