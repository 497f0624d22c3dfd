"""Numbers, amounts, days and times as the person reads and types them: by her language and her time zone.

The language is Qt's default locale, the zone `jarvis_desktop.core.zone`. All of it is pure and may run in workers.
Stored values never depend on it: what is typed comes out plain (`1234.5`, `2026-03-31 14:30`), or unchanged where it
cannot be read, so that whoever checks it can refuse it with the person's own words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, Qt

from jarvis_desktop.core import zone
from jarvis_desktop.core.figures import write_with
from jarvis_desktop.core.words import language as language_spoken
from jarvis_desktop.core.words import tr, tr_n
from ui.core.patterns import Pattern, medium_day, typed_day, typed_time

GROUPED_FROM = 10_000
"""Smaller whole numbers stand without separators: most of them are years, counts and codes."""

_MOST_DIGITS = 60
_WIDE = Context(prec=_MOST_DIGITS + 20)
_INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
_SPACES = re.compile(r"[\s_\u00a0\u202f'\u2019]")
_CLOCK = re.compile(r"(?P<day>.*?\S)[\s,T]+(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?)\s*(?P<half>\D*)")


@dataclass(frozen=True, slots=True)
class Locale:
    """How people of one language write; `currency` is the sign of the amounts stored, never converted."""

    place: QLocale
    point: str
    group: str
    minus: str
    sizes: tuple[int, int]
    digits: dict[int, int]
    days: Pattern
    times: Pattern
    day_format: str
    currency: str

    @classmethod
    def of(cls, place: QLocale, currency: str = "") -> Locale:
        """The locale of a language and territory."""
        zero = place.zeroDigit()
        return cls(
            place=place,
            point=place.decimalPoint(),
            group=place.groupSeparator(),
            minus=place.negativeSign(),
            sizes=_group_sizes(place),
            digits={} if zero == "0" else {ord("0") + each: ord(zero) + each for each in range(10)},
            days=Pattern.of(medium_day(place), place),
            times=Pattern.of(typed_time(place), place),
            day_format=typed_day(place),
            currency=currency or place.currencySymbol() or "$",
        )

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.place.textDirection() == Qt.LayoutDirection.RightToLeft

    def number(self, value: Decimal | float, *, places: int | None = None) -> str:
        """A number with every digit, or rounded half up to `places`; large ones with their thousands marked."""
        if isinstance(value, int) and places is None:
            if -GROUPED_FROM < value < GROUPED_FROM:
                text = str(value) if value >= 0 else f"{self.minus}{-value}"
                return text.translate(self.digits) if self.digits else text
            return self._grouped(f"{abs(value)}", "", negative=value < 0)
        number = value if isinstance(value, Decimal) else Decimal(repr(value))
        if not number.is_finite():
            return str(value)
        if places is not None and number.adjusted() > _MOST_DIGITS:
            return str(value)
        if places is None and abs(number.adjusted()) > _MOST_DIGITS // 2:
            return f"{number:.6e}".replace(".", self.point)
        if places is not None:
            number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE)
        whole, _, fraction = f"{number.copy_abs():f}".partition(".")
        return self._grouped(whole, fraction, negative=number < 0)

    def count(self, value: int) -> str:
        """A number of things, its thousands marked from 1,000 on."""
        return self._grouped(f"{abs(value)}", "", negative=value < 0)

    def money(self, value: Decimal | float, *, places: int | None = 2) -> str:
        """An amount with the sign of the currency where the language puts it."""
        return self.with_currency(self.number(value, places=places))

    def with_currency(self, text: str) -> str:
        """A written number with the sign of the currency."""
        sample = self.place.toCurrencyString(1.0, "¤").translate(_INVISIBLE).strip()
        before = self.place.language() == QLocale.Language.C or sample.startswith("¤")
        return f"{self.currency}{text}" if before else f"{text}\u00a0{self.currency}"

    def percent(self, value: Decimal | float, *, places: int | None = None) -> str:
        """A share that is stored as a percentage."""
        return self.with_percent(self.number(value, places=places))

    def with_percent(self, text: str) -> str:
        """A written number with the sign for percent."""
        sign = self.place.percent()
        spaced = self.place.language() in _SPACED_PERCENT
        return f"{text}\u00a0{sign}" if spaced else f"{text}{sign}"

    def day(self, value: date) -> str:
        """A day, as `5 Mar 2026`."""
        text = self.days.written(value)
        return text.translate(self.digits) if self.digits else text

    def clock(self, value: datetime | time) -> str:
        """The hour and minute of a time that is in the person's zone already."""
        text = self.times.clock(value)
        return text.translate(self.digits) if self.digits else text

    def instant(self, value: datetime) -> str:
        """An instant on the person's clock, as `5 Mar 2026 14:30`."""
        there = zone.local(value)
        return f"{self.day(there)} {self.clock(there)}"

    def exact(self, value: datetime) -> str:
        """An instant on the person's clock to the second, with the offset, the same in every language."""
        return zone.local(value).isoformat(sep=" ", timespec="seconds")

    def relative(self, value: datetime, now: datetime | None = None) -> str:
        """How long ago an instant was, or the day and time when that is long ago or to come."""
        there, seen_from = zone.local(value), zone.local(now) if now is not None else zone.now()
        seconds = int((seen_from - there).total_seconds())
        if 0 <= seconds < 60:
            return tr("just now")
        if 0 <= seconds < 3600:
            return tr_n("{n} minute ago", "{n} minutes ago", seconds // 60)
        days = (seen_from.date() - there.date()).days
        if days == 0 and seconds > 0:
            return tr_n("{n} hour ago", "{n} hours ago", seconds // 3600)
        named = {1: tr("yesterday, {time}"), 0: tr("today, {time}"), -1: tr("tomorrow, {time}")}.get(days)
        return named.format(time=self.clock(there)) if named else self.instant(value)

    def typed_number(self, value: Decimal | int) -> str:
        """A number to be changed in a field."""
        exact = Decimal(value)
        whole, _, fraction = f"{exact.copy_abs():f}".partition(".")
        text = self._grouped(whole, fraction, negative=exact < 0, marked=abs(exact) >= GROUPED_FROM)
        return text.translate(_INVISIBLE)

    def typed_day(self, value: date) -> str:
        """A day to be changed in a field."""
        return self.place.toString(QDate(value.year, value.month, value.day), self.day_format).translate(_INVISIBLE)

    def typed_instant(self, value: datetime) -> str:
        """A day and time of the person's own clock to be changed in a field."""
        return f"{self.typed_day(value)} {self.clock(value)}".translate(_INVISIBLE)

    def plain_number(self, text: str) -> str:
        """What was typed as a plain number; the text itself where it is none.

        A separator counts only in front of three digits (two where the language groups so), so that 1.5 stays 1.5
        where the point marks thousands.
        """
        text = plain_digits(text).strip().replace("\N{MINUS SIGN}", "-")
        body = _SPACES.sub("", text)
        separator = self.group.strip() if self.group != self.point else ""
        marks = re.escape(separator or ("" if self.point == "," else ","))
        first, others = self.sizes
        groups = rf"(?:{marks}\d{{{others}}})*{marks}\d{{{first}}}"
        grouped = re.fullmatch(rf"([+-]?\d{{1,3}}{groups})(?:{re.escape(self.point)}(\d*))?", body)
        if grouped:
            whole = re.sub(rf"{marks}", "", grouped.group(1))
            return whole + (f".{grouped.group(2)}" if grouped.group(2) else "")
        simple = re.fullmatch(rf"([+-]?\d*){re.escape(self.point)}(\d*)", body)
        if simple and (simple.group(1).lstrip("+-") or simple.group(2)):
            return f"{simple.group(1) or ''}.{simple.group(2)}" if simple.group(2) else simple.group(1)
        return body if re.fullmatch(r"[+-]?[\d.]+", body) else text

    def plain_day(self, text: str) -> str:
        """What was typed as a day, as `2026-03-31`; the text itself where it is none."""
        typed = plain_digits(text).strip()
        found = QDate.fromString(typed, Qt.DateFormat.ISODate)
        for spelling in (typed, typed.translate(self.digits)) if typed else ():
            for format_ in (self.day_format, self.day_format.replace("dd", "d").replace("MM", "M")):
                found = found if found.isValid() else self.place.toDate(spelling, format_)
        return found.toString(Qt.DateFormat.ISODate) if found.isValid() and typed else typed

    def plain_instant(self, text: str) -> str:
        """What was typed as a day and time, as `2026-03-31 14:30`; the text itself where it is none."""
        typed = plain_digits(text).strip()
        split = _CLOCK.fullmatch(typed)
        day = self.plain_day(split["day"] if split else typed)
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            return typed
        clock = self._clock(split["time"], split["half"].strip()) if split else "00:00"
        return f"{day} {clock}" if clock else typed

    def _clock(self, typed: str, half: str) -> str:
        hour, minute, *rest = re.split(r"[:.]", typed, maxsplit=2)
        afternoon, morning = (
            half.casefold() in {word.casefold(), usual}
            for word, usual in ((self.place.pmText(), "pm"), (self.place.amText(), "am"))
        )
        if half and not (afternoon or morning):
            return ""
        shown = int(hour)
        if half:
            if not 1 <= shown <= 12:
                return ""
            shown = shown % 12 + (12 if afternoon else 0)
        return ":".join((f"{shown:02}", minute, *rest))

    def _grouped(self, whole: str, fraction: str, *, negative: bool, marked: bool = True) -> str:
        if marked and len(whole) > 3:
            whole = self.group.join(_groups(whole, *self.sizes))
        text = f"{self.minus if negative else ''}{whole}{self.point if fraction else ''}{fraction}"
        return text.translate(self.digits) if self.digits else text


_SPACED_PERCENT = frozenset(
    {QLocale.Language.German, QLocale.Language.French, QLocale.Language.Spanish, QLocale.Language.Swedish}
)


def here() -> Locale:
    """The locale in use: Qt's default one."""
    place = QLocale()
    return _known(place.language(), place.script(), place.territory(), _currency)


def settle(language: str, time_zone: str = "") -> Locale:
    """From now on `here()` is the locale of `language` (`de`, `de_CH`; "": the machine's), instants in `time_zone`.

    A language without a territory is written as in the machine's, so that English in London is not that of New York.
    """
    global _currency  # noqa: PLW0603 - one person sits at the process
    machine = QLocale.system()
    wanted = QLocale(language) if language else machine
    if language and "_" not in language.replace("-", "_"):
        there = QLocale(wanted.language(), machine.territory())
        known = there.language() == wanted.language() and there.territory() == machine.territory()
        wanted = there if known and machine.territory() != QLocale.Country.AnyTerritory else wanted
    if wanted.language() == QLocale.Language.C:
        wanted = QLocale.c()
    QLocale.setDefault(wanted)
    _currency = machine.currencySymbol() or "$"
    zone.live_in(time_zone)
    locale = here()
    write_with(None if language_spoken() == "en" and locale.group == "," else locale.count)
    return locale


def plain_digits(text: str) -> str:
    """The text with the digits of any script as 0 to 9 and without marks of direction."""
    text = text.translate(_INVISIBLE)
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


_currency = ""


@lru_cache(maxsize=32)
def _known(language: QLocale.Language, script: QLocale.Script, territory: QLocale.Country, currency: str) -> Locale:
    return Locale.of(QLocale(language, script, territory), currency)


def _group_sizes(place: QLocale) -> tuple[int, int]:
    """How many digits stand in the last group and in those before it."""
    groups = place.toString(10**10).split(place.groupSeparator()) if place.groupSeparator() else []
    return (len(groups[-1]), len(groups[-2])) if len(groups) > 2 else (3, 3)


def _groups(digits: str, first: int, others: int) -> list[str]:
    head, found = digits[:-first], [digits[-first:]]
    while head:
        found.append(head[-others:])
        head = head[:-others]
    return found[::-1]
