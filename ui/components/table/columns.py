"""Actions on a table's columns, order, density and selection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown, tr
from ui.components.table.actions import Group, TableAction
from ui.tables.arrangement import Density
from ui.tables.plan import UNSORTABLE

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import ColumnInfo
    from ui.components.record_table import RecordTable


def current_column(table: RecordTable) -> ColumnInfo | None:
    """The column of the current cell."""
    columns, place = table.source.model.columns, table.view.currentIndex().column()
    return columns[place] if 0 <= place < len(columns) else None


def _sort(table: RecordTable, *, add: bool = False) -> None:
    if (column := current_column(table)) is not None:
        table.arranging.sort(column.name, table.source.sort, add=add)


def _sortable(table: RecordTable) -> bool:
    column = current_column(table)
    return column is not None and column.kind not in UNSORTABLE


def _about_column(words: Text, table: RecordTable) -> str:
    column = current_column(table)
    return shown(words, column=tr("this column") if column is None else f"“{column.label}”")


def _move(by: int, table: RecordTable) -> None:
    place = table.view.currentIndex().column()
    if (column := current_column(table)) is not None:
        table.arranging.move_shown(column.name, place + by)


def _resize(by: int, table: RecordTable) -> None:
    table.view.widths.change(table.view.currentIndex().column(), by)


def _open_menu(table: RecordTable) -> None:
    from ui.components.table.header_menu import open_for_current

    open_for_current(table)


def _choose(table: RecordTable) -> None:
    from ui.components.table.column_panel import ColumnPanel

    ColumnPanel.open(table)


def _is_open(table: RecordTable) -> bool:
    return bool(table.arranging.columns)


def _has_rows(table: RecordTable) -> bool:
    return table.source.model.rowCount() > 0


def _has_column(table: RecordTable) -> bool:
    return current_column(table) is not None


def _select_everything(table: RecordTable) -> None:
    table.view.selectAll()


def _clear_selection(table: RecordTable) -> None:
    table.view.selecting.clear()


def _has_selection(table: RecordTable) -> bool:
    return bool(table.view.selecting.runs)


def _go_to(table: RecordTable) -> None:
    table.footer.ask_jump()


def _density_words(table: RecordTable) -> str:
    return tr("Compact rows") if table.arranging.density is Density.NORMAL else tr("Normal row height")


def _turn_density(table: RecordTable) -> None:
    other = Density.COMPACT if table.arranging.density is Density.NORMAL else Density.NORMAL
    table.arranging.set_density(other)


def _fit(table: RecordTable) -> None:
    table.arranging.fit()


def _reset(table: RecordTable) -> None:
    table.arranging.reset()


def _forgets(table: RecordTable) -> bool:
    return not table.arranging.memory.keeps


def _never(_table: RecordTable) -> bool:
    return False


def _nothing(_table: RecordTable) -> None:
    """A line of the menu that only tells."""


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "select-everything",
        mark("Select all that match"),
        Group.SELECT,
        _select_everything,
        shortcut="Ctrl+A",
        applies=_has_rows,
    ),
    TableAction("clear-selection", mark("Clear the selection"), Group.SELECT, _clear_selection, applies=_has_selection),
    TableAction("go-to", mark("Go to row or key"), Group.SELECT, _go_to, shortcut="Ctrl+G", applies=_is_open),
    TableAction(
        "sort",
        partial(_about_column, mark("Sort by {column}")),
        Group.CELL,
        _sort,
        icon="arrow-up-narrow-wide",
        shortcut="Ctrl+Shift+S",
        applies=_sortable,
    ),
    TableAction(
        "sort-add",
        partial(_about_column, mark("Add {column} to the order")),
        Group.CELL,
        partial(_sort, add=True),
        shortcut="Ctrl+Alt+S",
        applies=_sortable,
    ),
    TableAction(
        "column-menu",
        partial(_about_column, mark("More for {column}")),
        Group.CELL,
        _open_menu,
        shortcut="Alt+Down",
        applies=_has_column,
    ),
    TableAction(
        "move-left",
        partial(_about_column, mark("Move {column} to the left")),
        Group.VIEW,
        partial(_move, -1),
        shortcut="Ctrl+Shift+Left",
        applies=_has_column,
        listed=False,
    ),
    TableAction(
        "move-right",
        partial(_about_column, mark("Move {column} to the right")),
        Group.VIEW,
        partial(_move, 1),
        shortcut="Ctrl+Shift+Right",
        applies=_has_column,
        listed=False,
    ),
    TableAction(
        "narrower",
        partial(_about_column, mark("Make {column} narrower")),
        Group.VIEW,
        partial(_resize, -16),
        shortcut="Ctrl+Alt+Left",
        applies=_has_column,
        listed=False,
    ),
    TableAction(
        "wider",
        partial(_about_column, mark("Make {column} wider")),
        Group.VIEW,
        partial(_resize, 16),
        shortcut="Ctrl+Alt+Right",
        applies=_has_column,
        listed=False,
    ),
    TableAction("columns", mark("Columns"), Group.VIEW, _choose, icon="columns-3", applies=_is_open),
    TableAction("fit-width", mark("Fit width"), Group.VIEW, _fit, applies=_is_open),
    TableAction("density", _density_words, Group.VIEW, _turn_density, applies=_is_open),
    TableAction("reset-view", mark("Reset view"), Group.VIEW, _reset, icon="rotate-ccw", applies=_is_open),
    TableAction(
        "not-kept",
        mark("The view is not kept in this database"),
        Group.VIEW,
        _nothing,
        applies=_never,
        offered=_forgets,
    ),
)
