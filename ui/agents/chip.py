"""One agent (or the company) as a small button with its status as a sign and a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import Text, mark, shown, tr
from ui.core.measures import ROW_COMPACT, SPACE_8, zoomed
from ui.core.sides import isolated
from ui.core.tokens import mix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.core.theme import Theme

_WIDEST = 320
_SIGN = 8.0


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a status is drawn: a theme colour, and a shape, since colour alone is not enough."""

    colour: str
    shape: str


_IDLE = StatusLook("muted", "ring")
_LOOKS: Mapping[str, StatusLook] = {
    **dict.fromkeys(("active", "running", "online", "enabled"), StatusLook("success", "dot")),
    **dict.fromkeys(("error", "failed", "broken"), StatusLook("danger", "cross")),
    **dict.fromkeys(("maintenance", "training", "pending", "testing", "draft"), StatusLook("warning", "ring")),
}
_WORDS: Mapping[str, Text] = {
    "active": mark("active"),
    "inactive": mark("inactive"),
    "maintenance": mark("maintenance"),
    "testing": mark("testing"),
    "error": mark("error"),
}
"""What the documented statuses are called; any other is data and shows as it is."""


def status_look(status: str) -> StatusLook:
    """The look of a stored status; any word that is not known is drawn hollow and muted."""
    return _LOOKS.get(status.strip().lower(), _IDLE)


def status_word(status: str) -> str:
    """A stored status as a word for people ("in_review" -> "in review")."""
    words = " ".join(status.replace("_", " ").replace("-", " ").split()).lower()
    return shown(_WORDS[words]) if words in _WORDS else words or tr("no status")


class AgentChip(QAbstractButton):
    """A name and, where there is one, a status.

    Signals:
        chosen (str, str): the table and the id of the record behind it.
    """

    chosen = Signal(str, str)

    def __init__(
        self,
        name: str,
        status: str | None,
        record: tuple[str, str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = None if status is None else status_look(status)
        self._word = "" if status is None else status_word(status)
        self._record = record
        self.setObjectName("agentChip")
        self.setText(" ".join(name.split()))
        self.setAccessibleName(f"{self.text()}, {self._word}" if self._word else self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 3 * zoomed(SPACE_8) + 2
        if self._look is not None:
            width += zoomed(_SIGN + SPACE_8)
        if self._word:
            width += metrics.horizontalAdvance(self._word) + zoomed(SPACE_8) + 2
        return QSize(min(width, zoomed(_WIDEST)), zoomed(ROW_COMPACT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(zoomed(ROW_COMPACT * 2), zoomed(ROW_COMPACT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        metrics = self.fontMetrics()
        left, right = zoomed(SPACE_8) + 2, self.width() - zoomed(SPACE_8) - 2
        if self._look is not None:
            middle = left + zoomed(_SIGN) / 2
            middle = self.width() - middle if self.isRightToLeft() else middle
            self._paint_sign(painter, self._look, QPointF(middle, self.height() / 2))
            left += zoomed(_SIGN + SPACE_8)
        if self._word:
            right -= self._paint_word(painter, metrics, left, right)
        painter.setPen(QColor(tokens.text))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(self._turned(left, right - left), int(Qt.AlignmentFlag.AlignVCenter), isolated(name))

    def _turned(self, left: int, width: int) -> QRect:
        """That part of the chip, or its mirror image where people read from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, width, self.height()))

    def _paint_frame(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        ground = mix(tokens.text, tokens.raised, 0.10 if self.isDown() else 0.05 if self.underMouse() else 0.0)
        inset = 1.0 if self.hasFocus() else 0.5
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.border), 2 * inset))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_word(self, painter: QPainter, metrics: QFontMetrics, left: int, right: int) -> int:
        """Paint the status at the end, whole where the name leaves room, and answer the width it took."""
        wanted = metrics.horizontalAdvance(self._word) + 2
        room = right - left - zoomed(SPACE_8) - metrics.horizontalAdvance(self.text())
        width = min(wanted, max(room, (right - left) // 2))
        word = metrics.elidedText(self._word, Qt.TextElideMode.ElideRight, width)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(self._turned(right - width, width), int(Qt.AlignmentFlag.AlignVCenter), word)
        return width + zoomed(SPACE_8)

    def _paint_sign(self, painter: QPainter, look: StatusLook, centre: QPointF) -> None:
        colour = self._theme.color(look.colour)
        radius = zoomed(_SIGN) / 2
        painter.setPen(QPen(colour, 1.75))
        painter.setBrush(colour if look.shape == "dot" else Qt.BrushStyle.NoBrush)
        if look.shape == "cross":
            arm = radius - 0.5
            painter.drawLine(centre - QPointF(arm, arm), centre + QPointF(arm, arm))
            painter.drawLine(centre - QPointF(arm, -arm), centre + QPointF(arm, -arm))
        else:
            painter.drawEllipse(centre, radius - 0.9, radius - 0.9)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(*self._record)
