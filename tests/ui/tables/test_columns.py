from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.ui.tables.hands import (
    CONTROL,
    SHIFT,
    click_header,
    click_row,
    columns_read,
    double_click,
    drag_header,
    give_keyboard,
    label_place,
    press,
    shown_columns,
    table_of,
)
from ui.components.table.column_panel import ColumnPanel
from ui.components.table.header_menu import header_menu
from ui.tables.header import SortMark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem, QMenu

    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ALL = ["incident_id", "title", "priority", "created_at"]


def menu_of(table: RecordTable, place: int) -> QMenu:
    """The menu of a column."""
    return header_menu(table, place, table.source.model.columns[place])


def choose(desk: Desk, table: RecordTable, place: int, name: str) -> None:
    """Choose from a column's menu."""
    entry = next(entry for entry in menu_of(table, place).actions() if entry.objectName() == name)
    assert entry.isEnabled()
    entry.trigger()
    columns_read(desk, table)


def panel_of(desk: Desk, table: RecordTable) -> ColumnPanel:
    """The panel of columns, opened by its button."""
    table.columns_button.click()
    panel = table.window().findChild(ColumnPanel)
    assert panel is not None
    desk.qtbot.waitUntil(panel.isVisible)
    return panel


def entry_of(panel: ColumnPanel, label: str) -> QListWidgetItem:
    """The panel's entry of that label."""
    (entry,) = panel.list.findItems(label, Qt.MatchFlag.MatchExactly)
    return entry


def test_a_click_sorts_and_shift_adds_with_numbers(desk: Desk) -> None:
    for number, (priority, title) in enumerate([("b", "x"), ("a", "y"), ("b", "w")], start=1):
        desk.store("incidents", {"incident_id": f"INC-{number}", "title": title, "priority": priority})
    table = table_of(desk)
    click_header(desk, table, 2)
    click_header(desk, table, 1, shift=True)
    assert desk.rows(table) == ["INC-2", "INC-3", "INC-1"]
    assert table.view.header.marks == {2: SortMark(descending=False, rank=1), 1: SortMark(descending=False, rank=2)}
    click_header(desk, table, 1, shift=True)
    assert desk.rows(table) == ["INC-2", "INC-1", "INC-3"]
    click_header(desk, table, 1, shift=True)
    assert table.view.header.marks == {2: SortMark(descending=False)}
    click_header(desk, table, 2)
    click_header(desk, table, 2)
    assert table.view.header.marks == {}
    assert desk.rows(table) == ["INC-1", "INC-2", "INC-3"]


def test_each_of_several_fast_clicks_on_a_label_counts(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    viewport, place = table.view.header.viewport(), label_place(table, 1)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    double_click(viewport, place)
    assert table.view.header.marks == {1: SortMark(descending=True)}
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert table.view.header.marks == {}
    desk.settled()


def test_the_keyboard_sorts_by_the_column_of_the_current_cell(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    give_keyboard(desk, table)
    press(table, Key.Key_Right)
    for expected in (SortMark(descending=False), SortMark(descending=True)):
        press(table, Key.Key_S, modifiers=CONTROL | SHIFT)
        desk.settled()
        assert table.view.header.marks == {1: expected}
    press(table, Key.Key_Home)
    press(table, Key.Key_S, modifiers=CONTROL | ALT)
    desk.settled()
    assert table.view.header.marks == {1: SortMark(descending=True, rank=1), 0: SortMark(descending=False, rank=2)}


def test_a_screen_reader_hears_the_order_with_the_label(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk, sort=[{"column": "priority"}, {"column": "title", "descending": True}])
    spoken = [
        table.source.model.headerData(place, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.AccessibleTextRole))
        for place in range(3)
    ]
    assert spoken == ["Incident ID", "Title, sorted descending, number 2", "Priority, sorted ascending, number 1"]
    heard = QAccessible.queryAccessibleInterface(table.view)
    names = [heard.child(place).text(QAccessible.Text.Name) for place in range(8)]
    assert "Title, sorted descending, number 2" in names


def test_a_column_is_hidden_from_its_menu_and_no_longer_fetched(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    click_row(table, 1)
    choose(desk, table, 2, "hide")
    assert shown_columns(table) == ["incident_id", "title", "created_at"]
    assert table.source.query is not None
    assert "priority" not in table.source.query.columns
    assert table.view.chosen_id == "2"


def test_a_hidden_column_may_still_order_the_rows(desk: Desk) -> None:
    desk.incidents(3, priority="x")
    desk.run("UPDATE incidents SET priority = 'a' WHERE id = 3")
    table = table_of(desk)
    click_header(desk, table, 2)
    choose(desk, table, 2, "hide")
    assert desk.rows(table)[0] == "INC-3"


def test_other_columns_leave_rows_scroll_and_selection_where_they_were(desk: Desk) -> None:
    desk.incidents(2000)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.source.model.rowCount() == 2000)
    table.view.verticalScrollBar().setValue(1500)
    table.grab()
    desk.qtbot.waitUntil(lambda: table.source.model.id_at(1502) == "1503")
    desk.settled()
    click_row(table, 1502)
    press(table, Key.Key_Down, modifiers=SHIFT)
    table.arranging.show("status", shown=True)
    columns_read(desk, table)
    assert table.view.verticalScrollBar().value() == 1500
    chosen = table.selected()
    assert chosen is not None
    assert chosen.ids == ("1503", "1504")
    table.grab()
    desk.settled()
    assert table.source.model.id_at(1501) == "1502"


def test_a_label_is_dragged_to_another_place(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk)
    header = table.view.header
    drag_header(desk, table, 0, QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 4, 10))
    assert shown_columns(table) == ["title", "priority", "incident_id", "created_at"]
    assert header.marks == {}
    drag_header(desk, table, 2, QPoint(2, 10))
    assert shown_columns(table) == ALL


