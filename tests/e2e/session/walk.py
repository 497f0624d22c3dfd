"""A working day at the table of incidents, by keys and clicks alone; run as a process of its own.

`python -m tests.e2e.session.walk --url URL --folder FOLDER` prints what it saw, one line a step.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from tests.e2e.session.hands import Hands
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.components.master_detail import MasterDetail
from ui.components.record_table import RecordTable
from ui.core.tasks import TaskRunner
from ui.core.theme import Theme
from ui.imports.page import ImportPage
from ui.imports.steps import Step
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE, LOOK_MS = 120, 10
TAB = "incidents"
OPEN = "status IN ('open', 'in_progress')"
"""What the tab's own filter leaves."""
CHOOSE = "Choose a file…"


class PaintWatch(QObject):
    """Counts the paint events of a viewport and how long each kept the UI thread."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self._watched = watched
        self.milliseconds: list[float] = []
        self._painting = False
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self._painting:
            return False
        self._painting = True
        began = time.thread_time()
        QApplication.sendEvent(watched, event)
        self.milliseconds.append((time.thread_time() - began) * 1000)
        self._painting = False
        return True

    def p95(self) -> float:
        """The 95th percentile of the frames so far, in milliseconds of the UI thread."""
        ordered = sorted(self.milliseconds)
        return ordered[int(0.95 * (len(ordered) - 1))] if ordered else 0.0


class Session:
    """The person at the desk."""

    def __init__(self, program: Program, hands: Hands, url: str, folder: Path) -> None:
        self.program = program
        self.hands = hands
        self.folder = folder
        self.psql = psycopg.connect(url, autocommit=True)
        self.began = time.perf_counter()

    @property
    def table(self) -> RecordTable:
        page = self.program.window.content.pages.page(TAB)
        assert page is not None
        return next(part for part in page.components() if isinstance(part, MasterDetail)).table

    def tell(self, text: str) -> None:
        now = time.perf_counter()
        print(f"{now - self.began:7.2f} s  {text}", flush=True)
        self.began = now

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        if condition():
            return
        loop, until = QEventLoop(), time.monotonic() + PATIENCE
        looking = QTimer(interval=LOOK_MS)

        def look() -> None:
            # The condition is asked once: what is met may pass again while the loop comes to its end.
            if condition():
                loop.exit(0)
            elif time.monotonic() > until:
                loop.exit(1)

        looking.timeout.connect(look)
        looking.start()
        if loop.exec():
            self.program.window.grab().save(str(self.folder / "stuck.png"))
            raise SystemExit(f"waited in vain: {what}")

    def settled(self) -> None:
        """Until nothing is under way and what is in sight is here."""
        table = self.table
        self.wait(lambda: self.program.tasks.pending == 0, "work under way")
        self.wait(lambda: table.source.total_exact or table.source.total == 0, "the exact count")
        self.wait(lambda: self.program.tasks.pending == 0, "work under way")

    def value(self, statement: str) -> object:
        row = self.psql.execute(statement).fetchone()
        return None if row is None else row[0]

    def shown(self, row: int, column: str) -> str:
        """What a cell says."""
        model = self.table.source.model
        section = [c.name for c in model.columns].index(column)
        return str(model.data(model.index(row, section)))

    def shows(self, row: int, column: str, text: str) -> bool:
        """Whether a cell says that."""
        return self.shown(row, column) == text

    def is_titled(self, row_id: str, text: str) -> bool:
        """Whether that is the stored title."""
        return self.title_of(row_id) == text

    def title_of(self, row_id: str) -> object:
        """The title as it is stored."""
        return self.value(f"SELECT title FROM incidents WHERE id = {int(row_id)}")

    def editing(self) -> bool:
        """Whether an editor stands in a cell."""
        return any(w.isVisible() for w in self.program.window.findChildren(QWidget, "cellEditor"))

    def label(self, name: str) -> str:
        """What a label of that name in sight says."""
        found = [w for w in self.program.window.findChildren(QLabel, name) if w.isVisible()]
        return found[0].text() if found else ""

    def ready(self, name: str) -> bool:
        """Whether a widget of that object name is in sight and takes input."""
        return any(w.isVisible() and w.isEnabled() for w in self.program.window.findChildren(QWidget, name))

    def button(self, name: str, within: QWidget | None = None) -> QWidget:
        """The visible widget of that object name."""
        root = within or self.program.window
        found = [w for w in root.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing in sight is called {name}"
        return found[0]

    def choose(self, opener: QWidget, text: str) -> None:
        """Open a button's menu and click the entry that begins so.

        Qt waits inside the click until the menu closes, so that the entry is looked for by a timer.
        """
        looking = QTimer(interval=LOOK_MS)

        def look() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return
            for entry in menu.actions():
                if entry.isEnabled() and entry.text().replace("&", "").startswith(text):
                    looking.stop()
                    self.hands.click(menu, menu.actionGeometry(entry).center())
                    return

        looking.timeout.connect(look)
        looking.start()
        self.hands.click(opener)
        self.wait(lambda: not looking.isActive() and QApplication.activePopupWidget() is None, f"the menu with {text}")
        # Without a window manager nobody gives the window back what the menu took.
        self.program.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is not None, "the window to be the active one")

    def header_place(self, column: str) -> tuple[QWidget, QPoint]:
        """Where a column's heading is."""
        table = self.table
        section = [c.name for c in table.source.model.columns].index(column)
        view = table.view
        header = view.frozen.header if view.frozen is not None and section < view.freeze else view.header
        return header.viewport(), QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)

    def cell_place(self, row: int, column: str) -> tuple[QWidget, QPoint]:
        """Where a cell is."""
        table = self.table
        section = [c.name for c in table.source.model.columns].index(column)
        index = table.source.model.index(row, section)
        view = table.view.frozen if table.view.frozen is not None and section < table.view.freeze else table.view
        return view.viewport(), view.visualRect(index).center()

    def answer_file(self, path: Path) -> None:
        """Name a file in the dialogue that is open."""
        self.wait(lambda: bool(self._dialogs()), "a dialogue for files")
        self.wait(lambda: QApplication.focusWidget() is not None, "the keyboard in the dialogue")
        self.hands.type(str(path))
        self.hands.press("Enter")
        self.wait(lambda: not self._dialogs(), "the dialogue to close")

    def _dialogs(self) -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]


