"""The menu bar: everything the window can do, for discovery and for screen readers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from jarvis_desktop.core.words import shown
from ui.core.commands import Group
from ui.core.keymap import KeyMap, is_typing
from ui.shell.edit_menu import EditMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMainWindow

    from jarvis_desktop.metadata.types import TabView
    from ui.core.commands import Command
    from ui.core.workbench import Workbench

DIRECT_KEYS = 9
"""As many tabs have keys of their own, Ctrl+1 and so on unless others were chosen."""


def tab_key(position: int) -> str:
    """Under what name a person's keys for the tab of that position (from 1) are kept."""
    return f"tab.{position}"


class Menus(QObject):
    """The menus, made from commands, and what the shell's own commands ask for.

    `keys` are the person's keys. `sample_data` says whether there is sample data to bring back.

    Signals:
        tab_chosen (str): go to the tab of that key.
        back_chosen (): return from a record to its tab.
        rail_chosen (): show the rail wide or narrow.
        sample_data_chosen (): bring the sample data back.
        search_chosen (): search everything.
        undo_chosen (), redo_chosen (): take the latest step back, or do it again.
        help_chosen (): show the help.
        about_chosen (): tell about the program.
        quit_chosen (): close the window.
    """

    tab_chosen = Signal(str)
    back_chosen = Signal()
    rail_chosen = Signal()
    sample_data_chosen = Signal()
    search_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    help_chosen = Signal()
    about_chosen = Signal()
    quit_chosen = Signal()

    def __init__(self, window: QMainWindow, persona_menu: QMenu) -> None:
        super().__init__(window)
        self._window = window
        self.keys = KeyMap(self)
        self.sample_data = False
        self._bench: Workbench | None = None
        self._commands: dict[str, Command] = {}
        self._submenus: dict[tuple[Group, str], QMenu] = {}
        self._tab_actions: list[QAction] = []
        bar = window.menuBar()
        self._menus = {group: persona_menu if group is Group.PERSONA else QMenu(window) for group in Group}
        for group, menu in self._menus.items():
            menu.setTitle(group.title_text)
            menu.aboutToShow.connect(partial(self._refresh, group))
            menu.aboutToHide.connect(partial(self._release, group))
            bar.addMenu(menu)
        self.edit = EditMenu(self._menus[Group.EDIT], self.undo_chosen, self.redo_chosen)
        self._actions: dict[str, QAction] = {"edit.undo": self.edit.undo, "edit.redo": self.edit.redo}
        self._tabs_below = self._menus[Group.GO].addSeparator()
        self.keys.changed.connect(self._show_keys)

    def menu(self, group: Group) -> QMenu:
        """A menu of the bar, for entries that are no commands."""
        return self._menus[group]

    def action(self, key: str) -> QAction | None:
        """The menu entry of a command."""
        return self._actions.get(key)

    def fill(self, commands: Iterable[Command], bench: Workbench, run: Callable[[str], None]) -> None:
        """Put the commands into their menus; `run` is called with the key of the one chosen."""
        self._bench = bench
        for command in commands:
            self._commands[command.key] = command
            if command.key not in self._actions and command.listed:
                self._add(command, partial(self._chosen, run, command.key))
        self._show_keys()

    def show_tabs(self, tabs: tuple[TabView, ...]) -> None:
        """List `tabs` under Go; the first nine have keys."""
        for action in self._tab_actions:
            self._menus[Group.GO].removeAction(action)
            action.deleteLater()
        self._tab_actions = []
        for tab in tabs:
            action = QAction(tab.name.replace("&", "&&"), self)
            action.triggered.connect(partial(self.tab_chosen.emit, tab.key))
            self._menus[Group.GO].addAction(action)
            self._tab_actions.append(action)
        self._show_keys()

    def offer_sample_data(self, *, offered: bool) -> None:
        """Offer the reset of the sample data, or not."""
        self.sample_data = offered

    def _add(self, command: Command, run: Callable[[], None]) -> None:
        menu = self._menus[command.group]
        if command.within:
            menu = self._submenu(command)
        action = QAction(shown(command.title).replace("&", "&&"), self)
        action.setObjectName(command.key)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(run)
        if command.group is Group.GO and not command.within:
            menu.insertAction(self._tabs_below, action)
        else:
            if command.apart and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(action)
        if menu is self._menus[Group.PERSONA]:
            self._window.addAction(action)  # its menu is emptied by whoever owns it, and the key works all the same
        self._actions[command.key] = action

    def _submenu(self, command: Command) -> QMenu:
        place = (command.group, command.within)
        if place not in self._submenus:
            self._submenus[place] = self._menus[command.group].addMenu(shown(command.within).replace("&", "&&"))
        return self._submenus[place]

    def _chosen(self, run: Callable[[str], None], key: str, *_checked: bool) -> None:
        run(key)

    def _refresh(self, group: Group) -> None:
        """Grey what is not on offer while the menu is open; the personas' menu is filled anew by whoever owns it."""
        if self._bench is None:
            return
        for key, command in self._commands.items():
            action = self._actions.get(key)
            if action is None or command.group is not group or action in (self.edit.undo, self.edit.redo):
                continue
            if group is Group.PERSONA and not command.within and action not in self._menus[group].actions():
                if command.apart:
                    self._menus[group].addSeparator()
                self._menus[group].addAction(action)
            action.setEnabled(command.offered(self._bench))
            if command.checked is not None:
                action.setChecked(command.checked(self._bench))

    def _release(self, group: Group) -> None:
        """Keys work whatever the menu showed last; whether a command is on offer is asked when it runs."""
        for key, command in self._commands.items():
            action = self._actions.get(key)
            if action is not None and command.group is group and action not in (self.edit.undo, self.edit.redo):
                action.setEnabled(True)

    def _show_keys(self) -> None:
        for key, command in self._commands.items():
            action = self._actions.get(key)
            if action is not None:
                action.setShortcuts(self._of_window(key, command.shortcuts))
        for position, action in enumerate(self._tab_actions[:DIRECT_KEYS], start=1):
            action.setShortcuts(self._of_window(tab_key(position), (f"Ctrl+{position}",)))

    def _of_window(self, name: str, usual: tuple[str, ...]) -> list[QKeySequence]:
        """The keys of something that works everywhere, also where people type: never a letter alone."""
        return [QKeySequence(key) for key in self.keys.of(name, usual) if not is_typing(key)]
