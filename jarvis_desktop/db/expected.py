"""The shapes that the models give the tables."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKeyConstraint, Integer, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateSchema

from jarvis_desktop.db.notify import TRIGGERS
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
    from collections.abc import Iterator, Mapping

    from sqlalchemy import ClauseElement, Column, Index, Table

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
# Writes defaults and index keys; which statement it was made for does not matter.
_DDL = _DIALECT.ddl_compiler(_DIALECT, CreateSchema(SCHEMA))


@cache
def expected_tables() -> Mapping[str, TableShape]:
    """Every table of the models by name, the reference's first."""
    shapes = {name: _shape(table, frozenset(TRIGGERS)) for name, table in TABLES.items()}
    shapes |= {name: _shape(table, frozenset()) for name, table in DESKTOP_TABLES.items()}
    return MappingProxyType(shapes)


def expected_index(index: Index) -> IndexShape:
    """The shape of one index of the models."""
    keys = (_DDL.sql_compiler.process(key, include_table=False, literal_binds=True) for key in _expressions(index))
    return IndexShape(tuple(_key(key) for key in keys), unique=bool(index.unique))


def _expressions(index: Index) -> Iterator[ClauseElement]:
    return (key for key in index.expressions if not isinstance(key, str))


def _key(text: str) -> str:
    bare = text.removesuffix(" DESC")
    return normal_expression(bare) + text[len(bare) :]


def _shape(table: Table, triggers: frozenset[str]) -> TableShape:
    primary_key = tuple(column.name for column in table.primary_key.columns)
    uniques = [
        tuple(column.name for column in constraint.columns)
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    indexes = {expected_index(index) for index in table.indexes}
    return TableShape(
        name=table.name if table.schema is None else f"{table.schema}.{table.name}",
        columns={column.name: _column(column) for column in table.columns},
        primary_key=primary_key,
        uniques=frozenset(map(frozenset, uniques)),
        foreign_keys=frozenset(_foreign_key(c) for c in table.constraints if isinstance(c, ForeignKeyConstraint)),
        indexes=frozenset({*indexes, *(IndexShape(keys, unique=True) for keys in (primary_key, *uniques))}),
        triggers=triggers,
    )


def _column(column: Column[object]) -> ColumnShape:
    type_ = column.type.compile(dialect=_DIALECT).lower().replace("varchar", "character varying").replace(", ", ",")
    serial = column.primary_key and isinstance(column.type, Integer) and column.autoincrement is not False
    default = "nextval" if serial else normal_default(_DDL.get_column_default_string(column), type_)
    return ColumnShape(column.name, type_, bool(column.nullable), default)


def _foreign_key(constraint: ForeignKeyConstraint) -> ForeignKeyShape:
    return ForeignKeyShape(
        columns=tuple(constraint.column_keys),
        target=constraint.referred_table.name,
        target_columns=tuple(element.column.name for element in constraint.elements),
        on_delete=constraint.ondelete or "NO ACTION",
    )
