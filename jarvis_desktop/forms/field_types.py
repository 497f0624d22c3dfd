"""What each kind of field holds: how typed text and JSON become its value, and how the value is written out."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from typing_extensions import override

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.registry import Registry
from jarvis_desktop.forms import json_text
from jarvis_desktop.forms.choices import choice_text, find_option
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Parsed

MAX_NUMBER_CHARACTERS = 100
MAX_EXPONENT = 1000
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;<>()\"]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")
_TEL = re.compile(r"\+?[0-9 ().\-/]{3,30}( ?(x|ext\.?) ?[0-9]{1,6})?", re.ASCII)
_YES = frozenset({"true", "yes", "on", "1"})
_NO = frozenset({"false", "no", "off", "0"})
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Unreadable(ValueError):
    """A value is not of the field's kind; the message completes "The label ...": "must be a whole number"."""


class FieldType(ABC):
    """The meaning of one field kind; None is "no value" for all of them."""

    kind: FieldKind

    @abstractmethod
    def read(self, raw: Any) -> Any:
        """The value in something stored (a column's value or JSON); raises Unreadable. None stays None."""

    @abstractmethod
    def display(self, value: Any) -> str:
        """The value as text that `parse` turns into the same value; a value of another kind is shown as it is."""

    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        """The value of typed text (or JSON), or the problem in it; empty text is no value."""
        if entered is None or (isinstance(entered, str) and not entered.strip()):
            return Parsed()
        try:
            return Parsed(self.read(entered))
        except Unreadable as bad:
            return Parsed(problem=Problem(field.key, f"{field.label} {bad}"))

    def fault(self, value: Any) -> str:
        """What is wrong with a value of this kind ("must be an e-mail address ..."), or ""."""
        try:
            self.read(value)
        except Unreadable as bad:
            return str(bad)
        return ""

    def check(self, field: FieldDefinition) -> str:  # noqa: ARG002 - most kinds ask nothing of the field
        """What is wrong with the field's own options for this kind, or ""."""
        return ""

    def to_json(self, value: Any) -> Any:
        """The value as JSON Schema sees it."""
        return value


@dataclass(frozen=True)
class TextType(FieldType):
    """Text; `shape` checks single-line kinds such as e-mail, `reason` says what is expected."""

    kind: FieldKind
    shape: Callable[[str], bool] | None = None
    reason: str = ""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, str):
            return raw
        if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
            return choice_text(raw)
        if isinstance(raw, (date, datetime)):
            return raw.isoformat()
        raise Unreadable("must be text")

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        # Text is kept as typed; white space alone is a value that never satisfies "required".
        if entered == "":
            return Parsed()
        return super().parse(field, entered) if not isinstance(entered, str) else Parsed(entered)

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, str):
            return "must be text"
        if _UNSTORABLE.search(value):
            return "contains a character that cannot be stored"
        return self.reason if self.shape is not None and value.strip() and not self.shape(value) else ""

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else value if isinstance(value, str) else as_text(value)


@dataclass(frozen=True)
class NumberType(FieldType):
    """Exact numbers: `int` when `whole`, else Decimal."""

    kind: FieldKind
    whole: bool

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        number = _decimal(raw)
        if number is None:
            raise Unreadable("must be a whole number" if self.whole else "must be a number")
        if abs(number.adjusted()) > MAX_EXPONENT:
            raise Unreadable("must be a number of reasonable size")
        if not self.whole:
            return number
        if number != number.to_integral_value():
            raise Unreadable("must be a whole number")
        return int(number)

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)


@dataclass(frozen=True)
class BooleanType(FieldType):
    """Yes or no; None is unknown, which is not no."""

    kind: FieldKind

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, bool):
            return raw
        word = str(raw).strip().lower() if isinstance(raw, (str, int)) else ""
        if word in _YES or word in _NO:
            return word in _YES
        if word == "unknown":
            return None
        raise Unreadable("must be yes or no")

    @override
    def display(self, value: Any) -> str:
        return "Unknown" if value is None else ("Yes" if value else "No") if isinstance(value, bool) else as_text(value)


