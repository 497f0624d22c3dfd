"""Search and help in the whole window: their keys, and where each kind of result leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.components.record_table import RecordTable
from ui.search.help_view import HelpView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.search.box import SearchBox


def opened(qtbot: QtBot, program: Program, text: str) -> SearchBox:
    QTest.keyClick(
        program.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    popup = program.searching.popup
    assert popup is not None
    assert popup.isVisible()
    popup.box.search_for(text)
    qtbot.waitUntil(lambda: not popup.box.run.busy and program.tasks.pending == 0, timeout=10_000)
    return popup.box


def choose(box: SearchBox, text: str) -> None:
    for place in range(box.model.rowCount()):
        row = box.model.row(place)
        if row is not None and row.text.startswith(text):
            box.list.setCurrentIndex(box.model.index(place))
            QTest.keyClick(box.field, Qt.Key.Key_Return)
            return
    raise AssertionError(f"“{text}” is not among the results")


def test_each_kind_of_result_leads_to_its_place(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    content = program.window.content
    choose(opened(qtbot, program, "e-mail"), "E-mail")
    assert content.pages.current_key == "mail"
    choose(opened(qtbot, program, "workbench.default-theme"), "workbench.default-theme")
    assert content.pages.current_key == "configuration"
    choose(opened(qtbot, program, "undo"), "Undo")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(HelpView)))
    (help_view,) = program.window.findChildren(HelpView)
    assert help_view.current == "undo"
    dark = program.window._theme.dark
    choose(opened(qtbot, program, "light or dark"), "Light or dark")
    qtbot.waitUntil(lambda: program.window._theme.dark is not dark)
    program.window._theme.set_dark(dark=dark)
    box = opened(qtbot, program, "INC-12")
    choose(box, "INC-12")
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert content.currentWidget() is not content.pages


def test_all_hits_are_shown_in_the_table_of_their_tab(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    choose(opened(qtbot, program, "the"), "Show all in the table")
    content = program.window.content
    page = content.pages.page(content.pages.current_key)
    assert page is not None
    texts = [part.bar.text for part in page.components() if isinstance(part, RecordTable)]
    assert "the" in texts
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)


def test_f1_shows_the_help(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("broker")
    QTest.keyClick(program.window, Qt.Key.Key_F1)
    assert len(program.window.findChildren(HelpView)) == 1


def test_the_panel_follows_the_persona(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    box = opened(qtbot, program, "INC-12")
    assert box.model.rowCount()
    program.window.switch_persona("broker")
    qtbot.waitUntil(lambda: program.window.context is not None and program.window.context.reader.persona == "broker")
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    box = opened(qtbot, program, "INC-12")
    kinds = {row.result.group.label for row in map(box.model.row, range(box.model.rowCount())) if row and row.result}
    assert "Incidents" not in kinds
