"""Paints a notification: icon, title and time in one line, more about it in a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.core.icons import pixmap
from ui.core.locale import here
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.core.row_painting import draw_ground, side, small
from ui.shell.notifications.model import ENTRY, TONES

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from jarvis_desktop.people.notifications.types import KeptNotification
    from ui.core.theme import Theme

_ONE_LINE = 36
_TWO_LINES = 54
_ICON = 16
_DOT = 7

Index = QModelIndex | QPersistentModelIndex


class NotificationDelegate(QStyledItemDelegate):
    """One notification; an unread one is bold and has a dot."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: KeptNotification = index.data(ENTRY)
        return QSize(0, zoomed(_TWO_LINES if entry.text else _ONE_LINE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: KeptNotification = index.data(ENTRY)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            draw_ground(painter, area, self._theme.color("accent"), 0.14)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(self._theme.color("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(SPACE_4, 2, -SPACE_4, -2), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_ground(painter, area, self._theme.color("text"), 0.05)
        self._lines(painter, area, entry, option.font, mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _lines(self, painter: QPainter, area: QRect, entry: KeptNotification, given: QFont, *, mirrored: bool) -> None:
        icon, dot, pad = zoomed(_ICON), zoomed(_DOT), zoomed(SPACE_12)
        upper = QRect(area.left() + pad, area.top(), area.width() - 2 * pad, area.height())
        if entry.text:
            upper.setTop(area.top() + zoomed(SPACE_8))
            upper.setHeight(zoomed(20))
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight

        def place(at: QRect) -> QRect:
            return QStyle.visualRect(direction, area, at)

        name, _ = TONES[entry.tone]
        tint = str(getattr(self._theme.tokens, entry.tone.value))
        spot = QRect(upper.left(), upper.center().y() - icon // 2 + 1, icon, icon)
        painter.drawPixmap(place(spot), pixmap(name, tint, _ICON, painter.device().devicePixelRatioF()))
        caption = small(given)
        painter.setFont(caption)
        painter.setPen(self._theme.color("muted"))
        when = here().relative(entry.created_at)
        width = painter.fontMetrics().horizontalAdvance(when)
        right = upper.right() - (dot + zoomed(SPACE_8) if entry.unread else 0)
        leading, trailing = side(mirrored=mirrored), side(mirrored=not mirrored)
        painter.drawText(place(QRect(right - width, upper.top(), width, upper.height())), trailing, when)
        if entry.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(place(QRect(upper.right() - dot, upper.center().y() - dot // 2 + 1, dot, dot)))
        left = upper.left() + icon + zoomed(SPACE_12)
        title = QFont(given)
        title.setWeight(QFont.Weight.DemiBold if entry.unread else QFont.Weight.Normal)
        painter.setFont(title)
        painter.setPen(self._theme.color("text"))
        room = QRect(left, upper.top(), max(0, right - width - zoomed(SPACE_12) - left), upper.height())
        said = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(place(room), leading, said)
        if entry.text:
            painter.setFont(caption)
            painter.setPen(self._theme.color("muted"))
            below = QRect(left, upper.bottom() + 1, max(0, upper.right() - left), zoomed(18))
            one_line = " · ".join(entry.text.split("\n"))
            said = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(place(below), leading, said)
