"""An import of new rows, with its repairs, checks and journal, against COPY of the same rows into the table."""

from __future__ import annotations

import csv
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.db.engine import Database
from jarvis_desktop.metadata.types import Reader
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 50_000
COLUMNS = ("incident_id", "title", "description", "priority", "status", "created_at")
COPY = f"COPY incidents ({', '.join(COLUMNS)}) FROM STDIN (FORMAT csv, HEADER)"
READER = Reader("admin", "bench", frozenset({"records.write"}), datetime(2026, 5, 4, tzinfo=UTC))


def write(path: Path, prefix: str) -> None:
    """A file of new incidents."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number in range(ROWS):
            rows.writerow((
                f"{prefix}-{number}", f"Fault {number} in the night run", f"What happened, told at length: {number}",
                ("low", "medium", "high")[number % 3], ("open", "closed")[number % 2], "2026-03-31 14:30:00",
            ))  # fmt: skip


def i1_import() -> Figure:
    """All that an import does over a bare COPY, seconds over seconds."""
    with scratch_database() as url, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for prefix in ("A", "B"):
            write(folder / f"{prefix}.csv", prefix)
        began = time.perf_counter()
        with psycopg.connect(url) as connection, connection.cursor().copy(COPY.encode()) as copy:
            copy.write((folder / "A.csv").read_bytes())
        bare = time.perf_counter() - began
        database = Database(url)
        services = Application(database, Paths(folder / "data", folder / "config", folder / "logs"))
        plan = services.imports.propose("incidents", str(folder / "B.csv"), READER).plan
        began = time.perf_counter()
        report = services.imports.run(plan, READER).report
        taken = time.perf_counter() - began
        database.dispose()
        assert report.added == ROWS
    return Figure("I1", f"import of {ROWS:,} rows ({ROWS / taken:,.0f} rows/s) / COPY of the same", taken / bare, 4.0)


BENCHES: tuple[Callable[[], Figure], ...] = (i1_import,)
