"""The keyboard is never nowhere: it goes where the person goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


def inside(program: Program, key: str) -> bool:
    """Whether the keyboard is in the tab of that key."""
    page, held = program.window.content.pages.page(key), QApplication.focusWidget()
    return page is not None and held is not None and page.isAncestorOf(held)


def in_rows(program: Program, key: str) -> bool:
    """Whether it is in rows there, with a current cell."""
    held = QApplication.focusWidget()
    return inside(program, key) and isinstance(held, QTableView) and held.currentIndex().isValid()


def rail_entry(program: Program, key: str) -> QWidget:
    found = program.window.findChild(QWidget, f"rail:{key}")
    assert found is not None
    return found


def test_a_chosen_tab_has_the_keyboard_in_its_rows(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.activateWindow()
    program.window.choose_tab("incidents")
    qtbot.waitUntil(partial(in_rows, program, "incidents"), timeout=10_000)
    QTest.mouseClick(rail_entry(program, "submissions"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(partial(in_rows, program, "submissions"), timeout=10_000)
    rail_entry(program, "incidents").setFocus()
    QTest.keyClick(rail_entry(program, "incidents"), Qt.Key.Key_Space)
    qtbot.waitUntil(partial(in_rows, program, "incidents"), timeout=10_000)


def test_a_tab_seen_before_has_the_keyboard_where_it_was(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.activateWindow()
    program.window.choose_tab("incidents")
    page = program.window.content.pages.page("incidents")
    assert page is not None
    search = page.findChild(QLineEdit, "search")
    assert search is not None
    search.setFocus()
    program.window.choose_tab("submissions")
    assert inside(program, "submissions")
    program.window.choose_tab("incidents")
    assert search.hasFocus()


def test_another_persona_has_the_keyboard_in_the_tab(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.activateWindow()
    program.window.choose_tab("incidents")
    program.window.switch_persona("john")
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)
    qtbot.waitUntil(lambda: inside(program, program.window.content.pages.current_key), timeout=10_000)


def in_content(program: Program) -> bool:
    held = QApplication.focusWidget()
    return held is not None and (program.window.content is held or program.window.content.isAncestorOf(held))


def test_a_page_above_the_tab_has_the_keyboard_even_when_nothing_in_it_takes_keys(
    start: Callable[[str], Program], qtbot: QtBot
) -> None:
    program = start("admin")
    program.window.activateWindow()
    toggle = program.window.findChild(QWidget, "personaSwitch")
    assert toggle is not None
    for command in ("persona.sessions", "go.drafts", "persona.settings"):
        toggle.setFocus()
        program.commands.run(command)
        qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
        assert in_content(program), command
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Escape)
        assert program.window.content.page.page is None, command


def test_a_record_above_the_tab_has_the_keyboard(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.activateWindow()
    program.window.open_record("incidents", "1")
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    held = QApplication.focusWidget()
    assert held is not None
    assert program.window.content.record.isAncestorOf(held)
