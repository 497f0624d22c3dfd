"""Which rows of a table are selected: some, runs of them, or all that match as a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.tables.keys import MOVES, destination
from ui.tables.selection import Run, heads_within, runs, size, whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.tables.view import TableView

Flag = QItemSelectionModel.SelectionFlag


class Selecting(QObject):
    """The selection of a table view.

    Signals:
        changed (): other rows are selected.
        chosen (str): one row is selected; its primary key.
    """

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        self._model = view.selectionModel()
        self._everything = False
        self._marking = False
        self._busy = False
        self._unnamed = False
        self._anchor = QPersistentModelIndex()
        self._model.selectionChanged.connect(self._on_changed)
        self._model.currentChanged.connect(self._on_current)
        view.rows.rowsInserted.connect(self._on_more_rows)
        view.rows.dataChanged.connect(self._on_data)
        view.rows.about_to_shift.connect(self._on_leaving)
        view.rows.shifted.connect(self._on_left)
        view.rows.modelAboutToBeReset.connect(self._on_reset)
        self._alone = self._next = QPersistentModelIndex()
        self._held = False

    @property
    def everything(self) -> bool:
        """Whether all rows that match are selected, those never seen too."""
        return self._everything

    @property
    def runs(self) -> tuple[Run, ...]:
        """The selected rows."""
        return runs(self._model.selection())

    @property
    def count(self) -> int:
        """How many rows are selected; the heads of groups among them are none."""
        selected = self.runs
        return size(selected) - heads_within(self._view.rows, selected)

    @property
    def chosen_id(self) -> str:
        """The primary key of the one selected row, or "" (also while it is on its way)."""
        selected = self.runs
        return self._view.rows.id_at(selected[0][0]) if size(selected) == 1 else ""

    def choose(self, place: int) -> QModelIndex:
        """Select that row alone and make it the current one."""
        index = self._view.rows.index(place, max(0, self._view.currentIndex().column()))
        self._marking = False
        self._model.setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        return index

    def go_to(self, index: QModelIndex) -> None:
        """Make that cell the current one and select its row alone, as arrows do."""
        self._model.setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    def stand_at(self, index: QModelIndex) -> None:
        """Make that row the current one and leave the selection as it is."""
        self._model.setCurrentIndex(index, Flag.NoUpdate)

    def step(self, by: int) -> None:
        """Go to the next row or the one before; while rows are being marked, the marks stay."""
        rows = self._view.rows.rowCount()
        place = self._view.currentIndex().row() + by
        if not 0 <= place < rows:
            return
        if self._marking and self.runs:
            index = self._view.rows.index(place, max(0, self._view.currentIndex().column()))
            self.stand_at(index)
            self._view.scrollTo(index)
        else:
            self._view.scrollTo(self.choose(place))

    def toggle(self) -> None:
        """Mark the current row, or take its mark away."""
        current = self._view.currentIndex()
        if current.isValid():
            if not self._marking and size(self.runs) == 1:
                # What was only passed through is not marked.
                self._model.clearSelection()
            self._model.select(current, Flag.Toggle | Flag.Rows)
            self._marking = True
            self._anchor = QPersistentModelIndex(current)

    def clear(self) -> None:
        """Select nothing; the current row stays."""
        self._marking = False
        self._model.clearSelection()

    def clear_everything(self) -> None:
        """Other rows match from now on: what was “all that match” is not selected any more."""
        if self._everything:
            self.clear()

    def select_everything(self) -> None:
        """Select all rows that match."""
        self._busy = True
        bottom = self._view.rows.rowCount() - 1
        self._model.select(whole_rows(self._view.rows, [(0, bottom)]), Flag.ClearAndSelect)
        self._busy = False
        self._everything = bottom >= 0
        self._marking = False
        self.changed.emit()

    def select_runs(self, parts: Sequence[Run], current: int) -> None:
        """Select these rows, as they were before the same rows were read anew."""
        self._model.select(whole_rows(self._view.rows, parts), Flag.ClearAndSelect)
        if 0 <= current < self._view.rows.rowCount():
            self.stand_at(self._view.rows.index(current, 0))

    def extend(self, index: QModelIndex, *, add: bool = False) -> None:
        """Select from where the selection began up to `index`; with `add`, beside what is selected."""
        anchor = self._anchor.row() if self._anchor.isValid() else index.row()
        part = (min(anchor, index.row()), max(anchor, index.row()))
        kept = QPersistentModelIndex(self._anchor)
        flag = Flag.Select if add else Flag.ClearAndSelect
        self._model.select(whole_rows(self._view.rows, [part]), flag)
        self.stand_at(index)
        self._anchor = kept if kept.isValid() else QPersistentModelIndex(index)

    def extend_by_key(self, event: QKeyEvent) -> bool:
        """Move with Shift held; False for any other key."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if event.key() not in MOVES or not modifiers & shift or modifiers & ~(shift | control):
            return False
        whole = bool(modifiers & control)
        # Shift with Home or End means rows, since rows are what is selected.
        jumps = event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
        index = destination(self._view, MOVES[event.key()], whole=whole or jumps)
        if index.isValid():
            self.extend(index)
            self._view.scrollTo(index)
        return True

    def _on_changed(self) -> None:
        if not self._busy:
            self._everything = False
            self.changed.emit()
        chosen = self.chosen_id
        self._unnamed = not chosen and self.count == 1
        if chosen:
            self.chosen.emit(chosen)

    def _on_current(self, current: QModelIndex) -> None:
        self._anchor = QPersistentModelIndex(current)

    def _on_data(self) -> None:
        """A row that was selected before it was here has its key now."""
        if self._unnamed and (chosen := self.chosen_id):
            self._unnamed = False
            self.chosen.emit(chosen)

    def _on_more_rows(self) -> None:
        if self._everything:
            self.select_everything()

    def _on_leaving(self) -> None:
        """Hold on to the one selected row; who types beside the table is not led away by what others do."""
        selected = self.runs if self._view.hasFocus() else ()
        self._alone = self._next = QPersistentModelIndex()
        if size(selected) == 1:
            place, rows = selected[0][0], self._view.rows
            self._alone = QPersistentModelIndex(rows.index(place, 0))
            self._next = QPersistentModelIndex(rows.index(min(place + 1, rows.rowCount() - 1), 0))
        self._held = self._alone.isValid()

    def _on_left(self) -> None:
        """After an action that takes the row away the next one is selected, so that hands can go on."""
        if self._held and not self._alone.isValid() and not self.runs:
            place = self._next.row() if self._next.isValid() else self._view.rows.rowCount() - 1
            if place >= 0:
                self._view.scrollTo(self.choose(place))
        self._held = False

    def _on_reset(self) -> None:
        self._everything = self._marking = self._unnamed = False
