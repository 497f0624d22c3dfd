"""A table's actions as a context menu, a “More” button and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.table.actions import CONTEXT, MORE, key_name
from ui.core.icons import icon
from ui.core.sides import open_below
from ui.tables.keys import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.components.record_table import RecordTable
    from ui.components.table.actions import Group, TableAction


class TableMenu(QObject):
    """Offers the actions of `ui.components.table.catalog` on one table.

    Menus are filled when they open, so that words and states are those of the moment. The actions are imported once
    rows stand: keys are made then, or with the first key that is pressed before.
    """

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self.button = QToolButton(table)
        self.button.setObjectName("more")
        self.button.setProperty("kind", "tool")
        self.button.setAccessibleName(tr("More actions"))
        self.button.setToolTip(tr("More actions"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.button)
        self._menu.setObjectName("moreMenu")
        self._menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self._menu)
        self._context = QMenu(table)
        self._context.setObjectName("contextMenu")
        self._keys: dict[str, QAction] = {}
        table.context.keys.changed.connect(self._show_keys)
        self._show_keys()
        table.view.installEventFilter(self)
        table.context.tasks.when_quiet(self._make_keys, self)
        table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.view.customContextMenuRequested.connect(self._on_context)
        table.context.theme.follow(table, self._tint)
        self._tint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Comes ahead of every key, before Qt looks whose it is.
        if event.type() is QEvent.Type.ShortcutOverride:
            self._make_keys()
        return super().eventFilter(watched, event)

    def fill(self, menu: QMenu, groups: Sequence[Group] = MORE) -> None:
        """Put the actions that are on offer into `menu`, group by group; those of a row only while they apply."""
        menu.clear()
        for group in groups:
            listed = [action for action in _actions() if action.group is group and action.listed]
            offered = [action for action in listed if action.offered(self._table)]
            if groups is CONTEXT:
                offered = [action for action in offered if action.applies(self._table)]
            if offered and not menu.isEmpty():
                menu.addSeparator()
            for action in offered:
                self._add(menu, action)

    def anchor(self, button: QToolButton) -> QToolButton:
        """Where what a button opens comes from: “More”, while the bar has no room for the button."""
        return button if button.isVisible() else self.button

    def drop(self, button: QToolButton) -> None:
        """Open the menu of a button of the bar."""
        menu = button.menu()
        if button.isVisible():
            button.showMenu()
        elif menu is not None:
            open_below(menu, self.button.rect(), self.button)

    def run(self, name: str) -> bool:
        """Do the action of that name, if it is on offer and applies; answers whether it was done."""
        action = next((action for action in _actions() if action.name == name), None)
        if action is None or not action.offered(self._table) or not action.applies(self._table):
            return False
        action.run(self._table)
        return True

    def _add(self, menu: QMenu, action: TableAction) -> None:
        entry = menu.addAction(action.words(self._table).replace("&", "&&"))
        entry.setObjectName(action.name)
        if action.icon:
            entry.setIcon(icon(action.icon, self._table.context.theme.tokens.muted))
        keys = self._sequences(action)
        if keys:
            entry.setShortcut(keys[0])
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        entry.setEnabled(action.applies(self._table))
        entry.triggered.connect(partial(self.run, action.name))

    def _make_keys(self) -> None:
        if not self._keys:
            self._table.view.removeEventFilter(self)
            self._keys = {action.name: self._key(action) for action in _actions()}
            self._show_keys()

    def _key(self, action: TableAction) -> QAction:
        key = QAction(self)
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(partial(self.run, action.name))
        self._table.view.addAction(key)
        return key

    def _sequences(self, action: TableAction) -> list[QKeySequence]:
        return self._table.context.keys.sequences(key_name(action.name), (action.shortcut,) if action.shortcut else ())

    def _show_keys(self) -> None:
        """Take the person's keys."""
        for action in _actions() if self._keys else ():
            self._keys[action.name].setShortcuts(self._sequences(action))
        self._table.view.letters = LETTERS if self._table.context.keys.letters else {}

    def _fill_menu(self) -> None:
        self.fill(self._menu)

    def _on_context(self, place: QPoint) -> None:
        self.fill(self._context, CONTEXT)
        self._context.popup(self._table.view.viewport().mapToGlobal(place))

    def _tint(self) -> None:
        self.button.setIcon(icon("ellipsis", self._table.context.theme.tokens.muted))


def _actions() -> tuple[TableAction, ...]:
    from ui.components.table.catalog import ACTIONS  # the first rows come without them

    return ACTIONS
