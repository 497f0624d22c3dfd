"""Reading any documented table: what it is in this database, its pages, rows and figures."""

from __future__ import annotations

import difflib
import threading
from collections import OrderedDict
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.metadata.features import feature_binding
from jarvis_desktop.tables import grouping, queries
from jarvis_desktop.tables.catalog import Catalog, StoredColumn, StoredTable
from jarvis_desktop.tables.choice import (
    Choice,
    beginning_of,
    choose,
    columns_of,
    conditions_of,
    order_of,
    readable,
)
from jarvis_desktop.tables.conditions import by_text, ruled
from jarvis_desktop.tables.filters import storable
from jarvis_desktop.tables.named import NamedSource, read_binding, unusable
from jarvis_desktop.tables.permission import SECRET_TABLES, secret
from jarvis_desktop.tables.types import (
    OUTDATED_STATES,
    Aggregate,
    ColumnKind,
    Cursor,
    Filter,
    GroupCount,
    Page,
    Query,
    RecordValues,
    RowSet,
    TableInfo,
)
from jarvis_desktop.tables.values.queries import read_distinct
from jarvis_desktop.tables.window.service import Windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader

_REMEMBERED_QUERIES = 64
_LONGEST_KEY = 60
"""Characters of a key or a name that a message repeats."""


