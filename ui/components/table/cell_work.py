"""What a table's cells know beyond their rows: the words of the form, the current cell, and who works in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from ui.components.table.hovering import Hovering, SlowClicks
from ui.components.table.json_cells import OpeningDocuments
from ui.components.table.wording import read_labels
from ui.tables.formatting import NO_LABELS, RowWriter

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.tables.links import Link
    from jarvis_desktop.tables.types import ColumnInfo
    from ui.components.record_table import RecordTable
    from ui.components.table.cell_editing import InlineEdit
    from ui.components.table.previews import Previews
    from ui.tables.formatting import DisplayRow, Labels
    from ui.tables.plan import TablePlan

_WORDS = frozenset({"form_field_definitions", "form_templates"})
"""The tables that hold the words of forms."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is here: its row, its column, and the value that the page carries."""

    index: QModelIndex
    row: DisplayRow
    column: ColumnInfo

    @property
    def value(self) -> Any:
        """The value, cut where it is long."""
        return self.row.values[self.index.column()]


class CellWork(QObject):
    """Belongs to one record table; what is rarely needed is made when it is first asked for."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        context = table.context
        self._services, self._reader, self._asked = context.services, context.reader, table.asked
        self._previews: Previews | None = None
        self._editing: InlineEdit | None = None
        self.hovering = Hovering(table, self)
        self.clicks = SlowClicks(table, self)
        self.documents = OpeningDocuments(table, self)
        self.labels: Labels = NO_LABELS
        """The words of the form, as the table was opened with them."""
        self._labelled = ""
        context.bus.changed.connect(self._on_changes)
        table.source.writer = self.writer
        table.source.settled.connect(self._on_settled)

    def _on_settled(self) -> None:
        for part in self._table.view.parts:
            self.hovering.watch(part)
            self.clicks.watch(part)
            self.documents.watch(part)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(_WORDS):
            self._labelled = ""

    def writer(self, plan: TablePlan) -> RowWriter:
        """What writes the rows of a plan, with the words of the form, read anew once the form changed; for workers."""
        if self._labelled != plan.table.name:
            # Marked first: a change that is announced while they are read has them read again.
            self._labelled = plan.table.name
            self.labels = read_labels(self._services, self._reader, plan.table.name, self._asked.form_type)
        carried = (*plan.columns, *plan.extra)
        return RowWriter(carried, shown=len(plan.columns), labels=self.labels, colours=plan.colours)

    def current(self) -> Cell | None:
        """The current cell, if its row is here."""
        return self.at(self._table.view.currentIndex())

    def at(self, index: QModelIndex) -> Cell | None:
        """The cell of an index, if its row is here."""
        plan = self._table.source.plan
        row = self._table.source.model.row(index.row()) if index.isValid() else None
        if row is None or plan is None or not 0 <= index.column() < len(plan.columns):
            return None
        return Cell(index, row, plan.columns[index.column()])

    def link(self, cell: Cell | None) -> Link | None:
        """Where a cell leads, if its column does and it holds something."""
        plan = self._table.source.plan
        if cell is None or plan is None or cell.value is None:
            return None
        return plan.links.get(cell.column.name)

    def view_of(self, index: QModelIndex) -> QTableView:
        """The view in which a cell can be seen: that of the columns that stay, or the table's own."""
        own: QTableView = self._table.view
        if own.isColumnHidden(index.column()):
            for other in own.findChildren(QTableView):
                if other.isVisible() and not other.isColumnHidden(index.column()):
                    return other
        return own

    @property
    def previews(self) -> Previews:
        """The cards that show where a cell leads."""
        if self._previews is None:
            from ui.components.table.previews import Previews

            self._previews = Previews(self._table)
        return self._previews

    def drop_preview(self) -> None:
        """Take the card away, if one is shown."""
        if self._previews is not None:
            self._previews.hide()

    @property
    def editing(self) -> InlineEdit:
        """The editor in a cell."""
        if self._editing is None:
            from ui.components.table.cell_editing import InlineEdit

            self._editing = InlineEdit(self._table)
        return self._editing

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something typed into a cell would be lost."""
        return self._editing is not None and self._editing.has_input
