from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from jarvis_desktop.core.errors import ConfigurationError
from tests.ui.tables.hands import give_keyboard
from ui.components.record_table import RecordTable
from ui.core.notice import Notice
from ui.core.tasks import Lane
from ui.tables.header import SortMark
from ui.tables.model import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "priority", "created_at"]


def table_of(desk: Desk, **props: Any) -> RecordTable:
    table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
    desk.show(table)
    return table


def notices(table: RecordTable) -> list[Notice]:
    return [notice for notice in table.findChildren(Notice) if notice.isVisible()]


def press(notice: Notice) -> None:
    button = notice.findChild(QPushButton, "noticeAction")
    assert button is not None
    button.click()


def header_click(desk: Desk, table: RecordTable, section: int) -> None:
    header = table.view.horizontalHeader()
    place = header.viewport().rect().topLeft()
    place.setX(header.sectionViewportPosition(section) + 10)
    place.setY(header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settled()


def test_the_first_rows_are_shown_and_the_others_come_where_one_looks(desk: Desk) -> None:
    desk.incidents(950)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.source.total_exact)
    assert table.source.model.rowCount() == 950
    assert table.view.currentIndex().row() == 0
    assert not table.view.selectionModel().hasSelection()
    assert table.source.model.id_at(0) == "1"
    table.view.scrollToBottom()
    desk.qtbot.waitUntil(lambda: table.source.model.id_at(949) == "950")
    assert table.source.model.state is State.READY


def test_tab_goes_from_the_search_over_the_buttons_down_to_the_rows(desk: Desk) -> None:
    table = table_of(desk, new=True)
    desk.show(table)
    expected: list[QWidget] = [table.bar.search, table.bar.add_button, table.new_button, table.view]
    chain: list[QWidget | None] = [expected[0]]
    while (last := chain[-1]) is not None and last.nextInFocusChain() is not expected[0]:
        chain.append(last.nextInFocusChain())
    assert [widget for widget in chain if widget in expected] == expected


def test_a_header_sorts_up_then_down_then_not(desk: Desk) -> None:
    for number, priority in enumerate(["b", None, "a"], start=1):
        desk.store("incidents", {"incident_id": f"INC-{number}", "title": "T", "priority": priority})
    table = table_of(desk)
    header = table.view.header
    orders = []
    for _ in range(4):
        header_click(desk, table, 2)
        orders.append((desk.rows(table, 2), header.marks))
    assert orders[0] == (["a", "b", "—"], {2: SortMark(descending=False)})
    assert orders[1] == (["b", "a", "—"], {2: SortMark(descending=True)})
    assert orders[2] == (["b", "—", "a"], {})
    assert orders[3] == orders[0]


def test_the_order_of_the_props_can_be_turned_around(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, sort=[{"column": "title", "descending": True}])
    assert desk.rows(table) == ["INC-3", "INC-2", "INC-1"]
    header_click(desk, table, 1)
    assert desk.rows(table) == ["INC-1", "INC-2", "INC-3"]


def test_sorting_keeps_the_selected_record_and_widths_made_by_hand(desk: Desk) -> None:
    desk.incidents(5)
    table = table_of(desk)
    table.view.selectRow(1)
    table.view.setColumnWidth(0, 222)
    header_click(desk, table, 1)
    header_click(desk, table, 1)
    assert desk.rows(table)[0] == "INC-5"
    assert table.view.chosen_id == "2"
    assert table.view.columnWidth(0) == 222


def test_columns_take_the_width_of_the_first_rows_even_when_they_come_late(desk: Desk) -> None:
    table = table_of(desk, columns=["title", "status", *COLUMNS[2:]])
    before = table.view.columnWidth(1)
    desk.incidents(1, status="waiting for the broker's answer")
    desk.changed("incidents", 1)
    desk.settled()
    assert table.view.columnWidth(1) > before + 50


def test_a_document_column_has_no_order(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk, columns=["critical_flags", "title"])
    header_click(desk, table, 0)
    assert table.view.header.marks == {}
    assert desk.rows(table, 1) == ["Fault 1"]


def test_quick_search_narrows_once_typing_pauses_and_clears_again(desk: Desk) -> None:
    desk.incidents(20)
    table = table_of(desk)
    asked: list[None] = []
    table.bar.narrowed.connect(lambda: asked.append(None))
    QTest.keyClicks(table.bar.search, "fault 1")
    desk.qtbot.waitUntil(lambda: len(desk.rows(table)) == 11)
    assert len(asked) == 1
    table.bar.search.setText("nothing like it")
    desk.qtbot.waitUntil(lambda: bool(notices(table)))
    (empty,) = notices(table)
    assert empty.title == "No record matches"
    press(empty)
    desk.settled()
    assert len(desk.rows(table)) == 20
    assert table.bar.text == ""
    assert not notices(table)