def test_the_keyboard_moves_and_widens_a_column(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk)
    give_keyboard(desk, table)
    press(table, Key.Key_Right, modifiers=CONTROL | SHIFT)
    columns_read(desk, table)
    assert shown_columns(table) == ["title", "incident_id", "priority", "created_at"]
    assert table.view.currentIndex().column() == 1
    before = table.view.columnWidth(1)
    press(table, Key.Key_Right, modifiers=CONTROL | ALT)
    assert table.view.columnWidth(1) == before + 16


def test_the_first_columns_stay_while_the_others_scroll(desk: Desk) -> None:
    desk.incidents(60)
    table = table_of(desk, columns=[{"name": name, "width": 400} for name in ALL], freeze=1)
    view = table.view
    assert view.frozen is not None
    assert view.isColumnHidden(0)
    assert not view.frozen.isColumnHidden(0)
    assert view.frozen.width() == 401
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.frozen.columnViewportPosition(0) == 0
    view.verticalScrollBar().setValue(20)
    assert view.frozen.verticalScrollBar().value() == 20
    assert view.frozen.rowViewportPosition(25) == view.rowViewportPosition(25)


def test_rows_are_selected_and_opened_from_the_columns_that_stay(desk: Desk) -> None:
    desk.incidents(20)
    table = table_of(desk, freeze=1)
    frozen = table.view.frozen
    assert frozen is not None
    opened: list[str] = []
    table.activated_record.connect(opened.append)

    def click(row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = frozen.visualRect(table.source.model.index(row, 0)).center()
        QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, modifiers, place)

    click(2)
    assert table.view.chosen_id == "3"
    click_row(table, 5, SHIFT)
    chosen = table.selected()
    assert chosen is not None
    assert chosen.ids == ("3", "4", "5", "6")
    click(1, SHIFT)
    chosen = table.selected()
    assert chosen is not None
    assert chosen.ids == ("2", "3")
    click(4)
    double_click(frozen.viewport(), frozen.visualRect(table.source.model.index(4, 0)).center())
    assert opened == ["5"]


def test_the_current_cell_goes_through_the_columns_that_stay(desk: Desk) -> None:
    desk.incidents(20)
    table = table_of(desk, freeze=2)
    columns = []
    for key in (Key.Key_Home, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_PageDown):
        press(table, key)
        columns.append(table.view.currentIndex().column())
    assert columns == [0, 1, 2, 1, 1, 1]
    assert table.view.currentIndex().row() > 2


def test_freezing_is_chosen_from_the_menu_and_taken_back(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk)
    assert len(table.view.parts) == 1
    choose(desk, table, 1, "freeze")
    assert table.view.freeze == 2
    assert table.view.frozen is not None
    assert [entry.isEnabled() for entry in menu_of(table, 3).actions() if entry.objectName() == "freeze"] == [False]
    choose(desk, table, 0, "unfreeze")
    assert table.view.freeze == 0
    assert not table.view.frozen.isVisible()
    assert not table.view.isColumnHidden(0)


def test_hiding_a_column_that_stays_leaves_the_others(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk, freeze=2)
    choose(desk, table, 0, "hide")
    assert shown_columns(table)[0] == "title"
    assert table.view.freeze == 1


