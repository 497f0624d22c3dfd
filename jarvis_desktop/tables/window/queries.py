"""Statements about one list: blocks from either side, its ruler, its expected length."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Integer,
    Text,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from jarvis_desktop.db.keyset import behind, page, ranges, ranges_back
from jarvis_desktop.db.predicates import as_type
from jarvis_desktop.db.prepared import PreparedSelect
from jarvis_desktop.tables.queries import SORT_LIMIT, PageQuery, with_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.keyset import Range, SortKey
    from jarvis_desktop.db.probing import ProbedSelect
    from jarvis_desktop.db.session import Session

    Values = Sequence[str | None]
    Prepared = PreparedSelect | ProbedSelect

_EXPECTED = "EXPLAIN (FORMAT JSON) "


class WindowQuery:
    """The statements of one query's list, made once. Rows are those of its `PageQuery`."""

    def __init__(self, asked: PageQuery) -> None:
        self._asked = asked
        self._table = asked.table
        self._keys: list[SortKey] = [ordered.key for ordered in asked.order]
        self._prepared: dict[tuple[Any, ...], tuple[Prepared, ...]] = {}
        self._names = [f"s{place}" for place in range(len(asked.order) - 1)]

    def forward(
        self, session: Session, after: Values | None, until: Values | None, limit: int
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Up to `limit` rows behind `after` and not behind `until`, and whether these are all of them."""
        if until is None:
            rows = self._asked.read(session, after, limit + 1)
            return rows[:limit], len(rows) <= limit
        shape = ("forward", _shape(after), _shape(until))
        parts = self._parts(shape, lambda: self._forward_parts(after, until))
        rows = _read(session, parts, limit + 1, {**_named("after", after), **_named("until", until)})
        within = next((place for place, row in enumerate(rows) if row[-1]), len(rows))
        return [row[:-1] for row in rows[: min(within, limit)]], within <= limit

    def backward(
        self, session: Session, after: Values | None, until: Values | None, limit: int
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Up to `limit` rows not behind `until` and behind `after`, the last ones, and whether these are all."""
        shape = ("backward", _shape(after), _shape(until))
        parts = self._parts(shape, lambda: self._backward_parts(after, until))
        rows: list[tuple[Any, ...]] = []
        if until is not None:
            rows.extend(self._row_at(session, until))
        values = {**_named("after", after), **_named("until", until)}
        rows.extend(_read(session, parts, limit + 1 - len(rows), values))
        within = next((place for place, row in enumerate(rows) if not row[-1]), len(rows))
        return [row[:-1] for row in reversed(rows[: min(within, limit)])], within <= limit

    def keys_ahead(self, session: Session, before: Values, limit: int) -> list[str]:
        """The keys of up to `limit` rows that stand ahead of `before`, the nearest first."""
        statement = select(self._table.key.written).select_from(self._table.clause).where(*self._asked.conditions)

        def parts() -> Iterable[Prepared]:
            count = bindparam("count", type_=BigInteger())
            found = ranges_back(self._keys, self._bound("before", before))
            return [PreparedSelect(page(statement, part).limit(count)) for part in found]

        prepared = self._parts(("keys", _shape(before)), parts)
        return [row[0] for row in _read(session, prepared, limit, _named("before", before))]

    def row_values(self, session: Session, row_id: str) -> tuple[str | None, ...] | None:
        """The sort values of the row of that key, None when it is not in the list (any more)."""
        written = [ordered.column.written for ordered in self._asked.order]
        conditions = (with_key(self._table, [row_id]), *self._asked.conditions)
        found = session.execute(select(*written).select_from(self._table.clause).where(*conditions)).first()
        return None if found is None else tuple(found)

    def ruler(self, session: Session, every: int, keys: Sequence[str]) -> list[tuple[Any, ...]]:
        """Each row at `every` places, the last row, and those of `keys`: key, other sort values, place from 1.

        Values longer than SORT_LIMIT are cut.
        """
        rows = self._numbered(keys).subquery()
        cut: ColumnElement[int] = literal_column(str(SORT_LIMIT + 1))
        shown = [func.left(cast(rows.c[name], Text), cut) for name in self._names]
        asked_for = or_(rows.c.n % literal(every, BigInteger) == 0, rows.c.pinned, rows.c.final)
        statement = select(cast(rows.c.k, Text), *shown, rows.c.n).where(asked_for)
        return [tuple(row) for row in session.execute(statement)]

    def whole_values(self, session: Session, row: Sequence[Any]) -> tuple[str | None, ...]:
        """The cursor of a row of the ruler."""
        nothing = (None,) * len(self._asked.columns)
        return self._asked.sort_values(session, (row[0], *nothing, *row[1:-1]))

    def expected(self, session: Session) -> int:
        """How many rows the server expects to find, without looking."""
        statement = select(literal(1, Integer)).select_from(self._table.clause).where(*self._asked.conditions)
        connection = session.connection()
        compiled = statement.compile(dialect=connection.dialect)
        with closing(connection.connection.cursor()) as cursor:
            cursor.execute(_EXPECTED + str(compiled), compiled.construct_params())
            found = cursor.fetchone()
        plan = found[0] if found else []
        read = json.loads(plan) if isinstance(plan, str) else plan
        return int(read[0]["Plan"]["Plan Rows"]) if read else 0

    def _numbered(self, keys: Sequence[str]) -> Select[Any]:
        key = self._table.key
        terms = [sort_key.order(may_be_null=True) for sort_key in self._keys]
        others = [o.column.element.label(name) for o, name in zip(self._asked.order, self._names, strict=False)]
        held = as_type(literal(list(keys), ARRAY(Text)), f"{key.sql_type}[]")
        return (
            select(
                key.element.label("k"),
                *others,
                key.element.in_(select(func.unnest(held))).label("pinned"),
                func.row_number().over(order_by=terms).label("n"),
                func.lead(key.element).over(order_by=terms).is_(None).label("final"),
            )
            .select_from(self._table.clause)
            .where(*self._asked.conditions)
        )

    def _row_at(self, session: Session, values: Values) -> list[tuple[Any, ...]]:
        """The row that a cursor stands for, if it is still there, as `backward` reads rows."""
        if self.row_values(session, str(values[-1])) != tuple(values):
            return []
        statement = self._asked.paged.where(with_key(self._table, [str(values[-1])]))
        return [(*row, True) for row in session.execute(statement)]

    def _forward_parts(self, after: Values | None, until: Values) -> Iterable[Prepared]:
        beyond = behind(self._keys, self._bound("until", until)).label("beyond")
        statement = self._asked.paged.add_columns(beyond)
        return [
            self._asked.prepared(statement, part) for part in ranges(self._keys, self._bound("after", after) or None)
        ]

    def _backward_parts(self, after: Values | None, until: Values | None) -> Iterable[Prepared]:
        inside: ColumnElement[Any] = literal_column("true")
        if after is not None:
            inside = behind(self._keys, self._bound("after", after))
        statement = self._asked.paged.add_columns(inside.label("inside"))
        found: tuple[Range, ...] = ranges_back(self._keys, self._bound("until", until) or None)
        return [self._asked.prepared(statement, part) for part in found]

    def _bound(self, name: str, values: Values | None) -> list[ColumnElement[Any] | None]:
        return [
            None if value is None else ordered.column.stored(bindparam(f"{name}_{place}", type_=Text()))
            for place, (ordered, value) in enumerate(zip(self._asked.order, values or (), strict=False))
        ]

    def _parts(self, shape: tuple[Any, ...], make: Callable[[], Iterable[Prepared]]) -> tuple[Prepared, ...]:
        if shape not in self._prepared:
            self._prepared[shape] = tuple(make())
        return self._prepared[shape]


def _read(session: Session, parts: Iterable[Prepared], limit: int, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for part in parts:
        if len(rows) >= limit:
            break
        rows.extend(part.rows(session, **values, count=limit - len(rows)))
    return rows


def _shape(values: Values | None) -> tuple[bool, ...] | None:
    return None if values is None else tuple(value is None for value in values)


def _named(name: str, values: Values | None) -> dict[str, Any]:
    return {f"{name}_{place}": value for place, value in enumerate(values or ())}
