"""Writing rows to a file: all of one instant, the whole file or none of it."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.core.cancel import Cancellation, Cancelled
from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.db.streaming import copied, driver_of, fetched, interrupt, long_snapshot
from jarvis_desktop.exports import csv_file, json_lines, queries
from jarvis_desktop.exports.places import put, real, refuse_existing, workplace
from jarvis_desktop.exports.rows import Tally
from jarvis_desktop.exports.types import ExportCancelled, Exported, ExportFormat, ExportRequest, Printable
from jarvis_desktop.tables.types import Page, Row

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.exports.types import OnRows
    from jarvis_desktop.tables.catalog import StoredColumn
    from jarvis_desktop.tables.choice import Choice
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import RowSet


def _silent(_rows: int) -> None:
    """Tell nobody."""


class ExportService:
    """Exports of any table; several may run at once, each on a connection of its own."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables

    def export(
        self, request: ExportRequest, *, progress: OnRows = _silent, wanted: Cancellation | None = None
    ) -> Exported:
        """Write the rows of `request` as they are at this instant, in their order, to its file.

        `progress` is told now and then, in this thread, how many rows are written; `wanted` ends it from another one.
        The file is whole or not there: whatever goes wrong takes away what was written.
        Raises ExportFailed (FileExists among them), ExportCancelled, DatabaseUnavailable, ConfigurationError,
        InvalidInput for a filter's value.
        """
        began = time.monotonic()
        wanted = wanted or Cancellation()
        tally = Tally(progress, wanted)
        target = real(request.file)
        try:
            with workplace(target) as folder:
                refuse_existing(target, replace=request.replace)
                result = self._write(request, folder / "rows", tally, wanted)
                wanted.check()
                place = put(result.file, target, replace=request.replace)
                size = place.stat().st_size
        except Cancelled as error:
            raise ExportCancelled(tr("The export was stopped. No file was written.")) from error
        except DatabaseUnavailable as error:
            raise _lost(tally.rows) from error
        return replace(result, file=place, size=size, seconds=time.monotonic() - began, beside=place != target)

    def printable(self, rows: RowSet, columns: tuple[str, ...], most: int) -> Printable:
        """The first `most` rows of the set, with the columns of these names, as a screen would show them."""
        with self._database.read() as session:
            choice = self._tables.choice(session, rows)
            shown = [choice.table.column(name) for name in columns]
            found = queries.read_shown(session, choice, shown, most + 1)
        page = Page(
            tuple(column.info for column in shown), tuple(Row(row[0], tuple(row[1:])) for row in found[:most]), None
        )
        return Printable(page, len(found) > most)

    def _write(self, request: ExportRequest, file: Path, tally: Tally, wanted: Cancellation) -> Exported:
        with long_snapshot(self._database) as session, wanted.stopping(partial(interrupt, driver_of(session))):
            choice = self._tables.choice(session, request.rows)
            columns = [choice.table.column(asked.name) for asked in request.columns]
            _require_zone(session, request)
            return _WRITERS[request.options.format](session, choice, columns, request, file, tally)


def _write_csv(
    session: Session, choice: Choice, columns: list[StoredColumn], request: ExportRequest, file: Path, tally: Tally
) -> Exported:
    options = request.options
    utf8 = driver_of(session).info.parameter_status("server_encoding") == "UTF8"
    select = queries.select_texts(choice, columns, zone=options.zone, guarded=options.guarded, utf8=utf8)
    rows = copied(session, select, csv_file.copy_form(options))
    texts = [queries.is_text(column) for column in columns]
    with file.open("wb", buffering=1 << 20) as out:
        changed = csv_file.write(out, rows, _headings(request), texts, options, tally)
    return Exported(file, tally.rows, 0, 0, guarded=changed)


def _write_json_lines(
    session: Session, choice: Choice, columns: list[StoredColumn], request: ExportRequest, file: Path, tally: Tally
) -> Exported:
    select = queries.select_objects(choice, columns, zone=request.options.zone)
    with file.open("wb", buffering=1 << 20) as out:
        json_lines.write(out, copied(session, select, json_lines.COPY_FORM), tally)
    return Exported(file, tally.rows, 0, 0)


def _write_workbook(
    session: Session, choice: Choice, columns: list[StoredColumn], request: ExportRequest, file: Path, tally: Tally
) -> Exported:
    # Imported here: other exports do without, and so does the start.
    from jarvis_desktop.exports.workbook import LONGEST_TEXT, SHEET_ROWS, WorkbookFile

    select = queries.select_cells(choice, columns, zone=request.options.zone, longest=LONGEST_TEXT)
    infos = [column.info for column in columns]
    book = WorkbookFile(file, choice.table.info.label, infos, _headings(request), SHEET_ROWS)
    try:
        book.write(fetched(session, select), tally)
        book.close()
    except BaseException:
        book.discard()
        raise
    return Exported(file, tally.rows, 0, 0, cut=book.cut, sheets=book.sheets)


_WRITERS = {
    ExportFormat.CSV: _write_csv,
    ExportFormat.JSON_LINES: _write_json_lines,
    ExportFormat.XLSX: _write_workbook,
}


def _headings(request: ExportRequest) -> list[str]:
    return [column.label if request.options.labels else column.name for column in request.columns]


def _require_zone(session: Session, request: ExportRequest) -> None:
    zone = request.options.zone
    if zone and not queries.knows_zone(session, zone):
        raise ConfigurationError(
            tr("The database does not know the time zone “{zone}”.", zone=zone),
            hint=tr("Write the times exactly, in UTC."),
        )


def _lost(rows: int) -> DatabaseUnavailable:
    return DatabaseUnavailable(
        tr_n(
            "The connection to the database was lost after {n} row. No file was written.",
            "The connection to the database was lost after {n} rows. No file was written.",
            rows,
            n=grouped(rows),
        )
        if rows
        else tr("The connection to the database was lost. No file was written."),
        title=tr("Not exported"),
        hint=tr("Export again when the database is back."),
    )
