"""Fields described outside form_field_definitions, as rows of it: field objects, and properties of a JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = ("min", "max", "minLength", "maxLength", "minItems", "maxItems", "pattern", "minWords", "maxWords")
_JSON_TYPES = {"string": "text", "integer": "integer", "number": "number", "boolean": "toggle", "object": "json"}
_FORMATS = {"date": "date", "date-time": "datetime", "email": "email", "uri": "url", "url": "url"}
_DESCRIPTIVE = frozenset({"title", "description", "default", "examples", "$comment", "readOnly", "enumNames"})


def field_row(entry: Mapping[str, Any], index: int) -> dict[str, Any]:
    """A field object as a row of a field: one spelled as rows are, or with `name type label required ...`."""
    if "field_key" in entry:
        return {"id": -index, "order_index": index, **entry}
    kind = entry.get("type", entry.get("field_type"))
    if kind == "select" and entry.get("multiple") is True:
        kind = "multiselect"
    rules = entry.get("validation")
    props: dict[str, Any] = {
        name: entry[source]
        for name, source in (
            ("default", "defaultValue"),
            ("conditional", "conditional"),
            ("rows", "rows"),
            ("fields", "fields"),
            ("multiple", "multiple"),
            ("acceptedTypes", "acceptedTypes"),
        )
        if source in entry
    }
    return {
        "id": -index,
        "field_key": entry.get("name", entry.get("key")),
        "field_type": kind,
        "label": entry.get("label"),
        "description": entry.get("description"),
        "placeholder": entry.get("placeholder"),
        "is_required": entry.get("required") is True,
        "options": entry.get("options"),
        "validation_rules": {
            **{name: entry[name] for name in _PLAIN if name in entry},
            **(rules if isinstance(rules, Mapping) else {}),
        },
        "ui_props": props,
        "order_index": index,
    }


def property_row(key: str, entry: Mapping[str, Any], index: int, *, required: bool) -> dict[str, Any]:
    """A property of a JSON Schema as a row of a field."""
    rules = {name: value for name, value in entry.items() if name not in _DESCRIPTIVE and name != "type"}
    kind = entry.get("type")
    if isinstance(kind, (list, tuple)):
        kind = next((one for one in kind if one != "null"), None)
    items = entry.get("items")
    options: Any = None
    fields: list[dict[str, Any]] = []
    if "oneOf" in entry or "enum" in entry:
        options = {name: rules.pop(name) for name in ("oneOf", "enum") if name in rules}
        field_type = "select"
    elif kind == "array":
        choices = items if isinstance(items, Mapping) and ("enum" in items or "oneOf" in items) else None
        inner = items.get("properties") if isinstance(items, Mapping) else None
        of_objects = isinstance(items, Mapping) and items.get("type") in ("object", "array")
        options, field_type = choices, "multiselect" if choices else "json" if of_objects else "tags"
        if isinstance(inner, Mapping):
            field_type, fields = "repeat", list(_item_rows(inner, items))
        if choices or fields:
            rules.pop("items", None)
    else:
        shape = entry.get("format")
        field_type = _FORMATS.get(shape, "") if isinstance(shape, str) and kind == "string" else ""
        if field_type:
            rules.pop("format", None)
        else:
            field_type = _JSON_TYPES.get(kind, "json") if isinstance(kind, str) else "json"
    return {
        "id": -index,
        "field_key": key,
        "field_type": field_type,
        "label": entry.get("title"),
        "description": entry.get("description"),
        "is_required": required,
        "options": options,
        "validation_rules": rules,
        "ui_props": {
            "default": entry.get("default"),
            "readonly": entry.get("readOnly"),
            **({"fields": fields} if fields else {}),
        },
        "order_index": index,
    }


def _item_rows(properties: Mapping[str, Any], items: Any) -> Iterator[dict[str, Any]]:
    """The properties of the objects in a list, as rows of sub-fields."""
    listed = items.get("required")
    required = listed if isinstance(listed, (list, tuple)) else ()
    for index, (key, entry) in enumerate(properties.items()):
        if isinstance(entry, Mapping):
            yield property_row(key, entry, index, required=key in required)
