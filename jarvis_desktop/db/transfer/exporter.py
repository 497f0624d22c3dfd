"""Export of the 42 tables as a folder of JSON files, one a table, that an import reads back without loss."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from psycopg import sql

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.snapshot import snapshot
from jarvis_desktop.db.transfer.live_tables import LiveTable, read_tables
from jarvis_desktop.db.transfer.types import ExportReport, OnProgress, Progress, silent

if TYPE_CHECKING:
    import psycopg

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.transfer.live_tables import Column

_FETCH = 2000
_TEMPORARY = ".export-"


def export_folder(
    database: Database, folder: Path, on_progress: OnProgress = silent, *, leave_out: frozenset[str] = frozenset()
) -> ExportReport:
    """Write each table that has rows, but for those to leave out, to `folder/<table>.json`, all as of one instant.

    Rows stand in primary key order, one a line, columns in the table's order, instants in ISO 8601 with Z. A folder
    with an earlier export is written over: files of tables that are not written now are removed. Nothing in the folder
    changes before every table has been read. A JSON `null` stored inside a jsonb column that may be NULL becomes NULL.

    Raises ConfigurationError for a folder that holds anything else.
    """
    try:
        refuse_foreign_files(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for left_over in folder.glob(f"{_TEMPORARY}*"):
            shutil.rmtree(left_over)
        with tempfile.TemporaryDirectory(dir=folder, prefix=_TEMPORARY) as temporary:
            rows, left_out = _write_tables(database, Path(temporary), on_progress, leave_out)
            for table in rows:
                (Path(temporary) / f"{table}.json").replace(folder / f"{table}.json")
            stale = sorted(path.name for path in folder.glob("*.json") if path.stem not in rows)
            for name in stale:
                (folder / name).unlink()
    except OSError as error:
        raise ConfigurationError(
            tr("The folder {folder} cannot be written: {strerror}.", folder=folder, strerror=error.strerror)
        ) from error
    return ExportReport(str(folder), rows, tuple(stale), left_out)


def refuse_foreign_files(folder: Path) -> None:
    """Raise ConfigurationError unless `folder` is new, empty, or holds only files that an export writes."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ConfigurationError(tr("{folder} is not a folder.", folder=folder))
    own = {f"{table}.json" for table in TABLES}
    foreign = sorted(p.name for p in folder.iterdir() if p.name not in own and not p.name.startswith(_TEMPORARY))
    if foreign:
        raise ConfigurationError(
            tr("The folder {folder} holds other files, such as “{foreign}”.", folder=folder, foreign=foreign[0]),
            hint=tr("Name an empty or a new folder; only an earlier export is written over."),
        )


def _write_tables(
    database: Database, folder: Path, on_progress: OnProgress, leave_out: frozenset[str]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Rows written per table, and the tables left out."""
    rows: dict[str, int] = {}
    with snapshot(database) as connection:
        found = read_tables(connection, ["public"])
        there = [found["public", name] for name in TABLES if ("public", name) in found]
        tables = [table for table in there if table.name not in leave_out]
        for number, table in enumerate(tables):
            count = _write_table(connection, table, folder / f"{table.name}.json")
            if count:
                rows[table.name] = count
            on_progress(Progress("export", table.name, count, (number + 1) / len(tables)))
    return rows, tuple(table.name for table in there if table.name in leave_out)


def _write_table(connection: psycopg.Connection, table: LiveTable, path: Path) -> int:
    """Write the rows of one table; no file when there are none."""
    with connection.cursor(name="jarvis_export") as cursor:
        cursor.itersize = _FETCH
        cursor.execute(_rows_as_json(table))
        first = cursor.fetchone()
        if first is None:
            return 0
        with path.open("w", encoding="utf-8", newline="\n") as out:
            out.write("[\n" + first[0])
            count = 1
            for (line,) in cursor:
                out.write(",\n" + line)
                count += 1
            out.write("\n]\n")
            out.flush()
            os.fsync(out.fileno())
    return count


def _rows_as_json(table: LiveTable) -> sql.Composed:
    columns = [_as_json(column) for column in table.columns.values()]
    order = sql.SQL(", ").join(sql.SQL("t.{}").format(sql.Identifier(name)) for name in table.primary_key)
    return sql.SQL("SELECT row_to_json(r)::text FROM (SELECT {columns} FROM {table} t {order}) r").format(
        columns=sql.SQL(", ").join(columns),
        table=table.identifier,
        order=sql.SQL("ORDER BY {}").format(order) if table.primary_key else sql.SQL(""),
    )


def _as_json(column: Column) -> sql.Composed:
    """The column for `row_to_json`, instants as text with Z where ISO 8601 can say them."""
    name = sql.Identifier(column.name)
    if column.kind not in {"timestamp", "timestamptz"}:
        return sql.SQL("t.{}").format(name)
    in_utc = sql.SQL("t.{} AT TIME ZONE 'UTC'" if column.kind == "timestamptz" else "t.{}").format(name)
    return sql.SQL(
        "CASE WHEN isfinite({c}) AND {c} >= '0001-01-01' THEN (to_json({c}) #>> '{{}}') || 'Z' "
        "ELSE to_json({c}) #>> '{{}}' END AS {name}"
    ).format(c=in_utc, name=name)
