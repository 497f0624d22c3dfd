"""The running window: everything put together, from the first paint to the last statement."""

from __future__ import annotations

import logging
import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.app.connect import Mode
from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.metadata.types import notices_of
from ui.app.dialogs import Dialogs
from ui.app.rooms import components, warm_up
from ui.app.searching import SearchDesk
from ui.core.bus import ChangeBus
from ui.core.tasks import Lane
from ui.shell.main_window import MainWindow
from ui.shell.status import LinkState
from ui.shell.workspace import RETRY_MS, View, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.opening import Opened, Opening
    from jarvis_desktop.core.errors import JarvisError
    from ui.app.hooks import FaultDesk
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.memory import WindowMemory

log = logging.getLogger(__name__)
TRACE_VARIABLE = "JARVIS_TRACE_START"


class Program(QObject):
    """Owns the window and the open database.

    Signals:
        refused (JarvisError): the database could not be opened; another attempt follows by itself.
        link_changed (bool): the listening connection came up or went down (from its thread).
        noticed (str): a sentence about what the opening of the database is doing (from its thread).
    """

    refused = Signal(object)
    link_changed = Signal(bool)
    noticed = Signal(str)

    def __init__(
        self, opening: Opening, tasks: TaskRunner, desk: FaultDesk, theme: Theme, memory: WindowMemory, persona: str
    ) -> None:
        super().__init__()
        self._opening = opening
        self.tasks = tasks
        self.desk = desk
        self._persona = persona
        self._opened: Opened | None = None
        self._stop_listening: Callable[[], None] | None = None
        self._attempts = 0
        self._reached: set[str] = set()
        self.bus = ChangeBus(self)
        self.workspace = Workspace(tasks, self.bus, parent=self)
        self.window = MainWindow(
            self.workspace, components, tasks, self.bus, theme, on_fault=desk.take, on_refusal=desk.note, memory=memory
        )
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
        self._dialogs = Dialogs(self.window, tasks, self.bus)
        self.searching = SearchDesk(self.window)

    def close(self) -> None:
        """Let go of everything; the last user stops the embedded server.

        Screens that go store what they remember; it is stored before the tasks end.
        """
        self.window.hide()
        if self._stop_listening is not None:
            self._stop_listening()
        self.tasks.shutdown()
        self._opening.close()

    @Slot()
    def _on_painted(self) -> None:
        self._reach("window")
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
        self._stop_listening = opened.connection.listen(self.tasks.post, self.link_changed.emit)
        if opened.connection.mode is Mode.EMBEDDED:
            self._dialogs.offer_sample_data(opened.connection)
        self.workspace.open(opened.services, self._persona, opened.user_id)

    @Slot(object)
    def _note_faults(self, view: View) -> None:
        """Record what is wrong with the rows that tabs are made of."""
        for tab in view.tabs:
            for fault in (*tab.problems, *notices_of(tab.layout)):
                self.desk.note(ConfigurationError(f"Tab {tab.key}: {fault}"))

    @Slot(str)
    def _on_notice(self, text: str) -> None:
        log.info(text)
        self.window.status.say(text)
        if self.workspace.view is None:
            self.window.content.pages.stand("Starting", text)

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
            self.desk.note(DatabaseUnavailable("The connection to the database was lost."))
            self._revive.start(RETRY_MS[0])

    def _show_link(self, *, up: bool) -> None:
        assert self._opened is not None
        live = LinkState.CONNECTED if self._opened.live else LinkState.QUIET
        self.window.status.show_link(live if up else LinkState.LOST, self._opened.connection.database.label)

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
        self.window.status.say(f"Something went wrong and was recorded: {type(error).__name__}: {error}")

    @Slot(int)
    def _on_busy(self, tasks: int) -> None:
        if tasks == 0 and self.workspace.view is not None and "rows" not in self._reached:
            self._reach("rows")
            assert self._opened is not None
            self.tasks.submit(Lane.IO, partial(warm_up, self._opened.services), done=self._on_warm)

    def _on_warm(self, _nothing: None) -> None:
        """Nothing to show: the next screens open faster."""

    def _reach(self, mark: str) -> None:
        """Remember that something was first reached; for the start benchmarks, when (monotonic nanoseconds)."""
        self._reached.add(mark)
        file = os.environ.get(TRACE_VARIABLE)
        if file:
            with Path(file).open("a", encoding="ascii") as trace:
                trace.write(f"{mark} {time.monotonic_ns()}\n")