def narrow_sort_and_group(at: Session) -> None:
    """A text in the search field, an order by the heading, groups and back."""
    table, hands = at.table, at.hands
    hands.click(*at.cell_place(0, "title"))
    hands.press("/")
    hands.type("printer")
    at.settled()
    expected = at.value(f"SELECT count(*) FROM incidents WHERE {OPEN} AND title ILIKE '%printer%'")
    at.wait(lambda: table.source.total == expected, f"{expected} records with “printer”")
    at.tell(f"filtered to {expected} records")
    for order in ("ASC", "DESC"):
        hands.click(*at.header_place("title"))
        at.settled()
        first = at.value(
            f"SELECT title FROM incidents WHERE {OPEN} AND title ILIKE '%printer%' ORDER BY title {order} LIMIT 1"
        )
        at.wait(partial(at.shows, 0, "title", str(first)), f"{first} above")
    # Somewhere else in between, or the third click is half a double click.
    hands.click(*at.cell_place(0, "title"))
    hands.click(*at.header_place("title"))
    at.settled()
    at.wait(lambda: not table.source.sort or table.source.sort[0].column != "title", "the order as it began")
    at.tell("sorted both ways and back")
    at.choose(at.button("groupBy"), "Priority")
    at.settled()
    groups = at.value(f"SELECT count(DISTINCT priority) FROM incidents WHERE {OPEN} AND title ILIKE '%printer%'")
    assert len(table.source.model.layout.sections) == groups
    at.choose(at.button("groupBy"), "No groups")
    at.settled()
    at.tell(f"grouped into {groups} and back")


