"""Statements about any table: its catalog, pages, single rows, figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Numeric,
    Text,
    any_,
    bindparam,
    cast,
    false,
    func,
    literal,
    literal_column,
    select,
    text,
)

from jarvis_desktop.core.errors import DatabaseRefused
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.keyset import Range, SortKey, page, ranges
from jarvis_desktop.db.late import late_page
from jarvis_desktop.db.predicates import all_of, as_type
from jarvis_desktop.db.prepared import PreparedSelect
from jarvis_desktop.db.probing import Beginning, ProbedSelect
from jarvis_desktop.db.search_indexes import PARTIAL
from jarvis_desktop.tables.catalog import CatalogRow, StoredColumn, StoredTable
from jarvis_desktop.tables.served import IndexOrder, PartialOrder
from jarvis_desktop.tables.types import Aggregate, ColumnKind, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session

_CATALOG = text("""
SELECT c.relname, a.attname, coalesce(e.typname, t.typname), coalesce(e.typcategory, t.typcategory) = 'A',
       format_type(coalesce(e.oid, t.oid), NULL),
       CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END,
       NOT a.attnotnull,
       EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)),
       EXISTS (SELECT FROM pg_index i
               WHERE i.indrelid = c.oid AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL
                 AND i.indkey[0] = a.attnum),
       coalesce((SELECT f.relname || '.' || fa.attname
                 FROM pg_constraint k
                 JOIN pg_class f ON f.oid = k.confrelid
                 JOIN pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = k.confkey[1]
                 WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
                 ORDER BY k.oid LIMIT 1), '')
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_type e ON e.oid = t.typbasetype
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname = ANY (:names)
ORDER BY c.relname, a.attnum
""")

_ORDERS = text("""
SELECT c.relname, array_agg(a.attname::text ORDER BY k.place), array_agg(i.indoption[k.place - 1] ORDER BY k.place),
       ic.relname, i.indpred IS NOT NULL
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_index i ON i.indrelid = c.oid AND i.indisvalid AND i.indexprs IS NULL
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am m ON m.oid = ic.relam AND m.amname = 'btree'
CROSS JOIN generate_series(1, i.indnkeyatts) AS k (place)
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[k.place - 1]
WHERE n.nspname = 'public' AND c.relname = ANY (:names)
GROUP BY c.relname, ic.relname, i.indpred IS NOT NULL
""")

SORT_LIMIT = 1000
"""Characters of a sort value that travel with every row; the rare longer one is asked for by itself."""

_SORT_CUT: ColumnElement[int] = literal_column(str(SORT_LIMIT + 1))

# What Row(...) itself calls, without a Python call for each of a page's rows.
_row = tuple.__new__

_PYTHON_TYPES: Mapping[ColumnKind, type | tuple[type, ...]] = {
    ColumnKind.INTEGER: int,
    ColumnKind.DECIMAL: (Decimal, float, int),
    ColumnKind.BOOLEAN: bool,
    ColumnKind.DATETIME: datetime,
    ColumnKind.DATE: date,
}
_DATATYPE_MISMATCH = "42804"


def read_catalog(session: Session, names: Sequence[str]) -> list[CatalogRow]:
    """Every column of those of the tables that this database has."""
    return [CatalogRow(*row) for row in session.execute(_CATALOG, {"names": list(names)})]


def read_orders(session: Session, names: Sequence[str]) -> dict[str, list[IndexOrder | PartialOrder]]:
    """By table, the orders that its indexes deliver; of indexes over some of the rows, those that are ours."""
    found: dict[str, list[IndexOrder | PartialOrder]] = {}
    for table, columns, options, index, partial in session.execute(_ORDERS, {"names": list(names)}):
        order = tuple(zip(columns, options, strict=True))
        if not partial:
            found.setdefault(table, []).append(order)
        elif index in PARTIAL:
            found.setdefault(table, []).append(PartialOrder(order, PARTIAL[index].column, PARTIAL[index].values))
    return found


def select_shown(table: StoredTable, columns: Sequence[StoredColumn]) -> Select[Any]:
    """The key as text, then the columns as a page carries them."""
    return select(table.key.written, *(column.shown for column in columns)).select_from(table.clause)


def with_key(table: StoredTable, ids: Sequence[str]) -> ColumnElement[bool]:
    """The rows with these primary keys, in a form that the key's index answers."""
    key = table.key
    if key.info.kind is ColumnKind.INTEGER:
        numbers = [int(given) for given in ids if given.removeprefix("-").isdecimal() and len(given) < 19]
        return key.element.in_([literal(number, BigInteger) for number in numbers]) if numbers else false()
    return key.element.in_([key.stored(given) for given in ids])


