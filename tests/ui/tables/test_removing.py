"""Deleting selected rows in a table: named, allowed or not offered, at once, and taken back by undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.forms.rows import execute, insert, stored
from ui.components.record_table import RecordTable
from ui.components.table.removing import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.types import StoredEdit
    from ui.components.component import ComponentContext

(DELETE,) = ACTIONS


class Told:
    """What a table tells the shell."""

    def __init__(self) -> None:
        self.edits: list[StoredEdit] = []
        self.refused: list[JarvisError] = []


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def show(
    qtbot: QtBot, context_for: Callable[[str], ComponentContext], told: Told, live_url: str
) -> Callable[..., RecordTable]:
    insert(live_url, "agents", *({"name": f"A{number}", "layer": "Role"} for number in range(1, 4)))

    def make(persona: str = "admin") -> RecordTable:
        context = replace(context_for(persona), stored=told.edits.append, refuse=told.refused.append)
        table = RecordTable(context, {"table": "agents"})
        qtbot.addWidget(table)
        table.resize(700, 400)
        table.show()
        qtbot.waitUntil(lambda: table.source.model.rowCount() == 3 and context.tasks.pending == 0, timeout=10_000)
        table.view.setFocus()
        return table

    return make


def test_the_selected_rows_are_named_and_go_with_the_delete_key(
    show: Callable[..., RecordTable], told: Told, qtbot: QtBot, live_url: str
) -> None:
    table = show()
    table.choose("2")
    assert DELETE.words(table) == "Delete 1 agent"
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(told.edits) and table.context.tasks.pending == 0, timeout=10_000)
    assert told.edits[0].text == "deletion of agent “A2”"
    assert stored(live_url, "SELECT string_agg(name, ',' ORDER BY id) FROM agents") == "A1,A3"
    qtbot.waitUntil(lambda: table.source.model.rowCount() == 2, timeout=10_000)


def test_rows_that_are_needed_stay_and_the_table_says_why(
    show: Callable[..., RecordTable], told: Told, qtbot: QtBot, live_url: str
) -> None:
    execute(live_url, "INSERT INTO agent_versions (agent_id, version_number) VALUES (2, 1)")
    table = show()
    table.choose("2")
    assert table.menu.run("delete_rows")
    qtbot.waitUntil(lambda: bool(told.refused), timeout=10_000)
    assert told.refused[0].title == "Still needed"
    assert told.refused[0].message.startswith("1 agent is referred to by agent versions")
    assert stored(live_url, "SELECT count(*) FROM agents") == 3


def test_who_may_not_write_is_not_offered_it(show: Callable[..., RecordTable]) -> None:
    table = show()
    table.context = replace(table.context, viewer=replace(table.context.reader, permissions=frozenset()))
    table.choose("2")
    assert not DELETE.offered(table)
    assert not table.menu.run("delete_rows")
