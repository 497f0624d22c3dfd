"""Ctrl+Q ends the program from wherever it is pressed: by a real key on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.e2e.test_table_session import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

ASKED = {"staged", "staged_behind_search", "running"}


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
@pytest.mark.parametrize(
    "state", ["plain", "menu", "dialog", "file_dialog", "search", "staged", "staged_behind_search", "running"]
)
def test_the_key_ends_the_program(stocked_url: str, tmp_path: Path, display: str, state: str) -> None:
    command = [sys.executable, "-m", "tests.e2e.session.quitting", "--url", stocked_url, "--folder", str(tmp_path)]
    done = subprocess.run(
        [*command, "--state", state],
        cwd=CHECKOUT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "JARVIS_HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == (["asked", "ended"] if state in ASKED else ["ended"])
    assert not (tmp_path / "never.csv").exists()
