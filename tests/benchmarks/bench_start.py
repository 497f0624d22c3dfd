"""How long a start takes: whole processes, from the spawn to what a person sees, against a bare Qt window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.support.throwaway import throwaway_home

ROUNDS = 5
BARE_WINDOW = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print("window", time.monotonic_ns())
        QApplication.quit()
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""


def bare_window() -> int:
    """Nanoseconds from spawning a Python process to the first painted window of an empty Qt program."""
    began = time.monotonic_ns()
    answer = subprocess.run([sys.executable, "-c", BARE_WINDOW], capture_output=True, text=True, check=True)
    return marks(answer.stdout)["window"] - began


def launched(folder: Path, home: Path) -> dict[str, int]:
    """Nanoseconds from spawning the program to each mark that it writes: "window", then "rows".

    The program as it is installed (`jarvis-desktop`); `launch.py` adds the start of one more interpreter.
    """
    trace = folder / "trace"
    trace.write_text("", encoding="ascii")
    settings = os.environ | {"JARVIS_TRACE_START": str(trace), "JARVIS_HOME": str(home)}
    command = [sys.executable, "-m", "ui", "--offscreen", "--screenshot", str(folder / "window.png")]
    began = time.monotonic_ns()
    subprocess.run(command, env=settings, capture_output=True, check=True)
    return {mark: reached - began for mark, reached in marks(trace.read_text(encoding="ascii")).items()}


def marks(text: str) -> dict[str, int]:
    """The first time of each mark, from lines of a name and monotonic nanoseconds."""
    first: dict[str, int] = {}
    for line in text.splitlines():
        mark, reached = line.split()
        first.setdefault(mark, int(reached))
    return first


@cache
def medians() -> dict[str, float]:
    """Median milliseconds of each side, measured in turns; the start that makes the database is not counted."""
    rounds: list[dict[str, int]] = []
    with tempfile.TemporaryDirectory() as made, throwaway_home(Path(made)) as home:
        launched(Path(made), home)
        for _ in range(ROUNDS):
            bare = bare_window()
            rounds.append({"bare": bare, **launched(Path(made), home)})
    return {side: statistics.median(each[side] for each in rounds) / 1e6 for side in ("bare", "window", "rows")}


def s1_window() -> Figure:
    """The window stands."""
    at = medians()
    what = f"launch to window / bare Qt window process ({at['window']:.0f} / {at['bare']:.0f} ms)"
    return Figure("S1", what, at["window"] / at["bare"], 1.8)


def s3_rows() -> Figure:
    """The first rows stand in it."""
    at = medians()
    what = f"launch to first rows / bare Qt window process ({at['rows']:.0f} / {at['bare']:.0f} ms)"
    return Figure("S3", what, at["rows"] / at["bare"], 3.3)


BENCHES = (s1_window, s3_rows)
