"""Kinds that hold a JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.json_text import NotJson, dumps, loads, texts
from jarvis_desktop.core.words import shown
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, FieldType, as_text
from jarvis_desktop.forms.types import FieldDefinition, Parsed
from jarvis_desktop.tables.filters import storable


class DocumentType(FieldType):
    """What is an object or a list: written out as JSON, and read from the text of it; `read` says which are meant."""

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        if isinstance(entered, str) and entered.strip() and self.is_json(entered):
            try:
                entered = loads(entered)
            except NotJson as bad:
                return Parsed(problem=Problem(field.key, f"{field.label} {bad}"))
        return super().parse(field, entered)

    def is_json(self, text: str) -> bool:  # noqa: ARG002 - for kinds that are also written in another way
        """Whether a text typed is meant as JSON."""
        return True

    @override
    def display(self, value: Any) -> str:
        if isinstance(value, (Mapping, list, tuple)):
            return dumps(value)
        return "" if value is None else as_text(value)


class JsonType(FieldType):
    """Any JSON value."""

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
            return Parsed(loads(entered))
        except NotJson as bad:
            return Parsed(problem=Problem(field.key, f"{field.label} {bad}"))

    @override
    def fault(self, value: Any) -> str:
        return "" if all(map(storable, texts(value))) else shown(NOT_STORABLE)

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else dumps(value, indent=2)
