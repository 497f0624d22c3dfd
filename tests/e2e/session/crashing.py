"""A person arranges the window and types, and the program is killed; run as a process of its own, twice.

`python -m tests.e2e.session.crashing --url URL --folder FOLDER --act arrange` kills itself; `--act look` prints what it
found as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from jarvis_desktop.tables.types import Filter, Operator
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.components.master_detail import MasterDetail
from ui.core.session import Keeper
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.forms.draft_bar import DraftBar
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable

TAB = "incidents"
TYPED = "Typed and never saved"


class Visit:
    """The program in a folder that the next process finds again."""

    def __init__(self, url: str, folder: Path) -> None:
        paths = Paths(folder / "data", folder / "config", folder / "logs")
        self.tasks = TaskRunner()
        desk = FaultDesk(self.tasks, FaultLog(paths.log_dir))
        memory = WindowMemory(paths.config_dir / "window.ini", url)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme = Theme(application)
        opening = Opening(Settings(database_url=url), paths)
        self.program = Program(opening, self.tasks, desk, theme, MainWindow(theme, memory), "john")
        self.program.window.show()
        self.wait(lambda: self.program.workspace.view is not None)
        self.idle()

    def wait(self, done: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(20_000)
        while not done():
            assert not deadline.hasExpired(), "what was waited for did not come"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def idle(self) -> None:
        self.wait(lambda: self.tasks.pending == 0)

    @property
    def desk(self) -> MasterDetail:
        page = self.program.window.content.pages.page(TAB)
        assert page is not None
        return next(part for part in page.components() if isinstance(part, MasterDetail))

    def title(self) -> QLineEdit:
        assert self.desk.form is not None
        assert self.desk.form.view is not None
        line = self.desk.form.view.widget("title").input
        assert isinstance(line, QLineEdit)
        return line

    def arrange(self) -> None:
        window = self.program.window
        window.resize(790, 700)
        window.choose_tab(TAB)
        self.idle()
        table = self.desk.table
        table.bar.narrow((Filter("status", Operator.EQ, "open"),), "a")
        self.idle()
        self.wait(lambda: table.source.model.rowCount() > 2)
        table.choose(table.source.model.id_at(1))
        self.wait(lambda: self.desk.form is not None and self.desk.form.view is not None)
        self.idle()
        self.program.windows.detach("errors")
        window.choose_tab(TAB)
        self.program.docks.open("work").move_to(Qt.DockWidgetArea.LeftDockWidgetArea)
        self.title().setFocus()
        self.title().selectAll()
        self.title().insert(TYPED)
        self.wait(self._is_kept)
        print(json.dumps(self.found()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

    def _is_kept(self) -> bool:
        services, context = self.program.workspace.services, self.program.window.context
        assert services is not None
        assert context is not None
        drafts = services.drafts.all(context.reader.user_id)
        path = self.program.session.keeper.path
        assert path is not None
        stored = Keeper(path)
        stored.serve(context.reader.user_id)
        view, tab = stored.kept("view/john"), stored.kept(f"tab/john/{TAB}")
        return (
            any(field.value == TYPED for draft in drafts for field in draft.fields.values())
            and view.get("tab") == TAB
            and bool(view.get("windows"))
            and view.get("docks", {}).get("open") == ["work"]
            and any(part.get("form", {}).get("record_id") for part in tab.values())
        )

    def look(self) -> None:
        self.wait(lambda: self.program.window.content.pages.current_key == TAB)
        self.wait(lambda: self.desk.form is not None and self.desk.form.view is not None)
        self.idle()
        print(json.dumps(self.found() | {"said": self.desk.findChildren(DraftBar)[0].text}), flush=True)
        self.program.close()

    def found(self) -> dict[str, Any]:
        window, table = self.program.window, self.desk.table
        return {
            "size": [window.width(), window.height()],
            "tab": window.content.pages.current_key,
            "windows": [own.key for own in self.program.windows.windows],
            "docks": {
                name: self.program.docks.host.dockWidgetArea(dock).name
                for name, dock in self.program.docks.docks.items()
                if self.program.docks.is_open(name)
            },
            "filters": [each.column for each in table.bar.filters],
            "text": table.bar.text,
            "rows": table.source.model.rowCount(),
            "selected": table.view.chosen_id,
            "typed": self.title().text(),
        }


def main() -> int:
    """Do what is asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--act", choices=("arrange", "look"), required=True)
    given = parser.parse_args()
    application = QApplication(sys.argv[:1])
    assert application is not None
    visit = Visit(given.url, given.folder)
    visit.arrange() if given.act == "arrange" else visit.look()
    return 0


if __name__ == "__main__":
    sys.exit(main())