def test_a_filter_is_made_shown_as_a_chip_and_taken_back(desk: Desk) -> None:
    desk.incidents(12)
    table = table_of(desk, columns=["id", *COLUMNS])
    table.bar.add_button.click()
    editor = table.bar.editor
    assert editor.isVisible()
    editor.column.setCurrentText("ID")
    editor.operator.setCurrentText("more than")
    editor.text.setText("many")
    editor.accept()
    assert editor.problem.text() == "“ID” is a whole number, and “many” is not one."
    assert editor.text.property("problem") is True
    editor.text.setText("10")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    desk.settled()
    assert desk.rows(table) == ["11", "12"]
    assert not editor.isVisible()
    cross = table.bar.findChild(QToolButton, "removeFilter")
    assert cross is not None
    assert cross.accessibleName() == "Remove the filter “ID more than 10”"
    cross.click()
    desk.settled()
    assert len(desk.rows(table)) == 12


def test_filters_of_the_props_always_hold(desk: Desk) -> None:
    desk.incidents(2, status="open")
    desk.run("UPDATE incidents SET status = 'closed' WHERE id = 2")
    table = table_of(desk, filters=[{"column": "status", "operator": "eq", "value": "open"}])
    assert desk.rows(table) == ["INC-1"]
    assert not table.source.narrowed


def test_an_empty_table_says_what_belongs_there(desk: Desk) -> None:
    table = table_of(desk, empty_text="Incidents come by mail.")
    (empty,) = notices(table)
    assert (empty.title, empty.text) == ("No records yet", "Incidents come by mail.")
    desk.incidents(1)
    desk.changed("incidents", 1)
    desk.settled()
    assert desk.rows(table) == ["INC-1"]
    assert not notices(table)


def test_a_failure_is_said_in_place_and_tried_again(desk: Desk) -> None:
    desk.incidents(2)
    desk.run("ALTER TABLE incidents RENAME TO away")
    table = table_of(desk)
    (failure,) = notices(table)
    assert failure.title == "Table missing"
    assert "“incidents” is not in this database" in failure.text
    desk.run("ALTER TABLE away RENAME TO incidents")
    press(failure)
    desk.settled()
    assert desk.rows(table) == ["INC-1", "INC-2"]
    assert not notices(table)


def test_later_rows_that_fail_leave_the_others_and_can_be_retried(desk: Desk) -> None:
    desk.incidents(950)
    table = table_of(desk)
    model = table.source.model
    desk.qtbot.waitUntil(lambda: table.source.total_exact)
    desk.run("ALTER TABLE incidents RENAME TO away")
    table.view.scrollToBottom()
    desk.qtbot.waitUntil(lambda: bool(notices(table)))
    assert model.state is State.FAILED
    assert model.id_at(0) == "1"
    (failure,) = notices(table)
    assert failure.title == "The database refused this"
    desk.run("ALTER TABLE away RENAME TO incidents")
    press(failure)
    desk.qtbot.waitUntil(lambda: model.id_at(949) == "950")
    assert not notices(table)


def test_columns_this_database_lacks_are_said_and_the_rest_is_shown(desk: Desk) -> None:
    desk.run("ALTER TABLE incidents DROP COLUMN john_notes")
    desk.incidents(1)
    table = table_of(desk, columns=["incident_id", "john_notes"])
    assert desk.rows(table) == ["INC-1"]
    (note,) = notices(table)
    assert "“john_notes”" in note.text


def test_a_change_shows_in_its_row_and_leaves_selection_and_scroll(desk: Desk) -> None:
    desk.incidents(90)
    table = table_of(desk)
    table.view.selectRow(50)
    table.view.scrollTo(table.source.model.index(40, 0), table.view.ScrollHint.PositionAtTop)
    top = table.view.verticalScrollBar().value()
    resets: list[None] = []
    table.source.model.modelReset.connect(lambda: resets.append(None))
    desk.run("UPDATE incidents SET title = 'Changed' WHERE id = 45")
    desk.changed("incidents", 45)
    desk.settled()
    assert desk.rows(table, 1)[44] == "Changed"
    desk.run("DELETE FROM incidents WHERE id = 48")
    desk.changed("incidents", 48)
    desk.settled()
    desk.store("incidents", {"incident_id": "INC-NEW", "title": "New"})
    desk.changed("incidents")
    desk.settled()
    assert desk.rows(table)[-1] == "INC-NEW"
    assert "INC-48" not in desk.rows(table)
    assert table.view.chosen_id == "51"
    assert table.view.verticalScrollBar().value() == top
    assert not resets


