"""What the window has to tell: the connection, faults, long work; and where the status bar and its bell get it from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.app.settings import THEMES
from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr, unread
from jarvis_desktop.people.notifications.types import Notification, Tone
from ui.app.arrivals import Arrivals
from ui.core.jobs import span_words
from ui.core.tasks import Lane, Latest
from ui.shell.notifications.desk import NotificationDesk

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.types import Person
    from ui.app.program import Program
    from ui.core.theme import Theme
    from ui.shell.workspace import View


_NAMES = frozenset({"users"})
_LONGEST_VALUE = 60


class Telling(QObject):
    """Listens to what happens in `program` and tells what is worth keeping."""

    def __init__(self, program: Program, theme: Theme) -> None:
        super().__init__(program)
        self._program = program
        self._lost_at: datetime | None = None
        self._told_unread = False
        self._unusable = program.unusable
        self._user = self._name = self._persona = ""
        self._naming: Latest[Person] = Latest()
        window = program.window
        self.arrivals = window.findChild(Arrivals) or Arrivals(program)
        self.notifications = NotificationDesk(
            window, program.workspace, program.tasks, program.bus, theme, self.arrivals.follow_text
        )
        program.link_changed.connect(self._on_link)
        program.desk.reported.connect(self._on_fault)
        program.workspace.view_changed.connect(self._on_view)
        program.bus.changed.connect(self._on_changes)
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
        self._persona = shown
        if view.reader.user_id != self._user:
            self._user, self._name = view.reader.user_id, ""
            self._program.tasks.when_quiet(self._read_name, self)
        self._show_who()
        self._tell_unread()
        self._tell_unusable()

    def _tell_unusable(self) -> None:
        """Say once what the settings file or a variable asks for and cannot have."""
        unusable, self._unusable = self._unusable, ()
        for odd in unusable:
            text = tr(
                "“{key}” in {place} can be {values}. Until it is corrected the system's theme is shown.",
                key=odd.key,
                place=odd.place,
                values=", ".join(THEMES),
            )
            title = tr("There is no theme “{value}”", value=odd.value[:_LONGEST_VALUE])
            self._notify(Notification(title, text, Tone.WARNING))

    def _tell_unread(self) -> None:
        """Say once why the program speaks English."""
        name, told, self._told_unread = unread(), self._told_unread, True
        if name and not told:
            text = tr("The file {name} is damaged: the program speaks English until it is installed again.", name=name)
            self._notify(Notification(tr("Your language cannot be read"), text, Tone.WARNING))

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if self._user and changes.touches(_NAMES):
            self._read_name()

    def _read_name(self) -> None:
        services = self._program.workspace.services
        if services is not None:
            work = partial(services.people.person, self._user)
            self._naming.keep(
                self._program.tasks.submit(Lane.READ, work, done=self._on_person, failed=self._on_nameless, owner=self)
            )

    def _on_person(self, person: Person) -> None:
        self._name = person.user.name
        self._show_who()

    def _on_nameless(self, _error: JarvisError) -> None:
        """The account says who it is, too."""
        self._name = self._name or self._user
        self._show_who()

    def _show_who(self) -> None:
        self._program.window.status.show_who(self._name, self._persona)

    def _notify(self, notification: Notification) -> None:
        self.notifications.notify(notification)
