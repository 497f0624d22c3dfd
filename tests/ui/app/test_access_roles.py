"""What a screen reader hears in passing, and what the widgets painted here say they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.core.announce import ANNOUNCED, announce
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_what_is_announced_is_one_line_and_never_empty(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, " \n ")
    assert widget.property(ANNOUNCED) is None
    announce(widget, "Stored\n at noon", urgent=True)
    assert widget.property(ANNOUNCED) == "Stored at noon"


def test_entries_of_the_rail_are_one_of_several(start: Callable[[str], Program]) -> None:
    program = start("john")
    entries = [w for w in program.window.findChildren(QWidget) if w.objectName().startswith("rail:")]
    assert len(entries) > 3
    for entry in entries:
        assert role(entry) == QAccessible.Role.RadioButton
        interface = QAccessible.queryAccessibleInterface(entry)
        assert interface is not None
        state = interface.state()
        assert bool(state.checked) == (entry.objectName() == f"rail:{program.window.content.pages.current_key}")


def test_agents_of_the_layers_are_buttons(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.choose_tab("agents")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QWidget, "agentChip")), timeout=10_000)
    assert {role(chip) for chip in program.window.findChildren(QWidget, "agentChip")} == {QAccessible.Role.Button}


def test_what_is_told_in_passing_is_announced(start: Callable[[str], Program]) -> None:
    program = start("john")
    program.window.undo.say("Three rows copied")
    assert program.window.toast.property(ANNOUNCED) == "Three rows copied"


@pytest.mark.parametrize("action", ["", "Try again"])
def test_the_tab_key_passes_a_notice(qtbot: QtBot, theme: Theme, action: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout

    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first = QPushButton("First", window)
    notice = Notice("Select a record", theme=theme, tone="empty", action_text=action, parent=window)
    last = QPushButton("Last", window)
    for widget in (first, notice, last):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    reached = []
    for _ in range(3):
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Tab)
        held = QApplication.focusWidget()
        assert isinstance(held, QPushButton)
        reached.append(held.text())
    assert reached == (["Try again", "Last", "First"] if action else ["Last", "First", "Last"])
