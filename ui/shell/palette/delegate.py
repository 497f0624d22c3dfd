"""Paints a row of the palette: icon, title with the letters typed, what it is, and its keys as caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.core.icons import pixmap
from ui.core.measures import FONT_CAPTION, ROW_COMPACT, ROW_NORMAL, SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.shell.palette.model import ROW

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.core.theme import Theme
    from ui.shell.palette.items import Item
    from ui.shell.palette.model import PaletteRow

ICON = 16
_CAPTION_SHARE = 0.4
_BOLD_IS_WIDER = 0.94
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
                self._ground(painter, area, 0.14, self._theme.color("accent"))
            elif state & QStyle.StateFlag.State_MouseOver:
                self._ground(painter, area, 0.05, self._theme.color("text"))
            self._item(painter, area, row, row.item, mirrored=mirrored)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, opacity: float, colour: QColor) -> None:
        colour.setAlphaF(opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area.adjusted(SPACE_4, 1, -SPACE_4, -1), 6, 6)

    def _heading(self, painter: QPainter, area: QRect, text: str, *, mirrored: bool) -> None:
        painter.setFont(_caption_font(painter.font(), QFont.Weight.DemiBold))
        painter.setPen(self._theme.color("muted"))
        place = area.adjusted(zoomed(SPACE_12), zoomed(SPACE_8), -zoomed(SPACE_12), 0)
        painter.drawText(place, _side(mirrored=mirrored), text)

    def _item(self, painter: QPainter, area: QRect, row: PaletteRow, item: Item, *, mirrored: bool) -> None:
        edge, size = zoomed(SPACE_12), zoomed(ICON)
        device = painter.device()
        picture = pixmap(item.icon or "command", self._theme.tokens.muted, size, device.devicePixelRatioF())
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
        painter.drawText(_placed(inner, area, mirrored=mirrored), _side(mirrored=not mirrored), caption)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(caption) - edge)
        self._title(painter, _placed(inner, area, mirrored=mirrored), row, mirrored=mirrored)

    def _caps(self, painter: QPainter, inner: QRect, area: QRect, keys: str, *, mirrored: bool) -> int:
        """Draw key caps at the end of the row; answers where they begin, as if nothing was mirrored."""
        painter.save()
        painter.setFont(_caption_font(painter.font(), QFont.Weight.Normal))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, gap, height = painter.fontMetrics(), zoomed(SPACE_4), zoomed(_CAP_HEIGHT)
        end = inner.right()
        for part in reversed(_parts(keys)):
            width = max(height, metrics.horizontalAdvance(part) + 2 * zoomed(SPACE_4) + 2)
            cap = QRect(end - width, area.center().y() - height // 2 + 1, width, height)
            cap = _placed(cap, area, mirrored=mirrored)
            painter.setPen(QPen(self._theme.color("border"), 1.0))
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, part)
            end -= width + gap
        painter.restore()
        return end

    def _title(self, painter: QPainter, area: QRect, row: PaletteRow, *, mirrored: bool) -> None:
        """One line of text, elided, the letters typed bold and in the accent; bidirectional as a whole."""
        room = area.width() if not row.marks else int(area.width() * _BOLD_IS_WIDER)
        shown = painter.fontMetrics().elidedText(" ".join(row.text.split()), Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(shown, painter.font())
        option = QTextOption(_side(mirrored=mirrored))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._range(start, end, shown) for start, end in row.marks if start < len(shown)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        painter.setPen(QPen(self._theme.color("text")))
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1))

    def _range(self, start: int, end: int, shown: str) -> QTextLayout.FormatRange:
        # Qt counts UTF-16 units where Python counts characters.
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(self._theme.color("accent"))
        part = QTextLayout.FormatRange()
        part.start = _units(shown[:start])
        part.length = _units(shown[start:end])
        part.format = look
        return part


def _caption_font(font: QFont, weight: QFont.Weight) -> QFont:
    small = QFont(font)
    small.setPixelSize(zoomed(FONT_CAPTION))
    small.setWeight(weight)
    return small


def _side(*, mirrored: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _placed(place: QRect, area: QRect, *, mirrored: bool) -> QRect:
    """A place said from the left edge of the row, in the direction of reading."""
    left = area.width() - place.right() - 1 if mirrored else place.left()
    return QRect(area.left() + left, place.top(), place.width(), place.height())


def _parts(keys: str) -> list[str]:
    """The caps of a combination: “Ctrl+Shift++” has three."""
    first = keys.split(", ")[0]
    tail = "+" if first.endswith("+") else ""
    return [part for part in (*first.removesuffix(tail).split("+"), tail) if part]


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
