"""The pointer over rows, and over cells that lead to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from typing_extensions import override

from ui.components.table.inline_edit import may_edit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.components.record_table import RecordTable


class Hovering(QObject):
    """Watches the pointer over a view: marks its row, asks for cards of links, opens a record on Ctrl+click."""

    def __init__(self, table: RecordTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._views: dict[QObject, QTableView] = {}
        self.watch(table.view)

    def watch(self, view: QTableView) -> None:
        """Watch the pointer over this view of the table too."""
        if view.viewport() in self._views:
            return
        view.setMouseTracking(True)
        self._views[view.viewport()] = view
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        view = self._views.get(watched)
        if view is None:
            return False
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._on_move(view, event)
        elif kind == QEvent.Type.Leave:
            self._table.view.hover(-1)
            self._leave()
        elif kind == QEvent.Type.Wheel:
            # Other rows come under the pointer; which one, its next movement tells.
            self._table.view.hover(-1)
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                return self._follow(view, event.position().toPoint())
            self._leave()
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            # The card says more than a tool tip would.
            return self._link_at(view, event.pos())
        return super().eventFilter(watched, event)

    def _on_move(self, view: QTableView, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._table.view.hover(view.rowAt(place.y()))
        leads = self._link_at(view, place)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads and held else Qt.CursorShape.ArrowCursor)
        if leads and event.buttons() == Qt.MouseButton.NoButton:
            self._table.cells.previews.show_for(view.indexAt(place))
        else:
            self._leave()

    def _leave(self) -> None:
        self._table.cells.drop_preview()

    def _link_at(self, view: QTableView, place: QPoint) -> bool:
        cells = self._table.cells
        return cells.link(cells.at(view.indexAt(place))) is not None

    def _follow(self, view: QTableView, place: QPoint) -> bool:
        cells = self._table.cells
        cell = cells.at(view.indexAt(place))
        link = cells.link(cell)
        if cell is None or link is None:
            return False
        cells.drop_preview()
        self._table.context.open_record(link.table, str(cell.value))
        return True


class SlowClicks(QObject):
    """Begins to edit when a cell that is the current one already is clicked once more, slower than a double click."""

    def __init__(self, table: RecordTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._index = QModelIndex()
        self._views: dict[QObject, QTableView] = {}
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._begin)
        self.watch(table.view)

    def watch(self, view: QTableView) -> None:
        """Watch the clicks in this view of the table too."""
        if view.viewport() not in self._views:
            self._views[view.viewport()] = view
            view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        view = self._views.get(watched)
        if view is None:
            return False
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._on_press(view, event)
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            same = self._index.isValid() and view.indexAt(event.position().toPoint()) == self._index
            if same:
                self._wait.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        elif kind in {QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel}:
            self._forget()
        return super().eventFilter(watched, event)

    def _on_press(self, view: QTableView, event: QMouseEvent) -> None:
        self._forget()
        index = view.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        alone = self._table.selected()
        own = self._table.view
        if plain and own.hasFocus() and index == own.currentIndex() and alone is not None and alone.count == 1:
            self._index = index

    def _forget(self) -> None:
        self._wait.stop()
        self._index = QModelIndex()

    def _begin(self) -> None:
        index, self._index = self._index, QModelIndex()
        if index.isValid() and index == self._table.view.currentIndex() and may_edit(self._table):
            self._table.cells.editing.begin(index)
