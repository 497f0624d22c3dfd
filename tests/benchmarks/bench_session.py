"""A working day in short: how often the UI thread keeps people waiting, and whether memory grows.

`JARVIS_BENCH_SECONDS=600` makes it the ten minutes of the long form; the worst stall's stack is told on standard error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.transfer.starter import load_starter
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database
from tests.benchmarks.stalls import STALL_MS

SECONDS = 30


@cache
def told() -> dict[str, Any]:
    """What the day told, over a database of its own with the starter data."""
    with scratch_database() as url, tempfile.TemporaryDirectory() as folder:
        database = Database(url)
        load_starter(database, bundled("resources") / "starter")
        database.dispose()
        return run_day(url, Path(folder), float(os.environ.get("JARVIS_BENCH_SECONDS", SECONDS)))


def run_day(url: str, folder: Path, seconds: float) -> dict[str, Any]:
    """The day in a process of its own; raises CalledProcessError where it comes to an unhappy end."""
    command = [sys.executable, "-m", "tests.benchmarks.day", "--url", url, "--folder", str(folder)]
    answer = subprocess.run(
        [*command, "--seconds", str(seconds)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    day: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    return day


def l1_stalls() -> Figure:
    """How often the UI thread itself worked for longer than people wait without noticing."""
    day = told()
    stalls = [stall for stall in day["stalls"] if stall["cpu"] > STALL_MS]
    worst = max(stalls, key=lambda stall: float(stall["cpu"]), default=None)
    said = f", worst {worst['cpu']:.0f} ms: {worst['doing']}" if worst else ""
    if worst:
        sys.stderr.write(f"{worst['doing']}: {worst['cpu']:.0f} ms of the UI thread\n{worst['stack']}\n")
    what = f"UI thread > {STALL_MS} ms at a time, {day['rounds']} rounds ({len(day['stalls'])} by the clock{said})"
    return Figure("L1", what, len(stalls), 0, "times")


def l2_memory() -> Figure:
    """Whether memory grows once everything was shown."""
    day = told()
    what = f"memory after / before, {day['rounds']} rounds ({day['mib'][0]:.0f} to {day['mib'][-1]:.0f} MiB)"
    return Figure("L2", what, 1 + day["growth"], 1.05)


BENCHES = (l1_stalls, l2_memory)
