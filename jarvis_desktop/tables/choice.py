"""Which rows an action works on, as conditions and an order for statements of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.probing import Beginning
from jarvis_desktop.tables import queries
from jarvis_desktop.tables.catalog import StoredColumn, StoredTable
from jarvis_desktop.tables.conditions import (
    condition,
    containing,
    containing_when_read,
    is_plain,
    listed_by,
    ruled,
)
from jarvis_desktop.tables.filters import read_all, storable
from jarvis_desktop.tables.served import narrowed, served
from jarvis_desktop.tables.types import Query, RowSet
from jarvis_desktop.tables.words import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.session import Session


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Rows of `table`: those that meet all `conditions`, in `order` (the ORDER BY terms of the query, key last).

    `columns` are those that the query shows.
    """

    table: StoredTable
    columns: tuple[StoredColumn, ...]
    conditions: tuple[ColumnElement[bool], ...]
    order: tuple[ColumnElement[Any], ...]


def choose(session: Session, table: StoredTable, row_set: RowSet) -> Choice:
    """The rows of the set. What `spans` name is looked up now, in the transaction of `session`."""
    query = readable(table, row_set.query)
    columns = columns_of(table, query)
    order = order_of(table, query)
    conditions = conditions_of(table, columns, query)
    if not row_set.everything:
        ids = [given for given in row_set.ids if storable(given)]
        if row_set.spans:
            keys = queries.PageQuery(table, (), conditions, order)
            for span in row_set.spans:
                after = None if span.after is None else span.after.values
                ids.extend(keys.read_keys(session, after, span.skip + span.count)[span.skip :])
        conditions = [queries.with_any_key(table, ids)]
    terms = tuple(ordered.key.order(may_be_null=True) for ordered in order)
    return Choice(table, columns, tuple(conditions), terms)


def readable(table: StoredTable, query: Query) -> Query:
    """The query with its filter values read as their columns' types; it can then be a key."""
    if not query.filters:
        return query
    by_name = {asked.column: table.column(asked.column).info for asked in query.filters}
    return replace(query, filters=read_all(by_name, query.filters))


def columns_of(table: StoredTable, query: Query) -> tuple[StoredColumn, ...]:
    """The columns that the query shows."""
    return tuple(table.column(name) for name in query.columns) or tuple(table.columns.values())


def order_of(table: StoredTable, query: Query) -> list[queries.Ordered]:
    """The sort columns, ending in the key, which makes the order total."""
    order: dict[str, queries.Ordered] = {}
    for sort in query.sort:
        column = table.column(sort.column)
        if not column.sortable:
            raise ConfigurationError(
                tr("“{label}” has no order to sort by.", label=column.info.label), title=tr("Cannot sort")
            )
        order.setdefault(sort.column, queries.Ordered(column, sort.descending))
        if column is table.key:
            return list(order.values())
    return [*order.values(), queries.Ordered(table.key, query.sort[0].descending if query.sort else False)]


def beginning_of(table: StoredTable, query: Query, order: Sequence[queries.Ordered]) -> Beginning:
    """What the beginning of a readable query's order is read from.

    Where an index delivers the order of some rows to which the filters lead, these; where one delivers the order of all
    rows, all; else the rows that the filters leave, whatever texts contain.
    """
    wanted = [term.wanted for term in order]
    implied = listed_by(table, query.rule) if query.rule and table.partial_orders else ()
    within = narrowed(table.partial_orders, wanted, (*query.filters, *implied))
    if within or order[0].decides(table) or served(table.orders, wanted):
        conditions = [condition(table.column(asked.column), asked) for asked in within]
        return Beginning(conditions, ordered=True, joint=_asks_several(query))
    conditions = [condition(table.column(asked.column), asked) for asked in query.filters if is_plain(asked)]
    if query.rule:
        conditions.append(ruled(table, query.rule))
    return Beginning(conditions, joint=_asks_several(query))


def _asks_several(query: Query) -> bool:
    return len(query.filters) + len(split(query.text)) + bool(query.rule) > 1


def conditions_of(
    table: StoredTable, columns: Sequence[StoredColumn], query: Query, *, reading: bool = False
) -> list[ColumnElement[bool]]:
    """The filters, rule and quick search of a readable query; `reading`: for rows that are read anyway."""
    conditions = [condition(table.column(asked.column), asked) for asked in query.filters]
    if query.rule:
        conditions.append(ruled(table, query.rule))
    if table.key.info.nullable:
        # A view, or a table without a primary key: a row without a key could not be told from others.
        conditions.append(table.key.element.is_not(None))
    quick = query.text.strip()
    if quick:
        searched = columns if storable(quick) else ()
        conditions.append(
            containing_when_read(searched, quick) if reading else containing(searched, quick, query.filters)
        )
    return conditions
