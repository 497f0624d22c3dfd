"""Numbers as people write them where they live, without losing a digit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale
from typing_extensions import override

from ui.forms.widgets.text import LineWidget

GROUPED_FROM = 10_000
"""Smaller numbers are written without separators: most of them are years, counts and codes."""


class NumberWidget(LineWidget):
    """A number in a line of text; any locale's spelling and the plain one are understood."""

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            self.show_text(localised(value, QLocale().groupSeparator(), QLocale().decimalPoint()))
        else:
            super().show_value(value)

    @override
    def entered(self) -> str:
        return plain_number(super().entered(), QLocale().groupSeparator(), QLocale().decimalPoint())


def localised(number: int | Decimal, group: str, point: str) -> str:
    """The number with every digit, thousands marked from 10,000 on."""
    if isinstance(number, int) and abs(number) < GROUPED_FROM:
        return str(number)
    exact = Decimal(number)
    marked = f"{exact:,f}" if abs(exact) >= GROUPED_FROM else f"{exact:f}"
    return marked.translate({ord(","): group, ord("."): point})


def plain_number(text: str, group: str, point: str) -> str:
    """The text with the locale's signs replaced by the plain ones, where it is a number in that locale.

    A separator counts only in front of three digits, so that 1.5 stays 1.5 where the point marks thousands.
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    body = re.sub(r"[\s_\u00a0\u202f'\u2019]", "", text)
    separator = group.strip() if group != point else ""
    marks = re.escape(separator or ("" if point == "," else ","))
    grouped = re.fullmatch(rf"([+-]?\d{{1,3}}(?:{marks}\d{{3}})+)(?:{re.escape(point)}(\d*))?", body)
    if grouped:
        whole = re.sub(rf"{marks}", "", grouped.group(1))
        return whole + (f".{grouped.group(2)}" if grouped.group(2) else "")
    simple = re.fullmatch(rf"([+-]?\d*){re.escape(point)}(\d*)", body)
    if simple and (simple.group(1).lstrip("+-") or simple.group(2)):
        return f"{simple.group(1) or ''}.{simple.group(2)}" if simple.group(2) else simple.group(1)
    return body if re.fullmatch(r"[+-]?[\d.]+", body) else text
