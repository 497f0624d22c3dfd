"""The rows that head groups, painted across the table: chevron, value, count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle

from jarvis_desktop.core.figures import grouped
from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8, zoomed
from ui.core.sides import isolated
from ui.core.tokens import mix

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.core.theme import Theme
    from ui.tables.model import GroupHead, PagedTableModel

_CHEVRON = 16


def paint_groups(part: QTableView, model: PagedTableModel, theme: Theme, offset: int) -> None:
    """Paint the heads in sight over the cells of a part that begins `offset` pixels after the table does."""
    first = part.rowAt(0)
    if first < 0:
        return
    last = part.rowAt(part.viewport().height() - 1)
    painter = QPainter(part.viewport())
    for place in range(first, (model.rowCount() - 1 if last < 0 else last) + 1):
        group = model.group(place)
        if group is not None:
            band = QRect(0, part.rowViewportPosition(place), part.viewport().width(), part.rowHeight(place))
            current = part.hasFocus() and part.currentIndex().row() == place
            _paint(painter, band, group, theme, offset, current=current)
    painter.end()


def _paint(painter: QPainter, band: QRect, group: GroupHead, theme: Theme, offset: int, *, current: bool) -> None:
    tokens, scale = theme.tokens, painter.device().devicePixelRatio()
    painter.fillRect(band, QColor(mix(tokens.raised, tokens.surface, 0.6)))
    painter.fillRect(band.left(), band.bottom(), band.width(), 1, theme.color("border"))
    left, size = zoomed(SPACE_8) - offset, zoomed(_CHEVRON)
    chevron = pixmap("chevron-right" if group.collapsed else "chevron-down", tokens.muted, _CHEVRON, scale)
    way = painter.layoutDirection()
    at = QStyle.visualRect(way, band, QRect(left, band.center().y() - size // 2 + 1, size, size))
    painter.drawPixmap(at.topLeft(), chevron)
    left += size + zoomed(SPACE_4)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.color("text"))
    room = QRect(left, band.top(), band.width() + offset, band.height())
    painter.drawText(QStyle.visualRect(way, band, room), int(Qt.AlignmentFlag.AlignVCenter.value), isolated(group.text))
    left += painter.fontMetrics().horizontalAdvance(group.text) + zoomed(SPACE_8)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    room.setLeft(left)
    count = QStyle.visualRect(way, band, room)
    painter.drawText(count, int(Qt.AlignmentFlag.AlignVCenter.value), grouped(group.count))
    if current:
        edge = QStyle.visualRect(way, band, QRect(0, band.top(), 3, band.height()))
        painter.fillRect(edge, theme.color("accent"))
