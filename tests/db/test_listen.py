"""The listener against a real server: what it hears, how it comes back, how it ends."""

from __future__ import annotations

import time
from itertools import islice
from queue import Empty, Queue
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, make_url

from jarvis_desktop.core.changes import EVERYTHING, Changes
from jarvis_desktop.db.listen import Listener, parsed, waits
from jarvis_desktop.db.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.db.engine import Database

SECONDS = 10


class Heard:
    """Collects what a listener says, for the thread of the test."""

    def __init__(self, url: str) -> None:
        self.changes: Queue[Changes] = Queue()
        self.states: Queue[bool] = Queue()
        self.listener = Listener(url, self.changes.put, self.states.put)

    def next_change(self) -> Changes:
        return self.changes.get(timeout=SECONDS)

    def next_state(self) -> bool:
        return self.states.get(timeout=SECONDS)


@pytest.fixture
def heard(live_url: str) -> Iterator[Heard]:
    heard = Heard(live_url)
    heard.listener.start()
    assert heard.next_state()
    yield heard
    heard.listener.stop()


def run(url: str, *statements: str) -> None:
    """Run statements as psql would, each a transaction of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def terminate_listeners(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'jarvis-desktop-listen' AND datname = current_database()"
        )


def test_writes_of_another_program_are_heard(heard: Heard, live_url: str) -> None:
    run(live_url, "INSERT INTO users (id, email) VALUES ('u-1', 'ana@example.com')")
    assert heard.next_change() == Changes.of("users", ["u-1"])


def test_our_own_writes_are_heard(heard: Heard, live_database: Database) -> None:
    with live_database.write() as session:
        session.execute(insert(TABLES["incidents"]).values(incident_id="INC-1", title="No sound"))
    assert heard.next_change().touches_row("incidents", 1)


def test_what_one_transaction_changed_arrives_as_one(heard: Heard, live_url: str) -> None:
    with psycopg.connect(live_url) as connection:
        connection.execute("INSERT INTO users (id, email) VALUES ('u-1', 'a@example.com'), ('u-2', 'b@example.com')")
        connection.execute("INSERT INTO incidents (incident_id, title) VALUES ('INC-1', 'x')")
        connection.execute("UPDATE users SET first_name = 'Ana' WHERE id = 'u-1'")
        connection.execute("DELETE FROM users WHERE id = 'u-2'")
    assert heard.next_change() == Changes.of("users", ["u-1", "u-2"]) | Changes.of("incidents", ["1"])


def test_it_comes_back_after_the_server_ended_its_connection(heard: Heard, live_url: str) -> None:
    terminate_listeners(live_url)
    assert not heard.next_state()
    assert heard.next_state()
    assert heard.next_change() == EVERYTHING
    run(live_url, "INSERT INTO users (id, email) VALUES ('u-1', 'ana@example.com')")
    assert heard.next_change() == Changes.of("users", ["u-1"])


def test_it_recovers_when_a_database_appears_that_was_not_there(live_url: str, server_url: str) -> None:
    name = f"{make_url(live_url).database}_late"
    heard = Heard(make_url(live_url).set(database=name).render_as_string(hide_password=False))
    heard.listener.start()
    try:
        assert not heard.next_state()
        run(server_url, f'CREATE DATABASE "{name}" TEMPLATE "{make_url(live_url).database}"')
        assert heard.next_state()
        assert heard.next_change() == EVERYTHING
    finally:
        heard.listener.stop()
        run(server_url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def test_an_unreachable_server_is_told_once_and_stopping_does_not_wait_for_the_next_attempt() -> None:
    heard = Heard("postgresql://nobody@127.0.0.1:1/nothing")
    heard.listener.start()
    assert not heard.next_state()
    began = time.monotonic()
    heard.listener.stop()
    assert time.monotonic() - began < 1
    with pytest.raises(Empty):
        heard.states.get_nowait()


def test_stopping_a_listener_that_waits_for_news_is_prompt_and_silent(heard: Heard) -> None:
    began = time.monotonic()
    heard.listener.stop()
    heard.listener.stop()
    assert time.monotonic() - began < 1
    with pytest.raises(Empty):
        heard.states.get_nowait()


def test_a_listener_that_was_never_started_can_be_stopped() -> None:
    Heard("postgresql://nobody@127.0.0.1:1/nothing").listener.stop()


def test_waits_between_attempts_double_up_to_a_limit() -> None:
    full = [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert all(0.75 * most <= pause <= most for most, pause in zip(full, islice(waits(), 10), strict=True))


def test_what_others_put_on_the_channel_is_ignored(heard: Heard, live_url: str) -> None:
    run(
        live_url,
        "NOTIFY jarvis_changes",
        "NOTIFY jarvis_changes, 'hello'",
        f"NOTIFY jarvis_changes, '{'[' * 7000}'",
        """NOTIFY jarvis_changes, '["users"]'""",
        """NOTIFY jarvis_changes, '{"topic": 7}'""",
        """NOTIFY jarvis_changes, '{"topic": "emails", "ids": "7"}'""",
    )
    assert heard.next_change() == Changes.of("emails")


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str))
def test_no_payload_breaks_the_parser(payload: str) -> None:
    assert not parsed(payload).everything


def test_somebody_in_a_hurry_does_not_wait_for_the_next_attempt(live_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from jarvis_desktop.db import listen as module

    monkeypatch.setattr(module, "waits", lambda: iter([600.0, 600.0]))
    states: Queue[bool] = Queue()
    name = make_url(live_url).database
    with psycopg.connect(make_url(live_url).set(database="postgres").render_as_string(False), autocommit=True) as admin:
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        listener = Listener(live_url, lambda _changes: None, states.put)
        listener.start()
        assert states.get(timeout=10) is False
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        while (listener.next_attempt or 0) < 1:
            pass
        listener.hurry()
        assert states.get(timeout=10) is True
        assert listener.next_attempt is None
    listener.stop()
    listener.hurry()
