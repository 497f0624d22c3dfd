"""References of imported rows: followed to another id, answered by a stand-in, or refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from jarvis_desktop.core.json_text import loads
from jarvis_desktop.db.transfer.live_tables import catalogue_text
from jarvis_desktop.db.transfer.rows import Row, TableRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jarvis_desktop.db.transfer.live_tables import ForeignKey, LiveTable


@dataclass(slots=True)
class References:
    """What one import knows about the rows that others refer to.

    `moved` maps (table, column, value in the files) to the value in the database, where they are not the same.
    `made` maps a table to the keys of the stand-ins made.
    """

    connection: psycopg.Connection
    tables: Mapping[str, LiveTable]
    moved: dict[tuple[str, str, object], object] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)

    def moves(self, table: LiveTable, row: Row, key: str) -> None:
        """Let rows that refer to `row` by the key of the file find it under primary key `key`."""
        name = table.primary_key[0]
        given = row.given_id if table.serial_key is not None else row.values.get(name)
        if given is not None and str(given) != key:
            self.moved[table.name, name, given] = int(key) if isinstance(given, int) else key

    def follow(self, table: LiveTable, row: Row) -> None:
        """Point `row` at the rows that the ones it names have become."""
        if not self.moved:
            return
        for foreign_key in table.foreign_keys:
            place = (foreign_key.target_table, foreign_key.target_column, row.values.get(foreign_key.column))
            if place in self.moved:
                row.values[foreign_key.column] = self.moved[place]

    def check(self, table: LiveTable, rows: Sequence[Row]) -> dict[int, str]:
        """Why rows refer to nothing, by position; makes stand-ins where that is sensible.

        A reference within the table to a row that is not there yet is moved to `Row.later`.
        """
        refused: dict[int, str] = {}
        for foreign_key in table.foreign_keys:
            absent = self._absent(table, foreign_key, rows)
            if not absent:
                continue
            target = foreign_key.target_table
            for position, row in enumerate(rows):
                value = row.values.get(foreign_key.column)
                if value is None or value not in absent or position in refused:
                    continue
                if target == table.name and table.columns[foreign_key.column].nullable:
                    row.later[foreign_key.column] = row.values.pop(foreign_key.column)
                elif self._stand_in(foreign_key, row):
                    absent.discard(value)
                else:
                    refused[position] = f"“{foreign_key.column}” refers to {value}, which is not in “{target}”"
        return refused

    def _absent(self, table: LiveTable, foreign_key: ForeignKey, rows: Sequence[Row]) -> set[object]:
        values = {row.values.get(foreign_key.column) for row in rows} - {None}
        if not values:
            return set()
        query = sql.SQL(
            "SELECT v FROM unnest(%s::{type}[]) AS v WHERE NOT EXISTS (SELECT FROM {target} t WHERE t.{column} = v)"
        ).format(
            type=catalogue_text(table.columns[foreign_key.column].sql_type),
            target=sql.Identifier(foreign_key.target_schema, foreign_key.target_table),
            column=sql.Identifier(foreign_key.target_column),
        )
        return {value for (value,) in self.connection.execute(query, [list(values)])}

    def _stand_in(self, foreign_key: ForeignKey, row: Row) -> bool:
        value = str(row.values[foreign_key.column])
        match foreign_key.target_table, foreign_key.target_column:
            case "users", "id":
                made: dict[str, object] = {"id": value, "email": f"{value}@imported.invalid"}
            case "config_registry", "key":
                made = {
                    "key": value,
                    "description": "Made by an import whose values use this key.",
                    "type": _setting_type(row.values.get("value")),
                    "category": _setting_category(value),
                }
            case _:
                return False
        parents = TableRows(self.connection, self.tables[foreign_key.target_table])
        try:
            with self.connection.transaction():
                (written,) = parents.insert([Row(0, made)], hashed=True)
                parents.remember_stand_in(written)
        except (psycopg.DataError, psycopg.IntegrityError):
            return False
        self.made.setdefault(foreign_key.target_table, []).append(value)
        return True


def _setting_type(value: object) -> str:
    """The registry's word (string, number, boolean, json, array) for a value given as JSON text."""
    match loads(str(value)) if value is not None else None:
        case bool():
            return "boolean"
        case str():
            return "string"
        case list():
            return "array"
        case dict() | None:
            return "json"
        case _:
            return "number"


def _setting_category(key: str) -> str:
    """The registry's word (ui, business, security, voice) by the first part of the key; business when it says none."""
    first = key.partition(".")[0]
    return first if first in {"ui", "security", "voice"} else "business"
