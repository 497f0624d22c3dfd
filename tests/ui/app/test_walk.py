"""Every tab of every persona over the starter data: what a screen reader and a keyboard find there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from jarvis_desktop.tables.types import Filter, Operator
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.components.table.catalog import ACTIONS
from ui.components.table.column_panel import ColumnPanel
from ui.components.table.header_menu import header_menu
from ui.tables.view import TableView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


def nameless(root: QWidget) -> list[str]:
    """Inputs and buttons in sight that a screen reader could only call “edit” or “button”."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {_place(widget)}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit | QAbstractButton)
        and widget.isVisible()
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def _place(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return "nothing" if parent is None else f"{type(parent).__name__} {parent.objectName()}"


def without_current(root: QWidget) -> list[str]:
    """Tables in sight with rows where the arrow keys would have nowhere to start."""
    return [
        table.objectName()
        for table in root.findChildren(QTableView)
        if table.isVisible() and table.model().rowCount() and not table.currentIndex().isValid()
    ]


@pytest.mark.parametrize("persona", ["admin", "rachel", "john", "broker"])
def test_everything_on_every_tab_has_a_name_and_every_table_a_current_row(
    start: Callable[[str], Program], qtbot: QtBot, persona: str
) -> None:
    program = start(persona)
    window = program.window
    for tab in window.content.pages.tabs():
        window.choose_tab(tab.key)
        qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
        assert nameless(window) == [], tab.key
        qtbot.waitUntil(lambda: without_current(window) == [])


@pytest.mark.parametrize("key", ["incidents", "submissions", "agents", "forms-and-tabs"])
def test_everything_in_an_opened_form_has_a_name(start: Callable[[str], Program], qtbot: QtBot, key: str) -> None:
    program = start("admin")
    program.window.choose_tab(key)
    page = program.window.content.pages.page(key)
    assert page is not None
    table = page.findChild(TableView)
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() > 0 and program.tasks.pending == 0)
    table.selectRow(0)
    qtbot.waitUntil(lambda: any(form.view for form in page.findChildren(RecordForm)) and program.tasks.pending == 0)
    view = page.findChildren(RecordForm)[0].view
    assert view is not None
    for field in view.definition.fields:
        view.widget(field.key)
    assert nameless(program.window) == []


def nameless_lists(root: QWidget) -> list[str]:
    """Lists, trees and number fields in sight without a name of their own."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {_place(widget)}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QAbstractItemView | QAbstractSpinBox)
        and not isinstance(widget, QHeaderView)
        and widget.isVisible()
        and not widget.accessibleName()
        and not isinstance(widget.parent(), QAbstractItemView | QComboBox)
    ]


def wordless(menu: QMenu) -> list[str]:
    """Entries of a menu that say nothing."""
    return [entry.objectName() for entry in menu.actions() if not entry.isSeparator() and not entry.text().strip()]


class Walk:
    """The incidents of the program, with one of them selected."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot, self.window = program, qtbot, program.window
        self.window.choose_tab("incidents")
        page = self.window.content.pages.page("incidents")
        assert page is not None
        table = page.findChild(RecordTable)
        assert table is not None
        self.table = table
        qtbot.waitUntil(lambda: table.source.model.rowCount() > 2 and program.tasks.pending == 0)
        self.window.activateWindow()
        self.table.view.setFocus()
        self.table.choose(self.table.source.model.id_at(1))
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=10_000)

    def look(self) -> None:
        """Everything in sight has a name."""
        self.settle()
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                assert nameless(top) == []
                assert nameless_lists(top) == []


@pytest.fixture
def walk(start: Callable[[str], Program], qtbot: QtBot) -> Walk:
    return Walk(start("admin"), qtbot)


def test_everything_in_the_column_panel_has_a_name(walk: Walk) -> None:
    assert walk.table.menu.run("columns")
    panel = walk.window.findChild(ColumnPanel)
    assert panel is not None
    assert panel.accessibleName()
    assert panel.search.hasFocus()
    walk.look()
    panel.close()


def test_everything_in_the_filter_editors_has_a_name(walk: Walk) -> None:
    plan = walk.table.source.plan
    assert plan is not None
    editor = walk.table.bar.editor
    for offer in plan.offered:
        walk.table.bar.begin(offer.column.name)
        for place in range(editor.operator.count()):
            editor.operator.setCurrentIndex(place)
            walk.look()
    editor.cancelled.emit()
    assert walk.table.bar.add_button.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_menu_of_the_table_says_what_its_entries_do(walk: Walk) -> None:
    table = walk.table
    assert table.saved is not None
    column = header_menu(table, 1, table.source.model.columns[1])
    table.menu._on_context(QPoint(20, 40))
    for menu in (table.menu._context, table.menu._menu, table.saved.menu, table.grouping.menu, column):
        menu.popup(table.mapToGlobal(QPoint(20, 40)))
        walk.settle()
        assert len(menu.actions()) > 3, menu.objectName()
        assert wordless(menu) == []
        menu.hide()


@pytest.mark.parametrize("action", ["bulk_edit", "export", "print", "import"])
def test_everything_on_the_pages_of_the_table_has_a_name(walk: Walk, action: str) -> None:
    assert walk.table.menu.run(action)
    walk.look()
    assert not walk.table.isVisible()
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Escape)
    walk.settle()
    assert walk.table.isVisible()


def test_everything_of_a_cell_being_edited_has_a_name(walk: Walk) -> None:
    walk.table.view.stand_in("title")
    assert walk.table.menu.run("edit_cell")
    walk.settle()
    walk.look()
    walk.table.cells.editing.give_up()
    walk.settle()
    assert walk.table.view.hasFocus()


def test_no_key_of_the_table_means_something_else_in_the_window(walk: Walk) -> None:
    of_window = {
        action.shortcut().toString()
        for action in walk.window.findChildren(QAction)
        if not action.shortcut().isEmpty() and action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    }
    assert of_window
    assert not of_window & {QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut}


def test_the_tab_key_goes_through_the_table_as_it_stands(walk: Walk) -> None:
    table, bar = walk.table, walk.table.bar
    assert table.saved is not None
    bar.narrow((Filter("status", Operator.NE, "resolved"), Filter("priority", Operator.NE, "low")), "")
    bar.begin("title")
    walk.settle()
    bar.search.setFocus()
    reached: list[str] = []
    while len(reached) < 40 and not table.view.hasFocus():
        held = QApplication.focusWidget()
        assert held is not None
        reached.append(held.objectName())
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert reached == [
        *("search", "addFilter", "views", "groupBy", "columnsButton", "new", "more"),
        "chip",  # one stop for all of them: the arrows go from chip to chip
        *("filterColumn", "filterOperator", "filterValue", "filterAccept", "filterCancel"),
    ]
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert table.footer.jump.hasFocus()
