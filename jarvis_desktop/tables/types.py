"""Tables as screens see them: columns, filters, sort orders and keyset pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

CELL_LIMIT = 500
"""Characters of a text, JSON or array value that a page carries; a longer one arrives with one more and is cut."""

OUTDATED_STATES = frozenset({"42P01", "42703", "42883", "42804", "42846"})
"""SQLSTATEs after which what is remembered of a table may be wrong: unknown table, column, operator; another type."""


class ColumnKind(StrEnum):
    """What a column holds, as far as showing, sorting and filtering care."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATETIME = "datetime"
    DATE = "date"
    JSON = "json"
    ARRAY = "array"


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column; `references` is `table.column` of a foreign key or "". `label` is for people ("Assigned to")."""

    name: str
    kind: ColumnKind
    label: str
    nullable: bool = True
    references: str = ""


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table as it is in the connected database.

    `key` is the primary key column. `missing` are documented columns this database lacks; `exists` is False when the
    table itself is missing. Columns that the reference does not know are among `columns` like any other.
    """

    name: str
    label: str
    key: str
    columns: tuple[ColumnInfo, ...]
    section: str = ""
    exists: bool = True
    missing: tuple[str, ...] = ()

    def column(self, name: str) -> ColumnInfo | None:
        """The column called `name`, if there is one."""
        return next((c for c in self.columns if c.name == name), None)


class Operator(StrEnum):
    """What a filter asks of a column.

    NULL never satisfies a comparison. NOT_IN and NOT_CONTAINS find exactly the rows that IN and CONTAINS do not, so
    they keep the rows with NULL; IN and NOT_IN know NULL as a value of its own (None).
    """

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    BETWEEN = "between"
    IN = "in"
    NOT_IN = "not_in"
    CONTAINS = "contains"
    NOT_CONTAINS = "not_contains"
    STARTS_WITH = "starts_with"
    IS_NULL = "is_null"
    IS_NOT_NULL = "is_not_null"


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition.

    `value` is of the column's Python type or text that reads as such (see `tables.filters`), a tuple or list for IN
    and NOT_IN, two values for BETWEEN (both belong to it), ignored by IS_NULL and IS_NOT_NULL. A date given for a
    DATETIME column means that whole day, local time; words such as “last 7 days” mean what they say when the query
    runs. `path` (names joined by dots) asks for what a JSON column holds there, as text.
    """

    column: str
    operator: Operator
    value: Any = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort column."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows in which order. Each word of `text` is looked for in the text columns shown (see `tables.words`).

    Rows are those that meet all `filters` and for which `rule` holds (JSON text as rows hold rules, "" for none).
    No `columns` means all of them; `extra` columns come behind them, for rules, and are not searched. NULL sorts last
    in either direction. The primary key is always the last sort column, ascending or descending as the first.
    """

    table: str
    columns: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    text: str = ""
    extra: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The sort values and key of the last row of a page, as the server writes them; opaque to screens."""

    values: tuple[str | None, ...]


class Row(NamedTuple):
    """One row: `id` is the primary key as text, `values` follow the page's columns.

    Values are Python values, instants aware; JSON and arrays arrive as text. No text exceeds CELL_LIMIT + 1
    characters: at that length it was cut, and `TableService.record` has it whole.
    """

    id: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in order; `after` continues behind the last one and is None at the end."""

    columns: tuple[ColumnInfo, ...]
    rows: tuple[Row, ...]
    after: Cursor | None


class Aggregate(StrEnum):
    """What a figure counts or computes over the rows of a filter."""

    COUNT = "count"
    SUM = "sum"
    AVG = "avg"
    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class Span:
    """`count` rows of a query in its order, after the first `skip` behind `after` (None: from the first row)."""

    after: Cursor | None
    skip: int
    count: int


@dataclass(frozen=True, slots=True)
class RowSet:
    """The rows that an action works on, named without fetching them.

    Either `everything` that meets `query`, or the rows `ids` (primary keys) and those of `spans`. `count` is how many
    they were when they were chosen (None: not known yet), for the words of a button.
    """

    query: Query
    count: int | None = None
    everything: bool = False
    ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupCount:
    """The rows that hold one value in a column: the value as a page carries it (None: NULL), and how many they are."""

    value: Any
    count: int


@dataclass(frozen=True, slots=True)
class RecordValues:
    """One stored row, whole: column name to Python value (naive UTC timestamps made aware)."""

    table: str
    id: str
    values: Mapping[str, Any]
