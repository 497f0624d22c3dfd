"""THEME and PERSONA: the window with three tabs open takes another theme, and another persona, until it is painted."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.transfer.starter import load_starter
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.core.sheet import style_sheet
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 7
TABS = ("operations", "incidents", "submissions")
THEME_MS, PERSONA_MS = 150, 100


def theme() -> Figure:
    """From the choice to the painted window, in milliseconds."""
    with window() as program:
        look = program.commands.bench.theme
        taken = [timed(program, lambda: look.set_dark(dark=not look.dark)) for _ in range(ROUNDS)]
    return Figure("THEME", "another theme with three tabs open", min(taken), THEME_MS, "ms")


def restyle() -> Figure:
    """The same against Qt alone putting one sheet in the place of another."""
    with window() as program:
        look, application = program.commands.bench.theme, application_of()
        ours, bare = [], []
        for turn in range(ROUNDS):
            ours.append(timed(program, lambda: look.set_dark(dark=not look.dark)))
            sheet = f"{style_sheet(look.tokens)}/* {turn} */"
            bare.append(timed(program, lambda sheet=sheet: application.setStyleSheet(sheet)))  # type: ignore[misc]
    return Figure("RESTYLE", "another theme / QApplication.setStyleSheet", min(ours) / min(bare), 1.0)


def persona() -> Figure:
    """From the new view's arrival to the painted window, in milliseconds; the reading goes on in workers."""
    with window() as program:
        keys = ("john", "admin")
        taken = [shown(program, keys[turn % 2]) for turn in range(ROUNDS)]
    return Figure("PERSONA", "another persona, from its view to the painted window", min(taken), PERSONA_MS, "ms")


BENCHES = (theme, restyle, persona)


def application_of() -> QApplication:
    """The application, made when there is none."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


@contextmanager
def window() -> Iterator[Program]:
    """The program over the starter data as the administrator."""
    with scratch_database() as url, tempfile.TemporaryDirectory(prefix="jarvis-bench-") as folder:
        database = Database(url)
        load_starter(database, bundled("resources") / "starter")
        database.dispose()
        paths = Paths(Path(folder) / "data", Path(folder) / "config", Path(folder) / "logs")
        look, tasks = Theme(application_of(), mode="light"), TaskRunner()
        frame = MainWindow(look, WindowMemory(None))
        opening = Opening(Settings(database_url=url), paths)
        program = Program(opening, tasks, FaultDesk(tasks, FaultLog(paths.log_dir)), look, frame, "admin")
        frame.resize(1440, 900)
        frame.show()
        settle(program)
        for tab in TABS:
            frame.choose_tab(tab)
            settle(program)
        try:
            yield program
        finally:
            frame.hide()
            program.close()
            program.deleteLater()


def settle(program: Program) -> None:
    """Let everything that was asked for arrive."""
    quiet = 0
    while quiet < 20:
        QApplication.processEvents()
        quiet = quiet + 1 if program.workspace.view is not None and program.tasks.pending == 0 else 0


def timed(program: Program, do: Callable[[], None]) -> float:
    """Milliseconds until the window has painted what `do` changed."""
    begun = time.perf_counter()
    do()
    program.window.repaint()
    QApplication.processEvents()
    taken = (time.perf_counter() - begun) * 1000
    settle(program)
    return taken


def shown(program: Program, key: str) -> float:
    """Milliseconds from the arrival of another persona's view until it is painted."""
    begun: list[float] = []
    note = lambda _view: begun.append(time.perf_counter())  # noqa: E731
    program.workspace.view_comes.disconnect(program.looks._on_view)
    program.workspace.view_comes.connect(note)
    program.workspace.view_comes.connect(program.looks._on_view)
    program.window.switch_persona(key)
    while not begun:
        QApplication.processEvents()
    program.window.repaint()
    taken = (time.perf_counter() - begun[0]) * 1000
    program.workspace.view_comes.disconnect(note)
    settle(program)
    return taken
