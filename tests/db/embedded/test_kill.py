"""Whatever is killed, what was saved stays saved."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import until, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.db.embedded.servers import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
SOAK_ROUNDS = 25


def acknowledged(program: Program, count: int) -> list[int]:
    """The numbers of the next `count` rows whose commit the program was told of."""
    return [int(program.line()) for _ in range(count)]


def kill_postmaster(data: Path) -> None:
    running = postmaster.running(data)
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    until(lambda: not postmaster.is_postmaster(running.pid, data))


def one_round(data_dir: Path, run_program: Callable[..., Program], *, server_too: bool, rows: int) -> int:
    """Kill a program (and the server) under load; how many acknowledged rows there are now. None may be missing."""
    program = run_program("commit", data_dir)
    program.line()
    saved = acknowledged(program, rows)
    if server_too:
        kill_postmaster(data_dir.resolve())
    saved += [int(line) for line in program.kill().split("\n")[:-1] if line.isdigit()]
    with EmbeddedServer(data_dir) as url:
        found = value(url, f"SELECT array_agg(number ORDER BY number) FROM saved WHERE number >= {saved[0]}")
    assert isinstance(found, list)
    # One more row may be there: committed, and the program killed before it was told.
    assert set(saved) <= set(found)
    assert len(found) - len(saved) in {0, 1}
    return len(saved)


@pytest.fixture(scope="module")
def durable_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    from tests.db.embedded.servers import cleared_away

    with cleared_away(tmp_path_factory.mktemp("durable") / "postgres") as path:
        yield path


@pytest.mark.parametrize("server_too", [False, True], ids=["program", "program and server"])
def test_a_kill_loses_nothing_that_was_saved(
    durable_dir: Path, run_program: Callable[..., Program], server_too: bool
) -> None:
    assert one_round(durable_dir, run_program, server_too=server_too, rows=200) >= 200


@pytest.mark.soak
def test_many_kills_lose_nothing_that_was_saved(durable_dir: Path, run_program: Callable[..., Program]) -> None:
    saved = 0
    for number in range(SOAK_ROUNDS):
        saved += one_round(durable_dir, run_program, server_too=number % 2 == 0, rows=100 + 97 * number)
    assert saved > SOAK_ROUNDS * 100


def test_the_server_outlives_an_interrupt_from_the_keyboard(
    durable_dir: Path, run_program: Callable[..., Program]
) -> None:
    program = run_program("hold", durable_dir)
    url = program.line()
    server = postmaster.running(durable_dir.resolve())
    assert server is not None
    assert os.getsid(server.pid) == server.pid
    program.kill()
    assert value(url, "SELECT 1") == 1
    with EmbeddedServer(durable_dir):
        pass
