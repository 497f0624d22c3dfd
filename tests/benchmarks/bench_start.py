"""How long a start takes: whole processes, from the spawn to what a person sees, against a bare Qt window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.support.bytecode import kept_bytecode
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
        print("window", time.monotonic_ns(), time.process_time_ns())
        QApplication.quit()
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True)
class Reached:
    """How long something took: nanoseconds by the clock, and of the processor, which other programs do not lengthen."""

    clock: int
    processor: int


def bare_window() -> Reached:
    """From spawning a Python process to the first painted window of an empty Qt program."""
    began = time.monotonic_ns()
    answer = subprocess.run([sys.executable, "-c", BARE_WINDOW], capture_output=True, text=True, check=True)
    return marks(answer.stdout, began)["window"]


def launched(folder: Path, home: Path) -> dict[str, Reached]:
    """From spawning the program to each mark that it writes: "window" (its frame), "furnished", then "rows".

    The program as it is installed (`jarvis-desktop`); `launch.py` adds the start of one more interpreter.
    """
    trace = folder / "trace"
    trace.write_text("", encoding="ascii")
    settings = os.environ | {"JARVIS_TRACE_START": str(trace), "JARVIS_HOME": str(home)}
    command = [sys.executable, "-m", "ui", "--offscreen", "--screenshot", str(folder / "window.png")]
    began = time.monotonic_ns()
    subprocess.run(command, env=settings, capture_output=True, check=True)
    return marks(trace.read_text(encoding="ascii"), began)


def marks(text: str, began: int) -> dict[str, Reached]:
    """When each mark was first reached, from lines of a name, monotonic and processor nanoseconds."""
    first: dict[str, Reached] = {}
    for line in text.splitlines():
        mark, clock, processor = line.split()
        first.setdefault(mark, Reached(int(clock) - began, int(processor)))
    return first


@cache
def medians() -> dict[str, tuple[float, float]]:
    """Median milliseconds of each side, clock and processor, in turns.

    The starts that make the database and compile the modules are out.
    """
    rounds: list[dict[str, Reached]] = []
    with kept_bytecode(), tempfile.TemporaryDirectory() as made, throwaway_home(Path(made)) as home:
        bare_window()
        launched(Path(made), home)
        launched(Path(made), home)
        for _ in range(ROUNDS):
            bare = bare_window()
            rounds.append({"bare": bare, **launched(Path(made), home)})
    return {
        side: (
            statistics.median(each[side].clock for each in rounds) / 1e6,
            statistics.median(each[side].processor for each in rounds) / 1e6,
        )
        for side in ("bare", "window", "rows")
    }


def compared(figure_id: str, side: str, what: str, goal: float) -> Figure:
    """One side against the bare window, by the clock; the text says how it is by the processor's time."""
    (clock, processor), (bare_clock, bare_processor) = medians()[side], medians()["bare"]
    by_processor = f"{processor / bare_processor:.2f} of the processor"
    text = f"launch to {what} / bare Qt window ({clock:.0f} / {bare_clock:.0f} ms; {by_processor})"
    return Figure(figure_id, text, clock / bare_clock, goal)


def s1_window() -> Figure:
    """The window's frame stands."""
    return compared("S1", "window", "window", 1.8)


def s3_rows() -> Figure:
    """The first rows stand in it."""
    return compared("S3", "rows", "first rows", 3.3)


BENCHES = (s1_window, s3_rows)
