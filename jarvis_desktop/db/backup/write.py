"""Takes a backup: all rows as of one instant, while others go on writing."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg import sql

from jarvis_desktop import __version__
from jarvis_desktop.core.clock import SystemClock
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.backup.archive import MANIFEST, Manifest, SavedSequence, SavedTable, member_info
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.snapshot import snapshot
from jarvis_desktop.db.transfer.live_tables import LiveTable, catalogue_text, read_tables
from jarvis_desktop.db.transfer.types import OnProgress, Progress, silent

if TYPE_CHECKING:
    import psycopg

    from jarvis_desktop.core.clock import Clock
    from jarvis_desktop.db.engine import Database

NOT_SAVED = frozenset({("desktop", "alembic_version")})
"""Tables whose rows belong to the schema, not to the data."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup written: where, how many bytes, rows per table (`desktop.` before our own), and what it left out."""

    file: str
    bytes: int
    rows: dict[str, int]
    revision: str | None
    left_out: tuple[str, ...]


def saved_tables(connection: psycopg.Connection) -> tuple[list[LiveTable], list[str]]:
    """The tables that backups hold, the 42 and those of schema `desktop`; and the names of others in `public`."""
    found = read_tables(connection, ["public", "desktop"])
    kept = [
        table
        for key, table in found.items()
        if key not in NOT_SAVED and (table.schema == "desktop" or table.name in TABLES)
    ]
    return kept, [name for schema, name in found if schema == "public" and name not in TABLES]


def back_up(
    database: Database, path: Path, on_progress: OnProgress = silent, *, clock: Clock | None = None
) -> BackupReport:
    """Write all rows to `path`; an older file there is replaced only when the new one is complete.

    Raises ConfigurationError when the file cannot be written.
    """
    temporary: Path | None = None
    taken_at = (clock or SystemClock()).now().isoformat()
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
            temporary = Path(out.name)
            with zipfile.ZipFile(out, "w", compresslevel=1) as archive, snapshot(database) as connection:
                manifest, left_out = _write(connection, archive, on_progress, taken_at)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except OSError as error:
        raise ConfigurationError(
            tr("The backup {path} cannot be written: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    rows = {(t.name if t.schema == "public" else f"{t.schema}.{t.name}"): t.rows for t in manifest.tables}
    return BackupReport(str(path), path.stat().st_size, rows, manifest.revision, tuple(left_out))


def _write(
    connection: psycopg.Connection, archive: zipfile.ZipFile, on_progress: OnProgress, taken_at: str
) -> tuple[Manifest, list[str]]:
    tables, left_out = saved_tables(connection)
    saved = []
    for number, table in enumerate(tables, start=1):
        saved.append(_write_table(connection, archive, table))
        on_progress(Progress("backup", table.name, saved[-1].rows, number / len(tables)))
    manifest = Manifest(
        taken_at=taken_at,
        program=__version__,
        server=connection.info.parameter_status("server_version") or "",
        revision=recorded_revision(connection),
        tables=tuple(saved),
        sequences=tuple(_sequences(connection, tables)),
    )
    archive.writestr(member_info(MANIFEST), manifest.to_json())
    return manifest, left_out


def _write_table(connection: psycopg.Connection, archive: zipfile.ZipFile, table: LiveTable) -> SavedTable:
    columns = tuple(column.name for column in table.stored_columns)
    query = sql.SQL("COPY {} ({}) TO STDOUT (FORMAT text, ENCODING 'UTF8')").format(
        table.identifier, sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    digest = hashlib.sha256()
    name = SavedTable(table.schema, table.name, columns, 0, "").member
    with connection.cursor() as cursor:
        with archive.open(member_info(name), "w", force_zip64=True) as member, cursor.copy(query) as copy:
            for piece in copy:
                digest.update(piece)
                member.write(piece)
        rows = cursor.rowcount
    return SavedTable(table.schema, table.name, columns, rows, digest.hexdigest())


def _sequences(connection: psycopg.Connection, tables: list[LiveTable]) -> list[SavedSequence]:
    saved = []
    for table in tables:
        for column in table.stored_columns:
            if column.sequence is None:
                continue
            query = sql.SQL("SELECT last_value, is_called FROM {}").format(catalogue_text(column.sequence))
            row = connection.execute(query).fetchone()
            if row is not None:
                saved.append(SavedSequence(table.schema, table.name, column.name, row[0], row[1]))
    return saved


def recorded_revision(connection: psycopg.Connection) -> str | None:
    """The migration that the database records, None when it records none."""
    there = connection.execute("SELECT to_regclass('desktop.alembic_version') IS NOT NULL").fetchone()
    if there is None or not there[0]:
        return None
    row = connection.execute("SELECT version_num FROM desktop.alembic_version").fetchone()
    return None if row is None else str(row[0])
