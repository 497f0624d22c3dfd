"""Editing many rows at once: the action; its page is imported when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import records
from jarvis_desktop.tables.permission import may_write
from ui.components.table.actions import Group, TableAction, with_rows

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def _count(table: RecordTable) -> int | None:
    rows = table.selected()
    if rows is None:
        return None
    total: int | None = getattr(table.source, "total", None) if rows.everything else None
    return rows.count if total is None else total


def _words(table: RecordTable) -> str:
    count = _count(table)
    return (
        tr("Edit the selected…") if count is None else tr("Edit {records}…", records=records(table.asked.table, count))
    )


def _may_edit(table: RecordTable) -> bool:
    return table.asked.bulk_edit and may_write(table.asked.table, table.context.reader)


def open_bulk_edit(table: RecordTable) -> None:
    """Show the page for editing the selected rows."""
    from ui.components.table.bulk_edit import BulkEditPanel

    rows = table.selected()
    if rows is not None:
        panel = BulkEditPanel(table.context, rows, _count(table), table.asked.form_type)
        table.context.open_page(_words(table).rstrip("…"), panel)


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "bulk_edit",
        _words,
        Group.EDIT,
        open_bulk_edit,
        icon="pencil",
        shortcut="E",
        applies=with_rows,
        offered=_may_edit,
    ),
)
