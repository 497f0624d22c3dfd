"""Statements about any table: its catalog, pages, single rows, figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Numeric, Text, bindparam, cast, false, func, literal, literal_column, select, text

from jarvis_desktop.db.keyset import SortKey, page, ranges
from jarvis_desktop.db.prepared import PreparedSelect
from jarvis_desktop.tables.catalog import CatalogRow, StoredColumn, StoredTable
from jarvis_desktop.tables.types import Aggregate, ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

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

SORT_LIMIT = 1000
"""Characters of a sort value that travel with every row; the rare longer one is asked for by itself."""

_SORT_CUT: ColumnElement[int] = literal_column(str(SORT_LIMIT + 1))


def read_catalog(session: Session, names: Sequence[str]) -> list[CatalogRow]:
    """Every column of those of the tables that this database has."""
    return [CatalogRow(*row) for row in session.execute(_CATALOG, {"names": list(names)})]


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


class PageQuery:
    """The statements of one query's pages, made once and run with the values of a cursor.

    Rows are: the key as text, `columns` as shown, and all sort values but the key's as text (cut after
    SORT_LIMIT + 1 characters).
    """

    def __init__(
        self,
        table: StoredTable,
        columns: Sequence[StoredColumn],
        conditions: Sequence[ColumnElement[bool]],
        order: Sequence[Ordered],
    ) -> None:
        self.table = table
        self.columns = tuple(columns)
        self.order = tuple(order)
        self._rows = select_shown(table, columns).where(*conditions)
        self._page = self._rows.add_columns(*(func.left(o.column.written, _SORT_CUT) for o in order[:-1]))
        self._parts: dict[tuple[bool, ...], tuple[PreparedSelect, ...]] = {}

    def read(self, session: Session, after: Sequence[str | None] | None, limit: int) -> list[tuple[Any, ...]]:
        """Up to `limit` rows behind the row whose sort values are `after`."""
        values: dict[str, Any] = {f"after_{position}": value for position, value in enumerate(after or ())}
        rows: list[tuple[Any, ...]] = []
        for part in self._statements(after):
            rows.extend(part.rows(session, **values, count=limit - len(rows)))
            if len(rows) >= limit:
                break
        return rows

    def read_only(self, session: Session, ids: Sequence[str]) -> Sequence[Any]:
        """Those of the rows `ids` that meet the query, without sort values and in no order."""
        return session.execute(self._rows.where(with_key(self.table, ids))).all()

    def sort_values(self, session: Session, last: Sequence[Any]) -> tuple[str | None, ...]:
        """What a cursor behind the row `last` holds."""
        values: list[str | None] = [*last[len(self.columns) + 1 :], last[0]]
        for position, value in enumerate(values[:-1]):
            if value is not None and len(value) > SORT_LIMIT:
                values[position] = self._whole_text(session, self.order[position].column, last[0])
        return tuple(values)

    def _statements(self, after: Sequence[str | None] | None) -> tuple[PreparedSelect, ...]:
        shape = tuple(value is None for value in after or ())
        if shape not in self._parts:
            values = [
                None if missing else ordered.column.stored(bindparam(f"after_{position}", type_=Text()))
                for position, (ordered, missing) in enumerate(zip(self.order, shape, strict=False))
            ]
            parts = ranges([ordered.key for ordered in self.order], values or None)
            count = bindparam("count", type_=BigInteger())
            self._parts[shape] = tuple(PreparedSelect(page(self._page, part).limit(count)) for part in parts)
        return self._parts[shape]

    def _whole_text(self, session: Session, column: StoredColumn, row_id: str) -> str | None:
        statement = select(column.written).select_from(self.table.clause).where(with_key(self.table, [row_id]))
        found: str | None = session.execute(statement).scalar()
        return found
