"""The widget of a repeating field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms.types import Parsed
from jarvis_desktop.forms.values import rows_of
from ui.core.icons import icon
from ui.core.keymap import shown_keys
from ui.core.measures import SPACE_4
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.repeat.cells import CellEditing
from ui.forms.widgets.repeat.model import RowsModel
from ui.forms.widgets.repeat.table import RowsTable

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition

_ICON = 16


class RepeatWidget(FieldWidget):
    """Rows in a table that is typed into, and below it what can be done with them."""

    @override
    def create_input(self) -> QWidget:
        frame = QWidget(self)
        self._read_only = False
        self.rows = RowsModel(self.field, self.theme, frame)
        self.table = RowsTable(self.rows, self.field.label, frame)
        self.table.setObjectName("rows")
        self._cells = CellEditing(self.rows, self._make_cell, self.theme, self.table)
        self.table.setItemDelegate(self._cells)
        self.table.opened.connect(self._open)
        self.table.addition_wanted.connect(self.add_row)
        self.table.removal_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.add = QPushButton(tr("Add row"), frame)
        self.add.setProperty("kind", "quiet")
        self.add.setToolTip(tr("Add row ({key})", key=shown_keys("Insert")))
        self.add.clicked.connect(self.add_row)
        self._count = QLabel(frame)
        self._count.setProperty("role", "caption")
        self._buttons = [
            self._button("square-pen", tr("Open the row in a form"), "Return", self._open_current),
            self._button("copy", tr("Duplicate the row"), "", self._duplicate),
            self._button("arrow-up", tr("Move the row up"), "Alt+Up", self._up),
            self._button("arrow-down", tr("Move the row down"), "Alt+Down", self._down),
            self._button("trash-2", tr("Remove the row"), "Ctrl+Delete", self._remove),
        ]
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addWidget(self.add)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.table)
        column.addLayout(row)
        frame.setFocusProxy(self.table)
        self.rows.edited.connect(self._on_edited)
        self.table.selectionModel().currentChanged.connect(self._show_state)
        self.theme.follow(self, self._draw)
        self._draw()
        self._show_state()
        return frame

    @override
    def show_value(self, value: Any) -> None:
        self.rows.show_rows(rows_of(value))
        self._fit_height()
        self.table.fit_columns()
        self._show_state()

    @override
    def finish(self) -> None:
        self._cells.finish()

    @override
    def entered(self) -> Any:
        return tuple(self.rows.rows)

    @override
    def value(self) -> Parsed:
        return Parsed(self.entered() or None) if self._touched else super().value()

    @override
    def typed(self) -> Any:
        return [dict(row) for row in self.rows.rows]

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.rows.set_read_only(read_only=read_only)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.NoEditTriggers if read_only else triggers.DoubleClicked | triggers.AnyKeyPressed
        )
        for part in (self.add, *self._buttons[1:]):
            part.setVisible(not read_only)
        self._read_only = read_only

    @Slot()
    def add_row(self) -> None:
        """Add a row behind the current one, and begin in its first field."""
        chosen = self.table.chosen()
        place = chosen[-1] + 1 if chosen else len(self.rows.rows)
        self.rows.add(place, [self.rows.judge.new_row()])
        self.table.setFocus()
        self.table.go(place)

    @Slot()
    def _remove(self) -> None:
        places = self.table.chosen()
        if places:
            self.rows.remove(places)
            if self.rows.rows:
                self.table.go(min(places[0], len(self.rows.rows) - 1))

    @Slot()
    def _duplicate(self) -> None:
        places = self.table.chosen()
        if places:
            self.rows.add(places[-1] + 1, [dict(self.rows.rows[place]) for place in places])
            self.table.go(places[-1] + 1)

    @Slot(int)
    def _move(self, steps: int) -> None:
        current = self.table.currentIndex()
        if current.isValid() and self.rows.move(current.row(), current.row() + steps):
            self.table.go(current.row() + steps, current.column())

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    @Slot()
    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._open(self.table.currentIndex().row())

    @Slot(int)
    def _open(self, place: int) -> None:
        from ui.forms.row_dialog import RowDialog  # which shows fields such as this one

        dialog = RowDialog(self.rows, place, self.theme, self, writable=not self._read_only)
        dialog.setWindowTitle(tr("{label}, row {number}", label=self.field.label, number=place + 1))
        dialog.open()

    def _make_cell(self, field: FieldDefinition, parent: QWidget) -> FieldWidget:
        from ui.forms.widgets.registry import field_widgets  # which lists this widget

        return field_widgets()[field.kind](field, self.rows.type_of(field), self.theme, parent)

    @Slot()
    def _on_edited(self) -> None:
        self._fit_height()
        self._show_state()
        self.mark_edited()

    def _fit_height(self) -> None:
        self.table.fit_height()
        # Layouts around what is not shown yet do not hear of it by themselves.
        self.input.updateGeometry()
        self.updateGeometry()

    def _button(self, glyph: str, text: str, key: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setProperty("glyph", glyph)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({shown_keys(key)})" if key else text)
        button.clicked.connect(act)
        return button

    @Slot()
    def _draw(self) -> None:
        for button in self._buttons:
            button.setIcon(icon(str(button.property("glyph")), self.theme.tokens.muted, _ICON))

    @Slot()
    def _show_state(self) -> None:
        count = len(self.rows.rows)
        self._count.setText(tr_n("{count} row", "{count} rows", count, count=count))
        current = self.table.currentIndex()
        for button in self._buttons:
            button.setEnabled(current.isValid())
