"""Reads metadata rows whole and one by one, so that neither a missing column nor a bad value takes others down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.metadata.rows import StoredRow

if TYPE_CHECKING:
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

# Written out: the first screen reads a dozen tables so, and composing each statement took longer than running it.
_PACKED = """
    SELECT CAST((SELECT json_object_agg(key, CAST(value AS text)) FROM jsonb_each(to_jsonb(t))) AS text)
    FROM ({rows}) AS t
"""


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
    columns = ", ".join(_quoted(column) for column in only) or "*"
    conditions = [_among(_quoted(key), values, f"values_{n}") for n, (key, values) in enumerate(wanted.items())]
    rows = f"SELECT {columns} FROM public.{_quoted(name)}"  # noqa: S608 - names of ours, quoted
    if conditions:
        rows += f" WHERE {' AND '.join(conditions)}"
    if order:
        rows += f" ORDER BY {', '.join(_quoted(column) for column in order)}"
    if limit is not None:
        rows += f" LIMIT {limit:d}"
    given = {f"values_{n}": [v for v in values if v is not None] for n, values in enumerate(wanted.values())}
    return [StoredRow.parse(document) for document in session.scalars(text(_PACKED.format(rows=rows)), given)]


def _among(column: str, values: Collection[str | None], name: str) -> str:
    condition = f"CAST({column} AS text) = ANY(CAST(:{name} AS text[]))"
    return f"({condition} OR {column} IS NULL)" if None in values else condition


def _quoted(name: str) -> str:
    """A name as SQL writes it; a colon in it begins no parameter."""
    return '"' + name.replace('"', '""').replace(":", r"\:") + '"'
