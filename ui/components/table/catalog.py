"""Every action of a record table, collected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.table import (
    columns,
    copying,
    copying_link,
    editing_many,
    exporting,
    filtering,
    grouping,
    importing,
    inline_edit,
    json_cells,
    links,
    refreshing,
    removing,
    saved_filters,
)

if TYPE_CHECKING:
    from ui.components.table.actions import TableAction

ACTIONS: tuple[TableAction, ...] = (
    *links.ACTIONS,
    *json_cells.ACTIONS,
    *inline_edit.ACTIONS,
    *removing.ACTIONS,
    *copying.ACTIONS,
    *copying_link.ACTIONS,
    *filtering.ACTIONS,
    *grouping.ACTIONS,
    *saved_filters.ACTIONS,
    *columns.ACTIONS,
    *refreshing.ACTIONS,
    *editing_many.ACTIONS,
    *exporting.ACTIONS,
    *importing.ACTIONS,
)
