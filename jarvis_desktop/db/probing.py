"""Pages of a rare or common condition at the same speed, whatever the planner expects of it.

A condition that an index answers (a text that contains something) meets many rows or few, and the planner guesses.
Reading in order until a page is full is fast for the common ones and reads the whole table for the rare; collecting
all rows from the index and sorting them is fast for the rare ones and not for the common. So the beginning of the
order is tried, where an index delivers it: it fills the page of everything common. What it does not fill is rare, and
collected; unless what was found, or the planner, promises that reading on will do (a part of a number that counts up
may begin far down). What is common in an order that no index delivers is read once, not looked up row by row.
"""

from __future__ import annotations

import json
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, literal_column, select, text
from sqlalchemy.sql.util import ClauseAdapter

from jarvis_desktop.db.prepared import PreparedSelect

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, TableClause
    from sqlalchemy.orm import Session

    from jarvis_desktop.db.keyset import Range

FIRST_ROWS = 2_500
"""Rows of the order that are tried first: some milliseconds."""
MORE_ROWS = 24_000
"""Rows that are tried next where the first ones, or the planner, promise that they will do."""
COMMON = 20_000
"""Rows whose collection takes longer than trying those."""
MOST_COLLECTED = 60_000
"""Rows whose collection takes longer than reading a whole table of a million rows."""
_SLACK = 1.3
"""As many times the rows that a page should need, going by the first ones, it may need."""

# A limit beyond any table keeps the planner from reading the sorted index in the hope of an early end.
_ALL_ROWS = 2**62
_ALL: ColumnElement[int] = literal_column(str(_ALL_ROWS))
_COLLECT = text("SET LOCAL enable_seqscan = off")
_AS_BEFORE = text("SET LOCAL enable_seqscan = on")


class ProbedSelect:
    """`statement` (with its conditions) over one range, as `PreparedSelect` runs it; the limit is the value `count`.

    `reading` is the statement's condition in a form for rows that are read anyway; `ordered` says that an index
    delivers the range's order, so that its beginning costs little.
    """

    def __init__(
        self,
        statement: Select[Any],
        table: TableClause,
        part: Range,
        reading: ColumnElement[bool],
        *,
        ordered: bool,
    ) -> None:
        self._statement, self._table, self._part, self._reading = statement, table, part, reading
        self._ordered = ordered
        self._beginnings: dict[int, PreparedSelect] = {}

    def rows(self, session: Session, *, count: int, **values: Any) -> list[tuple[Any, ...]]:
        """Up to `count` rows, in order."""
        if self._ordered:
            found = self._beginning(FIRST_ROWS).rows(session, count=count, **values)
            if len(found) < count and self._worth_reading_on(session, len(found), count, values):
                found = self._beginning(MORE_ROWS).rows(session, count=count, **values)
            if len(found) >= count:
                return found
        if self._rows_expected(session, values) > MOST_COLLECTED:
            return self._read_through.rows(session, count=count, **values)
        session.execute(_COLLECT)
        collected = self._collected.rows(session, count=count, **values)
        session.execute(_AS_BEFORE)
        return collected

    def _worth_reading_on(self, session: Session, found: int, count: int, values: dict[str, Any]) -> bool:
        if found and FIRST_ROWS * count * _SLACK / found <= MORE_ROWS:
            return True
        return self._rows_expected(session, values) >= COMMON

    def _beginning(self, rows: int) -> PreparedSelect:
        """The statement over the first `rows` of the order."""
        if rows not in self._beginnings:
            first = self._rows_of_table().order_by(*self._part.order).limit(literal_column(str(rows)))
            self._beginnings[rows] = self._over(first, self._reading)
        return self._beginnings[rows]

    @cached_property
    def _collected(self) -> PreparedSelect:
        found = self._rows_of_table().limit(_ALL)
        if self._statement.whereclause is not None:
            found = found.where(self._statement.whereclause)
        return self._over(found, None)

    @cached_property
    def _read_through(self) -> PreparedSelect:
        return self._over(self._rows_of_table().where(self._reading), None)

    def _rows_of_table(self) -> Select[Any]:
        return select(*self._table.c).where(*self._part.conditions)

    def _over(self, rows: Select[Any], condition: ColumnElement[bool] | None) -> PreparedSelect:
        """What the statement selects, from `rows` in place of the table, in the order of the range."""
        source = rows.subquery("found")
        adapt = ClauseAdapter(source).traverse
        moved = select(*(adapt(column) for column in self._statement.selected_columns)).select_from(source)
        if condition is not None:
            moved = moved.where(adapt(condition))
        count = bindparam("count", type_=BigInteger())
        return PreparedSelect(moved.order_by(*(adapt(term) for term in self._part.order)).limit(count))

    def _rows_expected(self, session: Session, values: dict[str, Any]) -> int:
        """How many rows of the range the planner expects to meet the condition."""
        connection = session.connection()
        compiled = _expected(self._statement, self._table, self._part).compile(dialect=connection.dialect)
        with closing(connection.connection.cursor()) as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {compiled}", compiled.construct_params(values))
            found = cursor.fetchone()
        plan = found[0] if found else []
        read = json.loads(plan) if isinstance(plan, str) else plan
        return int(read[0]["Plan"]["Plan Rows"]) if read else 0


def _expected(statement: Select[Any], table: TableClause, part: Range) -> Select[Any]:
    found: Select[Any] = select(literal_column("1")).select_from(table).where(*part.conditions)
    return found if statement.whereclause is None else found.where(statement.whereclause)
