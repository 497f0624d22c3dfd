"""Qt's patterns of days and times, made ready to write many values fast and without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from datetime import date, datetime, time

_TOKEN = re.compile(r"'([^']*)'|(d{1,4}|M{1,4}|y{4}|yy|H{1,2}|h{1,2}|m{1,2}|AP|ap|Ap|aP|A|a)|(.)", re.DOTALL)
_FIELDS = {
    "d": "{0}", "dd": "{0:02}", "M": "{1}", "MM": "{1:02}", "MMM": "{2}", "MMMM": "{2}", "yy": "{3}", "yyyy": "{3}",
    "H": "{0}", "HH": "{0:02}", "m": "{1}", "mm": "{1:02}",
}  # fmt: skip
_HALF_DAY = {"h": "{2}", "hh": "{2:02}"}
_NAME_OF_HALF = "{3}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: a template, the names of the months, and the words for the halves of a day."""

    template: str
    months: tuple[str, ...]
    halves: tuple[str, str]
    twelve: bool

    @classmethod
    def of(cls, pattern: str, place: QLocale) -> Pattern:
        """A pattern as Qt spells it, in the words of `place`."""
        halves = bool(re.search(r"[Aa]", re.sub(r"'[^']*'", "", pattern)))
        parts = []
        for quoted, field, sign in _TOKEN.findall(pattern):
            if not field:
                parts.append((quoted or sign).replace("{", "{{").replace("}", "}}"))
            elif field in _HALF_DAY:
                parts.append(_HALF_DAY[field] if halves else _FIELDS[field.upper()])
            else:
                parts.append(_FIELDS.get(field, _NAME_OF_HALF if field[0] in "aA" else ""))
        months = tuple(place.monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13))
        return cls("".join(parts), months, (place.amText(), place.pmText()), halves)

    def written(self, value: date) -> str:
        """A day."""
        return self.template.format(value.day, value.month, self.months[value.month - 1], value.year)

    def clock(self, value: datetime | time) -> str:
        """An hour and minute."""
        hour = value.hour
        if not self.twelve:
            return self.template.format(hour, value.minute)
        return self.template.format(hour, value.minute, hour % 12 or 12, self.halves[hour >= 12])


def medium_day(place: QLocale) -> str:
    """The language's long day without the weekday, the month in short: `d MMM yyyy`."""
    if place.language() == QLocale.Language.C:
        return "d MMM yyyy"
    pattern = re.sub(r"[\s,،、]*\bdddd\b[\s,،、]*|dddd", " ", place.dateFormat(QLocale.FormatType.LongFormat))
    return re.sub(r"M{4}", "MMM", pattern).strip(" ,\u060c\u3001")


def typed_day(place: QLocale) -> str:
    """The language's short day with four digits of the year; ISO where no language is set."""
    if place.language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    short = place.dateFormat(QLocale.FormatType.ShortFormat)
    short = short if "yyyy" in short else short.replace("yy", "yyyy") if "yy" in short else short.replace("y", "yyyy")
    return short.replace("\u200f", "").replace("\u200e", "").replace("\u061c", "")


def typed_time(place: QLocale) -> str:
    """The language's short time, without seconds."""
    if place.language() == QLocale.Language.C:
        return "HH:mm"
    pattern = place.timeFormat(QLocale.FormatType.ShortFormat)
    pattern = re.sub(r"[:.]?ss?|\s*t+", "", pattern).strip()
    return "HH:mm" if pattern.startswith(("A", "a")) else pattern
