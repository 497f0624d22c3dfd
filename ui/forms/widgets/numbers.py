"""Numbers as people write them where they live, without losing a digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from typing_extensions import override

from ui.core.locale import here
from ui.forms.widgets.text import LineWidget

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
        currency = self.field.props.get("currency")
        decimals = MINOR_DIGITS.get(currency if isinstance(currency, str) else "", 2)
        super().show_value(with_decimals(value, decimals) if isinstance(value, (int, Decimal)) else value)


def with_decimals(number: int | Decimal, least: int) -> Decimal | int:
    """The same number, written with at least so many decimals; no digit is lost."""
    if isinstance(number, bool) or abs(Decimal(number).adjusted()) > _WIDEST:
        return number
    whole, _, part = f"{Decimal(number):f}".partition(".")
    return Decimal(f"{whole}.{part.ljust(least, '0')}") if least or part else number
