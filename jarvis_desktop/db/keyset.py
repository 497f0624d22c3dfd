"""Keyset pages: each page starts behind the last row of the one before, at the same cost wherever it stands.

The order is that of people: NULL comes last, ascending or descending. PostgreSQL has no index order for "descending,
NULLs last", and no index serves an `OR` of comparisons, so what follows a row is written as a few disjoint ranges, one
after another, each of which an index on its leading column can answer. A page reads them in turn until it is full;
nearly always the first one suffices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, func, or_, true, tuple_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session


@dataclass(frozen=True, slots=True)
class SortKey:
    """One sort expression. `nullable` False promises that it is never NULL, which saves a range."""

    expression: ColumnElement[Any]
    descending: bool = False
    nullable: bool = True

    def behind(self, value: Any) -> ColumnElement[bool]:
        """The rows that stand strictly behind `value` and are not NULL."""
        behind: ColumnElement[bool] = self.expression < value if self.descending else self.expression > value
        return behind

    def ahead(self, value: Any) -> ColumnElement[bool]:
        """The rows that stand strictly ahead of `value` (NULL is never among them)."""
        ahead: ColumnElement[bool] = self.expression > value if self.descending else self.expression < value
        return ahead

    def backwards(self, *, may_be_null: bool) -> ColumnElement[Any]:
        """The ORDER BY term of the opposite direction, in which NULL comes first."""
        if not self.descending:
            return self.expression.desc()
        return self.expression.asc().nulls_first() if may_be_null and self.nullable else self.expression.asc()

    def order(self, *, may_be_null: bool) -> ColumnElement[Any]:
        """The ORDER BY term; where no NULL can be, in the form that an index delivers in either direction."""
        if not self.descending:
            return self.expression.asc()
        return self.expression.desc().nulls_last() if may_be_null and self.nullable else self.expression.desc()


@dataclass(frozen=True, slots=True)
class Range:
    """Consecutive rows of the order: those that meet `conditions`, sorted by `order`."""

    conditions: tuple[ColumnElement[bool], ...]
    order: tuple[ColumnElement[Any], ...]

    def within(self, condition: ColumnElement[bool]) -> Range:
        """The rows of this range that meet `condition` too."""
        return Range((condition, *self.conditions), self.order)


def ranges(keys: Sequence[SortKey], after: Sequence[Any] | None = None) -> tuple[Range, ...]:
    """The rows behind the row whose sort values are `after` (all rows when None), as ranges in order.

    The last of `keys` must be unique, so that the order is total; rows where it is NULL may be left out. A value may be
    a plain value or a SQL expression; None stands for NULL.
    """
    if after is not None and len(after) != len(keys):
        raise ValueError(f"{len(keys)} sort keys, but {len(after)} values")
    return _from_start(keys) if after is None else _behind(tuple(keys), tuple(after))


def ranges_back(keys: Sequence[SortKey], before: Sequence[Any] | None = None) -> tuple[Range, ...]:
    """The rows ahead of the row whose sort values are `before` (all rows when None), the nearest first."""
    if before is not None and len(before) != len(keys):
        raise ValueError(f"{len(keys)} sort keys, but {len(before)} values")
    return _from_end(tuple(keys)) if before is None else _ahead(tuple(keys), tuple(before))


def behind(keys: Sequence[SortKey], values: Sequence[Any]) -> ColumnElement[bool]:
    """Whether a row stands behind the row of these sort values, as one condition for rows read anyway."""
    return func.coalesce(or_(*(and_(true(), *part.conditions) for part in ranges(keys, values))), false())


def page(statement: Select[Any], part: Range) -> Select[Any]:
    """The rows of one range of `statement` (which has no order of its own), in order and without a limit."""
    return statement.where(*part.conditions).order_by(*part.order)


def fetch(
    session: Session,
    statement: Select[Any],
    keys: Sequence[SortKey],
    *,
    after: Sequence[Any] | None = None,
    limit: int,
) -> list[Any]:
    """Up to `limit` rows of `statement` behind `after`."""
    rows: list[Any] = []
    for part in ranges(keys, after):
        rows.extend(session.execute(page(statement, part).limit(limit - len(rows))).all())
        if len(rows) >= limit:
            break
    return rows


def _orders(keys: Sequence[SortKey], *, first_may_be_null: bool) -> tuple[ColumnElement[Any], ...]:
    return tuple(key.order(may_be_null=first_may_be_null or index > 0) for index, key in enumerate(keys))


def _from_start(keys: Sequence[SortKey]) -> tuple[Range, ...]:
    if not keys:
        return ()
    head = keys[0]
    if not head.nullable:
        return (Range((), _orders(keys, first_may_be_null=False)),)
    filled = Range((head.expression.is_not(None),), _orders(keys, first_may_be_null=False))
    return filled, *(part.within(head.expression.is_(None)) for part in _from_start(keys[1:]))


def _behind(keys: tuple[SortKey, ...], after: tuple[Any, ...]) -> tuple[Range, ...]:
    head, rest = keys[0], keys[1:]
    if after[0] is None:
        return tuple(part.within(head.expression.is_(None)) for part in _behind(rest, after[1:]))
    nulls = tuple(part.within(head.expression.is_(None)) for part in _from_start(rest)) if head.nullable else ()
    order = _orders(keys, first_may_be_null=False)
    if _comparable_as_row(keys):
        return Range((_row_behind(keys, after),), order), *nulls
    same = tuple(part.within(head.expression == after[0]) for part in _behind(rest, after[1:]))
    return *same, Range((head.behind(after[0]),), order), *nulls


def _from_end(keys: tuple[SortKey, ...]) -> tuple[Range, ...]:
    if not keys:
        return ()
    head = keys[0]
    order = _orders_back(keys)
    if not head.nullable:
        return (Range((), order),)
    nulls = tuple(part.within(head.expression.is_(None)) for part in _from_end(keys[1:]))
    return *nulls, Range((head.expression.is_not(None),), order)


def _ahead(keys: tuple[SortKey, ...], before: tuple[Any, ...]) -> tuple[Range, ...]:
    head, rest = keys[0], keys[1:]
    order = _orders_back(keys)
    if before[0] is None:
        nulls = tuple(part.within(head.expression.is_(None)) for part in _ahead(rest, before[1:]))
        return *nulls, Range((head.expression.is_not(None),), order)
    if _comparable_as_row(keys):
        return (Range((_row_ahead(keys, before),), order),)
    same = tuple(part.within(head.expression == before[0]) for part in _ahead(rest, before[1:])) if rest else ()
    return *same, Range((head.ahead(before[0]),), order)


def _orders_back(keys: Sequence[SortKey]) -> tuple[ColumnElement[Any], ...]:
    return tuple(key.backwards(may_be_null=index > 0) for index, key in enumerate(keys))


def _row_ahead(keys: tuple[SortKey, ...], before: tuple[Any, ...]) -> ColumnElement[bool]:
    if len(keys) == 1:
        return keys[0].ahead(before[0])
    mine, theirs = tuple_(*(key.expression for key in keys)), tuple_(*before)
    return mine > theirs if keys[0].descending else mine < theirs


def _comparable_as_row(keys: tuple[SortKey, ...]) -> bool:
    """Whether `(a, b, id) > (x, y, z)` says it: one direction, and no NULL that would have to come in between."""
    one_direction = len({key.descending for key in keys}) == 1
    return one_direction and not any(key.nullable for key in keys[1:])


def _row_behind(keys: tuple[SortKey, ...], after: tuple[Any, ...]) -> ColumnElement[bool]:
    if len(keys) == 1:
        return keys[0].behind(after[0])
    mine, theirs = tuple_(*(key.expression for key in keys)), tuple_(*after)
    return mine < theirs if keys[0].descending else mine > theirs
