"""Whether saved filters still fit the table as it is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.filters import read
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from jarvis_desktop.tables.codec import Narrowing
    from jarvis_desktop.tables.types import TableInfo

_UNSORTED = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})


def misfit(narrowing: Narrowing, table: TableInfo) -> str:
    """The first reason why it does not fit, for people; "" when it does."""
    for condition in narrowing.filters:
        column = table.column(condition.column)
        if column is None:
            return _no_column(table, condition.column)
        try:
            read(column, condition)
        except InvalidInput as error:
            return error.problems[0].message
    for sort in narrowing.sort or ():
        column = table.column(sort.column)
        if column is None:
            return _no_column(table, sort.column)
        if column.kind in _UNSORTED:
            return tr("“{label}” has no order to sort by.", label=column.label)
    return ""


def _no_column(table: TableInfo, name: str) -> str:
    gone = tr("is not in this database") if name in table.missing else tr("is no column of the table (any more)")
    return f"“{name}” {gone}."
