"""Where each field of a form is kept in the table behind it, and what its column adds to the field's own rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.assertions import NUMBER_KINDS, TEXT_KINDS
from jarvis_desktop.forms.columns import ColumnFacts
from jarvis_desktop.forms.logic import Effect, FieldLogic
from jarvis_desktop.forms.targets import NATURAL_KEYS
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldDefinition, FormDefinition
from jarvis_desktop.tables.types import ColumnKind

_UPPER = frozenset({"maximum", "exclusiveMaximum", "maxLength"})
_LOWER = frozenset({"minimum", "exclusiveMinimum"})


@dataclass(frozen=True, slots=True)
class Place:
    """A column, or a key inside a JSONB column (`path` leads to it)."""

    column: ColumnFacts
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """A form and its table: `places` by field key; `table` is "" when the values go to whoever opened the form."""

    definition: FormDefinition
    table: str = ""
    columns: Mapping[str, ColumnFacts] = dataclasses.field(default_factory=dict)
    places: Mapping[str, Place] = dataclasses.field(default_factory=dict)

    @property
    def primary(self) -> str:
        """The primary key column."""
        return next((c.name for c in self.columns.values() if c.is_key), "id")

    @property
    def key(self) -> ColumnFacts:
        """The column that a record id is looked up in."""
        name = self.definition.target.key or self.primary
        return self.columns.get(name, ColumnFacts(name, "text"))


def place(
    definition: FormDefinition,
    columns: Iterable[ColumnFacts],
    missing: Iterable[str],
    *,
    new: bool,
    into_columns: bool = True,
) -> PlacedForm:
    """Find each field's place; a field without one gets a notice, the others take on the limits of their column.

    `missing` are documented columns that this database lacks: their fields are never put into the overflow column.
    Without `into_columns` every field goes there.
    """
    known = {column.name: column for column in columns}
    target = definition.target
    head, *rest = target.overflow.split(".") if target.overflow else [""]
    overflow = known.get(head)
    lacking = frozenset(missing)
    own = known if into_columns else {}
    fields: list[FieldDefinition] = []
    places: dict[str, Place] = {}
    kept = [field for field in definition.fields if field.kind not in TEXT_ONLY_KINDS]
    shared = any(f.key not in own and f.key not in lacking for f in kept)
    for field in definition.fields:
        found: Place | None = None
        notice = ""
        if field.kind in TEXT_ONLY_KINDS:
            pass
        elif field.key in own:
            found = Place(own[field.key])
            notice = _column_fault(found.column, shared=shared and field.key == head)
        elif field.key in lacking:
            notice = tr("The column {key} is missing in this database.", key=field.key)
        elif overflow is None or overflow.kind is not ColumnKind.JSON:
            notice = tr("The table {table} has no place for this field.", table=target.table)
        else:
            found = Place(overflow, (*rest, field.key))
        if found is not None and not notice and not field.notice:
            places[field.key] = found
        fields.append(_fitted(field, found, notice, target.table, new=new))
    return PlacedForm(dataclasses.replace(definition, fields=tuple(fields)), target.table, known, places)


def _fitted(field: FieldDefinition, found: Place | None, notice: str, table: str, *, new: bool) -> FieldDefinition:
    if notice or field.notice:
        return dataclasses.replace(field, notice=field.notice or notice, required=False)
    return field if found is None or found.path else _limited(field, found.column, table, new=new)


def _column_fault(column: ColumnFacts, *, shared: bool) -> str:
    if shared:
        return tr(
            "The column {name} holds the other fields of this form and cannot be edited as a whole here.",
            name=column.name,
        )
    return (
        tr("Columns of type {sql_type} cannot be edited here.", sql_type=column.sql_type) if column.kind is None else ""
    )


def _limited(field: FieldDefinition, column: ColumnFacts, table: str, *, new: bool) -> FieldDefinition:
    schema = dict(field.schema)
    limits = column.assertions()
    if (field.kind in TEXT_KINDS) == ("maxLength" in limits) and field.kind in (TEXT_KINDS | NUMBER_KINDS):
        for keyword, limit in limits.items():
            schema[keyword] = _stricter(keyword, schema.get(keyword), limit)
    generated = new and (table, column.name) in NATURAL_KEYS
    fixed = column.is_key and (not new or column.has_default)
    needed = not column.nullable and not (new and column.has_default) and not generated
    return dataclasses.replace(
        field,
        schema=schema,
        required=(field.required or needed) and not generated,
        readonly=field.readonly or fixed,
        logic=_never_writable(field.logic) if fixed else field.logic,
        placeholder=field.placeholder or (tr("Filled in when left empty") if generated else ""),
    )


def _never_writable(logic: FieldLogic) -> FieldLogic:
    """Without the conditions that would let people type into what they never may."""
    kept = tuple(each for each in logic.conditions if each.effect not in (Effect.WRITABLE, Effect.READONLY))
    return dataclasses.replace(logic, conditions=kept)


def _stricter(keyword: str, mine: Any, columns: Any) -> Any:
    if not isinstance(mine, (int, Decimal)) or isinstance(mine, bool):
        return columns
    if keyword in _UPPER:
        return min(mine, columns)
    if keyword in _LOWER:
        return max(mine, columns)
    return mine
