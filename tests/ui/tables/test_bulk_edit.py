"""Many records edited at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.components.record_table import RecordTable
from ui.components.table.bulk_edit import BulkEditPanel
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.edits.types import StoredEdit
    from tests.ui.tables.conftest import Desk


class Shell:
    """Pages opened and closed, edits stored."""

    def __init__(self) -> None:
        self.title = ""
        self.page: QWidget | None = None
        self.closed = 0
        self.edits: list[StoredEdit] = []
        self.said: list[str] = []

    def open(self, title: str, page: QWidget) -> None:
        self.title, self.page = title, page

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def desk(desk_for: Callable[..., Desk], shell: Shell) -> Desk:
    return desk_for(
        "records.write",
        open_page=shell.open,
        close_page=shell.close,
        stored=shell.edits.append,
        say=shell.said.append,
    )


def table_of(desk: Desk, **props: Any) -> RecordTable:
    table = RecordTable(desk.context, {"table": "incidents", "columns": ["incident_id", "title", "priority"], **props})
    desk.show(table)
    return table


def press_e(desk: Desk, table: RecordTable) -> None:
    table.activateWindow()
    table.view.setFocus()
    desk.qtbot.waitUntil(table.view.hasFocus)
    QTest.keyClick(table.view, Qt.Key.Key_E)


def panel_of(desk: Desk, shell: Shell, table: RecordTable, count: int) -> BulkEditPanel:
    table.view.selectRow(0)
    for _ in range(count - 1):
        QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press_e(desk, table)
    assert isinstance(shell.page, BulkEditPanel)
    desk.qtbot.addWidget(shell.page)
    shell.page.resize(900, 800)
    shell.page.show()
    desk.settled()
    return shell.page


def type_into(panel: BulkEditPanel, key: str, text: str) -> None:
    field = panel.field(key).widget.input
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, text)


def stored(desk: Desk, column: str) -> list[Any]:
    from sqlalchemy import text

    with desk.database.read() as session:
        return list(session.execute(text(f"SELECT {column} FROM incidents ORDER BY id")).scalars())


def test_fields_get_one_value_in_all_selected_rows(desk: Desk, shell: Shell) -> None:
    desk.incidents(5, assigned_to="john", priority="low")
    panel = panel_of(desk, shell, table_of(desk), 3)
    assert shell.title == "Edit 3 incidents"
    assert not panel.store_button.isEnabled()
    panel.add_field("assigned_to")
    panel.add_field("priority")
    type_into(panel, "assigned_to", "rachel")
    panel.field("priority").clear.click()
    assert panel.preview.text() == (
        "Assigned to becomes “rachel” in 3 incidents.\nPriority becomes empty in 3 incidents."
    )
    assert panel.has_unsaved_input()
    panel.store_button.click()
    assert panel.store_button.text() == "Changing"
    desk.settled()
    assert stored(desk, "assigned_to") == ["rachel"] * 3 + ["john"] * 2
    assert stored(desk, "priority") == [None] * 3 + ["low"] * 2
    assert [edit.rows for edit in shell.edits] == [3]
    assert shell.closed == 1
    assert not panel.has_unsaved_input()


def test_everything_that_matches_can_be_edited(desk: Desk, shell: Shell) -> None:
    desk.incidents(130, status="open")
    table = table_of(desk)
    rows = table.everything()
    assert rows is not None
    panel = BulkEditPanel(desk.context, rows, 130)
    desk.qtbot.addWidget(panel)
    panel.show()
    desk.settled()
    panel.add_field("assigned_to")
    type_into(panel, "assigned_to", "rachel")
    QTest.keyClick(panel.field("assigned_to").widget.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert stored(desk, "assigned_to") == ["rachel"] * 130


def test_problems_stand_at_their_fields_and_nothing_is_stored(desk: Desk, shell: Shell) -> None:
    desk.incidents(2, assigned_to="john")
    panel = panel_of(desk, shell, table_of(desk), 2)
    panel.add_field("assigned_to")
    panel.add_field("title")
    type_into(panel, "assigned_to", "rachel")
    panel.store()
    assert panel.field("title").widget.problem.startswith("Title has no value")
    type_into(panel, "title", "New")
    panel.add_field("last_interaction_date")
    line = panel.field("last_interaction_date").widget.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "soon")
    panel.store()
    desk.settled()
    assert panel.field("last_interaction_date").widget.problem
    assert not panel.field("title").widget.problem
    assert stored(desk, "assigned_to") == ["john", "john"]
    assert panel.store_button.isEnabled()
    assert shell.closed == 0


def test_a_field_can_be_left_out_again(desk: Desk, shell: Shell) -> None:
    desk.incidents(1)
    panel = panel_of(desk, shell, table_of(desk), 1)
    labels = [panel.picker.itemText(place) for place in range(panel.picker.count())]
    assert labels[0] == "Choose a field to change"
    assert "Incident ID" not in labels
    panel.add_field("title")
    assert panel.picker.findData("title") == -1
    panel.field("title").dropped.emit("title")
    assert panel.picker.findData("title") > 0
    assert not panel.store_button.isEnabled()


def test_a_refusal_is_said_and_what_was_typed_stays(desk: Desk, shell: Shell) -> None:
    desk.incidents(1)
    panel = panel_of(desk, shell, table_of(desk), 1)
    panel.add_field("assigned_to")
    type_into(panel, "assigned_to", "rachel")
    desk.run("ALTER TABLE incidents RENAME TO away")
    panel.store()
    desk.settled()
    assert [notice.title for notice in panel.findChildren(Notice) if notice.isVisible()]
    assert panel.has_unsaved_input()
    desk.run("ALTER TABLE away RENAME TO incidents")
    panel.store()
    desk.settled()
    assert stored(desk, "assigned_to") == ["rachel"]


def test_who_may_not_write_is_not_offered_it(desk_for: Callable[..., Desk], shell: Shell) -> None:
    desk = desk_for(open_page=shell.open)
    desk.incidents(1)
    table = table_of(desk)
    table.view.selectRow(0)
    press_e(desk, table)
    assert shell.page is None


def test_every_input_has_a_name_for_screen_readers(desk: Desk, shell: Shell, qapp: QApplication) -> None:
    desk.incidents(1)
    panel = panel_of(desk, shell, table_of(desk), 1)
    panel.add_field("title")
    unnamed = [
        widget.objectName()
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert [name for name in unnamed if name not in {"storeBulk", "cancelBulk"}] == []
