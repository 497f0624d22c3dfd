"""Rows in groups of one value: which column, and all groups open or closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from jarvis_desktop.core.errors import NotGrouped
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind
from ui.components.table.actions import Group, TableAction
from ui.core.icons import icon
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.errors import JarvisError
    from ui.components.record_table import RecordTable
    from ui.tables.plan import TablePlan

MOST_GROUPS = 2_000
_MOST_EXPLAINED = 24
"""Columns up to which the menu lists those that make no groups too, with the reason."""
_NO_GROUPS = frozenset({ColumnKind.JSON, ColumnKind.ARRAY, ColumnKind.DATETIME})
_LABEL_SHOWN = 20


class Grouping(QObject):
    """The button “Group” of a table's bar.

    Signals:
        renamed (QToolButton, str): the button has other words.
    """

    renamed = Signal(object, str)

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._distinct: Mapping[str, int] = {}
        self._asked: Latest[Mapping[str, int]] = Latest()
        self._few = True
        self.words = tr("Group")
        self.button = QToolButton(table)
        self.button.setObjectName("groupBy")
        self.button.setProperty("kind", "tool")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self.button.setProperty("offered", table.asked.search)
        self.button.setVisible(table.asked.search)
        self.menu.aboutToShow.connect(self._on_opening)
        table.source.opened.connect(self._on_opened)
        table.source.failed.connect(self._on_failed)
        table.group_wanted.connect(self.group)
        table.context.theme.follow(table, self._show)
        self._show()

    def group(self, column: str) -> None:
        """Show the rows in groups of that column's values; "" in none."""
        table = self._table
        if column != table.source.group_column:
            table.arranging.group(column)
            table.source.group_by(column)
            self._show()

    def collapse(self, *, closed: bool) -> None:
        """Close all groups, or open them."""
        source = self._table.source
        heads = (section.head for section in source.model.layout.sections if section.head is not None)
        source.group_by(source.group_column, frozenset(heads) if closed else frozenset())

    def _on_opening(self) -> None:
        """Fill the menu with what is known, and look at how many values the columns hold."""
        self._fill()
        table, plan = self._table, self._table.source.plan
        if not self._distinct and plan is not None:
            work = partial(table.context.services.tables.distinct, plan.table.name)
            self._asked.keep(
                table.context.tasks.submit(Lane.READ, work, done=self._on_distinct, failed=self._on_unknown)
            )

    def _on_distinct(self, distinct: Mapping[str, int]) -> None:
        self._distinct = distinct
        for entry in self.menu.actions():
            self._rate(entry)

    def _on_unknown(self, _error: JarvisError) -> None:
        """Every column stays on offer."""

    def _fill(self) -> None:
        table = self._table
        self.menu.clear()
        current = table.source.group_column
        self._add("", tr("No groups"), checked=not current)
        self.menu.addSeparator()
        offered = table.source.plan.offered if table.source.plan else ()
        self._few = len(offered) <= _MOST_EXPLAINED
        for offer in offered:
            entry = self._add(offer.column.name, offer.column.label, checked=offer.column.name == current)
            entry.setData(offer.column)
            self._rate(entry)
        self.menu.addSeparator()
        for text, closed in ((tr("Collapse all"), True), (tr("Expand all"), False)):
            entry = self.menu.addAction(text)
            entry.setObjectName("collapseGroups" if closed else "expandGroups")
            entry.setEnabled(bool(current))
            entry.triggered.connect(partial(self.collapse, closed=closed))

    def _add(self, column: str, text: str, *, checked: bool) -> QAction:
        entry = self.menu.addAction(text.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(checked)
        entry.triggered.connect(partial(self._on_chosen, column))
        return entry

    def _on_chosen(self, column: str, *_checked: bool) -> None:
        self.group(column)

    def _rate(self, entry: QAction) -> None:
        """Take a column off the offer that makes no groups, and say why."""
        column = entry.data()
        if isinstance(column, ColumnInfo):
            reason = _reason(column, self._distinct.get(column.name, 0))
            entry.setEnabled(not reason)
            entry.setVisible(not reason or self._few)
            entry.setText(column.label.replace("&", "&&") + (f"\t{reason}" if reason else ""))

    def _on_opened(self, _plan: TablePlan) -> None:
        self._distinct = {}
        self._show()

    def _on_failed(self, error: JarvisError) -> None:
        if isinstance(error, NotGrouped):
            self._table.context.refuse(error)
            self._table.arranging.group("")
            self._table.source.group_by("")
            self._show()

    def _show(self) -> None:
        current = self._table.source.group_column
        plan = self._table.source.plan
        column = plan.table.column(current) if plan is not None and current else None
        label = column.label if column is not None else current
        tokens = self._table.context.theme.tokens
        self.button.setIcon(icon("list-tree", tokens.accent if current else tokens.muted))
        name = tr("Grouped by {label}", label=label) if current else tr("Group the rows")
        self.words = tr("By {label}", label=_short(label)) if current else tr("Group")
        self.renamed.emit(self.button, self.words)
        self.button.setAccessibleName(name)
        self.button.setToolTip(f"{name} (G)")


def _short(label: str) -> str:
    return label if len(label) <= _LABEL_SHOWN else f"{label[: _LABEL_SHOWN - 1]}…"


def _reason(column: ColumnInfo, distinct: int) -> str:
    if column.kind is ColumnKind.DATETIME:
        return tr("instants")
    if column.kind in _NO_GROUPS:
        return tr("documents")
    return tr("about {distinct} values", distinct=grouped(distinct)) if distinct > MOST_GROUPS else ""


def _open(table: RecordTable) -> None:
    table.menu.drop(table.grouping.button)


def _collapse(table: RecordTable) -> None:
    table.grouping.collapse(closed=True)


def _expand(table: RecordTable) -> None:
    table.grouping.collapse(closed=False)


def _is_open(table: RecordTable) -> bool:
    return table.source.plan is not None


def _is_grouped(table: RecordTable) -> bool:
    return bool(table.source.group_column)


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "group-by", mark("Group by…"), Group.VIEW, _open, icon="list-tree", shortcut="Ctrl+Shift+G", applies=_is_open
    ),
    TableAction("group-by-letter", mark("Group by…"), Group.VIEW, _open, shortcut="G", applies=_is_open, listed=False),
    TableAction(
        "collapse-groups", mark("Collapse all groups"), Group.VIEW, _collapse, offered=_is_grouped, applies=_is_grouped
    ),
    TableAction(
        "expand-groups", mark("Expand all groups"), Group.VIEW, _expand, offered=_is_grouped, applies=_is_grouped
    ),
)