def edit_three_and_undo_one(at: Session) -> None:
    """Three titles in their cells, the last one taken back."""
    hands, table = at.hands, at.table
    ids = [table.source.model.id_at(row) for row in range(3)]
    before = at.value(f"SELECT title FROM incidents WHERE id = {ids[2]}")
    for row, row_id in enumerate(ids):
        hands.click(*at.cell_place(row, "title"))
        hands.press("F2")
        at.wait(lambda: QApplication.focusWidget() is not table.view and at.editing(), "an editor in the cell")
        hands.press("Ctrl+A")
        hands.type(f"Printer edited {row}")
        hands.press("Enter")
        at.wait(partial(at.is_titled, row_id, f"Printer edited {row}"), f"the edited title of row {row}")
        at.wait(lambda: not at.editing(), "the editor to close")
    hands.click(*at.cell_place(5, "title"))
    hands.press("Ctrl+Z")
    at.wait(lambda: at.title_of(ids[2]) == before, "the third title as it was")
    assert at.title_of(ids[1]) == "Printer edited 1"
    at.settled()
    at.tell("edited three cells, took one back")


def change_all_and_undo(at: Session) -> None:
    """Everything that matches gets one priority, and gets its own back."""
    hands = at.hands
    sums = "SELECT md5(string_agg(id || priority, ',' ORDER BY id)) FROM incidents"
    before = at.value(sums)
    hands.click(*at.cell_place(0, "title"))
    hands.press("Ctrl+A")
    at.wait(lambda: at.label("selectedCount").startswith("All "), "the word that all are selected")
    hands.press("E")
    at.wait(lambda: at.ready("pickField"), "the fields of the bulk edit")
    at.button("pickField").setFocus()
    hands.type("p")
    at.wait(lambda: at.ready("bulk:priority"), "the field of the priority")
    hands.type("l")
    hands.press("Ctrl+Enter")
    low = f"SELECT count(*) FROM incidents WHERE {OPEN} AND title ILIKE '%printer%' AND priority <> 'low'"
    at.wait(lambda: at.value(low) == 0, "the bulk edit")
    at.settled()
    at.tell("changed all that match")
    at.table.view.setFocus()
    hands.press("Ctrl+Z")
    at.wait(lambda: at.value(sums) == before, "the priorities as they were")
    at.settled()
    at.tell("took it back")


def copy_export_and_import(at: Session) -> None:
    """The rows on the clipboard, in a file, and back from the file after somebody spoiled five of them."""
    hands = at.hands
    hands.click(*at.cell_place(0, "title"))
    hands.press("Ctrl+C")
    title = at.shown(0, "title")
    at.wait(lambda: title in QApplication.clipboard().text(), "the row on the clipboard")
    hands.press("Ctrl+A")
    hands.press("Ctrl+Shift+E")
    file = at.folder / "incidents.csv"
    at.wait(lambda: at.ready("exportFile"), "the page for exports")
    hands.click(at.button("exportFile"))
    hands.press("Ctrl+A")
    hands.type(str(file))
    hands.click(at.button("startExport"))
    at.wait(file.exists, "the exported file")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        written = sum(1 for _ in csv.reader(lines)) - 1
    total = at.value(f"SELECT count(*) FROM incidents WHERE {OPEN} AND title ILIKE '%printer%'")
    assert written == total, (written, total)
    at.tell(f"exported {written} records")
    hands.press("Alt+Left")
    sums = "SELECT md5(string_agg(title, ',' ORDER BY id)) FROM incidents"
    before = at.value(sums)
    at.psql.execute(
        "UPDATE incidents SET title = 'Printer spoiled' WHERE id IN "
        f"(SELECT id FROM incidents WHERE {OPEN} AND title ILIKE '%printer%' ORDER BY id LIMIT 5)"
    )
    at.settled()
    at.table.view.setFocus()
    hands.press("Ctrl+Shift+I")
    at.wait(lambda: at.ready("importPage"), "the page for imports")
    hands.click(next(b for b in at.program.window.findChildren(QPushButton) if b.isVisible() and b.text() == CHOOSE))
    at.answer_file(file)
    page = at.program.window.findChild(ImportPage, "importPage")
    assert page is not None
    for step in (Step.FILE, Step.COLUMNS, Step.CHECK):
        at.wait(partial(_stands_at, at, page, step), f"the step {step}")
        hands.click(at.button("next"))
    at.wait(lambda: at.value(sums) == before, "the titles as exported")
    at.tell("imported them again, which repaired five")
    hands.press("Alt+Left")
    at.settled()


