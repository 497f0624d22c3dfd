"""Choosing a table's columns: which are shown, in which order, and which stay at the left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.clearing import offer_clearing
from ui.core.icons import icon
from ui.core.measures import FONT_CAPTION, SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.tables.arrangement import Placed

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable

_NAME = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT = 320, 460
_LINE = ""
"""The name of the item that is the freeze line."""


class ColumnPanel(QFrame):
    """A panel over the window, closed by Escape or by going elsewhere; every change shows in the table at once."""

    help_page = "tables"

    def __init__(self, table: RecordTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnPanel")
        self.setProperty("role", "panel")
        self.setAccessibleName(tr("Columns"))
        self._table = table
        self.search = QLineEdit(self, placeholderText=tr("Find a column"))
        offer_clearing(self.search)
        self.search.setObjectName("findColumn")
        self.search.setAccessibleName(tr("Find a column"))
        self.list = _Columns(self)
        self.said = QLabel(self)
        self.said.setProperty("role", "caption")
        self._buttons = {
            "showAll": (tr("Show all"), partial(self._show_all, shown=True)),
            "fitWidth": (tr("Fit width"), table.arranging.fit),
            "resetView": (tr("Reset"), self._reset),
        }
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._on_changed)
        self.list.model().rowsMoved.connect(self._on_changed)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        table.source.opened.connect(self._on_opened)

    @classmethod
    def open(cls, table: RecordTable) -> ColumnPanel:
        """Show the panel of a table below the button that opens it."""
        window = table.window()
        old = window.findChild(ColumnPanel)
        if old is not None:
            old.close()
        panel = cls(table, window)
        button = table.menu.anchor(table.columns_button)
        below = button.mapTo(window, QPoint(button.width(), button.height() + SPACE_4))
        width = min(zoomed(_WIDTH), window.width() - 2 * SPACE_8)
        height = min(zoomed(_HEIGHT), max(zoomed(200), window.height() - below.y() - SPACE_12))
        left = max(SPACE_8, min(below.x() - width, window.width() - width - SPACE_8))
        panel.setGeometry(QRect(left, max(SPACE_8, min(below.y(), window.height() - height)), width, height))
        panel.show()
        panel.raise_()
        panel.search.setFocus()
        return panel

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self._table.view.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.deleteLater()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_4)
        for name, (text, run) in self._buttons.items():
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setProperty("kind", "quiet")
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_4)
        column.setSpacing(SPACE_8)
        column.addWidget(self.search)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _fill(self) -> None:
        arranging = self._table.arranging
        self.list.blockSignals(True)
        self.list.clear()
        shown = 0
        line_placed = False
        for column in arranging.columns:
            if not line_placed and shown == arranging.freeze:
                self.list.addItem(self._line())
                line_placed = True
            self.list.addItem(_entry(column, arranging.label(column.name)))
            shown += column.shown
        self.list.blockSignals(False)
        self._say()
        self._narrow(self.search.text())

    def _line(self) -> QListWidgetItem:
        theme = self._table.context.theme
        item = QListWidgetItem(icon("pin", theme.tokens.muted, 12), tr("Columns above stay in sight"))
        item.setData(_NAME, _LINE)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
        font = self.list.font()
        font.setPixelSize(zoomed(FONT_CAPTION))
        item.setFont(font)
        item.setForeground(QBrush(theme.color("muted")))
        return item

    def _say(self) -> None:
        columns = self._table.arranging.columns
        shown = sum(column.shown for column in columns)
        self.said.setText(tr("{shown} of {count} columns shown", shown=shown, count=len(columns)))

    def _read(self) -> tuple[list[Placed], int]:
        """The columns as they stand in the list, and how many of those shown stand above the line."""
        columns: list[Placed] = []
        freeze = 0
        for place in range(self.list.count()):
            item = self.list.item(place)
            name = item.data(_NAME)
            if name == _LINE:
                freeze = sum(column.shown for column in columns)
            else:
                columns.append(Placed(name, item.checkState() == Qt.CheckState.Checked))
        return columns, freeze

    def _on_changed(self) -> None:
        columns, freeze = self._read()
        if not any(column.shown for column in columns):
            # One column has to stay.
            self._fill()
            return
        self._table.arranging.arrange(columns, freeze)
        self._say()

    def _show_all(self, *, shown: bool) -> None:
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_NAME) != _LINE and not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._on_changed()

    def _reset(self) -> None:
        self._table.arranging.reset()

    def _on_opened(self) -> None:
        columns, _ = self._read()
        if tuple(columns) != self._table.arranging.columns:
            self._fill()

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for place in range(self.list.count()):
            item = self.list.item(place)
            name = str(item.data(_NAME))
            found = wanted in item.text().casefold() or wanted in name.casefold()
            item.setHidden(bool(wanted) and (name == _LINE or not found))
        self.list.setDragEnabled(not wanted)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.close()


class _Columns(QListWidget):
    """The columns, moved by the mouse or by Alt and an arrow key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columns")
        self.setAccessibleName(tr("Columns, Alt with Up or Down moves one"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move_current(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _move_current(self, by: int) -> None:
        row = self.currentRow()
        place = row + by
        if row >= 0 and 0 <= place < self.count() and not self.item(place).isHidden():
            root = self.rootIndex()
            self.model().moveRow(root, row, root, place + 1 if by > 0 else place)
            self.setCurrentRow(place)


def _entry(column: Placed, label: str) -> QListWidgetItem:
    item = QListWidgetItem(label)
    item.setData(_NAME, column.name)
    item.setToolTip(column.name)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled
        | Qt.ItemFlag.ItemIsSelectable
        | Qt.ItemFlag.ItemIsUserCheckable
        | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setCheckState(Qt.CheckState.Checked if column.shown else Qt.CheckState.Unchecked)
    return item
