"""Statements of one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Session:
    """What use cases and queries know of a transaction: statements and their rows, over tables.

    Nothing of ours maps rows to objects, and SQLAlchemy's own session, which does, would be imported at every start and
    asked at every statement. Begun, committed and given back by `Database.read` and `Database.write`.
    """

    __slots__ = ("_connection", "begin_nested", "execute", "scalar", "scalars")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.execute = connection.execute
        self.scalar = connection.scalar
        self.scalars = connection.scalars
        self.begin_nested = connection.begin_nested

    def connection(self) -> Connection:
        """The connection on which the transaction runs."""
        return self._connection