class TableService:
    """The documented tables as the connected database has them.

    What the tables look like is read once and remembered, and so are the statements of the latest queries.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._catalog: Mapping[str, StoredTable] | None = None
        self._page_queries: OrderedDict[tuple[Query, date | None], queries.PageQuery] = OrderedDict()
        self.windows = Windows(self._page_query, self._reading)

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
            rows = asked.shown(found[:limit])
        return Page(tuple(column.info for column in asked.columns), rows, cursor)

    def rows(self, query: Query, ids: Sequence[str]) -> Page:
        """Those of the rows `ids` that meet `query` (still), in no order, with nothing behind them."""
        asked = self._page_query(query)
        with self._reading() as session:
            rows = asked.shown(asked.read_only(session, [given for given in ids if storable(given)]))
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

    def written(self, table: str, record_id: str, column: str) -> str | None:
        """The whole value of one cell as the server writes it (None: no value); RecordMissing when the row is gone."""
        stored = self._existing(table)
        element = stored.column(column).written
        with self._reading() as session:
            chosen = choose(session, stored, RowSet(Query(table, (column,)), ids=(record_id,)))
            with closing(queries.stream(session, stored, [element], chosen.conditions, ())) as rows:
                row = next(rows, None)
        if row is None:
            raise _missing(stored, record_id)
        text: str | None = row[0]
        return text

    def figure(
        self, table: str, aggregate: Aggregate, column: str = "", filters: Sequence[Filter] = ()
    ) -> Decimal | int | None:
        """How many rows, or a sum, average, least or greatest value of a number column; None over no values."""
        stored = self._existing(table)
        of = stored.column(column) if column else None
        if aggregate is not Aggregate.COUNT:
            _require_numbers(stored, aggregate, of)
        conditions = conditions_of(stored, (), readable(stored, Query(table, filters=tuple(filters))))
        with self._reading() as session:
            found: Decimal | int | None = queries.read_figure(session, stored, aggregate, of, conditions)
        return found

    def count(self, query: Query) -> int:
        """How many rows meet the query: exact, and as slow as reading them all; never on the way to first rows."""
        table = self._existing(query.table)
        query = readable(table, query)
        conditions = conditions_of(table, columns_of(table, query), query)
        with self._reading() as session:
            return int(queries.read_figure(session, table, Aggregate.COUNT, None, conditions))

    def count_up_to(self, query: Query, most: int) -> int:
        """How many rows meet the query, as far as `most`: what is beyond is not counted."""
        table = self._existing(query.table)
        with self._reading() as session:
            return grouping.count_up_to(session, table, query, most)

    def groups(self, query: Query, column: str) -> tuple[GroupCount, ...]:
        """The rows of the query by the value they hold in a column, in order, NULL last.

        Raises InvalidInput, with the reason, where that makes no groups: instants, documents, too many values.
        """
        table = self._existing(query.table)
        with self._reading() as session:
            return grouping.groups(session, table, query, column)

    def frequent(self, query: Query, column: str, *, text: str = "", most: int = 50) -> tuple[GroupCount, ...]:
        """The most frequent values that rows of the query hold in a column (those that contain `text`)."""
        table = self._existing(query.table)
        with self._reading() as session:
            return grouping.frequent(session, table, query, column, text, most)

    def named_source(self, key: str, reader: Reader) -> NamedSource:
        """The table, rule and order of a feature; ConfigurationError or NotAllowed, with the reason, without one."""
        with self._reading() as session:
            binding = feature_binding(session, key, reader)
        named = read_binding(key, binding)
        if named.rule:
            table = self._existing(named.table)
            try:
                ruled(table, named.rule)
            except ConfigurationError as error:
                raise unusable(key, error.message) from error
        return named

    def distinct(self, table: str) -> Mapping[str, int]:
        """About how many values each column holds, for the columns that the server has taken stock of."""
        stored = self._existing(table)
        with self._reading() as session:
            return read_distinct(session, stored)

    def choice(self, session: Session, row_set: RowSet) -> Choice:
        """The rows of the set for a statement in the transaction of `session`: table, conditions, order."""
        return choose(session, self._existing(row_set.query.table), row_set)

    def row_ids(self, row_set: RowSet) -> list[str]:
        """The primary keys of the rows of the set that are (still) there, in the query's order."""
        stored = self._existing(row_set.query.table)
        with self._reading() as session:
            chosen = choose(session, stored, row_set)
            return queries.read_ids(session, stored, chosen.conditions, chosen.order)

    def _page_query(self, query: Query) -> queries.PageQuery:
        table = self._existing(query.table)
        query = readable(table, query)
        # The statement of a rule holds the day that it was made on.
        kept_as = query, zone.now().date() if query.rule else None
        with self._lock:
            known = self._page_queries.get(kept_as)
        if known is not None and known.table is table:
            return known
        columns = columns_of(table, query)
        carried = (*columns, *map(table.column, query.extra))
        conditions = conditions_of(table, columns, query)
        reading = conditions_of(table, columns, query, reading=True) if by_text(query) else None
        order = order_of(table, query)
        beginning = beginning_of(table, query, order)
        made = queries.PageQuery(table, carried, conditions, order, reading=reading, beginning=beginning)
        with self._lock:
            self._page_queries[kept_as] = made
            while len(self._page_queries) > _REMEMBERED_QUERIES:
                self._page_queries.popitem(last=False)
        return made

    def _documented(self, name: str) -> StoredTable:
        stored = self._stored_tables().get(name)
        if stored is None:
            raise ConfigurationError(
                tr("No table is called “{name}”.", name=name[:_LONGEST_KEY]),
                title=tr("Unknown table"),
                hint=_probably_meant(name),
            )
        return stored

    def _existing(self, name: str) -> StoredTable:
        if name in SECRET_TABLES:
            raise secret(name)
        stored = self._documented(name)
        if not stored.info.exists:
            # It may have been created since we looked.
            self.refresh()
            stored = self._documented(name)
        if not stored.info.exists:
            raise ConfigurationError(
                tr("The table “{name}” is not in this database.", name=name),
                title=tr("Table missing"),
                hint=tr("Run “jarvis db upgrade”, or ask the administrator of the database."),
            )
        return stored

    def _stored_tables(self) -> Mapping[str, StoredTable]:
        with self._lock:
            if self._catalog is None:
                with self._database.read() as session:
                    names = tuple(COLUMNS)
                    self._catalog = Catalog(queries.read_catalog(session, names), queries.read_orders(session, names))
            return self._catalog

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with self._database.read() as session:
                yield session
        except DatabaseRefused as error:
            if error.sqlstate in OUTDATED_STATES:
                self.refresh()
            raise


def _missing(table: StoredTable, record_key: str) -> RecordMissing:
    shown = record_key if len(record_key) <= _LONGEST_KEY else f"{record_key[:_LONGEST_KEY]}…"
    return RecordMissing(
        tr("{label} has no record {shown}.", label=table.info.label, shown=shown),
        hint=tr("It may have been deleted meanwhile."),
    )


def _probably_meant(name: str) -> str:
    """Asks for the table with the most similar name; "" when none is similar."""
    close = difflib.get_close_matches(name[:_LONGEST_KEY].lower(), COLUMNS, n=1)
    return tr("Did you mean “{similar}”?", similar=close[0]) if close else ""


def _require_numbers(table: StoredTable, aggregate: Aggregate, column: StoredColumn | None) -> None:
    if column is None:
        raise ConfigurationError(
            tr("The figure “{aggregate}” over “{name}” names no column.", aggregate=aggregate, name=table.info.name)
        )
    if column.info.kind not in {ColumnKind.INTEGER, ColumnKind.DECIMAL}:
        raise ConfigurationError(
            tr("“{label}” holds no numbers, so it has no {aggregate}.", label=column.info.label, aggregate=aggregate)
        )
