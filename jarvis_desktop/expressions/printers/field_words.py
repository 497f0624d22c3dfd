"""How people speak of a field and of the values in it: labels, choices, money, days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from jarvis_desktop.core import zone
from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.moments import instant, moment_text, read_moment
from jarvis_desktop.expressions.numbers import number_text
from jarvis_desktop.expressions.types import Type

_NONE: Mapping[str, str] = MappingProxyType({})
_LONGEST_PLAIN = 60


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a form calls a field, and how it shows a value in it.

    `choices` are the labels of choices by their stored value as text; `before` and `after` stand around a number
    (“€”, “m²”); `money` has cents where it has a fraction.
    """

    label: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: _NONE)
    before: str = ""
    after: str = ""
    money: bool = False

    def value(self, value: object, kind: Type) -> str:
        """A value of the field, whose type is `kind`, in words."""
        stored = stored_text(value)
        if stored in self.choices:
            return self.choices[stored]
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            amount = _amount(value, money=self.money)
            sign = "-" if amount.startswith("-") else ""
            return f"{sign}{self.before}{amount.removeprefix('-')}{self._unit()}"
        return typed(value, kind)

    def _unit(self) -> str:
        return self.after if not self.after or self.after == "%" else f" {self.after}"


def typed(value: object, kind: Type) -> str:
    """A value of a field of this type in words."""
    if isinstance(value, bool) and kind is Type.BOOL:
        return tr("yes") if value else tr("no")
    if kind is Type.DATE or kind is Type.TIMESTAMP:
        found = read_moment(value) if isinstance(value, str) else value
        if isinstance(found, date):
            return _moment(found, kind)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and kind is Type.NUMBER:
        return _amount(value, money=False)
    return constant(value)


def constant(value: object) -> str:
    """A value of which no more is known, in words."""
    match value:
        case None:
            return tr("nothing")
        case bool():
            return tr("true") if value else tr("false")
        case str():
            plain = value and value == value.strip() and all(sign.isalnum() or sign in " -_./:" for sign in value)
            return value if plain and len(value) <= _LONGEST_PLAIN else f"“{value}”"
        case int() | Decimal():
            return number_text(value)
        case timedelta():
            return duration_text(value)
        case date():
            return moment_text(value)
        case _:
            return str(value)


def stored_text(value: object) -> str:
    """A stored value as the text by which `FieldWords.choices` knows it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, (int, Decimal)) else str(value)


def _moment(found: date, kind: Type) -> str:
    if kind is Type.DATE or not isinstance(found, datetime):
        return (found.date() if isinstance(found, datetime) else found).isoformat()
    return zone.local(instant(found)).strftime("%Y-%m-%d %H:%M")


def _amount(value: int | Decimal, *, money: bool) -> str:
    """A number with its thousands marked, the point as the person's language has it."""
    text = number_text(value)
    whole, point, fraction = text.partition(".")
    if not whole.lstrip("-").isdigit() or len(whole) > _LONGEST_PLAIN:
        return text
    if money and point and len(fraction) == 1:
        fraction += "0"
    sign = "-" if whole.startswith("-") else ""
    comma = "," if "." in grouped(1_000) else "."
    return sign + grouped(int(whole.lstrip("-"))) + (f"{comma}{fraction}" if point else "")
