"""Statements over the rows of one table: find by key, insert, replace, and what the desktop tables remember."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from psycopg import sql

from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.db.transfer.identity import content_hash_sql
from jarvis_desktop.db.transfer.live_tables import catalogue_text
from jarvis_desktop.db.transfer.values import INTEGER_BITS, BadValue, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import psycopg

    from jarvis_desktop.db.transfer.live_tables import Column, LiveTable

STAND_IN_TABLES = frozenset({"users", "config_registry"})
"""Tables in which an import makes a row that others refer to and no file brought."""
_STAND_IN = "stand-in:"
_PARAMETERS = 60_000  # of the 65,535 that one statement may have
_LEFT_FOR_NEW_ROWS = 20  # a twentieth of all numbers


@dataclass(slots=True)
class Row:
    """One row of a file, its values ready for statements.

    `digest` identifies the row as a whole where nothing else does. `given_id` is the serial id that the file gave.
    """

    index: int
    values: dict[str, object]
    digest: str = ""
    given_id: object = None
    later: dict[str, object] = field(default_factory=dict)
    """References within the table that can only be set once all its rows are there."""


class Origin(StrEnum):
    """Whose a stored row is."""

    OWN = "own"
    STARTER = "starter"
    STARTER_EDITED = "starter_edited"
    STAND_IN = "stand_in"


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of the table: its primary key as text, its values as JSON text, and whose it is."""

    key: str
    document: str
    origin: Origin

    @property
    def replaceable(self) -> bool:
        """Whether an imported row of the same key takes its place."""
        return self.origin in {Origin.STARTER, Origin.STAND_IN}


@dataclass(frozen=True, slots=True)
class Written:
    """A row just inserted: its primary key as text, and the hash of its content."""

    key: str
    content_hash: str


