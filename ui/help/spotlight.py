"""Dims the window except for one part of it; a picture only: keys and clicks go where they always go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from ui.core.theme import Theme

MOVE_MS = 120
_ROOM = 4
_RADIUS = 8
_SHADE = 120
_DARK_SHADE = 150


class Spotlight(QWidget):
    """Lies over the whole window; `spot` is what it leaves bright (empty: nothing is dimmed much)."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._spot = QRect()
        self.setObjectName("tourSpotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._move = QVariantAnimation(self)
        self._move.setDuration(MOVE_MS)
        self._move.valueChanged.connect(self._on_moved)
        theme.changed.connect(self.update)

    @property
    def spot(self) -> QRect:
        """Where the light is going."""
        moving = self._move.state() is QVariantAnimation.State.Running
        return QRect(self._move.endValue()) if moving else QRect(self._spot)

    def show_spot(self, spot: QRect) -> None:
        """Move the light to `spot` of the window; at once where nothing should move."""
        if spot == self.spot:
            return
        self._move.stop()
        if getattr(self._theme, "motion", True) and not spot.isEmpty() and not self._spot.isEmpty():
            self._move.setStartValue(QRect(self._spot))
            self._move.setEndValue(QRect(spot))
            self._move.start()
        else:
            self._spot = QRect(spot)
            self.update()

    def rest(self) -> None:
        """Stop whatever moves."""
        self._move.stop()

    @Slot(object)
    def _on_moved(self, spot: QRect) -> None:
        self._spot = QRect(spot)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor("black")
        shade.setAlpha(_DARK_SHADE if self._theme.dark else _SHADE)
        whole = QPainterPath()
        whole.addRect(QRectF(self.rect()))
        if not self._spot.isEmpty():
            hole = QPainterPath()
            bright = QRectF(
                self._spot.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM).intersected(self.rect().adjusted(1, 1, -1, -1))
            )
            hole.addRoundedRect(bright, _RADIUS, _RADIUS)
            painter.fillPath(whole.subtracted(hole), shade)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawPath(hole)
        else:
            painter.fillPath(whole, shade)
