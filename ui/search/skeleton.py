"""Rows in outline while the first results are on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import ROW_NORMAL, SPACE_8, SPACE_12, zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme

_WIDTHS = (0.62, 0.48, 0.7, 0.54, 0.4)


class Skeleton(QWidget):
    """Some grey bars; still, because nothing here moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("searchSkeleton")
        self.setAccessibleName(tr("Searching"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for place in range(max(1, min(8, self.height() // zoomed(ROW_NORMAL)))):
            top = place * zoomed(ROW_NORMAL) + SPACE_12
            width = (self.width() - 4 * SPACE_12) * _WIDTHS[place % len(_WIDTHS)]
            painter.drawRoundedRect(QRectF(SPACE_12, top, 16, 16), 4, 4)
            painter.drawRoundedRect(QRectF(SPACE_12 * 3, top + 4, width, SPACE_8), 4, 4)
        painter.end()
