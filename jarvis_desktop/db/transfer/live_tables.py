"""The live shape of the tables, read from PostgreSQL's own catalogue: what is there, not what should be."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import psycopg


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `kind` is the catalogue's type name without modifier (`varchar`, `int4`, `numeric`, `_text` ...), `sql_type` the
    type as a cast spells it. `length` is of varchar, `precision` and `scale` of numeric; None means unlimited.
    `sequence` is the owned sequence of a serial or identity column, schema-qualified and quoted.
    """

    name: str
    kind: str
    sql_type: str
    nullable: bool
    default: str | None = None
    sequence: str | None = None
    generated: bool = False
    length: int | None = None
    precision: int | None = None
    scale: int | None = None

    @property
    def fills_itself(self) -> bool:
        """Whether an INSERT may leave it out although it is NOT NULL."""
        return self.default is not None or self.sequence is not None or self.generated


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A reference by one column; references by several do not occur in the reference schema."""

    column: str
    target_schema: str
    target_table: str
    target_column: str


@dataclass(frozen=True, slots=True)
class LiveTable:
    """One table as the database has it; `uniques` are column lists in constraint order, without the primary key."""

    schema: str
    name: str
    columns: Mapping[str, Column]
    primary_key: tuple[str, ...] = ()
    uniques: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def identifier(self) -> sql.Identifier:
        """The name for a statement."""
        return sql.Identifier(self.schema, self.name)

    @property
    def serial_key(self) -> str | None:
        """The primary key's column when the database numbers it, else None."""
        if len(self.primary_key) == 1 and self.columns[self.primary_key[0]].sequence is not None:
            return self.primary_key[0]
        return None

    @property
    def stored_columns(self) -> tuple[Column, ...]:
        """The columns that can be written, in order."""
        return tuple(column for column in self.columns.values() if not column.generated)


_COLUMNS = """
SELECT n.nspname, c.relname, a.attname, t.typname, format_type(a.atttypid, NULL), NOT a.attnotnull,
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
       pg_get_serial_sequence(format('%%I.%%I', n.nspname, c.relname), a.attname), a.attgenerated <> '',
       CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 0 THEN a.atttypmod - 4 END,
       CASE WHEN t.typname = 'numeric' AND a.atttypmod > 0 THEN ((a.atttypmod - 4) >> 16) & 65535 END,
       CASE WHEN t.typname = 'numeric' AND a.atttypmod > 0 THEN (a.atttypmod - 4) & 2047 END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE n.nspname = ANY(%s) AND c.relkind IN ('r', 'p')
ORDER BY n.nspname, c.relname, a.attnum
"""

_KEYS = """
SELECT n.nspname, c.relname, k.contype = 'p',
       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(num, pos)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.num ORDER BY u.pos)
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND k.contype IN ('p', 'u')
ORDER BY n.nspname, c.relname, k.conname
"""

_FOREIGN_KEYS = """
SELECT n.nspname, c.relname, a.attname, rn.nspname, rc.relname, ra.attname
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class rc ON rc.oid = k.confrelid
JOIN pg_namespace rn ON rn.oid = rc.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
JOIN pg_attribute ra ON ra.attrelid = rc.oid AND ra.attnum = k.confkey[1]
WHERE n.nspname = ANY(%s) AND k.contype = 'f' AND cardinality(k.conkey) = 1
ORDER BY n.nspname, c.relname, k.conname
"""


def read_tables(connection: psycopg.Connection, schemas: Sequence[str]) -> dict[tuple[str, str], LiveTable]:
    """Every table of `schemas` by (schema, name)."""
    columns: dict[tuple[str, str], dict[str, Column]] = {}
    for schema, table, *shape in connection.execute(_COLUMNS, [list(schemas)]):
        column = Column(*shape)
        columns.setdefault((schema, table), {})[column.name] = column
    primary: dict[tuple[str, str], tuple[str, ...]] = {}
    uniques: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for schema, table, is_primary, names in connection.execute(_KEYS, [list(schemas)]):
        if is_primary:
            primary[schema, table] = tuple(names)
        else:
            uniques.setdefault((schema, table), []).append(tuple(names))
    references: dict[tuple[str, str], list[ForeignKey]] = {}
    for schema, table, *reference in connection.execute(_FOREIGN_KEYS, [list(schemas)]):
        references.setdefault((schema, table), []).append(ForeignKey(*reference))
    return {
        key: LiveTable(
            schema=key[0],
            name=key[1],
            columns=shape,
            primary_key=primary.get(key, ()),
            uniques=tuple(uniques.get(key, ())),
            foreign_keys=tuple(references.get(key, ())),
        )
        for key, shape in columns.items()
    }


def parents_first(tables: Iterable[LiveTable]) -> list[LiveTable]:
    """The tables so that each comes after those it refers to; references in a circle keep the given order."""
    given = {(table.schema, table.name): table for table in tables}
    graph = {
        key: {(f.target_schema, f.target_table) for f in table.foreign_keys} & given.keys() - {key}
        for key, table in given.items()
    }
    try:
        return [given[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError:
        return list(given.values())


def catalogue_text(text: str) -> sql.SQL:
    """A type name, a default or a quoted sequence as the catalogue spells it; never text from a file."""
    return sql.SQL(text.replace("%", "%%"))
