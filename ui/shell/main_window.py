"""The main window: rail, top bar, content, status bar, and the wiring between them."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.shell.skeleton import paint_skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.core.registry import Registry
    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component, ComponentContext, ComponentSpec
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.memory import WindowMemory
    from ui.shell.workspace import View, Workspace


class MainWindow(QMainWindow):
    """Shows the workspace's view; knows no tab by name and no room.

    Made as a frame that can be shown at once; `furnish` puts the parts into it, whose imports take several times as
    long. Nothing but the frame's own can be asked of it before. Then it has `content` (the tabs' pages and the record
    above them), `status`, `menus`, `toast` (the word in passing), `undo` (what can be taken back) and `closes` (what is
    asked before it goes).

    Signals:
        framed (): the frame was painted, still without its parts.
        painted (): the window was painted with its parts for the first time.
        closing (): the window closes now.
    """

    framed = Signal()
    painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, memory: WindowMemory) -> None:
        super().__init__()
        self._theme = theme
        self.memory = memory
        self._context: ComponentContext | None = None
        self._furnished = False
        self._first_paint = True
        self.setObjectName("mainWindow")
        self.setWindowTitle("JARVIS Desktop")
        self._rail_narrow = self.memory.restore(self)

    def furnish(
        self,
        workspace: Workspace,
        components: Callable[[], Registry[str, ComponentSpec]],
        tasks: TaskRunner,
        bus: ChangeBus,
        *,
        on_fault: Callable[[Exception], None],
        on_refusal: Callable[[JarvisError], None],
    ) -> None:
        """Put the parts into the frame; once, before anything else is asked of the window."""
        from ui.shell.parts import parts_of

        self._workspace = workspace
        self._components = cache(components)
        self._tasks = tasks
        self._bus = bus
        self._on_fault = on_fault
        self._on_refusal = on_refusal
        parts = parts_of(self, self._theme, tasks, bus, build=self._build, build_form=self.build_form)
        self._rail, self._top_bar, self.content = parts.rail, parts.top_bar, parts.content
        self._pages = self.content.pages
        self.toast, self.status, self.menus = parts.toast, parts.status, parts.menus
        self._leaving, self.closes, self.undo = parts.leaving, parts.closes, parts.undo
        self._connect()
        self._rail.set_narrow(narrow=self._rail_narrow)
        self._furnished = self._first_paint = True

    @property
    def context(self) -> ComponentContext | None:
        """What components may use, once the workspace is open."""
        return self._context

    def remember(self) -> None:
        """Keep where the window stands for the next start."""
        self.memory.remember(self, rail_narrow=self._rail.narrow)

    def rearrange(self) -> None:
        """Take the size and the tab names as delivered."""
        self.memory.begin(self)
        self._rail.set_narrow(narrow=False)

    def open_record(self, table: str, record_id: str | None) -> None:
        """Show a record (None: a new one) of `table` above the tab."""
        from jarvis_desktop.tables.labels import table_label

        self.show_form({"table": table, "record_id": record_id}, table_label(table))

    def open_component(self, name: str, title: str, props: Mapping[str, object]) -> None:
        """Show a component as a page of its own above the tab."""
        if self._context is not None:
            page = self._components()[name].build(self._context, props)
            page.setProperty("componentName", name)
            self._leaving.show_page(title, page)

    def show_form(self, props: Mapping[str, object], heading: str) -> None:
        """Show a record form above the tab; `props` are those of `record_form`."""
        if self._context is not None:
            self._leaving.show_form(props, heading)

    @Slot(str)
    def choose_tab(self, key: str) -> None:
        """Show the tab of `key` and give it the keyboard."""
        self.content.choose_tab(key)

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Show the personas and tabs of `view`."""
        from ui.components.component import ComponentContext

        before = self._context.reader if self._context is not None else None
        services = self._workspace.services
        assert services is not None
        if before is not None and before.persona != view.reader.persona:
            (self.content.settle if view.lost else self.content.clear)()
        now = (view.reader.persona, view.reader.permissions, view.reader.user_id)
        stale = before is not None and (before.persona, before.permissions, before.user_id) != now
        self._context = ComponentContext(
            services=services,
            tasks=self._tasks,
            bus=self._bus,
            theme=self._theme,
            viewer=view.reader,
            open_record=self.open_record,
            report=self._on_refusal,
            undo=self.undo.stack,
            stored=self.undo.stored,
            did=self.undo.did,
            say=self.undo.say,
            refuse=self.undo.refuse,
            notify=self.undo.notified.emit,
            open_page=self._leaving.show_page,
            open_component=self.open_component,
            close_page=self._leaving.close_page,
            keeper=self.memory.keeper,
            keys=self.menus.keys,
            restart=self.closes.restart,
        )
        self.undo.serve(services, view.reader)
        self._top_bar.show_personas(view.personas, view.reader.persona)
        offered = self._pages.show_tabs(view.tabs, stale=stale)
        self._rail.show_tabs(offered, self._pages.current_key)
        self.menus.show_tabs(offered)
        if not offered:
            self._pages.stand(
                tr("No tabs for this persona"),
                tr("No active tab is open to it. An administrator can change that in the tab configurations."),
                icon="inbox",
            )
            self._top_bar.show_place("", "")
        if before is None or before.persona != view.reader.persona:
            self.content.enter_tab()

    @Slot(object)
    def show_failure(self, error: JarvisError) -> None:
        """Say why there is nothing to show yet; what is already open stays."""
        if self._context is None:
            text = f"{error.message} {error.hint}".strip()
            self._pages.stand(error.title, text, icon="circle-alert", action_text=tr("Try again"))

    @Slot(str)
    def switch_persona(self, key: str) -> None:
        """Look as another persona; typed input is asked about first."""
        self._leaving.go(tr("Switch without saving"), partial(self._workspace.switch_persona, key))
        view = self._workspace.view
        if view is not None:
            self._top_bar.show_personas(view.personas, view.reader.persona)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._furnished:
            if not self.closes.may_close():
                event.ignore()
                return
            self.remember()
        event.accept()
        self.closing.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._furnished:
            paint_skeleton(self, self._theme, rail_narrow=self._rail_narrow)
        if self._first_paint:
            self._first_paint = False
            if self._furnished:
                self.content.setFocus()
            (self.painted if self._furnished else self.framed).emit()

    def _build(self, node: LayoutNode, parent: QWidget) -> QWidget:
        from ui.components.layout import build_layout

        assert self._context is not None
        return build_layout(node, self._context, self._components(), self._on_fault, parent)

    def build_form(self, props: Mapping[str, object]) -> Component:
        """A record form from its props."""
        assert self._context is not None
        return self._components()["record_form"].build(self._context, props)

    def _connect(self) -> None:
        from ui.shell.wiring import connect_menus, connect_top_bar

        connect_top_bar(self._top_bar, self._rail, self._leaving, self._theme)
        connect_menus(self.menus, self._rail, self._leaving)
        self._rail.chosen.connect(self.choose_tab)
        self.menus.tab_chosen.connect(self.choose_tab)
        self.menus.quit_chosen.connect(self.closes.quit)
        self._top_bar.persona_chosen.connect(self.switch_persona)
        self._pages.current_changed.connect(self._on_current_changed)
        self.content.place_changed.connect(self._on_place_changed)
        self._pages.standing_notice.action.connect(self._workspace.reload)
        self._workspace.view_changed.connect(self.show_view)
        self._workspace.failed.connect(self.show_failure)
        self._tasks.busy_changed.connect(self.status.show_busy)
        self._tasks.job_started.connect(self.status.ongoing.follow)
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