def test_a_row_that_leaves_the_filter_or_changes_place_is_followed(desk: Desk) -> None:
    desk.incidents(3, status="open")
    table = table_of(desk, sort=["title"], filters=[{"column": "status", "operator": "eq", "value": "open"}])
    table.view.selectRow(0)
    desk.run("UPDATE incidents SET title = 'Z' WHERE id = 1")
    desk.changed("incidents", 1)
    desk.settled()
    assert desk.rows(table) == ["INC-2", "INC-3", "INC-1"]
    assert table.view.chosen_id == "1"
    desk.run("UPDATE incidents SET status = 'closed' WHERE id = 3")
    desk.changed("incidents", 3)
    desk.settled()
    assert desk.rows(table) == ["INC-2", "INC-1"]


def test_changes_during_a_refresh_are_not_lost(desk: Desk) -> None:
    desk.incidents(5)
    table = table_of(desk)
    desk.changed("incidents")
    desk.run("UPDATE incidents SET title = 'Last' WHERE id = 5")
    desk.changed("incidents", 5)
    desk.settled()
    assert desk.rows(table, 1)[4] == "Last"


def test_rows_are_copied_as_tab_separated_text(desk: Desk) -> None:
    desk.incidents(3, priority="high")
    table = table_of(desk, columns=["incident_id", "title", "priority"])
    give_keyboard(desk, table)
    table.view.selectRow(0)
    down = Qt.Key.Key_Down
    QTest.keyClick(table.view, down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert QGuiApplication.clipboard().text() == (
        "Incident ID\tTitle\tPriority\nINC-1\tFault 1\thigh\nINC-2\tFault 2\thigh"
    )


def test_a_key_pressed_before_all_is_read_counts(desk: Desk) -> None:
    desk.incidents(1)
    end, ended = Event(), list[bool]()
    desk.context.tasks.submit(Lane.IO, end.wait, done=ended.append, owner=desk.bus)
    try:
        table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS})
        assert table.view.actions() == [], "actions are imported before the rows"
        desk.qtbot.addWidget(table)
        QTest.keyClick(table.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        assert [QKeySequence("Ctrl+G")] in [action.shortcuts() for action in table.view.actions()]
    finally:
        end.set()
    desk.settled()


def test_enter_and_new_open_records_where_the_shell_shows_them(desk_for: Callable[..., Desk]) -> None:
    opened: list[tuple[str, str | None]] = []
    desk = desk_for("records.write", open_record=lambda table, record: opened.append((table, record)))
    desk.incidents(2)
    table = table_of(desk, new=True)
    with desk.qtbot.waitSignal(table.activated_record) as activated:
        table.view.selectRow(1)
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert activated.args == ["2"]
    table.new_button.click()
    assert opened == [("incidents", "2"), ("incidents", None)]


@pytest.mark.parametrize(
    ("permissions", "name", "offered"),
    [
        (("records.write",), "incidents", True),
        ((), "incidents", False),
        (("records.write",), "templates", False),
        (("config.write",), "templates", True),
    ],
)
def test_new_is_offered_to_those_who_may(
    desk_for: Callable[..., Desk], permissions: tuple[str, ...], name: str, offered: bool
) -> None:
    desk = desk_for(*permissions)
    table = RecordTable(desk.context, {"table": name, "new": True})
    desk.show(table)
    assert table.new_button.isVisible() == offered


def test_a_long_wait_is_shown_as_rows_in_outline(desk: Desk) -> None:
    table = RecordTable(desk.context, {"table": "incidents"})
    table.source.model.clear(State.BUSY)
    desk.qtbot.addWidget(table)
    table.view.set_loading(loading=True)
    desk.qtbot.waitUntil(lambda: table.view.is_loading)
    assert table.count.text() == "Loading"
    table.view.grab()
    table.view.set_loading(loading=False)
    assert not table.view.is_loading


def test_props_that_cannot_be_used_stop_the_constructor(desk: Desk) -> None:
    with pytest.raises(ConfigurationError, match="names no table"):
        RecordTable(desk.context, {})


def test_an_unknown_table_is_said_with_the_one_probably_meant(desk: Desk) -> None:
    table = RecordTable(desk.context, {"table": "incidence"})
    desk.show(table)
    (failure,) = notices(table)
    assert "No table is called “incidence”. Did you mean “incidents”?" in failure.text
