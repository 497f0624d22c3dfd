"""The rail and the top bar in a window too narrow for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jarvis_desktop.metadata.types import LayoutNode, NodeType, TabView
from ui.shell.palette_field import PaletteField
from ui.shell.rail import Rail, RailEntry
from ui.shell.rail_more import MoreEdge

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


def test_a_narrow_rail_says_that_there_is_more_and_leads_there(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rail = Rail(theme, window)
    row = QHBoxLayout(window)
    row.addWidget(rail)
    row.addStretch(1)
    many = tuple(TabView(str(n), str(n), "work", "inbox", "", n, LayoutNode(NodeType.LABEL)) for n in range(30))
    rail.show_tabs(many, "0")
    rail.set_narrow(narrow=True)
    window.resize(1200, 400)
    window.show()
    below, above = (window.findChild(MoreEdge, name) for name in ("moreBelow", "moreAbove"))
    assert isinstance(below, MoreEdge)
    assert isinstance(above, MoreEdge)
    qtbot.waitUntil(below.isVisible, timeout=10_000)
    assert above.isHidden()
    for _page in range(len(many)):
        if below.isVisible():
            below.click()
    assert not below.isVisible()
    assert above.isVisible()
    last = rail.findChildren(RailEntry)[-1]
    assert not last.visibleRegion().isEmpty()
    rail.set_narrow(narrow=False)
    assert above.isHidden()
    rail.set_narrow(narrow=True)
    window.resize(1200, 2_000)
    qtbot.waitUntil(lambda: above.isHidden() and below.isHidden(), timeout=10_000)


def test_the_palettes_keys_are_whole_or_not_there(qtbot: QtBot, theme: Theme) -> None:
    field = PaletteField(theme)
    qtbot.addWidget(field)
    field.show_keys("Ctrl+K")
    keys = next(label for label in field.findChildren(QLabel) if label.text() == "Ctrl+K")
    field.show()
    seen = set()
    for width in (300, 120, 90, 64, 300):
        field.resize(width, 30)
        seen.add(keys.isVisible())
        qtbot.waitUntil(lambda: not keys.isVisible() or field.rect().contains(keys.geometry()), timeout=10_000)
    assert seen == {True, False}
    assert keys.isVisible()
