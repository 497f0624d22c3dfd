"""Says at the edge of a list without a scroll bar that there is more of it, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QColor, QEnterEvent, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.icons import pixmap
from ui.core.measures import zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme

_HEIGHT = 28
_ICON = 16


class MoreEdge(QAbstractButton):
    """A chevron over the upper or lower edge of `area` while something lies beyond it; a click goes on by a page.

    Keys need it not: the focus brings what is out of sight into view.
    """

    def __init__(self, area: QScrollArea, theme: Theme, *, below: bool) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        self._below = below
        self._wanted = True
        name = tr("More below") if below else tr("More above")
        self.setObjectName("moreBelow" if below else "moreAbove")
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Scrolls to the tabs out of sight"))
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go_on)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        area.installEventFilter(self)
        self._follow()

    def offer(self, *, wanted: bool) -> None:
        """Stand there, or leave it to the scroll bar."""
        self._wanted = wanted
        self._follow()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        ground = self._theme.color("rail")
        painter = QPainter(self)
        fade = QLinearGradient(0, 0 if self._below else self.height(), 0, self.height() if self._below else 0)
        clear = QColor(ground)
        clear.setAlpha(0)
        fade.setColorAt(0, clear)
        fade.setColorAt(0.5, ground)
        painter.fillRect(self.rect(), fade)
        colour = tokens.text if self.underMouse() else tokens.muted
        side = zoomed(_ICON)
        sign = pixmap("chevron-down" if self._below else "chevron-up", colour, _ICON, self.devicePixelRatioF())
        top = self.height() - side - zoomed(2) if self._below else zoomed(2)
        painter.drawPixmap(QRect((self.width() - side) // 2, top, side, side), sign)

    @Slot()
    def _follow(self) -> None:
        bar, area = self._area.verticalScrollBar(), self._area.rect()
        beyond = bar.value() < bar.maximum() if self._below else bar.value() > bar.minimum()
        height = zoomed(_HEIGHT)
        self.setGeometry(0, area.height() - height if self._below else 0, area.width(), height)
        self.setVisible(self._wanted and beyond)
        self.raise_()

    @Slot()
    def _go_on(self) -> None:
        bar = self._area.verticalScrollBar()
        step = max(1, bar.pageStep() - zoomed(2 * _HEIGHT))
        bar.setValue(bar.value() + (step if self._below else -step))
