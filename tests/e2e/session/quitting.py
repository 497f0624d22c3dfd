"""The window in one of its states, and Ctrl+Q by a real key; run as a process of its own.

`python -m tests.e2e.session.quitting --url URL --folder FOLDER --state STATE` ends when the window does.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from tests.e2e.session.hands import Hands
from tests.e2e.session.walk import TAB, Session
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.components.table.export_panel import ExportPanel
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.imports.page import ImportPage
from ui.imports.steps import Step
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable


class Leaver(Session):
    """A person who opens something and then wants to go."""

    def plain(self) -> None:
        """Nothing but the tab."""

    def menu(self) -> None:
        """A menu hangs open; Qt waits inside until it closes."""
        self.hands.press("Alt+f")
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu File")

    def dialog(self) -> None:
        """A name is asked for."""
        assert self.table.saved is not None
        self.table.saved.save_as()
        self.wait(lambda: isinstance(QApplication.activeWindow(), QDialog), "the dialogue with the keyboard")

    def file_dialog(self) -> None:
        """A file is asked for, above the page of an import."""
        self.program.window.open_component("import", "Import", {"table": "incidents", "label": "Incidents"})
        self.wait(lambda: self.ready("fileStep"), "the page")
        page = self.program.window.content.page.page
        assert isinstance(page, ImportPage)
        page.file_step.ask()
        self.wait(lambda: isinstance(QApplication.activeWindow(), QFileDialog), "the dialogue with the keyboard")

    def search(self) -> None:
        """The search lies over the window, with words typed."""
        self.hands.press("Ctrl+Shift+F")
        self.wait(lambda: self.ready("searchPopup"), "the search")
        self.hands.type("printer")

    def staged(self) -> None:
        """An import stands before its check."""
        file = self.folder / "rows.csv"
        file.write_text("Title\nA new incident\n")
        props = {"table": "incidents", "label": "Incidents", "file": str(file)}
        self.program.window.open_component("import", "Import", props)
        self.wait(lambda: self.ready("next"), "the file")
        page = self.program.window.content.page.page
        assert isinstance(page, ImportPage)
        self.hands.press("Enter")
        self.wait(lambda: page.step is Step.COLUMNS, "the columns")

    def staged_behind_search(self) -> None:
        """An import stands before its check, and the search lies over it."""
        self.staged()
        self.search()

    def running(self) -> None:
        """An export waits for a table that somebody else keeps locked."""
        self.psql.autocommit = False
        self.psql.execute("LOCK TABLE incidents IN ACCESS EXCLUSIVE MODE")
        self.table.menu.run("export")
        self.wait(lambda: self.ready("exportFile"), "the page for exports")
        panel = self.program.window.content.page.page
        assert isinstance(panel, ExportPanel)
        panel.file.setText(str(self.folder / "never.csv"))
        panel.start()

    def asked(self) -> bool:
        """Whether the window asks before it goes."""
        return self.ready("leaveWithoutSaving")


ASKS = frozenset({"staged", "staged_behind_search", "running"})


def _leave(at: Leaver, state: str) -> None:
    window = at.program.window
    at.wait(lambda: at.program.workspace.view is not None, "the tabs")
    window.choose_tab(TAB)
    at.settled()
    window.activateWindow()
    at.table.view.setFocus()
    act: Callable[[], None] = getattr(at, state)
    act()
    QTimer.singleShot(0, partial(_press, at, state))


def _press(at: Leaver, state: str) -> None:
    at.hands.press("Ctrl+Q")
    if state in ASKS:
        at.wait(at.asked, "the question")
        print("asked", flush=True)
        at.wait(lambda: at.button("stay").hasFocus(), "the focus on what keeps everything")
        at.hands.press("Shift+Tab")
        at.wait(lambda: at.button("leaveWithoutSaving").hasFocus(), "the other answer")
        at.hands.press("space")


def main() -> int:
    """Open the window, bring it into the state, press the key, and wait for the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--state", required=True)
    given = parser.parse_args()
    application = QApplication(["jarvis-desktop"])
    paths = Paths(given.folder / "data", given.folder / "config", given.folder / "logs")
    tasks = TaskRunner()
    desk = FaultDesk(tasks, FaultLog(paths.log_dir))
    opening = Opening(Settings(database_url=given.url), paths)
    theme = Theme(application)
    program = Program(opening, tasks, desk, theme, MainWindow(theme, WindowMemory(None)), "john")
    program.window.closing.connect(application.quit)
    program.window.resize(1440, 900)
    program.window.move(0, 0)
    program.window.show()
    at = Leaver(program, Hands(), given.url, given.folder)
    QTimer.singleShot(0, partial(_leave, at, given.state))
    application.exec()
    _end(program)
    print("ended", flush=True)
    return 0


def _end(program: Program) -> None:
    program.close()
    left: list[QWidget] = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert not left, left


if __name__ == "__main__":
    sys.exit(main())
