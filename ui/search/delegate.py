"""Paints what was found: the words that were looked for stand out, in every direction of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from jarvis_desktop.search.types import Group, TargetKind
from ui.core.icons import pixmap
from ui.core.measures import ROW_COMPACT, ROW_NORMAL, SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.core.row_painting import draw_ground, draw_marked, small
from ui.core.sides import isolated
from ui.core.spoken_rows import ROW
from ui.search.model import Kind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from jarvis_desktop.search.types import Marked
    from ui.core.theme import Theme
    from ui.search.model import ResultRow

_TWO_LINES = 46
_ICON = 16
_TEXT_LEFT = SPACE_12 + _ICON + SPACE_12
_ABOUT_SHARE = 0.4
_ICONS = {
    Group.SUBMISSIONS: "file-text",
    Group.PROPERTY: "building-2",
    Group.INCIDENTS: "life-buoy",
    Group.EMAILS: "mail",
    Group.AGENTS: "bot",
    Group.CONFIGURATION: "sliders-horizontal",
    Group.PROGRAM: "app-window",
    Group.HELP: "circle-help",
}

Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(QStyledItemDelegate):
    """One heading, hit, remark or earlier search."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ResultRow = index.data(ROW)
        two_lines = row.hit is not None and bool(row.hit.snippet.text)
        height = _TWO_LINES if two_lines else ROW_NORMAL if row.kind is not Kind.HEADING else ROW_COMPACT + SPACE_4
        return QSize(0, zoomed(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ResultRow = index.data(ROW)
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setFont(font)
        if row.kind is Kind.HEADING:
            self._heading(painter, area, row)
        else:
            if state & QStyle.StateFlag.State_Selected:
                draw_ground(painter, area, self._theme.color("selection"))
            elif state & QStyle.StateFlag.State_MouseOver and row.kind is not Kind.REMARK:
                draw_ground(painter, area, self._theme.color("text"), 0.05)
            self._line(painter, area, row)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, row: ResultRow) -> None:
        painter.setFont(small(painter.font(), QFont.Weight.DemiBold))
        painter.setPen(self._theme.color("muted"))
        place = area.adjusted(zoomed(SPACE_12), zoomed(SPACE_8), -zoomed(SPACE_12), -zoomed(SPACE_4))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.note)

    def _line(self, painter: QPainter, area: QRect, row: ResultRow) -> None:
        self._icon(painter, area, row)
        text = _turned(painter, area, area.adjusted(zoomed(_TEXT_LEFT), 0, -zoomed(SPACE_12), 0))
        if row.hit is None:
            colour = {Kind.ALL: "accent", Kind.REMARK: "muted"}.get(row.kind, "text")
            painter.setPen(self._theme.color(colour))
            shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            return
        upper = QRect(text)
        if row.hit.snippet.text:
            upper.setHeight(area.height() // 2)
            upper.translate(0, zoomed(SPACE_4))
            lower = upper.translated(0, area.height() // 2 - zoomed(SPACE_4))
            self._marked(painter, lower, row.hit.snippet, "muted")
        about = painter.fontMetrics().elidedText(
            row.hit.about, Qt.TextElideMode.ElideRight, int(upper.width() * _ABOUT_SHARE)
        )
        painter.setPen(self._theme.color("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, isolated(about))
        taken = painter.fontMetrics().horizontalAdvance(about) + zoomed(SPACE_12)
        upper = _turned(painter, upper, upper.adjusted(0, 0, -taken, 0))
        self._marked(painter, upper, row.hit.title, "text")

    def _icon(self, painter: QPainter, area: QRect, row: ResultRow) -> None:
        name = "history" if row.kind is Kind.RECENT else ""
        if row.hit is not None and row.result is not None:
            name = "command" if row.hit.target.kind is TargetKind.COMMAND else _ICONS[row.result.group]
        if row.kind in {Kind.ALL, Kind.REMARK}:
            name = "list-filter" if row.kind is Kind.ALL else "info"
        tint = self._theme.tokens.accent if row.kind is Kind.ALL else self._theme.tokens.muted
        device = painter.device()
        picture = pixmap(name, tint, _ICON, device.devicePixelRatioF())
        two_lines = area.height() == zoomed(_TWO_LINES)
        top = area.top() + zoomed(SPACE_8) if two_lines else area.center().y() - zoomed(_ICON) // 2 + 1
        size = zoomed(_ICON)
        place = _turned(painter, area, QRect(area.left() + zoomed(SPACE_12), top, size, size))
        painter.drawPixmap(place.topLeft(), picture)

    def _marked(self, painter: QPainter, area: QRect, text: Marked, colour: str) -> None:
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        said, marked = self._theme.color(colour), self._theme.color("accent")
        draw_marked(painter, area, text.text, text.marks, colour=said, marked=marked, mirrored=mirrored)


def _turned(painter: QPainter, area: QRect, place: QRect) -> QRect:
    """A part of an area, or its mirror image where people read from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), area, place)
