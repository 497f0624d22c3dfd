"""Groups of a list, values to choose from, and counts that end somewhere: reads of `TableService`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import NotGrouped, Problem
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.choice import columns_of, conditions_of, readable
from jarvis_desktop.tables.conditions import containing
from jarvis_desktop.tables.filters import storable
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, GroupCount, Query
from jarvis_desktop.tables.values import queries

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.tables.catalog import StoredTable

MOST_GROUPS = 2_000
_UNGROUPED = frozenset({ColumnKind.JSON, ColumnKind.ARRAY, ColumnKind.DATETIME})


def refusal(column: ColumnInfo) -> str:
    """Why rows cannot be grouped by a column of that kind; "" when they can."""
    if column.kind is ColumnKind.DATETIME:
        return tr("“{label}” holds instants: nearly every row would be a group of its own.", label=column.label)
    if column.kind in _UNGROUPED:
        return tr("“{label}” holds documents or lists, which have no order to group by.", label=column.label)
    return ""


def groups(session: Session, table: StoredTable, query: Query, column: str) -> tuple[GroupCount, ...]:
    """See `TableService.groups`."""
    stored = table.column(column)
    reason = refusal(stored.info)
    if reason:
        raise _not_grouped(stored.info, reason)
    query = readable(table, query)
    conditions = conditions_of(table, columns_of(table, query), query)
    found = queries.read_groups(session, table, stored, conditions, MOST_GROUPS + 1)
    if len(found) > MOST_GROUPS:
        reason = tr(
            "“{label}” holds more than {most_groups} different values here, too many for groups.",
            label=stored.info.label,
            most_groups=grouped(MOST_GROUPS),
        )
        raise _not_grouped(stored.info, reason)
    return tuple(GroupCount(value, count) for value, count in found)


def frequent(
    session: Session, table: StoredTable, query: Query, column: str, text: str, most: int
) -> tuple[GroupCount, ...]:
    """See `TableService.frequent`."""
    stored = table.column(column)
    query = readable(table, query)
    conditions = conditions_of(table, columns_of(table, query), query)
    if text.strip():
        conditions.append(containing([stored] if storable(text) else (), f'"{text.strip()}"'))
    found = queries.read_frequent(session, table, stored, conditions, most)
    return tuple(GroupCount(value, count) for value, count in found)


def count_up_to(session: Session, table: StoredTable, query: Query, most: int) -> int:
    """See `TableService.count_up_to`."""
    query = readable(table, query)
    return queries.read_count(session, table, conditions_of(table, columns_of(table, query), query), most)


def _not_grouped(column: ColumnInfo, reason: str) -> NotGrouped:
    return NotGrouped([Problem(column.name, reason)])
