"""The menu bar: everything the window can do, for discovery and for screen readers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence

from ui.shell.edit_menu import EditMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

    from jarvis_desktop.metadata.types import TabView

_DIRECT_KEYS = 9


class Menus(QObject):
    """The actions of the window.

    Signals:
        tab_chosen (str): go to the tab of that key.
        back_chosen (): return from a record to its tab.
        rail_chosen (): show the rail wide or narrow.
        theme_chosen (): switch between light and dark.
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
    theme_chosen = Signal()
    sample_data_chosen = Signal()
    search_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    help_chosen = Signal()
    about_chosen = Signal()
    quit_chosen = Signal()

    def __init__(self, window: QMainWindow, persona_menu: QMenu) -> None:
        super().__init__(window)
        bar = window.menuBar()
        file_menu = bar.addMenu("&File")
        self._sample_data = self._action(file_menu, "Reset sample data…", self.sample_data_chosen)
        self._sample_data.setVisible(False)
        self._action(file_menu, "Quit", self.quit_chosen, QKeySequence.StandardKey.Quit)
        self.edit = EditMenu(bar.addMenu("&Edit"), self.undo_chosen, self.redo_chosen)
        self._go = bar.addMenu("&Go")
        self._action(self._go, "Search everything", self.search_chosen, "Ctrl+Shift+F")
        self._back = self._action(self._go, "Back to the tab", self.back_chosen, "Alt+Left")
        self._tabs_below = self._go.addSeparator()
        self._tab_actions: list[QAction] = []
        view = bar.addMenu("&View")
        self._action(view, "Show or hide tab names", self.rail_chosen, "Ctrl+B")
        self._action(view, "Light or dark", self.theme_chosen, "Ctrl+Shift+L")
        persona_menu.setTitle("&Persona")
        bar.addMenu(persona_menu)
        help_menu = bar.addMenu("&Help")
        self._action(help_menu, "Help", self.help_chosen, "F1")
        self._action(help_menu, "About JARVIS Desktop", self.about_chosen)

    def show_tabs(self, tabs: tuple[TabView, ...]) -> None:
        """List `tabs` under Go; the first nine have Ctrl+1 to Ctrl+9."""
        for action in self._tab_actions:
            self._go.removeAction(action)
            action.deleteLater()
        self._tab_actions = []
        for position, tab in enumerate(tabs, start=1):
            action = QAction(tab.name.replace("&", "&&"), self)
            if position <= _DIRECT_KEYS:
                action.setShortcut(QKeySequence(f"Ctrl+{position}"))
            action.triggered.connect(partial(self.tab_chosen.emit, tab.key))
            self._go.addAction(action)
            self._tab_actions.append(action)

    def offer_sample_data(self, *, offered: bool) -> None:
        """Offer the reset of the sample data, or hide it."""
        self._sample_data.setVisible(offered)

    def _action(
        self, menu: QMenu, text: str, signal: SignalInstance, key: str | QKeySequence.StandardKey | None = None
    ) -> QAction:
        action = QAction(text, self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(signal)
        menu.addAction(action)
        return action
