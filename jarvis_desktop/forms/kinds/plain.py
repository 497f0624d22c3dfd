"""Kinds that take no input: what is computed, and what only tells something."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.durations import duration_text
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.kinds.field_type import FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind

_HELD = (str, int, Decimal, date, time, timedelta)


class ComputedType(FieldType):
    """Whatever a rule computes: a text, a number, yes or no, a day, an instant, or a list of such."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None or isinstance(raw, _HELD):
            return raw
        if isinstance(raw, (list, tuple)) and all(isinstance(item, _HELD) for item in raw):
            return tuple(raw)
        raise Unreadable(tr("must be one value or a plain list"))

    @override
    def display(self, value: Any) -> str:
        if isinstance(value, tuple):
            return ", ".join(self.display(item) for item in value)
        return "" if value is None else as_text(value)

    @override
    def to_json(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return [self.to_json(item) for item in value]
        if isinstance(value, timedelta):
            return duration_text(value)
        return value.isoformat() if isinstance(value, (date, time)) else value

    @override
    def check(self, field: FieldDefinition) -> str:
        return "" if field.logic.computed is not None else tr("has no rule to compute it")


class TextOnlyType(FieldType):
    """A heading or a notice among the fields: it never has a value."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        raise Unreadable(tr("takes no value"))

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)


class StructureType(TextOnlyType):
    """What says where other fields stand."""

    @override
    def check(self, field: FieldDefinition) -> str:
        named = field.props.get("fields" if self.kind == FieldKind.GROUP else "tabs")
        return "" if isinstance(named, (list, tuple)) and named else tr("names no fields")
