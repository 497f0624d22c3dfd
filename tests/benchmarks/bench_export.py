"""A million rows into a CSV file: through the export, guarded and all, against COPY TO of the same rows."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.db.engine import Database
from jarvis_desktop.exports.service import ExportService
from jarvis_desktop.exports.types import ExportColumn, ExportRequest
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet
from tests.benchmarks.bench_tables import MILLION, fill
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def export_million() -> Figure:
    """All 1,000,000 incidents, every column, in the order of the key, both to a file."""
    with scratch_database() as url, tempfile.TemporaryDirectory() as folder:
        fill(url, MILLION)
        database = Database(url)
        tables = TableService(database)
        service = ExportService(database, tables)
        columns = tuple(ExportColumn(column.name, column.label) for column in tables.table("incidents").columns)
        everything = RowSet(Query("incidents"), everything=True)
        request = ExportRequest(everything, columns, Path(folder, "export.csv"), replace=True)
        copy = Path(folder, "copy.csv")
        with psycopg.connect(url) as connection:

            def bare() -> None:
                query = "COPY (SELECT * FROM incidents ORDER BY id) TO STDOUT (FORMAT csv)"
                with copy.open("wb") as out, connection.cursor().copy(query) as pieces:
                    for piece in pieces:
                        out.write(piece)
                connection.rollback()

            taken: tuple[list[float], list[float]] = ([], [])
            for _ in range(ROUNDS):
                taken[0].append(seconds(bare))
                taken[1].append(seconds(lambda: service.export(request)))
        assert request.file.stat().st_size > copy.stat().st_size
        database.dispose()
    ratio = statistics.median(taken[1]) / statistics.median(taken[0])
    return Figure("EXPORT", "export of 1,000,000 rows to CSV / COPY TO of the same rows", ratio, 1.5)


BENCHES: tuple[Callable[[], Figure], ...] = (export_million,)
