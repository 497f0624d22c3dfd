"""THEME and PERSONA: the window with every tab open takes another theme, and another persona, until it is painted."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
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
QUIET = 40
"""Turns of the event loop without work: as many as the tabs that go one by one, and some."""
IN_SIGHT = "incidents"
THEME_MS, PERSONA_MS = 150, 100


def theme() -> Figure:
    """From the choice to the painted window, in milliseconds of the UI thread."""
    with window() as program:
        look = program.commands.bench.theme
        taken = [timed(program, lambda: look.set_dark(dark=not look.dark)) for _ in range(ROUNDS)]
        tabs = len(program.window.content.pages.tabs())
    what = f"another theme, {tabs} tabs built, until it is painted ({by_the_clock(taken):.0f} ms by the clock)"
    return Figure("THEME", what, of_the_thread(taken), THEME_MS, "ms")


def restyle() -> Figure:
    """The same against Qt alone putting one sheet in the place of another."""
    with window() as program:
        look, application = program.commands.bench.theme, application_of()
        ours, bare = [], []
        for turn in range(ROUNDS):
            ours.append(timed(program, lambda: look.set_dark(dark=not look.dark)))
            sheet = f"{style_sheet(look.tokens)}/* {turn} */"
            bare.append(timed(program, lambda sheet=sheet: application.setStyleSheet(sheet)))  # type: ignore[misc]
    return Figure(
        "RESTYLE", "another theme / QApplication.setStyleSheet", of_the_thread(ours) / of_the_thread(bare), 1.0
    )


def persona() -> Figure:
    """From the new view's arrival to the painted window, in milliseconds of the UI thread; workers read meanwhile."""
    with window() as program:
        tabs = len(program.window.content.pages.tabs())
        taken = []
        for _ in range(ROUNDS):
            taken.append(shown(program, "john"))
            shown(program, "admin")
            build_all(program)
    what = f"another persona, {tabs} tabs built, until it is painted ({by_the_clock(taken):.0f} ms by the clock)"
    return Figure("PERSONA", what, of_the_thread(taken), PERSONA_MS, "ms")


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
        build_all(program)
        try:
            yield program
        finally:
            frame.hide()
            program.close()
            program.deleteLater()


def build_all(program: Program) -> None:
    """Show every tab once."""
    for tab in (*(each.key for each in program.window.content.pages.tabs()), IN_SIGHT):
        program.window.choose_tab(tab)
        settle(program)


def _rests(program: Program) -> bool:
    look = program.commands.bench.theme
    return program.workspace.view is not None and program.tasks.pending == 0 and look.settled


def settle(program: Program) -> None:
    """Let everything that was asked for arrive, and what goes be gone."""
    quiet = 0
    while quiet < QUIET:
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()
        quiet = quiet + 1 if _rests(program) else 0


class Watch:
    """Milliseconds since it was made, by the clock and of the UI thread's own work."""

    def __init__(self) -> None:
        self._began, self._worked = time.perf_counter(), time.thread_time()

    def read(self) -> tuple[float, float]:
        """What it says now."""
        return (time.perf_counter() - self._began) * 1000, (time.thread_time() - self._worked) * 1000


def by_the_clock(taken: list[tuple[float, float]]) -> float:
    """The median, with what other programs of a busy machine took."""
    return median(clock for clock, _ in taken)


def of_the_thread(taken: list[tuple[float, float]]) -> float:
    """The median of the UI thread's own work."""
    return median(worked for _, worked in taken)


def timed(program: Program, do: Callable[[], None]) -> tuple[float, float]:
    """How long it takes until the window has painted what `do` changed."""
    watch = Watch()
    do()
    program.window.repaint()
    QApplication.processEvents()
    taken = watch.read()
    settle(program)
    return taken


def shown(program: Program, key: str) -> tuple[float, float]:
    """How long it takes from the arrival of another persona's view until it is painted."""
    begun: list[Watch] = []
    note = lambda _view: begun.append(Watch())  # noqa: E731
    program.workspace.view_comes.disconnect(program.looks._on_view)
    program.workspace.view_comes.connect(note)
    program.workspace.view_comes.connect(program.looks._on_view)
    program.window.switch_persona(key)
    while not begun or (view := program.workspace.view) is None or view.reader.persona != key:
        QApplication.processEvents()
    program.window.repaint()
    taken = begun[0].read()
    program.workspace.view_comes.disconnect(note)
    settle(program)
    return taken
