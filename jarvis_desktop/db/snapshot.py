"""One consistent, read-only view of the whole database, for exports and backups."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.db.engine import translated_errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from jarvis_desktop.db.engine import Database


@contextmanager
def snapshot(database: Database) -> Iterator[psycopg.Connection]:
    """The driver's connection in a REPEATABLE READ, READ ONLY transaction: what others commit meanwhile is not seen."""
    with translated_errors(), database.engine.connect() as connection:
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        connection.exec_driver_sql("SELECT 1")
        driver: psycopg.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # psycopg's
        yield driver
