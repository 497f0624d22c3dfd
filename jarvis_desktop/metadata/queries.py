"""Reads metadata rows whole and one by one, so that neither a missing column nor a bad value takes others down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, cast, column, func, literal_column, select, table, text

from jarvis_desktop.metadata.rows import StoredRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.session import Session

_COLUMNS = text(
    """
    SELECT c.relname, array_agg(a.attname::text)
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relname = ANY(:names) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
    GROUP BY c.relname
    """
)


def readable_columns(session: Session, tables: Collection[str]) -> Mapping[str, frozenset[str]]:
    """The columns of those `tables` of schema public that exist and may be read."""
    found = session.execute(_COLUMNS, {"names": list(tables)})
    return {name: frozenset(columns) for name, columns in found}


def stored_rows(
    session: Session,
    name: str,
    *,
    only: Collection[str] = (),
    matching: Mapping[str, Collection[str | None]] | None = None,
    order: Collection[str] = (),
    limit: int | None = None,
) -> list[StoredRow]:
    """The rows of a table, each column read for itself.

    `only` names the columns wanted (none: all), `matching` keeps the rows whose columns, as text, are among the values
    given (None: NULL). Name only columns that exist.
    """
    wanted = matching or {}
    source = table(name, *(column(c) for c in {*only, *wanted, *order}), schema="public")
    chosen = [source.c[c] for c in only] or [literal_column("*")]
    rows = select(*chosen).select_from(source).order_by(*(source.c[c] for c in order)).limit(limit)
    for position, (key, values) in enumerate(wanted.items()):
        rows = rows.where(_among(source.c[key], values, f"values_{position}"))
    member = func.jsonb_each(func.to_jsonb(literal_column("t"))).table_valued("key", "value")
    packed = select(func.json_object_agg(member.c.key, cast(member.c.value, Text))).scalar_subquery()
    statement = select(cast(packed, Text)).select_from(rows.subquery("t"))
    return [StoredRow.parse(document) for document in session.scalars(statement)]


def _among(stored: ColumnElement[object], values: Collection[str | None], name: str) -> ColumnElement[bool]:
    known = [value for value in values if value is not None]
    condition = cast(stored, Text) == func.any(bindparam(name, known))
    return condition | stored.is_(None) if None in values else condition
