"""A short list of people or sessions: rows of text under headings, one of them always current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.core.flow import FlowLayout
from ui.core.measures import ROW_NORMAL, SPACE_8, zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = Qt.ItemDataRole.UserRole
_WIDEST = 320


class Roster(QTreeWidget):
    """Rows by key. Filling it again keeps current row and selection.

    Signals:
        opened (str): a row was opened by double click or Enter; its key.
    """

    opened = Signal(str)

    def __init__(self, name: str, object_name: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)
        self.setRootIsDecorated(False)
        self.setProperty("role", "roster")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHeaderLabels(list(headings))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.itemActivated.connect(self._on_activated)

    def fill(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows of (key, texts); plain text, the whole of it in the tool tip."""
        current, chosen = self.current_key, set(self.chosen_keys())
        self.clear()
        for key, texts in rows:
            item = QTreeWidgetItem(list(texts))
            item.setData(0, KEY, key)
            item.setSizeHint(len(texts) - 1, QSize(0, zoomed(ROW_NORMAL)))
            for column, text in enumerate(texts):
                item.setToolTip(column, text if len(text) < 2_000 else text[:2_000] + "…")
            self.addTopLevelItem(item)
            item.setSelected(key in chosen)
            if key == current:
                self.setCurrentItem(item, 0)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first, 0)
        for column in range(self.columnCount() - 1):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + zoomed(ROW_NORMAL) // 2, zoomed(_WIDEST)))

    @property
    def current_key(self) -> str:
        """The key of the current row, or ""."""
        item = self.currentItem()
        return str(item.data(0, KEY)) if item is not None else ""

    def chosen_keys(self) -> list[str]:
        """The keys of the selected rows, from the top."""
        items = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [str(item.data(0, KEY)) for item in items if item is not None and item.isSelected()]

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        self.opened.emit(str(item.data(0, KEY)))


def column_of(page: QWidget, said: QWidget, buttons: Sequence[QPushButton], roster: Roster) -> QVBoxLayout:
    """Lay out a page: a sentence and buttons in a bar, below them the list, which has the focus.

    Where there is no room for all buttons they stand in two lines: large letters and long names widen no window.
    """
    bar, row = QHBoxLayout(), FlowLayout()
    bar.setSpacing(SPACE_8)
    bar.addWidget(said, 1)
    for button in buttons:
        row.addWidget(button)
    bar.addLayout(row, 2)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    column.addLayout(bar)
    column.addWidget(roster, 1)
    page.setFocusProxy(roster)
    return column
