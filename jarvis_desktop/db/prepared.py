"""Selects that screens run again and again: compiled once, run by the driver itself.

SQLAlchemy looks a statement up in its cache and wraps each row at every execution, which costs a third of a page of
100 rows. A select that is kept and whose rows are taken as plain tuples needs neither.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Compiled

    from jarvis_desktop.db.session import Session


class PreparedSelect:
    """One select; its values are of types that the driver takes and gives as they are."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._compiled: Compiled | None = None

    def rows(self, session: Session, **values: Any) -> list[tuple[Any, ...]]:
        """All rows, with `values` for the select's named parameters, in the transaction of `session`."""
        connection = session.connection()
        if self._compiled is None:
            self._compiled = self._statement.compile(dialect=connection.dialect)
        with closing(connection.connection.cursor()) as cursor:
            cursor.execute(str(self._compiled), self._compiled.construct_params(values))
            rows: list[tuple[Any, ...]] = list(cursor.fetchall())
        return rows
