"""Data directories for servers of a test's own, and programs that share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.db.embedded.account import running_as_root, unprivileged
from jarvis_desktop.db.embedded.binaries import locate
from jarvis_desktop.db.embedded.place import SYSTEM_HOME
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import Program, cleared_away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def run_program() -> Iterator[Callable[..., Program]]:
    """Starts programs; those that still run are killed when the test ends."""
    programs: list[Program] = []

    def run(what: str, data_dir: Path, *extra: str) -> Program:
        programs.append(Program(what, data_dir, *extra))
        return programs[-1]

    yield run
    for program in programs:
        program.close()


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """Where a data directory is to be made."""
    with cleared_away(tmp_path / "postgres") as path:
        yield path


@pytest.fixture(scope="module")
def shared_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory with a stopped server, for tests that leave it whole."""
    with cleared_away(tmp_path_factory.mktemp("shared") / "postgres") as path:
        with EmbeddedServer(path, durable=False):
            pass
        yield path


@pytest.fixture
def ordinary_uid() -> int:
    """The number of an ordinary user who can reach the binaries; only for root."""
    if not running_as_root():
        pytest.skip("only root can become another user; the other tests run as an ordinary one already")
    for folder in locate().program("postgres").parents:
        if not folder.stat().st_mode & 0o001:
            pytest.skip(f"{folder} is closed to other users")
    return unprivileged(SYSTEM_HOME).uid
