"""What stands above and below the rows gives way where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from jarvis_desktop.tables.types import Filter, Operator
from tests.ui.tables.hands import give_keyboard, press, table_of
from ui.components.table.column_panel import ColumnPanel

if TYPE_CHECKING:
    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

Key = Qt.Key
NARROW = 280


def narrow(desk: Desk, table: RecordTable, width: int = NARROW) -> None:
    """Give the table less room."""
    table.resize(width, table.height())
    desk.qtbot.waitUntil(lambda: table.bar.width() == width)


def test_a_table_stands_in_280_pixels(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, new=True)
    assert table.minimumSizeHint().width() <= NARROW
    narrow(desk, table)
    bar = table.bar
    for button in (bar.add_button, table.new_button, table.menu.button):
        assert button.isVisible()
        assert button.geometry().right() <= bar.width()
    assert bar.add_button.text() == ""
    assert bar.add_button.toolTip() == "Add filter"


def test_words_go_first_then_buttons_and_all_come_back(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, new=True)
    assert table.saved is not None
    buttons = (table.saved.button, table.grouping.button, table.columns_button)
    icons = Qt.ToolButtonStyle.ToolButtonIconOnly
    assert table.grouping.button.text().strip() == "Group"
    assert table.grouping.button.toolButtonStyle() is not icons
    narrow(desk, table, 480)
    assert all(button.isVisible() for button in buttons)
    assert table.saved.button.toolButtonStyle() is icons
    narrow(desk, table)
    assert not any(button.isVisible() for button in buttons)
    narrow(desk, table, 900)
    assert all(button.isVisible() for button in buttons)
    assert table.grouping.button.toolButtonStyle() is not icons
    assert table.bar.add_button.text() == "Add filter"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_has_no_room_opens_from_more(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    narrow(desk, table)
    assert table.menu.run("group-by")
    assert table.grouping.menu.isVisible()
    table.grouping.menu.hide()
    assert table.menu.run("columns")
    panel = table.window().findChild(ColumnPanel)
    assert panel is not None
    QTest.keyClick(panel.search, Key.Key_Escape)
    desk.settled()


def test_the_button_says_what_rows_are_grouped_by(desk: Desk) -> None:
    desk.incidents(3, priority="high")
    table = table_of(desk)
    table.grouping.group("priority")
    desk.settled()
    assert table.grouping.button.text().strip() == "By Priority"
    assert table.grouping.button.accessibleName() == "Grouped by Priority"


def test_chips_run_on_in_as_many_lines_as_they_need(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    narrow(desk, table, 330)
    for length in (3, 12, 3):
        table.bar.add(Filter("title", Operator.NE, "x" * length))
    desk.settled()
    desk.qtbot.waitUntil(lambda: table.bar.height() >= table.bar.heightForWidth(table.bar.width()))
    last = table.bar.chips[-1]
    assert last.mapTo(table, last.rect().bottomRight()).y() < table.pages.y()
    assert table.bar.y() == 0


def test_counts_stay_and_ways_go(desk: Desk) -> None:
    desk.incidents(30)
    table = table_of(desk)
    narrow(desk, table, 230)
    footer = table.footer
    assert footer.count.isVisible()
    assert not footer.jump.isVisible()
    table.choose("1")
    give_keyboard(desk, table)
    press(table, Key.Key_Down, modifiers=Qt.KeyboardModifier.ShiftModifier)
    desk.settled()
    assert footer.selected.isVisible()
    assert footer.nothing.geometry().right() <= footer.width()
    assert table.menu.run("go-to")
    assert footer.jump.hasFocus()
    QTest.keyClick(footer.jump, Key.Key_Escape)
    assert table.view.hasFocus()
    assert not footer.jump.isVisible()


@pytest.mark.parametrize(("context", "others"), [(True, {"columns", "export"}), (False, {"filter-value", "sort"})])
def test_a_row_has_its_own_menu(desk: Desk, context: bool, others: set[str]) -> None:
    from ui.components.table.actions import CONTEXT, MORE

    desk.incidents(3)
    table = table_of(desk)
    table.choose("1")
    menu = QMenu(table)
    table.menu.fill(menu, CONTEXT if context else MORE)
    names = {entry.objectName() for entry in menu.actions()}
    assert {"edit_cell", "copy", "select-everything"} <= names
    assert not others & names
    assert len(names) < 26
