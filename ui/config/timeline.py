"""The values of a setting over time: a lane for each scope, with gaps and overlaps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from jarvis_desktop.config.lanes import extent, lanes
from jarvis_desktop.core.words import tr, tr_n
from ui.config import words
from ui.config.lists import Lines
from ui.core.locale import here
from ui.core.measures import SPACE_4, zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.config.lanes import Lane
    from jarvis_desktop.config.types import StoredValue
    from ui.core.theme import Theme

_BARS = 1
_ROUND = 3.0
_NARROW = 24
"""Pixels below which a bar says nothing in words."""


class TimelineView(Lines):
    """A row for each scope: its values as bars from their beginning to their end, on one axis of time.

    A hatched stretch is one in which none of its values holds; a bar with a strong edge overlaps another.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Over time"), "valueTimeline", [tr("For"), ""], parent)
        self.lanes: tuple[Lane, ...] = ()
        self.now = datetime.now(UTC)
        self.begin, self.end = self.now, self.now
        self._bars = _Bars(theme, self)
        self.setItemDelegateForColumn(_BARS, self._bars)
        theme.follow(self, self._repaint)

    def show_values(self, values: Sequence[StoredValue], now: datetime) -> None:
        """Show the values, with a line at `now`."""
        self.lanes, self.now = lanes(values), now
        self.begin, self.end = extent(self.lanes, now)
        self.fill([(repr(lane.scope), (words.whom(lane.scope), said(lane))) for lane in self.lanes])
        self.setHeaderLabels(
            [tr("For"), tr("{begin} to {end}", begin=here().day(self.begin), end=here().day(self.end))]
        )

    def share(self, instant: datetime) -> float:
        """Where an instant lies on the axis, 0 to 1."""
        return min(1.0, max(0.0, (instant - self.begin) / (self.end - self.begin)))

    def _repaint(self) -> None:
        self.viewport().update()


def said(lane: Lane) -> str:
    """A lane in words: its values, then what is amiss."""
    lines = [
        tr("{value}: {span}", value=words.value(value.value), span=words.span(value.effective_from, value.effective_to))
        + ("" if value.is_active else f" ({tr('Switched off')})")
        for value in lane.values
    ]
    lines += [tr("Gap: {span}", span=words.span(*gap)) for gap in lane.gaps]
    if lane.overlaps:
        lines.append(tr_n("{n} overlap", "{n} overlaps", len(lane.overlaps)))
    return "\n".join(lines)


class _Bars(QStyledItemDelegate):
    """Paints the lane of a row."""

    def __init__(self, theme: Theme, view: TimelineView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        if index.row() >= len(self._view.lanes):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(0, zoomed(SPACE_4), -zoomed(SPACE_4), -zoomed(SPACE_4))
        self._paint_lane(painter, room, self._view.lanes[index.row()])
        painter.restore()

    def _paint_lane(self, painter: QPainter, room: QRectF, lane: Lane) -> None:
        tokens = self._theme.tokens
        hatched = QBrush(QColor(tokens.warning), Qt.BrushStyle.BDiagPattern)
        for begin, end in lane.gaps:
            painter.fillRect(self._between(room, begin, end), hatched)
        overlapping = {value.id for pair in lane.overlaps for value in pair}
        for value in sorted(lane.values, key=lambda each: (each.is_active, each.version or 0)):
            bar = self._between(room, value.effective_from or self._view.begin, value.effective_to)
            holds = value.is_active and (value.effective_from or self._view.begin) <= self._view.now
            holds = holds and (value.effective_to is None or self._view.now < value.effective_to)
            edge = tokens.danger if value.id in overlapping else tokens.accent if holds else tokens.control
            painter.setPen(QPen(QColor(edge), 2.0 if value.id in overlapping or holds else 1.0,
                                Qt.PenStyle.SolidLine if value.is_active else Qt.PenStyle.DotLine))  # fmt: skip
            painter.setBrush(QColor(tokens.selection if holds else tokens.raised))
            painter.drawRoundedRect(bar, _ROUND, _ROUND)
            if bar.width() > zoomed(_NARROW):
                painter.setPen(QColor(tokens.text if holds else tokens.muted))
                inside = bar.adjusted(zoomed(SPACE_4), 0, -zoomed(SPACE_4), 0)
                shown = painter.fontMetrics().elidedText(
                    words.value(value.value), Qt.TextElideMode.ElideRight, int(inside.width())
                )
                painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
        line = room.left() + self._view.share(self._view.now) * room.width()
        painter.setPen(QPen(QColor(tokens.danger), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(int(line), int(room.top()), int(line), int(room.bottom()))

    def _between(self, room: QRectF, begin: datetime, end: datetime | None) -> QRectF:
        left = room.left() + self._view.share(begin) * room.width()
        right = room.right() if end is None else room.left() + self._view.share(end) * room.width()
        return QRectF(left, room.top(), max(2.0, right - left), room.height())
