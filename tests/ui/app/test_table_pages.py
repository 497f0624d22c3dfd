"""The pages that a table opens, in the running program: there, back, and asked about where something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from ui.components.record_table import RecordTable
from ui.components.table.bulk_edit import BulkEditPanel
from ui.components.table.export_panel import ExportPanel
from ui.components.table.printing import PrintPanel
from ui.imports.page import ImportPage
from ui.imports.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Hands:
    """A person at the incidents."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.window = program.window
        self.qtbot = qtbot
        self.window.resize(1300, 850)
        self.window.choose_tab("incidents")
        self.settle()
        tab = self.window.content.pages.page("incidents")
        assert tab is not None
        table = tab.findChild(RecordTable)
        assert table is not None
        self.table = table
        self.wait(lambda: self.table.source.model.rowCount() > 1)
        self.settle()
        self.table.view.setFocus()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)

    def settle(self) -> None:
        self.wait(lambda: self.program.tasks.pending == 0)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        QTest.keyClick(self.window if target is None else target, key, modifiers)

    @property
    def page(self) -> QWidget | None:
        page = self.window.content.page
        return page.page if self.window.content.currentWidget() is page else None

    def at_tab(self) -> bool:
        return self.page is None and self.table.isVisible()

    @property
    def title(self) -> str:
        label = self.window.findChild(QLabel, "pageTitle")
        assert label is not None
        return label.text()

    @property
    def asked(self) -> bool:
        return self.window.content.has_unsaved_input() and any(
            button.text() == "Leave without saving" and button.isVisible()
            for button in self.window.findChildren(QPushButton)
        )

    def press(self, words: str) -> None:
        (button,) = [b for b in self.window.findChildren(QPushButton) if b.isVisible() and b.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def open_import(self, file: Path) -> ImportPage:
        assert self.table.menu.run("import")
        page = self.page
        assert isinstance(page, ImportPage)
        page.open_file(str(file))
        self.settle()
        return page


@pytest.fixture
def hands(start: Callable[[str], Program], qtbot: QtBot) -> Hands:
    return Hands(start("admin"), qtbot)


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    file = tmp_path / "rows.csv"
    file.write_text("Title,Priority\n" + "".join(f"Brought in {n},high\n" for n in range(30)))
    return file


@pytest.mark.parametrize(
    ("action", "kind"),
    [("export", ExportPanel), ("print", PrintPanel), ("bulk_edit", BulkEditPanel), ("import", ImportPage)],
)
def test_a_page_opens_above_the_tab_and_the_way_back_is_a_key(hands: Hands, action: str, kind: type[QWidget]) -> None:
    hands.table.view.selectRow(0)
    tab = hands.title
    assert hands.table.menu.run(action)
    assert isinstance(hands.page, kind)
    assert hands.title != tab
    assert "incident" in hands.title.lower()
    hands.settle()
    hands.key(Qt.Key.Key_Left, ALT)
    assert hands.at_tab()
    assert hands.title == tab
    assert hands.table.view.hasFocus()


def test_each_page_takes_the_place_of_the_one_before(hands: Hands) -> None:
    for action, kind in (("export", ExportPanel), ("print", PrintPanel), ("import", ImportPage)):
        assert hands.table.menu.run(action)
        hands.settle()
        assert isinstance(hands.page, kind)
    hands.key(Qt.Key.Key_Left, ALT)
    assert hands.at_tab()


def test_an_import_that_was_begun_is_asked_about(hands: Hands, rows: Path) -> None:
    page = hands.open_import(rows)
    hands.key(Qt.Key.Key_Space)
    hands.settle()
    assert page.step is Step.COLUMNS
    hands.key(Qt.Key.Key_Left, ALT)
    assert hands.asked
    assert hands.page is page
    hands.press("Leave without saving")
    assert hands.at_tab()


def test_what_was_imported_is_in_the_table_and_can_be_undone(
    hands: Hands, rows: Path, psql: psycopg.Connection
) -> None:
    brought = "SELECT count(*) FROM incidents WHERE title LIKE 'Brought in %'"
    page = hands.open_import(rows)
    for step in (Step.COLUMNS, Step.CHECK, Step.RESULT):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
        hands.settle()
        assert page.step is step
    assert psql.execute(brought).fetchone() == (30,)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert hands.at_tab()
    hands.settle()
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.wait(lambda: psql.execute(brought).fetchone() == (0,))
    hands.settle()


def test_an_import_goes_on_when_its_page_is_left_and_can_be_undone(
    hands: Hands, rows: Path, psql: psycopg.Connection, stocked_url: str
) -> None:
    import psycopg as driver

    brought = "SELECT count(*) FROM incidents WHERE title LIKE 'Brought in %'"
    page = hands.open_import(rows)
    for step in (Step.COLUMNS, Step.CHECK):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
        hands.settle()
        assert page.step is step
    ongoing = hands.window.status.ongoing
    with driver.connect(stocked_url) as holder:
        holder.execute("LOCK TABLE incidents IN SHARE MODE")
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
        hands.wait(lambda: "Importing incidents" in ongoing.text)
        hands.key(Qt.Key.Key_Left, ALT)
        assert hands.at_tab()
        assert "Importing incidents" in ongoing.text
    hands.wait(lambda: ongoing.text == "")
    hands.settle()
    assert psql.execute(brought).fetchone() == (30,)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.wait(lambda: psql.execute(brought).fetchone() == (0,))
    hands.settle()


def test_an_export_shows_in_the_status_bar_and_stops_there(hands: Hands, tmp_path: Path, stocked_url: str) -> None:
    import psycopg as driver

    assert hands.table.menu.run("export")
    panel = hands.page
    assert isinstance(panel, ExportPanel)
    panel.file.setText(str(tmp_path / "all.csv"))
    ongoing = hands.window.status.ongoing
    with driver.connect(stocked_url) as holder:
        holder.execute("LOCK TABLE incidents")
        panel.start()
        hands.key(Qt.Key.Key_Left, ALT)
        assert hands.at_tab()
        hands.wait(lambda: ongoing.text.startswith("Exporting incidents: "))
        button = ongoing.findChild(QToolButton, "stopOngoing")
        assert button is not None
        assert button.accessibleName() == "Stop: Exporting incidents"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        hands.wait(lambda: ongoing.text == "")
    hands.settle()
    assert not list(tmp_path.glob("*.csv"))


def test_a_file_dropped_on_the_table_opens_the_page_with_it(hands: Hands, rows: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(rows))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 90), copy, mime, left, none)
    QApplication.sendEvent(hands.table, enter)
    assert enter.isAccepted()
    assert hands.table.dropping.hint.isVisible()
    drop = QDropEvent(QPoint(50, 90), copy, mime, left, none)
    QApplication.sendEvent(hands.table, drop)
    hands.settle()
    assert not hands.table.dropping.hint.isVisible()
    page = hands.page
    assert isinstance(page, ImportPage)
    assert page.file_step.file is not None
    assert page.file_step.file.path == str(rows)


def test_what_is_no_table_is_not_taken(hands: Hands, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "picture.png"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 90), copy, mime, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(hands.table, enter)
    assert not enter.isAccepted()
    assert not hands.table.dropping.hint.isVisible()
