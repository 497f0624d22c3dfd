"""Pages whose rows are found and put in order first, and only then given the form that a screen shows.

The server computes what a select lists before it sorts, for every row of the table where no index delivers the order;
that took three times as long as finding the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, select
from sqlalchemy.sql.util import ClauseAdapter

if TYPE_CHECKING:
    from sqlalchemy import Select, TableClause

    from jarvis_desktop.db.keyset import Range


def late_page(statement: Select[Any], table: TableClause, part: Range) -> Select[Any]:
    """The rows of one range of `statement` (over `table`), in order; the limit is the value `count`."""
    found = select(*table.c).where(*part.conditions)
    if statement.whereclause is not None:
        found = found.where(statement.whereclause)
    rows = found.order_by(*part.order).limit(bindparam("count", type_=BigInteger())).subquery("found")
    adapt = ClauseAdapter(rows).traverse
    shown = select(*(adapt(column) for column in statement.selected_columns)).select_from(rows)
    return shown.order_by(*(adapt(term) for term in part.order))
