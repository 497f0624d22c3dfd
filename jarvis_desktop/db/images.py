"""Images of rows: columns by name as the server writes them (text, or null).

So every type comes back without loss and can be compared, whatever it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, ColumnElement, Select, Text, any_, cast, column, func, select, table, text
from sqlalchemy.dialects.postgresql import array

from jarvis_desktop.db.predicates import as_type

if TYPE_CHECKING:
    from sqlalchemy import TableClause

    from jarvis_desktop.db.session import Session

_SHAPE = text("""
    SELECT a.attname, format_type(a.atttypid, -1), a.attgenerated <> '', a.attidentity = 'a',
           EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                   WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY(k.conkey))
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = to_regclass('public.' || quote_ident(:table)) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
""")


@dataclass(frozen=True, slots=True)
class ShapeColumn:
    """A column as statements of the journal need it; `always` is an identity column that takes no value by itself."""

    name: str
    sql_type: str
    generated: bool
    always: bool
    is_key: bool


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A table as it is now; `clause` stands for it in statements. `key` is the primary key column."""

    table: str
    clause: TableClause
    columns: Mapping[str, ShapeColumn]
    key: ShapeColumn

    def __getitem__(self, name: str) -> ColumnElement[Any]:
        """A column in a statement."""
        return self.clause.c[name]

    @property
    def key_element(self) -> ColumnElement[Any]:
        """The key in a statement."""
        return self[self.key.name]

    @property
    def row_id(self) -> ColumnElement[str]:
        """The key as text, which names a row."""
        return cast(self.key_element, Text).label("row_id")

    @property
    def stored(self) -> tuple[str, ...]:
        """The columns that hold values of their own."""
        return tuple(name for name, column in self.columns.items() if not column.generated)

    @property
    def stamped(self) -> bool:
        """Whether a change is to set `updated_at`."""
        stamp = self.columns.get("updated_at")
        return stamp is not None and stamp.sql_type.startswith("timestamp")

    @property
    def compared(self) -> tuple[str, ...]:
        """The columns that tell whether a row was changed: every save touches the stamp."""
        return tuple(name for name in self.stored if name != "updated_at")


def read_shape(session: Session, name: str, clause: TableClause | None = None) -> Shape | None:
    """The table as it is; None when it is missing or has no key of one column.

    `clause` is the table as the conditions name it that statements are to be given.
    """
    columns = {row[0]: ShapeColumn(*row) for row in session.execute(_SHAPE, {"table": name})}
    keys = [found for found in columns.values() if found.is_key]
    if len(keys) != 1:
        return None
    clause = table(name, *map(column, columns), schema="public") if clause is None else clause
    for missing in columns.keys() - set(clause.c.keys()):
        clause.append_column(column(missing))
    return Shape(name, clause, columns, keys[0])


def image(shape: Shape, columns: Sequence[str], *, version: str = "") -> ColumnElement[Any]:
    """The image of a row: these columns as the server writes them.

    `version` is "old" or "new" in what an update returns (from PostgreSQL 18 on).
    """
    source: Any = table(version, *map(column, columns)).c if version else shape
    values = array([written(source[name]) for name in columns])
    return func.jsonb_object(cast(list(columns), ARRAY(Text)), values)


def written(element: ColumnElement[Any]) -> ColumnElement[str]:
    """A value as the server writes it."""
    return cast(element, Text)


def with_ids(shape: Shape, ids: Sequence[str] | Select[Any]) -> ColumnElement[bool]:
    """The rows with these keys, given as text or by a select of keys."""
    if isinstance(ids, Select):
        found = ids.subquery()
        return shape.key_element.in_(select(as_type(written(next(iter(found.c))), shape.key.sql_type)))
    keys = as_type(cast(list(ids), ARRAY(Text)), f"{shape.key.sql_type}[]")
    return shape.key_element == any_(keys)
