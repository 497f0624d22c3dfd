"""Deleting selected rows: done at once and taken back with undo, not asked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import records
from jarvis_desktop.tables.permission import may_write
from ui.components.table.actions import Group, TableAction, with_rows
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.types import RowSet
    from ui.components.record_table import RecordTable


class Removal(QObject):
    """Deletes a table's selected rows once; lives as long as that takes."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table

    def run(self) -> None:
        """Begin."""
        rows = self._table.selected()
        if rows is None:
            self.deleteLater()
            return
        context, name = self._table.context, self._table.asked.table
        work = partial(_remove, context.services, name, rows, context.reader)
        context.tasks.submit(Lane.WRITE, work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, edit: StoredEdit) -> None:
        context = self._table.context
        context.stored(edit)
        self._table.removed.emit(edit.changes)
        context.bus.publish(edit.changes)
        self.deleteLater()

    def _on_failed(self, error: JarvisError) -> None:
        self._table.context.refuse(error)
        self.deleteLater()


def _remove(services: Application, name: str, rows: RowSet, reader: Reader) -> StoredEdit:
    """Runs in a worker, where the service may be imported."""
    return services.forms.remove_rows(name, rows, reader)


def _begin(table: RecordTable) -> None:
    Removal(table).run()


def _words(table: RecordTable) -> str:
    rows = table.selected()
    if rows is None:
        return tr("Delete")
    count = rows.count
    return (
        tr("Delete {records}", records=records(table.asked.table, count))
        if count is not None
        else tr("Delete the selected records")
    )


def _offered(table: RecordTable) -> bool:
    return may_write(table.asked.table, table.context.reader)


ACTIONS = (
    TableAction(
        "delete_rows",
        _words,
        Group.EDIT,
        _begin,
        icon="trash-2",
        shortcut="Del",
        applies=with_rows,
        offered=_offered,
    ),
)
