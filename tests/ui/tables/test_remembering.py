from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QSplitter

from jarvis_desktop.people.memory import MemoryService
from tests.ui.tables.hands import click_header, columns_read, shown_columns, table_of
from ui.components.data_browser import DataBrowser
from ui.components.master_detail import MasterDetail
from ui.tables.arrangement import Density

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

PLACE = "incidents/"


def stored(desk: Desk, place: str = PLACE) -> Mapping[str, Any]:
    """What is remembered."""
    return MemoryService(desk.database).recall("tester", place)


def leave(desk: Desk, table: RecordTable) -> None:
    """Go elsewhere: what waits to be remembered is."""
    table.hide()
    desk.settled()


def test_a_table_looks_as_it_was_left(desk: Desk) -> None:
    desk.incidents(5, priority="x")
    table = table_of(desk)
    table.arranging.show("title", shown=False)
    table.arranging.move("status", 0)
    table.arranging.show("status", shown=True)
    columns_read(desk, table)
    table.view.header.resizeSection(1, 234)
    table.arranging.arrange(table.arranging.columns, 1)
    columns_read(desk, table)
    table.arranging.set_density(Density.NORMAL)
    click_header(desk, table, 2)
    leave(desk, table)
    again = table_of(desk)
    assert shown_columns(again) == ["status", "incident_id", "priority", "created_at"]
    assert again.view.columnWidth(1) == 234
    assert again.view.freeze == 1
    assert again.view.rowHeight(0) == 34
    assert [sort.column for sort in again.source.sort] == ["priority"]
    assert set(again.view.header.marks) == {2}


def test_looking_alone_remembers_nothing(desk: Desk) -> None:
    desk.incidents(5)
    table = table_of(desk)
    table.resize(500, 300)
    desk.settled()
    leave(desk, table)
    assert stored(desk) == {}


def test_changes_are_stored_together_a_while_after_the_last(desk: Desk) -> None:
    desk.incidents(2)
    table = table_of(desk)
    table.arranging.set_density(Density.NORMAL)
    table.view.header.resizeSection(0, 111)
    assert stored(desk) == {}
    desk.qtbot.waitUntil(lambda: bool(stored(desk)), timeout=5000)
    assert stored(desk) == {"version": 1, "density": "normal", "widths": {"incident_id": 111}}


def test_resetting_brings_back_what_the_props_say(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, sort=[{"column": "title", "descending": True}])
    table.arranging.show("title", shown=False)
    columns_read(desk, table)
    click_header(desk, table, 0)
    table.arranging.set_density(Density.NORMAL)
    table.menu.run("reset-view")
    desk.settled()
    assert shown_columns(table) == ["incident_id", "title", "priority", "created_at"]
    assert desk.rows(table) == ["INC-3", "INC-2", "INC-1"]
    assert table.view.rowHeight(0) == 28
    leave(desk, table)
    assert stored(desk) == {"version": 1}


def test_places_are_named_by_table_and_title_or_as_the_props_say(desk: Desk) -> None:
    assert table_of(desk, title="Open").place == "incidents/Open"
    assert table_of(desk, title="Open", place="desk").place == "desk"


@pytest.mark.parametrize(
    "state",
    [
        {"version": 99, "order": ["title"]},
        {"version": 1, "order": 5, "hidden": {}, "widths": [], "freeze": "x", "density": 1, "sort": "y", "group_by": 0},
        {"version": 1, "order": ["gone"], "hidden": ["gone"], "sort": [{"column": "gone"}], "group_by": "gone"},
    ],
)
def test_junk_in_the_memory_leaves_the_table_as_it_began(desk: Desk, state: dict[str, Any]) -> None:
    desk.incidents(2)
    MemoryService(desk.database).remember("tester", PLACE, state)
    table = table_of(desk)
    assert shown_columns(table) == ["incident_id", "title", "priority", "created_at"]
    assert desk.rows(table) == ["INC-1", "INC-2"]


def test_a_database_without_our_schema_forgets_and_says_so_in_the_menu(desk: Desk) -> None:
    desk.incidents(2)
    desk.run("DROP SCHEMA desktop CASCADE")
    table = table_of(desk)
    assert desk.rows(table) == ["INC-1", "INC-2"]
    table.arranging.set_density(Density.NORMAL)
    leave(desk, table)
    table.show()
    desk.settled()
    menu = table.menu.button.menu()
    table.menu.fill(menu)
    (said,) = [entry for entry in menu.actions() if entry.objectName() == "not-kept"]
    assert not said.isEnabled()


def test_the_pane_sizes_of_master_and_detail_are_remembered(desk: Desk) -> None:
    desk.incidents(2)
    component = MasterDetail(desk.context, {"table": "incidents", "columns": ["incident_id"]})
    desk.show(component)
    component.resize(1100, 500)
    before = component.splitter.sizes()
    component.splitter.moveSplitter(before[0] + 60, 1)
    component.hide()
    desk.settled()
    again = MasterDetail(desk.context, {"table": "incidents", "columns": ["incident_id"]})
    again.resize(1100, 500)
    desk.show(again)
    again.resize(1100, 500)
    assert stored(desk, "incidents/#panes") == {"sizes": component.splitter.sizes()}
    share = again.splitter.sizes()[0] / sum(again.splitter.sizes())
    assert abs(share - component.splitter.sizes()[0] / sum(component.splitter.sizes())) < 0.02


def test_the_pane_sizes_of_the_data_browser_are_remembered(desk: Desk) -> None:
    component = DataBrowser(desk.context, {})
    desk.show(component)
    splitter = component.findChild(QSplitter)
    assert splitter is not None
    splitter.moveSplitter(splitter.sizes()[0] + 40, 1)
    component.hide()
    desk.settled()
    assert stored(desk, "data_browser#panes") == {"sizes": splitter.sizes()}
