"""The tables as the connected database has them, held against the reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db import cells
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.db.reference import COLUMNS, SECTIONS
from jarvis_desktop.tables.column_words import column_label
from jarvis_desktop.tables.labels import table_label
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind, TableInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, TableClause

    from jarvis_desktop.tables.served import IndexOrder, PartialOrder

_KINDS_BY_TYPE = {
    "bool": ColumnKind.BOOLEAN,
    "int2": ColumnKind.INTEGER,
    "int4": ColumnKind.INTEGER,
    "int8": ColumnKind.INTEGER,
    "numeric": ColumnKind.DECIMAL,
    "float4": ColumnKind.DECIMAL,
    "float8": ColumnKind.DECIMAL,
    "money": ColumnKind.DECIMAL,
    "timestamp": ColumnKind.DATETIME,
    "timestamptz": ColumnKind.DATETIME,
    "date": ColumnKind.DATE,
    "json": ColumnKind.JSON,
    "jsonb": ColumnKind.JSON,
}
CHARACTER_TYPES = frozenset({"text", "varchar", "bpchar", "name", "citext"})
_UNSORTABLE = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """One column as `queries.read_catalog` finds it; a table without columns has one row without a column name.

    `length` is the declared limit of a character type, or None.
    """

    table: str
    column: str | None
    type_name: str
    is_array: bool
    sql_type: str
    length: int | None
    nullable: bool
    is_key: bool
    is_unique: bool
    references: str


@dataclass(frozen=True, slots=True, eq=False)
class StoredColumn:
    """A column and what statements about it are made of.

    `element` is the column itself; `shown` as a page carries it: cut after CELL_LIMIT + 1 characters, instants aware;
    `whole` with all of its value, what Python cannot hold at its limit or as text; `written` as the server writes it.
    """

    info: ColumnInfo
    type_name: str
    sql_type: str
    is_unique: bool
    element: ColumnElement[Any]
    shown: ColumnElement[Any]
    whole: ColumnElement[Any]
    written: ColumnElement[str]

    @property
    def is_character(self) -> bool:
        """Whether it holds characters as such (an UUID is shown as text, and is none)."""
        return self.type_name in CHARACTER_TYPES

    @property
    def sortable(self) -> bool:
        """Whether rows can be put in the order of it."""
        return self.info.kind not in _UNSORTABLE

    def stored(self, value: ColumnElement[Any] | str) -> ColumnElement[Any]:
        """A text of the server's own, as a value of the column's type again."""
        return as_type(value, self.sql_type)


@dataclass(frozen=True, slots=True, eq=False)
class StoredTable:
    """A table and its columns by name, in the database's order; `clause` is the table in SQL.

    `orders` are those that an index delivers, `partial_orders` those of some of the rows.
    """

    info: TableInfo
    clause: TableClause
    columns: Mapping[str, StoredColumn]
    orders: tuple[IndexOrder, ...] = ()
    partial_orders: tuple[PartialOrder, ...] = ()

    @property
    def key(self) -> StoredColumn:
        """The primary key column; ConfigurationError when this database lacks it."""
        if self.info.key not in self.columns:
            raise no_key(self.info.name)
        return self.column(self.info.key)

    def column(self, name: str) -> StoredColumn:
        """The column called `name`; ConfigurationError, naming the known ones, when there is none."""
        found = self.columns.get(name)
        if found is not None:
            return found
        if name in self.info.missing:
            raise ConfigurationError(
                tr("The column “{name}” of “{name_2}” is not in this database.", name=name, name_2=self.info.name),
                title=tr("Column missing"),
                hint=tr("Run “jarvis db check” to see what differs."),
            )
        raise ConfigurationError(
            tr(
                "“{name}” has no column “{name_2}”. Known: {sorted}.",
                name=self.info.name,
                name_2=name,
                sorted=", ".join(sorted(self.columns)),
            ),
            title=tr("Unknown column"),
        )


def no_key(table: str) -> ConfigurationError:
    """The refusal of a table whose records cannot be told apart."""
    return ConfigurationError(
        tr(
            "The table “{table}” of this database has no key of one column, so its records cannot be told apart.",
            table=table,
        ),
        title=tr("No key"),
        hint=tr("Run “jarvis db check” to see what differs."),
    )


class Catalog(Mapping[str, StoredTable]):
    """The documented tables, in the reference's order; each is put together when it is first asked for.

    A screen shows a table or two, and the expressions of all columns of all tables take as long as its first page.
    """

    def __init__(self, rows: Iterable[CatalogRow], orders: Mapping[str, Sequence[IndexOrder | PartialOrder]]) -> None:
        """`orders` are those of the tables' indexes."""
        self._rows: dict[str, list[CatalogRow]] = {}
        for row in rows:
            self._rows.setdefault(row.table, []).append(row)
        self._orders = orders
        self._sections = {name: section for section, names in SECTIONS.items() for name in names}
        self._made: dict[str, StoredTable] = {}

    @override
    def __getitem__(self, name: str) -> StoredTable:
        found = self._made.get(name)
        if found is None:
            made = _stored_table(name, self._sections[name], self._rows.get(name), self._orders.get(name, ()))
            found = self._made.setdefault(name, made)  # two threads may ask at once
        return found

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(COLUMNS)

    @override
    def __len__(self) -> int:
        return len(COLUMNS)


