"""Kinds that hold one choice or a list of texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.core.words import shown, tr
from jarvis_desktop.forms.choices import choice_text, find_option
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Parsed
from jarvis_desktop.tables.filters import storable

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


class ChoiceType(FieldType):
    """One of the field's choices, as it is stored."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, (str, int, Decimal)):
            return raw
        raise Unreadable(tr("must be one of its choices"))

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
            return "" if storable(value) else shown(NOT_STORABLE)
        return super().fault(value)

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)

    @override
    def check(self, field: FieldDefinition) -> str:
        return "" if has_choices(field) else tr("has no choices")


class ListType(FieldType):
    """Several texts in order, each once; written out with commas (quoted where a text holds one)."""

    def __init__(self, kind: FieldKind, *, chosen: bool) -> None:
        super().__init__(kind)
        self.chosen = chosen

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if isinstance(raw, str):
            return self._unique(_split(raw)) if raw.strip() else None
        if isinstance(raw, (list, tuple)) and all(isinstance(item, (str, int, Decimal)) for item in raw):
            return self._unique(choice_text(item) for item in raw)
        raise Unreadable(tr("must be a list of texts"))

    @staticmethod
    def _unique(items: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item for item in items if item))

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
            return tr("must be a list of texts")
        return "" if all(map(storable, value)) else shown(NOT_STORABLE)

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
        return tr("has no choices") if self.chosen and not has_choices(field) else ""


def has_choices(field: FieldDefinition) -> bool:
    """Whether anything can be chosen in a field, now or beside other values."""
    return bool(field.options) or field.dependent is not None or field.source is not None


def _split(text: str) -> list[str]:
    if text.lstrip().startswith("["):
        try:
            listed = loads(text)
        except NotJson:
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
