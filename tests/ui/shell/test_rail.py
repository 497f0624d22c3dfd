"""The rail in a window too narrow for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jarvis_desktop.metadata.types import LayoutNode, NodeType, TabView
from ui.shell.rail import Rail, RailEntry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

TABS = tuple(TabView(key, key, "work", "inbox", "", 0, LayoutNode(NodeType.LABEL)) for key in "ab")


@pytest.mark.parametrize("narrow_first", [True, False])
def test_an_entry_without_its_name_is_as_wide_as_the_rail(qtbot: QtBot, theme: Theme, *, narrow_first: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rail = Rail(theme, window)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(rail)
    row.addStretch(1)
    rail.set_narrow(narrow=narrow_first)
    rail.show_tabs(TABS, "a")
    window.resize(1200, 600)
    window.show()
    qtbot.waitExposed(window)
    rail.set_narrow(narrow=True)
    entry = rail.findChildren(RailEntry)[0]
    qtbot.waitUntil(lambda: 0 < entry.width() <= rail.width(), timeout=10_000)
