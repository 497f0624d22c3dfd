"""Who looks at what: the services, the persona, and the tabs it sees, kept true to the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.changes import Changes
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.metadata.types import PersonaView, Reader, TabView
    from ui.core.bus import ChangeBus
    from ui.core.tasks import Task, TaskRunner

METADATA_TOPICS = frozenset(
    {
        "tab_configurations",
        "ui_component_registry",
        "component_feature_configurations",
        "role_personas",
        "config_values",
        "config_registry",
        "user_preferences",
        "user_profiles",
    }
)
"""The tables that personas and tabs are read from."""

RETRY_MS = (1_000, 2_000, 5_000, 10_000, 30_000)


@dataclass(frozen=True, slots=True)
class View:
    """All that the shell shows: the personas to choose from, who looks, and the tabs.

    `lost` is the name of the persona that was taken away from under the reader, who looks as another one now.
    """

    personas: tuple[PersonaView, ...]
    reader: Reader
    tabs: tuple[TabView, ...]
    lost: str = ""

    def replaces(self, before: View) -> bool:
        """Whether it was asked for in place of another persona's view, whose screens go."""
        return before.reader.persona != self.reader.persona and not self.lost


def read_view(services: Application, persona: str, user_id: str, last: str = "") -> View:
    """The view of `persona`; runs in a worker.

    Without one it is the person's chosen default, then the `last` one, then the first; so is one that is gone.
    """
    personas, reader = services.people.look(persona, user_id, last)
    return View(personas, reader, services.metadata.tabs(reader))


class Workspace(QObject):
    """Reads the view, and again whenever its rows change.

    Signals:
        opened (): there are services; the view is read next.
        view_comes (View): that view is shown next; for what is to be so before anything is built for it. Where it is
            another persona's, `view_changed` follows in the next turn of the event loop.
        view_changed (View): personas, reader or tabs are not what they were.
        failed (JarvisError): the view could not be read; another attempt follows by itself.
    """

    opened = Signal()
    view_comes = Signal(object)
    view_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._user_id = ""
        self._services: Application | None = None
        self._persona = self._last = ""
        self._view: View | None = None
        self._latest: Latest[View] = Latest()
        self._coming: Task | None = None
        self._attempts = 0
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self.reload)
        bus.changed.connect(self._on_changes)

    @property
    def view(self) -> View | None:
        """The view last read."""
        return self._view

    @property
    def services(self) -> Application | None:
        """The use cases, once the database is open."""
        return self._services

    def open(self, services: Application, persona: str, user_id: str, *, last: str = "") -> None:
        """Begin with `services`, as the user of that id looking as `persona`.

        With "" as the one that the person chose to begin with; who chose none goes on with the `last`, or the first.
        """
        self._services = services
        self._persona = persona
        self._last = last
        self._user_id = user_id
        self.opened.emit()
        self.reload()

    def switch_persona(self, key: str) -> None:
        """Look as another persona."""
        self._persona = key
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the view again."""
        if self._services is None:
            return
        self._retry.stop()
        work = partial(read_view, self._services, self._persona, self._user_id, self._last)
        self._latest.keep(self._tasks.submit(Lane.READ, work, done=self._show, failed=self._fail))

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(METADATA_TOPICS):
            self.reload()

    def _show(self, view: View) -> None:
        self._attempts = 0
        before, wanted = self._view, self._persona
        self._persona = view.reader.persona
        if before is not None and wanted == before.reader.persona != view.reader.persona:
            names = (each.name for each in before.personas if each.key == wanted)
            view = replace(view, lost=next(names, wanted))
        overtaken = self._drop_coming()
        if before is None or overtaken or _differs(before, view):
            if before is not None and view.replaces(before):
                # Before the screens of now go: their end is not waited for.
                self._coming = self._tasks.next_turn(partial(self._take, view), self)
                self.view_comes.emit(view)
            else:
                self.view_comes.emit(view)
                self._take(view)

    def _take(self, view: View) -> None:
        self._coming = None
        self._view = view
        self.view_changed.emit(view)

    def _drop_coming(self) -> bool:
        """Whether a view was about to be shown; it is not."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.cancel()
        return coming is not None

    def _fail(self, error: JarvisError) -> None:
        self.failed.emit(error)
        self._retry.start(RETRY_MS[min(self._attempts, len(RETRY_MS) - 1)])
        self._attempts += 1


def _differs(before: View, after: View) -> bool:
    """Whether the shell would show something else; the instant at which the reader looks does not count."""
    return (
        before.personas != after.personas
        or before.tabs != after.tabs
        or before.reader.persona != after.reader.persona
        or before.reader.permissions != after.reader.permissions
        or before.reader.user_id != after.reader.user_id
    )
