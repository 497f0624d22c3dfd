"""What a figure asks the database for, read from props, and how its value is written. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.types import Aggregate, Filter, Operator

if TYPE_CHECKING:
    from ui.core.locale import Locale

E = TypeVar("E", bound=StrEnum)
TONES = frozenset({"neutral", "success", "warning", "danger", "info"})
_WHOLE_FROM = 1000


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
        raise ConfigurationError(tr("A figure is an object with “label” and “table”."))
    table = _text(item, "table")
    if not table:
        raise ConfigurationError(tr("The figure names no table."))
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


def written(value: Decimal | int | None, style: FigureFormat, locale: Locale) -> str:
    """A value as people of `locale` write it, short: no cents from a thousand on; "—" where there is none."""
    if value is None:
        return "—"
    number = Decimal(value)
    if not number.is_finite():
        return str(number)
    short = number.copy_abs() >= _WHOLE_FROM or number == number.to_integral_value()
    places = 0 if short else 2 if style is FigureFormat.MONEY else 1
    return _in_style(number, places, style, locale)


def exactly(value: Decimal | int | None, style: FigureFormat, locale: Locale) -> str:
    """The same value with every digit, for the tool tip."""
    if value is None:
        return tr("No values")
    exponent = Decimal(value).as_tuple().exponent
    places = min(-exponent, 12) if isinstance(exponent, int) and exponent < 0 else 0
    return _in_style(Decimal(value), places, style, locale)


def _in_style(number: Decimal, places: int, style: FigureFormat, locale: Locale) -> str:
    match style:
        case FigureFormat.PERCENT:
            return locale.percent(number, places=places)
        case FigureFormat.MONEY:
            return locale.money(number, places=places)
        case FigureFormat.NUMBER:
            return locale.number(number, places=places)


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
        raise ConfigurationError(
            tr("“{stored}” is no {key}. Known: {known}.", stored=str(stored)[:40], key=key, known=known)
        ) from None


def _filters(stored: object) -> tuple[Filter, ...]:
    if stored is None:
        return ()
    if not isinstance(stored, list):
        raise ConfigurationError(tr("The filters of a figure are a list."))
    return tuple(_filter(entry) for entry in stored)


def _filter(entry: object) -> Filter:
    if not isinstance(entry, Mapping) or not _text(entry, "column"):
        raise ConfigurationError(tr("A filter names a column and an operator."))
    value = entry.get("value")
    return Filter(
        _text(entry, "column"),
        _member(Operator, entry, "operator", Operator.EQ),
        tuple(value) if isinstance(value, list) else value,
    )
