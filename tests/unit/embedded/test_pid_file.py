"""Reading `postmaster.pid`, whole, half-written or full of junk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.db.embedded import postmaster

WHOLE = "4711\n/data/pg\n1795360323\n5432\n/run/user/1000/jarvis-1\n\n  2162898        13\nready   \n"


def test_a_whole_file() -> None:
    found = postmaster.parse(WHOLE)
    assert found == postmaster.PidFile(4711, Path("/data/pg"), 1795360323, 5432, "/run/user/1000/jarvis-1", "ready")
    assert found.ready
    assert found.socket == Path("/run/user/1000/jarvis-1/.s.PGSQL.5432")


@pytest.mark.parametrize("status", ["starting", "stopping"])
def test_a_server_that_is_not_ready(status: str) -> None:
    found = postmaster.parse(WHOLE.replace("ready   ", status))
    assert found is not None
    assert not found.ready


def test_single_user_mode_notes_a_negative_number() -> None:
    found = postmaster.parse(WHOLE.replace("4711", "-4711"))
    assert found is not None
    assert found.pid == 4711


@given(st.integers(0, len(WHOLE) - len("\nready   \n")))
def test_a_file_that_is_still_being_written(length: int) -> None:
    assert postmaster.parse(WHOLE[:length]) is None


@given(st.text() | st.lists(st.text()).map("\n".join))
def test_junk_is_no_server(text: str) -> None:
    found = postmaster.parse(text)
    assert found is None or found.pid > 0


@pytest.mark.parametrize(("text", "pid"), [("", None), ("x\n", None), ("0\n", None), ("12", 12), ("-12\nrest", 12)])
def test_the_number_alone(tmp_path: Path, text: str, pid: int | None) -> None:
    (tmp_path / "lock").write_text(text)
    assert postmaster.first_pid(tmp_path / "lock") == pid


def test_no_file(tmp_path: Path) -> None:
    assert postmaster.first_pid(tmp_path / "lock") is None
    assert postmaster.read(tmp_path) is None
    assert postmaster.running(tmp_path) is None


def test_other_processes_are_no_postmaster(tmp_path: Path) -> None:
    assert not postmaster.is_postmaster(os.getpid(), tmp_path)
    assert not postmaster.is_postmaster(1, tmp_path)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not postmaster.is_postmaster(ended.pid, tmp_path)
