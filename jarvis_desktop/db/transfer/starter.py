"""The starter data: loaded once into a new database, and brought back by “reset sample data”."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import text

from jarvis_desktop.core.clock import SystemClock
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.db.starter_version import remember_starter
from jarvis_desktop.db.transfer.files import BadFile, TableFile, read_rows, table_files
from jarvis_desktop.db.transfer.identity import natural_key, row_hash, unique_keys
from jarvis_desktop.db.transfer.importer import driver_connection, open_for_rows, tab_ids
from jarvis_desktop.db.transfer.live_tables import LiveTable, parents_first
from jarvis_desktop.db.transfer.matching import Matcher
from jarvis_desktop.db.transfer.moments import resolve_moments
from jarvis_desktop.db.transfer.parents import References
from jarvis_desktop.db.transfer.prepare import RowReader
from jarvis_desktop.db.transfer.rows import Origin, Row, Stored, TableRows
from jarvis_desktop.db.transfer.self_links import SelfLinks
from jarvis_desktop.db.transfer.types import Law, RowProblem, StarterReport, unruled
from jarvis_desktop.db.transfer.values import BadValue, storable_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jarvis_desktop.core.clock import Clock
    from jarvis_desktop.db.engine import Database


_LOCK = 0x4A41_5256_5354
"""Taken by whoever adds or restores starter rows, until the transaction ends."""


def starter_loaded(database: Database) -> bool:
    """Whether the database has been given starter data."""
    with database.read() as session:
        return bool(session.scalar(text("SELECT EXISTS (SELECT FROM desktop.starter_rows)")))


def load_starter(database: Database, folder: Path, *, clock: Clock | None = None) -> StarterReport:
    """Add the starter rows that this database was never given, and bring those that nobody edited to this version.

    What was deleted or edited stays so, and so do instants relative to the first loading. A table of which all starter
    rows were deleted gets no new ones. One transaction.

    Raises ConfigurationError for a folder that is not starter data.
    """
    return _run(database, folder, clock or SystemClock(), restore=False)


def reset_starter(
    database: Database, folder: Path, *, clock: Clock | None = None, under: Law = unruled
) -> StarterReport:
    """Bring the starter rows back: deleted ones again, edited ones to their content, instants relative to now.

    The person's own rows stay, also where one has the place of a starter row. One transaction, which fails when it
    breaks the law it is `under`.
    """
    return _run(database, folder, clock or SystemClock(), restore=True, under=under)


def _run(database: Database, folder: Path, clock: Clock, *, restore: bool, under: Law = unruled) -> StarterReport:
    files = {file.table: file for file in table_files(folder)}
    outcome = _Outcome()
    with database.write() as session, translated_errors(), under(session):
        # Two programs that start on a new database would both add the same rows.
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        tables = open_for_rows(session)
        references = References(driver_connection(session), tables)
        for table in parents_first(tables.values()):
            if table.name in files:
                _StarterTable(table, references, clock, outcome).run(files[table.name], restore=restore)
        remember_starter(session, folder)
    return StarterReport(
        outcome.inserted,
        outcome.restored,
        outcome.unchanged,
        tuple(outcome.kept),
        tuple(outcome.problems),
        outcome.renewed,
    )


@dataclass(slots=True)
class _Outcome:
    inserted: int = 0
    restored: int = 0
    unchanged: int = 0
    renewed: int = 0
    kept: list[RowProblem] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """One row of a starter file: the key it is remembered by, and its values; `moments` are relative to now."""

    key: str
    row: Row
    moments: frozenset[str]


class _StarterTable:
    """The starter rows of one table."""

    def __init__(self, table: LiveTable, references: References, clock: Clock, outcome: _Outcome) -> None:
        self._table = table
        self._references = references
        self._connection = references.connection
        self._rows = TableRows(self._connection, table)
        self._links = SelfLinks(self._connection, table)
        self._now = clock.now()
        self._outcome = outcome
        self._file = ""

    def run(self, file: TableFile, *, restore: bool) -> None:
        self._file = file.path.name
        entries = self._read(file)
        known = self._known()
        there = self._rows.stored(list(known.values()))
        absent: list[_Entry] = []
        for entry in entries:
            stored = there.get(known.get(entry.key, ""))
            if stored is not None:
                self._follow(entry.row, stored.key)
            if not restore and entry.key in known:
                self._renew(entry, stored)
            elif stored is not None:
                self._restore(entry, stored)
            elif restore or there or not known:
                absent.append(entry)
            else:
                self._outcome.unchanged += 1
        self._add(absent)
        for index, reason in self._links.settle().items():
            self._problem(index, reason)
            self._outcome.inserted -= 1
        self._rows.remember_as_loaded(self._links.waiting)
        self._rows.advance_sequence()

    def _read(self, file: TableFile) -> list[_Entry]:
        reader = RowReader(self._table, tab_ids(self._connection, self._references.tables))
        entries: list[_Entry] = []
        try:
            for index, given in read_rows(file.path):
                content = resolve_moments(self._table, given, self._now) if isinstance(given, dict) else given
                try:
                    row = reader.read(index, content)
                except BadValue as error:
                    self._problem(index, str(error))
                    continue
                self._references.follow(self._table, row)
                entries.append(_Entry(self._key(row, given), row, _moments(given, content)))
        except BadFile as error:
            raise ConfigurationError(
                tr("The starter file {path} cannot be used: {error}.", path=file.path, error=error)
            ) from error
        return entries

    def _key(self, row: Row, given: object) -> str:
        """What the row is remembered by: its key in the file, whatever becomes of the stored row."""
        natural = natural_key(self._table)
        for key in (*unique_keys(self._table), *((natural,) if natural else ())):
            return json.dumps([self._rows.value(row, name) for name in key], ensure_ascii=False, default=str)
        if row.given_id is not None:
            return storable_json([row.given_id])
        return row_hash(given) if isinstance(given, dict) else ""

    def _known(self) -> dict[str, str]:
        """Primary keys of the rows that starter rows became, by the key they are remembered by."""
        found = self._connection.execute(
            "SELECT natural_key, row_id FROM desktop.starter_rows WHERE table_name = %s", [self._table.name]
        )
        return dict(found.fetchall())

    def _renew(self, entry: _Entry, stored: Stored | None) -> None:
        """Bring a row that nobody edited to what the file holds now."""
        row = entry.row
        for name in (self._table.serial_key, *entry.moments):
            row.values.pop(name or "", None)
        if stored is None or stored.origin is not Origin.STARTER or not self._rows.differs(row, stored):
            self._outcome.unchanged += 1
        elif not self._refused([entry]) and self._write(entry, stored, rest=False):
            self._outcome.renewed += 1

    def _restore(self, entry: _Entry, stored: Stored) -> None:
        edited = stored.origin is Origin.STARTER_EDITED
        if self._table.serial_key is not None:
            entry.row.values.pop(self._table.serial_key, None)
        if not self._rows.differs(entry.row, stored) and not edited:
            self._outcome.unchanged += 1
            return
        if not self._refused([entry]) and self._write(entry, stored, rest=True):
            self._outcome.restored += edited
            self._outcome.unchanged += not edited

    def _write(self, entry: _Entry, stored: Stored, *, rest: bool) -> bool:
        try:
            with self._connection.transaction():
                content_hash = self._rows.replace(stored.key, entry.row, rest=rest)
                self._remember([(entry, stored.key, content_hash)])
        except psycopg.IntegrityError as error:
            self._keep(entry.row.index, error.diag.message_detail or str(error))
            return False
        return True

    def _add(self, entries: Sequence[_Entry]) -> None:
        """Insert those whose place nobody has."""
        found = Matcher(self._rows, ids_tell=False).find([entry.row for entry in entries])
        for position, stored in found.items():
            row = entries[position].row
            self._follow(row, stored.key)
            self._keep(row.index, f"a row of your own has its place (id {stored.key})")
        new = [entry for position, entry in enumerate(entries) if position not in found]
        refused = self._refused(new)
        new = [entry for position, entry in enumerate(new) if position not in refused]
        if not new:
            return
        with self._connection.transaction():
            written = self._rows.insert([entry.row for entry in new], hashed=True)
            pairs = list(zip(new, written, strict=True))
            self._remember([(entry, made.key, made.content_hash) for entry, made in pairs])
        self._outcome.inserted += len(new)
        for entry, made in pairs:
            self._follow(entry.row, made.key)
            self._links.note(entry.row, made.key)

    def _refused(self, entries: Sequence[_Entry]) -> set[int]:
        """Positions of rows that refer to nothing."""
        reasons = self._references.check(self._table, [entry.row for entry in entries])
        for position, reason in reasons.items():
            self._problem(entries[position].row.index, reason)
        return set(reasons)

    def _follow(self, row: Row, key: str) -> None:
        self._references.moves(self._table, row, key)

    def _remember(self, rows: Sequence[tuple[_Entry, str, str]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO desktop.starter_rows (table_name, natural_key, row_id, content_hash) "
                "VALUES (%s, %s, %s, %s) ON CONFLICT (table_name, natural_key) "
                "DO UPDATE SET row_id = excluded.row_id, content_hash = excluded.content_hash",
                [(self._table.name, entry.key, key, content_hash) for entry, key, content_hash in rows],
            )

    def _keep(self, index: int, reason: str) -> None:
        self._outcome.kept.append(RowProblem(self._file, index, reason))

    def _problem(self, index: int, reason: str) -> None:
        self._outcome.problems.append(RowProblem(self._file, index, reason))


def _moments(given: object, content: object) -> frozenset[str]:
    """The columns that a file gives relative to now."""
    if not isinstance(given, dict) or not isinstance(content, dict):
        return frozenset()
    return frozenset(name for name in given if given[name] != content.get(name))
