"""Numbers as people write them where they live, without losing a digit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from ui.core.locale import here
from ui.forms.widgets.text import LineWidget

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition

MINOR_DIGITS = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
}
"""Decimals of the currencies that do not have two (ISO 4217, list one)."""
_WIDEST = 40


class NumberWidget(LineWidget):
    """A number in a line of text; any locale's spelling and the plain one are understood."""

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            self.show_text(here().typed_number(value))
        else:
            super().show_value(value)

    @override
    def entered(self) -> str:
        return here().plain_number(super().entered())


class MoneyWidget(NumberWidget):
    """An amount with at least the decimals that its currency (`ui_props.currency`, ISO 4217) has."""

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(amount_of(self.field, value) if isinstance(value, (int, Decimal)) else value)


def amount_of(field: FieldDefinition, number: int | Decimal) -> Decimal | int:
    """An amount with the decimals that the currency of its field has."""
    currency = field.props.get("currency")
    return with_decimals(number, MINOR_DIGITS.get(currency if isinstance(currency, str) else "", 2))


def with_decimals(number: int | Decimal, least: int) -> Decimal | int:
    """The same number, written with at least so many decimals; no digit is lost."""
    if isinstance(number, bool) or abs(Decimal(number).adjusted()) > _WIDEST:
        return number
    whole, _, part = f"{Decimal(number):f}".partition(".")
    return Decimal(f"{whole}.{part.ljust(least, '0')}") if least or part else number
