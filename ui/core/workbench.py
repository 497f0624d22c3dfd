"""What a command may use of the window it is run in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMainWindow, QWidget

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.metadata.types import PersonaView, Reader, TabView
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme

D = TypeVar("D", bound="QObject")


class WorkContext(Protocol):
    """What a command may use of the open database; a component's context is one."""

    @property
    def services(self) -> Application:
        """The use cases; called only inside `tasks.submit`."""

    @property
    def tasks(self) -> TaskRunner:
        """The bridge to the workers."""

    @property
    def bus(self) -> ChangeBus:
        """Who changed what."""

    @property
    def theme(self) -> Theme:
        """The look in force."""

    @property
    def reader(self) -> Reader:
        """Who looks."""


class Workbench(Protocol):
    """The window as commands see it; everything on the UI thread."""

    @property
    def window(self) -> QMainWindow:
        """The window itself, as the parent of dialogs."""

    @property
    def context(self) -> WorkContext | None:
        """Services and person, once the database is open."""

    @property
    def theme(self) -> Theme:
        """The look in force."""

    @property
    def current_tab(self) -> str:
        """The key of the tab in view, or ""."""

    @property
    def above(self) -> bool:
        """Whether a record or a page stands above the tab."""

    def desk(self, kind: type[D]) -> D:
        """The window's desk of that class, such as UndoDesk; LookupError when it has none."""

    def tabs(self) -> Sequence[TabView]:
        """The tabs on offer."""

    def personas(self) -> Sequence[PersonaView]:
        """The personas to choose from."""

    def choose_tab(self, key: str) -> None:
        """Show the tab of that key; says so when it is gone."""

    def switch_persona(self, key: str) -> None:
        """Look as that persona; says so when it is gone."""

    def go_back(self) -> None:
        """Return from what stands above the tab."""

    def open_record(self, table: str, record_id: str | None) -> None:
        """Show a record (None: a new one) above the tab."""

    def show_form(self, props: Mapping[str, Any], heading: str) -> None:
        """Show a record form above the tab; props as for the component `record_form`."""

    def open_component(self, name: str, title: str, props: Mapping[str, Any]) -> None:
        """Show a component of any room as a page above the tab."""

    def open_page(self, title: str, page: QWidget) -> None:
        """Show a page above the tab, with the way back."""

    def toggle_rail(self) -> None:
        """Show the rail wide or narrow."""

    def quit(self) -> None:
        """Close the window; what is not stored is asked about."""

    def say(self, text: str) -> None:
        """Tell something in passing."""

    def refuse(self, error: JarvisError) -> None:
        """Tell why something was not done."""
