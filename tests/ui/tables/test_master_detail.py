from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter

from jarvis_desktop.core.changes import Changes
from ui.components.master_detail import MasterDetail
from ui.core.notice import Notice

if TYPE_CHECKING:
    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title"]


def master_detail(desk: Desk, **props: Any) -> MasterDetail:
    component = MasterDetail(desk.context, {"table": "incidents", "columns": COLUMNS, "new": True, **props})
    desk.show(component)
    return component


def opened(desk: Desk, component: MasterDetail, record_id: str) -> None:
    """Wait until the form shows that record."""

    def shown() -> bool:
        return component.form is not None and component.form.record_id == record_id

    desk.qtbot.waitUntil(shown)
    desk.settled()


def field(component: MasterDetail, key: str) -> QLineEdit:
    assert component.form is not None
    lines = {line.objectName().rpartition(":")[2]: line for line in component.form.findChildren(QLineEdit)}
    lines[key].end(False)
    return lines[key]


def pause(component: MasterDetail) -> QTimer:
    """What waits a moment before the chosen record is opened."""
    timer = component.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert timer is not None
    return timer


def press(component: MasterDetail, name: str) -> None:
    assert component.form is not None
    button = component.form.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def test_nothing_selected_is_an_empty_state_that_says_what_to_do(desk: Desk) -> None:
    desk.incidents(2)
    component = master_detail(desk)
    assert component.form is None
    assert component.empty.isVisible()
    assert component.empty.title == "Select a record"


def test_selecting_a_row_opens_its_record(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.view.selectRow(1)
    opened(desk, component, "2")
    assert not component.empty.isVisible()
    assert field(component, "title").text() == "Fault 2"
    QTest.keyClick(component.table.view, Qt.Key.Key_Down)
    opened(desk, component, "3")
    assert field(component, "title").text() == "Fault 3"


def test_passing_rows_by_opens_only_the_last(desk: Desk) -> None:
    desk.incidents(5)
    component = master_detail(desk)
    asked: list[str] = []
    component.table.record_chosen.connect(asked.append)
    component.table.view.selectRow(0)
    for _ in range(4):
        QTest.keyClick(component.table.view, Qt.Key.Key_Down)
    assert asked == ["1", "2", "3", "4", "5"]
    assert component.form is None
    opened(desk, component, "5")


def test_a_save_shows_in_the_row_which_stays_selected(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.view.selectRow(1)
    opened(desk, component, "2")
    QTest.keyClicks(field(component, "title"), " again")
    assert component.has_unsaved_input()
    assert component.form is not None
    component.form.save()
    desk.settled()
    assert desk.rows(component.table, 1) == ["Fault 1", "Fault 2 again", "Fault 3"]
    assert component.table.view.chosen_id == "2"
    assert not component.has_unsaved_input()


def test_a_new_record_appears_and_is_selected(desk: Desk) -> None:
    desk.incidents(1)
    component = master_detail(desk)
    component.table.new_button.click()
    desk.settled()
    QTest.keyClicks(field(component, "title"), "Water in the cellar")
    QTest.keyClicks(field(component, "incident_id"), "INC-77")
    assert component.form is not None
    component.form.save()
    desk.settled()
    desk.qtbot.waitUntil(lambda: desk.rows(component.table, 1) == ["Fault 1", "Water in the cellar"])
    record_id = component.form.record_id
    desk.qtbot.waitUntil(lambda: component.table.view.chosen_id == record_id)
    desk.settled()


def test_typed_input_is_asked_about_and_staying_selects_its_row_again(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.view.selectRow(0)
    opened(desk, component, "1")
    QTest.keyClicks(field(component, "title"), "!")
    component.table.view.selectRow(2)
    assert component.form is not None
    bar = component.form.findChild(QPushButton, "leaving:stay")
    assert bar is not None
    desk.qtbot.waitUntil(bar.isVisible)
    assert component.form.record_id == "1"
    press(component, "leaving:stay")
    assert component.table.view.chosen_id == "1"
    component.table.view.selectRow(2)
    desk.qtbot.waitUntil(bar.isVisible)
    press(component, "leaving:discard")
    opened(desk, component, "3")
    assert component.table.view.chosen_id == "3"


def test_a_record_is_shown_by_the_key_that_people_use(desk: Desk) -> None:
    desk.incidents(4)
    component = master_detail(desk)
    assert component.show_record("INC-3")
    opened(desk, component, "3")
    assert component.table.view.chosen_id == "3"
    component.show_record("INC-999")
    desk.settled()
    said = [notice.text for notice in component.findChildren(Notice) if notice.isVisible()]
    assert any("no record INC-999" in text for text in said)
    assert component.form is not None
    assert component.form.record_id == "3"


@pytest.mark.parametrize(
    ("props", "orientation"),
    [
        ({"orientation": "vertical", "sizes": [100, 300]}, Qt.Orientation.Vertical),
        ({"sizes": "junk"}, Qt.Orientation.Horizontal),
        ({"sizes": [None, -5], "orientation": 5}, Qt.Orientation.Horizontal),
    ],
)
def test_orientation_and_sizes_come_from_the_props(
    desk: Desk, props: dict[str, Any], orientation: Qt.Orientation
) -> None:
    component = master_detail(desk, **props)
    splitter = component.findChild(QSplitter, "masterDetail")
    assert splitter is not None
    assert splitter.orientation() == orientation
    if orientation == Qt.Orientation.Vertical:
        first, second = splitter.sizes()
        assert second > first


def test_deleting_the_record_that_the_form_shows_closes_the_form(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.choose("2")
    opened(desk, component, "2")
    assert component.table.menu.run("delete_rows")
    desk.settled()
    assert component.form is None
    assert component.empty.isVisible()
    component.table.choose("3")
    opened(desk, component, "3")


def test_what_was_typed_into_a_record_that_is_deleted_stays(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.choose("2")
    opened(desk, component, "2")
    QTest.keyClicks(field(component, "title"), " and more")
    assert component.table.menu.run("delete_rows")
    desk.settled()
    assert component.form is not None
    assert field(component, "title").text() == "Fault 2 and more"
    press(component, "revert")
    desk.settled()


def test_a_row_deleted_right_after_it_was_chosen_is_not_opened_any_more(desk: Desk) -> None:
    desk.incidents(3)
    component = master_detail(desk)
    component.table.choose("2")
    waiting = pause(component)
    assert waiting.isActive()
    component.table.removed.emit(Changes.of("incidents", ["2"]))
    assert not waiting.isActive()
    component.table.choose("3")
    opened(desk, component, "3")


def test_deleting_several_rows_one_of_which_the_form_shows_closes_the_form_for_good(desk: Desk) -> None:
    desk.incidents(5)
    component = master_detail(desk)
    component.table.view.setFocus()
    component.table.choose("3")
    opened(desk, component, "3")
    QTest.keyClick(component.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert component.table.menu.run("delete_rows")
    desk.qtbot.waitUntil(lambda: desk.rows(component.table, 1) == ["Fault 1", "Fault 2", "Fault 5"])
    desk.qtbot.waitUntil(lambda: not pause(component).isActive())
    desk.settled()
    said = [notice.title for notice in component.findChildren(Notice) if notice.isVisible()]
    assert "Record not found" not in said
    assert component.form is None
