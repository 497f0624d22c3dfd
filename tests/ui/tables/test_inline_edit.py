"""Editing cells where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.components.record_table import RecordTable
from ui.components.table.cell_editor import CellEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "priority", "reported_by", "created_at"]


class Hands:
    """A person at a table."""

    def __init__(self, desk: Desk, said: list[str], stored: list[Any], **props: Any) -> None:
        self.desk = desk
        self.said = said
        self.stored = stored
        self.table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
        desk.show(self.table)
        self.table.view.setFocus()

    def edit(self, row: int, column: str) -> CellEditor:
        place = COLUMNS.index(column)
        self.table.view.setCurrentIndex(self.table.source.model.index(row, place))
        self.table.menu.run("edit_cell")
        self.desk.settled()
        return self.editor

    @property
    def editor(self) -> CellEditor:
        editor = self.table.cells.editing.editor
        assert editor is not None
        return editor

    @property
    def is_editing(self) -> bool:
        return self.table.cells.editing.is_open

    def type(self, text: str) -> None:
        line: Any = self.editor.field.input
        line.selectAll()
        QTest.keyClicks(line, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor.field.input, key, modifier)
        self.desk.settled()

    def answer(self, name: str) -> None:
        button = self.editor.findChild(QPushButton, name)
        assert button is not None
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.desk.settled()

    def current(self) -> tuple[int, int]:
        index = self.table.view.currentIndex()
        return index.row(), index.column()


@pytest.fixture
def hands(desk_for: Callable[..., Desk]) -> Hands:
    said: list[str] = []
    stored: list[Any] = []
    desk = desk_for("records.write", say=said.append, stored=stored.append)
    desk.incidents(3, reported_by="desk")
    return Hands(desk, said, stored)


def test_enter_stores_and_goes_down(hands: Hands) -> None:
    hands.edit(0, "title")
    hands.type("Printer on fire")
    hands.press(Qt.Key.Key_Return)
    assert not hands.is_editing
    assert hands.current() == (1, 1)
    assert hands.desk.rows(hands.table, 1)[0] == "Printer on fire"
    assert [edit.rows for edit in hands.stored] == [1]


def test_tab_goes_on_to_the_next_cell_that_can_be_edited(hands: Hands) -> None:
    hands.edit(0, "reported_by")
    hands.type("Ann")
    hands.press(Qt.Key.Key_Tab)
    # The dates of the record cannot be changed: the next cell stands in the next row.
    assert hands.is_editing
    assert hands.current()[0] == 1
    hands.press(Qt.Key.Key_Backtab)
    assert hands.is_editing
    assert hands.current() == (0, 3)
    hands.press(Qt.Key.Key_Escape)
    assert hands.desk.rows(hands.table, 3)[0] == "Ann"


def test_escape_forgets(hands: Hands) -> None:
    hands.edit(0, "title")
    hands.type("never")
    assert hands.table.has_unsaved_input()
    hands.press(Qt.Key.Key_Escape)
    assert not hands.is_editing
    assert not hands.table.has_unsaved_input()
    assert hands.table.view.hasFocus()
    assert hands.desk.rows(hands.table, 1)[0] == "Fault 1"


def test_a_problem_is_said_at_the_cell_and_the_input_stays(hands: Hands) -> None:
    editor = hands.edit(0, "title")
    hands.type(" ")
    hands.press(Qt.Key.Key_Return)
    assert hands.is_editing
    assert "required" in editor.field.problem
    hands.type("Better")
    hands.press(Qt.Key.Key_Return)
    assert hands.desk.rows(hands.table, 1)[0] == "Better"


def test_what_cannot_be_changed_says_so(hands: Hands) -> None:
    hands.table.view.setCurrentIndex(hands.table.source.model.index(0, 4))
    hands.table.menu.run("edit_cell")
    hands.desk.settled()
    assert not hands.is_editing
    assert "cannot be changed" in hands.said[-1]


def test_nothing_changed_is_nothing_stored(hands: Hands) -> None:
    hands.edit(0, "title")
    hands.press(Qt.Key.Key_Return)
    assert not hands.is_editing
    assert hands.stored == []


def test_mine_or_theirs_is_asked_in_place(hands: Hands) -> None:
    editor = hands.edit(0, "title")
    hands.type("Mine")
    hands.desk.run("UPDATE incidents SET title = 'Theirs' WHERE id = 1")
    hands.press(Qt.Key.Key_Return)
    assert "“Theirs”" in editor.field.elsewhere
    hands.answer("keepMine")
    assert not hands.is_editing
    assert hands.desk.rows(hands.table, 1)[0] == "Mine"


def test_theirs_may_stay(hands: Hands) -> None:
    hands.edit(0, "title")
    hands.type("Mine")
    hands.desk.run("UPDATE incidents SET title = 'Theirs' WHERE id = 1")
    hands.press(Qt.Key.Key_Return)
    hands.answer("takeTheirs")
    assert not hands.is_editing
    hands.desk.changed("incidents", 1)
    hands.desk.settled()
    assert hands.desk.rows(hands.table, 1)[0] == "Theirs"


def test_a_row_deleted_meanwhile_is_said_and_the_input_can_be_copied(hands: Hands) -> None:
    editor = hands.edit(1, "title")
    hands.type("Much work")
    hands.desk.run("DELETE FROM incidents WHERE id = 2")
    hands.desk.changed("incidents", 2)
    hands.desk.settled()
    assert "deleted meanwhile" in editor.field.problem
    hands.answer("copyTyped")
    assert QGuiApplication.clipboard().text() == "Much work"
    hands.press(Qt.Key.Key_Return)
    assert hands.is_editing
    assert "deleted meanwhile" in editor.field.problem


def test_a_row_that_moves_takes_its_editor_along(hands: Hands) -> None:
    editor = hands.edit(0, "title")
    hands.type("Half a sent")
    before = editor.y()
    hands.desk.run("UPDATE incidents SET id = 10 WHERE id = 2; UPDATE incidents SET id = -1 WHERE id = 3")
    hands.desk.changed("incidents")
    hands.desk.settled()
    assert hands.desk.rows(hands.table, 0) == ["INC-3", "INC-1", "INC-2"]
    assert hands.is_editing
    assert hands.editor is editor
    assert editor.y() > before
    hands.press(Qt.Key.Key_Return)
    assert hands.desk.rows(hands.table, 1)[1] == "Half a sent"


def test_a_long_text_is_edited_whole(hands: Hands) -> None:
    long = "word " * 400
    hands.desk.run(f"UPDATE incidents SET title = '{long}' WHERE id = 1")
    hands.desk.changed("incidents", 1)
    hands.desk.settled()
    editor = hands.edit(0, "title")
    assert editor.field.entered() == long
    hands.press(Qt.Key.Key_Escape)


def test_a_click_elsewhere_stores(hands: Hands) -> None:
    hands.edit(0, "title")
    hands.type("Clicked away")
    spot = hands.table.view.visualRect(hands.table.source.model.index(2, 2)).center()
    QTest.mouseClick(hands.table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    hands.desk.settled()
    assert hands.desk.rows(hands.table, 1)[0] == "Clicked away"


def test_the_keys_of_the_table_are_typed_while_one_edits(hands: Hands) -> None:
    editor = hands.edit(0, "title")
    hands.type("a b")
    assert editor.field.entered() == "a b"
    hands.press(Qt.Key.Key_Escape)


def test_who_may_not_write_is_offered_nothing(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for("records.read")
    desk.incidents(1)
    hands = Hands(desk, [], [])
    hands.table.view.setCurrentIndex(hands.table.source.model.index(0, 1))
    assert not hands.table.menu.run("edit_cell")
    other = desk_for("records.write")
    fixed = Hands(other, [], [], edit=False)
    fixed.table.view.setCurrentIndex(fixed.table.source.model.index(0, 1))
    assert not fixed.table.menu.run("edit_cell")


def test_a_second_slow_click_edits(hands: Hands) -> None:
    viewport: QWidget = hands.table.view.viewport()
    spot = hands.table.view.visualRect(hands.table.source.model.index(0, 1)).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert not hands.is_editing
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    hands.desk.qtbot.waitUntil(lambda: hands.is_editing, timeout=5000)
    hands.press(Qt.Key.Key_Escape)


def test_a_second_slow_click_edits_in_a_column_that_stays(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for("records.write")
    desk.incidents(3)
    hands = Hands(desk, [], [], freeze=2)
    frozen = hands.table.view.frozen
    assert frozen is not None
    spot = frozen.visualRect(hands.table.source.model.index(0, 1)).center()
    for _ in range(2):
        QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    hands.desk.qtbot.waitUntil(lambda: hands.is_editing, timeout=5000)
    hands.press(Qt.Key.Key_Escape)
