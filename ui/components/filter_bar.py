"""Narrowing a table: quick search, filters as chips, and the place where one is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.core.elided import ElidedLabel
from ui.core.flow import FlowLayout
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8
from ui.tables.filter_editor import FilterEditor, described

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.tables.types import ColumnInfo, Filter
    from ui.core.theme import Theme

PAUSE_MS = 200
_SEARCH_WIDTH = 220
_SEARCH_WIDTH_LEAST = 120
_CHIP_TEXT_WIDTH = 320


class FilterBar(QWidget):
    """A row with the search field and “Add filter”, and below it chips and editor as they are needed.

    `leading` and `trailing` stand at the ends of the row.

    Signals:
        narrowed (): `filters` or `text` are not what they were.
    """

    narrowed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        leading: QWidget | None = None,
        trailing: QWidget | None = None,
        search: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: dict[str, ColumnInfo] = {}
        self.filters: tuple[Filter, ...] = ()
        self._told = ""
        self.search = QLineEdit(self, placeholderText="Search", clearButtonEnabled=True)
        self.search.setObjectName("search")
        self.search.setAccessibleName("Search the records")
        self.search.setToolTip("Finds records with this text in a column shown")
        self.search.setMinimumWidth(_SEARCH_WIDTH_LEAST)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self._search_sign = QAction("Search", self)
        self.search.addAction(self._search_sign, QLineEdit.ActionPosition.LeadingPosition)
        self.search.setVisible(search)
        self.add_button = QPushButton("Add filter", self)
        self.add_button.setObjectName("addFilter")
        self.add_button.setProperty("kind", "quiet")
        self.add_button.setVisible(search)
        self.add_button.setEnabled(False)
        self.editor = FilterEditor(self)
        self.editor.hide()
        self._chips = QWidget(self)
        self._chips.setObjectName("filterChips")
        self._flow = FlowLayout(self._chips, spacing=SPACE_4)
        self._chips.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out(leading, trailing)
        self._connect()
        self._tint()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    def offer(self, columns: Sequence[ColumnInfo]) -> None:
        """The columns that filters may name."""
        self._columns = {column.name: column for column in columns}
        self.editor.offer(columns)
        self.add_button.setEnabled(bool(columns))

    def clear(self) -> None:
        """Show everything again."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._set_filters(())

    def _lay_out(self, leading: QWidget | None, trailing: QWidget | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        if leading is not None:
            row.addWidget(leading, 1)
        row.addWidget(self.search)
        row.addWidget(self.add_button)
        if leading is None:
            row.addStretch(1)
        if trailing is not None:
            row.addWidget(trailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(self._chips)
        column.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._tell)
        self._pause.timeout.connect(self._tell)
        self.add_button.clicked.connect(self._open_editor)
        self.editor.accepted.connect(self._add)
        self.editor.cancelled.connect(self._close_editor)
        self._theme.changed.connect(self._tint)

    def _on_typed(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text != self._told:
            self._told = self.text
            self.narrowed.emit()

    def _open_editor(self) -> None:
        self.editor.show()
        self.editor.begin()

    def _close_editor(self) -> None:
        self.editor.hide()
        self.add_button.setFocus()

    def _add(self, condition: Filter) -> None:
        self._close_editor()
        kept = tuple(each for each in self.filters if each != condition)
        self._set_filters((*kept, condition))

    def _remove(self, condition: Filter) -> None:
        self._set_filters(tuple(each for each in self.filters if each != condition))

    def _set_filters(self, filters: tuple[Filter, ...]) -> None:
        self._pause.stop()
        self.filters = filters
        self._told = self.text
        self._show_chips()
        self.narrowed.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for condition in self.filters:
            chip = _Chip(described(self._columns[condition.column], condition), self._theme, self._chips)
            chip.removed.connect(partial(self._remove, condition))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self.filters))

    def _tint(self) -> None:
        muted = self._theme.tokens.muted
        self._search_sign.setIcon(icon("search", muted))
        self.add_button.setIcon(icon("list-filter", muted, gap=SPACE_4))
        self.add_button.setIconSize(QSize(16 + SPACE_4, 16))
        self._show_chips()


class _Chip(QFrame):
    """A filter in words, and the way to be rid of it."""

    removed = Signal()

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setProperty("role", "chip")
        label = ElidedLabel(text, parent=self)
        label.setFixedWidth(min(_CHIP_TEXT_WIDTH, label.fontMetrics().horizontalAdvance(text) + 2))
        cross = QToolButton(self)
        cross.setObjectName("removeFilter")
        cross.setIcon(icon("x", theme.tokens.muted, 12))
        cross.setAccessibleName(f"Remove the filter “{text}”")
        cross.setToolTip("Remove this filter")
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(label)
        row.addWidget(cross)
