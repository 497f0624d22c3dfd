"""What an export writes, an import reads as the same, whatever the table."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.db.engine import Database
from jarvis_desktop.exports.types import ExportColumn, ExportFormat, ExportOptions, ExportRequest
from jarvis_desktop.imports.types import Report
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.tables.types import TableInfo

READER = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))


@pytest.fixture
def services(stocked_url: str, tmp_path: Path) -> Iterator[Application]:
    database = Database(stocked_url)
    yield Application(database, Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs"))
    database.dispose()


def exported(services: Application, table: TableInfo, options: ExportOptions, folder: Path) -> tuple[Path, int]:
    names = tuple(column.name for column in table.columns)
    columns = tuple(ExportColumn(column.name, column.label) for column in table.columns)
    file = folder / f"{table.name}.{options.format.value}"
    rows = RowSet(Query(table.name, names), everything=True)
    return file, services.exports.export(ExportRequest(rows, columns, file, options)).rows


def checked(services: Application, table: str, file: Path, *, exact: bool) -> Report:
    plan = services.imports.propose(table, str(file), READER).plan
    if exact:
        plan = dataclasses.replace(plan, style=dataclasses.replace(plan.style, exact=True))
    return services.imports.check(plan, READER)


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX])
def test_every_table_comes_back_unchanged(services: Application, tmp_path: Path, form: ExportFormat) -> None:
    seen = 0
    for table in services.tables.tables():
        file, rows = exported(services, table, ExportOptions(form), tmp_path)
        if rows:
            report = checked(services, table.name, file, exact=form is ExportFormat.XLSX)
            assert (report.unchanged, report.refusals) == (rows, ()), table.name
            seen += 1
    assert seen > 20
