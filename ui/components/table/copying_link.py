"""Copying a link to the current record, for a message to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jarvis_desktop.core.words import mark, tr
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable

_NUMBERS = {"incidents": "incident_id", "submissions": "submission_id"}
"""The columns with the numbers that people say, where a record has one."""


def copy_link(table: RecordTable) -> None:
    """Put the link to the record of the current cell on the clipboard."""
    from ui.core.links import format_link, record_link

    cell, plan = table.cells.current(), table.source.plan
    if cell is None or plan is None:
        return
    name, key = table.asked.table, str(cell.row.id)
    for place, column in enumerate(plan.columns):
        if column.name == _NUMBERS.get(name) and cell.row.values[place]:
            key = str(cell.row.values[place])
    link = record_link(name, key)
    if link is None:
        table.context.say(tr("This record has a key that no link can carry."))
        return
    QGuiApplication.clipboard().setText(format_link(link))
    table.context.say(tr("Copied {link}", link=format_link(link)))


def _has_record(table: RecordTable) -> bool:
    return table.cells.current() is not None


ACTIONS: tuple[TableAction, ...] = (
    TableAction("copy_link", mark("Copy link"), Group.COPY, copy_link, icon="link", applies=_has_record),
)
