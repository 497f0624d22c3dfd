"""Pages of a table: deep ones against the first, and our data layer against the bare driver."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

import psycopg

from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.migrate import upgrade
from jarvis_desktop.db.prepared import PreparedSelect
from jarvis_desktop.db.search_indexes import INDEXES
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Cursor, Query
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

MILLION = 1_000_000
DEEP = 990_000
PAGE = 100
ROUNDS = 300
WARM_UP = 20

FILL = """
INSERT INTO incidents
  (incident_id, title, description, priority, status, assigned_to, critical_flags, last_interaction_date, created_at)
SELECT 'INC-' || g, 'Fault ' || g || ' in the night run', repeat('what happened ', 6),
       (ARRAY['low', 'medium', 'high', 'critical'])[1 + mod(g, 4)],
       (ARRAY['open', 'in_progress', 'resolved'])[1 + mod(g, 3)],
       CASE WHEN mod(g, 5) > 0 THEN 'person' || mod(g, 7) END, '{"sla": true}',
       timestamp '2026-01-01' + g * interval '1 second', timestamp '2025-01-01' + g * interval '1 second'
FROM generate_series(1, %s) g
"""


def fill(url: str, rows: int) -> None:
    """Put incidents into the database, all its indexes in place at the end, and let the server take stock."""
    ours = ", ".join(index.name for index in INDEXES if index.table == "incidents")
    with psycopg.connect(url, autocommit=True) as connection:
        # Building these once over all rows takes a third of the time of growing them row by row.
        connection.execute(f"DROP INDEX {ours}")
        connection.execute(FILL, [rows])
        upgrade(url)
        connection.execute("VACUUM ANALYZE incidents")


def interleaved(first: Callable[[], object], second: Callable[[], object]) -> float:
    """Median seconds of `second` over those of `first`, called in turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + WARM_UP):
        for call, seconds in zip((first, second), taken, strict=True):
            began = time.perf_counter()
            call()
            if turn >= WARM_UP:
                seconds.append(time.perf_counter() - began)
    return statistics.median(taken[1]) / statistics.median(taken[0])


def d1_deep_page() -> Figure:
    """The page at row 990,000 of 1,000,000 against the first page, both through the table service."""
    with scratch_database() as url:
        fill(url, MILLION)
        database = Database(url)
        tables = TableService(database)
        query = Query("incidents")
        after = Cursor((str(DEEP),))
        assert tables.page(query, after=after, limit=PAGE).rows[0].id == str(DEEP + 1)
        ratio = interleaved(lambda: tables.page(query, limit=PAGE), lambda: tables.page(query, after=after, limit=PAGE))
        database.dispose()
    return Figure("D1", "page at row 990,000 / first page", ratio, 1.3)


def d2_data_layer() -> Figure:
    """A page through the table service against the same statement through psycopg, each in its transaction."""
    with scratch_database() as url:
        fill(url, 10 * PAGE)
        database = Database(url)
        tables = TableService(database)
        query = Query("incidents")
        (part,) = tables._page_query(query)._statements(None)
        assert isinstance(part, PreparedSelect)
        statement = str(part._statement.compile(database.engine))
        with psycopg.connect(url) as connection:

            def bare() -> list[tuple[Any, ...]]:
                rows = connection.execute(statement, {"count": PAGE + 1}).fetchall()
                connection.rollback()
                return rows

            assert len(bare()) == PAGE + 1
            ratio = interleaved(bare, lambda: tables.page(query, limit=PAGE))
        database.dispose()
    return Figure("D2", "page through our data layer / raw psycopg", ratio, 1.5)


BENCHES: tuple[Callable[[], Figure], ...] = (d1_deep_page, d2_data_layer)
