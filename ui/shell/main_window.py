"""The main window: rail, top bar, content, status bar, and the wiring between them."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from ui.components.component import ComponentContext
from ui.components.layout import build_layout
from ui.shell.closing import Closing
from ui.shell.content import Content
from ui.shell.leaving import Leaving
from ui.shell.menus import Menus
from ui.shell.rail import Rail
from ui.shell.status import StatusBar
from ui.shell.toast import Toast
from ui.shell.top_bar import TopBar
from ui.shell.undo_desk import UndoDesk
from ui.shell.unsaved import UnsavedBar
from ui.shell.wiring import centre_of, connect_menus, connect_top_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.core.registry import Registry
    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component, ComponentSpec
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.memory import WindowMemory
    from ui.shell.workspace import View, Workspace


class MainWindow(QMainWindow):
    """Shows the workspace's view; knows no tab by name and no room.

    Signals:
        painted (): the window was painted for the first time.
        closing (): the window closes now.
    """

    painted = Signal()
    closing = Signal()

    def __init__(
        self,
        workspace: Workspace,
        components: Callable[[], Registry[str, ComponentSpec]],
        tasks: TaskRunner,
        bus: ChangeBus,
        theme: Theme,
        *,
        on_fault: Callable[[Exception], None],
        on_refusal: Callable[[JarvisError], None],
        memory: WindowMemory,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._components = cache(components)
        self._tasks = tasks
        self._bus = bus
        self._theme = theme
        self._on_fault = on_fault
        self._on_refusal = on_refusal
        self._memory = memory
        self._context: ComponentContext | None = None
        self._first_paint = True
        self.setObjectName("mainWindow")
        self.setWindowTitle("JARVIS Desktop")
        self._rail = Rail(theme)
        self._top_bar = TopBar(theme)
        self._content = Content(theme, self._build, self._build_form)
        self._pages = self._content.pages
        self._unsaved = UnsavedBar()
        self._toast = Toast(theme)
        self._status = StatusBar(theme)
        self._menus = Menus(self, self._top_bar.persona_menu)
        self._leaving = Leaving(self._content, self._unsaved, self)
        self.closes = Closing(self, self._content, self._unsaved, tasks)
        self._undo = UndoDesk(self._menus, self._toast, tasks, bus, self.open_record, self)
        self.setCentralWidget(centre_of(self._rail, self._top_bar, self._unsaved, self._content, self._toast))
        self.setStatusBar(self._status)
        self._connect()
        self._rail.set_narrow(narrow=self._memory.restore(self))

    @property
    def content(self) -> Content:
        """The tabs' pages and the record above them."""
        return self._content

    @property
    def status(self) -> StatusBar:
        """The status bar."""
        return self._status

    @property
    def undo(self) -> UndoDesk:
        """What was done and can be taken back."""
        return self._undo

    @property
    def toast(self) -> Toast:
        """The word in passing below the content."""
        return self._toast

    @property
    def context(self) -> ComponentContext | None:
        """What components may use, once the workspace is open."""
        return self._context

    @property
    def menus(self) -> Menus:
        """The menu bar's actions."""
        return self._menus

    def open_record(self, table: str, record_id: str | None) -> None:
        """Show a record (None: a new one) of `table` above the tab."""
        self.show_form({"table": table, "record_id": record_id}, table.replace("_", " ").capitalize())

    def open_component(self, name: str, title: str, props: Mapping[str, object]) -> None:
        """Show a component as a page of its own above the tab."""
        if self._context is not None:
            self._leaving.show_page(title, self._components()[name].build(self._context, props))

    def show_form(self, props: Mapping[str, object], heading: str) -> None:
        """Show a record form above the tab; `props` are those of `record_form`."""
        if self._context is not None:
            self._leaving.show_form(props, heading)

    @Slot(str)
    def choose_tab(self, key: str) -> None:
        """Show the tab of `key`."""
        self._content.show_tab(key)

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Show the personas and tabs of `view`."""
        before = self._context.reader if self._context is not None else None
        services = self._workspace.services
        assert services is not None
        if before is not None and before.persona != view.reader.persona:
            self._content.clear()
        stale = before is not None and before.permissions != view.reader.permissions
        self._context = ComponentContext(
            services=services,
            tasks=self._tasks,
            bus=self._bus,
            theme=self._theme,
            reader=view.reader,
            open_record=self.open_record,
            report=self._on_refusal,
            undo=self._undo.stack,
            stored=self._undo.stored,
            did=self._undo.did,
            say=self._undo.say,
            refuse=self._undo.refuse,
            open_page=self._leaving.show_page,
            open_component=self.open_component,
            close_page=self._content.drop_page,
        )
        self._undo.serve(services, view.reader)
        self._top_bar.show_personas(view.personas, view.reader.persona)
        offered = self._pages.show_tabs(view.tabs, stale=stale)
        self._rail.show_tabs(offered, self._pages.current_key)
        self._menus.show_tabs(offered)
        if not offered:
            self._pages.stand(
                "No tabs for this persona",
                "No active tab is open to it. An administrator can change that in the tab configurations.",
            )
            self._top_bar.show_place("", "")

    @Slot(object)
    def show_failure(self, error: JarvisError) -> None:
        """Say why there is nothing to show yet; what is already open stays."""
        if self._context is None:
            self._pages.stand(error.title, f"{error.message} {error.hint}".strip(), action_text="Try again")

    @Slot(str)
    def switch_persona(self, key: str) -> None:
        """Look as another persona; typed input is asked about first."""
        self._leaving.go("Switch without saving", partial(self._workspace.switch_persona, key))
        view = self._workspace.view
        if view is not None:
            self._top_bar.show_personas(view.personas, view.reader.persona)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closes.may_close():
            event.ignore()
            return
        self._memory.remember(self, rail_narrow=self._rail.narrow)
        event.accept()
        self.closing.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            self._content.setFocus()
            self.painted.emit()

    def _build(self, node: LayoutNode) -> QWidget:
        assert self._context is not None
        return build_layout(node, self._context, self._components(), self._on_fault)

    def _build_form(self, props: Mapping[str, object]) -> Component:
        assert self._context is not None
        return self._components()["record_form"].build(self._context, props)

    def _connect(self) -> None:
        connect_top_bar(self._top_bar, self._rail, self._leaving, self._theme)
        connect_menus(self._menus, self._rail, self._leaving, self._theme)
        self._rail.chosen.connect(self.choose_tab)
        self._menus.tab_chosen.connect(self.choose_tab)
        self._menus.quit_chosen.connect(self.closes.quit)
        self._top_bar.persona_chosen.connect(self.switch_persona)
        self._pages.current_changed.connect(self._on_current_changed)
        self._content.place_changed.connect(self._on_place_changed)
        self._pages.standing_notice.action.connect(self._workspace.reload)
        self._workspace.view_changed.connect(self.show_view)
        self._workspace.failed.connect(self.show_failure)
        self._tasks.busy_changed.connect(self._status.show_busy)
        self._tasks.job_started.connect(self._status.ongoing.follow)
        self._tasks.job_started.connect(self.closes.follow)

    @Slot(str)
    def _on_current_changed(self, key: str) -> None:
        tab = self._pages.tab(key)
        if tab is not None:
            self._rail.mark_current(key)
            self._top_bar.show_place(tab.name, tab.description)

    @Slot(str)
    def _on_place_changed(self, title: str) -> None:
        self._top_bar.show_place(title, "", record=True)
