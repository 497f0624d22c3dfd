"""Statements about the values of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, literal_column, select, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.tables.catalog import StoredColumn, StoredTable

_DISTINCT = text("""
SELECT s.attname, CASE WHEN s.n_distinct < 0 THEN -s.n_distinct * greatest(c.reltuples, 0) ELSE s.n_distinct END
FROM pg_stats s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
WHERE s.schemaname = 'public' AND s.tablename = :name
""").bindparams(bindparam("name"))


def read_groups(
    session: Session,
    table: StoredTable,
    column: StoredColumn,
    conditions: Sequence[ColumnElement[bool]],
    most: int,
) -> list[tuple[Any, int]]:
    """Each value of the rows that meet the conditions, as a page carries it, in order, NULL last; at most `most`."""
    statement = (
        select(column.shown, func.count())
        .select_from(table.clause)
        .where(*conditions)
        .group_by(column.element)
        .order_by(column.element.asc())
        .limit(most)
    )
    return [(value, count) for value, count in session.execute(statement)]


def read_frequent(
    session: Session,
    table: StoredTable,
    column: StoredColumn,
    conditions: Sequence[ColumnElement[bool]],
    most: int,
) -> list[tuple[Any, int]]:
    """The most frequent values of the rows that meet the conditions, the most frequent first."""
    statement = (
        select(column.shown, func.count().label("rows"))
        .select_from(table.clause)
        .where(*conditions)
        .group_by(column.element)
        .order_by(literal_column("rows").desc(), column.element.asc())
        .limit(most)
    )
    return [(value, count) for value, count in session.execute(statement)]


def read_count(session: Session, table: StoredTable, conditions: Sequence[ColumnElement[bool]], most: int) -> int:
    """How many rows meet the conditions; the server stops counting at `most`."""
    found = select(literal_column("1")).select_from(table.clause).where(*conditions).limit(most).subquery()
    return int(session.execute(select(func.count()).select_from(found)).scalar_one())


def read_distinct(session: Session, table: StoredTable) -> dict[str, int]:
    """About how many values each column holds, as far as the server has taken stock."""
    return {name: round(count) for name, count in session.execute(_DISTINCT, {"name": table.info.name})}
