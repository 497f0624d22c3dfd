"""A JSON or array cell as a tree, on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.tables.labels import in_sentence
from jarvis_desktop.tables.types import ColumnKind
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ui.components.record_table import RecordTable

_DOCUMENTS = frozenset({ColumnKind.JSON, ColumnKind.ARRAY})


def holds_document(table: RecordTable) -> bool:
    """Whether the current cell holds JSON or an array."""
    cell = table.cells.current()
    return cell is not None and cell.value is not None and cell.column.kind in _DOCUMENTS


def show_document(table: RecordTable) -> None:
    """Show all that the current cell holds as a tree."""
    from ui.components.table.json_page import JsonPage

    cell = table.cells.current()
    plan = table.source.plan
    if cell is None or plan is None or not holds_document(table):
        return
    page = JsonPage(table.context, table.asked.table, cell.row.id, cell.column)
    table.context.open_page(
        tr("{label} of {label_2} {id}", label=cell.column.label, label_2=in_sentence(plan.table.label), id=cell.row.id),
        page,
    )
    page.begin()


class OpeningDocuments(QObject):
    """Enter and double click on a cell with JSON show it as a tree, where on others they open the record."""

    def __init__(self, table: RecordTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._watched: set[QObject] = set()
        table.view.installEventFilter(self)
        self.watch(table.view)

    def watch(self, view: QTableView) -> None:
        """Watch the clicks in this view of the table too."""
        if view.viewport() not in self._watched:
            self._watched.add(view.viewport())
            view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        )
        clicked = event.type() == QEvent.Type.MouseButtonDblClick
        if (pressed or clicked) and holds_document(self._table):
            show_document(self._table)
            return True
        return super().eventFilter(watched, event)


def _offered(table: RecordTable) -> bool:
    plan = table.source.plan
    return plan is not None and any(column.kind in _DOCUMENTS for column in plan.columns)


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "show_json",
        mark("Show as tree"),
        Group.OPEN,
        show_document,
        icon="braces",
        applies=holds_document,
        offered=_offered,
    ),
)
