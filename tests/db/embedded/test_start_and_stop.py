"""The ordinary life of the embedded server."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import create_engine

from jarvis_desktop.db.embedded import place, postmaster
from jarvis_desktop.db.embedded.process import LOG_LIMIT_BYTES
from jarvis_desktop.db.embedded.server import EmbeddedServer
from jarvis_desktop.db.engine import database_url
from tests.db.embedded.servers import ROOT, execute, remove, until, value

if TYPE_CHECKING:
    from pathlib import Path


def test_a_fresh_directory_becomes_a_server_with_our_database(data_dir: Path) -> None:
    with EmbeddedServer(data_dir) as url:
        assert value(url, "SELECT current_database()") == "jarvis"
        assert (
            value(url, "SELECT datcollate || ' ' || datlocale FROM pg_database WHERE datname = 'jarvis'") == "C C.UTF-8"
        )
        assert value(url, "SHOW timezone") == "UTC"
        assert value(url, "SHOW fsync") == "on"
        assert value(url, "SHOW listen_addresses") == ("127.0.0.1" if sys.platform == "win32" else "")
        assert value(url, "SELECT lower('ÄÉ') || 'ß'") == "äéß"
        assert value(url, "SELECT rolcreatedb AND rolcreaterole FROM pg_roles WHERE rolname = current_user") is True


def test_the_address_is_good_for_sqlalchemy_too(shared_dir: Path) -> None:
    with EmbeddedServer(shared_dir) as url:
        engine = create_engine(database_url(url))
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT current_user").scalar() == "jarvis"
        engine.dispose()


def test_rows_outlive_a_restart_and_the_address_stays(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir)
    first = server.start()
    execute(first, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
    server.stop()
    with pytest.raises(psycopg.OperationalError):
        value(first, "SELECT 1")
    assert server.start() == first
    assert value(first, "SELECT n FROM kept") == 7
    server.stop()
    server.stop()


def test_without_the_password_nobody_gets_in(shared_dir: Path) -> None:
    with EmbeddedServer(shared_dir) as url:
        password = url.split(":")[2].split("@")[0]
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            value(url.replace(password, "guessed"), "SELECT 1")
        data = shared_dir.resolve()
        secret = data.with_name("postgres.secret").stat()
        assert stat.S_IMODE(secret.st_mode) == 0o600
        server = postmaster.running(data)
        assert server is not None
        assert stat.S_IMODE(server.socket.parent.stat().st_mode) == 0o700
        assert not server.socket.is_relative_to(data)
    assert not server.socket.parent.exists()


def test_a_lost_password_file_is_made_anew(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, durable=False) as url:
        execute(url, "CREATE TABLE kept AS SELECT 1 AS n")
    data_dir.resolve().with_name("postgres.secret").unlink()
    with EmbeddedServer(data_dir, durable=False) as renewed:
        assert renewed != url
        assert value(renewed, "SELECT n FROM kept") == 1


def test_a_dropped_database_is_created_again(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, durable=False)
    url = server.start()
    execute(url.replace("/jarvis?", "/postgres?"), "DROP DATABASE jarvis")
    assert value(server.start(), "SELECT current_database()") == "jarvis"
    execute(url.replace("/jarvis?", "/postgres?"), "DROP DATABASE jarvis", "CREATE DATABASE jarvis")
    assert value(server.start(), "SELECT current_database()") == "jarvis"
    server.stop()


def test_throw_away_data_is_not_flushed(shared_dir: Path) -> None:
    with EmbeddedServer(shared_dir, durable=False) as url:
        assert [value(url, f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")] == [
            "off"
        ] * 3


def test_a_large_log_is_put_aside(shared_dir: Path) -> None:
    log = shared_dir.resolve().with_name("postgres.log")
    with log.open("ab") as file:
        file.truncate(LOG_LIMIT_BYTES + 1)
    with EmbeddedServer(shared_dir):
        assert log.stat().st_size < LOG_LIMIT_BYTES
        assert log.with_name("postgres.log.1").stat().st_size > LOG_LIMIT_BYTES


def test_failed_statements_and_their_values_are_not_logged(shared_dir: Path) -> None:
    with EmbeddedServer(shared_dir) as url, pytest.raises(psycopg.Error):
        value(url, "SELECT 'Hesperia Marine'::int")
    assert "Hesperia" not in shared_dir.resolve().with_name("postgres.log").read_text(errors="replace")


def test_a_removed_socket_is_noticed(shared_dir: Path) -> None:
    said: list[str] = []
    server = EmbeddedServer(shared_dir, notice=said.append)
    url = server.start()
    running = postmaster.running(shared_dir.resolve())
    assert running is not None
    running.socket.unlink()
    assert server.start() == url
    assert value(url, "SELECT 1") == 1
    assert "socket had been removed" in said[-1]
    server.stop()


def test_a_directory_removed_while_in_use_ends_the_server(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, durable=False)
    server.start()
    data = data_dir.resolve()
    running = postmaster.running(data)
    assert running is not None
    remove(data.parent)
    server.stop()
    until(lambda: not postmaster.is_postmaster(running.pid, data))


def test_a_directory_replaced_under_a_running_server(data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, durable=False)
    server.start()
    data = data_dir.resolve()
    running = postmaster.running(data)
    assert running is not None
    remove(data)
    assert value(server.start(), "SELECT 1") == 1
    assert not postmaster.is_postmaster(running.pid, data)
    server.stop()


def test_importing_it_is_cheap() -> None:
    heavy = "import jarvis_desktop.db.embedded.server, sys; print({'sqlalchemy', 'psycopg'} & set(sys.modules) or '')"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == ""


def test_an_existing_server_starts_without_the_driver(shared_dir: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from jarvis_desktop.db.embedded.server import EmbeddedServer\n"
        f"server = EmbeddedServer(pathlib.Path({str(shared_dir)!r})); server.start(); server.stop()\n"
        "print('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_the_lock_for_starting_is_waited_for_and_not_for_ever(
    shared_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jarvis_desktop.core.errors import DatabaseUnavailable
    from jarvis_desktop.db.embedded.lock import exclusive

    monkeypatch.setattr(place, "LOCK_TIMEOUT_SECONDS", 0.05)
    with (
        exclusive(shared_dir.resolve().with_name("postgres.lock"), timeout=1),
        pytest.raises(DatabaseUnavailable, match="Another JARVIS Desktop"),
    ):
        EmbeddedServer(shared_dir).start()
