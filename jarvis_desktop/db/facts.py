"""What a diagnosis asks a database server."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.db.engine import Database

_PINGS = 5
_SERVER = text("""
    SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
           current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS time_zone,
           pg_catalog.pg_database_size(current_database()) AS size,
           pg_catalog.clock_timestamp() AS now,
           (SELECT ssl FROM pg_catalog.pg_stat_ssl WHERE pid = pg_backend_pid()) AS encrypted
""")
_EXTENSIONS = text("SELECT extname::text, extversion FROM pg_catalog.pg_extension ORDER BY extname")
_FAULTS = text("""
    SELECT error_type, error_message, created_at FROM public.errors
    ORDER BY created_at DESC NULLS LAST, id DESC LIMIT :most
""")


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """A server as it presents itself. `size` in bytes, `answer_ms` the median of a few answers, `now` aware."""

    version: str
    number: int
    encoding: str
    time_zone: str
    size: int
    now: datetime
    encrypted: bool
    answer_ms: float
    extensions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordedFault:
    """A fault in the table `errors`; `at` is UTC without a zone, or None."""

    kind: str
    message: str
    at: datetime | None


def server_facts(database: Database) -> ServerFacts:
    """Ask the server; raises DatabaseUnavailable and DatabaseRefused."""
    with database.read() as session:
        found = session.execute(_SERVER).one()
        extensions = tuple((str(name), str(version)) for name, version in session.execute(_EXTENSIONS))
        taken: list[float] = []
        for _ in range(_PINGS):
            began = time.perf_counter()
            session.execute(text("SELECT 1"))
            taken.append((time.perf_counter() - began) * 1000)
        return ServerFacts(
            version=found.version,
            number=found.number,
            encoding=found.encoding,
            time_zone=found.time_zone,
            size=found.size,
            now=found.now,
            encrypted=bool(found.encrypted),
            answer_ms=statistics.median(taken),
            extensions=extensions,
        )


def latest_faults(database: Database, most: int) -> tuple[RecordedFault, ...]:
    """The newest rows of `errors`; raises DatabaseUnavailable and DatabaseRefused."""
    with database.read() as session:
        rows = session.execute(_FAULTS, {"most": most})
        return tuple(RecordedFault(str(row[0]), str(row[1]), row[2]) for row in rows)
