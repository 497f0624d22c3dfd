from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.tables.hands import CONTROL, give_keyboard, press, table_of
from ui.components.table.counts import count_words

if TYPE_CHECKING:
    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

Key = Qt.Key


def jump(desk: Desk, table: RecordTable, text: str) -> None:
    """Type where to go to."""
    table.footer.jump.setText(text)
    QTest.keyClick(table.footer.jump, Key.Key_Return)
    desk.settled()


def test_counts_are_said_as_people_write_them() -> None:
    assert count_words(1_000_000, exact=True) == "1,000,000 records"
    assert count_words(1_000_000, exact=False) == "About 1,000,000 records"
    assert count_words(1, exact=True) == "1 record"
    assert count_words(None, exact=False) == count_words(0, exact=True) == ""


def test_a_row_is_reached_by_its_number_or_its_key(desk: Desk) -> None:
    desk.incidents(3000)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.count.text() == "3,000 records")
    give_keyboard(desk, table)
    press(table, Key.Key_G, modifiers=CONTROL)
    assert table.footer.jump.hasFocus()
    jump(desk, table, "2,500")
    desk.qtbot.waitUntil(lambda: table.view.chosen_id == "2500")
    assert table.view.hasFocus()
    assert table.footer.jump.text() == ""
    jump(desk, table, "INC-1234")
    desk.qtbot.waitUntil(lambda: table.view.chosen_id == "1234")
    desk.settled()


def test_a_jump_that_leads_nowhere_says_so(desk: Desk) -> None:
    desk.incidents(20)
    table = table_of(desk)
    jump(desk, table, "21")
    assert table.footer.problem.full_text == "There is no row 21."
    assert table.footer.jump.property("problem") is True
    jump(desk, table, "INC-999")
    assert "INC-999" in table.footer.problem.full_text
    QTest.keyClick(table.footer.jump, Key.Key_Escape)
    assert table.footer.problem.full_text == ""
    jump(desk, table, "0")
    assert table.footer.problem.full_text == "There is no row 0."
    jump(desk, table, "9" * 40)
    assert table.footer.problem.full_text.startswith("There is no row 9")


def test_without_rows_there_is_nothing_to_go_about_in(desk: Desk) -> None:
    table = table_of(desk)
    assert not table.footer.isVisible()
    desk.incidents(1)
    desk.changed("incidents", 1)
    desk.settled()
    assert table.footer.isVisible()
    assert table.count.text() == "1 record"


def test_every_button_and_field_has_a_name(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk, new=True, freeze=1)
    table.view.selectAll()
    shown = [each for kind in (QAbstractButton, QLineEdit) for each in table.findChildren(kind) if each.isVisible()]
    nameless = [
        each.objectName()
        for each in shown
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
        # Qt's own buttons within a field have no name of their own.
        if not isinstance(each.parent(), QLineEdit)
    ]
    assert nameless == []
    assert table.view.accessibleName() == "Records"
    assert table.view.currentIndex().isValid()


def test_heads_of_groups_open_and_close_and_are_not_counted(desk: Desk) -> None:
    desk.incidents(6)
    desk.run("UPDATE incidents SET priority = CASE WHEN id > 2 THEN 'low' ELSE 'high' END")
    table = table_of(desk)
    table.group_wanted.emit("priority")
    desk.settled()
    model = table.source.model
    assert [model.group(place) is not None for place in range(8)] == [True, False, False, True, *[False] * 4]
    table.view.selectAll()
    assert table.footer.selected.text() == "All 6 selected"
    table.view.selecting.select_runs([(1, 4)], 1)
    assert table.footer.selected.text() == "3 selected"
    chosen = table.selected()
    assert chosen is not None
    assert chosen.ids == ("1", "2", "3")
    table.view.selecting.stand_at(model.index(0, 0))
    press(table, Key.Key_Left)
    assert model.rowCount() == 6
    press(table, Key.Key_Left)
    assert model.rowCount() == 6
    press(table, Key.Key_Right)
    assert model.rowCount() == 8
    place = table.view.visualRect(model.index(3, 1)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.rowCount() == 4
    table.grab()
    desk.settled()
