"""A working day in short, over and over: a process that prints what the UI thread and the memory did meanwhile.

`python -m tests.benchmarks.day --url URL --folder FOLDER --seconds 30`; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from tests.benchmarks.stalls import StallWatch
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.core.garbage import GarbageCollector
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable

PERSONAS = ("john", "rachel", "admin")
PATIENCE_S = 30
WARM_UP = 0.25
"""The part of the time in which pages, caches and pools are filled."""


class Day:
    """The person at the desk; every method is something people do, and waits until it is done."""

    def __init__(self, program: Program, theme: Theme, watch: StallWatch) -> None:
        self.program, self.window, self.theme, self.watch = program, program.window, theme, watch
        self.rounds = 0

    def settle(self) -> None:
        """Until nothing has been under way for a moment."""
        self.wait(lambda: self.program.tasks.pending == 0)
        self.rest(60)
        self.wait(lambda: self.program.tasks.pending == 0)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until the condition holds; what never does so is told with what was being done."""
        until = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > until:
                raise SystemExit(f"waited in vain: {self.watch.doing}")
            self.rest(10)

    def rest(self, milliseconds: int) -> None:
        """Handle events for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def do(self, what: str, act: Callable[[], object]) -> None:
        """One action, by itself between two beats of the watch."""
        self.watch.doing = what
        self.rest(15)
        act()
        self.settle()

    def round(self) -> None:
        """Everything once."""
        for persona in PERSONAS:
            self.do(f"persona {persona}", partial(self.window.switch_persona, persona))
            for tab in self.window.content.pages.tabs():
                self.do(f"tab {tab.key}", partial(self.window.choose_tab, tab.key))
        self.records()
        self.table()
        for look in ("dark", "light"):
            self.do(f"theme {look}", partial(self.theme.choose, look))
        for zoom in (150, 100):
            self.do(f"zoom {zoom}", partial(self.theme.set_zoom, zoom))
        self.do("palette", self.program.commands.open_palette)
        self.do("palette typed", lambda: self.type_into(QApplication.focusWidget(), "inc"))
        self.do("palette closed", self.program.commands.close_palette)
        self.rounds += 1

    def records(self) -> None:
        """Open records above the tab, edit one and save it."""
        self.do("tab incidents", lambda: self.window.choose_tab("incidents"))
        for record in ("1", "2", "3"):
            self.do("record", partial(self.window.open_record, "incidents", record))
        form = self.form()
        field = next((w for w in form.findChildren(QLineEdit) if w.isVisible() and not w.isReadOnly()), None)
        if field is not None:
            self.do("typing", lambda: self.type_into(field, "x"))
            self.do("saving", form.save)
            self.do("reverting", form.revert)
        self.do("back", self.window.content.drop_record)

    def table(self) -> None:
        """Sort, filter and scroll the table of the tab."""
        page = self.window.content.pages.page("incidents")
        tables = page.findChildren(RecordTable) if page is not None else []
        if not tables:
            raise SystemExit("the tab incidents has no table")
        source = tables[0].source
        for text in ("printer", ""):
            self.do("filter", partial(source.narrow, (), text))
        for _ in range(3):
            self.do("sort", lambda: source.cycle_sort("title"))
        self.do("scroll", tables[0].view.scrollToBottom)
        self.do("scroll", tables[0].view.scrollToTop)

    def form(self) -> RecordForm:
        """The record above the tab."""
        form = self.window.content.record.form
        assert isinstance(form, RecordForm)
        return form

    def type_into(self, widget: QWidget | None, text: str) -> None:
        """Keys, one by one."""
        if widget is not None:
            QTest.keyClick(widget, Qt.Key.Key_End)
            QTest.keyClicks(widget, text)


def resident_mib() -> float:
    """How much memory the process holds."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def growth(held: list[tuple[float, float]]) -> float:
    """By what part the memory grew after the warm-up, from its first to its last quarter."""
    warm = [mib for at, mib in held if at >= WARM_UP] or [mib for _, mib in held]
    part = max(1, len(warm) // 4)
    return sum(warm[-part:]) / sum(warm[:part]) - 1


def main() -> int:
    """Go round until the time is over."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=30.0)
    given = parser.parse_args()
    application = QApplication(["jarvis-desktop"])
    theme = Theme(application)
    garbage = GarbageCollector(application)
    paths = Paths(given.folder / "data", given.folder / "config", given.folder / "logs")
    tasks = TaskRunner()
    faults: list[str] = []
    tasks.failure.connect(lambda error: faults.append(repr(error)))
    opening = Opening(Settings(database_url=given.url), paths)
    desk = FaultDesk(tasks, FaultLog(paths.log_dir))
    program = Program(opening, tasks, desk, theme, MainWindow(theme, WindowMemory(None)), PERSONAS[0])
    program.opened.connect(garbage.spare)
    program.window.resize(1440, 900)
    program.window.show()
    watch = StallWatch()
    day = Day(program, theme, watch)
    watch.doing = "start"
    day.wait(lambda: program.workspace.view is not None)
    day.settle()
    first = len(watch.stalls)
    began = time.monotonic()
    held: list[tuple[float, float]] = []
    warm: int | None = None
    while time.monotonic() - began < given.seconds or day.rounds < 2:
        day.round()
        at = (time.monotonic() - began) / given.seconds
        held.append((at, resident_mib()))
        if warm is None:
            warm = len(watch.stalls)
    watch.stop()
    program.window.hide()
    program.close()
    garbage.stop()
    seen = watch.stalls[first:]
    told = {
        "rounds": day.rounds,
        "growth": growth(held),
        "mib": [round(mib, 1) for _, mib in held],
        "faults": faults,
        "first_round": (warm or first) - first,
        "stalls": [{"wall": s.wall, "cpu": s.cpu, "doing": s.doing, "stack": s.stack} for s in seen],
    }
    print(json.dumps(told))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
