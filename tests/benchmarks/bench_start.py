"""How long a start takes: whole processes, from the spawn to what a person sees, against the least there could be.

That is a bare Qt window, and for rows a program of the same libraries that does nothing but show a page of them.
"""

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

from jarvis_desktop.app.paths import Paths
from jarvis_desktop.db.embedded.server import EmbeddedServer
from jarvis_desktop.db.engine import database_url
from tests.benchmarks.figure import Figure
from tests.support.bytecode import kept_bytecode
from tests.support.throwaway import throwaway_home

ROUNDS = 5
_LEAST = {"bare": "bare Qt window", "bare rows": "smallest program that shows rows with the same libraries"}
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

BARE_ROWS = """
import gc, sys, time
gc.disable()
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
sys.modules["shibokensupport.feature"]._mod_uses_pyside = lambda module: False
class Rows(QAbstractTableModel):
    def __init__(self, names, rows):
        super().__init__()
        self.names, self.rows = names, rows
    def rowCount(self, parent=QModelIndex()):
        return len(self.rows)
    def columnCount(self, parent=QModelIndex()):
        return len(self.names)
    def data(self, index, role):
        return str(self.rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None
    def headerData(self, section, orientation, role):
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.names[section] if across else None
class View(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.fill if self.model() is None else self.tell)
    def fill(self):
        from sqlalchemy import create_engine, text
        with create_engine(sys.argv[1]).connect() as connection:
            found = connection.execute(text("SELECT * FROM public.incidents ORDER BY id DESC LIMIT 100"))
            self.found = Rows(list(found.keys()), found.all())
        self.setModel(self.found)
    def tell(self):
        print("rows", time.monotonic_ns(), time.process_time_ns())
        QApplication.quit()
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(View())
window.resize(1440, 900)
window.show()
application.exec()
"""
"""The frame first and the database after it, as in the program, and with the program's two ways to import faster."""


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


def bare_rows(cluster: Path) -> Reached:
    """From spawning a Python process to the first painted rows of a Qt program that shows them and no more.

    They come from the program's own database, whose server runs by then.
    """
    with EmbeddedServer(cluster) as url:
        address = database_url(url).render_as_string(hide_password=False)
        began = time.monotonic_ns()
        command = [sys.executable, "-c", BARE_ROWS, address]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return marks(answer.stdout, began)["rows"]


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
        cluster = Paths(home / "data", home / "config", home / "logs").cluster
        bare_rows(cluster)
        for _ in range(ROUNDS):
            least = {"bare": bare_window(), "bare rows": bare_rows(cluster)}
            rounds.append(least | launched(Path(made), home))
    return {
        side: (
            statistics.median(each[side].clock for each in rounds) / 1e6,
            statistics.median(each[side].processor for each in rounds) / 1e6,
        )
        for side in ("bare", "bare rows", "window", "rows")
    }


def compared(figure_id: str, side: str, what: str, goal: float, least: str = "bare", beside: str = "") -> Figure:
    """One side against the `least` there could be, by the clock; the text says how it is by the processor's time."""
    (clock, processor), (least_clock, least_processor) = medians()[side], medians()[least]
    by_processor = f"{processor / least_processor:.2f} of the processor{beside}"
    text = f"launch to {what} / {_LEAST[least]} ({clock:.0f} / {least_clock:.0f} ms; {by_processor})"
    return Figure(figure_id, text, clock / least_clock, goal)


def s1_window() -> Figure:
    """The window's frame stands."""
    return compared("S1", "window", "window", 1.8)


def s3_rows() -> Figure:
    """The first rows stand in it."""
    libraries = medians()["bare rows"][0] / medians()["bare"][0]
    return compared("S3", "rows", "first rows", 3.3, beside=f"; the libraries alone {libraries:.2f}")


def s3f_rows() -> Figure:
    """The first rows stand in it, against what the libraries alone take to show as many."""
    return compared("S3F", "rows", "first rows", 2.2, least="bare rows")


BENCHES = (s1_window, s3_rows, s3f_rows)
