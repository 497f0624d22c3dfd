"""Reads the shapes of tables from PostgreSQL's catalog: four queries, no right but to connect."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema.tables import DESKTOP_TABLES, TABLES
from jarvis_desktop.db.shape import (
    ColumnShape,
    ForeignKeyShape,
    IndexShape,
    TableShape,
    normal_default,
    normal_expression,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

# A table of ours by the name that reports use: the bare name in schema public, else with its schema.
_TABLE = "CASE n.nspname WHEN 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END"
_OURS = """
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND (n.nspname = 'public' AND c.relname = ANY(:public) OR n.nspname = :schema AND c.relname = ANY(:desktop))
"""
_COLUMNS = text(f"""
    SELECT {_TABLE} AS "table", a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
           NOT a.attnotnull AS nullable, a.attidentity <> '' AS is_identity, a.attgenerated <> '' AS is_generated,
           pg_get_expr(d.adbin, d.adrelid) AS "default"
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
    {_OURS} ORDER BY c.oid, a.attnum
""")  # noqa: S608 - constants of this module
_INDEXES = text(f"""
    SELECT {_TABLE} AS "table", i.indisunique AS is_unique, i.indisprimary AS is_primary, ARRAY(
        SELECT pg_get_indexdef(i.indexrelid, k, true)
        FROM generate_series(1, i.indnkeyatts::int) AS k ORDER BY k
    ) AS keys_, ARRAY(
        SELECT CASE i.indoption[k - 1] WHEN 0 THEN '' WHEN 3 THEN ' DESC'
                                       WHEN 1 THEN ' DESC NULLS LAST' ELSE ' NULLS FIRST' END
            || CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END
        FROM generate_series(1, i.indnkeyatts::int) AS k
        JOIN pg_catalog.pg_opclass AS o ON o.oid = i.indclass[k - 1] ORDER BY k
    ) AS orders
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid AND i.indisvalid AND i.indpred IS NULL
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    JOIN pg_catalog.pg_am AS m ON m.oid = ic.relam AND m.amname = 'btree'
    {_OURS}
""")  # noqa: S608
_FOREIGN_KEYS = text(f"""
    SELECT {_TABLE} AS "table", f.confdeltype AS on_delete, ARRAY(
        SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = k.number ORDER BY k.place
    ) AS columns, ARRAY(
        SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = f.confrelid AND a.attnum = k.number ORDER BY k.place
    ) AS target_columns, tc.relname::text AS target
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_constraint AS f ON f.conrelid = c.oid AND f.contype = 'f'
    JOIN pg_catalog.pg_class AS tc ON tc.oid = f.confrelid
    {_OURS}
""")  # noqa: S608
_TRIGGERS = text(f"""
    SELECT {_TABLE} AS "table", t.tgname::text AS name
    FROM pg_catalog.pg_class AS c
    LEFT JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
    {_OURS}
""")  # noqa: S608
_NAMES = {
    "public": list(TABLES),
    "schema": SCHEMA,
    "desktop": [table.name for table in DESKTOP_TABLES.values()],
}
_ON_DELETE = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}


def read_catalog(connection: Connection) -> Mapping[str, TableShape]:
    """The tables of the reference and our own that this database has, by name (`incidents`, `desktop.drafts`)."""
    columns = _by_table(connection, _COLUMNS)
    indexes = _by_table(connection, _INDEXES)
    foreign_keys = _by_table(connection, _FOREIGN_KEYS)
    triggers = _by_table(connection, _TRIGGERS)
    return {
        name: TableShape(
            name=name,
            columns={row.name: _column(row) for row in rows},
            primary_key=next((tuple(_keys(row)) for row in indexes[name] if row.is_primary), ()),
            uniques=frozenset(frozenset(_keys(row)) for row in indexes[name] if row.is_unique and not row.is_primary),
            foreign_keys=frozenset(map(_foreign_key, foreign_keys[name])),
            indexes=frozenset(IndexShape(_ordered_keys(row), unique=row.is_unique) for row in indexes[name]),
            triggers=frozenset(row.name for row in triggers[name] if row.name),
        )
        for name, rows in columns.items()
    }


def _by_table(connection: Connection, statement: Any) -> defaultdict[str, list[Row[Any]]]:
    grouped: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(statement, _NAMES):
        grouped[row.table].append(row)
    return grouped


def _column(row: Row[Any]) -> ColumnShape:
    if row.is_identity:
        default = "identity"
    elif row.is_generated:
        default = f"generated: {normal_expression(row.default)}"
    else:
        default = normal_default(row.default, row.type)
    return ColumnShape(row.name, row.type, row.nullable, default)


def _keys(row: Row[Any]) -> list[str]:
    return [normal_expression(key) for key in row.keys_]


def _ordered_keys(row: Row[Any]) -> tuple[str, ...]:
    return tuple(key + order for key, order in zip(_keys(row), row.orders, strict=True))


def _foreign_key(row: Row[Any]) -> ForeignKeyShape:
    return ForeignKeyShape(tuple(row.columns), row.target, tuple(row.target_columns), _ON_DELETE[row.on_delete])
