"""The search above the window: a panel in the upper middle; a click beside it or Escape closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from ui.core.measures import SPACE_4, SPACE_12, SPACE_16, SPACE_24, TOP_BAR_HEIGHT, zoomed
from ui.search.box import SearchBox

if TYPE_CHECKING:
    from ui.components.component import ComponentContext
    from ui.search.run import Offered

_WIDEST = 760
_HIGHEST = 540
_KEYS = mark("↑ ↓ choose    Enter opens    Tab next kind    Esc closes")


class SearchPopup(QWidget):
    """Covers `window` while it is open, and gives the focus back when it closes.

    Signals:
        closed (): it was closed.
    """

    closed = Signal()

    def __init__(self, context: ComponentContext, window: QWidget, *, offered: Offered = tuple) -> None:
        super().__init__(window)
        self._context = context
        self._theme = context.theme
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("searchPopup")
        self.panel = QFrame(self)
        self.panel.setObjectName("searchPanel")
        self.panel.setProperty("role", "panel")
        self.panel.setAccessibleName(tr("Search"))
        self.box = SearchBox(context, offered=offered, tab_between_groups=True, parent=self.panel)
        keys = QLabel(shown(_KEYS), self.panel)
        keys.setProperty("role", "caption")
        keys.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, 0)
        column.setSpacing(0)
        column.addWidget(self.box, 1)
        column.addWidget(keys)
        self.box.left.connect(self.close_panel)
        window.installEventFilter(self)
        self.hide()

    @property
    def serves(self) -> ComponentContext:
        """For whom it searches."""
        return self._context

    def open_panel(self) -> None:
        """Show it, ready for typing."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.box.begin()

    @Slot()
    def close_panel(self) -> None:
        """Hide it, and give the focus back to where it was."""
        if self.isVisible():
            self.box.stop()
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
        shade = self._theme.color("text" if not self._theme.dark else "bg")
        shade.setAlphaF(0.18 if not self._theme.dark else 0.55)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _place(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(zoomed(_WIDEST), window.width() - 2 * SPACE_24)
        top = min(zoomed(TOP_BAR_HEIGHT + SPACE_24 + SPACE_12), window.height() // 8)
        height = min(zoomed(_HIGHEST), window.height() - top - SPACE_24)
        self.panel.setGeometry((window.width() - width) // 2, top, width, height)
