"""Reading any documented table: what it is in this database, its pages, rows and figures."""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, RecordMissing
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.tables import queries
from jarvis_desktop.tables.catalog import StoredColumn, StoredTable, build
from jarvis_desktop.tables.conditions import condition, containing
from jarvis_desktop.tables.filters import read_all, storable
from jarvis_desktop.tables.types import (
    Aggregate,
    ColumnKind,
    Cursor,
    Filter,
    Page,
    Query,
    RecordValues,
    Row,
    TableInfo,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from jarvis_desktop.db.engine import Database

_OUTDATED_STATES = frozenset({"42P01", "42703", "42883", "42804", "42846"})
"""Refusals after which the catalog we remember may be wrong: unknown table, column, operator; another type."""

_REMEMBERED_QUERIES = 64

# What Row(...) itself calls, without a Python call for each of a page's rows.
_row = tuple.__new__


class TableService:
    """The documented tables as the connected database has them.

    What the tables look like is read once and remembered, and so are the statements of the latest queries.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._catalog: Mapping[str, StoredTable] | None = None
        self._page_queries: OrderedDict[Query, queries.PageQuery] = OrderedDict()

    def tables(self) -> tuple[TableInfo, ...]:
        """All documented tables in the reference's order, missing ones too."""
        return tuple(stored.info for stored in self._stored_tables().values())

    def table(self, name: str) -> TableInfo:
        """One documented table; ConfigurationError, naming the known ones, when `name` is none."""
        return self._documented(name).info

    def refresh(self) -> None:
        """Look at the database's tables anew at the next request."""
        with self._lock:
            self._catalog = None
            self._page_queries.clear()

    def page(self, query: Query, *, after: Cursor | None = None, limit: int = 100) -> Page:
        """The first rows of `query`, or those behind `after`.

        Raises ConfigurationError for a table or column that is not there, InvalidInput for a filter's value.
        """
        asked = self._page_query(query)
        with self._reading() as session:
            found = asked.read(session, None if after is None else after.values, limit + 1)
            more = len(found) > limit
            cursor = Cursor(asked.sort_values(session, found[limit - 1])) if more else None
        width = len(asked.columns) + 1
        rows = tuple([_row(Row, (row[0], row[1:width])) for row in found[:limit]])
        return Page(tuple(column.info for column in asked.columns), rows, cursor)

    def rows(self, query: Query, ids: Sequence[str]) -> Page:
        """Those of the rows `ids` that meet `query` (still), in no order, with nothing behind them."""
        asked = self._page_query(query)
        with self._reading() as session:
            found = [tuple(row) for row in asked.read_only(session, [given for given in ids if storable(given)])]
        rows = tuple([_row(Row, (row[0], row[1:])) for row in found])
        return Page(tuple(column.info for column in asked.columns), rows, None)

    def find(self, table: str, record_key: str) -> str:
        """The primary key of the record that people call `record_key`: that key itself, or a unique text (INC-7).

        Raises RecordMissing.
        """
        stored = self._existing(table)
        with self._reading() as session:
            found = queries.read_key(session, stored, record_key) if storable(record_key) else None
        if found is None:
            raise _missing(stored, record_key)
        return found

    def record(self, table: str, record_id: str) -> RecordValues:
        """One row, whole; RecordMissing when there is none (any more)."""
        stored = self._existing(table)
        with self._reading() as session:
            values = queries.read_record(session, stored, record_id) if storable(record_id) else None
        if values is None:
            raise _missing(stored, record_id)
        return RecordValues(table, record_id, values)

    def figure(
        self, table: str, aggregate: Aggregate, column: str = "", filters: Sequence[Filter] = ()
    ) -> Decimal | int | None:
        """How many rows, or a sum, average, least or greatest value of a number column; None over no values."""
        stored = self._existing(table)
        of = stored.column(column) if column else None
        if aggregate is not Aggregate.COUNT:
            _require_numbers(stored, aggregate, of)
        conditions = _conditions(stored, (), _readable(stored, Query(table, filters=tuple(filters))))
        with self._reading() as session:
            found: Decimal | int | None = queries.read_figure(session, stored, aggregate, of, conditions)
        return found

    def _page_query(self, query: Query) -> queries.PageQuery:
        table = self._existing(query.table)
        query = _readable(table, query)
        with self._lock:
            known = self._page_queries.get(query)
        if known is not None and known.table is table:
            return known
        columns = tuple(table.column(name) for name in query.columns) or tuple(table.columns.values())
        made = queries.PageQuery(table, columns, _conditions(table, columns, query), _order(table, query))
        with self._lock:
            self._page_queries[query] = made
            while len(self._page_queries) > _REMEMBERED_QUERIES:
                self._page_queries.popitem(last=False)
        return made

    def _documented(self, name: str) -> StoredTable:
        stored = self._stored_tables().get(name)
        if stored is None:
            raise ConfigurationError(
                f"No table is called “{name}”. Known: {', '.join(sorted(COLUMNS))}.", title="Unknown table"
            )
        return stored

    def _existing(self, name: str) -> StoredTable:
        stored = self._documented(name)
        if not stored.info.exists:
            # It may have been created since we looked.
            self.refresh()
            stored = self._documented(name)
        if not stored.info.exists:
            raise ConfigurationError(
                f"The table “{name}” is not in this database.",
                title="Table missing",
                hint="Run “jarvis db upgrade”, or ask the administrator of the database.",
            )
        return stored

    def _stored_tables(self) -> Mapping[str, StoredTable]:
        with self._lock:
            if self._catalog is None:
                with self._database.read() as session:
                    self._catalog = build(queries.read_catalog(session, tuple(COLUMNS)))
            return self._catalog

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with self._database.read() as session:
                yield session
        except DatabaseRefused as error:
            if error.sqlstate in _OUTDATED_STATES:
                self.refresh()
            raise


def _missing(table: StoredTable, record_key: str) -> RecordMissing:
    return RecordMissing(f"{table.info.label} has no record {record_key}.", hint="It may have been deleted meanwhile.")


def _readable(table: StoredTable, query: Query) -> Query:
    """The query with its filter values read as their columns' types; it can then be a key."""
    if not query.filters:
        return query
    by_name = {asked.column: table.column(asked.column).info for asked in query.filters}
    return replace(query, filters=read_all(by_name, query.filters))


def _order(table: StoredTable, query: Query) -> list[queries.Ordered]:
    """The sort columns, ending in the key, which makes the order total."""
    order: dict[str, queries.Ordered] = {}
    for sort in query.sort:
        column = table.column(sort.column)
        if not column.sortable:
            raise ConfigurationError(f"“{column.info.label}” has no order to sort by.", title="Cannot sort")
        order.setdefault(sort.column, queries.Ordered(column, sort.descending))
        if column is table.key:
            return list(order.values())
    return [*order.values(), queries.Ordered(table.key, query.sort[0].descending if query.sort else False)]


def _conditions(table: StoredTable, columns: Sequence[StoredColumn], query: Query) -> list[ColumnElement[bool]]:
    conditions = [condition(table.column(asked.column), asked) for asked in query.filters]
    quick = query.text.strip()
    if quick:
        texts = [column for column in columns if column.info.kind is ColumnKind.TEXT]
        conditions.append(containing(texts if storable(quick) else (), quick))
    return conditions


def _require_numbers(table: StoredTable, aggregate: Aggregate, column: StoredColumn | None) -> None:
    if column is None:
        raise ConfigurationError(f"The figure “{aggregate}” over “{table.info.name}” names no column.")
    if column.info.kind not in {ColumnKind.INTEGER, ColumnKind.DECIMAL}:
        raise ConfigurationError(f"“{column.info.label}” holds no numbers, so it has no {aggregate}.")
