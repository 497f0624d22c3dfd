"""References from row to row of one table, set when all rows of the file are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg import sql

from jarvis_desktop.db.transfer.live_tables import catalogue_text

if TYPE_CHECKING:
    import psycopg

    from jarvis_desktop.db.transfer.live_tables import LiveTable
    from jarvis_desktop.db.transfer.rows import Row


class SelfLinks:
    """The rows of one file that refer to rows of their own table."""

    def __init__(self, connection: psycopg.Connection, table: LiveTable) -> None:
        self._connection = connection
        self._table = table
        here = (table.schema, table.name, table.primary_key[0])
        self._keys = [f for f in table.foreign_keys if (f.target_schema, f.target_table, f.target_column) == here]
        self._index: dict[str, int] = {}
        self._waiting: list[tuple[str, str, object]] = []

    def note(self, row: Row, key: str) -> None:
        """`row` has been stored under `key`."""
        if not self._keys:
            return
        if row.later or any(row.values.get(f.column) is not None for f in self._keys):
            self._index[key] = row.index
        self._waiting += [(key, column, value) for column, value in row.later.items()]

    @property
    def waiting(self) -> list[str]:
        """Primary keys of the rows whose references `settle` sets."""
        return [key for key, _, _ in self._waiting]

    def settle(self) -> dict[int, str]:
        """Set the references that waited. Rows that refer to nothing are taken out again, with those below them.

        Returns the reasons by index in the file.
        """
        refused: dict[int, str] = {}
        orphans: list[str] = []
        for foreign_key in self._keys:
            column = foreign_key.column
            for key, _, value in (entry for entry in self._waiting if entry[1] == column):
                query = sql.SQL(
                    "UPDATE {table} SET {column} = %(value)s WHERE {pk} = %(key)s::{type} "
                    "AND EXISTS (SELECT FROM {table} p WHERE p.{pk} = %(value)s)"
                ).format(table=self._table.identifier, column=sql.Identifier(column), pk=self._pk, type=self._pk_type)
                if not self._connection.execute(query, {"value": value, "key": key}).rowcount:
                    orphans.append(key)
                    refused[self._index[key]] = f"“{column}” refers to {value}, which is not in “{self._table.name}”"
        for key in self._take_out(orphans):
            refused.setdefault(self._index[key], "the row that it is part of was refused")
        return refused

    @property
    def _pk(self) -> sql.Identifier:
        return sql.Identifier(self._table.primary_key[0])

    @property
    def _pk_type(self) -> sql.SQL:
        return catalogue_text(self._table.columns[self._table.primary_key[0]].sql_type)

    def _take_out(self, orphans: list[str]) -> list[str]:
        """Delete rows with all that refer to them; only rows of this file can."""
        if not orphans:
            return []
        query = sql.SQL(
            "WITH RECURSIVE below(pk) AS (SELECT {pk} FROM {table} WHERE {pk} = ANY(%s::{type}[]) "
            "UNION SELECT c.{pk} FROM {table} c JOIN below ON below.pk IN ({links})) "
            "DELETE FROM {table} d USING below WHERE d.{pk} = below.pk RETURNING d.{pk}::text"
        ).format(
            table=self._table.identifier,
            pk=self._pk,
            type=self._pk_type,
            links=sql.SQL(", ").join(sql.SQL("c.{}").format(sql.Identifier(f.column)) for f in self._keys),
        )
        return [key for (key,) in self._connection.execute(query, [orphans])]
