"""Driver errors become errors in our words, and a transaction is whole or not at all."""

from __future__ import annotations

import socket

import psycopg
import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, DatabaseUnavailable
from jarvis_desktop.db.engine import Database, database_url


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://host/x", "names mysql, and only PostgreSQL is supported"),
        ("not a url", "cannot be read"),
        ("", "cannot be read"),
        ("postgresql://host:port/x", "cannot be read"),
    ],
)
def test_an_unusable_address_is_told(given: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        database_url(given)


@pytest.mark.parametrize("given", ["postgres://u@h/x", "postgresql://u@h/x", "postgresql+psycopg://u@h/x"])
def test_every_spelling_of_postgresql_is_taken(given: str) -> None:
    assert database_url(given).drivername == "postgresql+psycopg"


def store_and_fail(database: Database) -> None:
    with database.write() as session:
        session.execute(text("INSERT INTO users (id, email) VALUES ('a', 'a@example.com')"))
        raise ZeroDivisionError


def test_a_block_that_raises_stores_nothing(live_database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        store_and_fail(live_database)
    with live_database.read() as session:
        assert session.execute(text("SELECT count(*) FROM users")).scalar() == 0


def test_reading_cannot_write(live_database: Database) -> None:
    with pytest.raises(DatabaseRefused, match="read-only"), live_database.read() as session:
        session.execute(text("INSERT INTO users (id, email) VALUES ('a', 'a@example.com')"))


def test_instants_are_utc_whatever_the_server_says(live_database: Database) -> None:
    with live_database.read() as session:
        assert session.execute(text("SHOW timezone")).scalar() == "UTC"


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ("SELECT * FROM nowhere", "jarvis db upgrade"),
        ("SELECT nothing FROM users", "jarvis db check"),
        ("INSERT INTO users (id) VALUES ('a')", "“email” must have a value"),
        ("INSERT INTO user_profiles (user_id) VALUES ('ghost')", "does not exist"),
    ],
)
def test_a_refused_statement_says_what_to_do(live_database: Database, statement: str, hint: str) -> None:
    with pytest.raises(DatabaseRefused) as caught, live_database.write() as session:
        session.execute(text(statement))
    assert hint in caught.value.hint
    assert "\n" not in caught.value.message


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        database = Database(f"postgresql://jarvis@127.0.0.1:{port}/jarvis")
        with pytest.raises(DatabaseUnavailable), database.read():
            pass
    database.dispose()


def read_over_a_cut(database: Database, url: str) -> None:
    with database.read() as session:
        pid = session.execute(text("SELECT pg_backend_pid()")).scalar()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (pid,))
        session.execute(text("SELECT 1"))


def test_a_cut_connection_is_unavailable_and_the_next_one_works(live_database: Database, live_url: str) -> None:
    with pytest.raises(DatabaseUnavailable):
        read_over_a_cut(live_database, live_url)
    with live_database.read() as session:
        assert session.execute(text("SELECT 1")).scalar() == 1


def test_what_the_address_asks_of_its_sessions_holds(live_url: str) -> None:
    address = database_url(live_url).update_query_dict({"options": "-c work_mem=5MB -c timezone=Asia/Tokyo"})
    database = Database(address)
    with database.read() as session:
        assert session.execute(text("SHOW work_mem")).scalar() == "5MB"
        assert session.execute(text("SHOW timezone")).scalar() == "UTC"
    database.dispose()


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ("postgresql://u:secret@db.example/claims", "claims on db.example"),
        ("postgresql:///claims?host=/run/x", "claims on this computer"),
        ("postgresql://db.example", "db.example"),
    ],
)
def test_people_are_told_which_database_it_is(given: str, label: str) -> None:
    assert Database(given).label == label


def test_a_key_that_is_not_there_or_taken_is_named(live_database: Database) -> None:
    with pytest.raises(DatabaseRefused) as missing, live_database.write() as session:
        session.execute(text("INSERT INTO user_profiles (user_id) VALUES ('ghost')"))
    assert missing.value.message == "There is no “ghost” in users."
    assert missing.value.column == "user_id"
    with live_database.write() as session:
        session.execute(text("INSERT INTO users (id, email) VALUES ('a', 'a@example.com')"))
    with pytest.raises(DatabaseRefused) as taken, live_database.write() as session:
        session.execute(text("INSERT INTO users (id, email) VALUES ('b', 'a@example.com')"))
    assert taken.value.message == "“a@example.com” is taken: another record has it already."
    assert taken.value.column == "email"
