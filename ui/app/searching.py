"""Search and help in the window: opened by their keys, and what is chosen in them shown where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from jarvis_desktop.search.types import Entry, Target, TargetKind

if TYPE_CHECKING:
    from ui.components.component import Component
    from ui.search.popup import SearchPopup
    from ui.shell.main_window import MainWindow

_IN_ITS_TAB = frozenset({"config_registry"})
"""Tables whose records are shown where all of them are listed, if there is such a tab."""


class SearchDesk(QObject):
    """Opens the search and the help of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._popup: SearchPopup | None = None
        window.menus.search_chosen.connect(self.open_search)
        window.menus.help_chosen.connect(self.open_help)
        window.closes.begun.connect(self._put_away)

    @property
    def popup(self) -> SearchPopup | None:
        """The search, once it was opened."""
        return self._popup

    @Slot()
    def open_search(self) -> None:
        """Show the search above the window."""
        context = self._window.context
        if context is None:
            return
        if self._popup is not None and self._popup.serves is not context:
            self._popup.close_panel()
            self._popup.deleteLater()
            self._popup = None
        if self._popup is None:
            from ui.search.popup import SearchPopup

            self._popup = SearchPopup(context, self._window, offered=self._offered)
            self._popup.box.chosen.connect(self.show_target)
            self._popup.box.all_wanted.connect(self.show_all)
        self._popup.open_panel()

    @Slot()
    def _put_away(self) -> None:
        if self._popup is not None:
            self._popup.close_panel()

    @Slot()
    def open_help(self) -> None:
        """Show the first help page."""
        self._show_help("")

    @Slot(object, str)
    def show_target(self, target: Target, tab: str) -> None:
        """Show what was chosen; `tab` lists it, or is ""."""
        if self._popup is not None:
            self._popup.close_panel()
        if target.kind is TargetKind.TAB:
            self._window.choose_tab(target.key)
        elif target.kind is TargetKind.HELP:
            self._show_help(target.key)
        elif target.kind is TargetKind.COMMAND:
            self._run(target.key)
        elif not (target.table in _IN_ITS_TAB and self._shown_in_tab(target, tab)):
            self._window.open_record(target.table, target.key)

    @Slot(str, str, str)
    def show_all(self, table: str, text: str, tab: str) -> None:
        """Show the rows of `table` that hold `text`, in the tab that lists them."""
        from ui.components.record_table import RecordTable

        if self._popup is not None:
            self._popup.close_panel()
        self._window.choose_tab(tab)
        for component in self._components(tab):
            if isinstance(component, RecordTable) and component.asked.table == table:
                component.bar.narrow((), text)
                component.view.setFocus()
                return

    def _shown_in_tab(self, target: Target, tab: str) -> bool:
        if not tab:
            return False
        self._window.choose_tab(tab)
        lists = [each for each in self._components(tab) if each.props.get("table") == target.table]
        return any(component.show_record(target.key) for component in lists)

    def _components(self, tab: str) -> list[Component]:
        page = self._window.content.pages.page(tab)
        return [] if page is None else page.components()

    def _show_help(self, page: str) -> None:
        context = self._window.context
        if context is not None:
            from ui.search.help_view import HelpView

            view = HelpView(context.theme, page)
            context.open_page("Help", view)
            view.pages.setFocus()

    def _run(self, text: str) -> None:
        for action in self._commands():
            if _plain(action) == text:
                # After the search has closed: a command may open something that takes the focus.
                QTimer.singleShot(0, action.trigger)
                return

    def _offered(self) -> tuple[Entry, ...]:
        """The tabs and commands that the window offers now."""
        tabs = [
            Entry(Target(TargetKind.TAB, tab.key), tab.name, tab.description, "Tab")
            for tab in self._window.content.pages.tabs()
        ]
        names = {tab.title for tab in tabs}
        commands = [
            Entry(Target(TargetKind.COMMAND, name), name, "", action.shortcut().toString() or "Command")
            for action in self._commands()
            if (name := _plain(action)) and name not in names
        ]
        return (*tabs, *commands)

    def _commands(self) -> list[QAction]:
        found = self._window.menus.findChildren(QAction)
        return [each for each in found if each.isVisible() and each.isEnabled() and not each.isSeparator()]


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
