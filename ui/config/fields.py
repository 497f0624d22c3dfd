"""The field in which the value of a setting is entered, by its type and its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Option

if TYPE_CHECKING:
    from jarvis_desktop.config.types import Setting

_KINDS = {"string": FieldKind.TEXTAREA, "number": FieldKind.DECIMAL, "boolean": FieldKind.TOGGLE}
_FORMATS = {
    "color": FieldKind.COLOR,
    "duration": FieldKind.DURATION,
    "date": FieldKind.DATE,
    "email": FieldKind.EMAIL,
    "uri": FieldKind.URL,
}
"""Kinds of texts by `format` of a JSON Schema."""
_LONGEST_SCHEMA = 600


def value_field(setting: Setting) -> FieldDefinition:
    """Where a value of the setting is entered: a choice where its schema lists texts, else by type and format."""
    schema = setting.schema or {}
    kind = _KINDS.get(setting.type, FieldKind.JSON)
    options: tuple[Option, ...] = ()
    listed = schema.get("enum")
    if setting.type == "string":
        kind = _FORMATS.get(str(schema.get("format")), kind)
        if isinstance(listed, list) and listed and all(isinstance(each, str) for each in listed):
            kind, options = FieldKind.SELECT, tuple(Option(each, each) for each in listed)
    about = str(schema.get("description") or "")
    if kind is FieldKind.JSON and schema and not about:
        about = tr("Must fit: {schema}", schema=_short(" ".join(dumps(schema).split())))
    required = kind is not FieldKind.TEXTAREA
    return FieldDefinition("value", kind.value, tr("Value"), required=required, options=options, description=about)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SCHEMA else f"{text[:_LONGEST_SCHEMA]} …"