@dataclass(frozen=True)
class DateType(FieldType):
    """A calendar day."""

    kind: FieldKind

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        if isinstance(raw, str):
            text = raw.strip()
            try:
                return date.fromisoformat(text) if len(text) <= len("2026-01-31") else _instant(text, UTC).date()
            except ValueError:
                pass
        raise Unreadable("must be a date such as 2026-01-31")

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)

    @override
    def to_json(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class DateTimeType(FieldType):
    """An instant, aware; text without an offset is in `zone` (None: the person's own)."""

    kind: FieldKind
    zone: tzinfo | None = None

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        try:
            if isinstance(raw, datetime):
                return raw if raw.tzinfo is not None else raw.replace(tzinfo=UTC)
            if isinstance(raw, date):
                return datetime(raw.year, raw.month, raw.day, tzinfo=UTC)
            if isinstance(raw, str):
                # Stored text without an offset is UTC, as in the TIMESTAMP columns.
                return _instant(raw.strip(), UTC)
        except (ValueError, OverflowError):
            pass
        raise Unreadable("must be a date and time such as 2026-01-31 14:30")

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        if isinstance(entered, str) and entered.strip():
            try:
                return Parsed(_instant(entered.strip(), self.zone))
            except (ValueError, OverflowError):
                reason = "must be a date and time such as 2026-01-31 14:30"
                return Parsed(problem=Problem(field.key, f"{field.label} {reason}"))
        return super().parse(field, entered)

    @override
    def display(self, value: Any) -> str:
        if not isinstance(value, datetime):
            return "" if value is None else as_text(value)
        try:
            shown = value.astimezone(self.zone).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return value.isoformat(" ")
        detail = "microseconds" if shown.microsecond else "seconds" if shown.second else "minutes"
        return shown.isoformat(" ", timespec=detail)

    @override
    def to_json(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value


@dataclass(frozen=True)
class ChoiceType(FieldType):
    """One of the field's choices, as it is stored."""

    kind: FieldKind

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, (str, int, Decimal)):
            return raw
        raise Unreadable("must be one of its choices")

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        parsed = super().parse(field, entered)
        mapped = field.dependent.mapping.values() if field.dependent is not None else ()
        for options in (field.options, *mapped):
            option = find_option(options, parsed.value) if parsed.value is not None else None
            if option is not None:
                return Parsed(option.value)
        return parsed

    @override
    def fault(self, value: Any) -> str:
        if isinstance(value, str):
            return "contains a character that cannot be stored" if _UNSTORABLE.search(value) else ""
        return super().fault(value)

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)

    @override
    def check(self, field: FieldDefinition) -> str:
        return "" if field.options or field.dependent is not None else "has no choices"


