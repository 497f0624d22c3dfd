"""Between a stored row and the values of a form: reading, finding conflicts, and what to write where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import FieldConflict, Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.columns import Unstorable, json_value, written
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.naming import name_in, number_in
from jarvis_desktop.forms.placement import Place, PlacedForm
from jarvis_desktop.forms.types import FormRecord
from jarvis_desktop.forms.values import same_value
from jarvis_desktop.tables.labels import table_label
from jarvis_desktop.tables.permission import OWN_COLUMNS

if TYPE_CHECKING:
    from jarvis_desktop.forms.field_reading import FieldTypes


@dataclass(slots=True)
class Writes:
    """What a save writes: whole columns, keys merged into JSONB columns (at a path), and what it expects unchanged."""

    columns: dict[str, Any] = field(default_factory=dict)
    merged: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = field(default_factory=dict)
    expected: list[tuple[tuple[str, ...], Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def record_values(form: PlacedForm, row: Mapping[str, Any], types: FieldTypes) -> dict[str, Any]:
    """The values of a stored row by field key; one that its kind cannot read stays as stored."""
    values: dict[str, Any] = {}
    for key, place in form.places.items():
        raw = at(row, place)
        definition = form.definition.field(key)
        assert definition is not None
        try:
            values[key] = types[definition.kind].read(raw)
        except Unreadable:
            values[key] = raw
    return values


def form_record(
    form: PlacedForm, row: Mapping[str, Any], types: FieldTypes, record_id: str, person: str = ""
) -> FormRecord:
    """The record of a stored row, with a title that people know it by; `person` is the name of whose row it is."""
    title = record_title(form, row, record_id, person)
    return FormRecord(form.definition.form_type, record_id, title, record_values(form, row, types))


def owner_of(form: PlacedForm, row: Mapping[str, Any]) -> str:
    """The account whose settings the row holds; "" for rows that are nobody's."""
    owner = row.get("user_id") if form.table in OWN_COLUMNS else None
    return owner if isinstance(owner, str) else ""


def record_title(form: PlacedForm, row: Mapping[str, Any], record_id: str, person: str = "") -> str:
    """As in "INC-7 · Printer queue stuck", or the table's name and the key when the row has no name."""
    number, name = number_in(row), name_in(row)
    owner = owner_of(form, row)
    if owner and not name:
        return tr("{form} of {person}", form=form.definition.title, person=person or owner)
    return " · ".join(part for part in (number, name) if part) or f"{table_label(form.table)} {record_id}"


def at(row: Mapping[str, Any], place: Place) -> Any:
    """What the row holds at a place; None where there is nothing."""
    found = row.get(place.column.name)
    for part in place.path:
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def conflicts(entered: Mapping[str, Any], base: Mapping[str, Any], stored: Mapping[str, Any]) -> list[FieldConflict]:
    """The fields that somebody else gave another value than the one the edit began with (and than ours)."""
    return [
        FieldConflict(key, base[key], mine, stored.get(key))
        for key, mine in entered.items()
        if key in base and not same_value(base[key], stored.get(key)) and not same_value(mine, stored.get(key))
    ]


def plan(form: PlacedForm, changed: Mapping[str, Any], row: Mapping[str, Any]) -> Writes:
    """The writes that turn the stored `row` (empty for a new one) into one with the `changed` values."""
    writes = Writes()
    for key, value in changed.items():
        definition, place = form.definition.field(key), form.places[key]
        assert definition is not None
        problem = _write(writes, place, value, row)
        if problem:
            writes.problems.append(Problem(key, f"{definition.label} {problem}"))
    return writes


def new_row(writes: Writes) -> dict[str, Any]:
    """The columns of a new row: whole values, and the JSONB documents that keys are merged into."""
    row = dict(writes.columns)
    for column, (path, patch) in writes.merged.items():
        document: dict[str, Any] = dict(patch)
        for part in reversed(path):
            document = {part: document}
        row[column] = document
    return row


def _write(writes: Writes, place: Place, value: Any, row: Mapping[str, Any]) -> str:
    """Add one value to the writes; the reason when it cannot be stored."""
    column, path = place.column, place.path
    if not path:
        if value is None and not column.nullable and row:
            return tr("is required")
        try:
            writes.columns[column.name] = written(value, column)
        except Unstorable as bad:
            return str(bad)
        writes.expected.append(((column.name,), row.get(column.name)))
        return ""
    obstacle = _obstacle(row.get(column.name), path[:-1])
    if obstacle:
        return tr(
            "cannot be stored: {name} of this record holds {obstacle} where the form keeps its fields",
            name=column.name,
            obstacle=obstacle,
        )
    patch = writes.merged.setdefault(column.name, (path[:-1], {}))[1]
    patch[path[-1]] = json_value(value)
    writes.expected.append(((column.name, *path), at(row, place)))
    return ""


def _obstacle(document: Any, path: Iterable[str]) -> str:
    """What stands where an object is needed, in words, or ""."""
    steps = [document]
    for part in path:
        document = document.get(part) if isinstance(document, Mapping) else None
        steps.append(document)
    wrong = next((step for step in steps if step is not None and not isinstance(step, Mapping)), None)
    if wrong is None:
        return ""
    return (
        tr("a list")
        if isinstance(wrong, (list, tuple))
        else tr("a text")
        if isinstance(wrong, str)
        else tr("a single value")
    )
