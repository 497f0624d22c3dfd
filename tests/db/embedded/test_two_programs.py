"""Several programs over one data directory: one server, which goes with the last of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import execute, value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.db.embedded.servers import Program


def test_starting_at_once_on_a_fresh_directory(data_dir: Path, run_program: Callable[..., Program]) -> None:
    programs = [run_program("hold", data_dir) for _ in range(3)]
    urls = [program.line() for program in programs]
    assert len(set(urls)) == 1
    execute(urls[0], "CREATE TABLE shared (n int)", "INSERT INTO shared VALUES (1)")
    assert value(urls[1], "SELECT n FROM shared") == 1
    data = data_dir.resolve()
    running = postmaster.running(data)

    assert programs[0].finish().strip() == "stopped"
    assert postmaster.running(data) == running
    assert value(urls[1], "SELECT n FROM shared") == 1

    programs[1].kill()
    assert postmaster.running(data) == running

    # The killed one does not count: the third is the last, whoever was there before.
    assert programs[2].finish().strip() == "stopped"
    assert postmaster.running(data) is None
    assert list(data.with_name("postgres.users").iterdir()) == []


def test_two_servers_in_one_program(shared_dir: Path) -> None:
    first, second = EmbeddedServer(shared_dir), EmbeddedServer(shared_dir)
    url = first.start()
    assert second.start() == url
    first.stop()
    assert value(url, "SELECT 1") == 1
    second.stop()
    assert postmaster.running(shared_dir.resolve()) is None


def test_a_program_that_ends_without_stopping(shared_dir: Path, run_program: Callable[..., Program]) -> None:
    program = run_program("leave", shared_dir)
    url = program.line()
    assert program.finish() == ""
    assert value(url, "SELECT 1") == 1
    with EmbeddedServer(shared_dir) as again:
        assert again == url
    assert postmaster.running(shared_dir.resolve()) is None


def test_a_program_that_comes_while_the_server_stops(shared_dir: Path, run_program: Callable[..., Program]) -> None:
    for _ in range(3):
        server = EmbeddedServer(shared_dir)
        server.start()
        other = run_program("hold", shared_dir)
        server.stop()
        assert value(other.line(), "SELECT 1") == 1
        other.finish()
    assert postmaster.running(shared_dir.resolve()) is None
