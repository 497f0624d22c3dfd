"""The palette of a fresh window, opened and typed into: a process that prints milliseconds of the UI thread.

`python -m tests.benchmarks.opening --url URL --folder FOLDER`; one line for each opening, the first one first.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable

OPENINGS = 5
PATIENCE_S = 30


def main() -> None:
    """Open the window, wait until it rests, and measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme, tasks = Theme(application, mode="light"), TaskRunner()
    theme.dress()
    paths = Paths(arguments.folder / "data", arguments.folder / "config", arguments.folder / "logs")
    desk = FaultDesk(tasks, FaultLog(paths.log_dir))
    window = MainWindow(theme, WindowMemory(None))
    program = Program(Opening(Settings(database_url=arguments.url), paths), tasks, desk, theme, window, "admin")
    window.resize(1440, 900)
    window.show()
    _wait(lambda: program.workspace.view is not None)
    for _ in range(OPENINGS):
        _wait(lambda: tasks.pending == 0)
        _rest(300)
        sys.stdout.write(f"{_opened(program):.2f}\n")
        program.commands.close_palette()
    window.hide()
    program.close()


def _opened(program: Program) -> float:
    """Milliseconds that this thread works from the keys to a palette that is seen and has taken a letter."""
    began = time.thread_time()
    program.commands.open_palette()
    QApplication.processEvents()
    palette = program.commands.palette
    assert palette is not None
    QTest.keyClick(palette.field, Qt.Key.Key_I)
    taken = (time.thread_time() - began) * 1_000
    assert palette.field.text() == "i"
    return taken


def _wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > until:
            raise SystemExit("waited in vain for the window")
        _rest(10)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
