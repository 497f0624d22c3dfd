"""Filters, groups and saved views of a record table, over a real database."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from jarvis_desktop.tables.types import Filter, Operator, Sort
from ui.components.record_table import RecordTable
from ui.components.table.subject import subject_of
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from jarvis_desktop.core.errors import JarvisError
    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "status", "created_at"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    for number in range(1, 13):
        status = ["open", "closed", None, "open"][number % 4]
        desk.store("incidents", {"incident_id": f"INC-{number}", "title": f"Fault {number}", "status": status})
    return desk


def table_of(desk: Desk, **props: Any) -> RecordTable:
    table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
    desk.show(table)
    return table


def numbers(desk: Desk, table: RecordTable) -> list[int]:
    return sorted(int(text.removeprefix("INC-")) for text in desk.rows(table) if text.startswith("INC-"))


def stand_on(table: RecordTable, row: int, column: int) -> None:
    table.view.setCurrentIndex(table.source.model.index(row, column))


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().partition("\t")[0] == text)


def test_a_cells_value_becomes_a_filter_and_is_excluded_again(stocked: Desk) -> None:
    table = table_of(stocked)
    stand_on(table, 0, 2)
    assert table.menu.run("filter-value")
    stocked.settled()
    assert table.bar.filters == (Filter("status", Operator.EQ, "closed"),)
    assert numbers(stocked, table) == [1, 5, 9]
    table.bar.clear()
    stocked.settled()
    stand_on(table, 0, 2)
    table.menu.run("exclude-value")
    stocked.settled()
    assert numbers(stocked, table) == [2, 3, 4, 6, 7, 8, 10, 11, 12]
    stand_on(table, 1, 2)
    table.menu.run("exclude-value")
    stocked.settled()
    assert table.bar.filters == (Filter("status", Operator.NOT_IN, ("closed", "open")),)
    assert numbers(stocked, table) == [2, 6, 10]
    stand_on(table, 0, 2)
    table.menu.run("filter-value")
    stocked.settled()
    assert table.bar.filters == (Filter("status", Operator.IS_NULL),)


def test_an_instant_stands_for_its_day(stocked: Desk) -> None:
    table = table_of(stocked)
    stand_on(table, 0, 3)
    table.menu.run("filter-value")
    stocked.settled()
    assert len(numbers(stocked, table)) == 12


def test_the_key_opens_the_editor_for_the_current_column(stocked: Desk) -> None:
    table = table_of(stocked)
    stand_on(table, 0, 2)
    table.menu.run("add-filter")
    assert table.bar.editor.isVisible()
    assert table.bar.editor.column.currentText() == "Status"
    table.filter_wanted.emit("title")
    assert table.bar.editor.column.currentText() == "Title"


def test_the_values_on_offer_are_those_that_the_other_filters_leave(stocked: Desk) -> None:
    table = table_of(stocked)
    table.bar.add(Filter("title", Operator.CONTAINS, "Fault 1"))
    stocked.settled()
    table.bar.begin("status")
    table.bar.editor.operator.setCurrentText("is one of")
    stocked.settled()
    values = table.bar.editor.values
    shown = [values.list.item(place).text().split() for place in range(values.list.count())]
    assert shown == [["open", "2"], ["closed", "1"], ["(empty)", "1"]]
    QTest.keyClicks(values.search, "clos")
    stocked.qtbot.waitUntil(lambda: values.list.count() == 1)
    stocked.settled()


def test_nothing_found_says_so_and_filters_can_be_cleared(stocked: Desk) -> None:
    table = table_of(stocked)
    table.bar.add(Filter("status", Operator.EQ, "nowhere"))
    stocked.settled()
    (notice,) = [notice for notice in table.findChildren(Notice) if notice.isVisible()]
    assert notice.title == "No record matches"
    button = notice.findChild(QPushButton, "noticeAction")
    assert button is not None
    button.click()
    stocked.settled()
    assert len(numbers(stocked, table)) == 12


def test_rows_are_grouped_from_the_menu_and_all_groups_closed(stocked: Desk) -> None:
    table = table_of(stocked)
    table.grouping.menu.aboutToShow.emit()
    stocked.settled()
    assert not entry(table.grouping.menu, "Created at").isEnabled()
    entry(table.grouping.menu, "Status").trigger()
    stocked.settled()
    assert table.source.group_column == "status"
    heads = [section.head for section in table.source.model.layout.sections]
    assert heads == ["closed", "open", "—"]
    table.menu.run("collapse-groups")
    stocked.settled()
    assert table.source.model.rowCount() == 3
    table.menu.run("expand-groups")
    stocked.settled()
    assert table.source.model.rowCount() == 15
    table.grouping.group("")
    stocked.settled()
    assert table.source.model.rowCount() == 12


def test_groups_of_the_props_and_of_the_person(stocked: Desk) -> None:
    table = RecordTable(stocked.context, {"table": "incidents", "columns": COLUMNS, "group_by": "status"})
    opened: list[object] = []
    table.source.started.connect(partial(opened.append, 1))
    stocked.show(table)
    assert table.source.group_column == "status"
    assert table.source.model.rowCount() == 15
    assert len(opened) == 1


def test_a_column_that_makes_no_groups_is_said_and_left(stocked: Desk, desk_for: Callable[..., Desk]) -> None:
    refused: list[JarvisError] = []
    desk = desk_for("records.write", refuse=refused.append)
    table = table_of(desk)
    table.group_wanted.emit("created_at")
    desk.settled()
    assert "instants" in refused[0].message
    assert table.source.group_column == ""
    assert table.source.model.rowCount() == 12


def open_views(desk: Desk, table: RecordTable) -> QMenu:
    assert table.saved is not None
    table.saved.menu.popup(table.mapToGlobal(table.rect().center()))
    desk.qtbot.waitUntil(lambda: desk.context.tasks.pending == 0)
    return table.saved.menu


def give_name(desk: Desk, table: RecordTable, name: str, *, shared: bool = False) -> None:
    assert table.saved is not None
    dialog = table.saved._dialog
    assert dialog is not None
    dialog.name.setText(name)
    dialog.share.setChecked(shared)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    desk.settled()


def test_what_is_shown_is_saved_applied_changed_and_deleted(stocked: Desk) -> None:
    table = table_of(stocked)
    saved = table.saved
    assert saved is not None
    table.bar.narrow((Filter("status", Operator.EQ, "open"),), "fault")
    stocked.settled()
    saved.save_as()
    give_name(stocked, table, "Open ones")
    assert saved.button.text().strip() == "Open ones"
    table.bar.clear()
    stocked.settled()
    assert saved.button.text().strip() == "Open ones *"
    menu = open_views(stocked, table)
    line = entry(menu, "Open ones")
    assert line.text() == "Open ones\t6"
    assert line.isChecked()
    line.trigger()
    stocked.settled()
    assert table.bar.filters == (Filter("status", Operator.EQ, "open"),)
    assert table.bar.text == "fault"
    assert saved.button.text().strip() == "Open ones"
    table.bar.clear()
    menu.hide()
    menu = open_views(stocked, table)
    entry(menu, "Save changes").trigger()
    stocked.settled()
    assert not saved.changed
    deletions = menu.findChild(QMenu, "deleteViews")
    assert deletions is not None
    entry(deletions, "Open ones").trigger()
    stocked.settled()
    assert saved.views == ()
    menu.hide()


def test_a_taken_name_is_said_in_the_dialog(stocked: Desk) -> None:
    table = table_of(stocked)
    saved = table.saved
    assert saved is not None
    saved.save_as()
    give_name(stocked, table, "One")
    saved.save_as()
    give_name(stocked, table, "One")
    dialog = saved._dialog
    assert dialog is not None
    assert dialog.problem.text() == "You have a saved filter called “One” already."
    give_name(stocked, table, "Two")
    assert [view.name for view in saved.views] == ["One", "Two"]
    saved.rename()
    give_name(stocked, table, "Three")
    assert [view.name for view in saved.views] == ["One", "Three"]


def test_counts_follow_the_rows_while_the_menu_is_open(stocked: Desk) -> None:
    table = table_of(stocked)
    saved = table.saved
    assert saved is not None
    table.bar.narrow((Filter("status", Operator.EQ, "open"),), "")
    saved.save_as()
    give_name(stocked, table, "Open ones")
    menu = open_views(stocked, table)
    stocked.qtbot.waitUntil(lambda: entry(menu, "Open ones").text() == "Open ones\t6")
    stocked.run("DELETE FROM incidents WHERE incident_id = 'INC-3'")
    stocked.changed("incidents", 3)
    stocked.qtbot.waitUntil(lambda: entry(menu, "Open ones").text() == "Open ones\t5")
    menu.hide()
    stocked.settled()


def test_a_view_that_no_longer_fits_is_shown_and_does_nothing(stocked: Desk, desk_for: Callable[..., Desk]) -> None:
    stocked.run(
        "INSERT INTO desktop.saved_filters (table_name, name, owner, definition) VALUES "
        '(\'incidents\', \'Old\', \'tester\', \'{"version": 1, "filters": [{"column": "shoe", "operator": "eq"}]}\')'
    )
    said: list[str] = []
    desk = desk_for("records.write", say=said.append)
    table = table_of(desk)
    menu = open_views(desk, table)
    line = entry(menu, "Old")
    assert line.text() == "Old\tcannot be used"
    assert "shoe" in line.toolTip()
    line.trigger()
    desk.settled()
    assert "“Old” cannot be used" in said[0]
    assert table.bar.filters == ()
    menu.hide()


def test_a_view_brings_its_order(stocked: Desk) -> None:
    table = table_of(stocked)
    saved = table.saved
    assert saved is not None
    table.arranging.order((Sort("incident_id", descending=True),))
    stocked.settled()
    saved.save_as()
    give_name(stocked, table, "Backwards")
    table.arranging.order(())
    stocked.settled()
    assert saved.changed
    saved.apply(saved.views[0])
    stocked.settled()
    assert table.source.sort == (Sort("incident_id", descending=True),)
    assert desk_first(stocked, table) == "INC-9"


def desk_first(desk: Desk, table: RecordTable) -> str:
    return desk.rows(table)[0]


def test_a_database_without_a_place_for_views_says_so(stocked: Desk) -> None:
    stocked.run("DROP TABLE desktop.saved_filters")
    table = table_of(stocked)
    menu = open_views(stocked, table)
    assert "no place to keep saved filters" in menu.actions()[0].text()
    assert not entry(menu, "Save as…").isEnabled()
    menu.hide()


def test_saved_filters_can_be_left_out(stocked: Desk) -> None:
    assert table_of(stocked, saved_filters=False).saved is None


def test_a_named_source_gives_table_rows_and_order(stocked: Desk) -> None:
    stocked.store(
        "component_feature_configurations",
        {
            "feature_key": "open-ones",
            "feature_name": "Open ones",
            "data_binding": {
                "source": "incidents",
                "filter": {"==": [{"var": "status"}, "open"]},
                "order": [{"column": "id", "descending": True}],
            },
        },
    )
    table = RecordTable(stocked.context, {"source": "open-ones", "columns": COLUMNS})
    stocked.show(table)
    assert [int(text.removeprefix("INC-")) for text in stocked.rows(table)] == [12, 11, 8, 7, 4, 3]
    assert table.asked.table == "incidents"
    assert table.topics == {"incidents"}


def test_a_source_that_cannot_be_used_is_said_in_its_place(stocked: Desk) -> None:
    stocked.store(
        "component_feature_configurations",
        {
            "feature_key": "either",
            "feature_name": "Either",
            "data_binding": {"source": "incidents", "filter": {"engine": "cel", "rule": "status.matches('^o')"}},
        },
    )
    table = RecordTable(stocked.context, {"source": "either"})
    stocked.show(table)
    (notice,) = [notice for notice in table.findChildren(Notice) if notice.isVisible()]
    assert notice.title == "Source not usable"
    assert "“either”" in notice.text
    assert "“matches”" in notice.text
    assert "Status matches the pattern" in notice.text


def test_an_empty_list_says_what_its_source_lists(stocked: Desk) -> None:
    rule = {"engine": "simple", "rule": 'status = "new" or status is null and incident_id = "INC-1"'}
    row = {"feature_key": "new", "feature_name": "New", "data_binding": {"source": "incidents", "filter": rule}}
    stocked.store("component_feature_configurations", row)
    for props, said in (
        ({}, "Only records are listed where Status is new or Status is not known and Incident ID is INC-1."),
        ({"empty_text": "Nothing new"}, "Nothing new"),
    ):
        table = RecordTable(stocked.context, {"source": "new", "columns": COLUMNS, **props})
        stocked.show(table)
        (notice,) = [notice for notice in table.findChildren(Notice) if notice.isVisible()]
        assert notice.text == said


def test_a_named_source_may_choose_its_rows_by_any_rule(stocked: Desk) -> None:
    rule = {"or": [{"==": [{"var": "status"}, "open"]}, {"==": [{"var": "incident_id"}, "INC-1"]}]}
    binding = {"source": "incidents", "filter": rule, "order": ["id"]}
    row = {"feature_key": "either", "feature_name": "Either", "data_binding": binding}
    stocked.store("component_feature_configurations", row)
    table = RecordTable(stocked.context, {"source": "either", "columns": COLUMNS})
    stocked.show(table)
    assert [int(text.removeprefix("INC-")) for text in stocked.rows(table)] == [1, 3, 4, 7, 8, 11, 12]
    subject = subject_of(table)
    assert subject is not None
    assert subject.conditions == "Status is open or Incident ID is INC-1"
    table.bar.narrow((Filter("incident_id", Operator.EQ, "INC-1"),), "")
    stocked.settled()
    assert stocked.rows(table) == ["INC-1"]
    narrowed = subject_of(table)
    assert narrowed is not None
    assert narrowed.conditions == "Status is open or Incident ID is INC-1; Incident ID is INC-1"
