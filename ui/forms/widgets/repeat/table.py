"""The table of a repeating field: keys and clipboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import ROW_COMPACT, zoomed
from ui.core.zooming import measured
from ui.forms.widgets.repeat.model import RowsModel

ROWS_SHOWN = 10
_LEAST_WIDTH, _MOST_WIDTH = 90, 320
_MEASURED_ROWS = 30
MOST_PASTED = 5_000
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowsTable(QTableView):
    """Return edits a cell, Insert adds a row, Ctrl+Delete removes rows, Alt with an arrow moves one; copy and paste.

    Signals:
        opened (int): the form of the row at that place is wanted.
        addition_wanted (): a row is wanted.
        removal_wanted (): the chosen rows are to go.
        move_wanted (int): the current row is to go so many places down.
    """

    opened = Signal(int)
    addition_wanted = Signal()
    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, model: RowsModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setProperty("role", "field")
        self.fit_height()

    def fit_height(self) -> None:
        """Be as high as the rows, up to some."""
        row = zoomed(ROW_COMPACT)
        self.verticalHeader().setDefaultSectionSize(row)
        shown = max(1, min(self.rows.rowCount(), ROWS_SHOWN))
        frame = 2 * self.frameWidth() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * row + frame)
        measured(self)

    def fit_columns(self) -> None:
        """Give the columns the width of what they say."""
        metrics = self.fontMetrics()
        for column in range(self.rows.columnCount()):
            texts = [self.rows.text(each, column) for each in self.rows.rows[:_MEASURED_ROWS]]
            title = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            widest = max(metrics.horizontalAdvance(text) for text in (title, *texts))
            self.setColumnWidth(column, max(zoomed(_LEAST_WIDTH), min(widest + zoomed(28), zoomed(_MOST_WIDTH))))

    def chosen(self) -> list[int]:
        """The places of the rows chosen, of the current one where none is."""
        found = sorted({index.row() for index in self.selectedIndexes()})
        return found or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def go(self, row: int, column: int = 0) -> None:
        """Make a cell the current one, and choose it."""
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, as spreadsheets take them."""
        indexes = self.selectedIndexes()
        columns = sorted({index.column() for index in indexes})
        lines = [
            "\t".join(self.rows.text(self.rows.rows[row], column).replace("\t", " ") for column in columns)
            for row in sorted({index.row() for index in indexes})
        ]
        QGuiApplication.clipboard().setText("\n".join(line.replace("\n", " ") for line in lines))

    def paste(self, text: str) -> int:
        """Enter lines of tab-separated texts from the current cell on, adding rows for them; how many rows it took."""
        start = self.currentIndex()
        lines = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")][:MOST_PASTED]
        first, left = (start.row(), start.column()) if start.isValid() else (len(self.rows.rows), 0)
        return self.rows.paste(first, left, lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        writable = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste) and writable:
            self.paste(QGuiApplication.clipboard().text())
        elif key in _ENTER and plain:
            self._begin(self.currentIndex())
        elif key == Qt.Key.Key_Insert and writable:
            self.addition_wanted.emit()
        elif key == Qt.Key.Key_Delete and modifiers == Qt.KeyboardModifier.ControlModifier and writable:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Delete and plain and writable:
            self.rows.clear_cells(self.selectedIndexes())
        elif key in _UP_AND_DOWN and modifiers == Qt.KeyboardModifier.AltModifier and writable:
            self.move_wanted.emit(_UP_AND_DOWN[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            event.accept()  # Esc takes back a field, and these are many
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("No rows yet"))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.rows.is_large(index):
            self.opened.emit(index.row())

    def _begin(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self.rows.is_large(index):
            self.opened.emit(index.row())
        elif self.rows.takes_input(index):
            self.edit(index)
