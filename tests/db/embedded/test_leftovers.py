"""What earlier runs, crashes and restarts of the machine leave behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.account import running_as_root
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import execute, until, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.db.embedded.servers import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and process numbers of Unix")


@pytest.fixture
def stranger(shared_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A living process of the server's own user, which PostgreSQL itself would take for a server."""
    owner = shared_dir.resolve().stat().st_uid
    options = {"user": owner, "group": owner, "extra_groups": []} if running_as_root() else {}
    process = subprocess.Popen(["/bin/sleep", "600"], **options)  # type: ignore[call-overload]
    yield process
    process.kill()
    process.wait()


def killed(data: Path) -> int:
    """End the running server as the kernel would, leaving its files; its process number."""
    running = postmaster.running(data)
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    until(lambda: not postmaster.is_postmaster(running.pid, data))
    return running.pid


def crashed(data_dir: Path) -> None:
    """Leave the files of a server that was killed, and no program that uses it."""
    server = EmbeddedServer(data_dir)
    server.start()
    killed(data_dir.resolve())
    server.stop()


def pretend(data: Path, pid: int) -> None:
    """Give the stale pid file and the socket's lock the number of another process."""
    stale = postmaster.read(data)
    assert stale is not None
    for path in (data / "postmaster.pid", stale.socket.with_name(f"{stale.socket.name}.lock")):
        first, rest = path.read_text().split("\n", 1)
        assert first == str(stale.pid)
        path.write_text(f"{pid}\n{rest}")


def test_a_stale_pid_file(shared_dir: Path) -> None:
    server = EmbeddedServer(shared_dir)
    url = server.start()
    execute(url, "CREATE TABLE IF NOT EXISTS stale AS SELECT 1 AS n")
    pid = killed(shared_dir.resolve())
    assert postmaster.first_pid(shared_dir.resolve() / "postmaster.pid") == pid
    assert server.start() == url
    assert value(url, "SELECT n FROM stale") == 1
    server.stop()


def test_a_reused_pid(shared_dir: Path, stranger: subprocess.Popen[bytes]) -> None:
    crashed(shared_dir)
    pretend(shared_dir.resolve(), stranger.pid)
    with EmbeddedServer(shared_dir) as url:
        assert value(url, "SELECT 1") == 1
    assert stranger.poll() is None


def test_a_reused_pid_in_the_lock_of_the_socket(shared_dir: Path, stranger: subprocess.Popen[bytes]) -> None:
    crashed(shared_dir)
    pretend(shared_dir.resolve(), stranger.pid)
    (shared_dir.resolve() / "postmaster.pid").unlink()
    with EmbeddedServer(shared_dir) as url:
        assert value(url, "SELECT 1") == 1
    assert stranger.poll() is None


def test_a_pid_reused_by_the_server_of_another_directory(shared_dir: Path, data_dir: Path) -> None:
    with EmbeddedServer(data_dir, durable=False) as other:
        neighbour = postmaster.running(data_dir.resolve())
        assert neighbour is not None
        crashed(shared_dir)
        pretend(shared_dir.resolve(), neighbour.pid)
        with EmbeddedServer(shared_dir) as url:
            assert value(url, "SHOW data_directory") == str(shared_dir.resolve())
        assert value(other, "SHOW data_directory") == str(data_dir.resolve())


@pytest.mark.parametrize("contents", ["", "not a number\n", "\n\n\n", "12"])
def test_a_pid_file_cut_off_or_full_of_junk(shared_dir: Path, contents: str) -> None:
    crashed(shared_dir)
    (shared_dir.resolve() / "postmaster.pid").write_text(contents)
    with EmbeddedServer(shared_dir) as url:
        assert value(url, "SELECT 1") == 1


def test_a_server_stopped_in_its_tracks_is_started_again(shared_dir: Path) -> None:
    server = EmbeddedServer(shared_dir)
    url = server.start()
    for _ in range(3):
        killed(shared_dir.resolve())
        assert server.start() == url
        assert value(url, "SELECT 1") == 1
    server.stop()
    assert postmaster.running(shared_dir.resolve()) is None


def test_a_child_of_a_killed_server_that_still_works_is_ended(shared_dir: Path) -> None:
    server = EmbeddedServer(shared_dir)
    url = server.start()
    data = shared_dir.resolve()
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        busy = connection.info.backend_pid
        connection.pgconn.send_query(b"SELECT sum(n) FROM generate_series(1, 100000000000) AS n")
        until(lambda: value(url, f"SELECT count(*) FROM pg_stat_activity WHERE pid = {busy} AND state = 'active'") == 1)
        killed(data)
        assert busy in postmaster.orphans(data)
        assert server.start() == url
        assert value(url, "SELECT 1") == 1
        assert busy not in postmaster.orphans(data)
    assert "pre-existing shared memory block" in data.with_name("postgres.log").read_text(errors="replace")
    server.stop()


def test_a_half_finished_initdb_is_cleared_away(data_dir: Path, run_program: Callable[..., Program]) -> None:
    program = run_program("try", data_dir)
    until(lambda: any(data_dir.resolve().parent.glob(".postgres.initdb-*/PG_VERSION")))
    program.kill()
    home = data_dir.resolve().parent
    assert not data_dir.exists()
    assert list(home.glob(".postgres.initdb-*"))
    keep = home / ".postgres.initdb-mine"
    keep.mkdir()
    with EmbeddedServer(data_dir, durable=False) as url:
        assert value(url, "SELECT current_database()") == "jarvis"
    assert list(home.glob(".postgres.initdb-*")) == [keep]


def test_a_server_left_by_a_killed_program_is_used_and_then_stopped(
    shared_dir: Path, run_program: Callable[..., Program]
) -> None:
    program = run_program("hold", shared_dir)
    url = program.line()
    program.kill()
    data = shared_dir.resolve()
    left = postmaster.running(data)
    assert left is not None
    with EmbeddedServer(shared_dir) as again:
        assert again == url
        assert postmaster.running(data) == left
        assert value(url, "SELECT 1") == 1
    assert postmaster.running(data) is None
    assert not postmaster.is_postmaster(left.pid, data)
