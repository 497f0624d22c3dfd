"""Typing into the rows of a repeating field."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from tests.unit.forms.forms import form, row
from tests.unit.forms.test_repeat import FIELDS, nested
from ui.forms.form_view import FormView
from ui.forms.row_dialog import RowDialog
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

MILLS = ({"building": "Mill 1", "value": 1000, "contents": 5, "tiv": 1005, "kept": [1]},
         {"building": "Mill 2", "value": 2000})  # fmt: skip


@pytest.fixture
def view(show: Callable[..., FormView]) -> FormView:
    definition = form(row("insured"), row("locations", "repeat", ui_props={"fields": FIELDS}), row("remark"))
    return show(definition, locations=MILLS)


def rows(view: FormView) -> RepeatWidget:
    widget = view.widget("locations")
    assert isinstance(widget, RepeatWidget)
    return widget


def shown(widget: RepeatWidget) -> list[list[str]]:
    model = widget.rows
    return [
        [str(model.index(down, right).data()) for right in range(model.columnCount())]
        for down in range(model.rowCount())
    ]


def type_into_cell(widget: RepeatWidget, down: int, right: int, text: str) -> None:
    """As a person: go there, type, Enter."""
    widget.table.setFocus()
    widget.table.go(down, right)
    QTest.keyClick(widget.table, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit), "an editor has the keyboard"
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt ends the editing when the key is done with


def test_cells_show_values_as_people_write_them_and_take_them_so(view: FormView) -> None:
    widget = rows(view)
    assert shown(widget)[0] == ["Mill 1", "1000.00", "5.00", "1005", "", ""]
    type_into_cell(widget, 1, 2, "1,234.5")
    assert shown(widget)[1] == ["Mill 2", "2000.00", "1234.50", "3234.5", "", ""]
    assert view.changed_values()["locations"] == (
        MILLS[0],
        {"building": "Mill 2", "value": 2000, "contents": Decimal("1234.5"), "tiv": Decimal("3234.5")},
    )
    assert view.dirty
    view.revert()
    assert view.changed_values() == {}
    assert shown(widget)[1] == ["Mill 2", "2000.00", "", "", "", ""]


def test_what_is_no_value_stays_to_be_mended_and_is_told_at_its_row(view: FormView) -> None:
    widget = rows(view)
    type_into_cell(widget, 1, 1, "much")
    assert shown(widget)[1][1] == "much"
    assert widget.rows.problem(widget.rows.index(1, 1)) == "Value must be a number"
    assert not view.check()
    assert widget.problem == "Locations, row 2: Value must be a number"
    type_into_cell(widget, 1, 1, "7")
    assert view.check()


def test_rows_are_added_moved_doubled_and_removed_by_keys_and_buttons(view: FormView) -> None:
    widget = rows(view)
    widget.table.setFocus()
    widget.table.go(0)
    QTest.keyClick(widget.table, Qt.Key.Key_Insert)
    assert [line[0] for line in shown(widget)] == ["Mill 1", "missing", "Mill 2"]
    QTest.keyClick(widget.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [line[0] for line in shown(widget)] == ["Mill 1", "Mill 2", "missing"]
    QTest.keyClick(widget.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [line[0] for line in shown(widget)] == ["Mill 1", "Mill 2"]
    duplicate = next(b for b in widget.findChildren(QToolButton) if b.accessibleName() == "Duplicate the row")
    duplicate.click()
    assert [line[0] for line in shown(widget)] == ["Mill 1", "Mill 2", "Mill 2"]
    assert len(view.changed_values()["locations"]) == 3
    for _ in range(3):
        QTest.keyClick(widget.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert view.changed_values()["locations"] is None, "no rows are no value"


def test_a_block_from_a_spreadsheet_is_pasted_and_copied(view: FormView) -> None:
    widget = rows(view)
    QGuiApplication.clipboard().setText("Barn\t1,500\t20\nShed\tcheap\t\r\nSilo\t3")
    widget.table.setFocus()
    widget.table.go(1, 0)
    QTest.keySequence(widget.table, "Ctrl+V")
    assert [line[:4] for line in shown(widget)] == [
        ["Mill 1", "1000.00", "5.00", "1005"], ["Barn", "1500.00", "20.00", "1520"],
        ["Shed", "cheap", "", ""], ["Silo", "3.00", "", ""],
    ]  # fmt: skip
    widget.table.selectAll()
    QTest.keySequence(widget.table, "Ctrl+C")
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[:3] == ["Barn", "1500.00", "20.00"]
    widget.table.go(1, 1)
    QTest.keyClick(widget.table, Qt.Key.Key_Delete)
    assert shown(widget)[1][1] == ""


def test_a_row_opens_in_a_form_with_the_rows_in_it(show: Callable[..., FormView], qtbot: QtBot) -> None:
    definition = form(row("locations", "repeat", ui_props={"fields": [*FIELDS, nested(0)]}))
    view = show(definition, locations=MILLS)
    widget = rows(view)
    widget.table.setFocus()
    widget.table.go(1, 6)
    QTest.keyClick(widget.table, Qt.Key.Key_Return)
    dialog = widget.findChild(RowDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    inner = dialog.view.widget("level_0")
    assert isinstance(inner, RepeatWidget)
    inner.add_row()
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.click()
    assert dialog.isVisible(), "a row whose name is missing is told here"
    type_into_cell(inner, 0, 0, "first")
    with qtbot.waitSignal(dialog.finished):
        ok.click()
    assert view.changed_values()["locations"][1] == {
        "building": "Mill 2", "value": 2000, "level_0": [{"name": "first"}]}  # fmt: skip
    assert shown(widget)[1][6] == "1 row"


def test_a_reader_who_may_not_edit_may_look_and_copy(view: FormView) -> None:
    view.set_writable(writable=False)
    widget = rows(view)
    widget.table.setFocus()
    widget.table.go(0, 0)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_A):
        QTest.keyClick(widget.table, key)
    QGuiApplication.clipboard().setText("x")
    QTest.keySequence(widget.table, "Ctrl+V")
    assert not view.dirty
    assert not widget.add.isVisible()


def test_thousands_of_rows_are_shown_without_a_widget_for_each(show: Callable[..., FormView]) -> None:
    definition = form(row("locations", "repeat", ui_props={"fields": FIELDS}))
    many = tuple({"building": f"Mill {n}", "value": n} for n in range(5_000))
    view = show(definition, locations=many)
    widget = rows(view)
    assert widget.rows.rowCount() == 5_000
    assert len(widget.findChildren(QWidget)) < 60
    assert widget.table.height() < 500
    type_into_cell(widget, 4_999, 0, "Last")
    assert view.changed_values()["locations"][4_999]["building"] == "Last"


def test_typing_survives_another_definition_of_the_form(view: FormView, show: Callable[..., FormView]) -> None:
    type_into_cell(rows(view), 0, 0, "Renamed")
    fields: list[Any] = [*FIELDS, {"name": "note", "type": "textarea"}]
    view.set_definition(form(row("locations", "repeat", ui_props={"fields": fields}), row("insured")))
    assert shown(rows(view))[0][0] == "Renamed"
    assert view.dirty
    assert not isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_what_is_still_typed_in_a_cell_is_saved_with_the_rest(view: FormView) -> None:
    widget = rows(view)
    widget.table.setFocus()
    widget.table.go(0, 0)
    QTest.keyClick(widget.table, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("Open")
    assert view.check()
    assert view.changed_values()["locations"][0]["building"] == "Open"