def with_any_key(table: StoredTable, ids: Sequence[str]) -> ColumnElement[bool]:
    """As `with_key`, for any number of rows: they travel as one array."""
    key = table.key
    if key.info.kind is ColumnKind.INTEGER:
        numbers = [int(given) for given in ids if given.removeprefix("-").isdecimal() and len(given) < 19]
        return key.element == any_(literal(numbers, ARRAY(BigInteger)))
    given = as_type(literal(list(ids), ARRAY(Text)), f"{key.sql_type}[]")
    return key.element == any_(given)


def read_ids(
    session: Session,
    table: StoredTable,
    conditions: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
) -> list[str]:
    """The primary keys, as text, of the rows that meet the conditions."""
    statement = select(table.key.written).select_from(table.clause).where(*conditions).order_by(*order)
    return list(session.scalars(statement))


def stream(
    session: Session,
    table: StoredTable,
    columns: Sequence[ColumnElement[Any]],
    conditions: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
) -> Generator[Sequence[Any]]:
    """Rows that meet the conditions, in order, a thousand at a time from the server; to be closed."""
    statement = select(*columns).select_from(table.clause).where(*conditions).order_by(*order)
    with session.execute(statement, execution_options={"yield_per": 1000}) as result:
        yield from result


def read_key(session: Session, table: StoredTable, given: str) -> str | None:
    """The primary key, as text, of the row that `given` names: by that key, else by a unique text of its own."""
    for condition in (with_key(table, [given]), *_natural_keys(table, given)):
        found: str | None = session.execute(
            select(table.key.written).select_from(table.clause).where(condition)
        ).scalar()
        if found is not None:
            return found
    return None


def _natural_keys(table: StoredTable, given: str) -> list[ColumnElement[bool]]:
    return [c.element == literal(given, Text) for c in table.columns.values() if c.is_unique and c.is_character]


def read_record(session: Session, table: StoredTable, record_id: str) -> Mapping[str, Any] | None:
    """One row, whole, by column name."""
    columns = [column.whole.label(name) for name, column in table.columns.items()]
    statement = select(*columns).select_from(table.clause).where(with_key(table, [record_id]))
    found = session.execute(statement).mappings().first()
    return None if found is None else dict(found)


_AGGREGATES: dict[Aggregate, Callable[..., ColumnElement[Any]]] = {
    Aggregate.COUNT: func.count,
    Aggregate.SUM: func.sum,
    Aggregate.AVG: func.avg,
    Aggregate.MIN: func.min,
    Aggregate.MAX: func.max,
}


def read_figure(
    session: Session,
    table: StoredTable,
    aggregate: Aggregate,
    column: StoredColumn | None,
    conditions: Sequence[ColumnElement[bool]],
) -> Any:
    """A count of rows (no column), or an aggregate over a column; None over no rows."""
    over = func.count() if column is None else _AGGREGATES[aggregate](_numeric(column, aggregate))
    return session.execute(select(over).select_from(table.clause).where(*conditions)).scalar_one()


def _numeric(column: StoredColumn, aggregate: Aggregate) -> ColumnElement[Any]:
    return column.element if aggregate is Aggregate.COUNT else cast(column.element, Numeric)


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """One sort column of a page; its value in a cursor is the text that the server writes."""

    column: StoredColumn
    descending: bool = False

    @property
    def key(self) -> SortKey:
        """The term of the order."""
        return SortKey(self.column.element, descending=self.descending, nullable=self.column.info.nullable)

    def decides(self, table: StoredTable) -> bool:
        """Whether no two rows are equal in it, so that the key's or another unique index delivers the order."""
        return self.column is table.key or self.column.is_unique

    @property
    def wanted(self) -> tuple[str, bool, bool]:
        """The term of the order, as indexes are asked for it."""
        return self.column.info.name, self.descending, self.column.info.nullable


_BEGINNING = Beginning()


