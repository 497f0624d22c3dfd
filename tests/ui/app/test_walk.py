"""Every tab of every persona over the starter data: what a screen reader and a keyboard find there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget

from ui.components.record_form import RecordForm
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
