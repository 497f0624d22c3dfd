"""Editing cells where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark
from jarvis_desktop.tables.permission import may_write
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def edit_cell(table: RecordTable) -> None:
    """Edit the current cell."""
    table.cells.editing.begin(table.view.currentIndex())


def may_edit(table: RecordTable) -> bool:
    """Whether the person may edit cells of this table."""
    return table.asked.edit and may_write(table.asked.table, table.context.reader)


def _applies(table: RecordTable) -> bool:
    return table.cells.current() is not None


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "edit_cell",
        mark("Edit cell"),
        Group.EDIT,
        edit_cell,
        icon="pencil",
        shortcut="F2",
        applies=_applies,
        offered=may_edit,
    ),
)
