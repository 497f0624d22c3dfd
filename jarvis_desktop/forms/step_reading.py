"""Forms of workflow steps: a JSON Schema object or a list of older field objects, as rows of fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from jarvis_desktop.core.translated import in_words, translated, words_of
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.field_objects import field_row, property_row
from jarvis_desktop.forms.field_reading import FieldTypes, Row
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.types import EMPTY, FILE_KINDS, FormDefinition, FormTarget
from jarvis_desktop.tables.labels import label


def read_step_form(
    form_type: str, step: Row, types: FieldTypes, target: FormTarget, context: Mapping[str, Any] = EMPTY
) -> FormDefinition:
    """The form of one `step_definitions` row; `target` says where its values go, `context` as in `read_form`."""
    schema = translated(step.get("form_schema"))
    problems: list[str] = []
    rows: list[dict[str, Any]] = []
    if isinstance(schema, Mapping):
        rows = list(_rows_of(schema, problems))
    elif schema is not None:
        problems.append(tr("/form_schema is no object"))
    document = schema if isinstance(schema, Mapping) else EMPTY
    _add_step_rules(rows, step.get("validation_rules"), problems)
    title = document.get("title")
    configuration = {
        "title": title
        if isinstance(title, str)
        else label(in_words(str(step.get("step_name") or form_type), words_of(step.get("form_schema")))),
        "submitText": document.get("submitLabel"),
    }
    form = read_form(form_type, rows, [{"configuration": configuration}], types, default_target=target, context=context)
    return dataclasses.replace(form, target=target, problems=(*problems, *form.problems))


def _rows_of(schema: Mapping[str, Any], problems: list[str]) -> Iterator[dict[str, Any]]:
    fields, properties = schema.get("fields"), schema.get("properties")
    if isinstance(fields, (list, tuple)):
        for index, entry in enumerate(fields):
            if isinstance(entry, Mapping):
                yield field_row(entry, index)
            else:
                problems.append(tr("/form_schema/fields/{index} is no object", index=index))
    elif isinstance(properties, Mapping):
        required = schema.get("required")
        needed = required if isinstance(required, (list, tuple)) else ()
        for index, (key, entry) in enumerate(properties.items()):
            if isinstance(entry, Mapping):
                yield property_row(key, entry, index, required=key in needed)
            else:
                problems.append(tr("/form_schema/properties/{key} is no object", key=key))
    elif schema:
        problems.append(tr("/form_schema has neither “fields” nor “properties”"))


def _add_step_rules(rows: list[dict[str, Any]], rules: Any, problems: list[str]) -> None:
    """The step's own `validation_rules`: `{required: [..], minLength: {field: n}, numberRange: {field: {..}}, ...}`."""
    if rules is None:
        return
    if not isinstance(rules, Mapping):
        problems.append(tr("/validation_rules is no object"))
        return
    by_key = {row["field_key"]: row for row in rows if isinstance(row["field_key"], str)}
    for key in _names(rules.get("required")):
        if key in by_key:
            by_key[key]["is_required"] = True
    for key in _names(rules.get("emailValidation")):
        if key in by_key and by_key[key]["field_type"] == "text":
            by_key[key]["field_type"] = "email"
    _limit_files(rows, rules)
    for name in ("minLength", "maxLength", "pattern", "numberRange"):
        limits = rules.get(name)
        if isinstance(limits, Mapping):
            problems.extend(_add_limits(name, limits, by_key))
        elif limits is not None:
            problems.append(tr("/validation_rules/{name} is no object", name=name))


def _limit_files(rows: list[dict[str, Any]], rules: Mapping[str, Any]) -> None:
    """The step's kinds and size of files hold in each of its fields of files that has none of its own."""
    limits = {name: rules[name] for name in ("fileTypes", "maxFileSize") if name in rules}
    for row in rows if limits else ():
        if row["field_type"] in FILE_KINDS:
            row["validation_rules"] = {**limits, **row["validation_rules"]}


def _add_limits(name: str, limits: Mapping[str, Any], by_key: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Add one kind of limit to the rows it names; yields what could not be added."""
    for key, limit in limits.items():
        if key not in by_key:
            yield tr("/validation_rules/{name} names the unknown field “{key}”", name=name, key=key)
        elif name != "numberRange":
            by_key[key]["validation_rules"][name] = limit
        elif isinstance(limit, Mapping):
            by_key[key]["validation_rules"].update({end: limit[end] for end in ("min", "max") if end in limit})
        else:
            yield tr("/validation_rules/numberRange/{key} is no object", key=key)


def _names(document: Any) -> list[str]:
    return [name for name in document if isinstance(name, str)] if isinstance(document, (list, tuple)) else []
