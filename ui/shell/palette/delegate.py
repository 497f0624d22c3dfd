"""Paints a row of the palette: icon, title with the letters typed, what it is, and its keys as caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.core.icons import pixmap
from ui.core.measures import ROW_COMPACT, ROW_NORMAL, SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.core.row_painting import draw_ground, draw_marked, side, small
from ui.core.sides import isolated
from ui.core.spoken_rows import ROW

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.core.theme import Theme
    from ui.shell.palette.items import Item
    from ui.shell.palette.model import PaletteRow

ICON = 16
_CAPTION_SHARE = 0.4
_CAP_HEIGHT = 18

Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """One heading or item."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PaletteRow = index.data(ROW)
        return QSize(0, zoomed(ROW_NORMAL if row.item is not None else ROW_COMPACT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaletteRow = index.data(ROW)
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setFont(font)
        if row.item is None:
            self._heading(painter, area, row.text, mirrored=mirrored)
        else:
            if state & QStyle.StateFlag.State_Selected:
                draw_ground(painter, area, self._theme.color("accent"), 0.14)
            elif state & QStyle.StateFlag.State_MouseOver:
                draw_ground(painter, area, self._theme.color("text"), 0.05)
            self._item(painter, area, row, row.item, mirrored=mirrored)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, text: str, *, mirrored: bool) -> None:
        painter.setFont(small(painter.font(), QFont.Weight.DemiBold))
        painter.setPen(self._theme.color("muted"))
        place = area.adjusted(zoomed(SPACE_12), zoomed(SPACE_8), -zoomed(SPACE_12), 0)
        painter.drawText(place, side(mirrored=mirrored), text)

    def _item(self, painter: QPainter, area: QRect, row: PaletteRow, item: Item, *, mirrored: bool) -> None:
        edge, size = zoomed(SPACE_12), zoomed(ICON)
        device = painter.device()
        picture = pixmap(item.icon or "command", self._theme.tokens.muted, ICON, device.devicePixelRatioF())
        inner = QRect(edge, area.top(), area.width() - 2 * edge, area.height())
        painter.drawPixmap(
            _placed(QRect(edge, area.center().y() - size // 2, size, size), area, mirrored=mirrored), picture
        )
        inner.setLeft(inner.left() + size + edge)
        if item.keys:
            inner.setRight(self._caps(painter, inner, area, item.keys, mirrored=mirrored) - edge)
        caption = painter.fontMetrics().elidedText(
            item.caption, Qt.TextElideMode.ElideRight, int(inner.width() * _CAPTION_SHARE)
        )
        painter.setPen(self._theme.color("muted"))
        painter.drawText(_placed(inner, area, mirrored=mirrored), side(mirrored=not mirrored), isolated(caption))
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(caption) - edge)
        self._title(painter, _placed(inner, area, mirrored=mirrored), row, mirrored=mirrored)

    def _caps(self, painter: QPainter, inner: QRect, area: QRect, keys: str, *, mirrored: bool) -> int:
        """Draw key caps at the end of the row; answers where they begin, as if nothing was mirrored.

        The row of caps is placed as one: keys are read from the left everywhere, as on the keyboard.
        """
        painter.save()
        painter.setFont(small(painter.font()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, gap, height = painter.fontMetrics(), zoomed(SPACE_4), zoomed(_CAP_HEIGHT)
        parts = [
            (part, max(height, metrics.horizontalAdvance(part) + 2 * zoomed(SPACE_4) + 2)) for part in _parts(keys)
        ]
        taken = sum(width + gap for _part, width in parts) - gap
        row = QRect(inner.right() - taken, area.center().y() - height // 2 + 1, taken, height)
        left = _placed(row, area, mirrored=mirrored).left()
        for part, width in parts:
            cap = QRect(left, row.top(), width, height)
            painter.setPen(QPen(self._theme.color("border"), 1.0))
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, part)
            left += width + gap
        painter.restore()
        return row.left() - gap

    def _title(self, painter: QPainter, area: QRect, row: PaletteRow, *, mirrored: bool) -> None:
        """The title, the letters typed bold and in the accent."""
        colour, marked = self._theme.color("text"), self._theme.color("accent")
        text = " ".join(row.text.split())
        draw_marked(painter, area, text, row.marks, colour=colour, marked=marked, mirrored=mirrored)


def _placed(place: QRect, area: QRect, *, mirrored: bool) -> QRect:
    """A place said from the left edge of the row, in the direction of reading."""
    left = area.width() - place.right() - 1 if mirrored else place.left()
    return QRect(area.left() + left, place.top(), place.width(), place.height())


def _parts(keys: str) -> list[str]:
    """The caps of a combination: “Ctrl+Shift++” has three."""
    first = keys.split(", ")[0]
    tail = "+" if first.endswith("+") else ""
    return [part for part in (*first.removesuffix(tail).split("+"), tail) if part]
