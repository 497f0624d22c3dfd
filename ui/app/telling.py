"""What the window has to tell: the connection, faults, long work; and where the status bar and its bell get it from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from jarvis_desktop.people.notifications.types import Notification, Tone
from ui.app.arrivals import Arrivals
from ui.core.jobs import span_words
from ui.shell.notifications.desk import NotificationDesk

if TYPE_CHECKING:
    from datetime import datetime

    from ui.app.program import Program
    from ui.core.theme import Theme
    from ui.shell.workspace import View


class Telling(QObject):
    """Listens to what happens in `program` and tells what is worth keeping."""

    def __init__(self, program: Program, theme: Theme) -> None:
        super().__init__(program)
        self._program = program
        self._lost_at: datetime | None = None
        window = program.window
        self.arrivals = window.findChild(Arrivals) or Arrivals(program)
        self.notifications = NotificationDesk(
            window, program.workspace, program.tasks, program.bus, theme, self.arrivals.follow_text
        )
        program.link_changed.connect(self._on_link)
        program.desk.reported.connect(self._on_fault)
        program.workspace.view_changed.connect(self._on_view)
        window.status.next_attempt = program.next_attempt
        window.status.retry_requested.connect(program.try_now)

    @Slot(bool)
    def _on_link(self, up: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not up and self._lost_at is None:
            self._lost_at = zone.now()
            text = tr("What is open can be read and typed in. The window tries to reach it again by itself.")
            self._notify(Notification(tr("Connection to the database lost"), text, Tone.WARNING))
        elif up and self._lost_at is not None:
            span = span_words((zone.now() - self._lost_at).total_seconds())
            self._lost_at = None
            self._notify(
                Notification(tr("The database is back"), tr("It was away for {span}.", span=span), Tone.SUCCESS)
            )

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._notify(
            Notification(
                tr("Something went wrong and was recorded"),
                f"{type(error).__name__}: {error}"[:400],
                Tone.DANGER,
                many=tr("{n} different faults were recorded"),
            )
        )

    @Slot(object)
    def _on_view(self, view: View) -> None:
        shown = next((persona.name for persona in view.personas if persona.key == view.reader.persona), "")
        self._program.window.status.show_who(view.reader.user_id, shown)

    def _notify(self, notification: Notification) -> None:
        self.notifications.notify(notification)
