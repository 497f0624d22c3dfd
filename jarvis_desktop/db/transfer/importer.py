"""Import of a folder of JSON files, one a table, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.transfer.files import BadFile, TableFile, read_rows, table_files
from jarvis_desktop.db.transfer.live_tables import LiveTable, parents_first, read_tables
from jarvis_desktop.db.transfer.parents import References
from jarvis_desktop.db.transfer.prepare import RowReader
from jarvis_desktop.db.transfer.table_import import TableImport
from jarvis_desktop.db.transfer.types import (
    ImportReport,
    Law,
    OnProgress,
    Progress,
    RowProblem,
    TableReport,
    silent,
    unruled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import psycopg

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session

_PROGRESS_ROWS = 200


def import_folder(
    database: Database, folder: Path, on_progress: OnProgress = silent, *, under: Law = unruled
) -> ImportReport:
    """Bring the rows of `folder` (or of one file) into the tables that the files are named for.

    A row that is there already is skipped, a row that does not fit is reported; a second import of the same folder
    changes nothing. All is one transaction: when the import is interrupted, or breaks the law it is `under`, nothing
    has happened.
    Raises ConfigurationError when the folder holds nothing to import or the database lacks schema `desktop`.
    """
    files = table_files(folder)
    with database.write() as session, translated_errors(), under(session):
        tables = open_for_rows(session)
        run = _Run(driver_connection(session), tables, sum(file.bytes for file in files) or 1, on_progress)
        reports = [run.unknown(file) for file in files if file.table not in tables]
        by_table = {file.table: file for file in files}
        ordered = (table for table in parents_first(tables.values()) if table.name in by_table)
        reports.extend(run.take(table, by_table[table.name]) for table in ordered)
    return ImportReport(tuple(reports))


def open_for_rows(session: Session) -> dict[str, LiveTable]:
    """The tables of the reference that the database has, by name; nobody else imports until the transaction ends.

    Raises ConfigurationError where the desktop tables that know rows again are missing, or another import runs.
    """
    if not session.scalar(text("SELECT pg_try_advisory_xact_lock(hashtext('jarvis_desktop.transfer'))")):
        raise ConfigurationError(
            tr("Another import is running on this database."), hint=tr("Try again when it has ended.")
        )
    found = read_tables(driver_connection(session), ["public", "desktop"])
    if not {("desktop", "imported_rows"), ("desktop", "starter_rows")} <= found.keys():
        raise ConfigurationError(
            tr("The database lacks the tables by which imported rows are known again."),
            hint=tr("Run “jarvis db upgrade”."),
        )
    live = {name: table for (schema, name), table in found.items() if schema == "public" and table.primary_key}
    return {name: live[name] for name in TABLES if name in live}


def driver_connection(session: Session) -> psycopg.Connection:
    """The driver's connection under `session`, its transaction begun."""
    session.execute(text("SELECT 1"))
    connection: psycopg.Connection = session.connection().connection.driver_connection  # type: ignore[assignment]  # the driver is psycopg
    return connection


@dataclass(slots=True)
class _Run:
    connection: psycopg.Connection
    tables: dict[str, LiveTable]
    bytes: int
    on_progress: OnProgress
    read_before: int = 0
    moved: dict[tuple[str, str, object], object] | None = None

    def unknown(self, file: TableFile) -> TableReport:
        """The report of a file whose table is not there."""
        if file.table in TABLES:
            reason = "the database lacks this table; “jarvis db upgrade” makes it"
        elif file.table.lower() in TABLES:
            reason = f"its name is not the name of a table, which is written “{file.table.lower()}”"
        else:
            reason = "its name is not the name of a table"
        self.read_before += file.bytes
        return TableReport(file.table, problems=(RowProblem(file.path.name, None, reason),))

    def take(self, table: LiveTable, file: TableFile) -> TableReport:
        """Import one file, or report why nothing of it was taken."""
        references = References(self.connection, self.tables, dict(self.moved or {}))
        one = TableImport(table, file.path.name, RowReader(table, tab_ids(self.connection, self.tables)), references)
        try:
            with self.connection.transaction():
                report = one.run(self._watched(table, file))
        except BadFile as error:
            report = TableReport(table.name, problems=(RowProblem(file.path.name, None, str(error)),))
        else:
            self.moved = references.moved
        self.read_before += file.bytes
        return report

    def _watched(self, table: LiveTable, file: TableFile) -> Iterator[tuple[int, object]]:
        read = 0

        def on_bytes(count: int) -> None:
            nonlocal read
            read = count

        rows = 0
        for rows, element in enumerate(read_rows(file.path, on_bytes), start=1):
            yield element
            if rows % _PROGRESS_ROWS == 0:
                self.on_progress(Progress("import", table.name, rows, (self.read_before + read) / self.bytes))
        self.on_progress(Progress("import", table.name, rows, (self.read_before + file.bytes) / self.bytes))


def tab_ids(connection: psycopg.Connection, tables: Mapping[str, LiveTable]) -> dict[str, int]:
    """The ids of the tabs by key, for `_parent_tab_key`."""
    if "tab_configurations" not in tables:
        return {}
    return dict(connection.execute("SELECT tab_key, id FROM public.tab_configurations").fetchall())
