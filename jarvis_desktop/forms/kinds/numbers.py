"""Kinds that hold numbers, and yes or no."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.kinds.field_type import MAX_NUMBER_CHARACTERS, FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldKind

MAX_EXPONENT = 1000
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})


class NumberType(FieldType):
    """Exact numbers: `int` when `whole`, else Decimal."""

    def __init__(self, kind: FieldKind, *, whole: bool) -> None:
        super().__init__(kind)
        self.whole = whole

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        number = _decimal(raw)
        if number is None:
            raise Unreadable(tr("must be a whole number") if self.whole else tr("must be a number"))
        if abs(number.adjusted()) > MAX_EXPONENT:
            raise Unreadable(tr("must be a number of reasonable size"))
        if not self.whole:
            return number
        if number != number.to_integral_value():
            raise Unreadable(tr("must be a whole number"))
        return int(number)

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)


class BooleanType(FieldType):
    """Yes or no; None is unknown, which is not no."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, bool):
            return raw
        word = str(raw).strip().lower() if isinstance(raw, (str, int)) else ""
        if word in _YES or word in _NO:
            return word in _YES
        if word == "unknown":
            return None
        raise Unreadable(tr("must be yes or no"))

    @override
    def display(self, value: Any) -> str:
        return (
            tr("Unknown")
            if value is None
            else (tr("Yes") if value else tr("No"))
            if isinstance(value, bool)
            else as_text(value)
        )


def _decimal(raw: Any) -> Decimal | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, (int, Decimal)):
        number = Decimal(raw)
        return number if number.is_finite() else None
    if isinstance(raw, float):
        raw = repr(raw)
    if isinstance(raw, str):
        text = raw.strip()
        if len(text) <= MAX_NUMBER_CHARACTERS and _NUMBER.fullmatch(text):
            return Decimal(text)
    return None
