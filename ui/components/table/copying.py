"""Copying rows as tables, JSON, Markdown or INSERT statements, and the value of one cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from ui.components.table.actions import Group, TableAction, with_rows
from ui.core.sides import open_below
from ui.core.tasks import Lane
from ui.tables.formatting import WholeWriter, whole_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.exports.copying import Copied
    from jarvis_desktop.tables.types import ColumnInfo, RecordValues
    from ui.components.record_table import RecordTable
    from ui.tables.formatting import Labels

_FORMS = (
    ("tsv", mark("Table (TSV)")),
    ("json", mark("JSON")),
    ("markdown", mark("Markdown")),
    ("insert", mark("INSERT statements")),
)
_CELL = "cell"


def copy_rows(table: RecordTable, form: str = "tsv") -> None:
    """Put the selected rows on the clipboard."""
    from jarvis_desktop.exports.texts import TextFormat

    rows, plan = table.selected(), table.source.plan
    if rows is None or plan is None:
        return
    headings = {column.name: column.label for column in plan.columns}
    work = partial(
        table.context.services.copying.copy,
        rows,
        TextFormat(form),
        write=partial(_writer, table.cells.labels),
        headings=headings,
    )
    _submit(table, work, _Copying(table).done)


def copy_cell(table: RecordTable) -> None:
    """Put the whole value of the current cell on the clipboard."""
    cell = table.cells.current()
    if cell is None:
        return
    tables, name = table.context.services.tables, table.asked.table
    work = partial(tables.record, name, cell.row.id)
    _submit(table, work, _CopyingCell(table, cell.column).done)


def _submit(table: RecordTable, work: Callable[[], object], done: Callable[..., None]) -> None:
    table.context.tasks.submit(Lane.READ, work, done=done, failed=partial(_failed, table), owner=table)


def _writer(labels: Labels, columns: Sequence[ColumnInfo]) -> WholeWriter:
    return WholeWriter(columns, labels)


class _Copying:
    """Waits for the text of rows."""

    def __init__(self, table: RecordTable) -> None:
        self._table = table

    def done(self, copied: Copied) -> None:
        """Put the text where other programs find it."""
        data = QMimeData()
        data.setText(copied.text)
        if copied.html:
            data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._table.context.say(tr_n("Copied {n} row", "Copied {n} rows", copied.rows, n=grouped(copied.rows)))


class _CopyingCell:
    """Waits for the whole value of a cell."""

    def __init__(self, table: RecordTable, column: ColumnInfo) -> None:
        self._table = table
        self._column = column

    def done(self, record: RecordValues) -> None:
        """Put the value where other programs find it."""
        value = record.values.get(self._column.name)
        if value is not None and self._column.kind == "json":
            from jarvis_desktop.core.json_text import dumps

            text = value if isinstance(value, str) else dumps(value, indent=2)
        elif value is None:
            text = ""
        else:
            text = (
                whole_text(value) if isinstance(value, (str, list, tuple)) else WholeWriter([self._column])([value])[0]
            )
        QGuiApplication.clipboard().setText(text)
        self._table.context.say(tr("Copied {label}", label=self._column.label))


def _failed(table: RecordTable, error: JarvisError) -> None:
    table.context.refuse(error)


class _FormMenu(QMenu):
    """The forms in which rows can be copied, at the current row."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("copyAs")
        self.setAccessibleName(tr("Copy as"))
        for form, words in _FORMS:
            self.addAction(tr("Copy as {words}", words=shown(words))).setObjectName(form)
        self.addSeparator()
        cell = self.addAction(tr("Copy cell"))
        cell.setObjectName(_CELL)
        cell.setEnabled(table.cells.current() is not None)
        self.triggered.connect(self._on_chosen)
        self.aboutToHide.connect(self.deleteLater)

    def _on_chosen(self, chosen: QAction) -> None:
        if chosen.objectName() == _CELL:
            copy_cell(self._table)
        else:
            copy_rows(self._table, chosen.objectName())


def _offer_forms(table: RecordTable) -> None:
    menu, view = _FormMenu(table), table.view
    open_below(menu, view.visualRect(view.currentIndex()), view.viewport())
    menu.setActiveAction(menu.actions()[0])


def _words(table: RecordTable) -> str:
    rows = table.selected()
    count = rows.count if rows is not None else None
    return tr("Copy") if count is None else tr_n("Copy {n} row", "Copy {n} rows", count, n=grouped(count))


def _has_cell(table: RecordTable) -> bool:
    return table.cells.current() is not None


ACTIONS: tuple[TableAction, ...] = (
    TableAction("copy", _words, Group.COPY, copy_rows, icon="copy", shortcut="Ctrl+C", applies=with_rows),
    TableAction("copy_as", mark("Copy as…"), Group.COPY, _offer_forms, shortcut="Ctrl+Shift+C", applies=with_rows),
    TableAction("copy_cell", mark("Copy cell"), Group.COPY, copy_cell, applies=_has_cell),
)
