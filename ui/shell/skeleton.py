"""The window before its parts are there: rail, top bar and status bar as grounds and lines, in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.core.measures import RAIL_NARROW, RAIL_WIDTH, STATUS_BAR_HEIGHT, TOP_BAR_HEIGHT, zoomed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from ui.core.theme import Theme

_MENU_BAR_EXTRA = 9
"""What an entry of the menu bar is higher than its text."""


def paint_skeleton(window: QMainWindow, theme: Theme, *, rail_narrow: bool) -> None:
    """Paint the frame of `window`, mirrored where people read from right to left; call from its paint event."""
    room = window.rect()
    room.setTop(window.fontMetrics().height() + zoomed(_MENU_BAR_EXTRA))
    status = zoomed(STATUS_BAR_HEIGHT)
    above = room.adjusted(0, 0, 0, -status)
    rail = QRect(above.left(), above.top(), zoomed(RAIL_NARROW if rail_narrow else RAIL_WIDTH), above.height())
    if window.isRightToLeft():
        rail.moveRight(above.right())
        bar = QRect(above.left(), above.top(), above.width() - rail.width(), zoomed(TOP_BAR_HEIGHT))
        edge = rail.left()
    else:
        bar = QRect(rail.right() + 1, above.top(), above.width() - rail.width(), zoomed(TOP_BAR_HEIGHT))
        edge = rail.right()
    with QPainter(window) as painter:
        painter.fillRect(window.rect(), theme.color("bg"))
        painter.fillRect(rail, theme.color("rail"))
        painter.setPen(theme.color("border"))
        painter.drawLine(0, room.top() - 1, room.right(), room.top() - 1)
        painter.drawLine(edge, rail.top(), edge, rail.bottom())
        painter.drawLine(bar.left(), bar.bottom(), bar.right(), bar.bottom())
        painter.drawLine(above.left(), above.bottom() + 1, above.right(), above.bottom() + 1)
