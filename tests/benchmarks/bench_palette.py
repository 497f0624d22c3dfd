"""How long the palette takes from its keys to letters typed into it, the first time in a fresh process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.transfer.starter import load_starter
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

ROUNDS = 5
GOAL_MS = 50


def palette_opened() -> Figure:
    """Milliseconds of the UI thread until the first opening is painted and has taken a letter; of fresh processes."""
    first, later = [], []
    with scratch_database() as url:
        database = Database(url)
        load_starter(database, bundled("resources") / "starter")
        database.dispose()
        for _ in range(ROUNDS):
            times = _opened(url)
            first.append(times[0])
            later += times[1:]
    what = f"palette, first opening painted and typed into (later {statistics.median(later):.0f} ms)"
    return Figure("PALETTE", what, statistics.median(first), GOAL_MS, "ms")


def _opened(url: str) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        answer = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.opening", "--url", url, "--folder", folder],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [float(line) for line in answer.stdout.split()]


BENCHES = (palette_opened,)
