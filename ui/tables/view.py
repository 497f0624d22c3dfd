"""The table people look at: compact rows, sort by header, keyboard, copy, and rows in outline while they load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.tables.types import ColumnKind, Sort
from ui.core.measures import ROW_COMPACT, SPACE_8
from ui.tables.formatting import is_reference
from ui.tables.widths import fitted, sampled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.theme import Theme
    from ui.tables.model import PagedTableModel
    from ui.tables.plan import TablePlan

LOADING_AFTER_MS = 150
_UNSORTABLE = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})
_OUTLINE_SHARES = (0.62, 0.45, 0.8, 0.55, 0.7)


class _MiddleElided(QStyledItemDelegate):
    """Cuts ids in the middle, where they differ least."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class TableView(QTableView):
    """Shows a paged model.

    Signals:
        sort_requested (str): the header of a column that has an order was clicked.
        row_chosen (str): one row is selected by the person; its primary key.
        row_activated (str): a row was double-clicked, or Enter pressed on it; its primary key.
        loading_shown (): a first page has been on its way for so long that it should be said.
    """

    sort_requested = Signal(str)
    row_chosen = Signal(str)
    row_activated = Signal(str)
    loading_shown = Signal()

    def __init__(self, model: PagedTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self._model = model
        self._theme = theme
        self._wished: tuple[int | None, ...] = ()
        self._natural: list[int] = []
        self._laying_out = False
        self._resized_by_hand = False
        self._loading = False
        self._sort: Sort | None = None
        self._ids = _MiddleElided(self)
        self.setModel(model)
        self._configure()
        self._configure_header()
        self._loading_timer = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._loading_timer.timeout.connect(self._show_loading)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def is_loading(self) -> bool:
        """Whether a first page has been on its way for a while; rows in outline stand where there are none yet."""
        return self._loading

    @property
    def chosen_id(self) -> str:
        """The primary key of the one selected row, or ""."""
        rows = self.selectionModel().selectedRows()
        return self._model.id_at(rows[0].row()) if len(rows) == 1 else ""

    def lay_out(self, plan: TablePlan) -> None:
        """Take over columns and widths of a plan; the model has them already. Widths made by hand stay."""
        for place, column in enumerate(plan.columns):
            self.setItemDelegateForColumn(place, self._ids if is_reference(column) else self.itemDelegate())
        if self._resized_by_hand and len(self._natural) == len(plan.columns):
            return
        self._wished = plan.widths
        self._resized_by_hand = False
        self._natural = sampled(self._model, plan.widths, self.fontMetrics())
        self._fit()

    def show_sort(self, sort: Sequence[Sort]) -> None:
        """Mark the first sort column in the header."""
        self._sort = sort[0] if sort else None
        names = [column.name for column in self._model.columns]
        header = self.horizontalHeader()
        if self._sort is None or self._sort.column not in names:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        order = Qt.SortOrder.DescendingOrder if self._sort.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(names.index(self._sort.column), order)

    def set_loading(self, *, loading: bool) -> None:
        """Say that a first page is on its way; rows in outline appear when it takes long."""
        if loading:
            self._loading_timer.start()
            return
        self._loading_timer.stop()
        self._loading = False
        self.viewport().update()

    def keep_current(self) -> None:
        """Make some row the current one, without selecting it, where none is."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            first = self._model.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose(self, row_id: str, *, scroll: bool = True) -> bool:
        """Select the row of that primary key, and bring it into sight; False when it is not here."""
        place = self._model.row_of(row_id)
        if place is None:
            return False
        index = self._model.index(place, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        if scroll:
            self.scrollTo(index)
        return True

    def selected_text(self) -> str:
        """The selected rows as lines of tab-separated values, with a line of column labels."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        if not rows:
            return ""
        columns = range(self._model.columnCount())
        lines = [[column.label for column in self._model.columns]]
        lines.extend([str(self._model.data(self._model.index(row, column))) for column in columns] for row in rows)
        return "\n".join("\t".join(line) for line in lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._loading and self._model.rowCount() == 0:
            self._paint_outline()

    def _configure(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName("Records")
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_COMPACT)
        rows.setDefaultSectionSize(ROW_COMPACT)

    def _configure_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._on_header)
        header.sectionResized.connect(self._on_resized)

    def _on_header(self, section: int) -> None:
        column = self._model.columns[section]
        # The header has turned its arrow already; what is in force is said again.
        self.show_sort([self._sort] if self._sort else [])
        if column.kind not in _UNSORTABLE:
            self.sort_requested.emit(column.name)

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        if not self._laying_out and section < len(self._natural):
            self._resized_by_hand = True
            self._natural[section] = width

    def _on_selection(self) -> None:
        chosen = self.chosen_id
        if chosen:
            self.row_chosen.emit(chosen)

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(self._model.id_at(index.row()))

    def _fit(self) -> None:
        if len(self._natural) != self._model.columnCount() or self._resized_by_hand:
            return
        kinds = [column.kind for column in self._model.columns]
        self._laying_out = True
        for place, width in enumerate(fitted(self._natural, self._wished, kinds, self.viewport().width())):
            self.setColumnWidth(place, width)
        self._laying_out = False

    def _tint(self) -> None:
        self._model.paint_with(self._theme.color("muted"))

    def _show_loading(self) -> None:
        self._loading = True
        self.viewport().update()
        self.loading_shown.emit()

    def _paint_outline(self) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.color("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("raised"))
        size: QSize = self.viewport().size()
        columns = max(2, min(6, size.width() // 160))
        pitch = size.width() / columns
        for row in range(min(12, size.height() // ROW_COMPACT)):
            for column in range(columns):
                share = _OUTLINE_SHARES[(row * 3 + column * 2) % len(_OUTLINE_SHARES)]
                bar = QRectF(column * pitch + SPACE_8, row * ROW_COMPACT + 10, pitch * share, 8)
                painter.drawRoundedRect(bar, 4, 4)
        painter.end()
