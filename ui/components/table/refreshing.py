"""Looking at a table anew: columns that were added or changed since, and rows where nobody tells what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark
from ui.components.table.actions import Group, TableAction

if TYPE_CHECKING:
    from ui.components.record_table import RecordTable


def _refresh(table: RecordTable) -> None:
    table.refresh()


ACTIONS: tuple[TableAction, ...] = (
    TableAction("refresh", mark("Refresh"), Group.VIEW, _refresh, icon="refresh-cw", shortcut="F5"),
)
