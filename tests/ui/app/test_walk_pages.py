"""The pages and popups above the tabs, in each of their states: what a screen reader and a keyboard find there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.app.test_walk import nameless, without_current
from ui.components.master_detail import MasterDetail
from ui.components.table.bulk_edit import BulkEditPanel
from ui.components.table.export_panel import ExportPanel
from ui.components.table.json_page import JsonPage
from ui.imports.page import ImportPage
from ui.imports.steps import Step
from ui.search.help_view import HelpView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.components.record_table import RecordTable


def table_of(program: Program, qtbot: QtBot) -> RecordTable:
    program.window.choose_tab("incidents")
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    page = program.window.content.pages.page("incidents")
    assert page is not None
    return next(part for part in page.components() if isinstance(part, MasterDetail)).table


def named_throughout(program: Program, qtbot: QtBot) -> None:
    """What is in sight has names, now that nothing is under way."""
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)
    assert nameless(program.window) == []
    qtbot.waitUntil(lambda: without_current(program.window) == [])


def test_everything_on_the_page_of_an_import_has_a_name(
    start: Callable[[str], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("admin")
    file = tmp_path / "rows.csv"
    file.write_text("Incident;Title;Prio;Last contact\n;Printer stuck;High;2026-04-03\n;;banana;2026-01-02\n")
    program.window.open_component("import", "Import", {"table": "incidents", "label": "Incidents"})
    named_throughout(program, qtbot)
    page = program.window.content.page.page
    assert isinstance(page, ImportPage)
    page.open_file(str(tmp_path / "missing.csv"))
    named_throughout(program, qtbot)
    page.open_file(str(file))
    for step in (Step.FILE, Step.COLUMNS, Step.CHECK, Step.RESULT):
        named_throughout(program, qtbot)
        assert page.step is step
        assert page.next.hasFocus() or not program.window.isActiveWindow(), step
        if step is not Step.RESULT:
            QTest.keyClick(page.next, Qt.Key.Key_Space)


def test_everything_in_the_search_has_a_name(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.searching.open_search()
    popup = program.searching.popup
    assert popup is not None
    named_throughout(program, qtbot)
    for words, shown in (("inc", True), ("import", True), ("qqqzzzxx", False)):
        popup.box.field.setText(words)
        looked_at: QWidget = popup.box.list if shown else popup.box.notice
        qtbot.waitUntil(looked_at.isVisible, timeout=10_000)
        named_throughout(program, qtbot)
        popup.box.field.clear()
        qtbot.waitUntil(popup.box.notice.isVisible, timeout=10_000)


def test_everything_in_the_help_has_a_name(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    program.helping.open_here()
    view = program.window.content.page.page
    assert isinstance(view, HelpView)
    for place in range(view.pages.count()):
        view.pages.setCurrentRow(place)
        assert view.text is not None
        assert view.text.accessibleName()
        named_throughout(program, qtbot)


@pytest.mark.parametrize("name", ["export", "print", "bulk_edit"])
def test_everything_on_a_page_above_a_table_has_a_name(
    start: Callable[[str], Program], qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    program = start("admin")
    table = table_of(program, qtbot)
    table.view.selectRow(0)
    assert table.menu.run(name)
    named_throughout(program, qtbot)
    page = program.window.content.page.page
    if isinstance(page, ExportPanel):
        page.file.setText(str(tmp_path / "all.csv"))
        page.start()
        named_throughout(program, qtbot)
    if isinstance(page, BulkEditPanel):
        page.add_field("priority")
        page.store()
        named_throughout(program, qtbot)


def test_everything_on_the_page_of_a_document_has_a_name(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    context = program.window.context
    assert context is not None
    column = context.services.tables.table("submissions").column("details")
    assert column is not None
    for record, words in (("1", "wood"), ("999999", "")):
        page = JsonPage(context, "submissions", record, column)
        context.open_page("Details", page)
        page.begin()
        page.search.setText(words)
        named_throughout(program, qtbot)
