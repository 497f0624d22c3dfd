"""What is kept is never stale: writers, boundaries in time and readers, interleaved."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from jarvis_desktop.config.cache import AnswerCache
from jarvis_desktop.config.queries import clock as server_clock
from jarvis_desktop.config.service import ConfigService
from jarvis_desktop.config.types import Answer, Ask, Wish
from jarvis_desktop.config.writing.service import ConfigWriter
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.listen import Listener
from tests.db.config.test_resolution import add_setting, add_value
from tests.db.config.test_writing import ANNA, config, row_of, writer

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["config", "writer"]


class HandClock:
    """Monotonic seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def statements(live_database: Database) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(live_database.readers, "before_cursor_execute", note)
    yield seen
    event.remove(live_database.readers, "before_cursor_execute", note)


def test_nothing_is_kept_until_changes_are_heard_of_and_nothing_after(
    live_database: Database, statements: list[str]
) -> None:
    add_setting(live_database, "k", default=1)
    service = ConfigService(live_database)
    service.get("k")
    asked = len(statements)
    service.get("k")
    assert len(statements) > asked, "nobody would say when it changes"
    service.cache.hear(heard=True)
    service.get("k")
    statements.clear()
    assert service.get("k").value == 1
    assert statements == []
    service.cache.hear(heard=False)
    service.get("k")
    assert statements


def test_a_write_and_a_heard_change_are_seen_at_once(writer: ConfigWriter, config: ConfigService) -> None:
    config.cache.hear(heard=True)
    assert config.get("limit").value == 7
    writer.set(Wish("limit", 8), ANNA, reason="r")
    assert config.get("limit").value == 8
    add_value(config._database, "limit", 9, persona="rachel")
    assert config.get("limit", Scope("rachel")).value == 9
    config.note(Changes.of("incidents"))
    config.note(Changes.of("config_values", ["1"]))
    assert config.get("limit").value == 8


def test_an_answer_is_kept_only_until_its_next_boundary(live_database: Database) -> None:
    clock = HandClock()
    service = ConfigService(live_database, AnswerCache(clock))
    service.cache.hear(heard=True)
    add_setting(live_database, "k")
    with live_database.read() as session:
        now = server_clock(session).replace(tzinfo=None)
    add_value(live_database, "k", "old", effective_to=now + timedelta(hours=1))
    add_value(live_database, "k", "hers", persona="rachel", effective_from=now + timedelta(hours=2))
    assert service.get("k").value == "old"
    assert service.get("k", Scope("rachel")).value == "old"
    asked = service.next_boundary()
    assert asked.seconds == pytest.approx(3600, abs=60)
    passed = service.next_boundary(asked.asked_at - timedelta(days=4000)).seconds
    assert passed is not None
    assert passed < 0, "what passed since the last question is told"
    clock.seconds += 3_500
    assert service.cache.find(Ask("k")) is not None
    clock.seconds += 101
    assert service.cache.find(Ask("k")) is None
    assert service.cache.find(Ask("k", Scope("rachel"))) is None


def test_what_was_read_before_a_write_is_not_kept_after_it() -> None:
    cache = AnswerCache()
    cache.hear(heard=True)
    ask = Ask("k")
    mark = cache.begin()
    cache.forget()
    cache.keep(mark, ask, Answer("k", "old", "", "global"), None)
    assert cache.find(ask) is None


def test_readers_beside_writers_never_see_less_than_was_written(
    writer: ConfigWriter, config: ConfigService, live_url: str
) -> None:
    """Another program writes, ours hears of it; each answer is at least as new as the last write it was told of."""
    config.cache.hear(heard=True)
    other = Database(live_url)
    heard = threading.Condition()
    ids: set[str] = set()
    known = 0

    def on_changes(changes: Changes) -> None:
        config.note(changes)
        with heard:
            ids.update(changes.rows.get("config_values") or ())
            heard.notify_all()

    listening = threading.Event()
    listener = Listener(live_url, on_changes, lambda state: listening.set() if state else None)
    listener.start()
    assert listening.wait(10)
    elsewhere = ConfigWriter(other, ConfigService(other))
    stop = threading.Event()
    faults: list[tuple[int, int]] = []

    def read() -> None:
        last = 0
        while not stop.is_set():
            least = known
            value = config.get("limit").value
            if value < max(least, last) and value != 7:
                faults.append((value, least))
            last = max(last, value if value != 7 else 0)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(100, 112):
        if number % 2:
            writer.set(Wish("limit", number), ANNA, reason="here")
        else:
            row = row_of(elsewhere.set(Wish("limit", number), replace(ANNA, user_id="bert"), reason="there"))
            with heard:
                assert heard.wait_for(partial(ids.__contains__, str(row.id)), 10)
        known = number
    stop.set()
    for reader in readers:
        reader.join()
    listener.stop()
    other.dispose()
    assert faults == []
    assert config.get("limit").value == 111
