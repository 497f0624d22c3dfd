"""Seats and the exclusive lock: held by living programs only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from jarvis_desktop.db.embedded.lock import Seat, anyone_seated, exclusive

ROOT = Path(__file__).resolve().parents[3]
SITTING = """
import sys, pathlib
from jarvis_desktop.db.embedded.lock import Seat
seat = Seat(pathlib.Path(sys.argv[1]))
print("seated", flush=True)
sys.stdin.read()
"""


def test_a_seat_is_seen_until_it_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "users"
    assert not anyone_seated(folder)
    first, second = Seat(folder), Seat(folder)
    first.leave()
    assert anyone_seated(folder)
    second.leave()
    assert not anyone_seated(folder)
    assert list(folder.iterdir()) == []


def test_the_seat_of_a_killed_program_is_free(tmp_path: Path) -> None:
    folder = tmp_path / "users"
    with subprocess.Popen(
        [sys.executable, "-c", SITTING, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"seated\n"
        assert anyone_seated(folder)
        program.kill()
        program.wait()
        assert not anyone_seated(folder)
    assert list(folder.iterdir()) == []


def test_the_lock_is_held_by_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with exclusive(path, timeout=1) as first:
        assert first
        with exclusive(path, timeout=0) as second:
            assert not second
    with exclusive(path, timeout=0) as third:
        assert third
