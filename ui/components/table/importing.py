"""Rows out of files: the action that opens the page for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.tables.labels import in_sentence
from jarvis_desktop.tables.permission import may_write
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def may_import(table: RecordTable) -> bool:
    """Whether the person may bring rows into the table."""
    if table.props.get("import") is False:
        return False
    return may_write(table.asked.table, table.context.reader)


def _is_open(table: RecordTable) -> bool:
    return table.source.plan is not None


def open_import(table: RecordTable, file: str = "") -> None:
    """Show the page for imports, with a file if there is one already."""
    plan = table.source.plan
    if plan is not None:
        props = {"table": plan.table.name, "label": plan.table.label}
        if file:
            props["file"] = file
        table.context.open_component("import", tr("Import {label}", label=in_sentence(plan.table.label)), props)


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "import",
        mark("Import…"),
        Group.FILES,
        open_import,
        icon="upload",
        shortcut="Ctrl+Shift+I",
        applies=_is_open,
        offered=may_import,
    ),
)
