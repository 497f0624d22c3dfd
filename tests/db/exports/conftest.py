"""Incidents, and files of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, text

from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.exports.service import ExportService
from jarvis_desktop.exports.types import ExportColumn, Exported, ExportOptions, ExportRequest
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jarvis_desktop.db.engine import Database


class Exports:
    """Incidents, and files of them."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.tables = TableService(database)
        self.service = ExportService(database, self.tables)
        self.folder = folder

    def store(self, *rows: Mapping[str, Any], table: str = "incidents") -> None:
        whole = (
            [{"incident_id": f"I-{n}", "title": "-", **row} for n, row in enumerate(rows)]
            if table == "incidents"
            else rows
        )
        with self.database.write() as session:
            session.execute(insert(TABLES[table]), [dict(row) for row in whole])

    def run(self, statement: str) -> None:
        with self.database.write() as session:
            session.execute(text(statement))

    def export(self, *columns: str, rows: RowSet | None = None, table: str = "incidents", **options: Any) -> Exported:
        info = self.tables.table(table)
        wanted = tuple(ExportColumn(c.name, c.label) for c in info.columns if c.name in columns or not columns)
        chosen = ExportOptions(**options)
        everything = RowSet(Query(table), everything=True)
        file = self.folder / f"rows.{chosen.format}"
        return self.service.export(ExportRequest(rows or everything, wanted, file, chosen, replace=True))

    def everything(self, name: str = "all.csv", *, replace: bool = False, **options: Any) -> ExportRequest:
        columns = tuple(ExportColumn(c.name, c.label) for c in self.tables.table("incidents").columns)
        rows = RowSet(Query("incidents"), everything=True)
        return ExportRequest(rows, columns, self.folder / name, ExportOptions(**options), replace=replace)


@pytest.fixture
def exports(live_database: Database, tmp_path: Path) -> Exports:
    return Exports(live_database, tmp_path)
