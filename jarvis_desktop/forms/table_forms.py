"""The form of a table that no metadata row describes: one field a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.forms.columns import ColumnFacts
from jarvis_desktop.forms.lookups.reading import source_behind
from jarvis_desktop.forms.targets import TABLE_PREFIX
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition, FormTarget
from jarvis_desktop.tables.column_words import column_label
from jarvis_desktop.tables.labels import kinds, table_label
from jarvis_desktop.tables.types import ColumnKind, TableInfo

_KINDS = {
    ColumnKind.INTEGER: FieldKind.INTEGER,
    ColumnKind.DECIMAL: FieldKind.DECIMAL,
    ColumnKind.BOOLEAN: FieldKind.TOGGLE,
    ColumnKind.DATETIME: FieldKind.DATETIME,
    ColumnKind.DATE: FieldKind.DATE,
    ColumnKind.ARRAY: FieldKind.TAGS,
    ColumnKind.JSON: FieldKind.JSON,
}
_STAMPS = frozenset({"created_at", "updated_at"})
_WIDE = frozenset({FieldKind.TEXTAREA, FieldKind.JSON})
_ABOUT = mark("About this record")


def derived_form(
    table: str, columns: Iterable[ColumnFacts], known: Callable[[str], TableInfo], *, new: bool
) -> FormDefinition:
    """A form over all columns; what the database fills in stands read-only at the end, or not at all in a new one.

    `known` finds the tables that columns refer to, to choose from.
    """
    facts = list(columns)
    own = [column for column in facts if not _filled_in(column)]
    filled = [] if new else [column for column in facts if _filled_in(column)]
    fields = tuple(
        _field(column, order, known, readonly=column in filled) for order, column in enumerate((*own, *filled))
    )
    return FormDefinition(f"{TABLE_PREFIX}{table}", table_label(table), fields, FormTarget(table))


def _filled_in(column: ColumnFacts) -> bool:
    return (column.is_key and column.has_default) or column.name in _STAMPS


def _field(column: ColumnFacts, order: int, known: Callable[[str], TableInfo], *, readonly: bool) -> FieldDefinition:
    table, _, referred = column.references.partition(".")
    source = source_behind(known(table), referred) if table in COLUMNS and not readonly else None
    kind = _kind(column) if source is None else FieldKind.LOOKUP
    props: dict[str, Any] = {}
    if kind == FieldKind.TOGGLE:
        props["tri_state"] = column.nullable
    if kind in _WIDE:
        props["span"] = 2
    return FieldDefinition(
        key=column.name,
        kind=kind,
        label=column_label(column.name),
        description=tr("Refers to {table} ({column})", table=kinds(table), column=column_label(referred))
        if table and source is None
        else "",
        source=source,
        readonly=readonly,
        default=column.default,
        props=props,
        section=shown(_ABOUT) if readonly else "",
        order_index=order,
    )


def _kind(column: ColumnFacts) -> FieldKind:
    if column.kind is None or column.kind is ColumnKind.TEXT:
        return FieldKind.TEXTAREA if column.sql_type == "text" else FieldKind.TEXT
    return _KINDS[column.kind]
