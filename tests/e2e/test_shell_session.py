"""A person's first hour through a real X server, a kill, and the next start: everything is where it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.test_table_session import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = (sys.executable, "-m", "tests.e2e.session.living")


def told(url: str, folder: Path, screen: str, act: str, *options: str) -> dict[str, Any]:
    """What a person found; the program is killed without a word once it is told."""
    arguments = ["--url", url, "--folder", str(folder), "--act", act, *options]
    variables = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen, "JARVIS_HOME": str(folder)}
    environment = {**os.environ, **variables}
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        line = program.stdout.readline()
        program.kill()
        said = program.stderr.read().decode()
        status = program.wait(timeout=30)
    assert line, said
    assert status == -signal.SIGKILL
    print(said)
    found: dict[str, Any] = json.loads(line)
    return found


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
@pytest.mark.parametrize("hands", [(), pytest.param(("--no-mouse",), marks=pytest.mark.soak)], ids=["both", "keys"])
def test_after_a_working_day_and_a_kill_everything_is_where_it_was(
    stocked_url: str, tmp_path: Path, display: str, hands: tuple[str, ...]
) -> None:
    before = told(stocked_url, tmp_path, display, "begin", *hands)
    after = told(stocked_url, tmp_path, display, "return")
    assert "restored" in after.pop("said")
    assert after.pop("tour") is False
    assert after == before
    assert (before["persona"], before["theme"], before["zoom"], before["tab"]) == ("john", "dark", 125, "incidents")
    assert (before["typed"], before["text"]) == ("Typed and never saved", "a")
    assert [window[0] for window in before["windows"]] == ["errors"]
    assert before["shown"] == before["selected"]
    assert not (tmp_path / "logs" / "errors.jsonl").exists()
