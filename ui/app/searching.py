"""The search in the window: opened by its key, and what is chosen in it shown where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.core.words import shown, tr

if TYPE_CHECKING:
    from jarvis_desktop.search.types import Entry, Target
    from ui.app.helping import HelpDesk
    from ui.components.component import Component
    from ui.search.popup import SearchPopup
    from ui.shell.command_desk import CommandDesk
    from ui.shell.main_window import MainWindow

_IN_ITS_TAB = frozenset({"config_registry"})
"""Tables whose records are shown where all of them are listed, if there is such a tab."""


class SearchDesk(QObject):
    """Opens the search of a window."""

    def __init__(self, window: MainWindow, commands: CommandDesk, help_desk: HelpDesk) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._help = help_desk
        self._popup: SearchPopup | None = None
        window.menus.search_chosen.connect(self.open_search)
        window.closes.begun.connect(self._put_away)
        commands.search_wanted.connect(self.search_for)
        commands.help_wanted.connect(help_desk.open_page)

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

    @Slot(str)
    def search_for(self, text: str) -> None:
        """Show the search above the window, with that text in it."""
        self.open_search()
        if self._popup is not None and text:
            self._popup.box.search_for(text)

    @Slot()
    def _put_away(self) -> None:
        if self._popup is not None:
            self._popup.close_panel()

    @Slot(object, str)
    def show_target(self, target: Target, tab: str) -> None:
        """Show what was chosen; `tab` lists it, or is ""."""
        from jarvis_desktop.search.types import TargetKind

        if self._popup is not None:
            self._popup.close_panel()
        if target.kind is TargetKind.TAB:
            self._window.choose_tab(target.key)
        elif target.kind is TargetKind.HELP:
            self._help.open_page(target.key)
        elif target.kind is TargetKind.COMMAND:
            self._commands.run_soon(target.key)
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

    def _offered(self) -> tuple[Entry, ...]:
        """The tabs and commands that the window offers now."""
        from jarvis_desktop.search.types import Entry, Target, TargetKind  # not before somebody searches

        tabs = [
            Entry(Target(TargetKind.TAB, tab.key), tab.name, tab.description, tr("Tab"))
            for tab in self._window.content.pages.tabs()
        ]
        commands = [
            Entry(
                Target(TargetKind.COMMAND, command.key),
                command.full_title,
                shown(command.words),
                self._commands.keys.text(command.key, command.shortcuts) or command.group.label,
            )
            for command in self._commands.offered()
        ]
        return (*tabs, *commands)