def _stands_at(at: Session, page: ImportPage, step: Step) -> bool:
    return page.step is step and at.ready("next")


def _is_here(table: RecordTable, row: int) -> bool:
    return table.view.currentIndex().row() == row and bool(table.source.model.id_at(row))


def _is_beyond(table: RecordTable, row: int) -> bool:
    now = table.view.currentIndex().row()
    return now > row and bool(table.source.model.id_at(now))


def meet_others_and_scroll(at: Session) -> None:
    """What psql changes meanwhile appears where it stands, and the whole list passes by."""
    hands, table = at.hands, at.table
    hands.click(table.bar.search)
    hands.press("Ctrl+A")
    hands.press("Del")
    at.settled()
    hands.click(*at.cell_place(4, "title"))
    at.wait(lambda: table.view.chosen_id == table.source.model.id_at(4), "the fifth row to be chosen")
    at.settled()
    chosen, top = table.view.chosen_id, table.view.verticalScrollBar().value()
    other = table.source.model.id_at(2)
    at.psql.execute("UPDATE incidents SET title = 'Changed by a colleague' WHERE id = %s", [int(other)])
    at.wait(lambda: at.shown(2, "title") == "Changed by a colleague", "the title that psql wrote")
    assert (table.view.chosen_id, table.view.verticalScrollBar().value()) == (chosen, top)
    at.tell("met a change from elsewhere")
    watch = PaintWatch(table.view.viewport())
    table.view.setFocus()
    for _ in range(60):
        row = table.view.currentIndex().row()
        hands.press("PgDown")
        at.wait(partial(_is_beyond, table, row), f"a row beyond {row}")
    near = watch.p95()
    end = table.source.model.rowCount() - 1
    for keys, row in (("Ctrl+End", end), ("Ctrl+Home", 0), ("Ctrl+End", end)):
        hands.press(keys)
        at.wait(partial(_is_here, table, row), f"row {row}")
    last = at.value(f"SELECT count(*) FROM incidents WHERE {OPEN}")
    assert table.source.total == last, (table.source.total, last)
    at.tell(f"{len(watch.milliseconds)} frames, p95 {near:.1f} ms while paging, {watch.p95():.1f} ms with jumps")


STEPS = (
    narrow_sort_and_group,
    edit_three_and_undo_one,
    change_all_and_undo,
    copy_export_and_import,
    meet_others_and_scroll,
)


def main() -> int:
    """Walk through all steps."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    application = QApplication(["jarvis-desktop"])
    paths = Paths(given.folder / "data", given.folder / "config", given.folder / "logs")
    tasks = TaskRunner()
    faults: list[BaseException] = []
    tasks.failure.connect(faults.append)
    desk = FaultDesk(tasks, FaultLog(paths.log_dir))
    theme = Theme(application)
    opening = Opening(Settings(database_url=given.url), paths)
    program = Program(opening, tasks, desk, theme, MainWindow(theme, WindowMemory(None)), "john")
    program.window.resize(1440, 900)
    program.window.move(0, 0)
    program.window.show()
    at = Session(program, Hands(), given.url, given.folder)
    at.wait(lambda: program.workspace.view is not None, "the tabs")
    at.hands.click(at.button(f"rail:{TAB}"))
    at.wait(lambda: at.program.window.content.pages.current_key == TAB, "the tab")
    at.wait(lambda: at.table.source.plan is not None, "the first rows")
    at.settled()
    at.tell(f"opened {at.table.source.total} incidents")
    for step in STEPS:
        step(at)
    at.psql.close()
    program.window.hide()
    program.close()
    print("faults:", faults or "none")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