class TableRows:
    """The rows of one table, inside the caller's transaction."""

    def __init__(self, connection: psycopg.Connection, table: LiveTable) -> None:
        self.connection = connection
        self.table = table
        self.key_column: Column = table.columns[table.primary_key[0]]
        self._defaults: dict[str, object] = {}

    def default(self, name: str) -> object:
        """What the database puts into `name` when a row leaves it out, as a parameter."""
        column = self.table.columns[name]
        if name not in self._defaults:
            self._defaults[name] = None
            if column.default is not None and column.sequence is None:
                query = sql.SQL("SELECT to_jsonb({})::text").format(catalogue_text(column.default))
                row = self.connection.execute(query, []).fetchone()
                if row is not None and row[0] is not None:
                    self._defaults[name] = convert(column, loads(row[0]))
        return self._defaults[name]

    def value(self, row: Row, name: str) -> object:
        """The value that `row` will have in `name`."""
        return row.values[name] if name in row.values else self.default(name)

    def find(self, key: Sequence[str], rows: Sequence[Row]) -> dict[int, Stored]:
        """The stored rows with the same `key`, by position in `rows`; NULL is equal to NULL."""
        if not rows:
            return {}
        columns = [self.table.columns[name] for name in key]
        names = [sql.Identifier(f"k{n}") for n in range(len(key))]
        query = sql.SQL(
            "SELECT DISTINCT ON (k.n) k.n - 1, {stored} FROM unnest({lists}) WITH ORDINALITY AS k({names}, n) "
            "JOIN {table} t ON {same} {memory} ORDER BY k.n, t.{pk}"
        ).format(
            stored=self._stored(),
            lists=sql.SQL(", ").join(sql.SQL("%s::{}[]").format(catalogue_text(column.sql_type)) for column in columns),
            names=sql.SQL(", ").join(names),
            table=self.table.identifier,
            same=sql.SQL(" AND ").join(
                sql.SQL("t.{} IS NOT DISTINCT FROM k.{}" if column.nullable else "t.{} = k.{}").format(
                    sql.Identifier(column.name), name
                )
                for column, name in zip(columns, names, strict=True)
            ),
            memory=self._memory(),
            pk=sql.Identifier(self.key_column.name),
        )
        lists = [[self.value(row, name) for row in rows] for name in key]
        return {n: Stored(pk, doc, Origin(origin)) for n, pk, doc, origin in self.connection.execute(query, lists)}

    def find_imported(self, rows: Sequence[Row]) -> dict[int, Stored]:
        """The rows that an earlier import stored for the same whole row, unless they have been deleted since."""
        query = sql.SQL(
            "SELECT k.n - 1, {stored} FROM unnest(%s::text[]) WITH ORDINALITY AS k(digest, n) "
            "JOIN desktop.imported_rows h ON h.table_name = {name} AND h.row_hash = k.digest "
            "JOIN {table} t ON t.{pk} = h.row_id::{pk_type} {memory}"
        ).format(
            stored=self._stored(),
            name=sql.Literal(self.table.name),
            table=self.table.identifier,
            pk=sql.Identifier(self.key_column.name),
            pk_type=catalogue_text(self.key_column.sql_type),
            memory=self._memory(),
        )
        found = self.connection.execute(query, [[row.digest for row in rows]])
        return {n: Stored(pk, doc, Origin(origin)) for n, pk, doc, origin in found}

    def stored(self, keys: Sequence[str]) -> dict[str, Stored]:
        """The rows with these primary keys (as text), by key."""
        query = sql.SQL("SELECT {stored} FROM {table} t {memory} WHERE t.{pk} = ANY(%s::{pk_type}[])").format(
            stored=self._stored(),
            table=self.table.identifier,
            memory=self._memory(),
            pk=sql.Identifier(self.key_column.name),
            pk_type=catalogue_text(self.key_column.sql_type),
        )
        found = self.connection.execute(query, [list(keys)])
        return {key: Stored(key, document, Origin(origin)) for key, document, origin in found}

    def _stored(self) -> sql.Composed:
        stand_in: sql.Composable = sql.SQL("false")
        if self.table.name in STAND_IN_TABLES:
            stand_in = sql.SQL(
                "EXISTS (SELECT FROM desktop.imported_rows i WHERE i.table_name = {name} "
                "AND i.row_hash = {prefix} || {hash} AND i.row_id = t.{pk}::text)"
            ).format(
                name=sql.Literal(self.table.name),
                prefix=sql.Literal(_STAND_IN),
                hash=self._hash(),
                pk=sql.Identifier(self.key_column.name),
            )
        return sql.SQL(
            "t.{pk}::text, to_jsonb(t)::text, CASE WHEN s.content_hash = {hash} THEN 'starter' "
            "WHEN s.content_hash IS NOT NULL THEN 'starter_edited' WHEN {stand_in} THEN 'stand_in' ELSE 'own' END"
        ).format(pk=sql.Identifier(self.key_column.name), hash=self._hash(), stand_in=stand_in)

    def _memory(self) -> sql.Composed:
        return sql.SQL("LEFT JOIN desktop.starter_rows s ON s.table_name = {name} AND s.row_id = t.{pk}::text").format(
            name=sql.Literal(self.table.name), pk=sql.Identifier(self.key_column.name)
        )

    def _hash(self) -> sql.SQL:
        return catalogue_text(content_hash_sql(self.table))

    def insert(self, rows: Sequence[Row], *, hashed: bool = False) -> list[Written]:
        """Add `rows` in their order, with the hashes of their content where those are wanted.

        A row without an id gets one that no row has. Raises the driver's error for the first row that does not fit.
        """
        written: list[Written] = []
        behind = True
        for names, group in groupby(rows, key=lambda row: tuple(row.values)):
            alike = list(group)
            if self.table.serial_key in names:
                behind = True
            elif behind:
                self.advance_sequence()
                behind = False
            step = _PARAMETERS // len(names)
            for start in range(0, len(alike), step):
                written += self._insert_alike(names, alike[start : start + step], hashed=hashed)
        return written

    def _insert_alike(self, names: tuple[str, ...], rows: Sequence[Row], *, hashed: bool) -> list[Written]:
        """Rows with values for the same columns, as one statement: their ids follow their order."""
        values = sql.SQL("({})").format(sql.SQL(", ").join(self._placeholder(name) for name in names))
        query = sql.SQL("INSERT INTO {} AS t ({}) VALUES {} RETURNING t.{}::text, {}").format(
            self.table.identifier,
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join([values] * len(rows)),
            sql.Identifier(self.key_column.name),
            self._hash() if hashed else sql.SQL("''"),
        )
        parameters = [value for row in rows for value in row.values.values()]
        return [Written(*record) for record in self.connection.execute(query, parameters)]

    def replace(self, key: str, row: Row, *, rest: bool = True) -> str:
        """Give the stored row with primary key `key` the values of `row`; its new hash.

        Other columns take their defaults, or without `rest` stay as they are.
        """
        changed = [
            column
            for column in self.table.stored_columns
            if column.name not in self.table.primary_key and (rest or column.name in row.values)
        ]
        assignments = [
            sql.SQL("{} = {}").format(
                sql.Identifier(column.name),
                self._placeholder(column.name) if column.name in row.values else sql.SQL("DEFAULT"),
            )
            for column in changed
        ]
        query = sql.SQL("UPDATE {} AS t SET {} WHERE t.{} = {} RETURNING {}").format(
            self.table.identifier,
            sql.SQL(", ").join(assignments),
            sql.Identifier(self.key_column.name),
            self._placeholder(self.key_column.name),
            self._hash(),
        )
        values = [row.values[column.name] for column in changed if column.name in row.values]
        found = self.connection.execute(query, [*values, key]).fetchone()
        return str(found[0]) if found is not None else ""

    def _placeholder(self, name: str) -> sql.Composed:
        return sql.SQL("%s::{}").format(catalogue_text(self.table.columns[name].sql_type))

    def remember_as_loaded(self, keys: Sequence[str]) -> None:
        """Take the present content of these starter rows for the one they were loaded with."""
        self.connection.execute(
            sql.SQL(
                "UPDATE desktop.starter_rows s SET content_hash = {hash} FROM {table} t "
                "WHERE s.table_name = {name} AND s.row_id = t.{pk}::text AND s.row_id = ANY(%s)"
            ).format(
                hash=self._hash(),
                table=self.table.identifier,
                name=sql.Literal(self.table.name),
                pk=sql.Identifier(self.key_column.name),
            ),
            [list(keys)],
        )

    def own(self, key: str) -> None:
        """Forget that the row was a starter row or a stand-in: it is the person's now."""
        self.connection.execute(
            "DELETE FROM desktop.starter_rows WHERE table_name = %s AND row_id = %s", [self.table.name, key]
        )
        self.connection.execute(
            "DELETE FROM desktop.imported_rows WHERE table_name = %s AND row_id = %s AND row_hash LIKE %s",
            [self.table.name, key, f"{_STAND_IN}%"],
        )

    def remember_imported(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keep (whole-row hash, primary key) of rows just stored."""
        digests, keys = zip(*rows, strict=True)
        self.connection.execute(
            "INSERT INTO desktop.imported_rows (table_name, row_hash, row_id) "
            "SELECT %s, * FROM unnest(%s::text[], %s::text[]) "
            "ON CONFLICT (table_name, row_hash) DO UPDATE SET row_id = excluded.row_id",
            [self.table.name, list(digests), list(keys)],
        )

    def remember_stand_in(self, written: Written) -> None:
        """Keep that the row only stands in for one that an import lacked."""
        self.remember_imported([(_STAND_IN + written.content_hash, written.key)])

    def advance_sequence(self) -> None:
        """Let the table's numbering go on after its highest id.

        Ids near the end of their type do not count: after them no number would be left for new rows.
        """
        if self.table.serial_key is None:
            return
        sequence = self.table.columns[self.table.serial_key].sequence or ""
        last = (1 << (INTEGER_BITS.get(self.key_column.kind, 32) - 1)) - 1
        self.connection.execute(
            sql.SQL(
                "SELECT setval({}, highest) FROM (SELECT max({id}) AS highest FROM {} WHERE {id} <= {}) m, {} s {}"
            ).format(
                sql.Literal(sequence),
                self.table.identifier,
                sql.Literal(last - last // _LEFT_FOR_NEW_ROWS),
                catalogue_text(sequence),
                sql.SQL("WHERE highest > s.last_value OR (highest = s.last_value AND NOT s.is_called)"),
                id=sql.Identifier(self.table.serial_key),
            )
        )

    def differs(self, row: Row, stored: Stored) -> bool:
        """Whether the stored row holds other values than `row` gives."""
        try:
            document = loads(stored.document)
        except NotJson:  # deeper than what an import writes
            return True
        for name, value in row.values.items():
            column = self.table.columns[name]
            try:
                there = convert(column, document[name])
            except BadValue:
                return True
            if column.kind in {"json", "jsonb"} and value is not None and there is not None:
                if loads(str(value)) != document[name]:
                    return True
            elif there != value:
                return True
        return False
