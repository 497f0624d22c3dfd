"""A window told to end by the system ends in good order, and with it the server that only it used."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.throwaway import throwaway_home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_last_window_takes_its_server_along(tmp_path: Path, number: signal.Signals) -> None:
    trace = tmp_path / "trace"
    os.mkfifo(trace)
    with throwaway_home(tmp_path) as home:
        settings = os.environ | {"JARVIS_HOME": str(home), "JARVIS_TRACE_START": str(trace)}
        settings |= {"QT_QPA_PLATFORM": "offscreen"}
        with subprocess.Popen([sys.executable, "-m", "ui"], env=settings, stderr=subprocess.PIPE, text=True) as window:
            while "rows" not in trace.read_text(encoding="ascii"):
                assert window.poll() is None
            window.send_signal(number)
            _, said = window.communicate(timeout=30)
        assert window.returncode == 0, said
        assert "Traceback" not in said
        cluster = (home / "data" / "postgres").resolve()
        assert (cluster / "PG_VERSION").exists()
        assert not (cluster / "postmaster.pid").exists()
