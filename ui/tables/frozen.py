"""The first columns of a table, which stay while the others scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.tokens import mix
from ui.tables.header import TableHeader
from ui.tables.widths import FROZEN_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ui.tables.view import TableView


class FrozenColumns(QTableView):
    """A second view over the first columns of another, laid over its vertical header.

    It shares model, selection and keyboard with its owner, which hides these columns and scrolls the rest.

    Signals:
        menu_asked (QPoint): the menu of a row is wanted, at a place of the owner's viewport.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, owner: TableView) -> None:
        super().__init__(owner)
        self._owner = owner
        self._tint()
        owner.theme.follow(self, self._tint)
        self.setObjectName("frozen")
        self.header = TableHeader(owner.theme, self)
        self.setHorizontalHeader(self.header)
        self.setModel(owner.model())
        self.setSelectionModel(owner.selectionModel())
        self.setFocusProxy(owner)
        self.setAccessibleName(tr("Columns that stay"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.verticalScrollBar().valueChanged.connect(owner.verticalScrollBar().setValue)
        owner.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)

    def show_columns(self, count: int) -> None:
        """Show the first `count` columns of the model, or nothing at all."""
        for section in range(self.header.count()):
            self.setColumnHidden(section, section >= count)
        self.verticalHeader().setDefaultSectionSize(self._owner.verticalHeader().defaultSectionSize())
        self.setVisible(count > 0)

    def lie_over_header(self) -> None:
        """Cover the owner's vertical header, which makes room for us."""
        owner = self._owner
        width = sum(self.columnWidth(place) for place in range(owner.freeze)) + FROZEN_LINE
        if owner.verticalHeader().width() != width:
            owner.verticalHeader().setFixedWidth(width)
        edge = owner.frameWidth()
        left = owner.width() - edge - width if owner.isRightToLeft() else edge
        self.setGeometry(left, edge, width, owner.viewport().y() - edge + owner.viewport().height())
        self.sync()

    def apply_widths(self, widths: Sequence[int]) -> None:
        """Give the columns these widths."""
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)

    def sync(self) -> None:
        """Stand at the row that the owner stands at."""
        self.verticalScrollBar().setValue(self._owner.verticalScrollBar().value())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Turned here, the rows of both move.
        self._owner.wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._owner.extend_by_mouse(event, self.indexAt(event.position().toPoint())):
            super().mousePressEvent(event)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        last = self.model().rowCount() - 1
        end = self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0
        height = min(self.viewport().height(), end)
        left = 0 if self.isRightToLeft() else self.viewport().width() - FROZEN_LINE
        painter.fillRect(left, 0, FROZEN_LINE, height, self._line)
        painter.end()
        self._owner.paint_groups(self, 0)

    @override
    def scrollTo(
        self,
        index: object,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The owner scrolls, and this follows."""

    def _tint(self) -> None:
        tokens = self._owner.theme.tokens
        self._line = QColor(mix(tokens.muted, tokens.border, 0.35))

    def _on_menu(self, place: QPoint) -> None:
        owner: QWidget = self._owner.viewport()
        self.menu_asked.emit(owner.mapFromGlobal(self.viewport().mapToGlobal(place)))
