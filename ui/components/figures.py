"""What a figure asks the database for, read from props, and how its value is written. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.tables.types import Aggregate, Filter, Operator

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

E = TypeVar("E", bound=StrEnum)
TONES = frozenset({"neutral", "success", "warning", "danger", "info"})
_WHOLE_FROM = 1000
_MOST_DIGITS = 60
_WIDE = Context(prec=_MOST_DIGITS + 20)


class FigureFormat(StrEnum):
    """How a figure is written."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One figure of a row: what it is called, what is computed, how it is shown."""

    label: str
    table: str
    aggregate: Aggregate = Aggregate.COUNT
    column: str = ""
    filters: tuple[Filter, ...] = ()
    tone: str = "neutral"
    format: FigureFormat = FigureFormat.NUMBER
    hint: str = ""


def figure_spec(item: object) -> FigureSpec:
    """A figure from its props; ConfigurationError says what is wrong with them."""
    if not isinstance(item, Mapping):
        raise ConfigurationError("A figure is an object with “label” and “table”.")
    table = _text(item, "table")
    if not table:
        raise ConfigurationError("The figure names no table.")
    tone = _text(item, "tone") or "neutral"
    return FigureSpec(
        label=_text(item, "label") or table,
        table=table,
        aggregate=_member(Aggregate, item, "aggregate", Aggregate.COUNT),
        column=_text(item, "column"),
        filters=_filters(item.get("filters")),
        tone=tone if tone in TONES else "neutral",
        format=_member(FigureFormat, item, "format", FigureFormat.NUMBER),
        hint=_text(item, "hint"),
    )


def written(value: Decimal | int | None, style: FigureFormat, locale: QLocale) -> str:
    """A value as people of `locale` write it, short: no cents from a thousand on; "—" where there is none."""
    if value is None:
        return "—"
    number = Decimal(value)
    if not number.is_finite():
        return str(number)
    short = number.copy_abs() >= _WHOLE_FROM or number == number.to_integral_value()
    places = 0 if short else 2 if style is FigureFormat.MONEY else 1
    text = _grouped(number, places, locale)
    return _in_style(text, style, locale)


def exactly(value: Decimal | int | None, style: FigureFormat, locale: QLocale) -> str:
    """The same value with every digit, for the tool tip."""
    if value is None:
        return "No values"
    exponent = Decimal(value).as_tuple().exponent
    places = min(-exponent, 12) if isinstance(exponent, int) and exponent < 0 else 0
    return _in_style(_grouped(Decimal(value), places, locale), style, locale)


def _grouped(number: Decimal, places: int, locale: QLocale) -> str:
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        return str(number)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE)
    whole, _, fraction = f"{rounded.copy_abs():,.{places}f}".partition(".")
    sign = locale.negativeSign() if rounded < 0 else ""
    text = sign + whole.replace(",", locale.groupSeparator())
    return f"{text}{locale.decimalPoint()}{fraction}" if fraction else text


def _in_style(text: str, style: FigureFormat, locale: QLocale) -> str:
    match style:
        case FigureFormat.PERCENT:
            return f"{text}{locale.percent()}"
        case FigureFormat.MONEY:
            return _with_currency(text, locale)
        case FigureFormat.NUMBER:
            return text


def _with_currency(text: str, locale: QLocale) -> str:
    symbol = locale.currencySymbol()
    if not symbol:
        return f"${text}"
    before = locale.toCurrencyString(1.0).startswith(symbol)
    return f"{symbol}{text}" if before else f"{text}\u00a0{symbol}"


def _text(item: Mapping[object, object], key: str) -> str:
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""


def _member(kind: type[E], item: Mapping[object, object], key: str, default: E) -> E:
    stored = item.get(key)
    if stored is None:
        return default
    try:
        return kind(str(stored))
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise ConfigurationError(f"“{str(stored)[:40]}” is no {key}. Known: {known}.") from None


def _filters(stored: object) -> tuple[Filter, ...]:
    if stored is None:
        return ()
    if not isinstance(stored, list):
        raise ConfigurationError("The filters of a figure are a list.")
    return tuple(_filter(entry) for entry in stored)


def _filter(entry: object) -> Filter:
    if not isinstance(entry, Mapping) or not _text(entry, "column"):
        raise ConfigurationError("A filter names a column and an operator.")
    value = entry.get("value")
    return Filter(
        _text(entry, "column"),
        _member(Operator, entry, "operator", Operator.EQ),
        tuple(value) if isinstance(value, list) else value,
    )
