"""A read that nobody waits for any more ends on the server; what comes after it on that connection does not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import text

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.db.engine import Database
    from ui.core.tasks import TaskRunner

SLEEPING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'"


def sleep(database: Database, seconds: float) -> str:
    with database.read() as session:
        session.execute(text(f"SELECT pg_sleep({seconds})"))
    return "slept"


def count(database: Database, statement: str) -> int:
    with database.engine.connect() as connection:
        found: int = connection.execute(text(f"{statement} AND wait_event = 'PgSleep'")).scalar_one()
        return found


def test_a_cancelled_read_ends_on_the_server_and_nobody_is_told(
    qtbot: QtBot, tasks: TaskRunner, live_database: Database
) -> None:
    told: list[object] = []
    tasks.failure.connect(told.append)
    tasks.refusal.connect(told.append)
    asleep = [
        tasks.submit(Lane.READ, partial(sleep, live_database, 60), done=told.append, failed=told.append)
        for _ in range(6)
    ]
    qtbot.waitUntil(lambda: count(live_database, SLEEPING) == 4)
    for task in asleep:
        task.cancel()
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=10_000)
    assert count(live_database, SLEEPING) == 0
    assert not told
    for _ in range(8):
        tasks.submit(Lane.READ, partial(sleep, live_database, 0), done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 8)
    assert set(told) == {"slept"}


def test_a_cancel_never_hits_the_next_read_of_the_connection(
    qtbot: QtBot, tasks: TaskRunner, live_database: Database
) -> None:
    answers: list[str] = []
    problems: list[JarvisError] = []
    for turn in range(120):
        task = tasks.submit(
            Lane.READ, partial(sleep, live_database, 0.002), done=answers.append, failed=problems.append
        )
        kept = tasks.submit(
            Lane.READ, partial(sleep, live_database, 0.001), done=answers.append, failed=problems.append
        )
        if turn % 3:
            qtbot.waitUntil(lambda: kept.finished or task.finished)  # noqa: B023 - called at once
        task.cancel()
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=20_000)
    assert not problems
    assert len(answers) >= 120


def test_writes_run_to_their_end(qtbot: QtBot, tasks: TaskRunner, live_database: Database) -> None:
    def write() -> None:
        with live_database.write() as session:
            session.execute(text("INSERT INTO errors (error_type, error_message) SELECT 'T', pg_sleep(0.05)::text"))

    first = tasks.submit(Lane.WRITE, write, done=print)
    second = tasks.submit(Lane.WRITE, write, done=print)
    first.cancel()
    second.cancel()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    with live_database.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM errors")).scalar_one() == 2
