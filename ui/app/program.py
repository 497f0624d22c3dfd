"""The running window: everything put together, from the first paint to the last statement."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.app.connect import Mode
from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.types import notices_of
from ui.app.boundaries import BoundaryDesk
from ui.app.dialogs import Dialogs
from ui.app.helping import HelpDesk
from ui.app.marks import mark
from ui.app.rooms import commands, components, warm_up
from ui.app.searching import SearchDesk
from ui.app.telling import Telling
from ui.core.bus import ChangeBus
from ui.core.tasks import Lane
from ui.shell.areas import AreaDesk
from ui.shell.command_desk import CommandDesk
from ui.shell.layout.docks import DockDesk
from ui.shell.layout.layouts import LayoutDesk
from ui.shell.layout.windows import WindowsDesk
from ui.shell.look_desk import LookDesk
from ui.shell.session_desk import SessionDesk
from ui.shell.status import LinkState
from ui.shell.tab_order import TabOrder
from ui.shell.workspace import RETRY_MS, View, Workspace

if TYPE_CHECKING:
    from jarvis_desktop.app.connect import Listening
    from jarvis_desktop.app.opening import Opened, Opening
    from jarvis_desktop.core.errors import JarvisError
    from ui.app.hooks import FaultDesk
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow

log = logging.getLogger(__name__)


class Program(QObject):
    """Owns the window and the open database.

    Signals:
        opened (Opened): the database is open; its tabs are read next.
        refused (JarvisError): the database could not be opened; another attempt follows by itself.
        link_changed (bool): the listening connection came up or went down (from its thread).
        noticed (str): a sentence about what the opening of the database is doing (from its thread).
    """

    opened = Signal(object)
    refused = Signal(object)
    link_changed = Signal(bool)
    noticed = Signal(str)

    def __init__(
        self,
        opening: Opening,
        tasks: TaskRunner,
        desk: FaultDesk,
        theme: Theme,
        window: MainWindow,
        persona: str,
        *,
        safe: bool = False,
    ) -> None:
        super().__init__()
        self._opening = opening
        self.unusable = opening.settings.unusable
        self.tasks = tasks
        self.desk = desk
        self._persona = persona
        self._opened: Opened | None = None
        self._listener: Listening | None = None
        self._attempts = 0
        self._reached: set[str] = set()
        self.bus = ChangeBus(self)
        self.workspace = Workspace(tasks, self.bus, parent=self)
        self.window = window
        window.furnish(self.workspace, components, tasks, self.bus, on_fault=desk.take, on_refusal=desk.note)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._open)
        self._revive = QTimer(self, singleShot=True)
        self._revive.timeout.connect(self._revive_server)
        tasks.changes_posted.connect(self.bus.publish)
        tasks.busy_changed.connect(self._on_busy)
        desk.reported.connect(self._show_fault)
        self.link_changed.connect(self._on_link)
        self.noticed.connect(self._on_notice)
        opening.notice = self.noticed.emit
        self.window.painted.connect(self._on_painted)
        self.workspace.view_changed.connect(self._note_faults)
        self.window.content.pages.standing_notice.action.connect(self._open)
        # First: it looks at what stands open before a change of persona clears it away.
        self.session = SessionDesk(window, self.workspace, window.memory.keeper, tasks, safe=safe)
        self.looks = LookDesk(self.window, self.workspace, tasks, self.bus, theme, plain=safe)
        self.windows = WindowsDesk(window, self.workspace, theme, self.session)
        self.docks = DockDesk(window, theme, self.session, tasks)
        self.layouts = LayoutDesk(window, self.session, self.windows, self.docks)
        self.areas = AreaDesk(window, window.content)
        self.commands = CommandDesk(self.window, self.workspace, theme, commands())
        self._dialogs = Dialogs(self.window, tasks, self.bus)
        self._tab_order = TabOrder(self.window)
        self.workspace.view_changed.connect(self._tab_order.keep)
        self.window.content.pages.current_changed.connect(self._tab_order.keep)
        self.helping = HelpDesk(self.commands.bench, tasks, opening, components)
        self.refused.connect(self.helping.note_refusal)
        self.searching = SearchDesk(self.window, self.commands, self.helping)
        self.telling = Telling(self, theme)
        self.boundaries = BoundaryDesk(self)

    def close(self) -> None:
        """Let go of everything; the last user stops the embedded server.

        Screens that go store what they remember; it is stored before the tasks end.
        """
        self.session.flush()
        self.window.hide()
        if self._listener is not None:
            self._listener.stop()
        self.tasks.shutdown()
        self._opening.close()

    def next_attempt(self) -> float | None:
        """In how many seconds the database is tried again; None when an attempt is under way."""
        waiting = [timer.remainingTime() for timer in (self._retry, self._revive) if timer.isActive()]
        if self._listener is not None and self._listener.next_attempt is not None:
            waiting.append(int(self._listener.next_attempt * 1_000))
        return max(0, min(waiting)) / 1_000 if waiting else None

    @Slot()
    def try_now(self) -> None:
        """Try to reach the database now."""
        if self._opened is None:
            self._open()
            return
        self._revive_server()
        if self._listener is not None:
            self._listener.hurry()

    @Slot()
    def _on_painted(self) -> None:
        self._reach("furnished")
        QTimer.singleShot(0, self._open)

    @Slot()
    def _open(self) -> None:
        if self._opened is None:
            self._retry.stop()
            self.tasks.submit(Lane.IO, self._opening.finish, done=self._on_opened, failed=self._on_refused)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.desk.faults = opened.services.faults
        self._show_link(up=True)
        self.window.status.say("")
        self._listener = opened.connection.listen(self.tasks.post, self.link_changed.emit)
        if opened.connection.mode is Mode.EMBEDDED:
            self._dialogs.offer_sample_data(opened.connection)
        self.session.keeper.serve(opened.user_id)
        self.opened.emit(opened)
        self.workspace.open(opened.services, self._persona, opened.user_id, last=self.session.last_persona)

    @Slot(object)
    def _note_faults(self, view: View) -> None:
        """Record what is wrong with the rows that tabs are made of."""
        for tab in view.tabs:
            for fault in (*tab.problems, *notices_of(tab.layout)):
                self.desk.note(ConfigurationError(tr("Tab {key}: {fault}", key=tab.key, fault=fault)))

    @Slot(str)
    def _on_notice(self, text: str) -> None:
        log.info(text)
        self.window.status.say(text)
        if self.workspace.view is None:
            self.window.content.pages.stand(tr("Starting"), text, icon="loader")

    def _on_refused(self, error: JarvisError) -> None:
        self.window.status.show_link(LinkState.LOST)
        self.window.show_failure(error)
        self.refused.emit(error)
        self._retry.start(RETRY_MS[min(self._attempts, len(RETRY_MS) - 1)])
        self._attempts += 1

    @Slot(bool)
    def _on_link(self, up: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._show_link(up=up)
        self._revive.stop()
        if not up:
            self.desk.note(DatabaseUnavailable(tr("The connection to the database was lost.")))
            self._revive.start(RETRY_MS[0])

    def _show_link(self, *, up: bool) -> None:
        assert self._opened is not None
        live = LinkState.CONNECTED if self._opened.live else LinkState.QUIET
        connection = self._opened.connection
        embedded = connection.mode is Mode.EMBEDDED
        self.window.status.show_link(live if up else LinkState.LOST, connection.database.label, embedded=embedded)

    @Slot()
    def _revive_server(self) -> None:
        if self._opened is not None:
            work = self._opened.connection.revive
            self.tasks.submit(Lane.IO, work, done=self._on_revived, failed=self._on_not_revived)

    def _on_revived(self, _nothing: None) -> None:
        log.info("the embedded server answers again")

    def _on_not_revived(self, error: JarvisError) -> None:
        log.warning("the embedded server could not be started again: %s", error.message)
        self._revive.start(RETRY_MS[-1])

    @Slot(object)
    def _show_fault(self, error: BaseException) -> None:
        self.window.status.say(
            tr("Something went wrong and was recorded: {name}: {error}", name=type(error).__name__, error=error)
        )

    @Slot(int)
    def _on_busy(self, tasks: int) -> None:
        if tasks == 0 and self.workspace.view is not None and "rows" not in self._reached:
            self._reach("rows")
            assert self._opened is not None
            self.tasks.submit(Lane.IO, partial(warm_up, self._opened.services), done=self._on_warm)

    def _on_warm(self, _nothing: None) -> None:
        """Nothing to show: the next screens open faster."""
        QTimer.singleShot(0, self.commands.prepare)

    def _reach(self, name: str) -> None:
        """Remember that something was first reached, and for the benchmarks when."""
        self._reached.add(name)
        mark(name)
