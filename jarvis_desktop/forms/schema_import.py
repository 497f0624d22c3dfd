"""A form from a JSON Forms example: `{schema, uischema, data}` becomes rows of fields, a layout and values. Pure.

JSON Schema says what the values may be, the UI schema where they stand (jsonforms.io). Objects inside the schema become
fields joined by “_”; local references are followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import NotJson, loads_once
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.field_objects import property_row
from jarvis_desktop.forms.layout_reading import is_layout, key_of
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.tables.column_words import column_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.forms.types import FormDefinition

DEEPEST = 8
MOST_FIELDS = 2_000
_FORMATS = {"radio": "radio", "date": "date", "time": "time", "date-time": "datetime", "password": "password"}
_JSON_FORMATS = {"time": "time", "uuid": "uuid", "duration": "duration", "color": "color"}


@dataclass(frozen=True, slots=True)
class ImportedForm:
    """The form, the rows and the layout that describe it, and the values of the example by field key."""

    definition: FormDefinition
    rows: tuple[Mapping[str, Any], ...]
    layout: Mapping[str, Any] | None
    values: Mapping[str, Any]


def import_example(text: str, form_type: str, types: FieldTypes) -> ImportedForm:
    """The form that an example describes; its faults are problems of the definition. Raises ConfigurationError."""
    try:
        document = loads_once(text)
    except NotJson as error:
        raise ConfigurationError(tr("The example {error}.", error=error)) from error
    if not isinstance(document, Mapping):
        raise ConfigurationError(tr("The example is no object with “schema”, “uischema” and “data”."))
    schema = document.get("schema", document if "properties" in document else None)
    if not isinstance(schema, Mapping) or not isinstance(schema.get("properties"), Mapping):
        raise ConfigurationError(tr("The example has no “schema” with “properties”."))
    reader = _Reader(schema)
    rows = list(reader.rows(schema, "", 0))
    layout = document.get("uischema")
    for control in _controls(layout, 0):
        _dress(rows, control)
    title = schema.get("title")
    configuration: dict[str, Any] = {"title": title if isinstance(title, str) else column_label(form_type)}
    if is_layout(layout):
        configuration["layout"] = layout
    elif layout is not None:
        reader.faults.append(tr("/uischema is no layout"))
    form = read_form(form_type, rows, [{"configuration": configuration}], types)
    values = dict(_flat(document.get("data"), {row["field_key"] for row in rows}, "", 0))
    form = replace(form, problems=(*reader.faults, *form.problems))
    return ImportedForm(form, tuple(rows), layout if is_layout(layout) else None, values)


class _Reader:
    """Turns the properties of a schema into rows of fields."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._root = schema
        self._count = 0
        self.faults: list[str] = []

    def rows(self, schema: Mapping[str, Any], prefix: str, depth: int) -> Iterator[dict[str, Any]]:
        properties = schema.get("properties")
        listed = schema.get("required")
        required = listed if isinstance(listed, (list, tuple)) else ()
        for name, given in properties.items() if isinstance(properties, Mapping) else ():
            key = f"{prefix}{name}"
            entry = self._followed(given, key)
            if entry is None:
                continue
            inner = isinstance(entry.get("properties"), Mapping) and depth < DEEPEST
            if inner and entry.get("type", "object") == "object":
                yield from self.rows(entry, f"{key}_", depth + 1)
                continue
            self._count += 1
            if self._count > MOST_FIELDS:
                if self._count == MOST_FIELDS + 1:
                    self.faults.append(tr("The schema has more than {most} fields", most=MOST_FIELDS))
                return
            row = property_row(key, entry, self._count, required=name in required)
            row["label"] = row["label"] if isinstance(row["label"], str) else column_label(_spaced(name))
            shape = entry.get("format")
            if row["field_type"] == "text" and isinstance(shape, str) and shape in _JSON_FORMATS:
                row["field_type"] = _JSON_FORMATS[shape]
                row["validation_rules"].pop("format", None)
            yield row

    def _followed(self, entry: Any, key: str) -> Mapping[str, Any] | None:
        """The entry, or what its local reference leads to."""
        for _ in range(DEEPEST):
            if not isinstance(entry, Mapping):
                self.faults.append(tr("/schema/properties/{key} is no object", key=key[:60]))
                return None
            reference = entry.get("$ref")
            if reference is None:
                return entry
            beside = {word: value for word, value in entry.items() if word != "$ref"}
            target = self._target(reference)
            entry = {**target, **beside} if isinstance(target, Mapping) else None
        self.faults.append(tr("/schema/properties/{key} refers to itself", key=key[:60]))
        return None

    def _target(self, reference: Any) -> Any:
        found: Any = self._root
        if not isinstance(reference, str) or not reference.startswith("#"):
            return None
        for part in filter(None, reference.removeprefix("#").split("/")):
            found = found.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(found, Mapping) else None
        return found


def _spaced(name: str) -> str:
    """“firstName” as “first_name”."""
    return "".join(f"_{sign.lower()}" if sign.isupper() and place else sign for place, sign in enumerate(name))


def _controls(node: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if not isinstance(node, Mapping) or depth > 2 * DEEPEST:
        return
    if node.get("type") == "Control":
        yield node
    elements = node.get("elements")
    for element in elements if isinstance(elements, (list, tuple)) else ():
        yield from _controls(element, depth + 1)


def _dress(rows: list[dict[str, Any]], control: Mapping[str, Any]) -> None:
    """Give a field the kind that the options of its control ask for."""
    options = control.get("options")
    key = key_of(control.get("scope"))
    row = next((row for row in rows if row["field_key"] == key), None)
    if row is None or not isinstance(options, Mapping):
        return
    wanted = options.get("format")
    if options.get("multi") is True and row["field_type"] == "text":
        row["field_type"] = "textarea"
    elif isinstance(wanted, str) and wanted in _FORMATS and (wanted != "radio" or row["field_type"] == "select"):
        row["field_type"] = _FORMATS[wanted]
    elif options.get("slider") is True and row["field_type"] in ("number", "integer"):
        row["field_type"] = "range"
    if options.get("readonly") is True or options.get("readOnly") is True:
        row["ui_props"]["readonly"] = True
    if isinstance(options.get("placeholder"), str):
        row["placeholder"] = options["placeholder"]


def _flat(data: Any, keys: set[str], prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    if not isinstance(data, Mapping) or depth > DEEPEST:
        return
    for name, value in data.items():
        key = f"{prefix}{name}"
        if key in keys:
            yield key, value
        elif isinstance(value, Mapping):
            yield from _flat(value, keys, f"{key}_", depth + 1)
