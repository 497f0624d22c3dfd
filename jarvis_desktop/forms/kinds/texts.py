"""Kinds that hold text: plain, and with the shape of an address or a number to call."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from typing_extensions import override

from jarvis_desktop.core.words import Text, shown, tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Parsed
from jarvis_desktop.tables.filters import storable

_EMAIL = re.compile(r"[^@\s,;<>()\"]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TEL = re.compile(r"\+?[0-9 ().\-/]{3,30}( ?(x|ext\.?) ?[0-9]{1,6})?", re.ASCII)


class TextType(FieldType):
    """Text; `shape` checks single-line kinds such as e-mail, `reason` says what is expected."""

    def __init__(self, kind: FieldKind, shape: Callable[[str], bool] | None = None, reason: str = "") -> None:
        super().__init__(kind)
        self.shape = shape
        self.reason = reason

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, str):
            return raw
        if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
            return choice_text(raw)
        if isinstance(raw, (date, datetime)):
            return raw.isoformat()
        raise Unreadable(tr("must be text"))

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        # Text is kept as typed; white space alone is a value that never satisfies "required".
        if entered == "":
            return Parsed()
        return super().parse(field, entered) if not isinstance(entered, str) else Parsed(entered)

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, str):
            return tr("must be text")
        if not storable(value):
            return shown(NOT_STORABLE)
        return shown(Text(self.reason)) if self.shape is not None and value.strip() and not self.shape(value) else ""

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else value if isinstance(value, str) else as_text(value)


def is_web_address(text: str) -> bool:
    """Whether the text is an address that a browser opens."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)


def is_phone_number(text: str) -> bool:
    """Whether the text is a telephone number, maybe with an extension."""
    return _TEL.fullmatch(text) is not None and 3 <= sum(sign.isdigit() for sign in text) <= 21


def is_email_address(text: str) -> bool:
    """Whether the text is one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_colour(text: str) -> bool:
    """Whether the text is a colour as CSS writes it in hexadecimal digits: red, green, blue, and maybe opacity."""
    return _COLOUR.fullmatch(text) is not None


def is_uuid(text: str) -> bool:
    """Whether the text is a UUID as RFC 9562 writes it, in small or capital letters."""
    return _UUID.fullmatch(text) is not None
