"""The window as commands see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from ui.shell.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.metadata.types import PersonaView, TabView
    from ui.components.component import ComponentContext
    from ui.core.theme import Theme
    from ui.core.workbench import D
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import Workspace


class Bench:
    """A `ui.core.workbench.Workbench` over the main window."""

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme) -> None:
        self._window = window
        self._workspace = workspace
        self._theme = theme

    @property
    def window(self) -> MainWindow:
        """The window itself."""
        return self._window

    @property
    def context(self) -> ComponentContext | None:
        """Services and person, once the database is open."""
        return self._window.context

    @property
    def theme(self) -> Theme:
        """The look in force."""
        return self._theme

    @property
    def current_tab(self) -> str:
        """The key of the tab in view, or ""."""
        return self._window.content.pages.current_key

    @property
    def above(self) -> bool:
        """Whether a record or a page stands above the tab."""
        leaving = self.desk(Leaving)
        content = (leaving.in_front() or leaving).content
        return content.currentWidget() is not content.pages

    def desk(self, kind: type[D]) -> D:
        """The window's desk of that class; LookupError when it has none."""
        found = self._window.findChild(kind)
        if found is None:
            raise LookupError(f"the window has no {kind.__name__}")
        return found

    def tabs(self) -> Sequence[TabView]:
        """The tabs on offer."""
        return self._window.content.pages.tabs()

    def personas(self) -> Sequence[PersonaView]:
        """The personas to choose from."""
        view = self._workspace.view
        return () if view is None else view.personas

    def choose_tab(self, key: str) -> None:
        """Show the tab of that key; says so when it is gone."""
        if any(tab.key == key for tab in self.tabs()):
            self._window.choose_tab(key)
        else:
            self.say(tr("That tab is no longer there."))

    def switch_persona(self, key: str) -> None:
        """Look as that persona; says so when it is gone."""
        if any(persona.key == key for persona in self.personas()):
            self._window.switch_persona(key)
        else:
            self.say(tr("That persona is no longer there."))

    def go_back(self) -> None:
        """Return from what stands above the tab."""
        self._window.menus.back_chosen.emit()

    def open_record(self, table: str, record_id: str | None) -> None:
        """Show a record (None: a new one) above the tab."""
        self._window.open_record(table, record_id)

    def show_form(self, props: Mapping[str, Any], heading: str) -> None:
        """Show a record form above the tab."""
        self._window.show_form(props, heading)

    def open_component(self, name: str, title: str, props: Mapping[str, Any]) -> None:
        """Show a component of any room as a page above the tab."""
        self._window.open_component(name, title, props)

    def open_page(self, title: str, page: QWidget) -> None:
        """Show a page above the tab, with the way back."""
        context = self.context
        if context is None:
            # Nothing is typed yet that could be lost: help and diagnosis are there without a database, too.
            self._window.content.show_page(title, page)
        else:
            context.open_page(title, page)

    def toggle_rail(self) -> None:
        """Show the rail wide or narrow."""
        self._window.menus.rail_chosen.emit()

    def quit(self) -> None:
        """Close the window; what is not stored is asked about."""
        self._window.menus.quit_chosen.emit()

    def say(self, text: str) -> None:
        """Tell something in passing."""
        self._window.undo.say(text)

    def refuse(self, error: JarvisError) -> None:
        """Tell why something was not done."""
        self._window.undo.refuse(error)