class PageQuery:
    """The statements of one query's pages, made once and run with the values of a cursor.

    `reading` are given where among the conditions are some that meet many rows or few, as an index on texts answers
    them: the same conditions in a form for rows that are read anyway. The `beginning` of the order is tried then.

    Rows are: the key as text, `columns` as shown, and all sort values but the key's as text (cut after
    SORT_LIMIT + 1 characters).
    """

    def __init__(
        self,
        table: StoredTable,
        columns: Sequence[StoredColumn],
        conditions: Sequence[ColumnElement[bool]],
        order: Sequence[Ordered],
        *,
        reading: Sequence[ColumnElement[bool]] | None = None,
        beginning: Beginning = _BEGINNING,
    ) -> None:
        self.table = table
        self.columns = tuple(columns)
        self.order = tuple(order)
        self.conditions = tuple(conditions)
        self._reading = reading
        self._beginning = beginning
        self._rows = select_shown(table, columns).where(*conditions)
        self.paged = self._rows.add_columns(*(func.left(o.column.written, _SORT_CUT) for o in order[:-1]))
        self._parts: dict[tuple[bool, ...], tuple[PreparedSelect | ProbedSelect, ...]] = {}

    def read(self, session: Session, after: Sequence[str | None] | None, limit: int) -> list[tuple[Any, ...]]:
        """Up to `limit` rows behind the row whose sort values are `after`."""
        values: dict[str, Any] = {f"after_{position}": value for position, value in enumerate(after or ())}
        rows: list[tuple[Any, ...]] = []
        for part in self._statements(after):
            rows.extend(part.rows(session, **values, count=limit - len(rows)))
            if len(rows) >= limit:
                break
        return rows

    def read_keys(self, session: Session, after: Sequence[str | None] | None, limit: int) -> list[str]:
        """The primary keys, as text, of up to `limit` rows behind the row whose sort values are `after`."""
        return [row[0] for row in self.read(session, after, limit)]

    def read_only(self, session: Session, ids: Sequence[str]) -> Sequence[Any]:
        """Those of the rows `ids` that meet the query, without sort values and in no order."""
        return session.execute(self._rows.where(with_key(self.table, ids))).all()

    def shown(self, rows: Sequence[Sequence[Any]]) -> tuple[Row, ...]:
        """Rows that were read, for the screen.

        Raises DatabaseRefused where a column holds values of another type than it did when the program looked: a
        statement that reads it does not fail by itself.
        """
        for place, column in enumerate(self.columns, start=1):
            value = next((row[place] for row in rows if row[place] is not None), None)
            if value is not None and not isinstance(value, _PYTHON_TYPES.get(column.info.kind, str)):
                said = tr(
                    "The column “{column}” of “{table}” is of another type than before.",
                    column=column.info.name,
                    table=self.table.info.name,
                )
                raise DatabaseRefused(said, sqlstate=_DATATYPE_MISMATCH)
        width = len(self.columns) + 1
        return tuple([_row(Row, (row[0], row[1:width])) for row in rows])

    def sort_values(self, session: Session, last: Sequence[Any]) -> tuple[str | None, ...]:
        """What a cursor behind the row `last` holds."""
        values: list[str | None] = [*last[len(self.columns) + 1 :], last[0]]
        for position, value in enumerate(values[:-1]):
            if value is not None and len(value) > SORT_LIMIT:
                values[position] = self._whole_text(session, self.order[position].column, last[0])
        return tuple(values)

    def _statements(self, after: Sequence[str | None] | None) -> tuple[PreparedSelect | ProbedSelect, ...]:
        shape = tuple(value is None for value in after or ())
        if shape not in self._parts:
            values = [
                None if missing else ordered.column.stored(bindparam(f"after_{position}", type_=Text()))
                for position, (ordered, missing) in enumerate(zip(self.order, shape, strict=False))
            ]
            parts = ranges([ordered.key for ordered in self.order], values or None)
            self._parts[shape] = tuple(self.prepared(self.paged, part) for part in parts)
        return self._parts[shape]

    def prepared(self, statement: Select[Any], part: Range) -> PreparedSelect | ProbedSelect:
        """The rows of `statement` (`paged`, with more columns perhaps) in one range; the limit is the value `count`."""
        if self._reading is not None:
            return ProbedSelect(statement, self.table.clause, part, all_of(self._reading), self._beginning)
        if not self.order[0].decides(self.table):
            return PreparedSelect(late_page(statement, self.table.clause, part))
        return PreparedSelect(page(statement, part).limit(bindparam("count", type_=BigInteger())))

    def _whole_text(self, session: Session, column: StoredColumn, row_id: str) -> str | None:
        statement = select(column.written).select_from(self.table.clause).where(with_key(self.table, [row_id]))
        found: str | None = session.execute(statement).scalar()
        return found
