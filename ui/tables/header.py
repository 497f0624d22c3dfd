"""The header of a table: labels, the order in force with its numbers, columns taken elsewhere by the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QStyle, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.icons import pixmap
from ui.core.measures import FONT_CAPTION, SPACE_4, SPACE_8, zoomed
from ui.core.sides import isolated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.core.theme import Theme

_ARROW = 12
_LINE = 2


@dataclass(frozen=True, slots=True)
class SortMark:
    """A column's part in the order; `rank` counts from 1 where several columns order, else it is 0."""

    descending: bool
    rank: int = 0

    @property
    def words(self) -> str:
        """As a screen reader says it."""
        if self.rank:
            ranked = (
                tr("sorted descending, number {rank}") if self.descending else tr("sorted ascending, number {rank}")
            )
            return ranked.format(rank=self.rank)
        return tr("sorted descending") if self.descending else tr("sorted ascending")


class TableHeader(QHeaderView):
    """Labels above the columns.

    Signals:
        sort_asked (int, bool): a section was clicked; whether its column joins the others (Shift).
        column_moved (int, int): a section was dragged to a place among the others.
        menu_asked (int, QPoint): the menu of a section is wanted, at a place of the screen.
    """

    sort_asked = Signal(int, bool)
    column_moved = Signal(int, int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._marks: Mapping[int, SortMark] = {}
        self._hovered = -1
        self._pressed = -1
        self._pressed_at = QPoint()
        self._dropping = -1
        self._joins = False
        self._take_font()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(24)
        self.setAccessibleName(tr("Columns"))
        self.sectionClicked.connect(self._on_clicked)
        theme.follow(self, self._take_font)

    @property
    def marks(self) -> Mapping[int, SortMark]:
        """The sort marks by section."""
        return self._marks

    def show_marks(self, marks: Mapping[int, SortMark]) -> None:
        """Show which sections order the rows."""
        self._marks = marks
        self.viewport().update()

    @Slot()
    def _take_font(self) -> None:
        self._label_font = QFont(self.font())
        self._label_font.setPixelSize(zoomed(FONT_CAPTION))
        self._label_font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._label_font)
        self.viewport().update()

    def label_width(self, text: str) -> int:
        """Pixels that a label takes with room for its mark."""
        return self._metrics.horizontalAdvance(text) + zoomed(2 * SPACE_8 + _ARROW + 2 * SPACE_8)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        tokens = self._theme.tokens
        painter.fillRect(rect, self._theme.color("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("border"))
        mark = self._marks.get(logicalIndex)
        active = mark is not None or logicalIndex == self._hovered
        inner = rect.adjusted(zoomed(SPACE_8), 0, -zoomed(SPACE_8), -1)
        if mark is not None:
            taken = self._paint_mark(painter, inner, mark)
            inner = self._turned(inner, inner.adjusted(0, 0, -taken, 0))
        model = self.model()
        label = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        alignment = model.headerData(logicalIndex, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole))
        flags = alignment if isinstance(alignment, Qt.AlignmentFlag) else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._label_font)
        painter.setPen(self._theme.color("text" if active else "muted"))
        text = self._metrics.elidedText(label, Qt.TextElideMode.ElideRight, max(0, inner.width()))
        painter.drawText(inner, int((flags | Qt.AlignmentFlag.AlignVCenter).value), isolated(text))
        if logicalIndex == self._hovered:
            edge = QRect(rect.right(), rect.top() + SPACE_8, 1, rect.height() - 2 * SPACE_8)
            painter.fillRect(self._turned(rect, edge), tokens.border)

    def _turned(self, area: QRect, place: QRect) -> QRect:
        """A part of an area where people read from left to right, or its mirror image."""
        return QStyle.visualRect(self.layoutDirection(), area, place)

    def _paint_mark(self, painter: QPainter, inner: QRect, mark: SortMark) -> int:
        """Paint the arrow and its number at the end; answers how much room they take."""
        tokens = self._theme.tokens
        width = size = zoomed(_ARROW)
        painter.setFont(self._label_font)
        painter.setPen(self._theme.color("accent"))
        if mark.rank:
            number = str(mark.rank)
            taken = self._metrics.horizontalAdvance(number)
            place = QRect(inner.right() - taken + 1, inner.top(), taken, inner.height())
            painter.drawText(
                self._turned(inner, place),
                int(Qt.AlignmentFlag.AlignVCenter.value),
                number,
            )
            width += taken + 1
        arrow = pixmap("arrow-down" if mark.descending else "arrow-up", tokens.accent, _ARROW, self.devicePixelRatioF())
        place = QRect(inner.right() - width + 1, inner.center().y() - size // 2 + 1, size, size)
        painter.drawPixmap(self._turned(inner, place).topLeft(), arrow)
        return width + zoomed(SPACE_4)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self._dropping >= 0:
            painter = QPainter(self.viewport())
            painter.fillRect(
                max(0, self._edge(self._dropping) - _LINE // 2), 0, _LINE, self.height(), self._theme.color("accent")
            )
            painter.end()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        place = e.position().toPoint()
        section = self.logicalIndexAt(place)
        taken = e.button() == Qt.MouseButton.LeftButton and section >= 0 and not self._at_edge(place)
        self._pressed = section if taken else -1
        self._pressed_at = place
        self._dropping = -1
        super().mousePressEvent(e)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        # On a label, each of several fast clicks goes on to the next order.
        if self._at_edge(e.position().toPoint()):
            super().mouseDoubleClickEvent(e)
        else:
            self.mousePressEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        place = e.position().toPoint()
        self._hover(self.logicalIndexAt(place))
        if self._pressed >= 0 and e.buttons() & Qt.MouseButton.LeftButton:
            far = abs(place.x() - self._pressed_at.x()) >= QApplication.startDragDistance()
            if far or self._dropping >= 0:
                self._dropping = self._gap_at(place.x())
                self.viewport().update()
                return
        super().mouseMoveEvent(e)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        self._joins = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        dropping, moved = self._dropping, self._pressed
        super().mouseReleaseEvent(e)
        self._dropping = self._pressed = -1
        self.viewport().update()
        if dropping >= 0 and moved >= 0:
            place = dropping - 1 if dropping > moved else dropping
            if place != moved:
                self.column_moved.emit(moved, place)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_asked.emit(section, event.globalPos())

    def _on_clicked(self, section: int) -> None:
        if self._dropping < 0:
            self.sort_asked.emit(section, self._joins)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def _at_edge(self, place: QPoint) -> bool:
        """Whether a press there changes a width."""
        grip = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, self)
        section = self.logicalIndexAt(place)
        left = self.sectionViewportPosition(section)
        before, after = place.x() - left, left + self.sectionSize(section) - place.x()
        if self.isRightToLeft():
            before, after = after, before
        return after <= grip or (before < grip and self.visualIndex(section) > 0)

    def _gap_at(self, x: int) -> int:
        """The gap between sections that is nearest; gap n stands before section n."""
        sections = [section for section in range(self.count()) if not self.isSectionHidden(section)]
        if not sections:
            return 0
        under = self.logicalIndexAt(x)
        if under < 0:
            return sections[0] if (x < 0) is not self.isRightToLeft() else sections[-1] + 1
        middle = self.sectionViewportPosition(under) + self.sectionSize(under) // 2
        return under + 1 if (x > middle) is not self.isRightToLeft() else under

    def _edge(self, gap: int) -> int:
        """Where a gap is painted."""
        inside = gap < self.count() and not self.isSectionHidden(gap)
        section = gap if inside else gap - 1
        left = self.sectionViewportPosition(section)
        return left if inside is not self.isRightToLeft() else left + self.sectionSize(section) - _LINE
