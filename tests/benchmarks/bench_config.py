"""Configuration: the value in force against `SELECT 1`, a batch against one by one, and what is kept."""

from __future__ import annotations

import random
import statistics
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import text

from jarvis_desktop.config import queries
from jarvis_desktop.config.service import ConfigService
from jarvis_desktop.config.states.service import ConfigStates
from jarvis_desktop.config.types import Ask, State
from jarvis_desktop.core.scope import Matching, Scope
from jarvis_desktop.db.engine import Database
from jarvis_desktop.metadata.types import Reader
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jarvis_desktop.db.session import Session

KEYS = 20_000
A_KEY = 50
ASKED = 4_000
BATCH = 1_000
STATE_VALUES = 100_000
STATE_KEYS = 5_000
_ADMINISTRATOR = Reader("admin", "anna", frozenset({"config.write"}), datetime.now(UTC))
_ONE = text("SELECT 1")
_REGISTER = "INSERT INTO config_registry (key, description, type, category) SELECT 'key.' || g, '', 'number', 'ui'"
# Fifty values a key: versions for everybody, for personas, for agents of personas, and for workflows of these.
_FILL = (
    f"{_REGISTER} FROM generate_series(1, {KEYS}) AS g",
    f"""
    INSERT INTO config_values
        (config_key, persona, agent_id, workflow_id, value, effective_from, effective_to, version)
    SELECT 'key.' || k, CASE WHEN n >= 10 THEN 'persona' || mod(n, 10) END, CASE WHEN n >= 30 THEN mod(n, 4) END,
           CASE WHEN n >= 40 THEN mod(n, 3) END, to_jsonb(n), timestamp '2020-01-01' + n * interval '1 day',
           CASE WHEN mod(n, 7) = 0 THEN timestamp '2021-01-01' END, n
    FROM generate_series(1, {KEYS}) AS k, generate_series(0, {A_KEY - 1}) AS n
    """,
    "VACUUM ANALYZE config_values",
)


@contextmanager
def _million() -> Iterator[Database]:
    with scratch_database() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            for statement in _FILL:
                connection.execute(statement)
        database = Database(url)
        yield database
        database.dispose()


def _asks(count: int) -> list[Ask]:
    chance = random.Random(7)
    return [
        Ask(
            f"key.{chance.randint(1, KEYS)}",
            Scope(
                f"persona{chance.randint(0, 12)}" if chance.random() < 0.8 else None,
                chance.randint(0, 4) if chance.random() < 0.5 else None,
                chance.randint(0, 3) if chance.random() < 0.3 else None,
            ),
        )
        for _ in range(count)
    ]


def _against_select(session: Session) -> tuple[list[float], list[float]]:
    """Seconds of `SELECT 1` and of a value in force, in turn on one connection."""
    taken: tuple[list[float], list[float]] = ([], [])
    asks = _asks(ASKED)
    for turn, ask in enumerate(asks):
        began = time.perf_counter()
        session.scalar(_ONE)
        between = time.perf_counter()
        queries.value_in_force(session, ask, Matching.DOCUMENTED)
        ended = time.perf_counter()
        if turn >= ASKED // 10:
            taken[0].append(between - began)
            taken[1].append(ended - between)
    return taken


def c1_resolve() -> Figure:
    """The value in force against `SELECT 1`, over 1,000,000 values, median."""
    with _million() as database, database.read() as session:
        plain, resolved = _against_select(session)
    ratio = statistics.median(resolved) / statistics.median(plain)
    return Figure("C1", "resolve / SELECT 1, p50 over 1,000,000 values", ratio, 2.2)


def c2_slowest() -> Figure:
    """The same for the slowest of a hundred."""
    with _million() as database, database.read() as session:
        plain, resolved = _against_select(session)
    return Figure("C2", "uncached resolve p99 / SELECT 1 p99", _p99(resolved) / _p99(plain), 3)


def c3_batch() -> Figure:
    """A thousand questions one by one against one batch of them."""
    with _million() as database, database.read() as session:
        asks = _asks(BATCH)

        def one_by_one() -> object:
            return [queries.value_in_force(session, ask, Matching.DOCUMENTED) for ask in asks]

        def batch() -> object:
            return queries.values_in_force(session, asks, Matching.DOCUMENTED)

        assert one_by_one() == batch()
        ratio = _median_of(one_by_one) / _median_of(batch)
    return Figure("C3", "1,000 values one by one / one batch", ratio, 7, at_least=True)


def c4_kept() -> Figure:
    """`SELECT 1` against a value that is kept."""
    with _million() as database:
        service = ConfigService(database)
        service.cache.hear(heard=True)
        ask = _asks(1)[0]
        service.get(ask.key, ask.scope)
        with database.read() as session:
            plain = _median_of(lambda: [session.scalar(_ONE) for _ in range(100)])
        kept = _median_of(lambda: [service.get(ask.key, ask.scope) for _ in range(100)])
    return Figure("C4", "SELECT 1 / value kept in the process", plain / kept, 150, at_least=True)


def states_kept_and_restored() -> Figure:
    """Keep 100,000 values, lose every one of them, and restore all: the two use cases together, in seconds."""
    with scratch_database() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("INSERT INTO users (id, email) VALUES ('anna', 'anna')")
            connection.execute(f"{_REGISTER} FROM generate_series(1, {STATE_KEYS}) AS g")
            connection.execute(
                "INSERT INTO config_values (config_key, value, version, created_by) "
                "SELECT 'key.' || k, to_jsonb(n), n, 'anna' "
                f"FROM generate_series(1, {STATE_KEYS}) AS k, generate_series(1, {STATE_VALUES // STATE_KEYS}) AS n"
            )
            database = Database(url)
            states = ConfigStates(database, ConfigService(database))
            began = time.perf_counter()
            snapshot = states.take("All of it", _ADMINISTRATOR)
            kept = time.perf_counter() - began
            connection.execute("TRUNCATE config_values")
        began = time.perf_counter()
        (done,) = states.restore(State(snapshot.id), _ADMINISTRATOR, reason="All of it").parts
        restored = time.perf_counter() - began
        assert done.added == STATE_VALUES
        database.dispose()
    return Figure("STATES", "snapshot and full restore of 100,000 values", kept + restored, 5, "s")


def _median_of(work: Callable[[], object], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[2:])


def _p99(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]


BENCHES: tuple[Callable[[], Figure], ...] = (c1_resolve, c2_slowest, c3_batch, c4_kept, states_kept_and_restored)
