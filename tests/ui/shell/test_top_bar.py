"""The bar's menu of personas draws its discs when it opens: at the start nobody looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.metadata.types import PersonaView
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

PERSONAS = tuple(
    PersonaView(key, key.title(), "", "standard", frozenset(), colour=colour, colour_dark=dark)
    for key, colour, dark in (("ada", "#2B5BCB", "#FFD166"), ("ben", "#B3261E", "#80CBC4"))
)


def discs(bar: TopBar) -> list[QImage]:
    bar.persona_menu.aboutToShow.emit()
    return [action.icon().pixmap(24).toImage() for action in bar.persona_menu.actions()]


def test_discs_are_drawn_when_the_menu_opens_in_the_look_of_then(qtbot: QtBot, theme: Theme) -> None:
    bar = TopBar(theme)
    qtbot.addWidget(bar)
    bar.show_personas(PERSONAS, "ada")
    assert [action.icon().isNull() for action in bar.persona_menu.actions()] == [True, True]
    ada, ben = discs(bar)
    assert not ada.isNull()
    assert ada != ben
    theme.toggle()
    other = discs(bar)[0]
    theme.toggle()
    assert other != ada
    bar.show_personas(PERSONAS[1:], "ben")
    assert len(discs(bar)) == 1
