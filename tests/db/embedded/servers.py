"""Other programs that use a server, and a server's end, as the tests here need them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.place import SYSTEM_HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).with_name("program.py")


class Program:
    """Another program that uses a data directory: its output line by line, and its end."""

    def __init__(self, what: str, data_dir: Path, *extra: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), what, str(data_dir), *extra],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in (str(ROOT), *sys.path) if path)},
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        """See that nothing of it is left, however the test ended."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def finish(self) -> str:
        """Let it stop in its own way; its remaining output."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # it may have ended already
            self.process.stdin.write("\n")
            self.process.stdin.flush()
        return self._rest()

    def kill(self) -> str:
        """End it as a crash would; the output it had written by then."""
        self.process.kill()
        return self._rest()

    def _rest(self) -> str:
        # Not `communicate`, which does not see what `readline` has already taken from the pipe.
        assert self.process.stdout is not None
        rest = self.process.stdout.read()
        self.process.wait()
        return rest


@contextmanager
def cleared_away(data_dir: Path) -> Iterator[Path]:
    """The path for a data directory whose server and, for root, place elsewhere are removed afterwards."""
    yield data_dir
    data = data_dir.resolve()
    server = postmaster.running(data) if data.is_dir() else None
    if server is not None:
        os.kill(server.pid, signal.SIGQUIT)
        until(lambda: not postmaster.is_postmaster(server.pid, data))
    if data.is_relative_to(SYSTEM_HOME) and data.parent != SYSTEM_HOME:
        shutil.rmtree(data.parent, ignore_errors=True)


def remove(folder: Path) -> None:
    """Remove a folder that a running server is in, which removes files there itself once it notices."""

    def removed() -> bool:
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()

    until(removed)


def until(condition: Callable[[], bool], *, seconds: float = 20.0) -> None:
    """Wait for a process or file that no handle of ours tells about."""
    pause = Event()
    for _ in range(int(seconds / 0.01)):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("waited in vain")


def value(url: str, statement: str) -> object:
    """The only value of a query's only row."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(statement.encode()).fetchone()
    assert row is not None
    return row[0]


def execute(url: str, *statements: str) -> None:
    """Run statements, each in a transaction of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
