"""Pages of a rare or common condition at the same speed, whatever the planner expects of it.

A condition that an index answers (a text that contains something) meets many rows or few, and the planner guesses.
Reading in order until a page is full is fast for the common ones and reads the whole table for the rare; collecting
all rows from the index and sorting them is fast for the rare ones and not for the common. So the beginning of the
order is tried, where an index delivers it: it fills the page of everything common. What it does not fill is rare, and
collected; unless what was found, or the planner, promises that reading on will do (a part of a number that counts up
may begin far down). A beginning that holds all rows there are settles it, whatever was found. Words that are each
common and never together are collected too: an index answers each, and few rows are left of them.

Where no index delivers the order, what is rare is collected at once. For what is common all rows are put in order
first, which costs a fifth of looking at the texts of all of them, and the texts of its beginning are looked at.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, func, literal_column, select, text, true
from sqlalchemy.sql.util import ClauseAdapter

from jarvis_desktop.db.prepared import PreparedSelect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select, TableClause

    from jarvis_desktop.db.keyset import Range
    from jarvis_desktop.db.session import Session

FIRST_ROWS = 2_500
"""Rows of the order that are tried first: some milliseconds."""
MORE_ROWS = 24_000
"""Rows that are tried next where the first ones, or the planner, promise that they will do."""
COMMON = 20_000
"""Rows whose collection takes longer than trying those."""
MOST_COLLECTED = 80_000
"""Rows whose collection takes longer than reading a whole table of a million rows."""
MOST_JOINT = 4 * MOST_COLLECTED
"""As many where the beginning of the order has shown that things expected to meet often do not."""
_SLACK = 1.3
"""As many times the rows that a page should need, going by the first ones, it may need."""

# A limit beyond any table keeps the planner from reading the sorted index in the hope of an early end.
_ALL_ROWS = 2**62
_ALL: ColumnElement[int] = literal_column(str(_ALL_ROWS))
_COLLECT = text("SET LOCAL enable_seqscan = off")
_AS_BEFORE = text("SET LOCAL enable_seqscan = on")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the beginning of an order is read from: the rows that meet `conditions`.

    `ordered` says that an index delivers the order of just these rows, so that their beginning costs little. `joint`
    says that several things are asked at once: the planner knows how common each is, and not how often they meet.
    """

    conditions: Sequence[ColumnElement[bool]] = ()
    ordered: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class _Tried:
    """Rows found in a beginning of `read` rows; `whole`: there are no others."""

    rows: list[tuple[Any, ...]]
    read: int
    whole: bool


class ProbedSelect:
    """`statement` (with its conditions) over one range, as `PreparedSelect` runs it; the limit is the value `count`.

    `reading` is the statement's condition in a form for rows that are read anyway.
    """

    def __init__(
        self,
        statement: Select[Any],
        table: TableClause,
        part: Range,
        reading: ColumnElement[bool],
        beginning: Beginning,
    ) -> None:
        self._statement, self._table, self._part, self._reading = statement, table, part, reading
        self._beginning = beginning
        self._beginnings: dict[int, PreparedSelect] = {}

    def rows(self, session: Session, *, count: int, **values: Any) -> list[tuple[Any, ...]]:
        """Up to `count` rows, in order."""
        expected: int | None = None
        if not self._beginning.ordered:
            expected = self._rows_expected(session, values)
        if expected is None or expected > MOST_COLLECTED:
            tried = self._try(session, FIRST_ROWS, count, values)
            if len(tried.rows) >= count or tried.whole:
                return tried.rows
            if expected is None:
                expected = self._rows_expected(session, values)
                if _promising(tried, count) or (expected >= COMMON and not self._beginning.joint):
                    tried = self._try(session, MORE_ROWS, count, values)
                    if len(tried.rows) >= count or tried.whole:
                        return tried.rows
        if expected > (MOST_JOINT if self._beginning.joint else MOST_COLLECTED):
            return self._read_through.rows(session, count=count, **values)
        session.execute(_COLLECT)
        collected = self._collected.rows(session, count=count, **values)
        session.execute(_AS_BEFORE)
        return collected

    def _try(self, session: Session, most: int, count: int, values: dict[str, Any]) -> _Tried:
        """What the first `most` rows hold."""
        if most not in self._beginnings:
            self._beginnings[most] = self._in_beginning(most)
        found = self._beginnings[most].rows(session, count=count, **values)
        read = found[0][-1]
        return _Tried([row[:-2] for row in found if row[-2] is not None], read, whole=read < most)

    def _in_beginning(self, most: int) -> PreparedSelect:
        """The statement over the first `most` rows, with the place of each row found and how many rows were read.

        One row tells that where none is found.
        """
        first = (
            self._rows_of_table()
            .where(*self._beginning.conditions)
            .order_by(*self._part.order)
            .limit(literal_column(str(most)))
            .cte("beginning")
        )
        adapt = ClauseAdapter(first).traverse
        order = [adapt(term) for term in self._part.order]
        shown = [adapt(column).label(f"shown_{place}") for place, column in enumerate(self._statement.selected_columns)]
        found = (
            select(*shown, func.row_number().over(order_by=order).label("place"))
            .select_from(first)
            .where(adapt(self._reading))
            .order_by(*order)
            .limit(_count())
            .subquery("found")
        )
        read = select(func.count().label("rows")).select_from(first).subquery("read")
        return PreparedSelect(
            select(*found.c, read.c.rows).select_from(read.outerjoin(found, true())).order_by(found.c.place)
        )

    @cached_property
    def _collected(self) -> PreparedSelect:
        found = self._rows_of_table().limit(_ALL)
        if self._statement.whereclause is not None:
            found = found.where(self._statement.whereclause)
        return self._over(found)

    @cached_property
    def _read_through(self) -> PreparedSelect:
        return self._over(self._rows_of_table().where(self._reading))

    def _rows_of_table(self) -> Select[Any]:
        return select(*self._table.c).where(*self._part.conditions)

    def _over(self, rows: Select[Any]) -> PreparedSelect:
        """What the statement selects, from `rows` in place of the table, in the order of the range."""
        source = rows.subquery("found")
        adapt = ClauseAdapter(source).traverse
        moved = select(*(adapt(column) for column in self._statement.selected_columns)).select_from(source)
        return PreparedSelect(moved.order_by(*(adapt(term) for term in self._part.order)).limit(_count()))

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


def _promising(tried: _Tried, count: int) -> bool:
    """Whether what was found promises that more rows of the order fill the page."""
    return bool(tried.rows) and tried.read * count * _SLACK / len(tried.rows) <= MORE_ROWS


def _count() -> ColumnElement[int]:
    return bindparam("count", type_=BigInteger())


def _expected(statement: Select[Any], table: TableClause, part: Range) -> Select[Any]:
    found: Select[Any] = select(literal_column("1")).select_from(table).where(*part.conditions)
    return found if statement.whereclause is None else found.where(statement.whereclause)