def _stored_table(
    name: str, section: str, rows: list[CatalogRow] | None, orders: Sequence[IndexOrder | PartialOrder]
) -> StoredTable:
    present = [row for row in rows or () if row.column is not None]
    clause = cells.table_named(name, (str(row.column) for row in present))
    columns = {str(row.column): _stored_column(row, clause.c[str(row.column)]) for row in present}
    declared = [str(row.column) for row in present if row.is_key]
    info = TableInfo(
        name=name,
        label=table_label(name),
        key=declared[0] if len(declared) == 1 else COLUMNS[name][0],
        columns=tuple(stored.info for stored in columns.values()),
        section=section,
        exists=rows is not None,
        missing=tuple(column for column in COLUMNS[name] if column not in columns),
    )
    return StoredTable(
        info,
        clause,
        columns,
        orders=tuple(order for order in orders if isinstance(order, tuple)),
        partial_orders=tuple(order for order in orders if not isinstance(order, tuple)),
    )


def _stored_column(row: CatalogRow, element: ColumnElement[Any]) -> StoredColumn:
    name = str(row.column)
    kind = ColumnKind.ARRAY if row.is_array else _KINDS_BY_TYPE.get(row.type_name, ColumnKind.TEXT)
    return StoredColumn(
        info=ColumnInfo(name, kind, column_label(name), nullable=row.nullable, references=row.references),
        type_name=row.type_name,
        sql_type=row.sql_type,
        is_unique=row.is_unique,
        element=element,
        shown=_shown(element, kind, row),
        whole=_whole(element, kind, row),
        written=cells.written(element),
    )


def _shown(element: ColumnElement[Any], kind: ColumnKind, row: CatalogRow) -> ColumnElement[Any]:
    match kind:
        case ColumnKind.TEXT if row.type_name in CHARACTER_TYPES:
            short = row.length is not None and row.length <= CELL_LIMIT
            return element if short else cells.beginning(element, CELL_LIMIT + 1)
        case ColumnKind.TEXT | ColumnKind.JSON:
            return cells.beginning(cells.written(element), CELL_LIMIT + 1)
        case ColumnKind.ARRAY:
            return cells.beginning(cells.joined(element), CELL_LIMIT + 1)
        case _:
            return _whole(element, kind, row)


def _whole(element: ColumnElement[Any], kind: ColumnKind, row: CatalogRow) -> ColumnElement[Any]:
    match row.type_name:
        case "timestamp":
            return cells.aware(element, row.sql_type)
        case "timestamptz" | "date":
            return cells.within_calendar(element, row.sql_type)
        case "money":
            return cells.number(element)
        case _ if kind is ColumnKind.TEXT and row.type_name not in CHARACTER_TYPES:
            return cells.written(element)
        case _:
            return element
