"""What a new record begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core import zone
from jarvis_desktop.forms.choices import choices_for, find_option
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition

if TYPE_CHECKING:
    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.metadata.types import Reader

_TWO_STATE = frozenset({FieldKind.TOGGLE, FieldKind.CHECKBOX})


def initial_values(definition: FormDefinition, reader: Reader, types: FieldTypes) -> dict[str, Any]:
    """The defaults of a form for a reader, by field key; a default that its field cannot hold is left out."""
    values: dict[str, Any] = {}
    for field in definition.fields:
        if field.notice:
            continue
        value = _default(field, reader, types)
        if value is None and field.kind in _TWO_STATE and not is_tri_state(field):
            value = False
        values[field.key] = value
    for field in definition.fields:
        if field.kind == FieldKind.SELECT and values.get(field.key) is not None:
            option = find_option(choices_for(field, values), values[field.key])
            values[field.key] = option.value if option is not None else None
    return values


def is_tri_state(field: FieldDefinition) -> bool:
    """Whether unknown is an answer of its own."""
    return field.props.get("tri_state") is True


def _default(field: FieldDefinition, reader: Reader, types: FieldTypes) -> Any:
    try:
        return types[field.kind].read(_resolved(field.default, reader))
    except Unreadable:
        return None


def _resolved(default: Any, reader: Reader) -> Any:
    if not isinstance(default, Mapping):
        return default
    if "$now" in default:
        return zone.local(reader.as_of).date() if default["$now"] == "date" else reader.as_of
    if "$user" in default:
        return reader.persona if default["$user"] == "persona" else reader.user_id
    if "config" in default and len(default) == 1:
        return reader.config.get(str(default["config"]))
    return None if "engine" in default else default
