"""Rows in outline, painted while the first ones are on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from ui.core.measures import SPACE_8, zoomed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.core.theme import Theme

_SHARES = (0.62, 0.45, 0.8, 0.55, 0.7)
_MOST_ROWS = 12
_HEIGHT = 8


def paint_outline(place: QWidget, theme: Theme, row_height: int) -> None:
    """Fill a widget with bars where texts will be."""
    painter = QPainter(place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(place.rect(), theme.color("surface"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("raised"))
    size: QSize = place.size()
    if place.isRightToLeft():
        painter.translate(size.width(), 0)
        painter.scale(-1, 1)
    columns = max(2, min(6, size.width() // zoomed(160)))
    pitch = size.width() / columns
    for row in range(min(_MOST_ROWS, size.height() // row_height)):
        for column in range(columns):
            share = _SHARES[(row * 3 + column * 2) % len(_SHARES)]
            top = row * row_height + (row_height - _HEIGHT) / 2
            painter.drawRoundedRect(QRectF(column * pitch + SPACE_8, top, pitch * share, _HEIGHT), 4, 4)
    painter.end()