def test_widths_are_set_by_hand_in_both_parts(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, freeze=1)
    assert table.view.frozen is not None
    table.view.frozen.header.resizeSection(0, 222)
    table.view.header.resizeSection(2, 133)
    click_header(desk, table, 1)
    assert table.view.frozen.columnWidth(0) == 222
    assert table.view.columnWidth(2) == 133
    table.menu.run("fit-width")
    desk.settled()
    assert table.view.frozen.columnWidth(0) != 222
    assert table.view.columnWidth(2) != 133


def test_the_panel_shows_hides_and_finds_columns(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk, columns=["incident_id", "title", {"name": "priority", "hidden": True}])
    panel = panel_of(desk, table)
    assert panel.said.text().startswith("2 of ")
    entry_of(panel, "Priority").setCheckState(Qt.CheckState.Checked)
    entry_of(panel, "Incident ID").setCheckState(Qt.CheckState.Unchecked)
    columns_read(desk, table)
    assert shown_columns(table) == ["title", "priority"]
    QTest.keyClicks(panel.search, "status")
    found = [panel.list.item(place).text() for place in range(panel.list.count()) if not panel.list.isRowHidden(place)]
    assert found == ["Status"]
    panel.search.clear()
    QTest.keyClick(panel.search, Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: table.window().findChild(ColumnPanel) is None)


def test_one_column_at_least_stays(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk, columns=["incident_id", "title"])
    panel = panel_of(desk, table)
    entry_of(panel, "Incident ID").setCheckState(Qt.CheckState.Unchecked)
    entry_of(panel, "Title").setCheckState(Qt.CheckState.Unchecked)
    columns_read(desk, table)
    assert shown_columns(table) == ["title"]
    assert entry_of(panel, "Title").checkState() == Qt.CheckState.Checked


def test_the_panel_moves_columns_and_the_line_by_keyboard(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk)
    panel = panel_of(desk, table)
    panel.list.setCurrentItem(entry_of(panel, "Title"))
    QTest.keyClick(panel.list, Key.Key_Down, ALT)
    columns_read(desk, table)
    assert shown_columns(table) == ["incident_id", "priority", "title", "created_at"]
    assert panel.list.currentItem().text() == "Title"
    panel.list.setCurrentItem(entry_of(panel, "Columns above stay in sight"))
    QTest.keyClick(panel.list, Key.Key_Down, ALT)
    QTest.keyClick(panel.list, Key.Key_Down, ALT)
    desk.qtbot.waitUntil(lambda: table.view.freeze == 2)
    desk.settled()


def test_rows_are_compact_or_normal(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, freeze=1)
    assert (table.view.rowHeight(0), table.view.frozen.rowHeight(0) if table.view.frozen else 0) == (28, 28)
    next(button for density, button in table.footer.densities.items() if density.value == "normal").click()
    assert (table.view.rowHeight(0), table.view.frozen.rowHeight(0) if table.view.frozen else 0) == (34, 34)
    assert table.menu.run("density")
    assert table.view.rowHeight(0) == 28
    assert [button.isChecked() for button in table.footer.densities.values()] == [True, False]


@pytest.mark.parametrize("name", ["ascending", "descending", "add-ascending"])
def test_the_menu_orders(desk: Desk, name: str) -> None:
    desk.incidents(3)
    table = table_of(desk, sort=["priority"])
    choose(desk, table, 1, name)
    assert [sort.column for sort in table.source.sort] == (["priority", "title"] if "add" in name else ["title"])
    assert table.source.sort[-1].descending == (name == "descending")


def test_the_menu_of_a_document_column_has_no_order(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk, columns=["critical_flags", "title"])
    names = {entry.objectName() for entry in menu_of(table, 0).actions()}
    assert not names & {"ascending", "group"}
    assert {"hide", "freeze", "filter"} <= names


def test_a_table_of_300_columns_is_shown_and_arranged(desk: Desk) -> None:
    desk.run("ALTER TABLE incidents " + ", ".join(f"ADD COLUMN extra_{n:03} text DEFAULT 'v'" for n in range(300)))
    desk.incidents(120)
    table = table_of(desk, columns=None, freeze=1)
    assert table.source.model.columnCount() > 300
    panel = panel_of(desk, table)
    QTest.keyClicks(panel.search, "extra_299")
    entry_of(panel, "Extra 299").setCheckState(Qt.CheckState.Unchecked)
    columns_read(desk, table)
    assert "extra_299" not in shown_columns(table)
    press(table, Key.Key_End)
    assert table.view.currentIndex().column() == table.source.model.columnCount() - 1
    desk.settled()
