"""Restores a backup: checked first, then all of it in one transaction or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.backup.archive import Manifest, SavedTable, open_archive, pieces, read_manifest, verify
from jarvis_desktop.db.backup.write import recorded_revision, saved_tables
from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.db.revision import REVISIONS
from jarvis_desktop.db.transfer.importer import driver_connection
from jarvis_desktop.db.transfer.live_tables import LiveTable, parents_first
from jarvis_desktop.db.transfer.types import OnProgress, Progress, silent

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Mapping
    from pathlib import Path

    from jarvis_desktop.db.engine import Database

_LOCK_WAIT = "10s"


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """Rows put back per table, when the backup was taken (ISO, UTC), and whether rows were there that it replaced."""

    file: str
    taken_at: str
    rows: dict[str, int]
    replaced: bool


def check_backup(path: Path) -> Manifest:
    """The contents of a backup whose checksums all hold; raises ConfigurationError in one sentence otherwise."""
    with open_archive(path) as archive:
        manifest = read_manifest(archive, path)
        verify(archive, manifest, path)
    return manifest


def restore(
    database: Database, path: Path, on_progress: OnProgress = silent, *, replace: bool = False
) -> RestoreReport:
    """Put the rows of the backup into a database whose schema is of the same revision.

    Without `replace` the database must hold no rows; with it, all rows of the tables are removed first, in the same
    transaction. The checksums are compared before anything is touched.

    Raises ConfigurationError for a file that cannot be used and for tables that do not fit; the database is then as
    it was.
    """
    with open_archive(path) as archive:
        manifest = read_manifest(archive, path)
        verify(archive, manifest, path)
        with database.write() as session, translated_errors():
            connection = driver_connection(session)
            connection.execute("SELECT set_config('lock_timeout', %s, true)", [_LOCK_WAIT])
            tables = _fitting(connection, manifest)
            replaced = _make_room(connection, tables, replace=replace)
            _fill(connection, archive, manifest, tables, on_progress)
            _set_sequences(connection, manifest, tables)
    rows = {_shown(table): table.rows for table in manifest.tables if table.rows}
    return RestoreReport(str(path), manifest.taken_at, rows, replaced)


def _fitting(connection: psycopg.Connection, manifest: Manifest) -> list[LiveTable]:
    """The database's tables, parents first, when every column of the backup has its place there."""
    _refuse_other_schema(manifest.revision, recorded_revision(connection))
    tables = {(table.schema, table.name): table for table in saved_tables(connection)[0]}
    for saved in manifest.tables:
        live = tables.get((saved.schema, saved.name))
        if live is None and saved.rows:
            raise ConfigurationError(
                tr("The database has no table “{saved}”, which the backup holds.", saved=_shown(saved)),
                hint=tr("Run “jarvis db upgrade”."),
            )
        missing = [name for name in saved.columns if live is not None and name not in live.columns]
        if missing and saved.rows:
            raise ConfigurationError(
                tr(
                    "The table “{saved}” has no column “{missing}”, which the backup holds.",
                    saved=_shown(saved),
                    missing=missing[0],
                ),
                hint=tr("“jarvis db check” lists what differs."),
            )
    return parents_first(tables.values())


def _refuse_other_schema(saved: str | None, here: str | None) -> None:
    """Refuse a backup whose schema is newer than the database's; an older one fits, since migrations only add."""
    if saved is None or saved == here:
        return
    if saved not in REVISIONS:
        raise ConfigurationError(
            tr("The backup is of schema {saved}, which this version of the program does not know.", saved=saved),
            hint=tr("Update the program, then restore it."),
        )
    if here not in REVISIONS or REVISIONS.index(saved) > REVISIONS.index(here):
        raise ConfigurationError(
            tr("The backup is of schema {saved}, and the database is at {here}.", saved=saved, here=here or "none"),
            hint=tr("Run “jarvis db upgrade” first."),
        )


def _make_room(connection: psycopg.Connection, tables: list[LiveTable], *, replace: bool) -> bool:
    """Lock and, where allowed, empty the tables; whether there were rows."""
    names = sql.SQL(", ").join(table.identifier for table in tables)
    try:
        connection.execute(sql.SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(names))
        full = sorted((t for t in tables if _has_rows(connection, t)), key=lambda t: (t.schema != "public", t.name))
        if full and not replace:
            raise ConfigurationError(
                tr("The database holds rows already (in “{name}” and other tables).", name=full[0].name)
                if full[1:]
                else tr("The database holds rows already (in “{name}”).", name=full[0].name),
                hint=tr("Restore into an empty database, or add --replace to remove its rows first."),
            )
        if full:
            connection.execute(sql.SQL("TRUNCATE {}").format(names))
    except psycopg.errors.LockNotAvailable as error:
        raise ConfigurationError(
            tr("The database is in use by another program."), hint=tr("Close the other windows, then restore again.")
        ) from error
    return bool(full)


def _has_rows(connection: psycopg.Connection, table: LiveTable) -> bool:
    row = connection.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(table.identifier)).fetchone()
    return bool(row and row[0])


def _fill(
    connection: psycopg.Connection,
    archive: zipfile.ZipFile,
    manifest: Manifest,
    tables: list[LiveTable],
    on_progress: OnProgress,
) -> None:
    saved = {(table.schema, table.name): table for table in manifest.tables}
    for number, table in enumerate(tables, start=1):
        source = saved.get((table.schema, table.name))
        if source is None or not source.rows:
            continue
        query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT text, ENCODING 'UTF8')").format(
            table.identifier, sql.SQL(", ").join(map(sql.Identifier, source.columns))
        )
        with connection.cursor() as cursor:
            try:
                with cursor.copy(query) as copy:
                    for piece in pieces(archive, source):
                        copy.write(piece)
            except (psycopg.DataError, psycopg.IntegrityError) as error:
                raise DatabaseRefused(
                    tr(
                        "The rows of “{source}” do not fit: {message_primary}.",
                        source=_shown(source),
                        message_primary=error.diag.message_primary or error,
                    ),
                    sqlstate=error.sqlstate or "",
                    hint=tr("Nothing was changed."),
                ) from error
        on_progress(Progress("restore", table.name, source.rows, number / len(tables)))


def _set_sequences(connection: psycopg.Connection, manifest: Manifest, tables: list[LiveTable]) -> None:
    live: Mapping[tuple[str, str], LiveTable] = {(table.schema, table.name): table for table in tables}
    for saved in manifest.sequences:
        table = live.get((saved.schema, saved.table))
        column = table.columns.get(saved.column) if table is not None else None
        if column is not None and column.sequence is not None:
            connection.execute("SELECT setval(%s, %s, %s)", [column.sequence, saved.last_value, saved.is_called])


def _shown(table: SavedTable) -> str:
    return table.name if table.schema == "public" else f"{table.schema}.{table.name}"
