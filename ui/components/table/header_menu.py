"""The menu of one column: order, filter, group, freeze, hide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMenu

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.types import Sort
from ui.core.icons import icon
from ui.core.sides import open_below
from ui.tables.plan import UNSORTABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from jarvis_desktop.tables.types import ColumnInfo
    from ui.components.record_table import RecordTable


def open_for_current(table: RecordTable) -> None:
    """Open the menu of the current cell's column, below its label."""
    view = table.view
    place = max(0, view.currentIndex().column())
    part = view.frozen if view.frozen is not None and place < view.freeze else view
    header = part.header
    columns = table.source.model.columns
    if place < len(columns):
        label = QRect(header.sectionViewportPosition(place), 0, header.sectionSize(place), header.height())
        open_below(header_menu(table, place, columns[place]), label & header.rect(), header.viewport())


def open_menu(table: RecordTable, place: int, where: QPoint) -> None:
    """Open the menu of the column at `place` at a point of the screen."""
    columns = table.source.model.columns
    if 0 <= place < len(columns):
        menu = header_menu(table, place, columns[place])
        menu.popup(where)


def header_menu(table: RecordTable, place: int, column: ColumnInfo) -> QMenu:
    """The menu of a column; it goes when it closes."""
    menu = QMenu(table)
    menu.setObjectName("columnMenu")
    menu.aboutToHide.connect(menu.deleteLater)
    colour = table.context.theme.tokens.muted

    def add(name: str, text: str, run: Callable[[], None], image: str = "", *, enabled: bool = True) -> None:
        entry = menu.addAction(text.replace("&", "&&"))
        entry.setObjectName(name)
        if image:
            entry.setIcon(icon(image, colour))
        entry.setEnabled(enabled)
        entry.triggered.connect(run)

    if column.kind not in UNSORTABLE:
        _add_orders(table, column.name, add)
        menu.addSeparator()
    add(
        "filter",
        tr("Filter by “{label}”", label=column.label),
        partial(table.filter_wanted.emit, column.name),
        "list-filter",
    )
    if column.kind not in UNSORTABLE:
        add(
            "group",
            tr("Group by “{label}”", label=column.label),
            partial(table.group_wanted.emit, column.name),
            "list-tree",
        )
    menu.addSeparator()
    last = place >= len(table.source.model.columns) - 1
    frozen = table.arranging.freeze
    add("freeze", tr("Freeze up to here"), partial(_freeze, table, place + 1), "pin", enabled=not last)
    if frozen:
        add("unfreeze", tr("Freeze no column"), partial(_freeze, table, 0))
    hide = partial(table.arranging.show, column.name, shown=False)
    add("hide", tr("Hide"), hide, "eye-off", enabled=len(table.source.model.columns) > 1)
    add("fit", tr("Fit to its content"), partial(table.view.widths.fit_column, place))
    menu.addSeparator()
    add("columns", tr("Columns"), partial(_choose, table), "columns-3")
    return menu


def _add_orders(table: RecordTable, name: str, add: Callable[..., None]) -> None:
    arranging, sort = table.arranging, table.source.sort
    mine = next((each for each in sort if each.column == name), None)
    others = tuple(each for each in sort if each.column != name)
    up, down = Sort(name), Sort(name, descending=True)
    add("ascending", tr("Sort ascending"), partial(arranging.order, (up,)), "arrow-up", enabled=sort != (up,))
    add("descending", tr("Sort descending"), partial(arranging.order, (down,)), "arrow-down", enabled=sort != (down,))
    if others and mine is None:
        add("add-ascending", tr("Add to the order, ascending"), partial(arranging.order, (*sort, up)))
        add("add-descending", tr("Add to the order, descending"), partial(arranging.order, (*sort, down)))
    elif others:
        add("take-out", tr("Take out of the order"), partial(arranging.order, others))


def _freeze(table: RecordTable, count: int) -> None:
    table.arranging.arrange(table.arranging.columns, count)


def _choose(table: RecordTable) -> None:
    table.menu.run("columns")
