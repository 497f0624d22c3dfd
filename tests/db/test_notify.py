"""The triggers: what writers of all kinds announce, and that they never stop a writer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import psycopg
import pytest
from alembic import command

from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.migrate import alembic_config, upgrade
from jarvis_desktop.db.schema import TABLES

Connection = psycopg.Connection[Any]
Announced: TypeAlias = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def writer(live_url: str) -> Iterator[Connection]:
    with psycopg.connect(live_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def announced(live_url: str, writer: Connection) -> Iterator[Announced]:
    """What was announced since the last call; a mark of our own says where to stop reading."""
    with psycopg.connect(live_url, autocommit=True) as connection:
        connection.execute("LISTEN jarvis_changes")

        def read() -> list[dict[str, Any]]:
            writer.execute("SELECT pg_notify('jarvis_changes', 'mark')")
            payloads: list[str] = []
            while "mark" not in payloads:
                payloads += [n.payload for n in connection.notifies(timeout=10, stop_after=1)]
            assert all(len(payload.encode()) <= 7000 for payload in payloads)
            return [json.loads(payload) for payload in payloads[: payloads.index("mark")]]

        yield read


def test_every_operation_names_the_rows(writer: Connection, announced: Announced) -> None:
    writer.execute("INSERT INTO users (id, email) VALUES ('u-1', 'a@example.com'), ('ü \"2\"', 'b@example.com')")
    writer.execute("UPDATE users SET first_name = 'Ana' WHERE id = 'u-1'")
    writer.execute("DELETE FROM users WHERE id = 'u-1'")
    writer.execute("TRUNCATE users CASCADE")
    first, second, third, *truncated = announced()
    assert (first["op"], sorted(first["ids"])) == ("INSERT", ["u-1", 'ü "2"'])
    assert second == {"topic": "users", "op": "UPDATE", "ids": ["u-1"]}
    assert third == {"topic": "users", "op": "DELETE", "ids": ["u-1"]}
    assert {"topic": "users", "op": "TRUNCATE", "ids": None} in truncated
    assert {"topic": "user_profiles", "op": "TRUNCATE", "ids": None} in truncated


def test_a_statement_that_changes_no_row_announces_nothing(writer: Connection, announced: Announced) -> None:
    writer.execute("UPDATE users SET first_name = 'Ana'")
    writer.execute("DELETE FROM users")
    writer.execute("INSERT INTO users SELECT * FROM users")
    assert announced() == []


def test_a_changed_key_announces_the_old_and_the_new_one(writer: Connection, announced: Announced) -> None:
    writer.execute("INSERT INTO users (id, email) VALUES ('old', 'a@example.com')")
    announced()
    writer.execute("UPDATE users SET id = 'new'")
    (change,) = announced()
    assert sorted(change["ids"]) == ["new", "old"]


def test_the_key_of_a_session_lets_somebody_in_and_is_never_announced(writer: Connection, announced: Announced) -> None:
    writer.execute("INSERT INTO sessions VALUES ('s-1', '{}', now())")
    writer.execute("UPDATE sessions SET sid = 's-2'")
    writer.execute("UPDATE sessions SET expire = now() WHERE sid = 's-1'")
    writer.execute("DELETE FROM sessions WHERE sid = 's-1'")
    writer.execute("DELETE FROM sessions")
    told = announced()
    assert told == [{"topic": "sessions", "op": op, "ids": None} for op in ("INSERT", "UPDATE", "DELETE")]


def test_an_upgrade_quiets_the_triggers_that_are_there(
    live_database: Database, live_url: str, writer: Connection, announced: Announced
) -> None:
    with live_database.engine.begin() as connection:
        command.downgrade(alembic_config(connection), "0004")
    writer.execute("INSERT INTO sessions VALUES ('s-1', '{}', now())")
    upgrade(live_url)
    writer.execute("DELETE FROM sessions")
    assert [change["ids"] for change in announced()] == [["s-1"], None]


@pytest.mark.parametrize(("rows", "named"), [(200, True), (201, False), (10_000, False)])
def test_up_to_200_rows_are_named(writer: Connection, announced: Announced, rows: int, named: bool) -> None:
    writer.execute(
        "INSERT INTO incidents (incident_id, title) SELECT 'I' || n, 'x' FROM generate_series(1, %s) n", [rows]
    )
    writer.execute("UPDATE incidents SET status = 'closed'")
    writer.execute("DELETE FROM incidents")
    changes = announced()
    assert [change["op"] for change in changes] == ["INSERT", "UPDATE", "DELETE"]
    assert [len(change["ids"]) if change["ids"] else None for change in changes] == [rows if named else None] * 3


@pytest.mark.parametrize("length", [6_900, 7_000, 8_000, 100_000])
def test_long_keys_never_stop_the_writer(writer: Connection, announced: Announced, length: int) -> None:
    # A B-tree entry holds about 2,700 bytes after compression, so the key is one that compresses well.
    writer.execute("INSERT INTO users (id, email) VALUES (repeat('k', %s), 'a@example.com')", [length])
    writer.execute("INSERT INTO users (id, email) SELECT n || repeat('é', 100), n::text FROM generate_series(1, 60) n")
    single, many = announced()
    assert (single["ids"] is not None) == (length < 6_950)
    assert many["ids"] is None


def test_a_renamed_key_column_costs_the_ids_and_not_the_write(writer: Connection, announced: Announced) -> None:
    writer.execute("ALTER TABLE experience_layer RENAME COLUMN id TO number")
    writer.execute("INSERT INTO experience_layer (company_name) VALUES ('Ardent Mutual')")
    assert announced() == [{"topic": "experience_layer", "op": "INSERT", "ids": None}]


def test_every_table_announces_its_changes(writer: Connection, announced: Announced) -> None:
    for name in TABLES:
        writer.execute(f"TRUNCATE {name} CASCADE")
        assert {"topic": name, "op": "TRUNCATE", "ids": None} in announced()
    events = writer.execute(
        "SELECT count(*), count(DISTINCT tgrelid) FROM pg_trigger WHERE tgname LIKE 'jarvis_changes_%'"
    ).fetchone()
    assert events == (4 * 42, 42)


def test_a_writer_without_any_right_in_schema_desktop_is_announced_too(
    writer: Connection, announced: Announced, live_url: str
) -> None:
    role = f"clerk_{writer.info.backend_pid}"
    writer.execute(f"CREATE ROLE {role}")
    try:
        writer.execute(
            f"GRANT SELECT, INSERT, UPDATE ON errors TO {role}; GRANT USAGE ON SEQUENCE errors_id_seq TO {role}"
        )
        writer.execute(f"SET ROLE {role}")
        # Nothing the writer puts before the real names is looked at by the function.
        writer.execute("CREATE TEMP TABLE new_rows (id text); SET search_path = pg_temp, public")
        writer.execute("INSERT INTO errors (error_type, error_message) VALUES ('x', 'y')")
        writer.execute("RESET ROLE; RESET search_path")
        assert announced() == [{"topic": "errors", "op": "INSERT", "ids": ["1"]}]
    finally:
        writer.execute("RESET ROLE")
        writer.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
