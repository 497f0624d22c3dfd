"""Whoever works with the keyboard sees where it is: focus changes the picture of every control, in each theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.support.access import picture_around, place, tab_stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme

LEAST_PIXELS = 12


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize("tab", ["incidents", "agents"])
def test_focus_changes_the_picture_around_each_control(
    start: Callable[[str], Program], qtbot: QtBot, theme: Theme, mode: str, tab: str
) -> None:
    program = start("admin")
    window = program.window
    window.resize(1440, 900)
    theme.choose(mode)
    window.choose_tab(tab)
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)
    window.activateWindow()
    first = next(w for w in window.findChildren(QWidget) if w.objectName() == f"rail:{tab}")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    unseen = []
    for stop in tab_stops(window):
        scroll_to(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        focused = picture_around(stop)
        stop.clearFocus()
        without = picture_around(stop)
        if focused.size() == without.size() and _changed(focused, without) < LEAST_PIXELS:
            unseen.append(place(stop))
    assert unseen == [], "\n".join(unseen)


def scroll_to(widget: QWidget) -> None:
    """What the Tab key does by itself when it comes to something that is scrolled away."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _changed(one: object, other: object) -> int:
    from PySide6.QtGui import QImage

    assert isinstance(one, QImage)
    assert isinstance(other, QImage)
    return sum(one.pixel(x, y) != other.pixel(x, y) for y in range(one.height()) for x in range(min(one.width(), 400)))
