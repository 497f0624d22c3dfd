"""The window's own session on a shared server: begun, kept alive, and its end told when somebody revokes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QMessageBox

from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.sessions.service import SessionService
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import View, Workspace

SIGN_OF_LIFE_MS = 5 * 60 * 1000
_TOPIC = frozenset({"sessions"})


class SigningDesk(QObject):
    """Signs in and out; `serve` only on somebody else's database: on one's own there are no sessions."""

    def __init__(self, window: MainWindow, workspace: Workspace, tasks: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._user_id = ""
        self._serving = False
        self._begun = False
        self._looking = False
        self.farewell: QMessageBox | None = None
        self._alive = QTimer(self, interval=SIGN_OF_LIFE_MS)
        self._alive.timeout.connect(self._look)
        bus.changed.connect(self._on_changes)
        workspace.view_changed.connect(self._on_view)

    def serve(self) -> None:
        """Sign in as soon as it is known who sits here."""
        self._serving = True

    def sign_out(self) -> None:
        """The window closes: nobody sits here any more. Does not wait."""
        self._alive.stop()
        services = self._workspace.services
        if services is not None and self._begun:
            self._begun = False
            self._tasks.submit(Lane.WRITE, services.sessions.end, done=self._on_ended, failed=self._on_not, owner=self)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        services = self._workspace.services
        if services is None or not self._serving or view.reader.user_id == self._user_id:
            return
        self._user_id = view.reader.user_id
        work = partial(_begin_anew, services.sessions, self._user_id)
        self._tasks.submit(Lane.WRITE, work, done=self._on_begun, failed=self._on_not, owner=self)

    def _on_begun(self, begun: bool) -> None:  # noqa: FBT001 - a callback's argument
        self._begun = begun
        if begun:
            self._alive.start()

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if self._begun and changes.touches(_TOPIC):
            self._look()

    @Slot()
    def _look(self) -> None:
        services = self._workspace.services
        if services is not None and self._begun and not self._looking:
            self._looking = True
            work = services.sessions.is_there
            self._tasks.submit(Lane.READ, work, done=self._on_looked, failed=self._on_not, owner=self)

    def _on_looked(self, there: bool) -> None:  # noqa: FBT001 - a callback's argument
        self._looking = False
        services = self._workspace.services
        if not there:
            self._say_farewell()
        elif services is not None and services.sessions.due():
            work = services.sessions.touch
            self._tasks.submit(Lane.WRITE, work, done=self._on_touched, failed=self._on_not, owner=self)

    def _on_touched(self, there: bool) -> None:  # noqa: FBT001 - a callback's argument
        if not there:
            self._say_farewell()

    def _say_farewell(self) -> None:
        if self.farewell is not None:
            return
        self._begun = False
        self._alive.stop()
        box = self.farewell = QMessageBox(self._window)
        box.setObjectName("signedOut")
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(tr("Signed out"))
        box.setText(tr("You were signed out of this database."))
        box.setInformativeText(
            tr("An administrator, or you in another window, ended this session. What you typed is kept as a draft.")
        )
        close = box.addButton(tr("Close the window"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(close)
        box.finished.connect(self._leave)
        box.open()

    @Slot()
    def _leave(self) -> None:
        self._window.closes.leave()

    def _on_ended(self, _nothing: None) -> None:
        """Nothing to show."""

    def _on_not(self, _error: JarvisError) -> None:
        self._looking = False


def _begin_anew(sessions: SessionService, user_id: str) -> bool:
    sessions.end()
    return sessions.begin(user_id)
