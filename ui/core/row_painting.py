"""What the rows of painted lists have in common: their ground, small letters, and texts in which letters stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from ui.core.measures import FONT_CAPTION, SPACE_4, zoomed

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOLD_IS_WIDER = 0.94


def draw_ground(painter: QPainter, area: QRect, colour: QColor, opacity: float = 1.0) -> None:
    """The ground of a row that is chosen, or that the pointer is over."""
    ground = QColor(colour)
    ground.setAlphaF(opacity)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area.adjusted(SPACE_4, 1, -SPACE_4, -1), 6, 6)


def small(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of what is written small in a row."""
    caption = QFont(font)
    caption.setPixelSize(zoomed(FONT_CAPTION))
    caption.setWeight(weight)
    return caption


def side(*, mirrored: bool) -> Qt.AlignmentFlag:
    """Where a line begins; the other side, where it ends, is that of the other direction."""
    begins = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return begins | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def draw_marked(
    painter: QPainter,
    area: QRect,
    text: str,
    marks: Iterable[tuple[int, int]],
    *,
    colour: QColor,
    marked: QColor,
    mirrored: bool,
) -> None:
    """One line, elided, with the places (start, end) in it bold and in `marked`; bidirectional as a whole."""
    spans = tuple(marks)
    room = int(area.width() * _BOLD_IS_WIDER) if spans else area.width()
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(shown, painter.font())
    option = QTextOption(side(mirrored=mirrored))
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_range(start, end, shown, marked) for start, end in spans if start < len(shown)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    painter.setPen(QPen(colour))
    layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1))


def _range(start: int, end: int, shown: str, colour: QColor) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(colour)
    part = QTextLayout.FormatRange()
    part.start = _units(shown[:start])
    part.length = _units(shown[start:end])
    part.format = look
    return part


def _units(text: str) -> int:
    """Qt counts UTF-16 units where Python counts characters."""
    return len(text) + sum(character > "\uffff" for character in text)
