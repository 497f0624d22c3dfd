"""Killed without a word: the next start brings window, tabs, filters, selection and typed input back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_kill_everything_is_where_it_was(stocked_url: str, tmp_path: Path) -> None:
    before, status = _run(stocked_url, tmp_path, "arrange")
    assert status == -signal.SIGKILL
    after, status = _run(stocked_url, tmp_path, "look")
    assert status == 0
    said = after.pop("said")
    assert after == before
    assert before["windows"] == ["errors"]
    assert before["docks"] == {"work": "LeftDockWidgetArea"}
    assert before["typed"] == "Typed and never saved"
    assert "restored" in said


def _run(url: str, folder: Path, act: str) -> tuple[dict[str, Any], int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.session.crashing", "--url", url, "--folder", str(folder), "--act", act],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "JARVIS_HOME": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found, done.returncode
