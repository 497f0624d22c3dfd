"""Following a cell to the record it names, and looking at it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def open_link(table: RecordTable) -> None:
    """Open the record that the current cell names."""
    cell = table.cells.current()
    link = table.cells.link(cell)
    if cell is not None and link is not None:
        table.context.open_record(link.table, str(cell.value))


def look(table: RecordTable) -> None:
    """Show, beside the current cell, what it names; of a JSON cell, all it holds."""
    from ui.components.table import json_cells

    cell = table.cells.current()
    if table.cells.link(cell) is not None:
        table.cells.previews.show_for(table.view.currentIndex(), at_once=True)
    elif json_cells.holds_document(table):
        json_cells.show_document(table)


def _leads(table: RecordTable) -> bool:
    return table.cells.link(table.cells.current()) is not None


def _can_look(table: RecordTable) -> bool:
    from ui.components.table import json_cells

    return _leads(table) or json_cells.holds_document(table)


def _words(table: RecordTable) -> str:
    cell = table.cells.current()
    if cell is None or not _leads(table):
        return tr("Open what it names")
    text = str(cell.value)
    return tr("Open {name}", name=text if len(text) <= 40 else text[:39] + "…")


def _has_links(table: RecordTable) -> bool:
    plan = table.source.plan
    return plan is not None and any(column.name in plan.links for column in plan.columns)


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "open_link",
        _words,
        Group.OPEN,
        open_link,
        icon="arrow-up-right",
        shortcut="Ctrl+Return",
        applies=_leads,
        offered=_has_links,
    ),
    TableAction("look", mark("Show what it holds"), Group.OPEN, look, icon="eye", shortcut="Space", applies=_can_look),
)