@dataclass(frozen=True)
class ListType(FieldType):
    """Several texts in order, each once; written out with commas (quoted where a text holds one)."""

    kind: FieldKind
    chosen: bool

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if isinstance(raw, str):
            return self._unique(_split(raw)) if raw.strip() else None
        if isinstance(raw, (list, tuple)) and all(isinstance(item, (str, int, Decimal)) for item in raw):
            return self._unique(choice_text(item) for item in raw)
        raise Unreadable("must be a list of texts")

    @staticmethod
    def _unique(items: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item for item in items if item))

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
            return "must be a list of texts"
        return "contains a character that cannot be stored" if any(map(_UNSTORABLE.search, value)) else ""

    @override
    def display(self, value: Any) -> str:
        if not isinstance(value, (list, tuple)):
            return "" if value is None else as_text(value)
        return ", ".join(_quoted(choice_text(item)) for item in value)

    @override
    def to_json(self, value: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value

    @override
    def check(self, field: FieldDefinition) -> str:
        return "has no choices" if self.chosen and not field.options and field.dependent is None else ""


@dataclass(frozen=True)
class JsonType(FieldType):
    """Any JSON value."""

    kind: FieldKind

    @override
    def read(self, raw: Any) -> Any:
        return raw

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        if not isinstance(entered, str):
            return Parsed(entered)
        if not entered.strip():
            return Parsed()
        try:
            return Parsed(json_text.loads(entered))
        except json_text.NotJson as bad:
            return Parsed(problem=Problem(field.key, f"{field.label} is not JSON: {bad}"))

    @override
    def fault(self, value: Any) -> str:
        return "contains a character that cannot be stored" if _holds_unstorable(value) else ""

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else json_text.dumps(value, indent=2)


def _holds_unstorable(value: Any) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if _UNSTORABLE.search(item):
                return True
        elif isinstance(item, Mapping):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
    return False


def as_text(value: Any) -> str:
    """Any value as a person may read it; used where it is not of the field's kind."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f") if abs(value.adjusted()) < MAX_NUMBER_CHARACTERS else str(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, (dict, list, tuple)):
        return json_text.dumps(value)
    return str(value)


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


def _instant(text: str, zone: tzinfo | None) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        return found
    return found.replace(tzinfo=zone) if zone is not None else found.astimezone()


def _split(text: str) -> list[str]:
    if text.lstrip().startswith("["):
        try:
            listed = json_text.loads(text)
        except json_text.NotJson:
            listed = None
        if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
            return listed
    items: list[str] = []
    position = 0
    while position < len(text):
        item, position = _next_item(text, position)
        items.append(item)
    return items


def _next_item(text: str, start: int) -> tuple[str, int]:
    """The item that begins at `start`, and where the next one begins."""
    while start < len(text) and text[start].isspace():
        start += 1
    quoted = _QUOTED.match(text, start)
    begin = quoted.end() if quoted else start
    end = next((i for i in range(begin, len(text)) if text[i] in ",\n"), len(text))
    rest = text[begin:end].strip()
    return (quoted.group(1).replace('""', '"') + rest if quoted else rest), end + 1


def _quoted(text: str) -> str:
    plain = text == text.strip() and not any(sign in text for sign in ',"[\n')
    return text if plain else '"' + text.replace('"', '""') + '"'


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)


def _is_phone_number(text: str) -> bool:
    return _TEL.fullmatch(text) is not None and 3 <= sum(sign.isdigit() for sign in text) <= 21


FIELD_TYPES: tuple[FieldType, ...] = (
    TextType(FieldKind.TEXT),
    TextType(FieldKind.TEXTAREA),
    NumberType(FieldKind.NUMBER, whole=False),
    NumberType(FieldKind.INTEGER, whole=True),
    NumberType(FieldKind.DECIMAL, whole=False),
    ChoiceType(FieldKind.SELECT),
    ListType(FieldKind.MULTISELECT, chosen=True),
    BooleanType(FieldKind.TOGGLE),
    BooleanType(FieldKind.CHECKBOX),
    DateType(FieldKind.DATE),
    DateTimeType(FieldKind.DATETIME),
    TextType(FieldKind.EMAIL, lambda text: _EMAIL.fullmatch(text) is not None,
             "must be an e-mail address such as name@example.com"),
    TextType(FieldKind.URL, _is_web_address, "must be a web address such as https://example.com"),
    TextType(FieldKind.TEL, _is_phone_number, "must be a phone number such as +1 555 010 0199"),
    JsonType(FieldKind.JSON),
    ListType(FieldKind.TAGS, chosen=False),
)  # fmt: skip
"""Every kind this program implements; a new one is one line here and one in the widgets' tuple."""


def field_types(entries: tuple[FieldType, ...] = FIELD_TYPES) -> Registry[str, FieldType]:
    """The registry of field types by the `field_type` text of the rows."""
    return Registry("field type", ((entry.kind.value, entry) for entry in entries))
