"""What an upgrade does beside the migrations: each run adds what is missing, where data and rights allow it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateSchema, CreateTable

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.db.catalog import read_catalog
from jarvis_desktop.db.expected import expected_index
from jarvis_desktop.db.notify import TRIGGERS, trigger_statements
from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.search_indexes import EXTENSION, extension_schema, missing_indexes, retired_indexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Executable, Table

_SCHEMA = {"s": SCHEMA}
_HINTS = {
    "23505": mark("Rows with the same key are there already: remove the duplicates, then upgrade again."),
    "0A000": mark("The administrator of the server can add it."),
    "25006": mark("The database takes no changes from this user: name one that may write."),
    "42501": mark("The database user lacks the right: let the owner of the table or of the database run the upgrade."),
    "42703": mark("The table lacks a column: “jarvis db check” shows which."),
    "42804": mark("A column has another type: “jarvis db check” shows which."),
    "42P07": mark("Something else has this name already: rename it, then upgrade again."),
    "42809": mark("It is not an ordinary table."),
    "55P03": mark("Other programs were using the table: upgrade again when it is quieter."),
    "58P01": mark("The administrator of the server can add it."),
    "57014": mark("It took too long: upgrade again when the server is less busy."),
}


@dataclass(frozen=True, slots=True)
class Skip:
    """Something an upgrade left out: what, why (the server's words, no full stop), and what would help (a sentence)."""

    object: str
    reason: str
    hint: str


@dataclass(slots=True)
class Adoption:
    """One run over the tables of the reference, in the open transaction of `connection`.

    Every step is a savepoint: a step that the server refuses becomes a Skip and undoes nothing else.
    """

    connection: Connection
    created_indexes: list[str] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)

    def ensure_schema(self) -> bool:
        """Whether schema `desktop` is there, or could be made, with the right to make things in it."""
        known = self.connection.scalar(text("SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = :s"), _SCHEMA)
        if known is None:
            return self._attempt(f"schema {SCHEMA}", CreateSchema(SCHEMA))
        if self.connection.scalar(
            text("SELECT has_schema_privilege(:s, 'USAGE') AND has_schema_privilege(:s, 'CREATE')"), _SCHEMA
        ):
            return True
        self._skip(f"schema {SCHEMA}", "42501", tr("Permission denied for the schema"))
        return False

    def add_tables(self, tables: Mapping[str, Table]) -> None:
        """Make those that are missing, in the order given, which foreign keys allow."""
        there = existing(self.connection)
        for name, table in tables.items():
            if name not in there:
                self._attempt(f"table {name}", CreateTable(table))

    def add_indexes(self) -> None:
        """Make the listed indexes that no index or key of a table stands for already, whatever its name."""
        found = read_catalog(self.connection)
        for table in TABLES.values():
            for index in sorted(table.indexes, key=lambda index: str(index.name)):
                covered = table.name not in found or found[table.name].covers(expected_index(index))
                if not covered and self._attempt(f"index {index.name}", CreateIndex(index)):
                    self.created_indexes.append(str(index.name))

    def add_search_indexes(self) -> None:
        """Make the indexes of lists and the search where they are missing; take away those of older versions."""
        for name in retired_indexes(self.connection):
            self._attempt(f"index {name}", text(f'DROP INDEX public."{name}"'))
        missing = missing_indexes(self.connection)
        schema = self._trigram_schema() if any(index.trigrams for index in missing) else None
        grown: dict[str, None] = {}
        for index in missing:
            if index.trigrams and schema is None:
                continue
            if self._attempt(f"index {index.name}", text(index.statement(schema or ""))):
                self.created_indexes.append(index.name)
                grown[index.table] = None
        for table in grown:
            # The server knows nothing yet of how common the words of an index are.
            self._attempt(f"statistics of {table}", text(f'ANALYZE public."{table}"'))

    def _trigram_schema(self) -> str | None:
        schema = extension_schema(self.connection)
        if schema is None and self._attempt(
            f"extension {EXTENSION}", text(f"CREATE EXTENSION {EXTENSION} SCHEMA public")
        ):
            schema = extension_schema(self.connection)
        return schema

    def add_triggers(self) -> None:
        """Attach the triggers that announce changes where they are missing and the key column is there."""
        found = read_catalog(self.connection)
        for table in TABLES.values():
            shape = found.get(table.name)
            if shape is None or shape.triggers.issuperset(TRIGGERS):
                continue
            (key,) = table.primary_key.columns
            if key.name not in shape.columns:
                self._skip(f"live updates of {table.name}", "42703", tr("Column “{name}” is missing", name=key.name))
                continue
            missing = [sql for name, sql in trigger_statements(table).items() if name not in shape.triggers]
            self._attempt(f"live updates of {table.name}", *map(text, missing))

    def _attempt(self, what: str, *statements: Executable) -> bool:
        """Run a step in a savepoint; False, with a Skip noted, when the server refuses it."""
        try:
            with self.connection.begin_nested():
                for statement in statements:
                    self.connection.execute(statement)
        except DBAPIError as error:
            if error.connection_invalidated or not isinstance(error.orig, psycopg.Error):
                raise
            reason = error.orig.diag.message_primary or str(error.orig)
            self._skip(what, error.orig.sqlstate or "", reason[:1].upper() + reason[1:])
            return False
        return True

    def _skip(self, what: str, state: str, reason: str) -> None:
        self.skipped.append(Skip(what, reason.removesuffix("."), shown(_HINTS[state]) if state in _HINTS else ""))


def existing(connection: Connection) -> frozenset[str]:
    """The names that a table of ours could not be given any more: bare in schema public, else with the schema."""
    statement = text("""
        SELECT CASE n.nspname WHEN 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', :s)
    """)
    return frozenset(connection.scalars(statement, _SCHEMA))
