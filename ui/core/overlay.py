"""A panel above the window: a click beside it closes it, and the focus goes back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from typing_extensions import override

from ui.core.measures import SPACE_12, SPACE_24, TOP_BAR_HEIGHT, zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme

_LIGHT_SHADE, _DARK_SHADE = 0.18, 0.55


class Overlay(QWidget):
    """Covers `window` while it is open; `panel` is what people see of it.

    Signals:
        closed (): it was closed.
    """

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, *, widest: int, highest: int) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._widest = widest
        self._highest = highest
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "panel")
        window.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Make ready for the keyboard; called when the panel has come up."""

    def end(self) -> None:
        """Let go of what is under way; called when the panel goes."""

    def open_panel(self) -> None:
        """Show it."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.begin()

    @Slot()
    def close_panel(self) -> None:
        """Hide it, and give the focus back to where it was."""
        if self.isVisible():
            self.end()
            self.hide()
            before, self._before = self._before, None
            if before is not None and shiboken6.isValid(before) and before.isVisible():
                before.setFocus()
            self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = self._theme.dark
        shade = self._theme.color("bg" if dark else "text")
        shade.setAlphaF(_DARK_SHADE if dark else _LIGHT_SHADE)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _place(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(zoomed(self._widest), window.width() - 2 * SPACE_24)
        top = min(zoomed(TOP_BAR_HEIGHT + SPACE_24 + SPACE_12), window.height() // 8)
        height = min(zoomed(self._highest), window.height() - top - SPACE_24)
        self.panel.setGeometry((window.width() - width) // 2, top, width, height)
